package claim

import "slices"

// clockUnits are the plural nouns of time that a noun before them may be joined with.
var clockUnits = []string{"seconds", "minutes", "moments", "hours", "days", "weeks", "months", "years", "decades"}

// mendLater parts "seconds later" from the noun of "struck the wreckage seconds later".
func (s *sentence) mendLater(i int) {
	unit := i - 1
	noun := s.child(unit, "compound")
	if !slices.Contains([]string{"later", "earlier", "ago", "before", "beforehand", "afterwards"}, s.form(i)) || !slices.Contains(clockUnits, s.form(unit)) || noun == none || noun != unit-1 || s.has(unit, "nummod") || !s.is(unit, "obj", "obl", "nmod", "nsubj") {
		return
	}
	s.rearrange(func() {
		s.handOver(unit, noun, unit)
		verb := s.above(unit)
		s.words[noun].Head, s.words[noun].Relation = verb, s.words[unit].Relation
		s.words[unit].Head, s.words[unit].Relation = verb, "obl:unmarked"
		s.words[i].Head, s.words[i].Relation = unit, "advmod"
	})
}

// mendAge takes "aged 91" and the 44 of "the driver, Ada Holm, 44, and two others" for no verb and nobody.
func (s *sentence) mendAge(i int) {
	if s.form(i) == "aged" && s.upos(i) == "VERB" && s.upos(i+1) == "NUM" && !s.has(i, "nsubj") {
		s.words[i].UPOS, s.words[i].XPOS = "ADJ", "JJ"
	}
	if s.upos(i) == "NUM" && s.bears(i, "conj") && len(s.word(i).Text) <= 3 && s.isComma(i-1) && s.isComma(i+1) && s.upos(i-2) == "PROPN" && !s.has(i, "cc", "nmod") {
		s.words[i].Relation = "dep"
	}
}

// mendPastOfPerfect gives "last week" of "the fire in Ekby last week has shaken the town" to the fire: what has come
// about has no such time of its own.
func (s *sentence) mendPastOfPerfect(i int) {
	verb := s.above(i)
	subject, have := s.child(verb, "nsubj"), s.child(verb, "aux")
	past := s.form(s.leftmost(i)) == "last" || s.form(i) == "yesterday"
	if !past || !s.is(i, "obl", "obl:unmarked", "obl:tmod") || subject == none || subject > i || have < i || s.tag(verb) != "VBN" || s.tag(have) == "VBD" || s.lemma(have) != "have" {
		return
	}
	if s.upos(subject) == "NOUN" && s.leftmost(i) == s.rightmost(subject)+1 {
		s.move(i, subject, "nmod:unmarked")
	}
}

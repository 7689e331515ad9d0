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

// mendRushHour makes one noun of "rush hour", whose first word is taken for a verb.
func (s *sentence) mendRushHour(i int) {
	hour := i + 1
	if s.form(i) != "rush" || s.lemma(hour) != "hour" || s.upos(i) != "VERB" || s.above(hour) != i {
		return
	}
	noun := i - 1
	s.rearrange(func() {
		s.words[i].UPOS, s.words[i].XPOS, s.words[i].Head, s.words[i].Relation = "NOUN", "NN", hour, "compound"
		if s.upos(noun) != "NOUN" || s.rightmost(noun) != noun {
			return
		}
		s.words[hour].Head, s.words[hour].Relation = s.above(noun), s.words[noun].Relation
		s.handOver(noun, hour, noun)
		s.words[noun].Head, s.words[noun].Relation = hour, "compound"
	})
}

// to say what year.
func (s *sentence) mendFrontedTime(i int) {
	time := s.above(i)
	cue := s.above(time)
	if !s.bears(i, "acl:relcl") || !s.bears(time, "obl") || !s.isTime(time) || !s.isCue(cue) || cue < i || s.has(cue, "ccomp") || !s.isQuotationMark(s.leftmost(time)-1) || !s.has(i, "nsubj") || s.relativePronoun(i) != none {
		return
	}
	s.rearrange(func() {
		s.words[i].Head, s.words[i].Relation = cue, "ccomp"
		s.words[time].Head = i
	})
}

// mendWeeksAfter hangs "two weeks" of "resigned two weeks after the flood" on the flood: it is no time of its own.
func (s *sentence) mendWeeksAfter(i int) {
	verb := s.above(i)
	if !s.is(i, "obl:unmarked", "obj") || !s.isTime(i) || s.expression(i).Value != "" || s.upos(verb) != "VERB" || i < verb {
		return
	}
	for _, o := range s.children(verb, "obl", "advcl") {
		if opener := s.leftmost(o); opener == s.rightmost(i)+1 && (s.form(opener) == "after" || s.form(opener) == "before") && !s.isTime(o) {
			if s.is(o, "obl") {
				s.move(o, i, "nmod")
			} else {
				s.move(i, o, "dep")
			}
			return
		}
	}
}

// mendSecondTime hangs "last year" of "on Friday charged him over the collapse last year" on the collapse: the verb has its day.
func (s *sentence) mendSecondTime(i int) {
	verb := s.above(i)
	if !s.bears(i, "obl:unmarked") || !s.isTime(i) || s.upos(verb) != "VERB" || i < verb {
		return
	}
	timed := slices.ContainsFunc(s.children(verb, "obl"), func(t int) bool { return t != i && t < i && s.isTime(t) && s.rightmost(t) < verb })
	for _, o := range s.children(verb, "obl", "obj") {
		if timed && o < i && s.rightmost(o) == s.leftmost(i)-1 && s.isEvent(o) {
			s.move(i, o, "nmod:unmarked")
			return
		}
	}
}

package claim

import (
	_ "embed"
	"slices"
)

// participlePrepositions are participles that news uses as prepositions.
var participlePrepositions = []string{
	"following", "pending", "regarding", "concerning", "given", "amid", "amidst", "barring", "notwithstanding",
	"based", "compared", "depending", "owing", "considering", "including", "excluding", "provided", "according",
}

// mendParticiplePreposition makes "following high-level talks" a prepositional phrase.
func (s *sentence) mendParticiplePreposition(i int) {
	if !slices.Contains(participlePrepositions, s.form(i)) || s.is(i, "case", "amod", "root") || s.isProfessed(i) || s.above(i) < 0 {
		return
	}
	object := s.child(i, "obj")
	if s.tag(i) == "VBN" && s.form(i) != "given" || object == none || object < i || s.has(i, "nsubj", "aux", "obl", "ccomp", "xcomp") {
		return
	}
	above, relation := s.above(i), "obl"
	if s.isNominal(above) && !s.isPredicate(above) {
		relation = "nmod"
	}
	s.move(object, above, relation)
	s.move(i, object, "case")
	s.words[i].UPOS, s.words[i].XPOS = "ADP", "IN"
}

// adverbial are prepositions that taggers take for particles of the verb before them.
var adverbial = []string{"over", "off", "under", "through", "about", "across", "against", "around", "near", "into", "onto", "to", "for", "from", "by", "with", "in", "on", "at"}

// mendObject makes an object that a preposition opens an adjunct, and one that is a copular clause
// the content of its verb.
func (s *sentence) mendObject(i int) {
	if !s.bears(i, "obj") || s.upos(s.above(i)) != "VERB" {
		return
	}
	first := s.leftmost(i)
	switch {
	case s.has(i, "cop") && s.has(i, "nsubj"):
		s.words[i].Relation = "ccomp"
	case first > s.above(i) && s.above(first) == i && s.is(first, "case") && slices.Contains(adverbial, s.form(first)) && first < i:
		s.words[i].Relation = "obl"
	}
}

//go:embed words/attachment.txt
var attachmentText string

// attachments holds the verbs whose object is followed by a phrase of the verb's own.
var attachments = func() map[string]bool {
	all := map[string]bool{}
	for _, f := range lines(attachmentText) {
		for _, preposition := range f[1:] {
			all[f[0]+" "+preposition] = true
		}
	}
	return all
}()

// mendAttachment hangs "with arms" of "provided Kyiv with arms" on the verb, and so "of lying" of
// "was accused by critics of lying", and "of fraud" of "was convicted last month of fraud".
func (s *sentence) mendAttachment(i int) {
	object := s.above(i)
	if object < 0 || i < object || !s.is(object, "obj", "obl:agent", "obl:unmarked") {
		return
	}
	verb := s.above(object)
	switch {
	case s.bears(i, "nmod") && attachments[s.lemma(verb)+" "+s.role(i)]:
		s.move(i, verb, "obl")
	case s.bears(i, "acl") && s.tag(i) == "VBG" && attachments[s.lemma(verb)+" "+s.form(s.child(i, "mark", "case"))]:
		s.move(i, verb, "advcl")
	}
}

// mendTimeModifier hangs "on Wednesday" of "told reporters on Wednesday" on the verb, unless the
// noun names what can happen on a day.
func (s *sentence) mendTimeModifier(i int) {
	noun := s.above(i)
	if !s.is(i, "nmod") || noun < 0 || i < noun || !s.isTime(i) || s.role(i) == "of" || !s.is(noun, "obj", "iobj", "nsubj", "obl") {
		return
	}
	if s.is(noun, "nsubj") && !s.isRoleNoun(noun) && !people[s.lemma(noun)] && !bodies[s.lemma(noun)] && s.upos(noun) != "PROPN" {
		return
	}
	if open := s.form(s.leftmost(i) - 1); open == "(" || open == "[" {
		return
	}
	if s.isEvent(noun) || s.isTime(noun) || s.upos(s.above(noun)) != "VERB" {
		return
	}
	s.move(i, s.above(noun), "obl")
}

//go:embed words/events.txt
var eventsText string

var events = wordSet(eventsText)

//go:embed words/bodies.txt
var bodiesText string

// bodies holds nouns of groups that act as one.
var bodies = wordSet(bodiesText)

// isEvent tells nouns of what happens at a time.
func (s *sentence) isEvent(i int) bool {
	if _, ok := eventNouns[s.nounOf(i)]; ok {
		return true
	}
	return events[s.lemma(i)]
}

// mendInfinitive hangs "to sign" on the noun before it where that noun calls for it: "over his
// refusal to sign", "pressure on both to negotiate".
func (s *sentence) mendInfinitive(i int) {
	verb := s.above(i)
	if verb < 0 || !s.is(i, "advcl", "xcomp") || !s.isInfinitive(i) || s.upos(verb) != "VERB" {
		return
	}
	for _, noun := range s.children(verb, "obj", "obl") {
		if noun < i && s.takesPurpose(noun) && s.endOfHolders(noun, i) == s.leftmost(i)-1 {
			s.move(i, noun, "acl")
			return
		}
	}
	if noun := s.nominalEndingAt(s.leftmost(i) - 1); noun > verb && intentions[s.lemma(noun)] != "" && s.within(noun, verb) {
		s.move(i, noun, "acl")
	}
}

// endOfHolders is the last word of a noun phrase, and of those after it that name whose it is: "calls from unions to".
func (s *sentence) endOfHolders(noun, limit int) int {
	end := s.rightmostBefore(noun, limit)
	for _, p := range s.children(s.above(noun), "obl") {
		if s.bears(noun, "obj") && s.leftmost(p) == end+1 && p < limit && slices.Contains([]string{"from", "by", "of", "on"}, s.role(p)) && !s.isTime(p) {
			end = s.rightmost(p)
		}
	}
	return end
}

// mendUrged makes "to sell" of "urged Velora last year to sell" what Velora was urged to do.
func (s *sentence) mendUrged(i int) {
	verb := s.above(i)
	object := s.child(verb, "obj", "iobj")
	if !s.bears(i, "advcl") || !s.isInfinitive(i) || object == none || !objectControl[s.lemma(verb)] || s.upos(verb) != "VERB" || s.has(verb, "xcomp", "ccomp") || s.form(s.leftmost(i)) != "to" {
		return
	}
	for _, t := range s.children(verb, "obl") {
		if s.isTime(t) && s.leftmost(t) == s.rightmost(object)+1 && s.rightmost(t) == s.leftmost(i)-1 {
			s.words[i].Relation = "xcomp"
		}
	}
}

// mendAgent hangs "by the navy" of "was turned to Malaysia by the navy" on the passive.
func (s *sentence) mendAgent(i int) {
	place := s.above(i)
	verb := s.above(place)
	if !s.bears(i, "nmod") || s.role(i) != "by" || !s.is(place, "obl") || i < place || s.isTime(i) || !s.isPassiveForm(verb) || s.agentOf(verb) != none {
		return
	}
	if s.upos(place) == "PROPN" || slices.Contains([]string{"to", "into", "toward", "towards"}, s.role(place)) {
		s.move(i, verb, "obl:agent")
	}
}

// mendBareObject makes the object of a verb of the name right after it that was taken for an
// adjunct without a preposition: "struck Chile before dawn".
func (s *sentence) mendBareObject(i int) {
	verb := s.above(i)
	if s.is(i, "obl") && s.upos(i) == "PROPN" && !s.has(i, "case") && !s.isTime(i) && s.upos(verb) == "VERB" && s.leftmost(i) == verb+1 && !s.has(verb, "obj", "aux:pass") && s.upos(verb+1) != "ADP" {
		s.words[i].Relation = "obj"
	}
}

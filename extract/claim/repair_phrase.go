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
	if !slices.Contains(participlePrepositions, s.form(i)) || s.is(i, "case", "amod", "root") || s.above(i) < 0 {
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

// mendCasedObject makes an object that a preposition opens an oblique.
func (s *sentence) mendCasedObject(i int) {
	if !s.bears(i, "obj") || s.upos(s.above(i)) != "VERB" {
		return
	}
	if s.has(i, "cop") && s.has(i, "nsubj") {
		s.words[i].Relation = "ccomp"
		return
	}
	first := s.leftmost(i)
	if first < i && first > s.above(i) && s.is(first, "case") && s.upos(first) == "ADP" && s.form(first) != "of" {
		s.words[i].Relation = "obl"
		s.move(first, i, "case")
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

// mendAttachment hangs "with arms" of "provided Kyiv with arms" on the verb.
func (s *sentence) mendAttachment(i int) {
	object := s.above(i)
	if !s.bears(i, "nmod") || object < 0 || i < object || !s.is(object, "obj") {
		return
	}
	if verb := s.above(object); attachments[s.lemma(verb)+" "+s.role(i)] {
		s.move(i, verb, "obl")
	}
}

// mendTimeModifier hangs "on Wednesday" of "told reporters on Wednesday" on the verb, unless the
// noun names what can happen on a day.
func (s *sentence) mendTimeModifier(i int) {
	noun := s.above(i)
	if !s.is(i, "nmod") || noun < 0 || i < noun || !s.isTime(i) || s.role(i) == "of" || !s.is(noun, "obj", "iobj", "nsubj", "obl") {
		return
	}
	if s.isEvent(noun) || s.isTime(noun) || s.upos(s.above(noun)) != "VERB" {
		return
	}
	s.move(i, s.above(noun), "obl")
}

// isEvent tells nouns of what happens at a time.
func (s *sentence) isEvent(i int) bool {
	if _, ok := eventNouns[s.nounOf(i)]; ok {
		return true
	}
	return slices.Contains([]string{
		"summit", "war", "conference", "election", "vote", "game", "match", "press", "speech", "briefing", "hearing", "trial",
		"ceremony", "event", "session", "round", "deadline", "debate", "protest", "rally", "storm", "earthquake", "crash",
		"explosion", "shooting", "accident", "incident", "opening", "start", "end", "beginning", "decision", "sentence",
		"ruling", "referendum", "statement", "message", "poll", "report", "death", "birth", "exhibit", "festival", "season", "level",
	}, s.lemma(i))
}

// mendInfinitive hangs "to sign" on the noun before it where that noun calls for it: "over his
// refusal to sign", "pressure on both to negotiate".
func (s *sentence) mendInfinitive(i int) {
	verb := s.above(i)
	if verb < 0 || !s.is(i, "advcl", "xcomp") || !s.isInfinitive(i) || s.upos(verb) != "VERB" {
		return
	}
	for _, noun := range s.children(verb, "obj", "obl") {
		if noun < i && s.takesPurpose(noun) && s.rightmostBefore(noun, i) == s.leftmost(i)-1 {
			s.move(i, noun, "acl")
			return
		}
	}
}

// mendTimeObject reads "put out a statement yesterday" and "started last week", where the time was
// taken for the object.
func (s *sentence) mendTimeObject(i int) {
	e := s.expression(i)
	if !s.bears(i, "obj") || e == nil || s.upos(s.above(i)) != "VERB" {
		return
	}
	noun := s.child(i, "compound")
	switch {
	case e.First <= s.leftmost(i) && !e.Duration && !s.takesTime(s.above(i)):
		s.words[i].Relation = "obl:unmarked"
	case e.First == i && noun == i-1 && !s.isTime(noun):
		s.rearrange(func() { s.partTime(i, noun) })
	}
}

// takesTime tells verbs that a time can be the object of.
func (s *sentence) takesTime(i int) bool {
	return slices.Contains([]string{"spend", "mark", "take", "celebrate", "waste", "await", "commemorate", "see", "have", "be"}, s.lemma(i))
}

// partTime makes the noun before a time the object, and the time an adjunct.
func (s *sentence) partTime(i, noun int) {
	s.words[noun].Head, s.words[noun].Relation = s.above(i), "obj"
	for _, c := range s.children(i, "det", "amod", "nmod:poss", "compound") {
		if c < noun {
			s.words[c].Head = noun
		}
	}
	s.words[i].Relation = "obl:unmarked"
}

// mendHosted hangs ", hosted by the mayor" on the summit it speaks of, not on a noun or verb between.
func (s *sentence) mendHosted(i int) {
	if s.tag(i) != "VBN" || !s.is(i, "xcomp", "acl", "advcl") || !s.isComma(i-1) || s.agentOf(i) == none || s.isEvent(s.above(i)) {
		return
	}
	if !slices.Contains([]string{"hosted", "led", "held", "chaired", "organised", "organized", "brokered", "mediated", "attended", "moderated"}, s.form(i)) {
		return
	}
	for j := i - 2; j >= 0; j-- {
		if s.upos(j) == "NOUN" && s.isEvent(j) {
			s.move(i, j, "acl")
			return
		}
	}
}

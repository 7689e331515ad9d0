package claim

import (
	_ "embed"
	"slices"
)

// qualities are participles that say what a person is rather than what was done: "the mayor and retired judge Ida Falk".
var qualities = []string{"retired", "disgraced", "renowned", "convicted", "exiled", "jailed", "ousted", "celebrated", "experienced", "alleged",
	"suspected", "accused", "esteemed", "wanted", "deceased", "late"}

// mendConjoinedVerb reads "accepted the resignation and appointed coach Ida Falk", where the second verb was taken for
// an adjective: before the title and name of a person a bare participle is seldom one.
func (s *sentence) mendConjoinedVerb(i int) {
	noun := s.above(i)
	and, first := s.child(noun, "cc"), s.above(noun)
	if !s.bears(i, "amod") || s.tag(i) != "VBN" || noun < i || !s.bears(noun, "conj") || and != i-1 || s.tag(noun) != "NN" || s.has(noun, "det", "nmod:poss") || slices.Contains(qualities, s.form(i)) {
		return
	}
	if s.is(first, "obj", "obl") {
		first = s.above(first)
	}
	name := s.child(noun, "appos", "flat")
	if s.tag(first) != "VBD" || name == none || s.leftmost(name) != noun+1 || s.upos(name) != "PROPN" {
		return
	}
	s.rearrange(func() {
		s.words[i].Head, s.words[i].Relation, s.words[i].UPOS, s.words[i].XPOS = first, "conj", "VERB", "VBD"
		s.words[noun].Head, s.words[noun].Relation = i, "obj"
		s.words[and].Head = i
	})
}

//go:embed words/transitive.txt
var transitiveText string

// transitive holds the verbs that without an object are passive.
var transitive = wordSet(transitiveText)

// mendSharedPassive makes a passive of "held" of "was beaten by guards and held for a week", which lacks an object.
func (s *sentence) mendSharedPassive(i int) {
	if s.tag(i) != "VBD" || !s.bears(i, "conj") || !s.isPassiveForm(s.above(i)) || !transitive[s.lemma(i)] && !s.hasDoer(i) && !s.isStranding(i) || s.has(i, "nsubj", "aux", "obj", "iobj", "ccomp") {
		return
	}
	if x := s.child(i, "xcomp"); x == none || s.upos(x) == "ADJ" {
		s.words[i].XPOS = "VBN"
	}
}

// isStranding tells "were read but never acted on", which leaves a preposition without a noun.
func (s *sentence) isStranding(i int) bool {
	next := i + 1
	prepositions := []string{"on", "with", "for", "into", "upon", "after"}
	return s.upos(next) == "ADP" && s.above(next) == i && slices.Contains(prepositions, s.form(next)) && !s.has(i, "obl") && len(s.dependents(next)) == 0
}

// hasDoer tells "lit by a lamp".
func (s *sentence) hasDoer(i int) bool {
	return slices.ContainsFunc(s.children(i, "obl"), func(o int) bool { return s.role(o) == "by" && !s.isTime(o) && !s.isExtent(o) && s.leftmost(o) == i+1 })
}

// mendListedPassive makes "beaten by guards" of "was driven from home, beaten by guards and held" a part of the list, where it
// was hung on the noun before it.
func (s *sentence) mendListedPassive(i int) {
	noun := s.above(i)
	verb := s.above(noun)
	if s.tag(i) != "VBN" || !s.bears(i, "acl") || !s.is(noun, "obl") || !s.isComma(i-1) || !s.has(verb, "aux:pass") || s.has(i, "mark", "aux") {
		return
	}
	next := s.child(verb, "conj")
	if and := s.child(next, "cc"); next > i && and == s.rightmost(i)+1 && (s.tag(next) == "VBN" || s.tag(next) == "VBD") && !s.has(next, "nsubj", "aux") {
		s.move(i, verb, "conj")
	}
}

// mendSaidToo makes "will take time" of "says it is hard and will take time" a part of what is said.
func (s *sentence) mendSaidToo(i int) {
	cue, and := s.above(i), s.child(i, "cc")
	content := s.child(cue, "ccomp")
	if !s.bears(i, "conj") || !s.isCue(cue) || content < cue || content > i || !s.hasModal(i) || and < 0 || s.isMark(and-1) || s.has(i, "nsubj", "mark") || !s.isFiniteClause(content) || !s.has(content, "nsubj") || s.isCue(i) {
		return
	}
	if s.hasModal(cue) || s.inQuotation(content) {
		return
	}
	if s.tag(cue) == "VBZ" || s.tag(cue) == "VBP" || s.hasBackshift(i) || s.isPresentGroup(content) {
		s.move(i, content, "conj")
	}
}

// hasBackshift tells "would" and "could", which after "said" stand for "will" and "can".
func (s *sentence) hasBackshift(i int) bool {
	return slices.ContainsFunc(s.auxiliaries(i), func(a int) bool { return slices.Contains([]string{"would", "could", "might"}, s.form(a)) })
}

// isPresentGroup tells "is" and "has come".
func (s *sentence) isPresentGroup(i int) bool {
	present := func(v int) bool { return s.tag(v) == "VBZ" || s.tag(v) == "VBP" || s.form(v) == "will" }
	return present(i) || slices.ContainsFunc(s.auxiliaries(i), present)
}

// mendButVerb reads "has lifted the ban but raised taxes", where the second verb was taken for an adjective of its object:
// "but" joins no such two nouns.
func (s *sentence) mendButVerb(i int) {
	noun, but := s.above(i), i-1
	verb := s.above(noun)
	if s.is(noun, "conj") && s.is(verb, "obj") {
		verb = s.above(verb)
	}
	if !s.bears(i, "amod") || s.tag(i) != "VBN" || s.form(but) != "but" || noun < i || !s.is(noun, "conj", "obj") || s.upos(verb) != "VERB" || verb > i || s.negates(verb) {
		return
	}
	s.rearrange(func() {
		s.words[i].Head, s.words[i].Relation, s.words[i].UPOS = verb, "conj", "VERB"
		if s.tag(verb) == "VBD" {
			s.words[i].XPOS = "VBD"
		}
		s.words[noun].Head, s.words[noun].Relation = i, "obj"
		s.words[but].Head = i
	})
}

// mendPastConjunct gives "moved" of "were told to leave or moved" to the outer verb: a past form joins no infinitive.
func (s *sentence) mendPastConjunct(i int) {
	inner := s.above(i)
	if !s.bears(i, "conj") || s.tag(i) != "VBD" && s.tag(i) != "VBN" || s.tag(inner) != "VB" || !s.isInfinitive(s.first(inner)) || s.has(i, "nsubj", "aux", "aux:pass", "mark") || s.has(inner, "aux", "aux:pass", "cop") {
		return
	}
	for v := s.above(inner); v >= 0; v = s.above(v) {
		switch {
		case s.has(v, "aux:pass") && !s.has(i, "obj", "ccomp"):
			s.words[i].XPOS = "VBN"
		case s.tag(v) == "VBD" && s.upos(v) == "VERB":
			s.words[i].XPOS = "VBD"
		default:
			continue
		}
		s.move(i, v, "conj")
		return
	}
}

// mendSharedModifier hangs "of the council" of "a farmer and member of the council" on the member alone.
func (s *sentence) mendSharedModifier(i int) {
	noun := s.above(i)
	other := s.child(noun, "conj")
	if s.bears(i, "nmod") && noun < other && other < i && s.isRoleNoun(noun) && s.isRoleNoun(other) && s.leftmost(i) == other+1 && !s.isPlural(other) {
		s.move(i, other, "nmod")
	}
}

// mendEnclosedConjunct hangs "and the sale" of "Fans, who complain of prices and the sale, protest" on the prices: the clause
// that the commas enclose holds both.
func (s *sentence) mendEnclosedConjunct(i int) {
	noun, and := s.above(i), s.child(i, "cc")
	clause := s.child(noun, "acl:relcl")
	if !s.bears(i, "conj") || clause < noun || and < clause || !s.isNominal(i) || s.leftmost(i) < and || !s.isComma(s.leftmost(clause)-1) || !s.isComma(s.rightmost(i)+1) || s.commaBetween(clause, and) != none {
		return
	}
	if near := s.nominalEndingAt(and - 1); near > clause && s.within(near, clause) {
		s.move(i, near, "conj")
	}
}

// mendLaterObject gives "paint" of "opened in May and supplied paint to towns" to the second verb, and what follows it.
func (s *sentence) mendLaterObject(i int) {
	verb := s.above(i)
	next := s.child(verb, "conj")
	if !s.bears(i, "obj") || next < verb+3 || next > i || s.leftmost(i) != next+1 || s.has(next, "obj", "ccomp", "xcomp", "nsubj") || s.upos(next) != "VERB" || s.tag(next) != s.tag(verb) {
		return
	}
	for _, o := range s.children(verb, "obl", "obl:unmarked", "advcl") {
		if o > i {
			s.move(o, next, s.words[o].Relation)
		}
	}
	s.move(i, next, "obj")
}

// mendPassiveInRelative hangs "and has never been rebuilt" of "held photographs of a hall which was burnt and has never been
// rebuilt" on the passive before it.
func (s *sentence) mendPassiveInRelative(i int) {
	main, and := s.above(i), s.child(i, "cc")
	if !s.bears(i, "conj") || !s.has(i, "aux:pass") || s.has(i, "nsubj", "mark") || s.has(main, "aux:pass") || and < 0 || s.isComma(and-1) || s.upos(main) != "VERB" {
		return
	}
	for v := and - 1; v > main; v-- {
		if s.bears(v, "acl:relcl") && s.has(v, "aux:pass") && s.within(v, main) && s.rightmost(v) == and-1 {
			s.move(i, v, "conj")
			return
		}
	}
}

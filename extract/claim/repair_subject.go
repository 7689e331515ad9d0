package claim

import (
	"slices"
	"strings"
)

// mendExpletive gives "it is ready to accept" its subject: "it" is empty only before a clause.
func (s *sentence) mendExpletive(i int) {
	if !s.bears(i, "expl") || s.form(i) != "it" || s.above(i) < 0 {
		return
	}
	predicate := s.above(i)
	if asked := s.child(predicate, "csubj"); s.isObjectControl(predicate) && s.upos(predicate) == "VERB" && s.isInfinitive(asked) && s.has(predicate, "obj") {
		s.words[i].Relation, s.words[asked].Relation = "nsubj", "xcomp"
		return
	}
	if s.has(predicate, "csubj", "ccomp", "nsubj") || s.has(predicate, "advcl", "acl") && !s.isMerged(predicate) {
		return
	}
	if s.isMerged(predicate) || s.completes(predicate) || s.has(predicate, "obj") && !slices.Contains([]string{"remain", "become", "take", "make"}, s.lemma(predicate)) {
		s.words[i].Relation = "nsubj"
	}
}

// mendNounRoot makes the verb the root of "Shares closed at 8 euros" where it was taken for a
// participle of its subject.
func (s *sentence) mendNounRoot() {
	noun := s.root()
	if noun == none || !s.isNominal(noun) || s.has(noun, "cop", "nsubj") {
		return
	}
	for _, v := range s.dependents(noun) {
		if !s.isHiddenPast(v) {
			continue
		}
		s.words[v].Head, s.words[v].Relation, s.words[v].XPOS = none, "root", "VBD"
		s.words[noun].Head, s.words[noun].Relation = v, "nsubj"
		s.link()
		return
	}
}

// isHiddenPast tells the only verb of a full sentence that was taken for a participle of its
// subject: not one that a comma sets off, unless that comma closes what another opened, as in
// "The quake, centred in Rome, destroyed homes."
func (s *sentence) isHiddenPast(v int) bool {
	if s.tag(v) != "VBN" || !s.bears(v, "acl") || s.headline || s.agentOf(v) != none || s.form(len(s.words)-1) != "." {
		return false
	}
	if s.isComma(v-1) && s.commaBetween(s.above(v), v-1) == none {
		return false
	}
	if last := s.rightmost(v); s.isComma(last+1) && !s.has(v, "obj") {
		return false
	}
	for i := range s.words {
		if (s.isFinite(i) || s.tag(i) == "MD") && !s.within(i, v) && !s.bears(i, "acl:relcl") {
			return false
		}
	}
	return true
}

// subordinators open a clause; before a noun phrase taggers take them for prepositions.
var subordinators = []string{"after", "before", "since", "until", "as", "that", "because", "than", "on"}

// mendMissingSubject gives a finite clause without subject the noun phrase just before it that
// hangs beside it: "comes after Trump had ordered a halt".
func (s *sentence) mendMissingSubject(i int) {
	above := s.above(i)
	if above < 0 || above > i || !s.is(i, "ccomp", "advcl", "parataxis", "xcomp", "conj") || !s.isFiniteClause(i) || s.has(i, "nsubj", "csubj", "expl", "cc") {
		return
	}
	start := s.leftmost(i)
	for _, o := range s.dependents(above) {
		if o >= i || !s.is(o, "obl", "obj", "nmod") || !s.isNominal(o) || s.rightmost(o) != start-1 || s.bears(i, "conj") && !s.opensClause(o) {
			continue
		}
		s.takeSubject(i, o)
		if s.bears(i, "xcomp") {
			s.words[i].Relation = "ccomp"
		}
		return
	}
}

// opensClause tells a noun phrase whose "after" may well open a clause.
func (s *sentence) opensClause(o int) bool {
	return slices.Contains([]string{"after", "before", "since", "until", "as", "while", "whereas", "although"}, s.form(s.leftmost(o)))
}

// mendSubjectBeforeAside gives "resigned" of "fell after its auditor, Ann Lee, resigned" the auditor, who was taken for
// what the preposition governs: a comma that closes an aside begins no clause.
func (s *sentence) mendSubjectBeforeAside(i int) {
	above, start := s.above(i), s.leftmost(i)
	if !s.is(i, "conj", "advcl", "parataxis") || above > i || !s.isFiniteClause(i) || !s.isComma(start-1) || s.has(i, "nsubj", "csubj", "expl", "cc", "mark") {
		return
	}
	if o := s.asideBefore(above, start-1); o != none {
		s.takeSubject(i, o)
	}
	if o := s.participleAside(above, start-1); o != none {
		s.takeSubject(i, o)
	}
}

// participleAside is such a phrase whose aside, "after a car, stolen in May, was found", was hung on the verb; it is hung right.
func (s *sentence) participleAside(verb, comma int) int {
	for _, p := range s.children(verb, "advcl") {
		if s.tag(p) != "VBN" || s.rightmost(p) != comma-1 || s.leftmost(p) != p || s.has(p, "nsubj") {
			continue
		}
		for _, o := range s.children(verb, "obl") {
			if o > verb && s.rightmost(o) == p-2 && s.isComma(p-1) && s.opensClause(o) && s.move(p, o, "acl") {
				return o
			}
		}
	}
	return none
}

// asideBefore is the phrase of a verb, after "after" or its like, whose aside a comma closes.
func (s *sentence) asideBefore(verb, comma int) int {
	for _, o := range s.children(verb, "obl") {
		aside := s.child(o, "appos", "acl:relcl")
		if o > verb && aside > o && s.rightmost(o) == comma-1 && s.isComma(s.leftmost(aside)-1) && s.opensClause(o) {
			return o
		}
	}
	return none
}

// mendMainBeforeAside makes "ended" the main verb of "the strike ended after the mayor, Jo Park, was arrested", where it
// was taken for a participle.
func (s *sentence) mendMainBeforeAside(i int) {
	noun := s.above(i)
	verb := s.above(noun)
	if !s.bears(i, "acl") || s.tag(i) != "VBD" || !s.is(noun, "nsubj") || verb < i || !s.isFiniteClause(verb) || s.has(i, "obj", "obl:agent") {
		return
	}
	o := s.asideBefore(i, s.groupStart(verb)-1)
	if o == none || !s.isComma(s.groupStart(verb)-1) {
		return
	}
	s.rearrange(func() {
		s.words[i].Head, s.words[i].Relation = s.above(verb), s.words[verb].Relation
		s.words[verb].Head, s.words[verb].Relation = i, "advcl"
		s.words[o].Head, s.words[o].Relation = verb, s.words[noun].Relation
		s.words[s.leftmost(o)].Head, s.words[s.leftmost(o)].Relation = verb, "mark"
		s.words[noun].Head, s.words[noun].Relation = i, "nsubj"
	})
}

// takeSubject moves a phrase under the clause that it is the subject of, and its preposition,
// which is then a subordinator.
func (s *sentence) takeSubject(clause, o int) {
	opener := none
	for _, m := range s.dependents(o) {
		if m < o && s.is(m, "case", "mark", "det") && slices.Contains(subordinators, s.form(m)) && !s.isDeterminer(m, o) {
			opener = m
		}
	}
	if s.has(o, "case") && opener == none {
		return
	}
	relation := "nsubj"
	if s.isPassiveForm(clause) {
		relation = "nsubj:pass"
	}
	s.move(o, clause, relation)
	if opener == none {
		return
	}
	s.move(opener, clause, "mark")
	for _, m := range s.children(o, "case") {
		s.move(m, s.above(clause), "advmod")
	}
	if s.form(opener) != "that" {
		s.words[clause].Relation = "advcl"
	}
}

// isDeterminer tells the "that" of "that man" from the one that opens a clause: a noun phrase
// with a name or a second determiner has no use for it.
func (s *sentence) isDeterminer(m, noun int) bool {
	if s.form(m) != "that" {
		return false
	}
	return s.tag(m) == "DT" && len(s.children(noun, "det", "nmod:poss")) < 2 && s.upos(noun) != "PROPN"
}

// mendLostSubject gives a finite verb without subject the noun phrase that ends just before its
// verb group, wherever that hangs: "On Wednesday, Kim and his father are to travel".
func (s *sentence) mendLostSubject(i int) {
	if !s.is(i, "root", "ccomp") || !s.isFiniteClause(i) || s.has(i, "nsubj", "csubj", "expl") || s.tag(i) == "VB" && len(s.auxiliaries(i)) == 0 {
		return
	}
	end := i - 1
	for end >= 0 && (s.is(end, "aux", "cop", "advmod", "mark") && s.above(end) == i || s.isQuotationMark(end) && s.isComma(end-2)) {
		end--
	}
	if end < 0 || !s.isNominal(end) || s.isRelativeWord(end) || s.child(i, "cop") < end && s.has(i, "cop") {
		return
	}
	o := s.phraseEndingAt(end, i)
	if verb := s.above(o); s.is(o, "obj") && s.tag(verb) == "VBG" && !s.has(verb, "mark", "nsubj", "aux") && !s.is(verb, "advcl", "acl") {
		s.move(verb, i, "csubj")
		return
	}
	for s.is(o, "obj") && s.bears(s.above(o), "acl") {
		o = s.above(s.above(o))
	}
	if o == i || s.has(o, "case") || s.is(o, "nsubj", "obl:unmarked") || s.rightmost(o) != end {
		return
	}
	s.move(o, i, "nsubj")
}

// phraseEndingAt is the head of the largest noun phrase, without commas, that ends at a word. A
// conjunct whose first conjunct is out of reach joins the noun after the comma.
func (s *sentence) phraseEndingAt(end, limit int) int {
	o := end
	for {
		h := s.above(o)
		if h < 0 || h > end || h == limit || !s.isNominal(h) || !s.is(o, "compound", "flat", "nmod", "conj", "nummod") {
			return o
		}
		if comma := s.commaBetween(h, s.leftmost(o)); comma != none {
			return s.joined(o, h, comma)
		}
		o = h
	}
}

func (s *sentence) commaBetween(from, to int) int {
	for j := from + 1; j < to; j++ {
		if s.isComma(j) {
			return j
		}
	}
	return none
}

// joined makes o a conjunct of the noun that stands between a comma and it.
func (s *sentence) joined(o, above, comma int) int {
	for _, c := range s.dependents(above) {
		if c > comma && c < o && s.isNominal(c) && s.has(o, "cc") {
			s.move(o, c, "conj")
			return c
		}
	}
	return o
}

func (s *sentence) isRelativeWord(i int) bool {
	return s.tag(i) == "WDT" || s.tag(i) == "WP" || s.tag(i) == "WRB"
}

// mendFalsePassive makes "a pump failed" active: running text has no finite passive without an
// auxiliary, as headlines have, but for one that shares that of the clause before it.
func (s *sentence) mendFalsePassive(i int) {
	verb := s.above(i)
	if verb < 0 || !s.is(i, "nsubj") || s.tag(verb) != "VBN" && !s.bears(i, "nsubj:pass") || s.headline || s.agentOf(verb) != none {
		return
	}
	if len(s.auxiliaries(verb)) > 0 || s.has(verb, "aux:pass") || !s.is(verb, "root", "conj", "ccomp", "parataxis", "acl:relcl") {
		return
	}
	if s.bears(verb, "conj") && s.isPassiveForm(s.above(verb)) {
		return
	}
	s.words[i].Relation = "nsubj"
	s.words[verb].XPOS = "VBD"
}

// mendDoubleSubject reads "oil company Petrona agreed": of two subjects side by side the second
// is the name of the first.
func (s *sentence) mendDoubleSubject(i int) {
	verb := s.above(i)
	if !s.is(i, "nsubj") || s.upos(i) != "PROPN" {
		return
	}
	for _, noun := range s.children(verb, "nsubj") {
		if noun < i && s.tag(noun) == "NN" && noun == s.leftmost(i)-1 && s.canBeNamed(noun, i) {
			s.move(i, noun, "appos")
			return
		}
		if noun < i && s.upos(noun) == "NOUN" && noun == s.leftmost(i)-1 && s.has(noun, "det") && s.isCircumstantial(noun) {
			s.words[noun].Relation = "dislocated"
		}
	}
}

// mendTornSubject makes one subject of "news of police response", which was read as two, "news of police" and "response".
func (s *sentence) mendTornSubject(i int) {
	verb, first := s.above(i), i-1
	noun := s.above(first)
	if s.upos(i) != "NOUN" || !s.is(i, "nsubj", "nsubj:pass") || s.leftmost(i) != i || s.upos(first) != "NOUN" || !s.bears(first, "nmod") || s.above(noun) != verb || !s.bears(noun, s.words[i].Relation) {
		return
	}
	preposition := s.child(first, "case")
	if preposition == none || s.leftmost(first) != preposition || preposition != first-1 {
		return
	}
	s.rearrange(func() {
		s.words[i].Head, s.words[i].Relation = noun, "nmod"
		s.words[preposition].Head = i
		s.words[first].Head, s.words[first].Relation = i, "compound"
	})
}

// isCircumstantial tells "the next thing" of "the next thing Holt knows", which is no subject.
func (s *sentence) isCircumstantial(i int) bool { return s.isCircumstance(i) || s.lemma(i) == "thing" }

// canBeNamed tells "the magazine Orbis" and "the dramatist Ada Holm" from "the book Holm" of "the book
// Holm wrote" and from "an affair Holm".
func (s *sentence) canBeNamed(noun, name int) bool {
	if s.has(noun, "nmod:poss", "acl") || s.isCircumstance(noun) {
		return false
	}
	det := s.child(noun, "det")
	return det == none || s.form(det) == "the" && (s.isRoleNoun(noun) || !strings.HasSuffix(s.name(name), "PER"))
}

// mendLateSubject makes "our duties" of "because of people coming here and our duties to them" a part of the list, where
// it was taken for the subject of the participle before it.
func (s *sentence) mendLateSubject(i int) {
	p := s.above(i)
	if (s.is(i, "nsubj") || s.bears(i, "conj") && s.upos(i) == "NOUN") && s.tag(p) == "VBG" && s.bears(p, "acl") && i > p && s.has(i, "cc") {
		s.move(i, s.above(p), "conj")
		for _, x := range s.children(p, "advcl") {
			if s.isInfinitive(x) && s.leftmost(x) == s.rightmost(i)+1 {
				s.move(x, i, "acl")
			}
		}
	}
}

// mendEasier takes from "easier for migrants to settle" what it says nobody does.
func (s *sentence) mendEasier(i int) {
	verb := s.above(i)
	quality := s.child(verb, "xcomp")
	if !s.bears(i, "advcl") || !s.isInfinitive(i) || s.upos(quality) != "ADJ" || !s.has(verb, "obj") {
		return
	}
	for _, o := range s.children(verb, "obl") {
		if s.role(o) == "for" && s.leftmost(o) == quality+1 && s.rightmost(o) == s.leftmost(i)-1 {
			s.words[i].Relation = "dep"
			return
		}
	}
}

// mendWereBorn reads "the animals were siblings born in May", where the predicate noun was taken for another subject.
func (s *sentence) mendWereBorn(i int) {
	p := s.above(i)
	if !s.is(i, "nsubj") || !s.has(i, "cop") || s.tag(p) != "VBN" || p != i+1 || len(s.auxiliaries(p)) > 0 || s.has(p, "aux:pass") || s.upos(i) != "NOUN" {
		return
	}
	s.rearrange(func() {
		s.words[i].Head, s.words[i].Relation = s.above(p), s.words[p].Relation
		s.handOver(p, i, i)
		for _, n := range s.children(p, "nsubj") {
			s.words[n].Relation = "nsubj"
		}
		s.words[p].Head, s.words[p].Relation = i, "acl"
	})
}

// mendHoursAfter takes "hours" of "He left hours after the ship had sunk" from the second clause, which it does not date.
func (s *sentence) mendHoursAfter(i int) {
	clause := s.above(i)
	mark := s.child(clause, "mark")
	if subject := s.child(clause, "nsubj"); mark == none && s.isTime(i) && s.is(i, "obl", "obl:unmarked") && i < subject {
		if c := s.child(subject, "case"); c == s.rightmost(i)+1 && s.move(c, clause, "mark") {
			mark = c
		}
	}
	if s.is(i, "obl", "obl:unmarked") && i < clause && mark == s.rightmost(i)+1 && (s.form(mark) == "after" || s.form(mark) == "before") && !s.has(i, "case") {
		s.words[i].Relation = "dep"
	}
}

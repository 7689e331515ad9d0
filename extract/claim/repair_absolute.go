package claim

import (
	"slices"
	"strings"
)

// mendAbsolute reads "with Berg set to attend" and "with Holm stating that …": the noun is
// the subject of the participle.
func (s *sentence) mendAbsolute(i int) {
	if i < 2 || i+2 >= len(s.words) || s.mendMarkedAbsolute(i) || s.mendPassiveAbsolute(i) {
		return
	}
	set := s.announces(i)
	if !set && (s.tag(i) != "VBG" || s.has(i, "nsubj", "aux", "det")) || slices.Contains(participlePrepositions, s.form(i)) {
		return
	}
	noun := s.subjectBefore(i, set)
	if noun == none {
		return
	}
	with := s.withBefore(noun, i)
	if with == none {
		return
	}
	s.rearrange(func() { s.makeAbsolute(i, noun, with, set) })
}

// announces tells "set to attend" and "scheduled to visit" without an auxiliary.
func (s *sentence) announces(i int) bool {
	if s.form(i+1) != "to" || s.tag(i+2) != "VB" || len(s.auxiliaries(i)) > 0 || s.has(i, "aux:pass", "nsubj") {
		return false
	}
	return slices.Contains([]string{"set", "scheduled", "expected", "slated", "poised", "prepared", "determined"}, s.form(i))
}

// subjectBefore is the head of the phrase that ends just before a participle.
func (s *sentence) subjectBefore(i int, set bool) int {
	if !s.isNominal(i - 1) {
		return none
	}
	noun := i - 1
	for s.above(noun) >= 0 && s.above(noun) < i && s.is(noun, "compound", "flat") {
		noun = s.above(noun)
	}
	if s.above(i) == noun && s.is(i, "acl") {
		return none
	}
	return noun
}

// withBefore is the "with" that opens the phrase before a participle.
func (s *sentence) withBefore(noun, participle int) int {
	for _, top := range []int{noun, participle} {
		for _, c := range s.children(top, "case", "mark") {
			if s.form(c) == "with" && c < noun && noun-c < 8 {
				return c
			}
		}
	}
	return none
}

func (s *sentence) makeAbsolute(i, noun, with int, set bool) {
	above := s.above(i)
	if !set || above == noun {
		above = s.above(noun)
	}
	for above >= 0 && !s.isPredicate(above) {
		above = s.above(above)
	}
	if above < 0 || above == i {
		return
	}
	if set {
		s.words[i].UPOS, s.words[i].XPOS = "VERB", "VBN"
		for j := i + 2; j < len(s.words) && j < i+4; j++ {
			if s.tag(j) == "VB" {
				s.words[j].Head, s.words[j].Relation = i, "xcomp"
				break
			}
		}
	}
	for j := range s.words {
		if j < noun && s.above(j) == i && j != with && s.upos(j) != "PUNCT" {
			s.words[j].Head = noun
		}
	}
	s.words[i].Head, s.words[i].Relation = above, "advcl"
	s.words[noun].Head, s.words[noun].Relation = i, "nsubj"
	s.words[with].Head, s.words[with].Relation = i, "mark"
}

// mendMarkedAbsolute handles the case where the noun is already the subject, with the preposition
// still on it.
func (s *sentence) mendMarkedAbsolute(i int) bool {
	noun := s.nearestSubject(i)
	if noun == none || s.upos(i) != "VERB" || len(s.auxiliaries(i)) > 0 {
		return false
	}
	with := s.child(noun, "case")
	if with == none || s.form(with) != "with" || with > noun || !s.is(i, "advcl", "acl", "parataxis", "conj") {
		return false
	}
	s.partBefore(with, i)
	s.move(with, i, "mark")
	s.words[i].Relation = "advcl"
	if s.tag(i) == "VBD" {
		s.words[i].XPOS = "VBN"
	}
	return true
}

// nearestSubject is the last subject before a verb: of "Holm, with Berg stating that …" Berg.
func (s *sentence) nearestSubject(i int) int {
	nearest := none
	for _, n := range s.children(i, "nsubj") {
		if n < i {
			nearest = n
		}
	}
	return nearest
}

// mendPassiveAbsolute reads "with most votes counted", where the noun was taken for an adjunct of
// the participle after it.
func (s *sentence) mendPassiveAbsolute(i int) bool {
	if s.tag(i) != "VBN" || !s.bears(i, "advcl") || len(s.auxiliaries(i)) > 0 || s.has(i, "nsubj", "aux:pass", "mark") {
		return false
	}
	noun := s.child(i, "obl")
	with := s.child(noun, "case")
	if noun == none || s.form(with) != "with" || with > noun || s.rightmost(noun) != i-1 {
		return false
	}
	s.words[noun].Relation = "nsubj:pass"
	return s.move(with, i, "mark")
}

// mendSecondAbsolute reads "and Brandt planning to speak" after a first "with Medina set to attend".
func (s *sentence) mendSecondAbsolute(i int) {
	if s.tag(i) != "VBG" || i < 2 || s.has(i, "nsubj", "aux") || s.name(i-1) == "" || s.name(i-1) == "O" {
		return
	}
	name := i - 1
	for name > 0 && strings.HasPrefix(s.name(name), "I-") {
		name--
	}
	first := s.absoluteBefore(name)
	if s.form(name-1) != "and" || first == none || s.within(first, i) {
		return
	}
	s.rearrange(func() {
		s.words[i].Head, s.words[i].Relation = first, "conj"
		s.words[name].Head, s.words[name].Relation = i, "nsubj"
		s.words[name-1].Head, s.words[name-1].Relation = i, "cc"
		for j := name + 1; j < i; j++ {
			s.words[j].Head, s.words[j].Relation = name, "flat"
		}
	})
}

// absoluteBefore is the participle of an absolute construction with "with" before a word.
func (s *sentence) absoluteBefore(limit int) int {
	for j := limit - 1; j >= 0; j-- {
		if mark := s.child(j, "mark"); s.is(j, "advcl") && mark != none && s.form(mark) == "with" && s.has(j, "nsubj") {
			return j
		}
	}
	return none
}

// mendOwnAbsolute makes "with Alva stating that …" an adverbial clause where only its preposition was hung amiss.
func (s *sentence) mendOwnAbsolute(i int) {
	subject := s.nearestSubject(i)
	with := s.child(subject, "case")
	if s.tag(i) != "VBG" || !s.is(i, "obl", "nmod", "advcl") || subject == none || s.form(with) != "with" || with > subject {
		return
	}
	s.partBefore(with, i)
	s.move(with, i, "mark")
	s.words[i].Relation = "advcl"
}

// partBefore takes from a participle what stands before the "with" that opens its clause.
func (s *sentence) partBefore(with, participle int) {
	for _, c := range s.dependents(participle) {
		if c < with && !s.is(c, "punct") {
			s.move(c, s.above(participle), "dep")
		}
	}
}

package claim

import (
	"slices"
	"strings"
)

// repair mends what parsers are known to get wrong in news, before any rule reads the tree.
// The tree is a copy; the parser's own stays as it is.
func (s *sentence) repair() {
	for i := range s.words {
		s.mendParticiplePreposition(i)
		s.mendSaidThat(i)
		s.mendSaidAfter(i)
	}
	s.mendTitles()
}

// move hangs a word elsewhere.
func (s *sentence) move(i, head int, relation string) {
	if i == head || head >= 0 && s.within(head, i) {
		return
	}
	s.words[i].Head, s.words[i].Relation = head, relation
	s.link()
}

// participlePrepositions are participles that news uses as prepositions.
var participlePrepositions = []string{"following", "pending", "regarding", "concerning", "given", "amid", "amidst", "barring", "notwithstanding", "based", "compared", "depending", "owing", "considering", "including", "excluding", "provided", "according"}

// mendParticiplePreposition makes "following high-level talks" a prepositional phrase.
func (s *sentence) mendParticiplePreposition(i int) {
	if !slices.Contains(participlePrepositions, s.form(i)) || s.is(i, "case", "amod", "root") || s.head(i) < 0 {
		return
	}
	object := s.child(i, "obj")
	if s.tag(i) == "VBN" && s.form(i) != "given" || object == none || object < i || s.has(i, "nsubj", "aux", "obl", "ccomp", "xcomp") {
		return
	}
	above, relation := s.head(i), "obl"
	if s.isNominal(above) && !s.isPredicate(above) {
		relation = "nmod"
	}
	s.move(object, above, relation)
	s.move(i, object, "case")
	s.words[i].UPOS, s.words[i].XPOS = "ADP", "IN"
}

// mendSaidThat gives a verb of saying the that-clause that hangs beside it or on a noun between:
// "announced on Wednesday that …", "told reporters that …".
func (s *sentence) mendSaidThat(i int) {
	if !s.isCue(i) || s.isWeakCue(i) || s.has(i, "ccomp") {
		return
	}
	for _, c := range s.below[i] {
		if c < i {
			continue
		}
		if s.is(c, "advcl", "acl", "parataxis") && s.opensWithThat(c) {
			s.move(c, i, "ccomp")
			return
		}
		if !s.is(c, "obl", "obj", "iobj", "advmod") || s.isStatementNoun(c) {
			continue
		}
		for _, g := range s.below[c] {
			if g > c && s.is(g, "acl", "advcl", "ccomp") && s.opensWithThat(g) {
				s.move(g, i, "ccomp")
				return
			}
		}
	}
}

// opensWithThat tells a clause that "that" only joins, not as its subject or object.
func (s *sentence) opensWithThat(i int) bool {
	mark := s.child(i, "mark")
	return mark != none && s.form(mark) == "that" && mark < i && s.has(i, "nsubj", "csubj", "expl")
}

// mendSaidAfter makes ", a joint statement has said" a parenthesis of what it attributes.
func (s *sentence) mendSaidAfter(i int) {
	if !s.isCue(i) || s.has(i, "ccomp", "obj", "xcomp") {
		return
	}
	above := s.head(i)
	switch {
	case above < 0:
		s.mendSaidOf(i)
	case s.is(i, "conj", "advcl", "acl:relcl", "appos", "dep", "list") && s.isSetOff(i) && s.has(i, "nsubj") && !s.has(i, "cc", "mark"):
		if s.isPredicate(above) && above < i {
			s.words[i].Relation = "parataxis"
		}
	}
}

// mendSaidOf gives a verb of saying at the root the clause before it.
func (s *sentence) mendSaidOf(i int) {
	for _, c := range s.below[i] {
		if c < i && s.isPredicate(c) && s.is(c, "advcl", "parataxis", "dep", "conj") && !s.has(c, "mark") && s.has(c, "nsubj", "csubj", "expl") {
			s.words[c].Relation = "ccomp"
			return
		}
	}
}

// isSetOff tells a clause before whose first word stands a comma, dash or quotation mark.
func (s *sentence) isSetOff(i int) bool {
	first := s.leftmost(i)
	if s.upos(first) == "PUNCT" {
		return true
	}
	return first > 0 && s.upos(first-1) == "PUNCT"
}

// mendTitles collapses a role noun and the person's name after it: the name is the head, the
// role describes it, whatever the parser made of the two.
func (s *sentence) mendTitles() {
	for i := 1; i < len(s.words); i++ {
		if s.words[i].Name == "B-PER" && s.isRoleNoun(i-1) && s.words[i-1].Name != "I-PER" && s.words[i-1].Name != "B-PER" {
			s.mendTitle(i-1, i, s.nameEnd(i))
		}
	}
}

// nameEnd is the word after the last of a name.
func (s *sentence) nameEnd(i int) int {
	for i++; i < len(s.words) && strings.HasPrefix(s.words[i].Name, "I-"); i++ {
	}
	return i
}

func (s *sentence) mendTitle(role, name, end int) {
	if s.is(name, "nsubj", "obj", "iobj", "root") && s.head(role) != name && !s.within(role, name) && !s.within(name, role) {
		return
	}
	outside := func(i int) bool { h := s.head(i); return h < role || h >= end }
	top := none
	for i := role; i < end; i++ {
		if outside(i) && (top == none || !s.is(i, "compound", "nmod:desc", "flat")) {
			top = i
		}
	}
	if top == none {
		return
	}
	head, relation := s.head(top), s.words[top].Relation
	if head >= 0 && s.within(head, role) {
		return
	}
	for i := range s.words {
		if h := s.head(i); h > name && h < end && (i < role || i >= end) || h == role && i > end-1 {
			s.words[i].Head = name
		}
	}
	s.words[name].Head, s.words[name].Relation = head, relation
	s.words[role].Head, s.words[role].Relation = name, "nmod:desc"
	for i := name + 1; i < end; i++ {
		s.words[i].Head, s.words[i].Relation = name, "flat"
	}
	s.link()
}

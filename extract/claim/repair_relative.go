package claim

import (
	_ "embed"
	"strings"
)

// mendWho hangs "who fled Chile" of "gave it to his mother, who fled Chile" on the person just
// before it where a thing further up was taken for her.
func (s *sentence) mendWho(i int) {
	clause := s.above(i)
	if s.form(i) != "who" || clause < i || !s.bears(clause, "acl:relcl") || !s.isComma(i-1) {
		return
	}
	near, far := s.nominalEndingAt(i-2), s.above(clause)
	if near != none && near != far && s.isPerson(near) && !s.isPerson(far) && !s.within(far, near) {
		s.move(clause, near, "acl:relcl")
	}
}

func (s *sentence) isPerson(i int) bool {
	return s.isRoleNoun(i) || s.name(i) == "B-PER" || s.name(i) == "I-PER"
}

// mendWhich makes ", which is essential" a comment on its clause, not what the clause says.
func (s *sentence) mendWhich(i int) {
	if s.form(i) != "which" || !s.isComma(i-1) {
		return
	}
	clause := s.above(i)
	if s.is(i, "nsubj") && s.bears(clause, "ccomp") && s.above(clause) < i {
		s.words[clause].Relation = "advcl:relcl"
	}
}

// mendWhoOfPlace hangs "who had helped him" of "former members of the sect, who had helped him" on the members: a
// place or body is no "who".
func (s *sentence) mendWhoOfPlace(i int) {
	clause := s.above(i)
	noun := s.above(clause)
	if s.form(i) != "who" || clause < i || !s.bears(clause, "acl:relcl") {
		return
	}
	if s.bears(noun, "nmod") && !s.isPerson(noun) && !s.isPeople(noun) && (s.isPeople(s.above(noun)) || !s.isPlural(noun) && s.beginsPerson(s.above(noun))) {
		s.move(clause, s.above(noun), "acl:relcl")
		return
	}
	if near := s.peopleBefore(noun); near != none {
		s.move(clause, near, "acl:relcl")
		return
	}
	if !s.isPlaceOrBody(noun) {
		return
	}
	for s.is(noun, "nmod", "conj") && s.isPlaceOrBody(noun) {
		noun = s.above(noun)
	}
	if noun >= 0 && noun < i && s.upos(noun) == "NOUN" && (s.isPlural(noun) || s.isRoleNoun(noun) || s.bears(noun, "appos") && s.isPerson(s.above(noun))) {
		s.move(clause, noun, "acl:relcl")
	}
}

//go:embed words/people.txt
var peopleText string

var people = wordSet(peopleText)

// isPeople tells a common noun of persons.
func (s *sentence) isPeople(i int) bool {
	return s.upos(i) == "NOUN" && (s.isRoleNoun(i) || people[s.lemma(i)])
}

func (s *sentence) isPlaceOrBody(i int) bool {
	name := s.name(i)
	return strings.HasSuffix(name, "-LOC") || strings.HasSuffix(name, "-ORG")
}

// mendPer hangs "fixed by the state" of "the cost per head fixed by the state" on the cost.
func (s *sentence) mendPer(i int) {
	noun := s.above(i)
	if s.bears(i, "acl") && i > noun && s.bears(noun, "nmod") && s.role(noun) == "per" {
		s.move(i, s.above(noun), "acl")
	}
}

// peopleBefore is the plural just before a bare noun in a phrase, as "sailors" of "sailors now at sea who …":
// what is counted neither with an article nor in the plural is no person.
func (s *sentence) peopleBefore(bare int) int {
	if s.tag(bare) != "NN" || s.upos(bare) != "NOUN" || !s.is(bare, "obl", "nmod") || !s.has(bare, "case") || s.has(bare, "det", "nmod:poss", "amod", "nummod", "compound") || s.isRoleNoun(bare) {
		return none
	}
	start := s.leftmost(bare) - 1
	if s.upos(start) == "ADV" {
		start--
	}
	if s.isPlural(start) && s.upos(start) == "NOUN" {
		return start
	}
	return none
}

// mendWhichNear hangs ", which failed" of "Two were hurt in the blast, which …" on the noun before it, where it was hung on the
// subject of the verb between.
func (s *sentence) mendWhichNear(i int) {
	clause := s.relativeClause(i)
	far, near := s.above(clause), s.nominalEndingAt(i-2)
	if s.form(i) != "which" || !s.isComma(i-1) || s.leftmost(clause) != i || !s.bears(clause, "acl:relcl") || near == none || near == far || s.isTime(near) || s.isPerson(near) {
		return
	}
	if main := s.above(far); s.is(far, "nsubj") && far < main && main < near && s.within(near, main) {
		s.move(clause, near, "acl:relcl")
	}
}

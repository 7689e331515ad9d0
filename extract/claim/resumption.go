package claim

import (
	_ "embed"
	"slices"
)

//go:embed words/resuming.txt
var resumingText string

// resuming are nouns that can stand for a clause.
var resuming = func() map[string]bool {
	all := map[string]bool{}
	for _, f := range lines(resumingText) {
		for _, noun := range f {
			all[noun] = true
		}
	}
	return all
}()

// resumed is the head of the clause that a noun after a comma takes up: "paused" for "move" of "Kyiv
// paused the talks, a move that angered Lima". The noun has "a" and a relative clause, and what
// stands before the comma is no thing of the same kind.
func (s *sentence) resumed(i int) int {
	if !resuming[s.lemma(i)] || !s.is(i, "appos", "parataxis") || !s.isComma(s.leftmost(i)-1) || !s.has(i, "acl") {
		return none
	}
	if det := s.form(s.child(i, "det")); det != "a" && det != "an" {
		return none
	}
	for j := s.above(i); j >= 0; j = s.above(j) {
		if s.isPredicate(j) && s.has(j, "nsubj") {
			return j
		}
		if resuming[s.lemma(j)] && s.isNominal(j) {
			return none
		}
	}
	return none
}

// clauseBefore is a clause as far as the words before a limit tell it.
func (s *sentence) clauseBefore(head, limit int) (Phrase, bool) {
	words := slices.DeleteFunc(s.clausal(head).Words, func(w int) bool { return w >= limit })
	if len(words) == 0 {
		return Phrase{}, false
	}
	p := s.phrase(head, s.fill(words))
	p.Clause = true
	return p, true
}

package claim

import "strings"

// isNobody tells words that name no one and nothing, so that what is said of them is denied.
func (s *sentence) isNobody(i int) bool {
	switch s.form(i) {
	case "nobody", "none", "nothing", "no-one":
		return true
	case "neither":
		return s.is(i, "nsubj", "obj")
	}
	return s.isNoOne(i)
}

// isNoOne tells the "one" of "no one" and "no-one".
func (s *sentence) isNoOne(i int) bool {
	return s.form(i) == "one" && (s.form(i-1) == "no" || s.form(i-1) == "-" && s.form(i-2) == "no")
}

// IsNobody tells a phrase that names no one, as "nobody" does: what is said of it is said of anyone, and denied.
func (p Phrase) IsNobody() bool {
	switch strings.ToLower(p.Text) {
	case "nobody", "no one", "no-one":
		return true
	}
	return false
}

// noneOf is the noun of "none of the passengers", of which the denial is said; none elsewhere.
func (s *sentence) noneOf(i int) int {
	if of := s.child(i, "nmod"); s.form(i) == "none" && of > i && s.role(of) == "of" {
		return of
	}
	return none
}

// noOne is "no one" with its "no", without which it would be somebody.
func (s *sentence) noOne(i int) Phrase {
	start := i - 1
	if s.form(start) == "-" {
		start--
	}
	return s.phrase(i, s.fill([]int{start, i}))
}

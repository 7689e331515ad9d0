package claim

import (
	"strings"
	"unicode"
)

// aliases reads "High Mobility Artillery Rocket Systems, or HIMARS" and "Royal United Services
// Institute (RUSI)". "X, known as Y" is a passive.
func (s *sentence) aliases() []Claim {
	var claims []Claim
	for i := range s.words {
		if s.isAlias(i) {
			claims = append(claims, s.alias(s.above(i), i))
		}
	}
	return claims
}

func (s *sentence) isAlias(i int) bool {
	if !s.abbreviates(i, s.above(i)) || s.above(i) < 0 || s.above(i) > i || !s.isNominal(s.above(i)) || isAcronym(s.words[s.above(i)].Text) {
		return false
	}
	switch {
	case s.bears(i, "appos"):
		return i > 0 && s.form(i-1) == "("
	case s.bears(i, "conj"):
		or := s.child(i, "cc")
		return or != none && s.form(or) == "or" && or > 0 && s.form(or-1) == ","
	}
	return false
}

// abbreviates tells an acronym that begins as the phrase does.
func (s *sentence) abbreviates(i, head int) bool {
	if head < 0 || !isAcronym(s.words[i].Text) {
		return false
	}
	for _, w := range s.nominal(head, subjectWords).Words {
		if !s.is(w, "det") {
			return s.words[w].Text[0] == s.words[i].Text[0]
		}
	}
	return false
}

// isAcronym tells a word of two capitals or more.
func isAcronym(word string) bool {
	return strings.IndexFunc(word, unicode.IsLower) < 0 && strings.IndexFunc(word, unicode.IsDigit) < 0 && len(word) > 1 && unicode.IsUpper([]rune(word)[0])
}

func (s *sentence) alias(name, alias int) Claim {
	object := s.phrase(alias, []int{alias})
	c := Claim{
		Tree: s.index, Subject: s.nominal(name, subjectWords), Object: &object, Content: none,
		Predicate: Predicate{Name: "is_known_as", Lemma: "know_as", Head: alias},
		Polarity:  "positive", Modality: "asserted", Rule: "alias", Confidence: .9,
	}
	c.Quote = s.quote(&c, nil)
	return c
}

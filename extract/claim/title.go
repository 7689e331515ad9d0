package claim

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed words/roles.txt
var rolesText string

// roleNouns are nouns that say what office, occupation or kinship someone has.
var roleNouns = func() map[string]bool {
	all := map[string]bool{}
	for _, f := range lines(rolesText) {
		for _, noun := range f {
			all[noun] = true
		}
	}
	return all
}()

func (s *sentence) isRoleNoun(i int) bool {
	return roleNouns[s.form(i)] || roleNouns[s.lemma(i)] || roleNouns[strings.TrimSuffix(s.form(i), "s")] || s.isOccupation(i)
}

// isOccupation tells by its ending what somebody does: violinist, palaeontologist, statistician.
func (s *sentence) isOccupation(i int) bool {
	lemma := s.lemma(i)
	ending := strings.HasSuffix(lemma, "ist") && !strings.HasSuffix(lemma, "qvist") && !strings.HasSuffix(lemma, "quist") || strings.HasSuffix(lemma, "ician")
	return ending && s.isNominal(i) && len(lemma) > 7 && s.name(i) != "I-PER"
}

// titles reads "CIA Director John Ratcliffe": he is CIA Director.
func (s *sentence) titles() []Claim {
	var claims []Claim
	for i := range s.words {
		if s.bears(i, "nmod:desc") && i < s.above(i) && s.isNominal(i) && s.isTitle(i) && !s.has(i, "case") && !s.isPlural(i) && !s.isRoleNoun(s.above(i)) {
			claims = append(claims, s.title(s.above(i), i))
		}
	}
	return claims
}

// isPlural tells a common noun in the plural, which says nothing of one person alone.
func (s *sentence) isPlural(i int) bool { return s.tag(i) == "NNS" }

// isTitle leaves out what says nothing: "Mr", "Dr", and "rival" without whose.
func (s *sentence) isTitle(i int) bool {
	return !slices.Contains([]string{"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "miss", "lord", "lady", "st", "st.", "saint", "gen.", "madam", "rival", "fellow"}, s.form(i))
}

func (s *sentence) title(name, title int) Claim {
	role := s.nominal(title, subjectWords)
	return s.roleClaim(s.bareName(name, title), role, "title", .9)
}

// bareName is a person's name without the title before it.
func (s *sentence) bareName(name, title int) Phrase {
	words := []int{name}
	for _, w := range s.children(name, "flat", "compound", "goeswith") {
		if w > title {
			words = append(words, s.subtree(w, nil)...)
		}
	}
	slices.Sort(words)
	return s.phrase(name, s.contiguous(name, words))
}

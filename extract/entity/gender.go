package entity

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed gender.txt
var genderLists string

// genderWords maps titles, nouns of kinship and given names to the pronoun of those they name.
var genderWords = sync.OnceValue(func() map[string]string {
	pronouns := map[string]string{}
	var current string
	for line := range strings.Lines(genderLists) {
		switch line = strings.TrimSpace(line); {
		case strings.HasPrefix(line, "#"):
		case line == "he" || line == "she":
			current = line
		default:
			for word := range strings.FieldsSeq(line) {
				pronouns[word] = current
			}
		}
	}
	return pronouns
})

// pronoun returns "he" or "she" where the titles or the given name of a person tell, or the
// pronouns that stood for the person before; else "".
func (c *cluster) pronoun() string {
	votes := map[string]int{}
	for _, m := range c.mentions {
		if m.Kind == Pronoun {
			votes[subjectForm(m.Text)]++
			continue
		}
		for word := range strings.FieldsSeq(m.Text) {
			word = strings.Trim(strings.ToLower(word), ".")
			votes[genderWords()[word]] += 2
		}
	}
	switch {
	case votes["he"] > votes["she"]:
		return "he"
	case votes["she"] > votes["he"]:
		return "she"
	}
	return ""
}

// agrees reports whether a person can be meant by a pronoun.
func (c *cluster) agrees(pronoun string) bool {
	known := c.pronoun()
	return known == "" || known == subjectForm(pronoun)
}

func subjectForm(pronoun string) string {
	switch strings.ToLower(pronoun) {
	case "he", "him", "himself":
		return "he"
	case "she", "her", "herself":
		return "she"
	}
	return ""
}

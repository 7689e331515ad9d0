package entity

import (
	_ "embed"
	"strings"
	"sync"

	"sayso/graph/identity"
)

//go:embed gender.txt
var genderLists string

//go:embed given.txt
var givenNames string

// genderWords maps titles and nouns of kinship to the pronoun of those they name.
var genderWords = sync.OnceValue(func() map[string]string { return readGenders(genderLists) })

// genderNames maps given names to the pronoun of those who bear them.
var genderNames = sync.OnceValue(func() map[string]string { return readGenders(givenNames) })

func readGenders(lists string) map[string]string {
	pronouns := map[string]string{}
	var current string
	for line := range strings.Lines(lists) {
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
}

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
			votes[genderWords()[genderKey(word)]] += 4
		}
	}
	for _, n := range c.names {
		if given, _, several := strings.Cut(n.Text, " "); several || len(c.names) == 1 {
			votes[genderNames()[genderKey(given)]] += 2
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

func genderKey(word string) string { return strings.Trim(strings.ToLower(identity.Plain(word)), ".") }

// agrees reports whether a person can be meant by a pronoun.
func (c *cluster) agrees(pronoun string) bool {
	known := c.pronoun()
	return known == "" || known == subjectForm(pronoun)
}

func subjectForm(pronoun string) string {
	switch strings.ToLower(pronoun) {
	case "he", "him", "his", "himself":
		return "he"
	case "she", "her", "hers", "herself":
		return "she"
	}
	return ""
}

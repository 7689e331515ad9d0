package entity

import (
	_ "embed"
	"slices"
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

// gender is "he" or "she" as far as titles, given names and pronouns tell, and how much they tell. It
// is asked of every candidate for every other, and changes only when a mention or a name is added.
func (c *cluster) gender() (form string, votes int) {
	if c.told.mentions != len(c.mentions) || c.told.names != len(c.names) {
		c.told = told{mentions: len(c.mentions), names: len(c.names)}
		c.told.form, c.told.votes = c.vote()
	}
	return c.told.form, c.told.votes
}

// told is a gender, and how much was known when it was told.
type told struct {
	mentions, names int
	form            string
	votes           int
}

func (c *cluster) vote() (form string, votes int) {
	by := map[string]int{}
	for _, m := range c.mentions {
		if m.Kind == Pronoun {
			by[subjectForm(m.Text)]++
			continue
		}
		for word := range strings.FieldsSeq(m.Text) {
			by[genderWords()[genderKey(word)]] += 4
		}
	}
	by[c.givenGender()] += sureGender
	if c.givenAlone() {
		by[genderNames()[genderKey(c.names[0].Text)]] += 2
	}
	if d := by["he"] - by["she"]; d > 0 {
		return "he", d
	} else if d < 0 {
		return "she", -d
	}
	return "", 0
}

// sureGender is from how many votes on a gender counts as known.
const sureGender = 3

// pronoun returns the pronoun by which a text speaks of a person, as far as that is known.
func (c *cluster) pronoun() string {
	form, votes := c.gender()
	if votes < sureGender {
		return ""
	}
	return form
}

// givenGender goes by the given name of the full names.
func (c *cluster) givenGender() string {
	by := map[string]int{}
	for _, n := range c.names {
		if given, _, several := strings.Cut(n.Text, " "); several {
			by[genderNames()[genderKey(given)]]++
		}
	}
	switch {
	case by["he"] > by["she"]:
		return "he"
	case by["she"] > by["he"]:
		return "she"
	}
	return ""
}

// givenAlone reports whether a name of one word is all that a person is called by. It may be a surname.
func (c *cluster) givenAlone() bool {
	return len(c.names) > 0 && !slices.ContainsFunc(c.names, func(n identity.Name) bool { return strings.Contains(n.Text, " ") })
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

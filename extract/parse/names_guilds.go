package parse

import (
	"slices"
	"strings"

	"sayso/graph/identity"
)

// joinGuilds lets the name of an organisation begin with those whose it is: the Nurses' Union, the Women's Institute. What a
// country or a person has is another name.
func joinGuilds(words []Word, marks []mark, classes []int) {
	for i := 1; i+1 < len(words); i++ {
		if words[i].XPOS != "POS" || !isMany(words[i-1], words[i].Text) || classes[i] != outside || !isCapital(words[i+1].Text) {
			continue
		}
		to := i + 1
		for to < len(words) && isCapital(words[to].Text) {
			to++
		}
		from := i - 1
		for from > 0 && isCapital(words[from-1].Text) && !strings.EqualFold(words[from-1].Text, "the") && marks[from-1]&titleMark == 0 {
			from--
		}
		if !isHead(marks, to-1) || slices.ContainsFunc(classes[from:to], func(c int) bool { return c == classB("PER") && from < i-1 }) {
			continue
		}
		end := complementEnd(words, classes, to)
		if end == len(classes) || !isInside(classes[end]) {
			setName(classes, from, end, classB("ORG"))
		}
	}
}

// isMany tells the possessor of a name that is many: a plural common noun.
func isMany(w Word, sign string) bool {
	if _, listed := identity.Lookup(w.Text); listed || !isCapital(w.Text) {
		return false
	}
	if _, isDemonym := identity.Demonym(strings.TrimSuffix(w.Text, "s")); isDemonym {
		return false
	}
	switch w.Text {
	case "Women", "Men", "Children", "People":
		return true
	}
	return strings.HasSuffix(w.Text, "s") && !strings.HasSuffix(sign, "s") && strings.HasSuffix(w.XPOS, "S")
}

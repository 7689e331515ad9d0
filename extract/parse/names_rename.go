package parse

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
)

// renamer gives persons other names, so that a tagger learns what stands around names and not who
// was in the news when its corpora were written.
type renamer struct {
	given, surnames []string
	random          *rand.Rand
}

func (g *gazetteer) renamer(random *rand.Rand) *renamer {
	r := &renamer{random: random}
	for _, word := range slices.Sorted(maps.Keys(g.words)) {
		switch m := g.words[word]; {
		case m&surnameMark != 0:
			r.surnames = append(r.surnames, word)
		case m&givenMark != 0:
			r.given = append(r.given, word)
		}
	}
	return r
}

// rename returns the words with other names for the persons among them, or nil where there are none.
func (r *renamer) rename(words []Word) []Word {
	renamed := slices.Clone(words)
	persons := 0
	for i, w := range renamed {
		kind := strings.TrimLeft(w.Name, "BI")
		if kind != "-PER" || len(w.Text) < 3 || !isCapital(w.Text) {
			continue
		}
		persons++
		list := r.surnames
		if i+1 < len(words) && words[i+1].Name == "I-PER" {
			list = r.given
		}
		renamed[i].Text = upperFirst(r.invent(list))
	}
	if persons == 0 {
		return nil
	}
	return renamed
}

// invent returns a name of the list or, as often, one that no list has: the halves of two.
func (r *renamer) invent(list []string) string {
	a, b := list[r.random.IntN(len(list))], list[r.random.IntN(len(list))]
	if r.random.IntN(2) == 0 {
		return a
	}
	return a[:len(a)/2] + b[len(b)/2:]
}

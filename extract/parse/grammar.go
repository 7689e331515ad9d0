package parse

import (
	"maps"
	"slices"
	"strings"
)

// grammar knows which relations may join two tags, so that few of the hundred classes need a score.
type grammar struct {
	moves     []labelledMove // one for each class
	relations []string
	tags      map[string]int      // XPOS, numbered from 1
	root      uint16              // the class that ends a sentence
	pairs     map[string][]uint16 // "left NN DT": the classes seen with this head and dependent
	arcs      [3][][]uint16       // the same for the number of a head times len(tags)+1 plus that of a dependent
	all       [3][]uint16         // every class of a move, for tags that were never seen together
}

func newGrammar(classes []string, pairs map[string][]uint16) *grammar {
	g := &grammar{pairs: pairs, tags: map[string]int{}}
	g.moves, g.relations = readMoves(classes)
	for c, m := range g.moves {
		if m.move != shift && g.relations[m.relation] == "root" {
			g.root = uint16(c)
		} else {
			g.all[m.move] = append(g.all[m.move], uint16(c))
		}
	}
	names := slices.Sorted(maps.Keys(pairs))
	for _, name := range names {
		for _, tag := range strings.Split(name, " ")[1:] {
			if g.tags[tag] == 0 {
				g.tags[tag] = len(g.tags) + 1
			}
		}
	}
	g.fill(names)
	return g
}

func (g *grammar) fill(names []string) {
	size := len(g.tags) + 1
	for m := left; m <= right; m++ {
		g.arcs[m] = slices.Repeat([][]uint16{g.all[m]}, size*size)
	}
	for _, name := range names {
		f := strings.Split(name, " ")
		m := slices.Index(moveNames, f[0])
		g.arcs[m][g.tags[f[1]]*size+g.tags[f[2]]] = g.pairs[name]
	}
}

// tagNumbers returns the number of each word's tag, 0 for one never seen.
func (g *grammar) tagNumbers(words []Word) []int {
	tags := make([]int, len(words))
	for i, w := range words {
		tags[i] = g.tags[w.XPOS]
	}
	return tags
}

// classes appends the classes that a configuration allows.
func (g *grammar) classes(to []uint16, s *state, tags []int) []uint16 {
	if s.allows(shift) {
		to = append(to, g.all[shift]...)
	}
	if s.allows(left) && s.next == s.size {
		return append(to, g.root)
	}
	for m := left; m <= right; m++ {
		if s.allows(m) {
			to = append(to, g.arcs[m][tags[s.head(m)]*(len(g.tags)+1)+tags[s.top(0)]]...)
		}
	}
	return to
}

func (g *grammar) archive(a *archive) {
	names := slices.Sorted(maps.Keys(g.pairs))
	a.texts(names)
	for _, name := range names {
		a.numbers(g.pairs[name])
	}
}

func (u *unarchive) grammar(classes []string) *grammar {
	pairs := map[string][]uint16{}
	for _, name := range u.texts() {
		pairs[name] = u.numbers()
	}
	if u.err != nil {
		return nil
	}
	return newGrammar(classes, pairs)
}

package parse

import (
	"cmp"
	"slices"
	"strings"
)

// goldTree is a tree in the terms of the parser.
type goldTree struct {
	heads []int       // that of the root word is the artificial root
	arcs  [][3]uint16 // the class that gives each word its relation, for left and for right
}

func newGoldTree(words []Word, number map[string]int) goldTree {
	t := goldTree{heads: make([]int, len(words)), arcs: make([][3]uint16, len(words))}
	for i, w := range words {
		if t.heads[i] = w.Head; w.Head == Root {
			t.heads[i] = len(words)
		}
		for m := left; m <= right; m++ {
			t.arcs[i][m] = uint16(number[arcClass(m, w.Relation, number)])
		}
	}
	return t
}

// arcClass names a class. An arc that stands in for one that crosses others may have a relation never seen that way.
func arcClass(m move, relation string, number map[string]int) string {
	name := moveNames[m] + " " + relation
	if relation == "root" || number[name] == 0 {
		return moveNames[m] + " parataxis"
	}
	return name
}

// goldPath returns the moves that build the gold tree, arcs as early as can be; of a tree with crossing arcs, most of it.
func (g *grammar) goldPath(gold goldTree) []uint16 {
	var path []uint16
	var s state
	for s.reset(len(gold.heads)); !s.done(); {
		class := g.goldClass(&s, cheapestMove(&s, gold.heads), gold)
		path = append(path, class)
		s.follow(g.moves[class])
	}
	return path
}

// goldClass labels a move with the gold relation of its dependent.
func (g *grammar) goldClass(s *state, m move, gold goldTree) uint16 {
	switch {
	case m == shift:
		return g.all[shift][0]
	case s.head(m) == s.size:
		return g.root
	}
	return gold.arcs[s.top(0)][m]
}

// cheapestMove returns the move of least cost, an arc rather than shift.
func cheapestMove(s *state, gold []int) move {
	costs, best := s.costs(gold), move(-1)
	for _, m := range []move{left, right, shift} {
		if s.allows(m) && (best < 0 || costs[m] < costs[best]) {
			best = m
		}
	}
	return best
}

// moveClasses returns the classes, frequent ones first, so that the weights read most lie side by side.
func moveClasses(trees []Tree) []string {
	seen := map[string]int{}
	for _, t := range trees {
		for i, w := range t.Words {
			if w.Head < i && w.Head != Root {
				seen["right "+w.Relation]++
			} else {
				seen["left "+w.Relation]++
			}
		}
	}
	var classes []string
	for c := range seen {
		classes = append(classes, c)
	}
	slices.SortFunc(classes, func(a, b string) int {
		return cmp.Or(cmp.Compare(strings.Fields(a)[0], strings.Fields(b)[0]), cmp.Compare(seen[b], seen[a]), cmp.Compare(a, b))
	})
	return append([]string{"shift"}, classes...)
}

// tagPairs returns the classes seen for each pair of tags, as grammar names them.
func tagPairs(trees []Tree, number map[string]int) map[string][]uint16 {
	pairs := map[string][]uint16{}
	for _, t := range trees {
		for i, w := range t.Words {
			if w.Head == Root {
				continue
			}
			way := moveNames[left]
			if w.Head < i {
				way = moveNames[right]
			}
			name := way + " " + t.Words[w.Head].XPOS + " " + w.XPOS
			if c := uint16(number[way+" "+w.Relation]); !slices.Contains(pairs[name], c) {
				pairs[name] = append(pairs[name], c)
			}
		}
	}
	for _, classes := range pairs {
		slices.Sort(classes)
	}
	return pairs
}

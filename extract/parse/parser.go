package parse

import (
	"slices"
	"strings"
)

// parser attaches words to their heads, from left to right, one labelled move at a time.
type parser struct {
	perceptron *perceptron
	moves      []labelledMove // one for each class
	relations  []string
}

type labelledMove struct {
	move     move
	relation int
}

// newParser reads the moves off the classes: "shift", "left nsubj", "right obj".
func newParser(p *perceptron) *parser {
	moves, relations := readMoves(p.classes)
	return &parser{perceptron: p, moves: moves, relations: relations}
}

var moveNames = []string{shift: "shift", left: "left", right: "right"}

func readMoves(classes []string) ([]labelledMove, []string) {
	var relations []string
	moves := make([]labelledMove, len(classes))
	for i, c := range classes {
		name, relation, _ := strings.Cut(c, " ")
		moves[i].move = move(slices.Index(moveNames, name))
		if moves[i].move == shift {
			continue
		}
		if !slices.Contains(relations, relation) {
			relations = append(relations, relation)
		}
		moves[i].relation = slices.Index(relations, relation)
	}
	return moves, relations
}

// parse sets heads and relations.
func (p *parser) parse(words []Word, forms []form) {
	in := newInput(words, forms)
	scores := make([]int32, len(p.moves))
	features := make([]uint32, 0, 256)
	var s state
	for s.reset(len(words)); !s.done(); {
		features = in.features(features[:0], &s)
		p.perceptron.score(features, scores)
		m := p.moves[bestAllowed(&s, p.moves, p.relations, scores)]
		s.apply(m.move, m.relation)
	}
	for i, h := range s.heads {
		if words[i].Head = h; h == s.size {
			words[i].Head = Root
		}
		words[i].Relation = p.relations[s.nodes[i].relation-1]
	}
}

// bestAllowed returns the best class that keeps the tree whole: the relation root for the artificial root alone.
func bestAllowed[N int32 | float32](s *state, moves []labelledMove, relations []string, scores []N, among ...move) int {
	var allowed [3]bool
	for m := shift; m <= right; m++ {
		allowed[m] = s.allows(m) && (len(among) == 0 || slices.Contains(among, m))
	}
	atRoot := s.next == s.size
	best := -1
	for c, m := range moves {
		if !allowed[m.move] || best >= 0 && scores[c] <= scores[best] {
			continue
		}
		if m.move != shift && (relations[m.relation] == "root") != (atRoot && m.move == left) {
			continue
		}
		best = c
	}
	return best
}

func (p *parser) archive(a *archive) { a.perceptron(p.perceptron) }

func (u *unarchive) parser() *parser {
	p := u.perceptron()
	if u.err != nil {
		return nil
	}
	return newParser(p)
}

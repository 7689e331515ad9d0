package parse

import (
	"slices"
	"strings"
)

// parser attaches words to their heads, from left to right, one labelled move at a time. It follows the few best
// sequences of moves at once (Zhang and Clark 2008).
type parser struct {
	perceptron *perceptron
	*grammar
}

// beamWidth is how many sequences of moves the parser follows.
const beamWidth = 8

// parse sets heads and relations.
func (p *parser) parse(words []Word, forms []form) {
	in := newInput(words, forms)
	b := newBeam[int32](p.grammar, len(p.moves))
	b.start(in, p.tagNumbers(words), beamWidth)
	for range 2 * len(words) {
		b.step(p.perceptron)
	}
	best := &b.items[0].state
	for i, h := range best.heads {
		if words[i].Head = h; h == best.size {
			words[i].Head = Root
		}
		words[i].Relation = p.relations[best.nodes[i].relation-1]
	}
}

func (p *parser) archive(a *archive) {
	a.perceptron(p.perceptron)
	p.grammar.archive(a)
}

func (u *unarchive) parser() *parser {
	p := u.perceptron()
	if u.err != nil {
		return nil
	}
	return &parser{perceptron: p, grammar: u.grammar(p.classes)}
}

// labelledMove is a move and, for left and right, the relation of the arc.
type labelledMove struct {
	move     move
	relation int
}

var moveNames = []string{shift: "shift", left: "left", right: "right"}

// readMoves reads the moves off the classes: "shift", "left nsubj", "right obj".
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

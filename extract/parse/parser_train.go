package parse

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
)

const (
	parserBits   = 22
	parserEpochs = 10
	exploreFrom  = 1   // epochs that follow the oracle only
	exploration  = 0.9 // how often the parser's own move is followed after that
)

// trainParser learns from gold heads and relations; tags and lemmas should be predicted ones.
func trainParser(trees []Tree, c *clusters, seed uint64, epochs int, progress func(string)) *parser {
	classes := moveClasses(trees)
	moves, relations := readMoves(classes)
	t := &parserTraining{learner: newLearner(classes, parserBits), moves: moves, relations: relations, number: numbers(classes), scores: make([]float32, len(classes))}
	t.random = rand.New(rand.NewPCG(seed, 2))
	inputs := make([]*input, len(trees))
	for i, tree := range trees {
		inputs[i] = newInput(tree.Words, c.forms(tree.Words))
	}
	for epoch := range epochs {
		t.explore = epoch >= exploreFrom
		t.errors = 0
		for _, i := range t.random.Perm(len(trees)) {
			t.sentence(inputs[i], trees[i].Words)
		}
		progress(fmt.Sprintf("trees: epoch %d of %d, %d moves wrong", epoch+1, epochs, t.errors))
	}
	return newParser(t.learner.perceptron())
}

func moveClasses(trees []Tree) []string {
	seen := map[string]bool{"shift": true}
	for _, t := range trees {
		for i, w := range t.Words {
			if w.Head < i {
				seen["right "+w.Relation] = true
			}
			if w.Head > i || w.Head == Root {
				seen["left "+w.Relation] = true
			}
		}
	}
	delete(seen, "right root")
	return slices.Sorted(maps.Keys(seen))
}

type parserTraining struct {
	learner   *learner
	moves     []labelledMove
	relations []string
	number    map[string]int
	random    *rand.Rand
	explore   bool
	errors    int

	state    state
	gold     []int
	scores   []float32
	features []uint32
}

func (t *parserTraining) sentence(in *input, words []Word) {
	t.gold = t.gold[:0]
	for _, w := range words {
		if w.Head == Root {
			t.gold = append(t.gold, len(words))
		} else {
			t.gold = append(t.gold, w.Head)
		}
	}
	s := &t.state
	for s.reset(len(words)); !s.done(); {
		t.features = in.features(t.features[:0], s)
		t.learner.score(t.features, t.scores)
		guess := bestAllowed(s, t.moves, t.relations, t.scores)
		gold := t.bestGold(words)
		if !t.free(guess, gold, words) {
			t.learner.update(t.features, gold, guess)
			t.errors++
			if !t.explore || t.random.Float64() > exploration {
				guess = gold
			}
		}
		m := t.moves[guess]
		s.apply(m.move, m.relation)
	}
}

// free reports whether a class costs no more than the gold one: the relation of a wrong arc is of no account.
func (t *parserTraining) free(guess, gold int, words []Word) bool {
	if guess == gold {
		return true
	}
	costs, m := t.state.costs(t.gold), t.moves[guess].move
	return costs[m] == costs[t.moves[gold].move] && m != shift && !t.isGold(m)
}

// isGold reports whether the arc of a move is in the gold tree.
func (t *parserTraining) isGold(m move) bool {
	head := t.state.next
	if m == right {
		head = t.state.top(1)
	}
	return t.gold[t.state.top(0)] == head
}

// bestGold returns the class with the best score among those that cost least; a dependent keeps its gold relation.
func (t *parserTraining) bestGold(words []Word) int {
	s := &t.state
	costs := s.costs(t.gold)
	best, lowest, score := -1, math.MaxInt, float32(0)
	for m := shift; m <= right; m++ {
		if !s.allows(m) || costs[m] > lowest {
			continue
		}
		c := t.class(m, words)
		if costs[m] < lowest || t.scores[c] > score {
			best, lowest, score = c, costs[m], t.scores[c]
		}
	}
	return best
}

// class returns the class of a move with the gold relation, or with the best one where none such was seen.
func (t *parserTraining) class(m move, words []Word) int {
	if m == shift {
		return t.number["shift"]
	}
	relation := words[t.state.top(0)].Relation
	if m == left && t.state.next == t.state.size {
		relation = "root"
	}
	c, ok := t.number[moveNames[m]+" "+relation]
	if ok && (relation != "root" || t.state.next == t.state.size) {
		return c
	}
	return bestAllowed(&t.state, t.moves, t.relations, t.scores, m)
}

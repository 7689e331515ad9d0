package parse

import "math"

// stray is the path that the best move of each step makes, and what the dynamic oracle says to it: for each step the
// class that should have been chosen.
type stray struct{ path, better []uint16 }

// wander follows the best move of each step, so that the parser learns what to do after its own mistakes (Goldberg
// and Nivre 2013).
func (t *parserTraining) wander(sentence int) stray {
	in, model := t.inputs[sentence], frequent{t}
	var s state
	var w stray
	var features []uint32
	var classes []uint16
	all := make([]float32, len(t.grammar.moves))
	for s.reset(in.size); !s.done(); {
		classes = t.grammar.classes(classes[:0], &s, t.tags[sentence])
		features = in.moveFeatures(features[:0], &s)
		scores := all[:len(classes)]
		model.scoreSome(features, classes, scores)
		guess := classes[argmax(scores)]
		w.path = append(w.path, guess)
		w.better = append(w.better, t.better(&s, t.trees[sentence], classes, scores, guess))
		s.follow(t.grammar.moves[guess])
	}
	return w
}

// better returns the best class among those that cost least, or the guess if it is one of them. A gold arc with
// another relation costs less than a lost arc; the relation of a wrong arc is of no account.
func (t *parserTraining) better(s *state, gold goldTree, classes []uint16, scores []float32, guess uint16) uint16 {
	costs := s.costs(gold.heads)
	best, lowest, high := guess, math.MaxInt, float32(0)
	for i, c := range classes {
		m := t.grammar.moves[c].move
		cost := 2 * costs[m]
		if m != shift && gold.heads[s.top(0)] == s.head(m) && t.grammar.goldClass(s, m, gold) != c {
			cost++
		}
		if cost < lowest || cost == lowest && (c == guess || best != guess && scores[i] > high) {
			best, lowest, high = c, cost, scores[i]
		}
	}
	return best
}

// correct learns from the mistakes on the way.
func (t *parserTraining) correct(sentence int, w stray) {
	in, s := t.inputs[sentence], &t.replay
	s.reset(in.size)
	for i, class := range w.path {
		if better := w.better[i]; better != class {
			features := t.updated(in, s)
			t.learner.reward(features, int(better), 1)
			t.learner.reward(features, int(class), -1)
		}
		s.follow(t.grammar.moves[class])
	}
}

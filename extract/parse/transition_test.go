package parse

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// randomTree returns heads of a projective tree whose root word depends on number size.
func randomTree(r *rand.Rand, size int) []int {
	heads := make([]int, size)
	var grow func(from, to, head int)
	grow = func(from, to, head int) {
		if from >= to {
			return
		}
		w := from + r.IntN(to-from)
		heads[w] = head
		cut := from + r.IntN(w-from+1)
		grow(from, cut, w)
		grow(cut, w, w)
		cut = w + 1 + r.IntN(to-w)
		grow(w+1, cut, w)
		grow(cut, to, w)
	}
	grow(0, size, size)
	return heads
}

func cheapest(s *state, gold []int) move {
	costs, best := s.costs(gold), move(-1)
	for m := shift; m <= right; m++ {
		if s.allows(m) && (best < 0 || costs[m] < costs[best]) {
			best = m
		}
	}
	return best
}

func TestOracleRebuildsTree(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	var s state
	for range 500 {
		gold := randomTree(r, 1+r.IntN(20))
		for s.reset(len(gold)); !s.done(); {
			m := cheapest(&s, gold)
			if c := s.costs(gold); c[m] != 0 {
				t.Fatalf("%v: every move costs: %v", gold, c)
			}
			s.apply(m, 0)
		}
		if !slices.Equal(s.heads, gold) {
			t.Fatalf("got %v, want %v", s.heads, gold)
		}
	}
}

// TestOracleCostIsLoss makes random moves, then follows the oracle: the arcs lost are the costs of those moves.
func TestOracleCostIsLoss(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	var s state
	for range 500 {
		gold := randomTree(r, 1+r.IntN(12))
		cost := 0
		for s.reset(len(gold)); !s.done(); {
			m := cheapest(&s, gold)
			if r.IntN(4) == 0 {
				if other := move(r.IntN(3)); s.allows(other) {
					m = other
				}
			}
			cost += s.costs(gold)[m]
			s.apply(m, 0)
		}
		lost := 0
		for i, h := range gold {
			if s.heads[i] != h {
				lost++
			}
		}
		if lost != cost {
			t.Fatalf("%v: got %v, %d arcs lost, want %d", gold, s.heads, lost, cost)
		}
	}
}

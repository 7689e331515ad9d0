package neural

import (
	"math"
	"strings"
)

// bestNames returns the classes with the greatest sum of scores in which an I- follows a B- or an I- of its kind
// (Viterbi's algorithm).
func bestNames(scores [][]float32, follows [][]bool) []int {
	if len(scores) == 0 {
		return nil
	}
	count := len(follows)
	best := make([]float32, count)
	from := make([][]int, len(scores))
	for i, row := range scores {
		next := make([]float32, count)
		from[i] = make([]int, count)
		for c := range next {
			next[c] = float32(math.Inf(-1))
			for last := range count {
				// The first word stands as if after class 0, no name.
				if (i > 0 || last == 0) && follows[last][c] && best[last]+row[c] > next[c] {
					next[c], from[i][c] = best[last]+row[c], last
				}
			}
		}
		best = next
	}
	return trace(best, from)
}

// trace follows the best sequence back from its end.
func trace(best []float32, from [][]int) []int {
	sequence := make([]int, len(from))
	class := 0
	for c, s := range best {
		if s > best[class] {
			class = c
		}
	}
	for i := len(from) - 1; i >= 0; i-- {
		sequence[i] = class
		class = from[i][class]
	}
	return sequence
}

// following tells which class may stand after which.
func following(names []string) [][]bool {
	follows := make([][]bool, len(names))
	for last := range names {
		follows[last] = make([]bool, len(names))
		for c, name := range names {
			follows[last][c] = !strings.HasPrefix(name, "I-") || kindOf(names[last]) == kindOf(name)
		}
	}
	return follows
}

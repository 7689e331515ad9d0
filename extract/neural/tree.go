package neural

import "math"

// bestTree returns the head of each word, 0 for the root, such that the heads are a tree with one word below the root
// and the sum of the scores is the greatest. Row i holds the scores of the heads of word i+1.
func bestTree(scores [][]float32) []int {
	heads := make([]int, len(scores))
	for i, row := range scores {
		heads[i] = bestHead(row, i+1)
	}
	if isTree(heads) {
		return heads
	}
	return spanningTree(scores)
}

func bestHead(row []float32, self int) int {
	best := -1
	for h, s := range row {
		if h != self && (best < 0 || s > row[best]) {
			best = h
		}
	}
	return best
}

// isTree reports whether one word hangs from the root, and all others from it.
func isTree(heads []int) bool {
	roots := 0
	for _, h := range heads {
		if h == 0 {
			roots++
		}
		for steps := 0; h != 0; steps++ {
			if steps > len(heads) {
				return false
			}
			h = heads[h-1]
		}
	}
	return roots == 1
}

// spanningTree is the algorithm of Chu, Liu and Edmonds. A price on the root keeps all but one word from it.
func spanningTree(scores [][]float32) []int {
	n := len(scores) + 1
	weights := newSquare(n)
	low, high := math.Inf(1), math.Inf(-1)
	for i, row := range scores {
		for h, s := range row {
			weights[h][i+1] = float64(s)
			low, high = min(low, float64(s)), max(high, float64(s))
		}
	}
	for i := 1; i < n; i++ {
		weights[0][i] -= float64(n) * (high - low + 1)
	}
	return arborescence(weights)[1:]
}

func newSquare(n int) [][]float64 {
	m := make([][]float64, n)
	for i := range m {
		m[i] = make([]float64, n)
		for j := range m[i] {
			m[i][j] = math.Inf(-1)
		}
	}
	return m
}

// arborescence returns the best head of each node but node 0, given the weight of head h and dependent d at [h][d].
func arborescence(weights [][]float64) []int {
	heads := make([]int, len(weights))
	for d := 1; d < len(weights); d++ {
		heads[d] = -1
		for h := range weights {
			if h != d && (heads[d] < 0 || weights[h][d] > weights[heads[d]][d]) {
				heads[d] = h
			}
		}
	}
	cycle := findCycle(heads)
	if cycle == nil {
		return heads
	}
	return unfold(weights, heads, cycle)
}

// findCycle returns the nodes of one cycle, or nil.
func findCycle(heads []int) []int {
	seen := make([]int, len(heads)) // the walk that came by
	for from := 1; from < len(heads); from++ {
		d := from
		for d != 0 && seen[d] == 0 {
			seen[d] = from
			d = heads[d]
		}
		if d == 0 || seen[d] != from {
			continue
		}
		cycle := []int{d}
		for h := heads[d]; h != d; h = heads[h] {
			cycle = append(cycle, h)
		}
		return cycle
	}
	return nil
}

// unfold solves the problem with the cycle as one node, and opens the cycle where an arc enters it.
func unfold(weights [][]float64, heads, cycle []int) []int {
	inCycle := make([]bool, len(heads))
	for _, d := range cycle {
		inCycle[d] = true
	}
	var outside []int // old numbers of the new nodes; the cycle comes last
	for d := range heads {
		if !inCycle[d] {
			outside = append(outside, d)
		}
	}
	folded := newSquare(len(outside) + 1)
	enters, leaves := make([]int, len(outside)), make([]int, len(outside))
	last := len(outside)
	for i, u := range outside {
		for j, v := range outside {
			folded[i][j] = weights[u][v]
		}
		enters[i], leaves[i] = cycle[0], cycle[0]
		for _, c := range cycle {
			if into := weights[u][c] - weights[heads[c]][c]; into > folded[i][last] {
				folded[i][last], enters[i] = into, c
			}
			if weights[c][u] > folded[last][i] {
				folded[last][i], leaves[i] = weights[c][u], c
			}
		}
	}
	solved := arborescence(folded)
	for j, v := range outside {
		switch {
		case j == 0:
		case solved[j] == last:
			heads[v] = leaves[j]
		default:
			heads[v] = outside[solved[j]]
		}
	}
	heads[enters[solved[last]]] = outside[solved[last]]
	return heads
}

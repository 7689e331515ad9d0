package neural

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func randomScores(n int, random *rand.Rand) [][]float32 {
	scores := make([][]float32, n)
	for i := range scores {
		scores[i] = make([]float32, n+1)
		for h := range scores[i] {
			scores[i][h] = float32(random.NormFloat64())
		}
	}
	return scores
}

func total(scores [][]float32, heads []int) float64 {
	sum := 0.0
	for i, h := range heads {
		sum += float64(scores[i][h])
	}
	return sum
}

// everyBestTree tries all heads of all words.
func everyBestTree(scores [][]float32, heads []int, i int, best *float64) {
	if i == len(scores) {
		if isTree(heads) {
			*best = max(*best, total(scores, heads))
		}
		return
	}
	for h := range scores[i] {
		heads[i] = h
		everyBestTree(scores, heads, i+1, best)
	}
}

func TestBestTree(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		scores := randomScores(1+random.IntN(5), random)
		heads := bestTree(scores)
		best := -1e9
		everyBestTree(scores, make([]int, len(scores)), 0, &best)
		if got := total(scores, heads); !isTree(heads) || got < best-1e-5 {
			t.Errorf("%v: heads %v sum to %.4f, want %.4f", scores, heads, got, best)
		}
	}
}

func TestBestTreeOfLongSentences(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range 20 {
		if heads := bestTree(randomScores(80, random)); !isTree(heads) {
			t.Errorf("no tree: %v", heads)
		}
	}
}

func TestBestNames(t *testing.T) {
	names := []string{"O", "B-LOC", "I-LOC", "B-PER", "I-PER"}
	follows := following(names)
	for _, c := range []struct {
		scores [][]float32
		want   []int
	}{
		{nil, nil},
		{[][]float32{{0, 0, 5, 1, 0}}, []int{3}},
		{[][]float32{{0, 4, 0, 3, 0}, {0, 0, 0, 0, 3}}, []int{3, 4}},
		{[][]float32{{9, 0, 0, 0, 0}, {1, 0, 0, 0, 5}}, []int{0, 0}},
	} {
		if got := bestNames(c.scores, follows); !slices.Equal(got, c.want) {
			t.Errorf("%v: got %v, want %v", c.scores, got, c.want)
		}
	}
}

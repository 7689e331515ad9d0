package neural

import (
	"math"
	"math/rand/v2"
	"testing"
)

// small is a network that finite differences can walk through.
func small(t *testing.T) (*learner, []*sample) {
	t.Helper()
	gold := []Gold{
		{Words: words("Kyiv", "said", "no"), Tags: []string{"N", "V", "X"}, Heads: []int{1, -1, 1}, Relations: []string{"nsubj", "root", "obj"}, Names: []string{"B-LOC", "O", "?"}},
		{Words: words("Ada", "Lovelace", "said", "no", "."), Tags: []string{"N", "N", "V", "X", "P"}, Heads: []int{2, 0, -1, 2, 2}, Relations: []string{"nsubj", "flat", "root", "obj", "punct"}},
		{Words: words("in", "Kyiv"), Names: []string{"O", "B-LOC"}},
		{Words: words("no"), Chances: [][]float32{{0.3, 0.7}}, Taught: []string{"O", "B-LOC"}},
	}
	var vectors Vectors
	vectors.Add("said", []float32{0.4, -0.2, 0.1})
	vectors.Add("kyiv", []float32{-0.3, 0.2, 0.5})
	l, err := Training{
		Sentences: gold, Vectors: vectors, Seed: 7, Shards: 1,
		Sizes: Sizes{Word: 3, Part: 4, Parts: 50, Hidden: 4, Layers: 2, Tag: 5, Name: 4, Arc: 6, Label: 3},
	}.learner()
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for _, m := range l.optimiser.moved { // so that no gradient is zero by symmetry
		draw(m, 0.5, random)
	}
	var samples []*sample
	for _, g := range gold {
		samples = append(samples, l.sampler.sample(g))
	}
	return l, samples
}

func words(forms ...string) []Word {
	list := make([]Word, len(forms))
	for i, f := range forms {
		list[i].Form = f
	}
	return list
}

// TestGradients compares each gradient with the difference that a small change makes, the same numbers dropped.
func TestGradients(t *testing.T) {
	l, samples := small(t)
	share := sharesOf(samples)
	w := l.optimiser.weights
	total := func(g *gradients) float64 {
		var mem arena
		g.clear()
		sum := w.forward(newBatch(samples), l.vocabulary, rand.New(rand.NewPCG(3, 4)), &mem).back(w, g, share, &mem)
		return sum.tag + sum.arc + sum.label + sum.name
	}
	g, scratch := newGradients(l.Sizes), newGradients(l.Sizes)
	total(g)
	const change = 4e-3
	checked := 0
	for k, m := range l.optimiser.moved {
		for i := range m.Data {
			was := m.Data[i]
			m.Data[i] = was + change
			up := total(scratch)
			m.Data[i] = was - change
			down := total(scratch)
			m.Data[i] = was
			want, got := (up-down)/(2*change), float64(g.matrices[k].Data[i])
			if math.Abs(got-want) > 2e-3+0.02*math.Abs(want) {
				t.Errorf("matrix %d, number %d: gradient %.5f, difference %.5f", k, i, got, want)
			}
			if got != 0 {
				checked++
			}
		}
	}
	if checked < 500 {
		t.Errorf("%d gradients are not zero, want 500 or more", checked)
	}
}

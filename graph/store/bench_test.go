package store

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/cayleygraph/quad"
)

// randomQuads are n quads of n/5 subjects, 360 predicates and n/50 labels.
func randomQuads(n int) []quad.Quad {
	r := rand.New(rand.NewPCG(1, 2))
	quads := make([]quad.Quad, n)
	for i := range quads {
		quads[i] = quad.Quad{
			Subject:   quad.IRI(fmt.Sprintf("urn:sayso:entity/Some_Name_%d", r.IntN(n/5))),
			Predicate: quad.IRI(fmt.Sprintf("urn:sayso:relation/relation_%d", r.IntN(360))),
			Object:    quad.IRI(fmt.Sprintf("urn:sayso:entity/Some_Name_%d", r.IntN(n/5))),
			Label:     quad.IRI(fmt.Sprintf("urn:sayso:article/%d", i/50)),
		}
	}
	return quads
}

func BenchmarkLoad100k(b *testing.B) {
	quads := randomQuads(100_000)
	for b.Loop() {
		s, err := Open(b.TempDir())
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.Load(ctx, yielding(quads, nil)); err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*100_000/b.Elapsed().Seconds(), "quads/s")
}

// An article of 60 claims in one durable transaction, into a graph that grows by it.
func BenchmarkAdd(b *testing.B) {
	s, err := Open(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	n := 0
	for b.Loop() {
		var lines []string
		for i := range 60 {
			lines = append(lines, fmt.Sprintf("Person %d|met|meet|Person %d|Person %d", n%500, i*7%500, n*i%500))
		}
		a, text := told(fmt.Sprint(n), lines...)
		if _, err := s.Add(ctx, a, text); err != nil {
			b.Fatal(err)
		}
		n++
	}
}

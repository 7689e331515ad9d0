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

// manyClaims is a store of articles of ten claims over names with a long tail.
func manyClaims(b *testing.B, claims int) *Store {
	b.Helper()
	s, err := OpenMemory()
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	random := rand.New(rand.NewPCG(1, 2))
	names := rand.NewZipf(random, 1.2, 20, uint64(claims/4))
	person := func() string { return fmt.Sprintf("Given%d Family%d", names.Uint64()%50, names.Uint64()) }
	var quads []quad.Quad
	for n := range claims / 10 {
		var lines []string
		for range 10 {
			verb := random.IntN(300)
			lines = append(lines, fmt.Sprintf("%s|relation%d|lemma%d|%s|", person(), verb, verb, person()))
		}
		a, _ := told(fmt.Sprint(n), lines...)
		quads = append(quads, a.Quads()...)
	}
	if _, err := s.Load(ctx, yielding(quads, nil)); err != nil {
		b.Fatal(err)
	}
	return s
}

// What a process that asks a large store begins with: all claims, and who is called what.
func BenchmarkStart(b *testing.B) {
	for _, n := range []int{5_000, 20_000} {
		s := manyClaims(b, n)
		b.Run(fmt.Sprint("claims/", n), func(b *testing.B) {
			for b.Loop() {
				if all, err := s.Claims(); len(all) != n || err != nil {
					b.Fatal(len(all), err)
				}
			}
		})
		b.Run(fmt.Sprint("articles/", n), func(b *testing.B) {
			for b.Loop() {
				if all, err := s.Articles(); len(all) != n/10 || err != nil {
					b.Fatal(len(all), err)
				}
			}
		})
		b.Run(fmt.Sprint("names/", n), func(b *testing.B) {
			for b.Loop() {
				s.names = nil
				if len(s.Resolve("Given20 Family20")) == 0 && len(s.Resolve("Given0 Family0")) == 0 {
					b.Fatal("nobody")
				}
			}
		})
	}
}

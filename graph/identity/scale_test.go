package identity

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"sayso/graph"
)

// BenchmarkSettle settles generated articles of ten entities each, a batch of 64 at a time.
func BenchmarkSettle(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("%d-articles", n), func(b *testing.B) {
			for range b.N {
				settleGenerated(n)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/article")
		})
	}
}

func settleGenerated(articles int) *Registry {
	g := generator{rand.New(rand.NewPCG(1, uint64(articles)))}
	r := New()
	for i := range articles {
		r.Enter(g.article(i), nil)
		if i%64 == 63 {
			r.Settle()
		}
	}
	r.Settle()
	return r
}

// generator makes names that are as unevenly used as those of the news: few are in very many articles.
type generator struct{ *rand.Rand }

func (g generator) article(n int) *graph.Article {
	a := &graph.Article{ID: fmt.Sprintf("%06d", n), Published: fmt.Sprint(2000 + n%25)}
	for i := range 10 {
		e := g.entity()
		e.ID = graph.Ref(fmt.Sprint(i + 1))
		e.Mentions = append(e.Mentions, graph.Mention{Document: a.ID, Text: e.Name})
		a.Entities = append(a.Entities, e)
	}
	return a
}

func (g generator) entity() graph.Entity {
	switch g.IntN(6) {
	case 0, 1:
		given, surname := g.word(400), g.word(20_000)
		e := graph.Entity{Name: given + " " + surname, Type: graph.Person, Named: true}
		e.Mentions = []graph.Mention{{Text: surname}}
		return e
	case 2:
		return graph.Entity{Name: g.word(20_000), Type: graph.Person, Named: true}
	case 3:
		return graph.Entity{Name: g.word(9_000) + " " + g.word(500) + " Institute", Type: graph.Organization, Named: true}
	case 4:
		return graph.Entity{Name: g.word(9_000), Type: graph.Place, Named: true}
	}
	return graph.Entity{Name: "statement", Type: graph.Work}
}

// word draws a word by Zipf's law.
func (g generator) word(of int) string {
	rank := int(math.Pow(float64(of), g.Float64()))
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	word := ""
	for n := rank*7919 + 31; n > 0; n /= len(consonants) * len(vowels) {
		word += string(consonants[n%len(consonants)]) + string(vowels[n/len(consonants)%len(vowels)])
	}
	return string(word[0]-'a'+'A') + word[1:] + "n"
}

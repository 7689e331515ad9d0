package analysis

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"sayso/graph"
)

// hub is a graph of n claims that one person takes part in, of verbs and things as uneven as in the news. Some of them
// clash, some say the same, and some have no object.
func hub(n int) *Graph {
	r := rand.New(rand.NewPCG(8, uint64(n)))
	verbs := []string{"reject", "accept", "approve", "lead", "pause", "halt", "win", "lose", "meet", "open", "close", "visit", "kill", "marry",
		"elect", "speak_with", "agree_with", "share", "stop_share", "resume", "call_for", "support", "oppose", "sign", "own", "found", "rise"}
	for i := range 170 {
		verbs = append(verbs, fmt.Sprintf("verb%d", i))
	}
	often := rand.NewZipf(r, 1.1, 8, uint64(len(verbs)-1))
	things := rand.NewZipf(r, 1.05, 40, uint64(n/4))
	of := []string{"plan for the %d", "Ministry of %d", "%d people", "talks about item%d with the group%d", "Person N%d"}
	thing := func() graph.Node {
		k := int(things.Uint64())
		name := fmt.Sprintf(of[r.IntN(len(of))], k+2, k%7)
		if i := len(name) - 9; i > 0 && name[i:] == "%!(EXTRA " {
			name = name[:i]
		}
		return readNode(name)
	}
	famous := readNode("Ann Hub")
	var claims []graph.Claim
	var articles []graph.Article
	for i := range n {
		if i%20 == 0 {
			articles = append(articles, graph.Article{ID: fmt.Sprintf("%06d", i/20), Published: fmt.Sprintf("2025-%02d-%02d", 1+i%12, 1+i%28)})
		}
		verb := verbs[often.Uint64()]
		c := graph.Claim{ID: fmt.Sprintf("c:%s/%d", articles[len(articles)-1].ID, i), Document: articles[len(articles)-1].ID, Subject: famous,
			Predicate: graph.Predicate{ID: graph.RelationIRI(verb), Name: verb, Lemma: verb}, Polarity: graph.Positive, Modality: graph.Asserted}
		other := thing()
		c.Object = &other
		switch r.IntN(10) {
		case 0:
			c.Object = nil
		case 1, 2:
			c.Subject, c.Object = other, &famous
		case 3:
			c.Arguments = []graph.Argument{{Role: "in", Text: "Oslo"}}
		case 4:
			c.Polarity = graph.Negative
		case 5:
			c.Time = &graph.Time{Value: fmt.Sprintf("2025-%02d", 1+r.IntN(12)), Precision: "month"}
		}
		claims = append(claims, c)
	}
	return New(claims, articles)
}

// TestNoneIsPassedOver: of the claims of a verb or a thing, none that clashes or says the same is passed over.
func TestNoneIsPassedOver(t *testing.T) {
	g := hub(600)
	clashes, sames := 0, 0
	for i := range g.claims {
		d, ok := g.deed(i)
		if !ok {
			continue
		}
		rivals, candidates := map[int]bool{}, setOf(g.candidates(d))
		for _, other := range g.rivals(d) {
			rivals[other.index] = true
		}
		for _, j := range append(slices.Clone(g.verbs[d.verb]), g.taking[readNode("Ann Hub").ID]...) {
			other, ok := g.deed(j)
			if !ok || j == i {
				continue
			}
			if g.clash(d, other) != "" {
				if clashes++; !rivals[j] {
					t.Errorf("%v clashes with %v and is passed over", g.Words(g.claims[j]), g.Words(g.claims[i]))
				}
			}
			if g.isSame(d, other) {
				if sames++; !candidates[j] {
					t.Errorf("%v says the same as %v and is passed over", g.Words(g.claims[j]), g.Words(g.claims[i]))
				}
			}
		}
	}
	if clashes < 20 || sames < 100 {
		t.Errorf("%d clash, %d say the same: too few to tell", clashes, sames)
	}
}

// BenchmarkConflictsOfHub asks for the conflicts of one who takes part in so many claims.
func BenchmarkConflictsOfHub(b *testing.B) {
	for _, n := range []int{1_000, 5_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				g := hub(n)
				b.StartTimer()
				found := g.Conflicts([]graph.Ref{readNode("Ann Hub").ID})
				b.ReportMetric(float64(len(found)), "conflicts")
			}
		})
	}
}

package answer

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"sayso/graph"
	"sayso/graph/store"
)

// BenchmarkAsk asks a store of many claims, among them the few of claims.jsonl.
func BenchmarkAsk(b *testing.B) {
	asker, err := NewAsker(testGraph{manyClaims(b, 5000, 10)}, readStatements(b, strings.NewReplacer()))
	if err != nil {
		b.Fatal(err)
	}
	for _, question := range []string{"Who ordered the suspension of grain shipments?", "What did Larsen do?", "Did Larsen sign the treaty?", "Where did the talks take place?"} {
		b.Run(strings.ReplaceAll(question, " ", "_"), func(b *testing.B) {
			for b.Loop() {
				if reply := ask(b, asker, question); len(reply.Answers) == 0 {
					b.Fatal("no answer")
				}
			}
		})
	}
}

// BenchmarkNewAsker reads a store of many claims.
func BenchmarkNewAsker(b *testing.B) {
	g := testGraph{manyClaims(b, 2000, 10)}
	for b.Loop() {
		if _, err := NewAsker(g, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// manyClaims are articles of generated claims beside those of claims.jsonl.
func manyClaims(b *testing.B, articles, claims int) *store.Store {
	b.Helper()
	s, err := store.OpenMemory()
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	for _, id := range []string{"n1", "n2"} {
		addArticle(b, s, id, strings.NewReplacer())
	}
	random := rand.New(rand.NewPCG(1, 2))
	for n := range articles {
		a, text := generated(random, fmt.Sprintf("g%d", n), claims)
		if _, err := s.Add(context.Background(), a, []byte(text)); err != nil {
			b.Fatal(err)
		}
	}
	return s
}

// generated is an article of plain clauses over two thousand names and the verbs of the synonym lexicon.
func generated(random *rand.Rand, id string, claims int) (*graph.Article, string) {
	verbs := LexiconLines(synonymText)
	things := []string{"suspension", "talks", "shipments", "harbour", "treaty", "report", "budget", "strike", "bridge", "election"}
	a := &graph.Article{ID: id, Title: id, Published: "2031-05-14"}
	var text strings.Builder
	for n := range claims {
		who := fmt.Sprintf("Person%d Family%d", random.IntN(50), random.IntN(2000))
		verb := verbs[random.IntN(len(verbs))][0]
		what := fmt.Sprintf("the %s of Town%d", things[random.IntN(len(things))], random.IntN(500))
		quote := fmt.Sprintf("%s will %s %s.", who, strings.ReplaceAll(verb, "_", " "), what)
		start := text.Len()
		text.WriteString(quote + "\n")
		a.Claims = append(a.Claims, graph.Claim{
			ID: fmt.Sprintf("c:%s/%d", id, n+1), Document: id, Quote: quote, Start: start, End: start + len(quote), Sentence: quote,
			Subject:   graph.Node{ID: graph.EntityIRI(who), Name: who, Type: graph.Person, Mention: who},
			Predicate: graph.Predicate{ID: graph.Ref("p:will_" + verb), Name: "will_" + verb, Lemma: verb},
			Object:    &graph.Node{ID: graph.EntityIRI(what[4:]), Name: what[4:], Type: graph.Thing, Mention: what},
			Polarity:  graph.Positive, Modality: graph.Future, Confidence: 0.9, Rule: "clause",
		})
	}
	return a, text.String()
}

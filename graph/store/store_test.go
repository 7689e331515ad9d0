package store

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"sayso/graph"
)

// told is an article and its text: a claim a line, as SUBJECT|RELATION|LEMMA|OBJECT|SOURCE, without a
// source where the article says so itself. Every subject, object and source is a named person.
func told(id string, lines ...string) (*graph.Article, []byte) {
	a := &graph.Article{ID: id, Title: "On " + id, Language: "en"}
	text := "« " + id + " »\n" // not ASCII: offsets are not bytes
	for i, line := range lines {
		f := strings.Split(line+"|", "|")
		quote := strings.TrimRight(strings.ReplaceAll(line, "|", " "), " ")
		start := utf8.RuneCountInString(text)
		text += quote + "\n"
		object := person(a, f[3])
		c := graph.Claim{
			ID: string(graph.ClaimIRI(id, i+1)), Document: id,
			Quote: quote, Start: start, End: start + utf8.RuneCountInString(quote), Sentence: quote,
			Subject: person(a, f[0]), Object: &object,
			Predicate: graph.Predicate{ID: graph.RelationIRI(f[1]), Name: f[1], Lemma: f[2]},
			Arguments: []graph.Argument{}, Polarity: graph.Positive, Modality: graph.Asserted, Confidence: 0.9, Rule: "test",
		}
		if strings.HasPrefix(f[1], "did_not") {
			c.Polarity = graph.Negative
		}
		if f[4] != "" {
			c.Attribution = &graph.Attribution{Source: person(a, f[4]), Cue: "said"}
		}
		a.Claims = append(a.Claims, c)
	}
	return a, []byte(text)
}

func person(a *graph.Article, name string) graph.Node {
	n := graph.Node{ID: graph.EntityIRI(name), Name: name, Type: graph.Person, Mention: name}
	for _, e := range a.Entities {
		if e.ID == n.ID {
			return n
		}
	}
	a.Entities = append(a.Entities, graph.Entity{ID: n.ID, Name: name, Type: n.Type, Named: true,
		Mentions: []graph.Mention{{Document: a.ID, Text: name}}})
	return n
}

// rename gives a thing of an article a new canonical name; the old one stays one of its mentions.
func rename(a *graph.Article, id graph.Ref, name string) *graph.Article {
	for i := range a.Entities {
		if a.Entities[i].ID == id {
			a.Entities[i].Name = name
		}
	}
	for i := range a.Claims {
		c := &a.Claims[i]
		for _, n := range []*graph.Node{&c.Subject, c.Object} {
			if n.ID == id {
				n.Name = name
			}
		}
	}
	return a
}

func memory(t *testing.T) *Store {
	t.Helper()
	s, err := openEmpty(t)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeStore(t, s) })
	return s
}

func closeStore(t *testing.T, s *Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

func add(t *testing.T, s *Store, want bool, a *graph.Article, text []byte) {
	t.Helper()
	changed, err := s.Add(context.Background(), a, text)
	if err != nil || changed != want {
		t.Fatalf("add %s: changed %v, want %v: %v", a.ID, changed, want, err)
	}
}

func lines(t *testing.T, s *Store) []string {
	t.Helper()
	var all []string
	err := s.Quads(context.Background(), func(q quad.Quad) error {
		all = append(all, q.NQuad())
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func verified(t *testing.T, s *Store) {
	t.Helper()
	faults, err := s.Verify(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Errorf("article %s: %s", f.Article, f.Text)
	}
}

package store

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"

	"sayso/graph"
)

func refs(list string) []graph.Ref {
	var found []graph.Ref
	for ref := range strings.FieldsSeq(list) {
		found = append(found, graph.Ref(ref))
	}
	return found
}

func alias(a *graph.Article, id graph.Ref, name string) {
	for i := range a.Entities {
		if e := &a.Entities[i]; e.ID == id {
			e.Mentions = append(e.Mentions, graph.Mention{Document: a.ID, Text: name})
		}
	}
}

func TestResolve(t *testing.T) {
	s := memory(t)
	a, text := told("1", "José Ibarra|met|meet|Okoye|", "Ibarra|saw|see|Bob|")
	a = rename(a, "e:Okoye", "Ada Okoye")
	alias(a, "e:José_Ibarra", "Ibarra")
	add(t, s, true, a, text)
	tests := []struct{ name, want string }{
		{"José Ibarra", "e:José_Ibarra"},
		{"jose ibarra", "e:José_Ibarra"},
		{"Ibarra", "e:Ibarra e:José_Ibarra"}, // whose name it is, then whose alias
		{"IBARRA", "e:Ibarra e:José_Ibarra"},
		{"Ada Okoye", "e:Okoye"},
		{"Okoye", "e:Okoye"},
		{"met", ""},
		{"On 1", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(refs(tt.want), s.Resolve(tt.name)); diff != "" {
			t.Errorf("%q: %s", tt.name, diff)
		}
	}
	if err := s.Remove(ctx, "1"); err != nil {
		t.Fatal(err)
	}
	if got := s.Resolve("Bob"); got != nil {
		t.Errorf("an article that is gone still names %v", got)
	}
}

func TestRelation(t *testing.T) {
	s := memory(t)
	a, text := told("1",
		"Ann|ordered|order|Bob|", "Ann|did_not_order|order|Cid|", "Ann|spoke_with|speak_with|Bob|",
		"Ann|relies_on|rely_on|Bob|", "Ann|did_not_sign|sign|Bob|", "Ann|orders|order|Dan|")
	add(t, s, true, a, text)
	tests := []struct{ name, want string }{
		{"ordered", "p:ordered"},
		{"p:ordered", "p:ordered"},
		{"order", "p:ordered p:orders"}, // not who did not
		{"ordering", "p:ordered p:orders"},
		{"spoke with", "p:spoke_with"},
		{"spoke_with", "p:spoke_with"},
		{"speaks with", "p:spoke_with"},
		{"relied on", "p:relies_on"},
		{"sign", "p:did_not_sign"}, // there is no other
		{"Did not sign", "p:did_not_sign"},
		{"meet", ""},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(refs(tt.want), s.Relation(tt.name)); diff != "" {
			t.Errorf("%q: %s", tt.name, diff)
		}
	}
}

func TestInflections(t *testing.T) {
	tests := []struct{ verb, want string }{
		{"order", "orders ordered ordering"},
		{"accuse", "accuses accused accusing"},
		{"deny", "denies denied denying"},
		{"stay", "stays stayed staying"},
		{"reach", "reaches reached reaching"},
		{"plan", "plans planed planing planned planning"},
		{"go", "goes goed going"},
		{"", ""},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(strings.Fields(tt.want), append([]string{}, inflections(tt.verb)...)); diff != "" {
			t.Errorf("%s: %s", tt.verb, diff)
		}
	}
}

func TestEntityAndClaimsAboutIt(t *testing.T) {
	s := memory(t)
	a, textA := told("1", "Ann|met|meet|Bob|Cid", "Bob|saw|see|Cid|", "Ann|left|leave|Bob|")
	b, textB := told("2", "Ann|met|meet|Dan|")
	b.Claims[0].Arguments = []graph.Argument{{Role: "with", Text: "Cid", ID: "e:Cid"}}
	add(t, s, true, a, textA)
	add(t, s, true, b, textB)
	e, err := s.Entity("e:Ann")
	if err != nil || e.Name != "Ann" || e.Type != graph.Person || !e.Named || len(e.Mentions) != 2 {
		t.Errorf("got %+v, %v", e, err)
	}
	if _, err := s.Entity("e:Unknown"); !errors.Is(err, ErrNotFound) {
		t.Errorf("got %v", err)
	}
	for ref, want := range map[graph.Ref]string{"e:Cid": "c:1/1 c:1/2 c:2/1", "e:Dan": "c:2/1", "e:Unknown": ""} {
		claims, err := s.About(ref)
		if err != nil {
			t.Fatal(err)
		}
		var got []graph.Ref
		for _, c := range claims {
			got = append(got, graph.Ref(c.ID))
		}
		if diff := cmp.Diff(refs(want), got); diff != "" {
			t.Errorf("%s: %s", ref, diff)
		}
	}
}

func TestRegistryKnowsTheEntities(t *testing.T) {
	s := memory(t)
	a, text := told("1", "Ada Okoye|met|meet|Bob Marsh|")
	add(t, s, true, a, text)
	r, err := s.Registry()
	if err != nil {
		t.Fatal(err)
	}
	next := &graph.Article{ID: "2", Entities: []graph.Entity{{ID: "1", Name: "Okoye", Type: graph.Person, Named: true,
		Mentions: []graph.Mention{{Document: "2", Text: "Okoye"}}}}}
	r.Assign([]*graph.Article{next})
	if got := next.Entities[0]; got.ID != "e:Ada_Okoye" {
		t.Errorf("got %+v", got)
	}
}

func TestArticlesAndStats(t *testing.T) {
	s := memory(t)
	a, textA := told("b", "Ann|met|meet|Bob|Cid", "Ann|saw|see|Bob|Cid")
	b, textB := told("a/x", "Ann|met|meet|Dan|")
	b.Published, b.URL = "2025-03-12", "https://example.org/x"
	add(t, s, true, a, textA)
	add(t, s, true, b, textB)
	articles, err := s.Articles()
	if err != nil || len(articles) != 2 || articles[0].ID != "a/x" || articles[1].ID != "b" {
		t.Fatalf("got %+v, %v", articles, err)
	}
	if got := articles[0]; got.Published != b.Published || got.URL != b.URL || got.Title != b.Title || len(got.SHA256) != 64 {
		t.Errorf("got %+v", got)
	}
	got, err := s.Stats()
	if err != nil {
		t.Fatal(err)
	}
	got.Bytes = 0
	want := Stats{Articles: 2, Claims: 3, Entities: 4, Relations: 2, Voices: 1, Quads: int64(len(lines(t, s)))}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if at, err := s.Loaded("b"); err != nil || at.IsZero() {
		t.Errorf("loaded %v, %v", at, err)
	}
}

func TestForeignNames(t *testing.T) {
	s := memory(t)
	load(t, s,
		quad.Quad{Subject: quad.IRI("http://x/1"), Predicate: graph.RDFSLabel, Object: quad.LangString{Value: "Wien", Lang: "de"}},
		quad.Quad{Subject: quad.IRI("http://x/1"), Predicate: quad.IRI("http://x/in"), Object: quad.String("Austria")})
	if diff := cmp.Diff(refs("http://x/1"), s.Resolve("Wien")); diff != "" {
		t.Error(diff)
	}
}

func TestResolveSurname(t *testing.T) {
	s := memory(t)
	a := &graph.Article{ID: "one", Entities: []graph.Entity{
		{ID: "e:Anna_Lindqvist", Name: "Anna Lindqvist", Type: graph.Person, Named: true, Mentions: []graph.Mention{{Document: "one", Text: "Anna Lindqvist"}}},
		{ID: "e:Port_Lindqvist", Name: "Port Lindqvist", Type: graph.Place, Named: true, Mentions: []graph.Mention{{Document: "one", Text: "Port Lindqvist"}}},
	}, Claims: []graph.Claim{{
		ID: "c:one/1", Document: "one", Quote: "q", End: 1, Sentence: "q",
		Subject:   graph.Node{ID: "e:Anna_Lindqvist", Name: "Anna Lindqvist", Type: graph.Person},
		Predicate: graph.Predicate{ID: "p:left", Name: "left", Lemma: "leave"},
		Object:    &graph.Node{ID: "e:Port_Lindqvist", Name: "Port Lindqvist", Type: graph.Place},
		Polarity:  graph.Positive, Modality: graph.Asserted,
	}}}
	if _, err := s.Add(context.Background(), a, []byte("q")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Lindqvist", "lindqvist"} {
		if got := s.Resolve(name); !slices.Equal(got, []graph.Ref{"e:Anna_Lindqvist"}) {
			t.Errorf("Resolve(%q) = %v, want the person alone", name, got)
		}
	}
	if got := s.Resolve("Anna"); len(got) > 0 {
		t.Errorf("Resolve(Anna) = %v, want nothing", got)
	}
}

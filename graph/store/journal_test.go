package store

import (
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadingTellsHowAnArticleWasRead(t *testing.T) {
	s := memory(t)
	x := extract(rand.New(rand.NewPCG(1, 2)), "a")
	x.Stamp, x.Input = "one", []byte("what was read")
	addAll(t, s, []Extract{x})
	first, graph := reading(t, s, "a"), lines(t, s)
	if first.Stamp != "one" || first.Input != Sum(x.Input) || first.Claims != len(x.Article.Claims) || first.Loaded.IsZero() {
		t.Errorf("got %+v", first)
	}
	if got, err := s.Input("a"); string(got) != "what was read" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}

	x.Stamp = "two" // and the same claims: only the journal changes
	if changed, err := s.AddExtracts(ctx, []Extract{x}); changed != 0 || err != nil {
		t.Errorf("changed %d, %v", changed, err)
	}
	second := reading(t, s, "a")
	if second.Stamp != "two" || !second.Loaded.Equal(first.Loaded) {
		t.Errorf("got %+v after %+v", second, first)
	}
	if diff := cmp.Diff(graph, lines(t, s)); diff != "" {
		t.Error(diff)
	}
	if got := reading(t, s, "unknown"); got != (Reading{}) {
		t.Errorf("got %+v", got)
	}
}

func reading(t *testing.T, s *Store, article string) Reading {
	t.Helper()
	r, err := s.Reading(article)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestProblemStandsUntilTheArticleIsReadOrRemoved(t *testing.T) {
	s := memory(t)
	if err := s.Report(Problem{Article: "b", File: "b.txt", Text: "broken"}, Problem{Article: "a", File: "a.txt", Text: "torn"}); err != nil {
		t.Fatal(err)
	}
	problems(t, s, "a torn", "b broken")
	a, text := told("a", "Ann|met|meet|Bob|")
	add(t, s, true, a, text)
	problems(t, s, "b broken")
	if err := s.Report(Problem{Article: "b", File: "b.txt", Text: "still broken"}); err != nil {
		t.Fatal(err)
	}
	problems(t, s, "b still broken")
	if err := s.Remove(ctx, "b"); err != nil {
		t.Fatal(err)
	}
	problems(t, s)
	if err := s.Remove(ctx, "b"); !errors.Is(err, ErrNotFound) {
		t.Errorf("got %v", err)
	}
}

// Two places may hold what would be one article, and each has its problem, whatever comes of the other.
func TestProblemsStandAtPlaces(t *testing.T) {
	s := memory(t)
	if err := s.Report(Problem{Article: "a", Place: "/x/a.txt", Text: "torn"}, Problem{Article: "a", Place: "/y/a.txt", Text: "broken"}); err != nil {
		t.Fatal(err)
	}
	a, text := told("a", "Ann|met|meet|Bob|")
	addAll(t, s, []Extract{{Article: a, Text: text, Place: "/x/a.txt"}})
	if err := s.Report(Problem{Article: "a", Place: "/y/a.txt", Text: "cut"}, Problem{Article: "a", Place: "/x/a.txt", Text: "torn"}); err != nil {
		t.Fatal(err)
	}
	problems(t, s, "a torn", "a broken", "a cut")
	if got := reading(t, s, "a").Place; got != "/x/a.txt" {
		t.Errorf("found at %q", got)
	}
	if err := s.Moved(map[string]string{"a": "/z/a.txt"}); err != nil {
		t.Fatal(err)
	}
	addAll(t, s, []Extract{{Article: a, Text: text}}) // from nobody knows where
	if got := reading(t, s, "a").Place; got != "/z/a.txt" {
		t.Errorf("found at %q", got)
	}
	if err := s.Mended(func(p Problem) bool { return p.Place == "/y/a.txt" }); err != nil {
		t.Fatal(err)
	}
	problems(t, s, "a torn")
	if err := s.Remove(ctx, "a"); err != nil {
		t.Fatal(err)
	}
	problems(t, s)
	verified(t, s)
}

func problems(t *testing.T, s *Store, want ...string) {
	t.Helper()
	all, err := s.Problems()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range all {
		if p.Since.IsZero() {
			t.Errorf("%s: since when?", p.Article)
		}
		got = append(got, p.Article+" "+p.Text)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

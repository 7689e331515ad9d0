package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/graph"
	"sayso/graph/identity"
)

// extract is an article in which people of a few names meet, its entities known within it alone.
func extract(random *rand.Rand, id string) Extract {
	given, surnames := []string{"Anna", "Ann", "Otto", "A.", ""}, []string{"Ek", "Ekström", "Lund"}
	name := func() string {
		full := given[random.IntN(len(given))] + " " + surnames[random.IntN(len(surnames))]
		if full[0] == ' ' {
			return full[1:]
		}
		return full
	}
	a, text := told(id, name()+"|met|meet|"+name(), name()+"|did_not_meet|meet|"+name()+"|"+name())
	local := map[graph.Ref]graph.Ref{}
	for i := range a.Entities {
		e := &a.Entities[i]
		local[e.ID] = graph.Ref(fmt.Sprint(i + 1))
		e.ID = local[e.ID]
	}
	for i := range a.Claims {
		c := &a.Claims[i]
		c.Subject.ID, c.Object.ID = local[c.Subject.ID], local[c.Object.ID]
		if c.Attribution != nil {
			c.Attribution.Source.ID = local[c.Attribution.Source.ID]
		}
	}
	return Extract{Article: a, Text: text}
}

func extracts(random *rand.Rand, n int) []Extract {
	var all []Extract
	for i := range n {
		all = append(all, extract(random, fmt.Sprintf("%03d", i)))
	}
	return all
}

func addAll(t *testing.T, s *Store, batches ...[]Extract) {
	t.Helper()
	for _, batch := range batches {
		if _, err := s.AddExtracts(context.Background(), batch); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Renumber(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// TestOrderDoesNotShow adds articles in other orders and batches: the graphs are the same, byte for byte.
func TestOrderDoesNotShow(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 1))
	for range 10 {
		all := extracts(random, 12)
		whole := memory(t)
		addAll(t, whole, all)
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		parts := memory(t)
		addAll(t, parts, slices.Collect(slices.Chunk(all, 1+random.IntN(5)))...)
		if diff := cmp.Diff(lines(t, whole), lines(t, parts)); diff != "" {
			t.Fatal(diff)
		}
		verified(t, parts)
	}
}

// TestUndoGivesTheGraphBack decides at random and takes each decision back in turn.
func TestUndoGivesTheGraphBack(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 1))
	for range 15 {
		s := memory(t)
		addAll(t, s, extracts(random, 8))
		var ds identity.Decisions
		graphs := [][]string{lines(t, s)}
		for range 5 {
			d := decision(t, random, s)
			if _, against := ds.Contradicts(d); against {
				continue
			}
			ds = append(ds, d)
			decide(t, s, ds)
			graphs = append(graphs, lines(t, s))
			verified(t, s)
		}
		for n := len(ds); n > 0; n-- {
			decide(t, s, ds[:n-1])
			if diff := cmp.Diff(graphs[n-1], lines(t, s)); diff != "" {
				t.Fatalf("without %s: %s", ds[n-1], diff)
			}
		}
	}
}

// TestPreviewTellsWhatChanges holds a preview against what then happens.
func TestPreviewTellsWhatChanges(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 1))
	for range 10 {
		s := memory(t)
		addAll(t, s, extracts(random, 8))
		ds := identity.Decisions{decision(t, random, s)}
		preview, err := s.Preview(ds)
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]bool{}
		for _, line := range lines(t, s) {
			want[line] = true
		}
		for _, q := range preview.Deleted {
			delete(want, q.NQuad())
		}
		for _, q := range preview.Added {
			want[q.NQuad()] = true
		}
		decide(t, s, ds)
		got := map[string]bool{}
		for _, line := range lines(t, s) {
			got[line] = true
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%s: %s", ds, diff)
		}
	}
}

func decide(t *testing.T, s *Store, ds identity.Decisions) {
	t.Helper()
	if err := s.Decide(context.Background(), slices.Clone(ds)); err != nil {
		t.Fatal(err)
	}
}

func decision(t *testing.T, random *rand.Rand, s *Store) identity.Decision {
	t.Helper()
	who, err := s.Registry()
	if err != nil {
		t.Fatal(err)
	}
	things := who.Things()
	a, b := things[random.IntN(len(things))], things[random.IntN(len(things))]
	switch {
	case a.ID == b.ID || random.IntN(3) == 0:
		return identity.Decision{Kind: identity.Split, A: a.ID, By: "document", Of: a.Articles[0]}
	case random.IntN(2) == 0:
		return identity.Decision{Kind: identity.Apart, A: a.ID, B: b.ID}
	}
	return identity.Decision{Kind: identity.Same, A: a.ID, B: b.ID}
}

package store

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A build that stops and goes on again comes to the same graph as one that was left alone, in an empty
// store and in one that has articles already.
func TestBuildGoesOnWhereItStopped(t *testing.T) {
	for seed := range uint64(3) {
		for _, before := range []int{0, 4} {
			t.Run(fmt.Sprint(seed, before), func(t *testing.T) {
				random := random(seed)
				all := extracts(random, 16)
				var batches [][]Extract
				for rest := all[before:]; len(rest) > 0; {
					n := min(1+random.IntN(6), len(rest))
					batches, rest = append(batches, rest[:n]), rest[n:]
				}
				want := builtFrom(t, all[:before], batches, false)
				if diff := cmp.Diff(want, builtFrom(t, all[:before], batches, true)); diff != "" {
					t.Error(diff)
				}
				if diff := cmp.Diff(want, builtFrom(t, nil, [][]Extract{all}, false)); before == 0 && diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}

// builtFrom is a graph built in batches on one that is there; it stops after each where stops is true.
func builtFrom(t *testing.T, before []Extract, batches [][]Extract, stops bool) []string {
	dir := filepath.Join(t.TempDir(), "store")
	s := reopened(t, nil, dir)
	addAll(t, s, before)
	s = reopened(t, s, dir)
	s.Begin()
	for _, batch := range batches {
		if _, err := s.AddExtracts(ctx, batch); err != nil {
			t.Fatal(err)
		}
		if stops {
			s = reopened(t, s, dir)
			s.Begin()
		}
	}
	addAll(t, s)
	defer closeStore(t, s)
	verified(t, s)
	return lines(t, s)
}

func reopened(t *testing.T, s *Store, dir string) *Store {
	t.Helper()
	if s != nil {
		closeStore(t, s)
	}
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func random(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, seed)) }

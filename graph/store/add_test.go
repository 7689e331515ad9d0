package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/graph"
)

var ctx = context.Background()

func TestOpen(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	if _, err := OpenExisting(dir); !errors.Is(err, ErrNoStore) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("looking for a store has made one")
	}
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	a, text := told("1", "Ann|met|meet|Bob|")
	add(t, s, true, a, text)
	want := lines(t, s)
	closeStore(t, s)
	if s, err = OpenExisting(dir); err != nil {
		t.Fatal(err)
	}
	defer closeStore(t, s)
	if diff := cmp.Diff(want, lines(t, s)); diff != "" {
		t.Error(diff)
	}
	verified(t, s)
}

func TestClaimsComeBackAsAdded(t *testing.T) {
	s := memory(t)
	b, textB := told("b", "Cid|led|lead|Dan|Ann", "Dan|saw|see|Cid|")
	a, textA := told("a/1", "Ann|met|meet|Bob|", "Bob|saw|see|Cid|Ann")
	add(t, s, true, b, textB)
	add(t, s, true, a, textA)
	got, err := s.Claims()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(append(slices.Clone(a.Claims), b.Claims...), got); diff != "" {
		t.Error(diff)
	}
	got, err = s.Claims("c:b/2", "c:a/1/1", "c:unknown/1", "e:Ann")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]graph.Claim{a.Claims[0], b.Claims[1]}, got); diff != "" {
		t.Error(diff)
	}
	for id, text := range map[string][]byte{"a/1": textA, "b": textB} {
		if got, err := s.Text(id); string(got) != string(text) || err != nil {
			t.Errorf("text of %s: %q, %v", id, got, err)
		}
	}
	if _, err := s.Text("c"); !errors.Is(err, ErrNotFound) {
		t.Errorf("got %v", err)
	}
	verified(t, s)
}

func TestAddingAgainWritesNothing(t *testing.T) {
	s := memory(t)
	a, text := told("1", "Ann|met|meet|Bob|Cid")
	add(t, s, true, a, text)
	version, quads := s.Version(), lines(t, s)
	add(t, s, false, a, text)
	if got := s.Version(); got != version {
		t.Errorf("version %d, want %d", got, version)
	}
	add(t, s, true, a, append(text, "More."...)) // the same claims, another text
	if diff := cmp.Diff(len(quads), len(lines(t, s))); diff != "" {
		t.Error(diff)
	}
	verified(t, s)
}

// Whatever an article said before, the graph is the one of what it says now.
func TestNewVersionReplacesTheOld(t *testing.T) {
	old, oldText := told("1", "Ann|met|meet|Bob|Cid", "Ann|saw|see|Dan|")
	now, nowText := told("1", "Ann|met|meet|Bob|Dan")
	other, otherText := told("10", "Ann|met|meet|Bob|Cid")
	s, want := memory(t), memory(t)
	add(t, s, true, old, oldText)
	add(t, s, true, other, otherText)
	add(t, s, true, now, nowText)
	add(t, want, true, other, otherText)
	add(t, want, true, now, nowText)
	if diff := cmp.Diff(lines(t, want), lines(t, s)); diff != "" {
		t.Error(diff)
	}
	verified(t, s)
}

func TestRemove(t *testing.T) {
	s := memory(t)
	a, text := told("1", "Ann|met|meet|Bob|Cid")
	b, _ := told("10", "Ann|met|meet|Bob|Cid")
	b.Claims = nil
	add(t, s, true, b, text) // another article with the same text
	want := lines(t, s)
	add(t, s, true, a, text)
	if err := s.Remove(ctx, "1"); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, lines(t, s)); diff != "" {
		t.Error(diff)
	}
	if got, err := s.Text("10"); string(got) != string(text) {
		t.Errorf("text that another article has: %q, %v", got, err)
	}
	verified(t, s)
	for _, err := range []error{s.Remove(ctx, "1"), s.Remove(ctx, "unknown")} {
		if !errors.Is(err, ErrNotFound) {
			t.Errorf("got %v", err)
		}
	}
	if err := s.Remove(ctx, "10"); err != nil {
		t.Fatal(err)
	}
	err := s.quads.Each([]byte{0x80}, func(key, _ []byte) error {
		t.Errorf("left %q", key)
		return nil
	})
	if err != nil || len(lines(t, s)) > 0 {
		t.Errorf("left %q, %v", lines(t, s), err)
	}
}

func TestClaimWithoutItsQuoteIsSetAside(t *testing.T) {
	s := memory(t)
	a, text := told("1", "Ann|met|meet|Bob|", "Ann|saw|see|Dan|", "Ann|left|leave|Dan|")
	a.Claims[1].Start++
	a.Claims[2].End += 1000
	add(t, s, true, a, text)
	got, err := s.Claims()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(a.Claims[:1], got); diff != "" {
		t.Error(diff)
	}
	a.SHA256 = strings.Repeat("0", 64)
	if _, err := s.Add(ctx, a, text); err == nil {
		t.Error("added with the hash of another text")
	}
}

func TestBetterNameReachesOtherArticles(t *testing.T) {
	first, firstText := told("1", "Okoye|met|meet|Bob|")
	second, secondText := told("2", "Okoye|saw|see|Bob|")
	second = rename(second, "e:Okoye", "Ada Okoye")
	s := memory(t)
	add(t, s, true, first, firstText)
	add(t, s, true, second, secondText)
	verified(t, s)

	claims, err := s.Claims("c:1/1", "c:2/1")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range claims {
		if c.Subject.Name != "Ada Okoye" || c.Subject.Mention != "Okoye" {
			t.Errorf("%s: %+v", c.ID, c.Subject)
		}
	}
	// The first article read again, now that the better name is known, is as the store has it.
	first, _ = told("1", "Okoye|met|meet|Bob|")
	add(t, s, false, rename(first, "e:Okoye", "Ada Okoye"), firstText)
}

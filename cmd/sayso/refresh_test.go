package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/graph/store"
)

// An article that another model has read is read again, what changes is told, and the graph is as if
// this program had read it at first.
func TestRefresh(t *testing.T) {
	dir := t.TempDir()
	article := filepath.Join(dir, "harbour.txt")
	text := "Harbour reopens after storm\n\nGovernor Anna Lindqvist reopened the harbour of Malmo on Tuesday. Mayor Otto Ek closed the bridge.\n"
	if err := os.WriteFile(article, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	kept := filepath.Join(dir, "store")
	typing(t, exitOK, "build", article, "--store", kept)
	want, _ := typing(t, exitOK, "export", "--store", kept)
	misread(t, kept, "harbour")

	dry, _ := typing(t, exitOK, "build", "--refresh", "--dry-run", "--store", kept)
	for _, line := range []string{"kept, 1 gone, 1 new\n  - Otto Ek — opened", "“Mayor Otto Ek closed the bridge”\n  + Otto Ek — closed", "1 article read again: "} {
		if !strings.Contains(dry, line) {
			t.Errorf("got\n%s\nwithout %q", dry, line)
		}
	}
	if got, _ := typing(t, exitOK, "export", "--store", kept); got == want || !strings.Contains(got, "opened") {
		t.Error("a dry run has changed the graph")
	}
	told, _ := typing(t, exitOK, "build", "--refresh", "--store", kept)
	if !strings.HasSuffix(told, " kept, 1 gone, 1 new\n") {
		t.Errorf("got %s", told)
	}
	if got, _ := typing(t, exitOK, "export", "--store", kept); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if _, said := typing(t, exitOK, "build", "--refresh", "--store", kept); !strings.Contains(said, "all articles were read by the model") {
		t.Errorf("got %s", said)
	}
}

// misread lets an article have been read by a model that takes the last verb for opened.
func misread(t *testing.T, dir, id string) {
	s, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	a, err := s.Extracted(id)
	if err != nil || len(a.Claims) < 2 {
		t.Fatalf("%+v, %v", a, err)
	}
	p := &a.Claims[len(a.Claims)-1].Predicate
	p.ID, p.Name, p.Lemma = "p:opened", "opened", "open"
	text, err := s.Text(id)
	if err != nil {
		t.Fatal(err)
	}
	input, err := s.Input(id)
	if err != nil {
		t.Fatal(err)
	}
	x := store.Extract{Article: a, Text: text, Stamp: "another", Input: input}
	if changed, err := s.AddExtracts(context.Background(), []store.Extract{x}); changed != 1 || err != nil {
		t.Fatalf("changed %d, %v", changed, err)
	}
}

func typing(t *testing.T, code int, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, told strings.Builder
	if got := run(args, strings.NewReader(""), &out, &told); got != code {
		t.Fatalf("sayso %s: exit %d, want %d\n%s%s", strings.Join(args, " "), got, code, out.String(), told.String())
	}
	return out.String(), told.String()
}

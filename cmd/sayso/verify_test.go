package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	cayley "github.com/cayleygraph/cayley/graph"

	"sayso/graph/store"
)

// Whatever bit of a table's data turns over, verify names the file and what can be done, with exit code 3.
func TestVerifyNamesTheDamagedFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	articles, err := filepath.Abs("../../data/articles")
	if err != nil {
		t.Fatal(err)
	}
	typing(t, exitOK, "build", articles, "--store", dir)
	typing(t, exitOK, "verify", "--store", dir) // opening it has made a table of the log
	tables := tablesOf(t, dir)
	for part := range 3 {
		var broken []string
		for name, whole := range tables {
			bytes := []byte(whole)
			bytes[len(bytes)*(2*part+1)/16] ^= 0x10
			if err := os.WriteFile(name, bytes, 0o600); err != nil {
				t.Fatal(err)
			}
			broken = append(broken, name+" is damaged: ")
		}
		_, said := typing(t, exitCorrupt, "verify", "--store", dir)
		if !containsAny(said, broken) || !strings.Contains(said, "; restore a backup") || strings.Count(said, "\n") > 1 {
			t.Errorf("part %d: got %q", part, said)
		}
	}
}

// tablesOf are the tables of a store: one, unless it is just being compacted.
func tablesOf(t *testing.T, dir string) map[string]string {
	names, err := filepath.Glob(filepath.Join(dir, "*.sst"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no tables in %s: %v", dir, err)
	}
	tables := map[string]string{}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		tables[name] = string(b)
	}
	return tables
}

func containsAny(text string, parts []string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(text, part) })
}

// An article that lost a quad is named, with what can be done, and that mends it.
func TestVerifyNamesTheDamagedArticle(t *testing.T) {
	dir := t.TempDir()
	article, kept := filepath.Join(dir, "harbour.txt"), filepath.Join(dir, "store")
	if err := os.WriteFile(article, []byte("Anna Lindqvist reopened the harbour of Malmo."), 0o600); err != nil {
		t.Fatal(err)
	}
	typing(t, exitOK, "build", article, "--store", kept)
	want, _ := typing(t, exitOK, "export", "--store", kept)
	loseQuad(t, kept)
	found, said := typing(t, exitCorrupt, "verify", "--store", kept)
	if !strings.Contains(found, "were committed; sayso remove harbour, and build its file again") || !strings.Contains(said, "is damaged: 1 fault") {
		t.Errorf("got %q, %q", found, said)
	}
	typing(t, exitOK, "remove", "harbour", "--store", kept)
	typing(t, exitOK, "build", article, "--store", kept)
	typing(t, exitOK, "verify", "--store", kept)
	if got, _ := typing(t, exitOK, "export", "--store", kept); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func loseQuad(t *testing.T, dir string) {
	s, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var lost []cayley.Delta
	for q, err := range s.Select(t.Context(), store.Match{Predicate: []quad.Value{quad.IRI("urn:sayso:schema/sha256")}}) {
		if err != nil {
			t.Fatal(err)
		}
		lost = append(lost, cayley.Delta{Quad: q, Action: cayley.Delete})
	}
	if len(lost) != 1 {
		t.Fatalf("%d quads", len(lost))
	}
	if err := s.QuadStore().ApplyDeltas(lost, cayley.IgnoreOpts{}); err != nil {
		t.Fatal(err)
	}
}

package answer

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/extract/parse"
)

var rewrite = flag.Bool("rewrite", false, "rewrite testdata")

// TestPatterns reads each question of questions.conllu as the patterns of patterns.txt.
func TestPatterns(t *testing.T) {
	trees := questionTrees(t)
	var got strings.Builder
	for _, tree := range trees {
		got.WriteString(textOf(tree) + "\n")
		for _, p := range Read(tree) {
			got.WriteString("\t" + p.String() + "\n")
		}
	}
	golden(t, "testdata/patterns.txt", got.String())
}

func questionTrees(t *testing.T) []parse.Tree {
	t.Helper()
	f, err := os.Open("testdata/questions.conllu")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	trees, err := parse.ReadConllu(f)
	if err != nil {
		t.Fatal(err)
	}
	if len(trees) == 0 {
		t.Fatal("no questions")
	}
	return trees
}

// textOf is the question as its words are spaced.
func textOf(tree parse.Tree) string {
	q := &question{Tree: tree}
	words := make([]int, len(tree.Words))
	for i := range words {
		words[i] = i
	}
	return q.text(words)
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *rewrite {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(got, string(want)); diff != "" {
		t.Errorf("%s (- got, + want):\n%s", name, diff)
	}
}

// TestQueries writes the Gizmo of each pattern, the strict one.
func TestQueries(t *testing.T) {
	trees := questionTrees(t)
	asker := newTestAsker(t, testClaims(t, nil), trees)
	var got strings.Builder
	for _, tree := range trees {
		got.WriteString(textOf(tree) + "\n")
		for _, p := range Read(tree) {
			m := newMatcher(asker.words, p, asker.graph.Resolve)
			got.WriteString(m.query("", true) + "\n")
		}
	}
	golden(t, "testdata/queries.txt", got.String())
}

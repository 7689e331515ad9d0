package claim

import (
	"os"
	"strings"
	"testing"

	"sayso/extract/parse"
)

// Cases as those of TestPhenomena, with tuples for claims: n-ary ones, then minimal ones.
func TestProjections(t *testing.T) {
	const file = "testdata/projection/tuples.txt"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var rewritten strings.Builder
	for _, c := range splitCases(string(text)) {
		tree, want, _ := strings.Cut(c+"\n", "\n----\n")
		got := tuplesIn(t, tree)
		if strings.TrimSpace(got) != strings.TrimSpace(want) && !*rewrite {
			t.Errorf("%s\ngot\n%s\nwant\n%s", sentenceOf(tree), got, want)
		}
		rewritten.WriteString(strings.TrimSpace(tree) + "\n----\n" + got + "\n")
	}
	if *rewrite {
		if err := os.WriteFile(file, []byte(rewritten.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func tuplesIn(t *testing.T, conllu string) string {
	t.Helper()
	trees, err := parse.ReadConllu(strings.NewReader(expand(conllu) + "\n\n"))
	if err != nil || len(trees) == 0 {
		t.Fatalf("%d trees in %q, %v", len(trees), conllu, err)
	}
	d := paragraph(conllu, trees)
	claims := Find(d, trees)
	var lines strings.Builder
	for _, tuple := range Nary(d, trees, claims) {
		lines.WriteString("n-ary: " + tuple.Relation + " | " + strings.Join(tuple.Arguments, " | ") + "\n")
	}
	for _, tuple := range Binary(d, trees, claims) {
		lines.WriteString(tuple.Arguments[0] + " | " + tuple.Relation + " | " + tuple.Arguments[1] + "\n")
	}
	return lines.String()
}

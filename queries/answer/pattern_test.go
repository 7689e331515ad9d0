package answer

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/extract/document"
	"sayso/extract/parse"
)

var rewrite = flag.Bool("rewrite", false, "rewrite testdata")

// TestPatterns reads each question of questions.txt as the patterns of patterns.txt.
func TestPatterns(t *testing.T) {
	asker := newTestAsker(t, nil)
	var got strings.Builder
	for _, question := range readQuestions(t) {
		got.WriteString(question + "\n")
		for _, p := range asker.Patterns(question) {
			got.WriteString("\t" + p.String() + "\n")
		}
	}
	golden(t, "testdata/patterns.txt", got.String())
}

// TestQueries writes the Gizmo of each pattern, the strict one.
func TestQueries(t *testing.T) {
	asker := newTestAsker(t, nil)
	var got strings.Builder
	for _, question := range readQuestions(t) {
		got.WriteString(question + "\n")
		for _, p := range asker.Patterns(question) {
			m := newMatcher(asker.words, p, asker.graph.Resolve)
			got.WriteString(m.query("", true) + "\n")
		}
	}
	golden(t, "testdata/queries.txt", got.String())
}

func readQuestions(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("testdata/questions.txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(text)), "\n")
}

// goldParser knows by heart the trees of the statements that questions are to be put as, and of no others.
type goldParser map[string]parse.Tree

func readStatements(t testing.TB, names *strings.Replacer) goldParser {
	t.Helper()
	text, err := os.ReadFile("testdata/statements.conllu")
	if err != nil {
		t.Fatal(err)
	}
	trees, err := parse.ReadConllu(strings.NewReader(names.Replace(string(text))))
	if err != nil || len(trees) == 0 {
		t.Fatalf("%d statements: %v", len(trees), err)
	}
	gold := goldParser{}
	for _, tree := range trees {
		var forms []string
		for _, w := range tree.Words {
			forms = append(forms, w.Text)
		}
		gold[strings.Join(forms, " ")] = tree
	}
	return gold
}

func (p goldParser) Tokenize(text string) document.Sentence {
	var s document.Sentence
	at := 0
	for field := range strings.FieldsSeq(text) {
		for _, w := range splitMark(field) {
			s.Tokens = append(s.Tokens, document.Token{Text: w, Span: document.Span{Start: at, End: at + len(w)}})
			at += len(w)
		}
		at++
	}
	return s
}

func splitMark(w string) []string {
	for _, end := range []string{"?", ",", ".", "'s"} {
		if rest, ok := strings.CutSuffix(w, end); ok {
			return []string{rest, end}
		}
	}
	return []string{w}
}

func (p goldParser) Parse(s document.Sentence) parse.Tree {
	var forms []string
	for _, t := range s.Tokens {
		forms = append(forms, t.Text)
	}
	return p[strings.Join(forms, " ")]
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

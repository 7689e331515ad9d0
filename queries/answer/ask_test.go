package answer

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"sayso/extract/document"
	"sayso/extract/parse"
	"sayso/graph"
)

// TestAnswers asks each question of questions.conllu of the claims of claims.jsonl.
func TestAnswers(t *testing.T) {
	var got strings.Builder
	trees := questionTrees(t)
	asker := newTestAsker(t, testClaims(t, nil), trees)
	for _, tree := range trees {
		question := textOf(tree)
		reply, err := asker.Ask(context.Background(), question, "")
		if err != nil {
			t.Fatal(err)
		}
		got.WriteString(question + "\n")
		for _, a := range reply.Answers {
			fmt.Fprintf(&got, "\t%s  %.2f %v\n", a.Text, a.Confidence, a.Claims)
		}
	}
	golden(t, "testdata/answers.txt", got.String())
}

// TestRenaming asks the same under other names: no answer hangs on a particular one.
func TestRenaming(t *testing.T) {
	names := strings.NewReplacer("Norway", "Peru", "Larsen", "Quispe", "Okafor", "Tanaka", "Nordkorn", "Vexbury", "Lagos", "Turin", "Berg", "Haas", "Bergen", "Haasen")
	plain, renamed := questionTrees(t), questionTrees(t)
	for i := range renamed {
		renamed[i] = rename(renamed[i], names)
	}
	a := newTestAsker(t, testClaims(t, nil), plain)
	b := newTestAsker(t, testClaims(t, names), renamed)
	for i := range plain {
		got, err := b.Ask(context.Background(), textOf(renamed[i]), "")
		if err != nil {
			t.Fatal(err)
		}
		want, err := a.Ask(context.Background(), textOf(plain[i]), "")
		if err != nil {
			t.Fatal(err)
		}
		if got, want := answerTexts(got, nil), answerTexts(want, names); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", textOf(renamed[i]), got, want)
		}
	}
}

func answerTexts(r Reply, names *strings.Replacer) []string {
	var texts []string
	for _, a := range r.Answers {
		if names != nil {
			a.Text = names.Replace(a.Text)
		}
		texts = append(texts, a.Text)
	}
	slices.Sort(texts)
	return texts
}

func rename(tree parse.Tree, names *strings.Replacer) parse.Tree {
	for i := range tree.Words {
		tree.Words[i].Text = names.Replace(tree.Words[i].Text)
		tree.Words[i].Lemma = names.Replace(tree.Words[i].Lemma)
	}
	return tree
}

func newTestAsker(t *testing.T, claims []graph.Claim, trees []parse.Tree) *Asker {
	t.Helper()
	asker, err := NewAsker(claimGraph(claims), goldParser(trees))
	if err != nil {
		t.Fatal(err)
	}
	return asker
}

func testClaims(t *testing.T, names *strings.Replacer) []graph.Claim {
	t.Helper()
	data, err := os.ReadFile("testdata/claims.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	if names != nil {
		data = []byte(names.Replace(string(data)))
	}
	var claims []graph.Claim
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		var c graph.Claim
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		claims = append(claims, c)
	}
	return claims
}

// goldParser knows the trees of its questions by heart.
type goldParser []parse.Tree

func (p goldParser) Tokenize(text string) document.Sentence {
	for _, tree := range p {
		if textOf(tree) == text {
			return sentenceOf(tree)
		}
	}
	return document.Sentence{}
}

func sentenceOf(tree parse.Tree) document.Sentence {
	var s document.Sentence
	for _, w := range tree.Words {
		s.Tokens = append(s.Tokens, w.Token)
	}
	return s
}

func (p goldParser) Parse(s document.Sentence) parse.Tree {
	for _, tree := range p {
		if slices.Equal(sentenceOf(tree).Tokens, s.Tokens) {
			return tree
		}
	}
	return parse.Tree{}
}

// claimGraph is a graph whose every query brings back all its claims: what an answer may rest on is decided by
// the comparison alone. Queries are run against a store in cmd/sayso.
type claimGraph []graph.Claim

func (g claimGraph) Query(context.Context, string) ([]graph.Ref, error) {
	var ids []graph.Ref
	for _, c := range g {
		ids = append(ids, graph.Ref(c.ID))
	}
	return ids, nil
}

func (g claimGraph) Claims(ids ...graph.Ref) ([]graph.Claim, error) {
	if len(ids) == 0 {
		return g, nil
	}
	return slices.DeleteFunc(slices.Clone(g), func(c graph.Claim) bool { return !slices.Contains(ids, graph.Ref(c.ID)) }), nil
}

func (g claimGraph) Resolve(string) []graph.Ref { return nil }

func (g claimGraph) Articles() ([]graph.Article, error) {
	return []graph.Article{{ID: "n1", Title: "Grain halted"}, {ID: "n2", Title: "Talks held"}}, nil
}

package answer

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"sayso/graph"
)

// TestAnswers asks each question of questions.txt of the claims of claims.jsonl.
func TestAnswers(t *testing.T) {
	asker := newTestAsker(t, nil)
	var got strings.Builder
	for _, question := range readQuestions(t) {
		got.WriteString(question + "\n")
		for _, a := range ask(t, asker, question).Answers {
			fmt.Fprintf(&got, "\t%s  %.2f %v\n", a.Text, a.Confidence, a.Claims)
		}
	}
	golden(t, "testdata/answers.txt", got.String())
}

// TestRenaming asks the same under other names: no answer hangs on a particular one.
func TestRenaming(t *testing.T) {
	names := strings.NewReplacer("Norway", "Peru", "Larsen", "Quispe", "Okafor", "Tanaka", "Nordkorn", "Vexbury",
		"Lagos", "Turin", "Bergen", "Haasen", "Berg", "Haas", "Dahl", "Weiss")
	plain, renamed := newTestAsker(t, nil), newTestAsker(t, names)
	for _, question := range readQuestions(t) {
		got := answerTexts(ask(t, renamed, names.Replace(question)))
		want := answerTexts(ask(t, plain, question))
		for i := range want {
			want[i] = names.Replace(want[i])
		}
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", names.Replace(question), got, want)
		}
	}
}

// TestEvidence holds every answer to its claims: the quotes are theirs, and each answer has one.
func TestEvidence(t *testing.T) {
	asker := newTestAsker(t, nil)
	for _, question := range readQuestions(t) {
		for _, a := range ask(t, asker, question).Answers {
			claims, err := asker.graph.Claims(a.Claims...)
			if err != nil || len(claims) != len(a.Evidence) || len(claims) == 0 {
				t.Fatalf("%s: %d claims, %d pieces of evidence, %v", question, len(claims), len(a.Evidence), err)
			}
			for _, c := range claims {
				if !slices.Contains(a.Evidence, evidenceOf(c)) {
					t.Errorf("%s: no evidence from %s", question, c.ID)
				}
			}
		}
	}
}

func ask(t *testing.T, a *Asker, question string) Reply {
	t.Helper()
	reply, err := a.Ask(context.Background(), question, "")
	if err != nil {
		t.Fatal(err)
	}
	return reply
}

func answerTexts(r Reply) []string {
	var texts []string
	for _, a := range r.Answers {
		texts = append(texts, a.Text)
	}
	slices.Sort(texts)
	return texts
}

func newTestAsker(t *testing.T, names *strings.Replacer) *Asker {
	t.Helper()
	if names == nil {
		names = strings.NewReplacer()
	}
	asker, err := NewAsker(claimGraph(readClaims(t, names)), readStatements(t, names))
	if err != nil {
		t.Fatal(err)
	}
	return asker
}

func readClaims(t *testing.T, names *strings.Replacer) []graph.Claim {
	t.Helper()
	data, err := os.ReadFile("testdata/claims.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var claims []graph.Claim
	for lines := bufio.NewScanner(bytes.NewReader([]byte(names.Replace(string(data))))); lines.Scan(); {
		var c graph.Claim
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		claims = append(claims, c)
	}
	return claims
}

// claimGraph is a graph whose every query brings back all its claims: what an answer may rest on is decided by
// the comparison alone. Queries run against a store in cmd/sayso.
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

func (g claimGraph) Entity(graph.Ref) (graph.Entity, error) {
	return graph.Entity{}, errors.New("no entity")
}

func (g claimGraph) Articles() ([]graph.Article, error) {
	return []graph.Article{{ID: "n1", Title: "Grain halted"}, {ID: "n2", Title: "Talks held"}}, nil
}

package answer

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"sayso/graph"
	"sayso/graph/store"
	"sayso/queries"
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

// TestQueryBringsBackClaims holds the query that is shown to what the answers rest on.
func TestQueryBringsBackClaims(t *testing.T) {
	asker := newTestAsker(t, nil)
	for _, question := range readQuestions(t) {
		reply := ask(t, asker, question)
		if len(reply.Answers) == 0 {
			continue
		}
		selected, err := asker.graph.Query(context.Background(), reply.Query)
		if err != nil {
			t.Fatalf("%s: %v", question, err)
		}
		for _, a := range reply.Answers {
			for _, claim := range a.Claims {
				if !slices.Contains(selected, claim) {
					t.Errorf("%s: the query does not bring back %s", question, claim)
				}
			}
		}
	}
}

// TestArticle keeps to the claims of the article named.
func TestArticle(t *testing.T) {
	asker := newTestAsker(t, nil)
	found := 0
	for _, question := range readQuestions(t) {
		reply, err := asker.Ask(context.Background(), question, "n2")
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range reply.Answers {
			for _, e := range a.Evidence {
				if found++; e.Document != "n2" {
					t.Errorf("%s: evidence from %s", question, e.Document)
				}
			}
		}
	}
	if found == 0 {
		t.Error("no answer from n2")
	}
}

func ask(t testing.TB, a *Asker, question string) Reply {
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

func newTestAsker(t testing.TB, names *strings.Replacer) *Asker {
	t.Helper()
	if names == nil {
		names = strings.NewReplacer()
	}
	s, err := store.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	for _, id := range []string{"n1", "n2"} {
		addArticle(t, s, id, names)
	}
	asker, err := NewAsker(testGraph{s}, readStatements(t, names))
	if err != nil {
		t.Fatal(err)
	}
	return asker
}

// addArticle adds the claims of claims.jsonl that are from the text of that name.
func addArticle(t testing.TB, s *store.Store, id string, names *strings.Replacer) {
	t.Helper()
	text, err := os.ReadFile("testdata/" + id + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	renamed := names.Replace(string(text))
	a := &graph.Article{ID: id, Title: "Article " + id, Published: "2031-05-14"}
	for _, c := range readClaims(t, names) {
		if c.Document == id {
			c.Start = strings.Index(renamed, c.Quote)
			c.End = c.Start + len(c.Quote)
			a.Claims = append(a.Claims, c)
		}
	}
	if _, err := s.Add(context.Background(), a, []byte(renamed)); err != nil {
		t.Fatal(err)
	}
}

func readClaims(t testing.TB, names *strings.Replacer) []graph.Claim {
	t.Helper()
	data, err := os.ReadFile("testdata/claims.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var claims []graph.Claim
	for lines := bufio.NewScanner(strings.NewReader(names.Replace(string(data)))); lines.Scan(); {
		var c graph.Claim
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		claims = append(claims, c)
	}
	return claims
}

// testGraph runs queries in this process: they are ours, and need no sandbox.
type testGraph struct{ *store.Store }

func (g testGraph) Query(ctx context.Context, gizmo string) ([]graph.Ref, error) {
	state, err := g.Snapshot()
	if err != nil {
		return nil, err
	}
	defer state.Close()
	session := queries.NewSession(ctx, queries.At(state, g.Store), queries.Limits{})
	if err := (queries.Script{Text: gizmo}).Run(ctx, session); err != nil {
		return nil, err
	}
	var refs []graph.Ref
	for _, a := range session.Result().Answers {
		if iri, ok := a.Get(queries.EndOfPath).(quad.IRI); ok {
			refs = append(refs, graph.Short(iri))
		}
	}
	return refs, nil
}

// TestOddQuestions: what is no question has no answer, and does no harm.
func TestOddQuestions(t *testing.T) {
	asker := newTestAsker(t, nil)
	for _, question := range []string{"", "?", "who", "Who?", "How", "How many?", "According to", "According to whom?", "did", "Did?",
		"name who", "In which", "to whom is", "asdf qwer", "what what what", "\x00", "“”", strings.Repeat("who did ", 200)} {
		if reply := ask(t, asker, question); len(reply.Answers) > 0 {
			t.Errorf("%q: got %v, want no answer", question, reply.Answers)
		}
	}
}

// TestNearest: where nothing answers, what shares the question's words is shown beside, never as an answer.
func TestNearest(t *testing.T) {
	reply := ask(t, newTestAsker(t, nil), "Did Larsen sign the treaty in Nairobi?")
	if len(reply.Answers) > 0 || len(reply.Nearest) == 0 || !strings.Contains(reply.Nearest[0].Quote, "treaty") {
		t.Errorf("got answers %v, nearest %v; want no answer, and the treaty near", reply.Answers, reply.Nearest)
	}
	text, err := json.Marshal(reply)
	if err != nil || strings.Contains(string(text), reply.Nearest[0].Quote) {
		t.Errorf("got %s, %v; want nothing near in JSON", text, err)
	}
}

// TestIndex: a term finds through the index what a look at every node finds.
func TestIndex(t *testing.T) {
	asker := newTestAsker(t, nil)
	v := asker.words
	for _, question := range readQuestions(t) {
		for _, p := range asker.Patterns(question) {
			m := newMatcher(v, p, asker.resolve)
			for _, term := range m.parts {
				found := v.candidates(term)
				for _, n := range v.nodes {
					if v.termMatch(term, n.texts, n.ref) > 0 && !slices.Contains(found, n) {
						t.Errorf("%s: the index leaves out %s for %q", question, n.key, term.Text)
					}
				}
			}
		}
	}
}

package web

import (
	"bufio"
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"sayso/data"
	"sayso/extract/parse"
	"sayso/graph"
	"sayso/graph/store"
	"sayso/queries/answer"
	"sayso/queries/sandbox"
)

var rewrite = flag.Bool("rewrite", false, "write what is answered into the testdata")

func TestMain(m *testing.M) {
	sandbox.Main()
	os.Exit(m.Run())
}

const port = 64210

// TestEndpoint holds each file of testdata, pairs of a request and what is answered, against the handler.
func TestEndpoint(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("testdata holds no requests")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			handler := Handler(live(t), Options{Port: port, Tokens: tokens(t)})
			for i := 0; i+1 < len(archive.Files); i += 2 {
				request, want := archive.Files[i], &archive.Files[i+1]
				got := exchange(t, handler, request.Data)
				if *rewrite {
					want.Data = got
				} else if !bytes.Equal(got, want.Data) {
					t.Errorf("%s: got\n%s\nwant\n%s", request.Name, got, want.Data)
				}
			}
			if *rewrite {
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// exchange sends a request as it is written and writes the answer down, without the headers
// that every answer has.
func exchange(t *testing.T, h http.Handler, text []byte) []byte {
	t.Helper()
	head, body, _ := bytes.Cut(bytes.TrimSpace(text), []byte("\n\n"))
	r, err := http.ReadRequest(bufio.NewReader(strings.NewReader(string(head) + "\r\n\r\n")))
	if err != nil {
		t.Fatalf("%s: %v", head, err)
	}
	r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	if r.Host == "" {
		r.Host = fmt.Sprintf("127.0.0.1:%d", port)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	var out bytes.Buffer
	fmt.Fprintf(&out, "%d\n", w.Code)
	for _, name := range []string{"Content-Type", "X-Result-Truncated", "X-Total-Count", "Link", "Allow", "Access-Control-Allow-Origin", "WWW-Authenticate"} {
		if v := w.Header().Get(name); v != "" {
			fmt.Fprintf(&out, "%s: %s\n", name, v)
		}
	}
	fmt.Fprintf(&out, "\n%s\n", bytes.TrimSpace(w.Body.Bytes()))
	return out.Bytes()
}

// TestEndlessQuery keeps answering while a query loops.
func TestEndlessQuery(t *testing.T) {
	handler := Handler(live(t), Options{Port: port})
	ctx, leave := context.WithCancel(context.Background())
	done := make(chan int)
	go func() {
		r := httptest.NewRequestWithContext(ctx, http.MethodPost, "/api/v2/query?lang=gizmo", strings.NewReader("while(true){}"))
		r.Host = "localhost:64210"
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		done <- w.Code
	}()
	got := exchange(t, handler, []byte("POST /api/v2/query?lang=gizmo HTTP/1.1\n\ng.emit(1)"))
	if !strings.Contains(string(got), `{"result":[1]}`) {
		t.Errorf("beside an endless query: %s", got)
	}
	leave()
	if code := <-done; code == http.StatusOK {
		t.Error("an endless query ended well")
	}
}

const story = `The council of Lisbon rejected the plan on Tuesday. Mayor Ida Berg signed a letter.
"The plan failed," said Berg.
`

// live is a graph of what that story says, which no retraining of a model moves.
func live(t testing.TB) Graph { return liveOf(t, 2) }

func liveOf(t testing.TB, workers int) Graph {
	t.Helper()
	council := graph.Node{ID: "e:council_of_Lisbon", Name: "council of Lisbon", Type: graph.Organization, Mention: "The council of Lisbon"}
	berg := graph.Node{ID: "e:Ida_Berg", Name: "Ida Berg", Type: graph.Person, Mention: "Mayor Ida Berg"}
	plan := graph.Node{ID: "e:plan", Name: "plan", Type: graph.Thing, Mention: "the plan"}
	letter := graph.Node{ID: "e:letter", Name: "letter", Type: graph.Work, Mention: "a letter"}
	a := &graph.Article{
		ID: "harbour", Title: "Council rejects plan", Published: "2024-05-08",
		Entities: []graph.Entity{entityOf(council), entityOf(berg, "Berg"), entityOf(plan), entityOf(letter)},
		Claims: []graph.Claim{
			claimOf(1, council, "rejected", "reject", &plan, nil, "The council of Lisbon rejected the plan on Tuesday"),
			claimOf(2, berg, "signed", "sign", &letter, nil, "Mayor Ida Berg signed a letter"),
			claimOf(3, plan, "failed", "fail", nil, &graph.Attribution{Source: graph.Node{ID: berg.ID, Name: berg.Name}, Cue: "said"}, "The plan failed"),
		},
	}
	a.Claims[0].Time = &graph.Time{Value: "2024-05-07", Precision: "day", Text: "on Tuesday"}
	s, err := store.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Add(context.Background(), a, []byte(story)); err != nil {
		t.Fatal(err)
	}
	model, err := parse.Load(data.Models)
	if err != nil {
		t.Fatal(err)
	}
	l := answer.NewLive(s, model, workers)
	t.Cleanup(func() {
		l.Close()
		s.Close()
	})
	return l
}

func entityOf(n graph.Node, aliases ...string) graph.Entity {
	e := graph.Entity{ID: n.ID, Name: n.Name, Type: n.Type, Named: n.Type == graph.Person}
	for _, text := range append([]string{n.Name}, aliases...) {
		e.Mentions = append(e.Mentions, graph.Mention{Document: "harbour", Text: text})
	}
	return e
}

func claimOf(n int, subject graph.Node, relation, lemma string, object *graph.Node, says *graph.Attribution, quote string) graph.Claim {
	start := strings.Index(story, quote)
	return graph.Claim{
		ID: fmt.Sprintf("c:harbour/%d", n), Document: "harbour", Quote: quote, Start: start, End: start + len(quote), Sentence: quote + ".",
		Subject: subject, Predicate: graph.Predicate{ID: graph.RelationIRI(relation), Name: relation, Lemma: lemma}, Object: object,
		Attribution: says, Polarity: graph.Positive, Modality: graph.Asserted, Confidence: 0.9, Rule: "active",
	}
}

package web

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cayleygraph/quad"

	"sayso/graph"
	"sayso/graph/format"
	"sayso/queries"
)

// TestPages follows the links from page to page, and meets every claim once.
func TestPages(t *testing.T) {
	handler := Handler(live(t), Options{Port: port})
	var met []string
	for next := "/api/sayso/v1/claims?limit=1&voice=article&voice=Ida+Berg"; next != ""; {
		r := httptest.NewRequest(http.MethodGet, next, nil)
		r.Host = "localhost:64210"
		w := send(handler, r)
		var answer claimsPage
		if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
			t.Fatal(err)
		}
		for _, c := range answer.Claims {
			met = append(met, c.ID)
		}
		if answer.Total != 3 || len(met) > 3 {
			t.Fatalf("%d claims of %d", len(met), answer.Total)
		}
		link, _, _ := strings.Cut(w.Header().Get("Link"), ">")
		next = strings.TrimPrefix(link, "<")
	}
	if got := strings.Join(met, " "); got != "c:harbour/1 c:harbour/2 c:harbour/3" {
		t.Errorf("met %s", got)
	}
}

// TestETag answers anew when the graph has changed.
func TestETag(t *testing.T) {
	g := live(t)
	handler := Handler(g, Options{Port: port})
	get := func(headers ...string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, "/api/sayso/v1/stats", nil)
		r.Host = "localhost:64210"
		return send(handler, r, headers...)
	}
	tag := get().Header().Get("ETag")
	if w := get("If-None-Match", `"x", `+tag); w.Code != http.StatusNotModified {
		t.Errorf("unchanged: %d", w.Code)
	}
	add := quad.Quad{Subject: quad.IRI("urn:x:a"), Predicate: quad.IRI("urn:x:b"), Object: quad.IRI("urn:x:c")}
	if _, err := g.Load(context.Background(), format.All([]quad.Quad{add})); err != nil {
		t.Fatal(err)
	}
	if w := get("If-None-Match", tag); w.Code != http.StatusOK || w.Header().Get("ETag") == tag {
		t.Errorf("changed: %d %s", w.Code, w.Header().Get("ETag"))
	}
}

// TestOwnQueries serves the saved queries of a folder, as they are when they are asked for.
func TestOwnQueries(t *testing.T) {
	folder := fstest.MapFS{"mine.js": {Data: []byte("// Mine\n// param n number = 1: a number\ng.emit(params.n)\n")}}
	handler := Handler(live(t), Options{Port: port, Shelf: queries.Shelf{Own: folder}})
	get := func(path string, headers ...string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.Host = "localhost:64210"
		return send(handler, r, headers...)
	}
	if w := get("/api/sayso/v1/queries"); !strings.Contains(w.Body.String(), `"address":"/q/mine.json"`) {
		t.Errorf("not listed: %s", w.Body)
	}
	w := get("/q/mine.ndjson?n=5")
	if got := strings.TrimSpace(w.Body.String()); got != `{"value":5}` {
		t.Errorf("got %d %s", w.Code, got)
	}
	folder["mine.js"].Data = []byte("// Mine\ng.emit(7)\n")
	if again := get("/q/mine.ndjson", "If-None-Match", w.Header().Get("ETag")); strings.TrimSpace(again.Body.String()) != `{"value":7}` {
		t.Errorf("after an edit: %d %s", again.Code, again.Body)
	}
	folder["mine.js"].Data = []byte("// Mine\n// param n what: a number\ng.emit(7)\n")
	if w := get("/q/mine.json"); w.Code != http.StatusInternalServerError {
		t.Errorf("one that cannot be read: %d %s", w.Code, w.Body)
	}
	if w := get("/q/yours.json"); w.Code != http.StatusNotFound {
		t.Errorf("one that is not there: %d %s", w.Code, w.Body)
	}
}

// TestGephiFollows stays, and is told what is added, changed and taken away, in an order that Gephi can follow.
func TestGephiFollows(t *testing.T) {
	g := live(t)
	address := serving(t, g, Options{})
	ctx, leave := context.WithCancel(context.Background())
	defer leave()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address+"/gephi/gs?operation=getGraph&follow=true", nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	lines := bufio.NewReader(response.Body)
	read := func(n int) string {
		var kinds []string
		for range n {
			line, err := lines.ReadString('\n')
			if err != nil {
				t.Fatal(err)
			}
			var event map[string]map[string]any
			if err := json.Unmarshal([]byte(line), &event); err != nil || !strings.HasSuffix(line, "\r\n") {
				t.Fatalf("%q: %v", line, err)
			}
			for kind, of := range event {
				for id := range of {
					kinds = append(kinds, kind+" "+id)
				}
			}
		}
		return strings.Join(kinds, ", ")
	}
	if got := read(7); !strings.HasPrefix(got, "an e:Ida_Berg") || !strings.HasSuffix(got, "ae edge:c:harbour/3") {
		t.Errorf("at first: %s", got)
	}
	note := []quad.Quad{{Subject: graph.Ref("e:plan").IRI(), Predicate: quad.IRI("urn:x:note"), Object: quad.IRI("urn:x:n"), Label: graph.ArticleIRI("harbour").IRI()}}
	if _, err := g.Load(ctx, format.All(note)); err != nil {
		t.Fatal(err)
	}
	if got := read(2); got != "an urn:x:n, ae edge:4" {
		t.Errorf("after an addition: %s", got)
	}
	if _, err := g.Delete(ctx, note, false); err != nil {
		t.Fatal(err)
	}
	if got := read(2); got != "de edge:4, dn urn:x:n" {
		t.Errorf("after a deletion: %s", got)
	}
}

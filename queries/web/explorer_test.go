package web

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sayso/data"
	"sayso/extract"
	"sayso/extract/document"
	"sayso/extract/parse"
	"sayso/graph"
	"sayso/graph/identity"
	"sayso/graph/store"
	"sayso/queries"
	"sayso/queries/answer"
)

// node runs a program of the explorer's folder, or skips where what it needs is not there.
func node(t *testing.T, arguments ...string) []byte {
	t.Helper()
	if _, err := os.Stat("explorer/node_modules"); err != nil {
		t.Skip("explorer/node_modules is not there; .ci/npm installs it")
	}
	c := exec.CommandContext(t.Context(), "node", arguments...)
	c.Dir = "explorer"
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("node %s: %v\n%s", strings.Join(arguments, " "), err, out)
	}
	return out
}

func chromium(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("Chromium takes a while")
	}
	if _, err := os.Stat("/usr/bin/chromium"); err != nil && os.Getenv("CHROMIUM") == "" {
		t.Skip("Chromium is not there; .ci/browser installs it, or $CHROMIUM names another")
	}
}

// TestExplorerIsBuilt holds the files that are committed against what the sources give.
func TestExplorerIsBuilt(t *testing.T) {
	out := t.TempDir()
	node(t, "build.mjs", out)
	fresh := os.DirFS(out)
	err := fs.WalkDir(fresh, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		want, err := fs.ReadFile(fresh, name)
		if err != nil {
			return err
		}
		if got, err := static.ReadFile("static/" + name); err != nil || !bytes.Equal(got, want) {
			t.Errorf("static/%s is not what its sources give: run npm run build in queries/web/explorer", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestExplorerTypes(t *testing.T) {
	node(t, "node_modules/typescript/bin/tsc", "-p", ".")
}

func TestExplorerTour(t *testing.T) {
	chromium(t)
	pictures := os.Getenv("SAYSO_SCREENSHOTS")
	if pictures == "" {
		pictures = t.TempDir()
	}
	folder := t.TempDir()
	options := Options{Tokens: tokens(t), Shelf: queries.Shelf{Own: os.DirFS(folder)}, Save: func(name, text string, _ bool) error {
		return os.WriteFile(filepath.Join(folder, name+".js"), []byte(text), 0o600)
	}}
	t.Logf("%s", node(t, "test/tour.mjs", serving(t, samples(t), options), writeToken, pictures))
}

func TestExplorerHostile(t *testing.T) {
	chromium(t)
	t.Logf("%s", node(t, "test/hostile.mjs", serving(t, hostileGraph(t), Options{})))
}

// samples are the five articles, read by the model that ships.
func samples(t *testing.T) Graph {
	t.Helper()
	model, err := parse.Load(data.Models)
	if err != nil {
		t.Fatal(err)
	}
	confidence, err := extract.LoadConfidence(data.Models)
	if err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(data.Articles, "articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("there are no sample articles")
	}
	var articles []*graph.Article
	var texts [][]byte
	for i, name := range files {
		text, err := fs.ReadFile(data.Articles, name)
		if err != nil {
			t.Fatal(err)
		}
		id := strings.TrimSuffix(filepath.Base(name), ".txt")
		d, err := document.Read(id, text, document.Metadata{Published: time.Date(2025, 3, 6+i, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			t.Fatal(err)
		}
		articles, texts = append(articles, extract.Article(d, model, confidence)), append(texts, text)
	}
	identity.New().Assign(articles)
	s := memory(t)
	for i, a := range articles {
		if _, err := s.Add(context.Background(), a, texts[i]); err != nil {
			t.Fatal(err)
		}
	}
	return liveIn(t, s, model)
}

// hostileGraph has a claim for each label of testdata/labels.json, whose subject and object are called so.
func hostileGraph(t *testing.T) Graph {
	t.Helper()
	text, err := os.ReadFile("testdata/labels.json")
	if err != nil {
		t.Fatal(err)
	}
	var labels []string
	if err := json.Unmarshal(text, &labels); err != nil || len(labels) < 200 {
		t.Fatalf("%d labels, %v", len(labels), err)
	}
	a := &graph.Article{ID: "hostile", Title: "<script>alert(1)</script>", Published: "2024-05-08"}
	var story strings.Builder
	for _, name := range labels {
		thing := graph.Node{ID: graph.EntityIRI(name), Name: name, Type: graph.Person, Mention: name}
		c := claimOf(len(a.Claims)+1, thing, "met", "meet", &thing, nil, name)
		c.Start = len([]rune(story.String()))
		story.WriteString(name + "\n")
		c.End, c.Sentence = c.Start+len([]rune(name)), name
		c.Document, c.ID = "hostile", fmt.Sprintf("c:hostile/%d", len(a.Claims)+1)
		a.Claims = append(a.Claims, c)
		a.Entities = append(a.Entities, entityOf(thing))
	}
	s := memory(t)
	if _, err := s.Add(context.Background(), a, []byte(story.String())); err != nil {
		t.Fatal(err)
	}
	model, err := parse.Load(data.Models)
	if err != nil {
		t.Fatal(err)
	}
	return liveIn(t, s, model)
}

func memory(t *testing.T) *store.Store {
	t.Helper()
	s, err := store.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func liveIn(t *testing.T, s *store.Store, model *parse.Model) Graph {
	t.Helper()
	l := answer.NewLive(s, model, 2)
	t.Cleanup(func() {
		l.Close()
		s.Close()
	})
	return l
}

// TestExplorerPolicy holds the policy of the page against what it loads: its own files, and nothing in a line of its own.
func TestExplorerPolicy(t *testing.T) {
	handler := Handler(live(t), Options{Port: port})
	for _, p := range append([]string{"/"}, "/entity", "/article", "/questions", "/conflicts", "/sources", "/examples") {
		r := httptest.NewRequest(http.MethodGet, p, nil)
		r.Host = fmt.Sprintf("127.0.0.1:%d", port)
		r.Header.Set("Accept", "text/html,*/*")
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		policy := w.Header().Get("Content-Security-Policy")
		if w.Code != http.StatusOK || !strings.Contains(policy, "script-src 'self';") || strings.Contains(policy, "unsafe") {
			t.Errorf("%s: %d, policy %q", p, w.Code, policy)
		}
		if page := w.Body.String(); strings.Contains(page, "<script>") || strings.Contains(page, "style=") || strings.Contains(page, "//cdn") {
			t.Errorf("%s has what its policy forbids", p)
		}
	}
}

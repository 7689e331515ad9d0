package web

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"sayso/data"
	"sayso/extract"
	"sayso/extract/document"
	"sayso/extract/parse"
	"sayso/graph"
	"sayso/graph/format"
	"sayso/graph/store"
	"sayso/queries/answer"
)

const peers = "../sparql/testdata/npm"

// TestSPARQLClient has a client from npm send the queries of articles.sparql to a server of the sample
// articles, and holds what it gets against what Oxigraph finds in the graph's N-Quads.
func TestSPARQLClient(t *testing.T) {
	if _, err := os.Stat(filepath.Join(peers, "node_modules")); err != nil {
		t.Skip("npm's packages are not installed: run .ci/npm")
	}
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("node is not installed")
	}
	archive, err := txtar.ParseFile("testdata/articles.sparql")
	if err != nil || len(archive.Files) < 40 {
		t.Fatalf("%d queries: %v", len(archive.Files), err)
	}
	var asked []string
	for _, f := range archive.Files {
		asked = append(asked, prologue()+string(f.Data))
	}
	g := sampleArticles(t)
	var found struct {
		Rows        int
		Differences []struct {
			Query     string
			Got, Want []string
		}
	}
	runClient(t, serve(t, g), exported(t, g), asked, &found)
	for _, d := range found.Differences {
		t.Errorf("%s\ngot  %.2000q\nwant %.2000q", strings.TrimPrefix(d.Query, prologue()), d.Got, d.Want)
	}
	if found.Rows < 1000 {
		t.Errorf("%d rows in all: the queries find little", found.Rows)
	}
	t.Logf("%d queries, %d rows", len(asked), found.Rows)
}

func runClient(t *testing.T, url, nquads string, asked []string, found any) {
	t.Helper()
	input, err := json.Marshal(asked)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", filepath.Join(peers, "client.mjs"), url+"/sparql", nquads)
	var stderr bytes.Buffer
	cmd.Stdin, cmd.Stderr = bytes.NewReader(input), &stderr
	printed, err := cmd.Output()
	if err != nil {
		t.Fatalf("node: %v\n%s", err, stderr.String())
	}
	if err := json.Unmarshal(printed, found); err != nil {
		t.Fatal(err)
	}
}

// prologue declares the prefixes, which a client cannot do without.
func prologue() string {
	var b strings.Builder
	for _, p := range graph.Prefixes {
		b.WriteString("PREFIX " + p.Name + ": <" + p.IRI + ">\n")
	}
	return b.String()
}

// serve serves a graph on a port of its own.
func serve(t *testing.T, g Graph) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: Handler(g, Options{Port: l.Addr().(*net.TCPAddr).Port}), ReadHeaderTimeout: time.Minute}
	go func() { _ = server.Serve(l) }()
	t.Cleanup(func() { server.Close() })
	return "http://" + l.Addr().String()
}

func exported(t *testing.T, g Graph) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "graph.nq")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := format.Write(f, "nquads", g.Select(context.Background(), store.Match{})); err != nil {
		t.Fatal(err)
	}
	return name
}

// sampleArticles is the graph of the articles that come with sayso.
func sampleArticles(t *testing.T) Graph {
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
		t.Fatal("no sample articles")
	}
	var batch []store.Extract
	for _, file := range files {
		text, err := fs.ReadFile(data.Articles, file)
		if err != nil {
			t.Fatal(err)
		}
		d, err := document.Read(document.ID(filepath.Base(file)), text, document.Metadata{Published: time.Date(2025, 3, 7, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			t.Fatal(err)
		}
		batch = append(batch, store.Extract{Article: extract.Article(d, model, confidence), Text: []byte(d.Text)})
	}
	s, err := store.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.AddExtracts(context.Background(), batch); err != nil {
		t.Fatal(err)
	}
	l := answer.NewLive(s, model, 1)
	t.Cleanup(func() {
		l.Close()
		s.Close()
	})
	return l
}

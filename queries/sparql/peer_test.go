package sparql

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"sayso/graph"
	"sayso/graph/quadstore"
	"sayso/queries"
)

// npm is the folder of the peers, or the test is skipped.
func npm(t *testing.T) string {
	t.Helper()
	folder := filepath.Join("testdata", "npm")
	if _, err := os.Stat(filepath.Join(folder, "node_modules")); err != nil {
		t.Skip("npm's packages are not installed: run .ci/npm")
	}
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("node is not installed")
	}
	return folder
}

// node runs a script of the folder and decodes what it prints.
func node(t *testing.T, input, output any, arguments ...string) {
	t.Helper()
	text, err := json.Marshal(input)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", arguments...)
	cmd.Stdin = bytes.NewReader(text)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	printed, err := cmd.Output()
	if err != nil {
		t.Fatalf("node: %v\n%s", err, stderr.String())
	}
	if err := json.Unmarshal(printed, output); err != nil {
		t.Fatal(err)
	}
}

type difference struct {
	Query     string
	Got, Want []string
}

// TestOxigraph holds the cases against an independent engine. Where we follow the
// recommendation and it does not, the case says so in its name.
func TestOxigraph(t *testing.T) {
	folder := npm(t)
	type peerCase struct {
		Query string          `json:"query"`
		JSON  json.RawMessage `json:"json"`
	}
	type peerGraph struct {
		NQuads string     `json:"nquads"`
		Cases  []peerCase `json:"cases"`
	}
	var asked []peerGraph
	for _, file := range caseFiles(t) {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		g := peerGraph{NQuads: string(archive.Files[0].Data)}
		at := snapshotOf(t, g.NQuads)
		for i := 1; i+1 < len(archive.Files); i += 2 {
			query := string(archive.Files[i].Data)
			if json, ok := asJSON(at, query); ok && !strings.Contains(archive.Files[i].Name, "unlike Oxigraph") {
				g.Cases = append(g.Cases, peerCase{prologue() + query, json})
			}
		}
		asked = append(asked, g)
	}
	var differ []difference
	node(t, asked, &differ, filepath.Join(folder, "compare.mjs"))
	for _, d := range differ {
		t.Errorf("%s\ngot  %q\nwant %q", strings.TrimPrefix(d.Query, prologue()), d.Got, d.Want)
	}
}

// asJSON is the answer of a SELECT or an ASK, null where the text is no query.
func asJSON(at *quadstore.Snapshot, query string) (json.RawMessage, bool) {
	q, err := Parse(query)
	if _, unsupported := err.(*UnsupportedError); unsupported {
		return nil, false
	}
	if err != nil {
		return json.RawMessage("null"), true
	}
	if q.IsGraph() {
		return nil, false
	}
	var out bytes.Buffer
	f, _ := ResultFormatNamed("json")
	if _, err = q.Write(context.Background(), &out, f, at, queries.Limits{}); err != nil {
		return nil, false
	}
	return out.Bytes(), true
}

// prologue declares what is declared for our queries before they begin.
func prologue() string {
	var b strings.Builder
	for _, p := range graph.Prefixes {
		b.WriteString("PREFIX " + p.Name + ": <" + p.IRI + "> \n")
	}
	return b.String()
}

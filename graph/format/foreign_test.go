package format

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/cayleygraph/quad"

	"sayso/graph"
)

// foreign is what another program reads of a format.
type foreign struct {
	Error string
	Nodes int
	Edges []foreignEdge
	Quads [][4]string
}

// foreignEdge is an edge as others read it, by the names of attributes.
type foreignEdge struct {
	ID         string  `json:"id"`
	Source     string  `json:"source"`
	Target     string  `json:"target"`
	Relation   string  `json:"relation"`
	Predicate  string  `json:"predicate"`
	Voice      string  `json:"voice"`
	Speaker    string  `json:"speaker"`
	Article    string  `json:"article"`
	Claim      string  `json:"claim"`
	Quote      string  `json:"quote"`
	Time       string  `json:"time"`
	Start      string  `json:"first_day"`
	End        string  `json:"last_day"`
	Polarity   string  `json:"polarity"`
	Modality   string  `json:"modality"`
	Arguments  string  `json:"arguments"`
	Confidence float64 `json:"confidence"`
}

// drawnSample is an article with a second claim of the same ends, one without an object, and quads of no claim, with text
// that would break out of any format.
func drawnSample(t testing.TB) []quad.Quad {
	a := readArticle(t)
	again, alone := a.Claims[0], a.Claims[0]
	again.ID, again.Quote = string(graph.ClaimIRI(a.ID, 90)), "\"<&>' ]]> \\N {x|y} é🚀, \n=1+1;"
	alone.ID, alone.Object = string(graph.ClaimIRI(a.ID, 91)), nil
	a.Claims = append(a.Claims, again, alone)
	more := quad.Quad{Subject: quad.IRI("urn:x:s"), Predicate: quad.IRI("urn:x:p"), Object: quad.String("=cmd|' /C calc'!A0"), Label: quad.IRI("urn:x:g")}
	link := more
	link.Object = a.Claims[0].Subject.ID.IRI()
	place := quad.Quad{Subject: link.Object, Predicate: graph.OWLSameAs, Object: quad.IRI("https://example.org/1"), Label: graph.ArticleIRI(a.ID).IRI()}
	return append(a.Quads(), place, more, link, quad.Quad{Subject: link.Subject, Predicate: link.Predicate, Object: link.Object, Label: quad.IRI("urn:x:h")})
}

// TestGraphOf counts: an edge for each claim and each quad beside them, however alike.
func TestGraphOf(t *testing.T) {
	quads := drawnSample(t)
	claims, err := graph.Claims(quads)
	if err != nil {
		t.Fatal(err)
	}
	g := GraphOf(quads)
	if got, want := len(g.Edges), len(claims)+3; got != want {
		t.Errorf("%d edges, want %d", got, want)
	}
	ids := map[string]bool{}
	for _, n := range g.Nodes {
		ids[n.ID] = true
	}
	for _, e := range g.Edges {
		if !ids[e.Source] || !ids[e.Target] {
			t.Errorf("%s leads from or to nowhere: %s, %s", e.ID, e.Source, e.Target)
		}
		if ids[e.ID] {
			t.Errorf("%s is the ID of two things", e.ID)
		}
		ids[e.ID] = true
	}
	for i, c := range claims {
		e := g.Edges[i]
		if e.Quote != c.Quote || e.Claim != c.ID || e.Source != string(c.Subject.ID) {
			t.Errorf("claim %s is drawn as %+v", c.ID, e)
		}
		if c.Attribution != nil && (e.Speaker != c.Attribution.Source.Name || !strings.Contains(e.Voice, "/voice/")) {
			t.Errorf("claim %s is said by %q in %q", c.ID, e.Speaker, e.Voice)
		}
	}
}

func TestDays(t *testing.T) {
	for value, want := range map[string][2]string{
		"2031-06-05":            {"2031-06-05", "2031-06-05"},
		"2031-06-05T10:00":      {"2031-06-05", "2031-06-05"},
		"2032-02":               {"2032-02-01", "2032-02-29"},
		"2031":                  {"2031-01-01", "2031-12-31"},
		"2031-03-01/2031-03-10": {"2031-03-01", "2031-03-10"},
		"PT8H":                  {},
		"":                      {},
		"PAST_REF":              {},
	} {
		first, last := days(value)
		if got := [2]string{first, last}; got != want {
			t.Errorf("%q: got %v, want %v", value, got, want)
		}
	}
}

// TestForeign reads what is written with the libraries that others use.
func TestForeign(t *testing.T) {
	if _, err := os.Stat("testdata/npm/node_modules"); err != nil {
		t.Skip("the npm packages are not there: .ci/npm installs them")
	}
	dir := t.TempDir()
	quads := drawnSample(t)
	for file, name := range map[string]string{
		"nquads": "nquads", "ntriples": "ntriples", "turtle": "turtle", "trig": "trig", "jsonld": "jsonld", "jsonld-stream": "jsonld",
		"gexf": "gexf", "gexf12": "gexf12", "graphml": "graphml", "graphology": "graphology", "cytoscape": "cytoscape", "dot": "dot",
	} {
		if err := os.WriteFile(filepath.Join(dir, file), write(t, name, quads), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	node := exec.Command("node", "read.mjs", dir)
	node.Dir, node.Stderr = "testdata/npm", os.Stderr
	out, err := node.Output()
	if err != nil {
		t.Fatal(err)
	}
	var read map[string]foreign
	if err := json.Unmarshal(out, &read); err != nil {
		t.Fatalf("%v in %.300s", err, out)
	}
	if len(read) != 12 {
		t.Errorf("read %d files", len(read))
	}
	for name, f := range read {
		t.Run(name, func(t *testing.T) {
			switch {
			case f.Error != "":
				t.Error(f.Error)
			case f.Quads != nil:
				sameQuads(t, quads, f.Quads, name != "ntriples" && name != "turtle")
			default:
				sameEdges(t, GraphOf(quads), f)
			}
		})
	}
}

func sameEdges(t *testing.T, g Graph, f foreign) {
	t.Helper()
	if f.Nodes != len(g.Nodes) {
		t.Errorf("%d nodes, want %d", f.Nodes, len(g.Nodes))
	}
	var want []foreignEdge
	for _, e := range g.Edges {
		want = append(want, foreignEdge(e))
	}
	byID := func(a, b foreignEdge) int { return cmp.Compare(a.ID, b.ID) }
	slices.SortFunc(want, byID)
	slices.SortFunc(f.Edges, byID)
	if diff := gocmp.Diff(want, f.Edges); diff != "" {
		t.Errorf("edges (-want +got):\n%s", diff)
	}
}

func sameQuads(t *testing.T, quads []quad.Quad, got [][4]string, labels bool) {
	t.Helper()
	want := map[[4]string]bool{}
	for _, q := range quads {
		terms := [4]string{foreignTerm(q.Subject), foreignTerm(q.Predicate), foreignTerm(q.Object), foreignTerm(q.Label)}
		if !labels {
			terms[3] = ""
		}
		want[terms] = true
	}
	read := map[[4]string]bool{}
	for _, terms := range got {
		read[terms] = true
	}
	if diff := gocmp.Diff(want, read); diff != "" {
		t.Errorf("quads (-want +got):\n%s", diff)
	}
}

func foreignTerm(v quad.Value) string {
	switch v := v.(type) {
	case nil:
		return ""
	case quad.IRI:
		return "<" + string(v) + ">"
	case quad.LangString:
		return string(marshal([]string{string(v.Value), "@" + strings.ToLower(v.Lang)}))
	}
	text, datatype := lexical(v)
	return string(marshal([]string{text, string(datatype)}))
}

// TestGraphviz draws with the program itself, where Debian has put it.
func TestGraphviz(t *testing.T) {
	program, err := exec.LookPath("dot")
	if err != nil {
		t.Skip("Graphviz is not there: apt-get install graphviz")
	}
	quads := drawnSample(t)
	draw := exec.Command(program, "-Tjson")
	draw.Stdin = bytes.NewReader(write(t, "dot", quads))
	out, err := draw.Output()
	if err != nil {
		t.Fatal(err)
	}
	var drawn struct {
		Objects []struct{ Name string }
		Edges   []struct{ ID, Quote, Voice string }
	}
	if err := json.Unmarshal(out, &drawn); err != nil {
		t.Fatal(err)
	}
	g := GraphOf(quads)
	if len(drawn.Objects) != len(g.Nodes) || len(drawn.Edges) != len(g.Edges) {
		t.Fatalf("%d nodes and %d edges, want %d and %d", len(drawn.Objects), len(drawn.Edges), len(g.Nodes), len(g.Edges))
	}
	for _, got := range drawn.Edges {
		i := slices.IndexFunc(g.Edges, func(e Edge) bool { return e.ID == got.ID })
		if i < 0 || got.Quote != g.Edges[i].Quote || got.Voice != g.Edges[i].Voice {
			t.Errorf("got %+v, which is none of ours", got)
		}
	}
}

// TestXML reads what is XML with a parser that takes nothing else, with text that no XML may hold.
func TestXML(t *testing.T) {
	quads := append(drawnSample(t), quad.Quad{Subject: quad.IRI("urn:x:s"), Predicate: quad.IRI("urn:x:p"), Object: quad.String("\x00\x1b[31m]]>\ufffe")})
	for _, name := range []string{"gexf", "gexf12", "graphml"} {
		var read struct {
			Nodes []struct {
				ID string `xml:"id,attr"`
			} `xml:"graph>node"`
			Edges []struct{} `xml:"graph>edge"`
			Inner struct {
				Nodes []struct{} `xml:"node"`
			} `xml:"graph>nodes"`
			InnerEdges struct {
				Edges []struct{} `xml:"edge"`
			} `xml:"graph>edges"`
		}
		d := xml.NewDecoder(bytes.NewReader(write(t, name, quads)))
		d.Strict = true
		if err := d.Decode(&read); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		g := GraphOf(quads)
		if n := len(read.Nodes) + len(read.Inner.Nodes); n != len(g.Nodes) {
			t.Errorf("%s: %d nodes, want %d", name, n, len(g.Nodes))
		}
		if n := len(read.Edges) + len(read.InnerEdges.Edges); n != len(g.Edges) {
			t.Errorf("%s: %d edges, want %d", name, n, len(g.Edges))
		}
	}
}

// TestTables reads the tables as RFC 4180 has them, and lets no cell begin a formula.
func TestTables(t *testing.T) {
	quads := drawnSample(t)
	g := GraphOf(quads)
	for name, want := range map[string]int{"csv": len(g.Edges), "neo4j-nodes": len(g.Nodes), "neo4j-relationships": len(g.Edges)} {
		rows, err := csv.NewReader(bytes.NewReader(write(t, name, quads))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) != want+1 {
			t.Errorf("%s: %d rows, want %d and a header", name, len(rows), want)
		}
		for _, row := range rows {
			for _, cell := range row {
				if strings.HasPrefix(cell, "=") {
					t.Errorf("%s: a formula: %q", name, cell)
				}
			}
		}
	}
	rows, err := csv.NewReader(bytes.NewReader(write(t, "csv", quads))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	quote := slices.Index(rows[0], "quote")
	for i, e := range g.Edges {
		if got := rows[i+1][quote]; got != e.Quote && got != "'"+e.Quote {
			t.Errorf("quote %q, want %q", got, e.Quote)
		}
	}
}

func TestCells(t *testing.T) {
	for cell, want := range map[string]string{
		"plain": "plain", "": "", "-5": "-5", "+1.5": "+1.5", "-1+1": "'-1+1", "=1": "'=1", "@x": "'@x", "\tx": "'\tx", "+49 30": "'+49 30",
	} {
		if got := cellOf(cell); got != want {
			t.Errorf("%q: got %q, want %q", cell, got, want)
		}
	}
}

// TestNodeLink reads it as networkx would: every end of an edge is a node, and edges have keys of their own.
func TestNodeLink(t *testing.T) {
	quads := drawnSample(t)
	for name, edges := range map[string]string{"node-link": "edges", "d3": "links"} {
		var read struct {
			Multigraph bool
			Nodes      []struct{ ID string }
			Edges      []struct{ Source, Target, Key, Quote string }
			Links      []struct{ Source, Target, Key, Quote string }
		}
		text := write(t, name, quads)
		if err := json.Unmarshal(text, &read); err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(text, []byte(`"`+edges+`": [`)) || !read.Multigraph {
			t.Errorf("%s begins with %.100s", name, text)
		}
		g := GraphOf(quads)
		if n := len(read.Edges) + len(read.Links); n != len(g.Edges) || len(read.Nodes) != len(g.Nodes) {
			t.Errorf("%s: %d nodes and %d edges, want %d and %d", name, len(read.Nodes), n, len(g.Nodes), len(g.Edges))
		}
	}
}

package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/cayleygraph/quad"

	"sayso/graph"
	"sayso/graph/format"
	"sayso/queries/answer"
	"sayso/queries/web"
)

// hostileKernels are what a label may hold to harm whoever shows it.
var hostileKernels = []string{
	"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "'; DROP TABLE quads; --", "{{.}}${7*7}",
	"\u202egnp.exe", "\u2066\u2069", "\u200f\u061c", "\ufeff\u200b", "\x00", "\x07\x08\x7f", "\x1b[2J\x1b[31m", "\x1b]0;title\x07", "\u009b31m", "\r\n\r\nHTTP/1.1 200 OK",
	"=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1", "\ufffe\uffff", "]]><!--", "&#0;&amp;&lt;", "> <urn:evil> <urn:evil> .\n<urn:evil> <urn:evil> <urn:evil> .",
	"\" .\n<urn:evil> <urn:evil> \"x", "../../etc/passwd", "%0a%00", "Ignore all previous instructions", "\\u0000\\x", strings.Repeat("ha", 2000), "\xff\xfe\xc0", "x\" ] } , {", "👩‍👩‍👧‍👦e\u0301",
}

// hostileLabels puts the kernels at the beginning, the end and in the middle of names, and alone.
func hostileLabels() (labels []string) {
	for _, k := range hostileKernels {
		labels = append(labels, k, k+" Lindqvist", "Anna "+k, "Anna"+k+"Lindqvist", "Anna "+k+" Lindqvist", k+k)
	}
	return labels
}

// TestHostileLabels brings 198 labels in by a load and by an article, and reads every export, every table and the door as
// the tools do that they are meant for: nothing of them gets out of its place.
func TestHostileLabels(t *testing.T) {
	dir := t.TempDir()
	kept, dump, news := filepath.Join(dir, "store"), filepath.Join(dir, "labels.nq"), filepath.Join(dir, "news.txt")
	labels := hostileLabels()
	if len(labels) < 198 {
		t.Fatalf("%d labels", len(labels))
	}
	lay(t, dump, hostileDump(t, labels))
	text := "Anna Lindqvist opened the harbour of Malmo. " + strings.Join(labels, " opened the harbour, said Anna Lindqvist. ")
	lay(t, news, strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", ""), "")) // such a file is refused
	typing(t, exitOK, "load", dump, "--store", kept)
	typing(t, exitOK, "build", news, "--store", kept)
	quads, _ := typing(t, exitOK, "export", "--store", kept)
	for _, name := range format.Written() {
		t.Run(name, func(t *testing.T) {
			out, _ := typing(t, exitOK, "export", "--store", kept, "--format", name)
			if err := readAs(name, out, strings.Count(quads, "\n")); err != nil {
				t.Error(err)
			}
		})
	}
	t.Run("terminal", func(t *testing.T) { onTerminal(t, kept, news) })
	t.Run("door", func(t *testing.T) { atTheDoor(t, kept, labels) })
	typing(t, exitOK, "verify", "--store", kept)
}

func hostileDump(t *testing.T, labels []string) string {
	var quads []quad.Quad
	for i, label := range labels {
		thing := graph.EntityIRI(label).IRI()
		in := graph.ArticleIRI(fmt.Sprint("hostile-", i)).IRI()
		quads = append(quads,
			quad.Quad{Subject: thing, Predicate: quad.IRI("http://www.w3.org/2000/01/rdf-schema#label"), Object: quad.String(strings.ToValidUTF8(label, "\ufffd")), Label: in},
			quad.Quad{Subject: thing, Predicate: graph.RelationIRI(label).IRI(), Object: graph.EntityIRI("Malmo").IRI(), Label: in})
	}
	var b bytes.Buffer
	if err := format.Write(&b, "nquads", format.All(quads)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// readAs reads an export as the tools do that it is written for.
func readAs(name, out string, quads int) error {
	switch name {
	case "nquads", "ntriples":
		return readLines(out, quads)
	case "gexf", "gexf12", "graphml":
		return readXML(out)
	case "csv", "neo4j-nodes", "neo4j-relationships":
		return readCells(out)
	case "ndjson":
		for line := range strings.Lines(out) {
			if !json.Valid([]byte(line)) {
				return fmt.Errorf("no JSON: %.200q", line)
			}
		}
		return nil
	case "turtle", "trig", "dot":
		return noneOf(out, "\x00\x1b\x07\x7f")
	}
	if !json.Valid([]byte(out)) {
		return errors.New("no JSON")
	}
	return nil
}

func readLines(out string, want int) error {
	read, err := format.Read(strings.NewReader(out), "nquads")
	if err != nil {
		return err
	}
	all, err := format.Collect(read)
	if err != nil {
		return err
	}
	for _, q := range all {
		if strings.Contains(q.Subject.Native().(quad.IRI).String(), "<urn:evil>") {
			return fmt.Errorf("injected: %v", q)
		}
	}
	if len(all) != want || strings.Count(out, "\n") != want {
		return fmt.Errorf("%d quads on %d lines, want %d", len(all), strings.Count(out, "\n"), want)
	}
	return noneOf(out, "\x00\x1b\x07\x7f\r") // the rest stands as it is, by the canonical form
}

func readXML(out string) error {
	for d := xml.NewDecoder(strings.NewReader(out)); ; {
		switch token, err := d.Token(); {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		default:
			if start, ok := token.(xml.StartElement); ok && (start.Name.Local == "script" || start.Name.Local == "img") {
				return fmt.Errorf("injected: %v", start)
			}
		}
	}
}

func readCells(out string) error {
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil {
		return err
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=@\t\r", rune(cell[0])) || strings.HasPrefix(cell, "+1+") || strings.HasPrefix(cell, "-2+") {
				return fmt.Errorf("a formula: %.80q", cell)
			}
		}
	}
	return noneOf(out, "\x00")
}

// onTerminal looks for what a terminal would obey in all that is printed as text.
func onTerminal(t *testing.T, kept, news string) {
	for _, args := range [][]string{
		{"extract", news}, {"stats"}, {"entities"}, {"entities", "--candidates"}, {"show", "Malmo"}, {"conflicts"}, {"problems"}, {"timeline", "Malmo", "--format", "table"},
		{"query", "--format", "table", "g.V().all()"}, {"query", "--lang", "sparql", "--format", "table", "SELECT * { ?a ?b ?c }"}, {"ask", "Who opened the harbour?"},
		{"ask", "\x1b[31mWho \u202eopened the harbour?"}, {"show", "\x1b[31m"}, {"run", "who_did_what", "--format", "table"}, {"path", "\x1b[31m", "\u202e"},
	} {
		var out, said strings.Builder
		code := run(append(args, "--store", kept), strings.NewReader(""), &out, &said)
		if code == exitInternal {
			t.Errorf("%q: exit %d, %s", args, code, said.String())
		}
		for _, line := range strings.Split(out.String()+said.String(), "\n") {
			if err := noneOf(strings.ReplaceAll(line, "\t", ""), ""); err != nil {
				t.Errorf("%q: %v", args, err)
				break
			}
		}
	}
}

// What is data goes to a file as it is, and to a terminal without what that would obey, however it is cut up.
func TestDataOnTerminal(t *testing.T) {
	for size := 1; size < 8; size++ {
		var b strings.Builder
		w := &plainWriter{w: &b}
		for text := "a\tb\x1b[1m\né\u202ec\u009b\n"; text != ""; {
			n := min(size, len(text))
			if _, err := io.WriteString(w, text[:n]); err != nil {
				t.Fatal(err)
			}
			text = text[n:]
		}
		if want := "a\tb\ufffd[1m\né\ufffdc\ufffd\n"; b.String() != want {
			t.Errorf("by %d: %q, want %q", size, b.String(), want)
		}
	}
}

// noneOf tells of the first character that is on the list or, without one, that moves or turns a terminal.
func noneOf(text, list string) error {
	for i, r := range text {
		if strings.ContainsRune(list, r) || list == "" && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			return fmt.Errorf("%q stands in %.120q", r, text[max(0, i-20):])
		}
	}
	return nil
}

func atTheDoor(t *testing.T, kept string, labels []string) {
	p := &program{dir: kept, stderr: io.Discard}
	err := p.live(1, func(live *answer.Live) error {
		door := web.Handler(live, web.Options{Port: 64210})
		paths := []string{"/", "/openapi.json", "/help", "/api/sayso/v1/entities?limit=1000", "/api/sayso/v1/claims?limit=100", "/api/v2/read", "/q/who_did_what.csv", "/q/who_did_what.json", "/api/v2/formats"}
		for _, label := range labels {
			paths = append(paths, "/api/sayso/v1/entities?q="+url.QueryEscape(label), "/q/who_did_what.gexf?who="+url.QueryEscape(label))
		}
		for _, path := range paths {
			if err := knocked(door, path); err != nil {
				t.Errorf("%.120s: %v", path, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// knocked asks for a path and reads the answer as its media type says.
func knocked(door http.Handler, path string) error {
	r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1:64210"+path, nil)
	w := httptest.NewRecorder()
	door.ServeHTTP(w, r)
	if w.Code >= 500 {
		return fmt.Errorf("%d %.200s", w.Code, w.Body)
	}
	for name, values := range w.Header() {
		for _, v := range values {
			if strings.ContainsAny(v, "\r\n\x00\x1b") {
				return fmt.Errorf("header %s: %q", name, v)
			}
		}
	}
	if w.Header().Get("X-Content-Type-Options") != "nosniff" {
		return errors.New("without nosniff")
	}
	media := w.Header().Get("Content-Type")
	switch {
	case strings.Contains(media, "json") && !strings.Contains(media, "ndjson"):
		if !json.Valid(w.Body.Bytes()) {
			return fmt.Errorf("no JSON: %.200q", w.Body)
		}
	case strings.Contains(media, "xml"):
		return readXML(w.Body.String())
	case strings.Contains(media, "csv"):
		return readCells(w.Body.String())
	case strings.Contains(media, "html") && strings.Contains(w.Body.String(), "<script>alert"):
		return errors.New("a script")
	}
	return nil
}

package format

import (
	"bytes"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
)

func TestNQuadsLines(t *testing.T) {
	s, p, o := quad.IRI("s"), quad.IRI("p"), quad.IRI("o")
	for _, c := range []struct {
		line string
		want []quad.Quad
	}{
		{"", nil},
		{" \t", nil},
		{"# comment", nil},
		{"<s> <p> <o> .", []quad.Quad{{Subject: s, Predicate: p, Object: o}}},
		{"<s><p><o>.", []quad.Quad{{Subject: s, Predicate: p, Object: o}}},
		{"<s>\t<p> <o> <g> . # comment\r\n", []quad.Quad{{Subject: s, Predicate: p, Object: o, Label: quad.IRI("g")}}},
		{"_:a.b <p> _:1.", []quad.Quad{{Subject: quad.BNode("a.b"), Predicate: p, Object: quad.BNode("1")}}},
		{`<s> <p> "a\"\\\n\u00e9\U0001F680" .`, []quad.Quad{{Subject: s, Predicate: p, Object: quad.String("a\"\\\né🚀")}}},
		{`<\u0073> <p> "x"@en-GB .`, []quad.Quad{{Subject: s, Predicate: p, Object: quad.LangString{Value: "x", Lang: "en-GB"}}}},
		{`<s> <p> "5"^^<http://www.w3.org/2001/XMLSchema#integer> .`, []quad.Quad{{Subject: s, Predicate: p, Object: quad.Int(5)}}},
		{`<s> <p> "True"^^<xsd:boolean> .`, []quad.Quad{{Subject: s, Predicate: p, Object: quad.Bool(true)}}},
		{`<s> <p> "0x1p-2"^^<xsd:double> .`, []quad.Quad{{Subject: s, Predicate: p, Object: quad.TypedString{Value: "0x1p-2", Type: xsdDouble}}}},
		{`"alice" "follows" "bob" "graph" .`, []quad.Quad{{Subject: quad.String("alice"), Predicate: quad.String("follows"), Object: quad.String("bob"), Label: quad.String("graph")}}},
	} {
		if diff := cmp.Diff(c.want, read(t, "nquads", []byte(c.line))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.line, diff)
		}
	}
}

func TestNQuadsErrorPointsAtTheLine(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"<s> <p> <o> .\n\n<é> <p> .\n", "line 3, column 9: object: want <IRI>, _:label or \"literal\""},
		{"<s> <p> <o>", "line 1, column 12: label: want <IRI>, _:label or \"literal\""},
		{"<s> <p> <o> <g>", "line 1, column 16: want . at the end"},
		{"<s> <p> <o> . <x>", "line 1, column 15: text after the full stop"},
		{"<s> <p> <o", "line 1, column 11: object: IRI: no closing >"},
		{`<s> <p> "o`, "line 1, column 11: object: literal: no closing \""},
		{`<s> <p> "\x" .`, "line 1, column 10: object: literal: unknown escape \"\\\\x\""},
		{`<s> <p> "\uD800" .`, "line 1, column 10: object: literal: \"\\\\uD800\" is no character"},
		{`<s> <p> "x"@ .`, "line 1, column 15: object: language tag \"\""},
		{`<s\u003e\u0020<evil> <p> <o> .`, "line 1, column 31: subject: IRI \"s> <evil\" with \">\""},
		{`<s> <p> <> .`, "line 1, column 13: object: empty IRI"},
		{"<s> <p> \"\xff\" .", "line 1, column 1: not UTF-8"},
		{"\n<" + strings.Repeat("s", longestIRI+1) + "> <p> <o> .", "line 2, column 8206: subject: IRI of 8193 bytes"},
		{"\n\n" + strings.Repeat("#", longestLine+2), "line 3, longer than 1048576 bytes"},
		{"alice follows bob .", "line 1, column 1: subject: want <IRI>, _:label or \"literal\""},
	} {
		quads, err := Read(strings.NewReader(c.text), "nquads")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Collect(quads); err == nil || err.Error() != c.want {
			t.Errorf("%.40q: got error %v, want %s", c.text, err, c.want)
		}
	}
}

func TestNQuadsAreCanonical(t *testing.T) {
	got := string(write(t, "nquads", []quad.Quad{
		{Subject: quad.IRI("s"), Predicate: quad.IRI("p"), Object: quad.Bool(true)},
		{Subject: quad.IRI("s"), Predicate: quad.IRI("p"), Object: quad.Float(0.93), Label: quad.IRI("g")},
		{Subject: quad.BNode("b"), Predicate: quad.IRI("p"), Object: quad.String("\x1b\n\x7f")},
	}))
	want := `<s> <p> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .
<s> <p> "9.3E-1"^^<http://www.w3.org/2001/XMLSchema#double> <g> .
_:b <p> "\u001B\n\u007F" .
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}

func FuzzNQuads(f *testing.F) { fuzzReader(f, "nquads") }

func FuzzNDJSON(f *testing.F) { fuzzReader(f, "ndjson") }

// fuzzReader: whatever can be read is written and read again as the same quads.
func fuzzReader(f *testing.F, name string) {
	for _, q := range sample() {
		var b bytes.Buffer
		if err := Write(&b, name, All([]quad.Quad{q})); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		quads, err := Read(bytes.NewReader(text), name)
		if err != nil {
			return
		}
		want, err := Collect(quads)
		if err != nil {
			return
		}
		got := read(t, name, write(t, name, want))
		if diff := cmp.Diff(asSet(want), asSet(got)); diff != "" {
			t.Errorf("quads (-want +got):\n%s", diff)
		}
	})
}

func BenchmarkReadNQuads(b *testing.B) {
	a := readArticle(b)
	var text bytes.Buffer
	if err := Write(&text, "nquads", All(a.Quads())); err != nil {
		b.Fatal(err)
	}
	dump := bytes.Repeat(text.Bytes(), 1000)
	b.SetBytes(int64(len(dump)))
	for b.Loop() {
		for _, err := range readNQuads(bytes.NewReader(dump)) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

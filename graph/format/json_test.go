package format

import (
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
)

func TestCayleyJSON(t *testing.T) {
	const text = `[
{"subject":"<alice>","predicate":"<follows>","object":"<bob>","label":"<graph>"},
{"subject":"_:b","predicate":"<age>","object":"\"5\"^^<xsd:integer>"},
{"subject":"Subject Node","predicate":"Predicate Node","object":"Object node"}
]
`
	want := []quad.Quad{
		{Subject: quad.IRI("alice"), Predicate: quad.IRI("follows"), Object: quad.IRI("bob"), Label: quad.IRI("graph")},
		{Subject: quad.BNode("b"), Predicate: quad.IRI("age"), Object: quad.Int(5)},
		{Subject: quad.String("Subject Node"), Predicate: quad.String("Predicate Node"), Object: quad.String("Object node")},
	}
	if diff := cmp.Diff(want, read(t, "json", []byte(text))); diff != "" {
		t.Errorf("quads (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(strings.Replace(text, "xsd:", xsd, 1), string(write(t, "json", want))); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}

// Cayley itself reads our strings as the strings they are.
func TestCayleyReadsOurStrings(t *testing.T) {
	for _, v := range values {
		s, ok := v.(quad.String)
		if !ok {
			continue
		}
		//lint:ignore SA1019 Cayley reads JSON with this very function
		if got := quad.Raw(jsonValue(s)); got != s {
			t.Errorf("%q is written as %q, which Cayley reads as %v", string(s), jsonValue(s), got)
		}
	}
}

func TestJSONErrorCountsQuads(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{``, "want a list of quads"},
		{`{}`, "want a list of quads"},
		{`[{"subject":"<a>","predicate":"<b>","object":"<c>"},{"subject":"<a>"}]`, "quad 2: predicate: missing"},
		{`[{"subject":"<a b>","predicate":"<b>","object":"<c>"}]`, `quad 1: subject: IRI "a b" with " "`},
		{`[{"subject":"<a>","predicate":"<b>","object":"\"x\"^^<t> ."}]`, `quad 1: object: " ." after the term`},
		{`[{"subject":"<a>","predicate":"<b>","object":"<c>"}`, "end of the list: EOF"},
		{`[{"subject":"` + strings.Repeat("x", 2<<20) + `"}]`, "quad 1: longer than 1048576 bytes"},
	} {
		_, err := Collect(readJSON(strings.NewReader(c.text)))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%.60s: got error %v, want %s", c.text, err, c.want)
		}
	}
	if got := read(t, "json", []byte("null\n")); got != nil {
		t.Errorf("null: got %v", got)
	}
}

func FuzzJSON(f *testing.F) { fuzzReader(f, "json") }

package format

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
)

var rewrite = flag.Bool("rewrite", false, "rewrite the golden files")

func TestArticleAsJSONLD(t *testing.T) {
	a := readArticle(t)
	got := write(t, "jsonld", a.Quads())
	if *rewrite {
		if err := os.WriteFile("testdata/article.jsonld", got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/article.jsonld")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
}

func TestForeignJSONLD(t *testing.T) {
	const text = `{
  "@context": {"ex": "http://example.org/", "knows": {"@id": "ex:knows", "@type": "@id"}, "list": {"@id": "ex:list", "@container": "@list"}},
  "@id": "ex:alice",
  "@type": "ex:Person",
  "knows": [{"@id": "ex:bob", "ex:age": 42}, "_:x"],
  "list": ["a", 1.5],
  "@reverse": {"ex:likes": {"@id": "ex:carol"}},
  "ex:data": {"@value": {"b": 1}, "@type": "@json"},
  "@graph": [{"@id": "ex:inside", "ex:height": {"@value": "7", "@type": "ex:feet"}}]
}`
	want := `<http://example.org/inside> <http://example.org/height> "7"^^<http://example.org/feet> <http://example.org/alice> .
<http://example.org/carol> <http://example.org/likes> <http://example.org/alice> .
<http://example.org/alice> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/Person> .
<http://example.org/alice> <http://example.org/data> "{\"b\":1}"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON> .
<http://example.org/bob> <http://example.org/age> "42"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://example.org/alice> <http://example.org/knows> <http://example.org/bob> .
<http://example.org/alice> <http://example.org/knows> _:b0 .
_:b1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> "1.5E0"^^<http://www.w3.org/2001/XMLSchema#double> .
_:b1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .
_:b2 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> "a" .
_:b2 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:b1 .
<http://example.org/alice> <http://example.org/list> _:b2 .
`
	got := string(write(t, "nquads", read(t, "jsonld", []byte(text))))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("quads (-want +got):\n%s", diff)
	}
}

func TestJSONLDFetchesNothing(t *testing.T) {
	secret := t.TempDir() + "/context.jsonld"
	if err := os.WriteFile(secret, []byte(`{"@context": {"p": "http://example.org/"}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, url := range []string{"http://127.0.0.1:1/c", "https://schema.org/", "file://" + secret, secret, "context.jsonld"} {
		for _, text := range []string{
			fmt.Sprintf(`{"@context": %q, "http://example.org/p": "x"}`, url),
			fmt.Sprintf(`{"@context": {"@import": %q}, "http://example.org/p": "x"}`, url),
			fmt.Sprintf(`{"@context": {"t": {"@id": "urn:t", "@context": %q}}, "t": {"urn:p": "x"}}`, url),
		} {
			if got, err := Collect(readJSONLD(strings.NewReader(text))); err == nil || !strings.Contains(err.Error(), "is not fetched") {
				t.Errorf("%s: got %v, %v", text, got, err)
			}
		}
	}
}

func TestJSONLDRefusesWhatItCannotHold(t *testing.T) {
	s, p, o := quad.IRI("urn:s"), quad.IRI("urn:p"), quad.IRI("urn:o")
	for _, q := range []quad.Quad{
		{Subject: quad.String("literal"), Predicate: p, Object: o},
		{Subject: s, Predicate: quad.BNode("p"), Object: o},
		{Subject: s, Predicate: quad.String("p"), Object: o},
		{Subject: s, Predicate: p, Object: o, Label: quad.String("g")},
		{Subject: s, Predicate: p, Object: quad.IRI("relative")},
		{Subject: s, Predicate: p, Object: quad.IRI("e:taken_for_an_entity")},
	} {
		if err := Write(&bytes.Buffer{}, "jsonld", All([]quad.Quad{q})); err == nil {
			t.Errorf("wrote %s", q.NQuad())
		}
	}
}

func TestMalformedJSONLD(t *testing.T) {
	for _, text := range []string{``, `{`, `7`, `"context.jsonld"`, `{"@id": 1}`, `{"@context": 7}`, `{"urn:p": {"@value": {}}}`, `{"@id": "urn:x y", "urn:p": "x"}`} {
		if got, err := Collect(readJSONLD(strings.NewReader(text))); err == nil {
			t.Errorf("%s: got %v", text, got)
		}
	}
}

// Blank nodes are renamed, so the fuzzer counts.
func FuzzJSONLD(f *testing.F) {
	f.Add([]byte(`{"@context": {"e": "urn:e/"}, "@graph": [{"@id": "e:g", "@graph": [{"@id": "e:x", "@type": "e:T", "e:p": ["a", {"@id": "_:b"}, 7, true]}]}]}`))
	f.Add([]byte(`{"@context": {"l": {"@id": "urn:l", "@container": "@list"}}, "l": [[1], {"@reverse": {"urn:p": {}}}], "@included": [{"@type": "urn:t"}]}`))
	f.Add([]byte(`{"@context": [null, {"@version": 1.1, "@base": "urn:b", "@vocab": "urn:v#", "@language": "en", "@propagate": false, "@protected": true}], "x": {"@set": ["y"]}}`))
	f.Add([]byte(`{"@context": {"t": {"@id": "urn:t", "@container": ["@graph", "@id"], "@nest": "n", "@index": "i"}, "n": "@nest"}, "n": {"t": {"urn:a": {"x": 1}}}}`))
	f.Add([]byte(`{"@context": {"l": {"@id": "urn:l", "@container": "@language", "@direction": "rtl"}, "r": {"@reverse": "urn:r", "@type": "@vocab"}}, "l": {"en": ["a"], "@none": "b"}, "r": "urn:y"}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		want, err := Collect(readJSONLD(bytes.NewReader(text)))
		if err != nil {
			return
		}
		var written bytes.Buffer
		if Write(&written, "jsonld", All(want)) != nil {
			return
		}
		if got := read(t, "jsonld", written.Bytes()); len(asSet(got)) != len(asSet(want)) {
			t.Errorf("%d quads became %d", len(asSet(want)), len(asSet(got)))
		}
	})
}

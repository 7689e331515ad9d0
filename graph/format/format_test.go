package format

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"sayso/graph"
)

// equalTimes lets cmp compare quad.Time, whose fields it cannot see.
var equalTimes = cmp.Comparer(func(a, b quad.Time) bool { return time.Time(a).Equal(time.Time(b)) })

// values are objects that every format holds.
var values = []quad.Value{
	quad.IRI("urn:sayso:entity/São_Paulo"),
	quad.IRI("https://example.org/a?b=c&d#e"),
	quad.IRI("urn:sayso:entity/"),
	quad.IRI("urn:sayso:entity//x"),
	quad.String(""),
	quad.String("plain"),
	quad.String("<urn:x>"),
	quad.String("_:b"),
	quad.String(`"quoted"`),
	quad.String(`"a"^^<urn:t>`),
	quad.String(`"a"@en`),
	quad.String(`\u0041 \`),
	quad.String("> .\n<evil> <evil> <evil> .\n"),
	quad.String("\x00\x1b[31m\x7f\t\r\u0085\u2028\u202e"),
	quad.String("🚀 é e\u0301"),
	quad.LangString{Value: "chat\n", Lang: "fr"},
	quad.LangString{Value: "x", Lang: "en-gb"},
	quad.Int(0), quad.Int(-20000), quad.Int(1<<62 + 1),
	quad.Float(0.93), quad.Float(1), quad.Float(-2.5e-300), quad.Float(1e21),
	quad.Bool(true), quad.Bool(false),
	quad.Time(time.Date(2031, 6, 5, 4, 3, 2, 0, time.UTC)),
	quad.TypedString{Value: "2031-06", Type: graph.XSDYearMonth},
	quad.TypedString{Value: "20000 USD\n\"", Type: graph.QuantityLiteral},
	quad.TypedString{Value: "2031-06-05T04:03:02.5Z", Type: xsdTime},
	quad.TypedString{Value: "99999999999999999999", Type: xsdInteger},
}

func sample() []quad.Quad {
	quads := []quad.Quad{
		{Subject: quad.IRI("urn:x:s"), Predicate: quad.IRI("urn:x:p"), Object: quad.IRI("urn:x:o")},
		{Subject: quad.IRI("urn:x:s"), Predicate: graph.RDFType, Object: quad.IRI("urn:x:T")},
	}
	for _, v := range values {
		quads = append(quads, quad.Quad{Subject: quad.IRI("urn:x:s"), Predicate: quad.IRI("urn:x:p"), Object: v, Label: quad.IRI("urn:x:g")})
	}
	for _, label := range []string{"urn:x:g", "urn:x:h", "urn:x:g"} {
		quads = append(quads, quad.Quad{Subject: quad.IRI(label), Predicate: quad.IRI("urn:x:q"), Object: quad.String(label), Label: quad.IRI(label)})
	}
	return quads[:len(quads)-1]
}

func readArticle(t testing.TB) graph.Article {
	t.Helper()
	text, err := os.ReadFile("../testdata/article.json")
	if err != nil {
		t.Fatal(err)
	}
	var a graph.Article
	if err := json.Unmarshal(text, &a); err != nil {
		t.Fatal(err)
	}
	a.Entities[0].Mentions[2].Pronoun = true
	return a
}

func write(t *testing.T, name string, quads []quad.Quad) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, name, All(quads)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t *testing.T, name string, text []byte) []quad.Quad {
	t.Helper()
	quads, err := Read(bytes.NewReader(text), name)
	if err != nil {
		t.Fatal(err)
	}
	all, err := Collect(quads)
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return all
}

// twoWay are the formats that are both written and read.
func twoWay(t *testing.T, test func(t *testing.T, name string)) {
	tested := 0
	for _, f := range Formats() {
		if f.Write == nil || f.Read == nil || f.Name == "ntriples" {
			continue // N-Triples has no place for labels
		}
		tested++
		t.Run(f.Name, func(t *testing.T) { test(t, f.Name) })
	}
	if tested < 3 {
		t.Errorf("only %d formats go both ways", tested)
	}
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	twoWay(t, func(t *testing.T, name string) {
		want := sample()
		got := read(t, name, write(t, name, want))
		if diff := cmp.Diff(asSet(want), asSet(got)); diff != "" {
			t.Errorf("quads (-want +got):\n%s", diff)
		}
	})
}

func TestNoQuads(t *testing.T) {
	twoWay(t, func(t *testing.T, name string) {
		if got := read(t, name, write(t, name, nil)); len(got) != 0 {
			t.Errorf("got %v", got)
		}
	})
}

func TestClaimsSurvive(t *testing.T) {
	a := readArticle(t)
	twoWay(t, func(t *testing.T, name string) {
		got, err := graph.Claims(read(t, name, write(t, name, a.Quads())))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(a.Claims, got); diff != "" {
			t.Errorf("claims (-want +got):\n%s", diff)
		}
	})
}

func TestGzippedIsReadAsPlain(t *testing.T) {
	twoWay(t, func(t *testing.T, name string) {
		want := sample()
		got := read(t, name, zip(t, write(t, name, want)))
		if diff := cmp.Diff(asSet(want), asSet(got)); diff != "" {
			t.Errorf("quads (-want +got):\n%s", diff)
		}
	})
}

// A packed file is told by how it begins: gzip, bzip2 (of `bzip2 -9`) and zstd.
func TestPackedFiles(t *testing.T) {
	const line = "<urn:a> <urn:b> <urn:c> .\n"
	packed := map[string][]byte{"plain": []byte(line), "gzip": zip(t, []byte(line))}
	z, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	packed["zstd"] = z.EncodeAll([]byte(line), nil)
	if packed["bzip2"], err = os.ReadFile("testdata/line.nq.bz2"); err != nil {
		t.Fatal(err)
	}
	for name, b := range packed {
		quads := read(t, "nquads", b)
		if len(quads) != 1 || quads[0] != quad.MakeIRI("urn:a", "urn:b", "urn:c", "") {
			t.Errorf("%s: got %v", name, quads)
		}
		if name == "plain" {
			continue
		}
		cut, err := Read(bytes.NewReader(b[:len(b)-6]), "nquads")
		if err == nil {
			_, err = Collect(cut)
		}
		if err == nil || !strings.Contains(err.Error(), "unpack "+name) {
			t.Errorf("%s cut short: got %v", name, err)
		}
	}
}

// Who is told of a bad line gets the others.
func TestLenientReadingGoesOn(t *testing.T) {
	text := "<a> <b> <c> .\n<a> <b> .\n" + strings.Repeat("#", longestLine+1) + "\n<a> <b> <d> ."
	var told []string
	quads, err := ReadLenient(strings.NewReader(text), "nquads", func(err error) { told = append(told, err.Error()) })
	if err != nil {
		t.Fatal(err)
	}
	all, err := Collect(quads)
	if len(all) != 2 || err != nil {
		t.Errorf("got %v, %v", all, err)
	}
	if diff := cmp.Diff([]string{"line 2, column 9: object: want <IRI>, _:label or \"literal\"", "line 3, longer than 1048576 bytes"}, told); diff != "" {
		t.Error(diff)
	}
	if _, err := ReadLenient(strings.NewReader(text), "jsonld", nil); err == nil {
		t.Error("JSON-LD has lines")
	}
}

func zip(t *testing.T, text []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(text)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestGzipBomb(t *testing.T) {
	bomb := zip(t, bytes.Repeat([]byte("# nothing\n"), 1<<20))
	quads, err := Read(bytes.NewReader(bomb), "nquads")
	if err != nil {
		t.Fatal(err)
	}
	if _, err = Collect(quads); err == nil || !strings.Contains(err.Error(), "hundred times") {
		t.Errorf("got error %v", err)
	}
}

func TestUnwritable(t *testing.T) {
	good := quad.Quad{Subject: quad.IRI("urn:s"), Predicate: quad.IRI("urn:p"), Object: quad.IRI("urn:o")}
	for _, bad := range []quad.Value{
		nil,
		quad.IRI(""), quad.IRI("urn:x> .\n<evil>"), quad.IRI("urn:x y"), quad.IRI("urn:\u202ex"), quad.IRI("urn:" + strings.Repeat("x", longestIRI)),
		quad.BNode(""), quad.BNode("x .\n<evil>"), quad.BNode("x."),
		quad.LangString{Value: "x", Lang: "en .\n<evil>"}, quad.LangString{Value: "x"},
		quad.TypedString{Value: "x", Type: "urn:t> .\n<evil>"},
	} {
		q := good
		q.Object = bad
		twoWay(t, func(t *testing.T, name string) {
			if err := Write(&bytes.Buffer{}, name, All([]quad.Quad{q})); err == nil {
				t.Errorf("wrote %v", bad)
			}
		})
	}
}

func TestLookup(t *testing.T) {
	for _, c := range []struct {
		name string
		find func(string) (Format, error)
		arg  string
	}{
		{"nquads", Named, "nquads"},
		{"nquads", ByPath, "dump/graph.nq"},
		{"nquads", ByPath, "graph.nq.gz"},
		{"nquads", ByPath, "graph.nq.zst"},
		{"nquads", ByPath, "graph.nq.bz2"},
		{"ntriples", ByPath, "graph.nt"},
		{"jsonld", ByPath, "graph.jsonld"},
		{"jsonld", ByMediaType, "application/ld+json; profile=x"},
		{"json", ByMediaType, "application/json"},
	} {
		f, err := c.find(c.arg)
		if err != nil || f.Name != c.name {
			t.Errorf("%s: got %s, %v, want %s", c.arg, f.Name, err, c.name)
		}
	}
	_, err := Named("rdfxml")
	if want := `no format for "rdfxml" (there are nquads, ntriples, turtle, `; err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("got error %v, want %s…", err, want)
	}
}

func TestReaderEndsWithEOF(t *testing.T) {
	want := sample()
	r := Reader(All(want))
	defer r.Close()
	got, err := quad.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got, equalTimes); diff != "" {
		t.Errorf("quads (-want +got):\n%s", diff)
	}
}

// asSet is for formats that keep no order.
func asSet(quads []quad.Quad) map[string]bool {
	set := map[string]bool{}
	for _, q := range quads {
		set[string(appendLine(nil, q))] = true
	}
	return set
}

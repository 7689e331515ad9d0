package document

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

var rewrite = flag.Bool("rewrite", false, "write what Read finds into testdata")

// Each case of a file of testdata is a text, a line of dashes, and what Read finds in it.
func TestRead(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no testdata: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) { testFile(t, name) })
	}
}

const (
	caseEnd = "\n==========\n"
	textEnd = "\n----------\n"
)

func testFile(t *testing.T, name string) {
	file, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	cases := strings.Split(strings.TrimSuffix(string(file), strings.TrimPrefix(caseEnd, "\n")), caseEnd)
	var out strings.Builder
	for i, c := range cases {
		text, want, ok := strings.Cut(c, textEnd)
		if !ok && !*rewrite {
			t.Fatalf("case %d has no %q", i+1, textEnd)
		}
		got := describe(read(t, text))
		fmt.Fprintf(&out, "%s%s%s%s", text, textEnd, got, strings.TrimPrefix(caseEnd, "\n"))
		if diff := cmp.Diff(strings.TrimSpace(got), strings.TrimSpace(want)); diff != "" && !*rewrite {
			t.Errorf("case %d, -got +want:\n%s\n%s", i+1, text, diff)
		}
	}
	if *rewrite {
		if err := os.WriteFile(name, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func read(t *testing.T, text string) *Document {
	t.Helper()
	d, err := Read("test", []byte(text), Metadata{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func describe(d *Document) string {
	var s strings.Builder
	if !d.Published.IsZero() {
		fmt.Fprintf(&s, "published: %s\n", d.Published.Format(time.DateOnly))
	}
	for _, b := range d.Blocks {
		kind := "text"
		if b.Headline {
			kind = "headline"
		}
		if b.TitleCase {
			kind = "title"
		}
		fmt.Fprintf(&s, "%s: %s\n", kind, strings.ReplaceAll(d.Text[b.Start:b.End], "\n", "⏎"))
	}
	for _, q := range d.Quotes {
		kind := "quote"
		if q.Continues {
			kind = "continues"
		}
		fmt.Fprintf(&s, "%s %d: %s\n", kind, q.Words, strings.ReplaceAll(d.Text[q.Start:q.End], "\n", "⏎"))
	}
	return s.String()
}

func FuzzRead(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.txt")
	for _, name := range names {
		file, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(file)
	}
	f.Add([]byte("“a\n\n“b” 'c' \"d\r\n\r\ne\ufeff"))
	f.Fuzz(func(t *testing.T, text []byte) {
		d, err := Read("fuzz", text, Metadata{})
		if err != nil {
			return
		}
		if d.Text != string(text) {
			t.Fatal("the text has changed")
		}
		checkSpans(t, d)
	})
}

// checkSpans holds the laws of spans: in order, disjoint, not empty, trimmed, on code points.
func checkSpans(t *testing.T, d *Document) {
	t.Helper()
	end := 0
	for _, b := range d.Blocks {
		if b.Start < end || b.End <= b.Start || trim(d.Text, b.Span) != b.Span || !utf8.ValidString(d.Text[b.Start:b.End]) {
			t.Fatalf("block %v after %d in %q", b, end, d.Text)
		}
		end = b.End
	}
	end = 0
	for i, q := range d.Quotes {
		if q.Outer.Start < end || q.Start <= q.Outer.Start || q.End > q.Outer.End || q.End <= q.Start || trim(d.Text, q.Span) != q.Span {
			t.Fatalf("quote %v after %d in %q", q, end, d.Text)
		}
		if q.Words == 0 || d.QuoteAt(q.Start) != i || d.QuoteAt(q.Outer.End-1) != i || d.QuoteAt(q.Outer.End) == i {
			t.Fatalf("quote %v is not found by its offsets", q)
		}
		if !inBlock(d, q.Outer) {
			t.Fatalf("quote %v is in no block of %q", q, d.Text)
		}
		end = q.Outer.End
	}
}

func inBlock(d *Document, s Span) bool {
	for _, b := range d.Blocks {
		if b.Start <= s.Start && s.End <= b.End {
			return true
		}
	}
	return false
}

func TestOffset(t *testing.T) {
	text := strings.Repeat("a“é世🙂\n", 200)
	for _, d := range []*Document{read(t, text), {Text: text}} {
		points := 0
		for at := range text {
			if got := d.Offset(at); got != points {
				t.Fatalf("Offset(%d) = %d, want %d", at, got, points)
			}
			points++
		}
		if got := d.Offset(len(text)); got != points {
			t.Errorf("Offset at the end = %d, want %d", got, points)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Caf\xe9 society", "byte 3: 0xE9 is not UTF-8: save the text in one encoding, as UTF-8"},
		{"a\x00b", "byte 1: NUL: not a text file: save it as text, or take that byte out"},
		{"\xff\xfeh\x00", "byte 0: UTF-16 byte order mark: text must be UTF-8"},
	} {
		_, err := Read("x", []byte(test.text), Metadata{})
		if err == nil || err.Error() != test.want {
			t.Errorf("Read(%q): %v, want %s", test.text, err, test.want)
		}
	}
}

// A few words are no article only where they are plainly of another language.
func TestCheckFewWords(t *testing.T) {
	for text, want := range map[string]string{
		"Hola, esto es una noticia en español.":                                "not English: none of its 7 words is frequent in English",
		"Der Zug ist nicht gekommen, und das ist schlecht.":                    "not English: none of its 9 words is frequent in English",
		"Storm kills five.":                                                    "",
		"Juan de la Cruz met Olaf van de Velde, Ana dos Santos, Luis del Rio.": "",
		"Der Stadtrat von Leeds hat am Dienstag ein neues Krankenhaus genehmigt. Die Bürgermeisterin sagte, das Projekt werde vierzig Millionen kosten.": "not English: none of its 20 words is frequent in English",
		"Le conseil municipal de Leeds a approuvé mardi un nouvel hôpital. La maire a dit que le projet coûterait quarante millions.":                    "not English: none of its 21 words is frequent in English",
		"El ayuntamiento de Leeds aprobó el martes un nuevo hospital. La alcaldesa dijo que el proyecto costará cuarenta millones.":                      "not English: none of its 19 words is frequent in English",
		"De gemeenteraad van Leeds keurde dinsdag een ziekenhuis goed. De burgemeester zei dat het was gepland en veertig miljoen kost.":                 "not English: 1 of its 20 words are frequent in English",
		"Il consiglio comunale di Leeds ha approvato un nuovo ospedale. La sindaca ha detto che il progetto è pronto.":                                   "not English: none of its 19 words is frequent in English",
		"A câmara de Leeds aprovou na terça-feira um novo hospital. A presidente disse que o projeto vai custar quarenta milhões.":                       "not English: none of its 21 words is frequent in English",
		"Byen Leeds har godkendt et nyt hospital, og det skal koste mere.":                                                                               "not English: none of its 12 words is frequent in English",
		"José Muñoz beat Jürgen Köhler in São Paulo.":                                                                                                    "",
		"Café owner Zoë Brontë sells crème brûlée, pâté.":                                                                                                "",
		"Günther Grass wrote “Die Blechtrommel” in Paris in 1959.":                                                                                       "",
		"Vote on the plan: non, said many, et un oui.":                                                                                                   "",
	} {
		d, err := Read("x", []byte(text), Metadata{})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if err := d.Check(); err != nil {
			got = strings.TrimPrefix(err.Error(), "no article: ")
		}
		if got != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
		}
	}
}

func TestReadMetadataWins(t *testing.T) {
	day := time.Date(2020, 1, 2, 0, 0, 0, 0, time.UTC)
	d, err := Read("x", []byte("Storm hits coast again\nDate: 2019-03-04\n\nA storm has hit the coast.\n"), Metadata{Title: "Storm", Published: day})
	if err != nil {
		t.Fatal(err)
	}
	if !d.Published.Equal(day) || d.Title != "Storm" {
		t.Errorf("got %s %q, want %s %q", d.Published, d.Title, day, "Storm")
	}
}

func TestReadKeepsOffsets(t *testing.T) {
	for _, text := range []string{
		"\ufeffStorm hits coast again\n\nA storm has hit the coast.\n",
		"Storm hits coast again\r\n\r\nA storm has hit the coast.\r\n",
		"Storm hits coast again\r\rA storm has hit the coast.\r",
		"  Storm hits coast again \u2028\u00a0A storm has hit the coast.\u200b",
	} {
		d := read(t, text)
		got := describe(d)
		want := "headline: Storm hits coast again\ntext: A storm has hit the coast.\n"
		if diff := cmp.Diff(got, want); diff != "" || d.Title != "Storm hits coast again" {
			t.Errorf("%q: title %q, -got +want:\n%s", text, d.Title, diff)
		}
	}
}

func TestID(t *testing.T) {
	for _, test := range []struct{ path, want string }{
		{"000.txt", "000"},
		{"politics/index.html", "politics/index"},
		{"./a/../b.txt", "b"},
		{"two words.txt", "two%20words"},
		{"50%.txt", "50%25"},
		{"Müller.txt", "Müller"},
		{"a<b>#c?.txt", "a%3Cb%3E%23c%3F"},
		{"bad\xff.txt", "bad%FF"},
		{".hidden", ".hidden"},
		{"dir/.hidden", "dir/.hidden"},
		{"v1.2.txt", "v1.2"},
	} {
		if got := ID(test.path); got != test.want {
			t.Errorf("ID(%q) = %q, want %q", test.path, got, test.want)
		}
	}
}

func TestReadMetadata(t *testing.T) {
	got, err := ReadMetadata(strings.NewReader("\ufeffpath,title,Published,note,lang\n" +
		"a.txt,\"One, two\",2020-01-02,x,en\nb.txt,,,,\nc.txt,C,2020-01-02T23:30:00-05:00,,\n"))
	if err != nil {
		t.Fatal(err)
	}
	day := time.Date(2020, 1, 2, 0, 0, 0, 0, time.UTC)
	want := map[string]Metadata{
		"a.txt": {Title: "One, two", Language: "en", Published: day},
		"b.txt": {},
		"c.txt": {Title: "C", Published: day},
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("-got +want:\n%s", diff)
	}
}

// What is wrong with a row of a metadata.csv costs that row.
func TestReadMetadataGoesOn(t *testing.T) {
	const whole = "c.txt,C,2020-01-02\n"
	for text, want := range map[string]string{
		"path,title,published\n" + whole:                                 "",
		"path;title;published\nc.txt;C;2020-01-02\n":                     "",
		"path\ttitle\tpublished\nc.txt\tC\t2 January 2020\n":             "",
		"sep=;\npath;title;published\nc.txt;C;2020-01-02\n":              "",
		"path,title,published\n\"\",B,\n" + whole:                        "line 2: no path: name the file that it tells of",
		"path,title,published\na,B,,,x\n" + whole:                        "line 2: 5 fields below a header of 3: put a field that holds what parts them into quotation marks",
		"path,title,published\nc.txt,\"B,2020-01-02\n" + whole:           "line 2: the quotation mark that opens a field there is never closed: close it, or double it where it is part of the text",
		"path,title,published\n" + whole + "c.txt,X,\n":                  "line 3: c.txt is listed twice: take one of its rows away",
		"path,title,published\n" + whole + "d.txt\n":                     "",
		"path,title,published\nd.txt,\"A\nB\",2020-01-02\n" + whole:      "",
		"path,title,published\nd.txt,\"A \"B\" \n, C\",\n,X,\n" + whole:  "line 4: no path: name the file that it tells of",
		"path,title,published\r\n\r\n,X,\r\n" + strings.TrimSpace(whole): "line 3: no path: name the file that it tells of",
	} {
		all, err := ReadMetadata(strings.NewReader(text))
		if remark := new(Remark); want == "" && err != nil || want != "" && (!errors.As(err, &remark) || remark.What != want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
		if c := all["c.txt"]; c.Title != "C" || c.Published.Year() != 2020 {
			t.Errorf("%q: %+v", text, all)
		}
	}
}

// A date that is none costs the date.
func TestNoDate(t *testing.T) {
	all, err := ReadMetadata(strings.NewReader("path,title,published\na.txt,A,13.13.2020\n"))
	const want = `metadata.csv, line 2: published "13.13.2020" is no date: write it as 2025-03-12`
	if got := all["a.txt"]; err != nil || got.Title != "A" || got.Amiss != want {
		t.Errorf("%+v, %v", got, err)
	}
	for _, seconds := range []string{"1741600000", "1741600000123"} {
		var m Metadata
		if m.date("", seconds); m.Published.Format(time.DateOnly) != "2025-03-10" || m.Amiss != "" {
			t.Errorf("%s: %+v", seconds, m)
		}
	}
	d := read(t, "Headline of the day\nDate: 2015-02-30\n\nThe harbour of Malmo reopened.\n")
	if want := `line 2: "Date: 2015-02-30": no such day: write it as 2025-03-12`; d.Amiss != want || !d.Published.IsZero() {
		t.Errorf("%q, %v", d.Amiss, d.Published)
	}
}

func TestReadMetadataRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"":           "is empty: want a header with a column path, or no such file; the articles beside it are read without it",
		"title\nx\n": "line 1: no column path among title: name one so; the articles beside it are read without it",
	} {
		if _, err := ReadMetadata(strings.NewReader(text)); err == nil || err.Error() != want {
			t.Errorf("ReadMetadata(%q): %v, want %s", text, err, want)
		}
	}
}

package document

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"
)

// Wherever a web archive is cut off, what stands before is read, and that it is cut is told once, unless nothing of a record is missing.
func TestCutWARC(t *testing.T) {
	const page = "Mayor Ann Bell opened a new bridge in Corley on Friday."
	one := fmt.Sprintf("WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(page), page)
	const behind = len("\r\n\r\n")
	for cut := 1; cut <= 2*len(one); cut++ {
		good, within := cut/len(one), cut%len(one)
		want := 0
		switch {
		case within >= len(one)-behind:
			good++
		case within > 0:
			want = 1
		}
		read, failed := readBroken("a.warc", (one + one)[:cut])
		if len(read) != good || len(failed) != want {
			t.Errorf("cut at byte %d: %d read, %q; want %d read, %d told", cut, len(read), failed, good, want)
		}
		for _, err := range failed {
			if text := fmt.Sprintf("%d: record %[1]d, at byte %d: is cut off ", good+1, good*len(one)); !strings.HasPrefix(err, text) {
				t.Errorf("cut at byte %d: %q, want %s…", cut, err, text)
			}
		}
	}
	packed := string(gzipOf(t, []byte(one+one)))
	for cut := 20; cut < len(packed); cut++ {
		if _, failed := readBroken("a.warc.gz", packed[:cut]); len(failed) != 1 || !strings.Contains(failed[0], "is cut off") {
			t.Errorf("packed, cut at byte %d: %q", cut, failed)
		}
	}
	damaged := strings.Replace(one, fmt.Sprint(": ", len(page)), fmt.Sprint(": ", len(page)+30), 1)
	read, failed := readBroken("a.warc", one+damaged+one+one)
	if len(read) != 3 || len(failed) != 1 || !strings.Contains(failed[0], "the file is damaged there") {
		t.Errorf("a damaged record: %q, %q", read, failed)
	}
}

func readBroken(name, data string) (read, failed []string) {
	Each(name, strings.NewReader(data), all(func(r Raw, err error) bool {
		if err != nil {
			failed = append(failed, r.Path+": "+err.Error())
		} else {
			read = append(read, r.Path+": "+string(r.Text))
		}
		return true
	}))
	return read, failed
}

// A row that is broken costs itself, whatever parts the columns.
func TestBrokenRows(t *testing.T) {
	const never = ": the quotation mark that opens a field there is never closed: close it, or double it where it is part of the text"
	for text, want := range map[string][2]string{
		"title,text\nA,\"One.\nB,\"Two.\"\nC,Three.\n":                {"3 4", "2: line 2" + never},
		"title;text\nA;\"One.\nB;\"Two.\"\nC;\"Three.\n":              {"3", "2: line 2" + never + "|4: line 4" + never},
		"title,text\n\"A,One.\n\"B\",Two.\n":                          {"3", "2: line 2" + never},
		"title,text\nA,\"One,\ntwo\"\nB,\"Two.\nC,Three.\nD,Four.\n":  {"2 4 5", "3: line 4" + never},
		"title,text\nA,\"She said \"\"yes\"\",\nand \"no\".\"\nB,Two": {"2 3", ""},
		"text\n\"One.\n\nTwo, \"three\", four.\"\nFive.\n":            {"2 3", ""},
		"\ufefftext\ttitle\r\nOne.\tA\r\n\r\nTwo.\tB\r\n":             {"2 3", ""},
		"text,title\rOne.,A\rTwo.,B\r":                                {"2 3", ""},
		"text|title\nMayor Ren\xe9 spoke.|A\n":                        {"2", ""},
	} {
		read, failed := readBroken("a.csv", text)
		var places []string
		for _, r := range read {
			place, _, _ := strings.Cut(r, ":")
			places = append(places, place)
		}
		if diff := cmp.Diff(want, [2]string{strings.Join(places, " "), strings.Join(failed, "|")}); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

// However many quotes are never closed, the time that takes grows with the file and no faster.
func TestManyOpenQuotes(t *testing.T) {
	read, failed := readBroken("a.csv", "title,text\n"+strings.Repeat("\"a\n", 200_000))
	if len(read) != 0 || len(failed) != 200_000 {
		t.Errorf("%d read, %d failed", len(read), len(failed))
	}
}

// What begins as a format that is not read is told by its name, whatever it is called.
func TestOtherKinds(t *testing.T) {
	for head, want := range map[string]string{
		`{\rtf1 Ann spoke.}`:                   "is RTF: save it as .docx or .txt",
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00": "is an old Word",
		"\x89PNG\r\n\x1a\n":                    "is a picture",
		"RIFF\x10\x00\x00\x00WEBPVP8 ":         "is a picture",
		"SQLite format 3\x00":                  "is an SQLite database",
		office(t, "xl/workbook.xml"):           "is an Excel workbook: save its sheets as .csv",
		office(t, "mimetype", "content.xml"):   "is an OpenDocument file: save it as .docx",
		"RIFF raff ran to Malmo on Tuesday.":   "",
	} {
		_, failed := readBroken("a.txt", head)
		if got := strings.Join(failed, ""); want == "" && got != "" || !strings.HasPrefix(got, ": "+want) && want != "" {
			t.Errorf("%.20q: %q, want %s", head, got, want)
		}
	}
}

func office(t *testing.T, entries ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range entries {
		if _, err := z.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// In a folder or an archive, a name or else what stands in the file tells whether it is read, told of, or passed over.
func TestTakes(t *testing.T) {
	for _, test := range []struct{ name, head, want string }{
		{"a.txt", "", "read"},
		{"b.TSV", "", "read"},
		{"notes", "Anna spoke of the dam.", "read"},
		{"notes", "Anna spoke of the caf\xe9s of Lund.", "read"},
		{"notes", "Anna spoke of caf\xc3", "read"}, // cut in a letter
		{"page", "<!doctype html><p>", "read"},
		{"paper", "%PDF-1.4", "read"},
		{"notes", "", "said"},
		{"data", "\x00\x01\x02", "said"},
		{"run", "#!/bin/sh\necho", "said"},
		{"Makefile", "all: build", "said"},
		{"x/LICENSE", "Permission is granted.", "said"},
		{"letter", `{\rtf1 Ann}`, "said"},
		{"a.rtf", "Anna spoke.", "said"},
		{"x/pic.png", "", "said"},
		{".DS_Store", "", ""},
		{".git/HEAD", "ref: refs", ""},
		{"x/metadata.csv", "", ""},
		{"__MACOSX/a.txt", "", ""},
		{"Thumbs.db", "", ""},
	} {
		got := ""
		switch read, said := Takes(test.name, []byte(test.head)); {
		case read:
			got = "read"
		case said:
			got = "said"
		}
		if got != test.want {
			t.Errorf("%s %q: %s, want %s", test.name, test.head, got, test.want)
		}
	}
}

// What is called one thing and is another is read as what it is, and what is nested too deep for a page by its text.
func TestReadAsItIs(t *testing.T) {
	const said = "Anna Lindqvist reopened the harbour of Malmo on Tuesday, and the first ferry left for the island at noon with forty passengers on board, who had waited there for three long days."
	deep := strings.Repeat("<div>", 600) + said + "<p>Fine.<script>var a</script>"
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(
		`<?xml version="1.0" encoding="utf-16"?><rss><channel><item><title>A</title><description>` + said + said + `</description></item></channel></rss>`)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"page.txt":    "<!doctype html><title>A</title><nav>Home</nav><article><p>" + said + "</p></article>",
		"text.txt.gz": said,
		"deep.ndjson": `{"html":"` + deep + `"}`,
		"deep.eml":    "From: a@b.example\nContent-Type: text/html\n\n" + deep,
		"wide.rss":    wide,
	} {
		read, failed := readBroken(name, data)
		if len(read) != 1 || failed != nil || !strings.Contains(read[0], said) || strings.Contains(read[0], "Home") || strings.Contains(read[0], "var a") {
			t.Errorf("%s: %q, %q", name, read, failed)
		}
	}
	_, failed := readBroken("deep.html", deep)
	if len(failed) != 1 || !strings.HasSuffix(failed[0], ": save its text, or print it to a PDF") {
		t.Errorf("%q", failed)
	}
}

// Wherever a tape is cut off, that is told, and what is whole before is read.
func TestCutTape(t *testing.T) {
	const entry, mark = 1024, 512 // a header and a block; a block of zeroes, of which a tape ends in two
	whole := string(tarOf(t, [][2]string{{"/abs/a.txt", "Anna spoke."}, {"b.txt", "Otto spoke."}}))
	for cut := 513; cut <= len(whole)-mark; cut++ {
		read, failed := readBroken("a.tar", whole[:cut])
		want := 0
		for _, at := range []int{512 + len("Anna spoke."), entry + 512 + len("Otto spoke.")} {
			if cut >= at {
				want++
			}
		}
		if told := cut < len(whole)-mark; len(read) != want || told != (len(failed) > 0) {
			t.Errorf("cut at byte %d: %q, %q", cut, read, failed)
		}
	}
}

// What is cut off or damaged is told with what helps.
func TestHarmIsTold(t *testing.T) {
	packed := gzipOf(t, []byte(strings.Repeat("The council of Lund met. ", 400)))
	flipped := bytes.Clone(packed)
	flipped[len(flipped)-6] ^= 1
	for name, data := range map[string][]byte{
		"cut.txt.gz":    packed[:len(packed)-9],
		"harmed.txt.gz": flipped,
		"cut.tgz":       packed[:12],
		"cut.rss":       []byte("<rss><channel><item><title>A</title>"),
		"cut.eml":       []byte("From: a@b.example\nContent-Transfer-Encoding: base64\n\nQUJD!"),
		"cut.json":      []byte(`[{"text":"Anna spoke."}`),
		"comma.json":    []byte(`[{"text":"Anna spoke."},`),
	} {
		_, failed := readBroken(name, string(data))
		if len(failed) != 1 || !strings.Contains(failed[0], "fetch ") || !strings.Contains(failed[0], "cut off") && !strings.Contains(failed[0], "damaged") {
			t.Errorf("%s: %q", name, failed)
		}
	}
	if d := read(t, strings.Repeat("and the ferry ", 10_000)); !errors.As(d.Check(), new(*NoArticle)) || !strings.Contains(d.Check().Error(), "no sentence ends") {
		t.Error(d.Check())
	}
}

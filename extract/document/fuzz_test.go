package document

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"
	"unicode/utf8"
)

func FuzzText(f *testing.F)     { fuzzFile(f, "a.txt", "german.txt", "latin.txt", "utf16.txt") }
func FuzzMarkdown(f *testing.F) { fuzzFile(f, "a.md", "note.md") }
func FuzzHTML(f *testing.F)     { fuzzFile(f, "a.html", "harbour.html", "links.html", "stub.html") }
func FuzzPDF(f *testing.F)      { fuzzFile(f, "a.pdf", "dam.pdf", "scan.pdf", "broken.pdf") }
func FuzzMail(f *testing.F)     { fuzzFile(f, "a.eml", "letter.eml") }
func FuzzMailbox(f *testing.F)  { fuzzFile(f, "a.mbox", "box.mbox") }
func FuzzFeed(f *testing.F)     { fuzzFile(f, "a.xml", "feed.xml", "atom.xml", "nofeed.xml") }
func FuzzJSON(f *testing.F)     { fuzzFile(f, "a.ndjson", "wire.ndjson", "list.json") }
func FuzzCSV(f *testing.F)      { fuzzFile(f, "a.csv", "sheet.csv") }
func FuzzWARC(f *testing.F)     { fuzzFile(f, "a.warc", "crawl.warc.gz") }
func FuzzTar(f *testing.F)      { fuzzFile(f, "a.tar", "tape.tar.gz") }

// FuzzArchive takes archives as they are, those with checksums too.
func FuzzArchive(f *testing.F) {
	for _, name := range []string{"pack.zip", "cut.zip", "tape.tar.gz", "memo.docx", "book.epub"} {
		f.Add(seed(f, name))
	}
	f.Fuzz(func(t *testing.T, data []byte) { readAll(t, "a.zip", data) })
}

// FuzzDOCX puts anything into a document that is packed as one should be.
func FuzzDOCX(f *testing.F) {
	const body, core = "word/document.xml", "docProps/core.xml"
	parts := unzipped(f, "memo.docx")
	f.Add(parts[body], parts[core])
	f.Fuzz(func(t *testing.T, text, about []byte) {
		readAll(t, "a.docx", zipOf(t, [][2]string{{body, string(text)}, {core, string(about)}}))
	})
}

// FuzzEPUB does so with a book and its first chapter.
func FuzzEPUB(f *testing.F) {
	const container, book, chapter = "META-INF/container.xml", "book.opf", "one.xhtml"
	f.Add([]byte(`<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>`),
		[]byte(`<package><metadata><title>Ports</title><date>2031-05-14</date></metadata><manifest><item id="a" href="one.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`),
		[]byte(`<html><body><h1>Harbour</h1><p>The harbour of Malmo reopened on Tuesday.</p></body></html>`))
	f.Fuzz(func(t *testing.T, root, about, text []byte) {
		readAll(t, "a.epub", zipOf(t, [][2]string{{container, string(root)}, {book, string(about)}, {chapter, string(text)}}))
	})
}

// fuzzFile reads anything as a file of that name; packed seeds are unpacked, so that checksums are in nobody's way.
func fuzzFile(f *testing.F, name string, seeds ...string) {
	for _, s := range seeds {
		data := seed(f, s)
		if filepath.Ext(s) == ".gz" {
			z, err := gzip.NewReader(bytes.NewReader(data))
			if err != nil {
				f.Fatal(err)
			}
			if data, err = io.ReadAll(z); err != nil {
				f.Fatal(err)
			}
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) { readAll(t, name, data) })
}

// readAll: whatever a file holds, it ends soon, and what is read is text.
func readAll(t *testing.T, name string, data []byte) {
	begun := time.Now()
	Each(name, bytes.NewReader(data), all(func(r Raw, err error) bool {
		if err != nil {
			if err.Error() == "" {
				t.Error("an error of no words")
			}
			return true
		}
		d, err := Read("fuzz", r.Text, r.Meta)
		if err != nil {
			return true
		}
		if !utf8.ValidString(d.Text) || !utf8.ValidString(d.Title) || !utf8.ValidString(r.Path) {
			t.Errorf("not UTF-8: %q, %q", d.Title, r.Path)
		}
		checkSpans(t, d)
		return true
	}))
	if took := time.Since(begun); took > 20*time.Second {
		t.Errorf("takes %v", took)
	}
}

func seed(f *testing.F, name string) []byte {
	data, err := os.ReadFile(filepath.Join("testdata/files", name))
	if err != nil {
		f.Fatal(err)
	}
	return data
}

func unzipped(f *testing.F, name string) map[string][]byte {
	data := seed(f, name)
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		f.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, file := range z.File {
		r, err := file.Open()
		if err != nil {
			f.Fatal(err)
		}
		if parts[file.Name], err = io.ReadAll(r); err != nil {
			f.Fatal(err)
		}
	}
	return parts
}

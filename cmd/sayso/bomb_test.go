package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"
)

// A file that unpacks to more than memory holds costs itself: it is named, and its neighbours are read.
func TestBombsCostThemselves(t *testing.T) {
	dir := t.TempDir()
	const words = "Anna Lindqvist reopened the harbour of Malmo."
	page := "<html><body><article><p>Anna Lindqvist closed the harbour of Ystad.</p>" + strings.Repeat("<p>The ferry to the island left at noon with forty passengers on board, and came back in the evening.</p>", 8) + "</article></body></html>"
	lay(t, filepath.Join(dir, "a.txt"), words)
	lay(t, filepath.Join(dir, "z.html"), page)
	bombs := map[string]string{
		"bomb.txt.gz": packed(t, func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriter(w), nil }, 200<<20),
		"bomb.docx":   zippedBomb(t, "word/document.xml"),
		"bomb.zip":    zippedBomb(t, "bomb.html"),
		"bomb.pdf":    pdfBomb(t, bombSize),
		"deep.zip":    deepZip(t, 6),
		"deep.html":   strings.Repeat("<div>", 400_000),
		"deep.json":   `{"text":` + strings.Repeat("[", 2_000_000),
	}
	for name, text := range bombs {
		lay(t, filepath.Join(dir, name), text)
	}
	out, said := typing(t, exitSomeFailed, "extract", dir, "--format", "jsonl")
	for _, who := range []string{"harbour of Malmo", "harbour of Ystad"} {
		if !strings.Contains(out, who) {
			t.Errorf("no word of the %s", who)
		}
	}
	for name := range bombs {
		if !strings.Contains(said, name) {
			t.Errorf("%s is not named", name)
		}
	}
	if strings.Contains(said, "goroutine ") || len(said) > 10_000 {
		t.Errorf("%.2000s", said)
	}
}

func packed(t *testing.T, pack func(io.Writer) (io.WriteCloser, error), size int) string {
	var b bytes.Buffer
	w, err := pack(&b)
	if err != nil {
		t.Fatal(err)
	}
	part := bytes.Repeat([]byte("a"), 1<<20)
	for range size >> 20 {
		if _, err := w.Write(part); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zippedBomb(t *testing.T, name string) string {
	var z *zip.Writer
	entry := func(w io.Writer) (io.WriteCloser, error) {
		z = zip.NewWriter(w)
		e, err := z.Create(name)
		return bombEntry{e, z}, err
	}
	return packed(t, entry, 200<<20)
}

// bombEntry ends the archive that it is in.
type bombEntry struct {
	io.Writer
	io.Closer
}

// deepZip is an archive in an archive in an archive.
func deepZip(t *testing.T, depth int) string {
	inner, name := "Anna Lindqvist reopened the harbour.", "a.txt"
	for range depth {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, inner)
		z.Close()
		inner, name = b.String(), "a.zip"
	}
	return inner
}

// pdfBomb is a page whose text is one string of so many letters.
func pdfBomb(t *testing.T, size int) string {
	text := packed(t, func(w io.Writer) (io.WriteCloser, error) {
		z := zlib.NewWriter(w)
		_, err := io.WriteString(z, "BT /F1 12 Tf (")
		return z, err
	}, size)
	parts := []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
		fmt.Sprintf("<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream", len(text), text)}
	out, at := "%PDF-1.4\n", ""
	for i, part := range parts {
		at += fmt.Sprintf("%010d 00000 n \n", len(out))
		out += fmt.Sprintf("%d 0 obj\n%s\nendobj\n", i+1, part)
	}
	return out + fmt.Sprintf("xref\n0 5\n0000000000 65535 f \n%strailer\n<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", at, len(out))
}

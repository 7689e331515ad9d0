package document

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"strings"
	"testing"
)

// A metadata.csv in an archive tells of the articles beside it, wherever in the archive it stands.
func TestMetadataInArchives(t *testing.T) {
	const article = "Harbour reopens after storm\n\nAnna Lindqvist reopened the harbour."
	entries := [][2]string{
		{"news/a.txt", article}, {"news/sub/b.txt", article}, {"c.txt", article},
		{"news/metadata.csv", "path,title,outlet,published\na.txt,Own title,Malmo Courier,2026-03-04\nsub/b.txt,,Ystad Post,2026-03-05\n"},
		{"bad/metadata.csv", "no header"},
	}
	for name, pack := range map[string]func() []byte{
		"pack.zip": func() []byte { return zipOf(t, entries) },
		"tape.tar": func() []byte { return tarOf(t, entries) },
		"tape.tgz": func() []byte { return gzipOf(t, tarOf(t, entries)) },
	} {
		got := map[string]Metadata{}
		var failed []string
		Each(name, bytes.NewReader(pack()), Visit{Want: func(string) bool { return true }, Got: func(r Raw, err error) bool {
			if err != nil {
				failed = append(failed, r.Path+": "+err.Error())
			} else {
				got[r.Path] = r.Meta
			}
			return true
		}})
		a, b := got["news/a.txt"], got["news/sub/b.txt"]
		if len(got) != 3 || a.Title != "Own title" || a.Outlet != "Malmo Courier" || a.Published.Day() != 4 || b.Outlet != "Ystad Post" || got["c.txt"] != (Metadata{}) {
			t.Errorf("%s: %+v", name, got)
		}
		if len(failed) != 1 || !strings.HasPrefix(failed[0], "bad/metadata.csv: line 1: no column path among no header: ") {
			t.Errorf("%s: %q", name, failed)
		}
	}
}

func zipOf(t *testing.T, entries [][2]string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		w, err := z.Create(e[0])
		if err == nil {
			_, err = w.Write([]byte(e[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tarOf(t *testing.T, entries [][2]string) []byte {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, e := range entries {
		err := w.WriteHeader(&tar.Header{Name: e[0], Mode: 0o600, Size: int64(len(e[1]))})
		if err == nil {
			_, err = w.Write([]byte(e[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipOf(t *testing.T, data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

package document

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// Each file of testdata/files is read, and files.golden says what of it are articles.
func TestEach(t *testing.T) {
	names, err := filepath.Glob("testdata/files/*")
	if err != nil || len(names) < 20 {
		t.Fatalf("%d files: %v", len(names), err)
	}
	var out strings.Builder
	for _, name := range names {
		fmt.Fprintf(&out, "== %s\n%s", filepath.Base(name), articlesOf(t, name))
	}
	const golden = "testdata/files.golden"
	if *rewrite {
		if err := os.WriteFile(golden, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func articlesOf(t *testing.T, name string) string {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out strings.Builder
	Each(filepath.Base(name), f, all(func(r Raw, err error) bool {
		fmt.Fprintf(&out, "-- %q\n", r.Path)
		if err == nil {
			var d *Document
			if d, err = Read("x", r.Text, r.Meta); err == nil {
				err = d.Check()
			}
		}
		var nothing *NoArticle
		switch {
		case errors.As(err, &nothing):
			fmt.Fprintf(&out, "no article: %v\n", err)
			return true
		case err != nil:
			fmt.Fprintf(&out, "error: %v\n", err)
			return true
		}
		field := func(name, value string) {
			if value != "" {
				fmt.Fprintf(&out, "%s: %s\n", name, value)
			}
		}
		field("id", r.ID)
		field("title", r.Meta.Title)
		field("outlet", r.Meta.Outlet)
		field("author", r.Meta.Author)
		field("url", r.Meta.URL)
		field("language", r.Meta.Language)
		if !r.Meta.Published.IsZero() {
			field("published", r.Meta.Published.Format(time.DateOnly))
		}
		fmt.Fprintf(&out, "%s\n", r.Text)
		return true
	}))
	return out.String()
}

func all(got func(Raw, error) bool) Visit {
	return Visit{Want: func(string) bool { return true }, Got: got}
}

// What one file holds too much of is told, and the files behind it are read.
func TestBombInArchive(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add := func(name string, text []byte) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(text); err != nil {
			t.Fatal(err)
		}
	}
	add("bomb.txt", bytes.Repeat([]byte("a "), Limit/2+1))
	add("after.txt", []byte("The choir of Lund won the prize."))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	var got []string
	Each("a.zip", bytes.NewReader(b.Bytes()), all(func(r Raw, err error) bool {
		got = append(got, fmt.Sprint(r.Path, " ", err))
		return true
	}))
	want := []string{"bomb.txt larger than the 64 MiB that one document may have: split it", "after.txt <nil>"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// What is not wanted is passed over, and the numbers of the others stay.
func TestEachPassesOver(t *testing.T) {
	const lines = `{"text":"One."}` + "\n" + `{"text":"Two."}` + "\n" + `{"text":"Three."}`
	var got []string
	v := all(func(r Raw, err error) bool { got = append(got, r.Path); return true })
	v.Want = func(place string) bool { return place != "2" }
	Each("a.ndjson", strings.NewReader(lines), v)
	if diff := cmp.Diff([]string{"1", "3"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestCheckLanguage(t *testing.T) {
	tests := []struct {
		text string
		ok   bool
	}{
		{"Prices rose.", true}, // too short to tell
		{"The governor reopened the harbour on Tuesday after a storm had closed it for three days, and the first ferry left for the island at noon with forty passengers on board.", true},
		{"Le gouverneur a rouvert le port mardi après une tempête qui l'avait fermé pendant trois jours, et le premier ferry est parti pour l'île à midi avec quarante passagers à bord.", false},
		{"El gobernador reabrió el puerto el martes después de una tormenta que lo había cerrado durante tres días, y el primer transbordador salió hacia la isla al mediodía con pasajeros.", false},
		{"De gouverneur heeft dinsdag de haven heropend nadat een storm die drie dagen had gesloten, en de eerste veerboot vertrok om twaalf uur naar het eiland met veertig passagiers aan boord.", false},
		{"Guvernören öppnade hamnen på tisdagen efter att en storm hade stängt den i tre dagar, och den första färjan gick till ön vid middagstid med fyrtio passagerare ombord på resan.", false},
		{"Губернатор открыл порт во вторник.", false},
	}
	for _, test := range tests {
		d := read(t, test.text)
		if err := d.Check(); (err == nil) != test.ok {
			t.Errorf("%.40s…: %v", test.text, err)
		}
	}
}

func TestLooseDay(t *testing.T) {
	for _, s := range []string{"2026-03-04", "2026-03-04T23:59:00-08:00", "Wed, 04 Mar 2026 10:00:00 GMT", "4 March 2026", "March 4, 2026", "2026-03-04T10:00", "20260304"} {
		if day, ok := looseDay(s); !ok || day.Format(time.DateOnly) != "2026-03-04" {
			t.Errorf("%s: %v", s, day)
		}
	}
	if _, ok := looseDay("last Tuesday"); ok {
		t.Error("last Tuesday is no date")
	}
}

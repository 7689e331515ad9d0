package timex

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var rewrite = flag.Bool("rewrite", false, "write what Find finds into testdata")

// Each line of a file of testdata is a case:
//
//	words @ anchor -> first..last "text" value precision [future value]; …
//
// A dash stands for no anchor and for no value.
func TestFind(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no testdata: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) { testFile(t, name) })
	}
}

func testFile(t *testing.T, name string) {
	file, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	cases := 0
	for line := range strings.Lines(string(file)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			fmt.Fprintln(&out, line)
			continue
		}
		cases++
		given, _, _ := strings.Cut(line, " -> ")
		words, anchor := parseCase(t, given)
		got := given + " -> " + describe(Find(words, anchor))
		fmt.Fprintln(&out, got)
		if got != line && !*rewrite {
			t.Errorf("got  %s\nwant %s", got, line)
		}
	}
	if cases == 0 {
		t.Error("no cases")
	}
	if *rewrite {
		if err := os.WriteFile(name, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func parseCase(t *testing.T, given string) ([]string, time.Time) {
	t.Helper()
	words, day, ok := strings.Cut(given, " @ ")
	if !ok {
		t.Fatalf("%q has no anchor", given)
	}
	if day == "-" {
		return strings.Fields(words), time.Time{}
	}
	anchor, err := time.Parse(time.DateOnly, day)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(words), anchor
}

func describe(found []Expression) string {
	var all []string
	for _, e := range found {
		value := e.Value
		if value == "" {
			value = "-"
		}
		s := fmt.Sprintf("%d..%d %q %s %s", e.First, e.Last, e.Text, value, e.Precision)
		if e.Duration {
			s += " lasting"
		}
		if e.Future != e.Value {
			s += " future " + e.Future
		}
		all = append(all, s)
	}
	if all == nil {
		return "none"
	}
	return strings.Join(all, "; ")
}

func FuzzFind(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.txt")
	for _, name := range names {
		file, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for line := range strings.Lines(string(file)) {
			words, _, _ := strings.Cut(line, " @ ")
			f.Add(words, int64(20153))
		}
	}
	f.Fuzz(func(t *testing.T, sentence string, days int64) {
		words := strings.Fields(sentence)
		anchor := time.Unix(days%1_000_000*86400, 0)
		next := 0
		for _, e := range Find(words, anchor) {
			if e.First < next || e.Last < e.First || e.Last >= len(words) {
				t.Fatalf("%q: %+v overlaps or is outside", words, e)
			}
			if e.Text != strings.Join(words[e.First:e.Last+1], " ") {
				t.Fatalf("%q: %+v is not its words", words, e)
			}
			if e.Duration != (strings.HasPrefix(e.Value, "P") || e.Duration && e.Value == "") {
				t.Fatalf("%q: %+v is no duration", words, e)
			}
			if !e.Duration && (!ordered(e.Value) || !ordered(e.Future)) {
				t.Fatalf("%q: %+v ends before it starts", words, e)
			}
			next = e.Last + 1
		}
	})
}

func ordered(value string) bool {
	first, last, ok := strings.Cut(value, "/")
	return !ok || first == ".." || last == ".." || first <= last || len(first) != len(last)
}

func BenchmarkFind(b *testing.B) {
	words := strings.Fields("CIA Director John Smith announced on Wednesday , March 5 , that the U.S. has paused sharing with Kyiv for two weeks .")
	anchor := time.Date(2025, 3, 6, 0, 0, 0, 0, time.UTC)
	for b.Loop() {
		Find(words, anchor)
	}
}

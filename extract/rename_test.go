package extract

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sayso/data"
	"sayso/extract/document"
	"sayso/extract/parse"
	"sayso/graph"
)

// sameUnderOtherNames is the share of claims that must survive a change of all names. It is not
// all of them, since the models have seen some names more often than others.
const sameUnderOtherNames = 0.85

// TestRenaming changes the names of all people, places and organisations of articles and
// looks for the same claims under the new names: nothing may be known of these very articles.
func TestRenaming(t *testing.T) {
	rename := renamer(t)
	model := loadModel(t)
	eachArticle(t, func(t *testing.T, file, text string) {
		want := signatures(read(t, model, file, text), rename)
		got := signatures(read(t, model, file, rename(text)), func(s string) string { return s })
		expectKept(t, file, want, got, sameUnderOtherNames)
	})
}

func loadModel(t testing.TB) *parse.Model {
	t.Helper()
	m, err := parse.Load(data.Models)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func read(t *testing.T, p Parser, name, text string) *graph.Article {
	t.Helper()
	d, err := document.Read(document.ID(filepath.Base(name)), []byte(text), document.Metadata{})
	if err != nil {
		t.Fatal(err)
	}
	return Article(d, p, loadConfidence(t))
}

func loadConfidence(t testing.TB) *Confidence {
	t.Helper()
	c, err := LoadConfidence(data.Models)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// signatures are what claims say, in the words of the text.
func signatures(a *graph.Article, rename func(string) string) []string {
	var all []string
	for _, c := range a.Claims {
		parts := []string{c.Subject.Mention, c.Predicate.Name, "", string(c.Polarity), string(c.Modality)}
		if c.Object != nil {
			parts[2] = c.Object.Mention
		}
		all = append(all, rename(strings.Join(parts, " | ")))
	}
	return all
}

// renamer reads testdata/renames.txt: a name, a tab, the name that takes its place.
func renamer(t *testing.T) func(string) string {
	t.Helper()
	text, err := os.ReadFile("testdata/renames.txt")
	if err != nil {
		t.Fatal(err)
	}
	other := make(map[string]string)
	var names []string
	for line := range strings.Lines(string(text)) {
		if name, new, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			other[name] = new
			names = append(names, regexp.QuoteMeta(name))
		}
	}
	// The longest first, so that "United States" goes before "US".
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) })
	pattern := regexp.MustCompile(`(^|[^\pL])(` + strings.Join(names, "|") + `)($|[^\pL])`)
	return func(s string) string {
		// Twice, since two names side by side share the blank between them.
		for range 2 {
			s = pattern.ReplaceAllStringFunc(s, func(found string) string {
				m := pattern.FindStringSubmatch(found)
				return m[1] + "\x00" + other[m[2]] + "\x00" + m[3]
			})
		}
		return strings.ReplaceAll(s, "\x00", "")
	}
}

package queries

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph/memstore"

	"sayso/graph"
)

// loadArticles is the graph of testdata/articles.json.
func loadArticles(t testing.TB) Graph {
	text, err := os.ReadFile(filepath.Join("testdata", "articles.json"))
	if err != nil {
		t.Fatal(err)
	}
	var articles []graph.Article
	if err := json.Unmarshal(text, &articles); err != nil {
		t.Fatal(err)
	}
	store := memstore.New()
	for _, a := range articles {
		for _, q := range a.Quads() {
			store.AddQuad(q)
		}
	}
	return Graph{Quads: store, Names: labelled{store}}
}

// TestSaved runs testdata/saved.txt: "# query", a line for each parameter, "----", the rows.
func TestSaved(t *testing.T) {
	file := filepath.Join("testdata", "saved.txt")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	g := loadArticles(t)
	cases := readCases(t, string(text))
	var shown []string
	for i := range cases {
		c := &cases[i]
		shown = append(shown, c.name)
		t.Run(c.name, func(t *testing.T) {
			got := answersOf(t, g, c)
			if *rewrite {
				c.want = got
			}
			if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
	if *rewrite {
		writeCases(t, file, cases)
	}
	saved, err := Saved()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range saved {
		if !slices.Contains(shown, q.Name) {
			t.Errorf("no case for saved query %s", q.Name)
		}
	}
}

func answersOf(t *testing.T, g Graph, c *gizmoCase) string {
	q, err := LoadSaved(c.name)
	if err != nil {
		t.Fatal(err)
	}
	given := map[string]string{}
	for line := range strings.Lines(c.script) {
		name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "=")
		given[name] = value
	}
	script, err := q.Script(given)
	if err != nil {
		return "error: " + err.Error()
	}
	session := NewSession(context.Background(), g, Limits{})
	if err := script.Run(context.Background(), session); err != nil {
		return "error: " + err.Error()
	}
	return table(session.Result())
}

func table(r Result) string {
	lines := []string{strings.Join(r.Columns, " | ")}
	for _, a := range r.Answers {
		var cells []string
		for _, column := range r.Columns {
			cells = append(cells, printed(a.Get(column)))
		}
		lines = append(lines, strings.Join(cells, " | "))
	}
	return strings.Join(lines, "\n")
}

func TestSavedDescribed(t *testing.T) {
	saved, err := Saved()
	if err != nil || len(saved) < 7 {
		t.Fatalf("%d saved queries, %v", len(saved), err)
	}
	for _, q := range saved {
		if q.Title == "" || q.Description == "" || len(q.Params) == 0 {
			t.Errorf("%s: title %q, description %q, %d parameters", q.Name, q.Title, q.Description, len(q.Params))
		}
	}
}

func TestParams(t *testing.T) {
	const text = "// Title\n// param who string: a name\n// param n number = 3: how many\n// param all boolean = false: whether\n// param day date = \"\": when\nparams"
	q, err := ParseSaved("q", text)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		given map[string]string
		want  string // JSON of the values, or the parameter at fault
	}{
		{map[string]string{"who": "x"}, `{"all":false,"day":"","n":3,"who":"x"}`},
		{map[string]string{"who": `"); g.V().all(`, "n": "7", "all": "true", "day": "2031-06-05"}, `{"all":true,"day":"2031-06-05","n":7,"who":"\"); g.V().all("}`},
		{map[string]string{}, "who"},
		{map[string]string{"who": "x", "whom": "y"}, "whom"},
		{map[string]string{"who": "x", "n": "many"}, "n"},
		{map[string]string{"who": "x", "n": "NaN"}, "n"},
		{map[string]string{"who": "x", "all": "perhaps"}, "all"},
		{map[string]string{"who": "x", "day": "Thursday"}, "day"},
	} {
		s, err := q.Script(c.given)
		var wrong *ParamError
		if errors.As(err, &wrong) {
			if wrong.Param != c.want {
				t.Errorf("%v: %v", c.given, err)
			}
			continue
		}
		got, _ := json.Marshal(s.Params)
		if err != nil || string(got) != c.want {
			t.Errorf("%v: got %s, %v; want %s", c.given, got, err, c.want)
		}
	}
}

func TestParseSavedWrong(t *testing.T) {
	for _, text := range []string{
		"// param Who string: capital",
		"// param who text: unknown type",
		"// param n number = many: default is no number",
		"// param n number",
	} {
		if q, err := ParseSaved("q", text); err == nil {
			t.Errorf("%q: got %v", text, q.Params)
		}
	}
}

func TestLoadSavedName(t *testing.T) {
	for _, name := range []string{"", "nothing", "../gizmo", "show/claims", "ROLES", "roles.js"} {
		if _, err := LoadSaved(name); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%q: got %v", name, err)
		}
	}
}

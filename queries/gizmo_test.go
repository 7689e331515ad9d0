package queries

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
)

var rewrite = flag.Bool("rewrite", false, "rewrite testdata/gizmo with what the queries answer now")

// gizmoCase is one case of testdata/gizmo: "# what holds", settings, the script, "----", a line for each answer.
//
//	graph: NAME   of testdata/NAME.nq; follows unless set
//	show: TAG     prints that tag of each row, * the whole row; id unless set
//	order: kept   the answers come in this order; sorted unless set
type gizmoCase struct {
	name     string
	settings map[string]string
	script   string
	want     string
}

func TestGizmo(t *testing.T) {
	files, err := filepath.Glob("testdata/gizmo/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in testdata/gizmo: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		cases := readCases(t, string(text))
		for i := range cases {
			c := &cases[i]
			t.Run(filepath.Base(file)+"/"+c.name, func(t *testing.T) { c.run(t) })
		}
		if *rewrite {
			writeCases(t, file, cases)
		}
	}
}

func readCases(t *testing.T, text string) []gizmoCase {
	var cases []gizmoCase
	for _, block := range strings.Split("\n"+text, "\n# ")[1:] {
		name, rest, _ := strings.Cut(block, "\n")
		c := gizmoCase{name: name, settings: map[string]string{}}
		var ok bool
		if c.script, c.want, ok = strings.Cut("\n"+rest, "\n----\n"); !ok {
			t.Fatalf("case %q has no ----", name)
		}
		c.script = strings.TrimPrefix(c.script, "\n")
		c.want = strings.TrimRight(c.want, "\n")
		for _, setting := range []string{"graph", "show", "order"} {
			if value, ok := strings.CutPrefix(c.script, setting+": "); ok {
				c.settings[setting], c.script, _ = strings.Cut(value, "\n")
			}
		}
		cases = append(cases, c)
	}
	if len(cases) == 0 {
		t.Fatal("no cases")
	}
	return cases
}

func writeCases(t *testing.T, file string, cases []gizmoCase) {
	var blocks []string
	for _, c := range cases {
		block := "# " + c.name + "\n"
		for _, setting := range []string{"graph", "show", "order"} {
			if value, ok := c.settings[setting]; ok {
				block += setting + ": " + value + "\n"
			}
		}
		block += c.script + "\n----\n"
		if c.want != "" {
			block += c.want + "\n"
		}
		blocks = append(blocks, block)
	}
	if err := os.WriteFile(file, []byte(strings.Join(blocks, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (c *gizmoCase) run(t *testing.T) {
	got := c.answers(loadGraph(t, c.graph()))
	if c.want == "error" && strings.HasPrefix(got, "error") {
		return
	}
	if *rewrite {
		c.want = got
	}
	if got != c.want {
		t.Errorf("got\n%s\nwant\n%s", got, c.want)
	}
}

func (c *gizmoCase) graph() string {
	if name := c.settings["graph"]; name != "" {
		return name
	}
	return "follows"
}

func (c *gizmoCase) answers(g Graph) string {
	session := NewSession(context.Background(), g, Limits{})
	if err := (Script{Text: c.script}).Run(context.Background(), session); err != nil {
		return "error: " + err.Error()
	}
	var lines []string
	for _, a := range session.Result().Answers {
		lines = append(lines, c.show(a))
	}
	if c.settings["order"] != "kept" {
		slices.Sort(lines)
	}
	// A tag that a row lacks shows as nothing, as an optional save may.
	lines = slices.DeleteFunc(lines, func(l string) bool { return l == "" })
	return strings.Join(lines, "\n")
}

func (c *gizmoCase) show(a Answer) string {
	if a.Row == nil {
		var text string
		if json.Unmarshal(a.Emitted, &text) == nil {
			return text
		}
		return string(a.Emitted)
	}
	show := c.settings["show"]
	if show == "" {
		show = EndOfPath
	}
	if show != "*" {
		return printed(a.Row[show])
	}
	line := printed(a.Row[EndOfPath])
	for _, tag := range slices.Sorted(maps.Keys(a.Row)) {
		if tag != EndOfPath {
			line += " " + tag + "=" + printed(a.Row[tag])
		}
	}
	return line
}

func printed(v quad.Value) string {
	if v == nil {
		return ""
	}
	return fmt.Sprint(Short(v))
}

// loadGraph reads testdata/NAME.nq; names that it gives by rdfs:label and skos:altLabel are known.
func loadGraph(t testing.TB, name string) Graph {
	if name == "articles" {
		return loadArticles(t)
	}
	f, err := os.Open(filepath.Join("testdata", name+".nq"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	store := memstore.New()
	r := nquads.NewReader(f, false)
	for {
		q, err := r.ReadQuad()
		if errors.Is(err, io.EOF) {
			return Graph{Quads: store, Names: labelled{store}}
		}
		if err != nil {
			t.Fatal(err)
		}
		store.AddQuad(q)
	}
}

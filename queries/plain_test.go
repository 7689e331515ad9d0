package queries

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// asked is a host that keeps what a script asks of it, and is an empty graph to it.
type asked struct {
	Session
	path *Path
	n    int
}

func (a *asked) All(p *Path, n int) error {
	a.path, a.n = p, n
	return nil
}

// TestPlain: where a script is plain, it asks for what running it asks for.
func TestPlain(t *testing.T) {
	plain := 0
	for _, script := range append(gizmoScripts(t), plainScripts...) {
		if samePlain(t, script) {
			plain++
		}
	}
	if plain < 100 {
		t.Errorf("%d scripts are plain", plain)
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		if script := randomPath(r, "g.V()", 1+r.IntN(5), 2) + ".all()"; !samePlain(t, script) {
			t.Errorf("%s is not plain", script)
		}
	}
}

// plainScripts are plain, and written as the cases of testdata are not.
var plainScripts = []string{
	` graph . Vertex ( 'x' , "y" ) . Out ( [ "p" , 'q' ] , "t" ) ; `,
	"g.V(-1, 0, 1.5, -0, 100000000000000, true, false, null)\n.All()",
	`g.V(iri("x"), str("x"), Lang("x", "en"), typed("1", "xsd:integer"), bnode("b"), g.IRI("rdf:type")).all()`,
	`g.V().filter(gt(5), Lt(9), [regex("a.*", true)], between("2024", "2025")).skip(1).getLimit(-3)`,
	`g.V([]).all()`,
	`g.V().has("p", []).out(null, ["a", "b"]).both(g.V("p").out(), "t").followRecursive(g.M().out("p"), 3, "depth")`,
	`g.claims("Ada", null, ["x", "y"]).saveOpt("p", "t").all()`,
}

// TestNotPlain: what looks plain and is not, or is wrong, is left to JavaScript.
func TestNotPlain(t *testing.T) {
	for _, script := range []string{
		``, `g`, `g.`, `g.V`, `g.V(`, `g.V("x"`, `g.V("x).all()`, `g.V("x").all().all()`, `g.V("x").all() g`, `h.V()`, `g.V("x");;`,
		`g.V("a\u0041")`, "g.V(`x`)", `g.V(1e5)`, `g.V(0x1)`, `g.V(010)`, `g.V(5n)`, `g.V(1.)`, `g.V(- 1)`, `g.V(.5)`, `g.V("a" + "b")`, `g.V("x",)`, `g.V([,])`,
		`g.V(params.x)`, `g.V(undefined)`, `g.V({})`, `g.V(x)`, `g.V().count()`, `g.V().forEach(f)`, `g.emit(1)`, `g.IRI("x")`, `g.V(g.V().all())`,
		`g.V().outt("p")`, `g.V().out({})`, `g.V().back("t")`, `g.V().limit("x")`, `g.V().getLimit()`, `g.V().filter(1)`, `g.V().filter(regex("("))`, `g.v()`,
		`g.V(` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + `)`, `g.V()` + strings.Repeat(".out()", MaxSteps+1), "g.V('\xff')", "g.V('\u2028')",
	} {
		if p, _, ok := (Script{Text: script}).Plain(); ok {
			t.Errorf("%s: plain, %v", script, p)
		}
	}
}

// samePlain tells whether a script is plain, and holds what it then asks for against running it.
func samePlain(t *testing.T, script string) bool {
	t.Helper()
	p, n, ok := Script{Text: script}.Plain()
	if !ok {
		return false
	}
	var ran asked
	if err := (Script{Text: script}).Run(context.Background(), &ran); err != nil {
		t.Errorf("%s: plain, but run it says %v", script, err)
	}
	if diff := cmp.Diff(p, ran.path); diff != "" || n != ran.n {
		t.Errorf("%s: %d rows, not %d, %s", script, n, ran.n, diff)
	}
	return true
}

// gizmoScripts are the scripts of all cases in testdata/gizmo.
func gizmoScripts(t *testing.T) []string {
	files, err := filepath.Glob("testdata/gizmo/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in testdata/gizmo: %v", err)
	}
	var scripts []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range readCases(t, string(text)) {
			scripts = append(scripts, c.script)
		}
	}
	return scripts
}

func BenchmarkPlain(b *testing.B) {
	for b.Loop() {
		if _, _, ok := (Script{Text: `g.V("<urn:entity/Name_of_Thing_1>").Out("<urn:relation/relation_4>").All()`}).Plain(); !ok {
			b.Fatal("not plain")
		}
	}
}

// FuzzPlain: a script that is plain asks, run as JavaScript, for the same.
func FuzzPlain(f *testing.F) {
	for _, script := range plainScripts {
		f.Add(script)
	}
	f.Fuzz(func(t *testing.T, script string) { samePlain(t, script) })
}

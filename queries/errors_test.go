package queries

import (
	"context"
	"errors"
	"strings"
	"testing"
)

func TestErrors(t *testing.T) {
	for script, want := range map[string]string{
		"g.V().outt()":                        "line 1, column 11: Object has no member 'outt'; did you mean `out`?\n    g.V().outt()\n              ^",
		"var x = 1\n\tg.v()":                  "line 2, column 5: Object has no member 'v'; did you mean `V`?\n    \tg.v()\n    \t   ^",
		"regexp('a')":                         "line 1, column 7: ReferenceError: regexp is not defined; did you mean `regex`?\n    regexp('a')\n          ^",
		"g.V().has()":                         "line 1, column 10: has: expected a predicate, got undefined\n    g.V().has()\n             ^",
		"g.V().and('x')":                      "line 1, column 10: and: expected a path, got \"x\"\n    g.V().and('x')\n             ^",
		"g.V().limit()":                       "line 1, column 12: limit: expected 1 argument(s), got 0\n    g.V().limit()\n               ^",
		"g.V().save(g.V())":                   "line 1, column 11: save: expected a tag for what the path leads to\n    g.V().save(g.V())\n              ^",
		"g.V().filter(/x/)":                   "line 1, column 13: filter: expected filters such as gt(5) or like(\"a%\")\n    g.V().filter(/x/)\n                ^",
		"g.V().followR(g.M().labels()).all()": "line 1, column 34: follow: labels cannot be followed in reverse\n    g.V().followR(g.M().labels()).all()\n                                     ^",
		"nothing at all":                      "line 1, column 9: Unexpected identifier\n    nothing at all\n            ^",
		"let a = 1; let a = 2":                "line 1, column 16: Identifier 'a' has already been declared\n    let a = 1; let a = 2\n                   ^",
	} {
		session := NewSession(context.Background(), loadGraph(t, "follows"), Limits{})
		err := Script{Text: script}.Run(context.Background(), session)
		if err == nil || err.Error() != want {
			t.Errorf("%s: got\n%v\nwant\n%s", script, err, want)
		}
	}
}

func TestErrorTypes(t *testing.T) {
	run := func(script string) error {
		return Script{Text: script}.Run(t.Context(), NewSession(t.Context(), loadGraph(t, "follows"), Limits{}))
	}
	var syntax *SyntaxError
	if err := run("g.V("); !errors.As(err, &syntax) {
		t.Errorf("got %T", err)
	}
	var query *QueryError
	if err := run("throw new Error('x')"); !errors.As(err, &query) {
		t.Errorf("got %T", err)
	}
	var limit LimitError
	if err := run(strings.Repeat(" ", MaxText+1)); !errors.As(err, &limit) {
		t.Errorf("got %T", err)
	}
}

// A long line is cut around what is wrong in it.
func TestPlaceInLongLine(t *testing.T) {
	line := strings.Repeat("x", 1000) + "!" + strings.Repeat("y", 1000)
	p := placeIn(line, "wrong", 1, 1001)
	if len(p.Text) > 120 || p.Text[p.Column-p.cut-1] != '!' {
		t.Errorf("got column %d of %q", p.Column, p.Text)
	}
}

package queries

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// uninterrupted are the words by which a script takes time or memory that only the sandbox bounds.
var uninterrupted = regexp.MustCompile(`(?i)repeat|pad|fill|sort|array|regexp|/|bigint|\dn|while|for|join|concat|\+=|replace|\*\*|from|split|toString|=>|function|eval|\$`)

// FuzzScript: whatever is typed as Gizmo, what stops it is a place in the script or a limit.
func FuzzScript(f *testing.F) {
	files, err := filepath.Glob("saved/*.js")
	if err != nil || len(files) == 0 {
		f.Fatal("no saved queries", err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	for _, text := range []string{`g.V("<alice>").Out("<follows>").Has("<status>", "cool").Tag("x").Back("x").All()`,
		`g.V().in(g.V("<status>")).count()`, `g.V("<a>").and(g.V("<b>").out()).filter(gt(3), like("a%")).order().skip(1).getLimit(2)`,
		`g.M().out("<follows>").followRecursive`, `g.emit({a: [1, {b: g.V()}]})`, `g.addNamespace("a", "b"); g.V(iri("a:b")).saveR("x", "y").unique().limit(-1)`} {
		f.Add(text)
	}
	graph := loadGraph(f, "follows")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 || uninterrupted.MatchString(text) {
			return
		}
		ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
		defer cancel()
		err := Script{Text: text}.Run(ctx, NewSession(ctx, graph, Limits{}))
		var syntax *SyntaxError
		var query *QueryError
		var limit LimitError
		switch {
		case err == nil, errors.As(err, &limit), errors.Is(err, context.DeadlineExceeded):
		case errors.As(err, &syntax) && syntax.Message != "", errors.As(err, &query) && query.Message != "":
			if strings.Contains(err.Error(), "runtime error") || strings.Contains(err.Error(), "reflect") {
				t.Errorf("%q", err)
			}
		default:
			t.Errorf("%T %q", err, err)
		}
	})
}

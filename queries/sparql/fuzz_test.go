package sparql

import (
	"context"
	"errors"
	"io"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"sayso/queries"
)

// FuzzParse reads any text without a fault, and an error points into it.
func FuzzParse(f *testing.F) {
	for _, file := range caseFiles(f) {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for i := 1; i+1 < len(archive.Files); i += 2 {
			f.Add(string(archive.Files[i].Data))
		}
	}
	f.Add("SELECT * { ?s ?p ((((((1))))))")
	f.Add("SELECT ?x { ?x \\u0070:a 'a\\")
	f.Fuzz(func(t *testing.T, text string) {
		q, err := Parse(text)
		if err == nil {
			if q.where == nil {
				t.Error("a query of nothing")
			}
			return
		}
		var syntax *SyntaxError
		var unsupported *UnsupportedError
		switch {
		case errors.As(err, &syntax):
			if syntax.Line < 1 || syntax.Column < 1 {
				t.Errorf("points at line %d, column %d", syntax.Line, syntax.Column)
			}
		case !errors.As(err, &unsupported):
			t.Errorf("error of another kind: %v", err)
		}
	})
}

// FuzzEvaluate runs whatever is a query, within limits, without a fault of ours.
func FuzzEvaluate(f *testing.F) {
	for _, file := range caseFiles(f) {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for i := 1; i+1 < len(archive.Files); i += 2 {
			f.Add(string(archive.Files[i].Data))
		}
	}
	at := snapshotOf(f, smallGraph)
	json, err := ResultFormatNamed("json")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q, err := Parse(text)
		if err != nil || q.IsGraph() {
			return
		}
		_, err = q.Write(context.Background(), io.Discard, json, at, queries.Limits{Time: 200 * time.Millisecond})
		var limit queries.LimitError
		if err != nil && !errors.As(err, &limit) {
			t.Errorf("%q: %v", text, err)
		}
	})
}

const smallGraph = `<urn:x:a> <urn:x:p> <urn:x:b> <urn:g:1> .
<urn:x:b> <urn:x:p> <urn:x:a> <urn:g:2> .
<urn:x:a> <urn:x:v> "1"^^<http://www.w3.org/2001/XMLSchema#integer> <urn:g:1> .
<urn:x:b> <urn:x:v> "1.5"^^<http://www.w3.org/2001/XMLSchema#decimal> <urn:g:1> .
<urn:x:b> <urn:x:name> "Bob"@en <urn:g:1> .
`

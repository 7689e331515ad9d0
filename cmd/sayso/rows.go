package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/cayleygraph/quad"

	"sayso/graph"
	"sayso/queries"
	"sayso/queries/answer"
)

// writeResult prints the rows of a query: for eyes as a table of names, for programs as JSON.
func (p *program) writeResult(live *answer.Live, r queries.Result, format string) error {
	if format == "auto" {
		format = "ndjson"
		if p.terminal() {
			format = "table"
		}
	}
	switch format {
	case "json":
		return jsonLines(p.stdout).Encode(map[string]any{"result": r.Values(queries.Short)})
	case "ndjson":
		lines := jsonLines(p.stdout)
		for _, v := range r.Values(queries.Short) {
			if err := lines.Encode(v); err != nil {
				return err
			}
		}
		return nil
	}
	return p.rowTable(live, r)
}

func (p *program) rowTable(live *answer.Live, r queries.Result) error {
	t := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
	if len(r.Columns) > 1 {
		fmt.Fprintln(t, strings.ToUpper(strings.Join(r.Columns, "\t")))
	}
	for _, a := range r.Answers {
		cells := make([]string, 0, len(r.Columns))
		for _, column := range r.Columns {
			cells = append(cells, plain(oneLine(cell(live, a.Get(column)))))
		}
		if len(r.Columns) == 0 {
			cells = append(cells, plain(oneLine(string(a.Emitted))))
		}
		fmt.Fprintln(t, strings.Join(cells, "\t"))
	}
	return t.Flush()
}

// cell is a value as a reader wants it: an entity by its name, a relation in words, a voice as
// who says so and where, anything else in short form.
func cell(live *answer.Live, v quad.Value) string {
	iri, ok := v.(quad.IRI)
	switch {
	case v == nil:
		return ""
	case !ok:
		return fmt.Sprint(queries.Short(v))
	}
	ref := graph.Short(iri)
	if relation, ok := strings.CutPrefix(string(ref), "p:"); ok {
		return strings.ReplaceAll(relation, "_", " ")
	}
	if article, voice, ok := strings.Cut(strings.TrimPrefix(string(ref), "a:"), "/voice/"); ok {
		return strings.ReplaceAll(voice, "_", " ") + ", " + article
	}
	if e, err := live.Entity(ref); err == nil && e.Name != "" {
		return e.Name
	}
	return string(ref)
}

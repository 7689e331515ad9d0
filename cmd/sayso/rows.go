package main

import (
	"fmt"
	"strings"

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
	if format == "csv" {
		return p.rowCSV(r)
	}
	return p.rowTable(live, r)
}

func (p *program) rowTable(live *answer.Live, r queries.Result) error {
	var rows [][]string
	if len(r.Columns) > 1 {
		rows = append(rows, strings.Split(strings.ToUpper(strings.Join(r.Columns, "\t")), "\t"))
	}
	for _, a := range r.Answers {
		cells := make([]string, 0, len(r.Columns))
		for _, column := range r.Columns {
			cells = append(cells, plain(oneLine(cell(live, column, a.Get(column)))))
		}
		if len(r.Columns) == 0 {
			cells = append(cells, plain(oneLine(string(a.Emitted))))
		}
		rows = append(rows, cells)
	}
	return writeGrid(p.stdout, rows, p.width())
}

// rowCSV has values as scripts write them: an IRI in its short form, a date as such.
func (p *program) rowCSV(r queries.Result) error {
	var rows [][]string
	for _, a := range r.Answers {
		row := make([]string, 0, len(r.Columns))
		for _, column := range r.Columns {
			row = append(row, bare(a.Get(column)))
		}
		rows = append(rows, row)
	}
	return p.writeCSV(r.Columns, rows)
}

// bare is a value without what its notation adds: e:Marco_Rubio, 2025-03-05.
func bare(v quad.Value) string {
	switch v := v.(type) {
	case nil:
		return ""
	case quad.IRI:
		return string(graph.Short(v))
	case quad.String:
		return string(v)
	case quad.TypedString:
		return string(v.Value)
	}
	return fmt.Sprint(queries.Short(v))
}

// cell is a value as a reader wants it: an entity by its name, a relation and a claim in words, a voice as
// who says so and where, anything else without its notation. A column of claims keeps their numbers: they can be asked why.
func cell(live *answer.Live, column string, v quad.Value) string {
	iri, ok := v.(quad.IRI)
	if !ok {
		return bare(v)
	}
	ref := graph.Short(iri)
	kind, rest, _ := strings.Cut(string(ref), ":")
	switch kind {
	case "p":
		return strings.ReplaceAll(rest, "_", " ")
	case "a":
		if article, voice, ok := strings.Cut(rest, "/voice/"); ok {
			return strings.ReplaceAll(voice, "_", " ") + ", " + article
		}
		return rest
	case "c":
		if claims, err := live.Claims(ref); err == nil && len(claims) == 1 && column != "claim" {
			return "“" + claims[0].Quote + "”"
		}
		return rest
	}
	if e, err := live.Entity(ref); err == nil && e.Name != "" {
		return e.Name
	}
	return string(ref)
}

package main

import (
	"context"
	"errors"
	"fmt"

	"sayso/graph/quadstore"
	"sayso/queries"
	"sayso/queries/answer"
	"sayso/queries/sparql"
)

// runSPARQL answers a SPARQL query from the store; no model is needed for that.
func (p *program) runSPARQL(ctx context.Context, text string, limits limitFlags) error {
	q, err := sparql.Parse(text)
	if err != nil {
		return usage(err)
	}
	s, err := p.open()
	if err != nil {
		return err
	}
	defer s.Close()
	at, err := s.Snapshot()
	if err != nil {
		return err
	}
	defer at.Close()
	bounds := queries.Limits{Rows: limits.rows, Time: limits.timeout}
	switch {
	case q.IsGraph():
		return p.sparqlGraph(ctx, q, at, bounds, limits.format)
	case q.IsAsk() || limits.format == "json":
		return p.sparqlJSON(ctx, q, at, bounds, limits.format)
	}
	result, err := q.Rows(ctx, at, bounds)
	if err != nil {
		return queryError(err)
	}
	// What prints a row asks the store only.
	if err := p.writeResult(&answer.Live{Store: s}, result, limits.format); err != nil {
		return err
	}
	if len(result.Answers) == 0 {
		return nothing(errors.New("nothing found"))
	}
	return p.more(result.Truncated)
}

func (p *program) more(truncated bool) error {
	if truncated {
		p.say("there is more: see --limit")
	}
	return nil
}

// sparqlJSON writes the JSON that SPARQL clients read; of an ASK for eyes, only yes or no.
func (p *program) sparqlJSON(ctx context.Context, q *sparql.Query, at *quadstore.Snapshot, limits queries.Limits, format string) error {
	if format != "json" {
		yes, err := q.Ask(ctx, at, limits)
		if err != nil {
			return queryError(err)
		}
		_, err = fmt.Fprintln(p.stdout, map[bool]string{true: "yes", false: "no"}[yes])
		return err
	}
	f, err := sparql.ResultFormatNamed(format)
	if err != nil {
		return usage(err)
	}
	truncated, err := q.Write(ctx, p.stdout, f, at, limits)
	if err != nil {
		return queryError(err)
	}
	return p.more(truncated)
}

// sparqlGraph writes a graph a triple a line, or as JSON-LD.
func (p *program) sparqlGraph(ctx context.Context, q *sparql.Query, at *quadstore.Snapshot, limits queries.Limits, format string) error {
	media, ok := map[string]string{"auto": "application/n-triples", "table": "application/n-triples", "json": "application/ld+json"}[format]
	if !ok {
		return usage(fmt.Errorf("a graph is written a triple a line (--format table), or as JSON-LD (--format json), not as %s", format))
	}
	f, err := sparql.GraphFormatNamed(media)
	if err != nil {
		return err
	}
	truncated, err := q.WriteGraph(ctx, p.stdout, f, at, limits)
	if err != nil {
		return queryError(err)
	}
	return p.more(truncated)
}

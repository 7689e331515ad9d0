package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"sayso/queries"
	"sayso/queries/answer"
)

// limitFlags are the bounds of a query that a user may move.
type limitFlags struct {
	rows    int
	timeout time.Duration
	format  string
}

func (l *limitFlags) add(c *cobra.Command) {
	flags := c.Flags()
	flags.IntVar(&l.rows, "limit", 1000, "rows at most")
	flags.DurationVar(&l.timeout, "timeout", 5*time.Second, "time at most, up to 30s")
	flags.StringVar(&l.format, "format", "auto", pageFormatUsage)
}

func (l *limitFlags) check() error {
	return oneOf("format", l.format, pageFormats...)
}

func (p *program) query() *cobra.Command {
	var limits limitFlags
	var lang string
	c := &cobra.Command{
		Use:   "query QUERY | FILE | -",
		Short: "run a query in Gizmo or SPARQL",
		Long: `Query runs Gizmo, Cayley's query language, given as an argument, a file, or on stdin ("-").
With --lang sparql, or from a file named *.rq, it runs SPARQL 1.1.

In Gizmo names work as typed: "Trump" is every entity of that name or alias, "ordered" the relation of
that name, lemma or inflection; "<e:Donald_Trump>" is exactly that IRI. In SPARQL the prefixes e: p: a: c:
rdf: rdfs: prov: xsd: skos: oa: need not be declared, and GRAPH tells who says so.

Beyond Cayley's methods, Gizmo has:
  g.claims(subject, relation, object)   the claims with these parts, each a name, a list, or null for any
  path.evidence()                       the receipts of the edges that the path walked, or of its claims
  path.shortestPath(to, {max, via})     the hops of a shortest way, along edges of either direction
  path.countBy(tag)                     how many rows have each node, the most frequent first
  between(from, to)                     a filter; it, gt, gte, lt and lte also take dates: gt("2025-03")`,
		Example: `  sayso query 'g.V("Trump").Out("ordered").All()'
  sayso query --lang sparql 'SELECT ?who ?what { ?who p:ordered ?what }'`,
		Args: exactly("a QUERY, a FILE, or -"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := errors.Join(limits.check(), oneOf("lang", lang, "gizmo", "sparql")); err != nil {
				return err
			}
			text, err := p.script(args[0])
			if err != nil {
				return err
			}
			if lang == "sparql" || filepath.Ext(args[0]) == ".rq" {
				return p.runSPARQL(c.Context(), text, limits)
			}
			return p.runScript(c.Context(), queries.Script{Text: text}, limits)
		},
	}
	limits.add(c)
	c.Flags().StringVar(&lang, "lang", "gizmo", "gizmo or sparql")
	return c
}

// script is the text of a query: of stdin, of a file of that name, or the argument itself.
func (p *program) script(argument string) (string, error) {
	if argument == "-" {
		text, err := io.ReadAll(p.stdin)
		return string(text), err
	}
	if info, err := os.Stat(argument); err == nil && info.Mode().IsRegular() {
		text, err := os.ReadFile(argument)
		return string(text), err
	}
	if filepath.Ext(argument) == ".js" && !strings.Contains(argument, "(") {
		return "", usage(fmt.Errorf("%s: %s", argument, noFile))
	}
	return argument, nil
}

func (p *program) runScript(ctx context.Context, s queries.Script, limits limitFlags) error {
	return p.live(1, func(live *answer.Live) error {
		result, err := live.Run(ctx, s, queries.Limits{Rows: limits.rows, Time: limits.timeout})
		if err != nil {
			return queryError(err)
		}
		if err := p.writeResult(live, result, limits.format); err != nil {
			return err
		}
		if result.Truncated {
			p.say("there is more: see --limit")
		}
		if len(result.Answers) == 0 {
			return unknownIn(ctx, live, s, limits)
		}
		return nil
	})
}

// unknownIn says of a query that found nothing which name in it no node has, if any.
func unknownIn(ctx context.Context, live *answer.Live, s queries.Script, limits limitFlags) error {
	found := nothing(errors.New("nothing found"))
	within := queries.Limits{Rows: 1, Time: limits.timeout}
	paths, err := live.Paths(ctx, s, within)
	if err != nil {
		return found
	}
	for _, path := range paths {
		for _, name := range namesIn(path) {
			quoted, _ := json.Marshal(name)
			result, err := live.Run(ctx, queries.Script{Text: "g.V(" + string(quoted) + ").All()"}, within)
			if err == nil && len(result.Answers) == 0 {
				return nobody(live.Store, name)
			}
		}
	}
	return found
}

// namesIn are the names by which a path speaks of nodes.
func namesIn(path *queries.Path) []string {
	var names []string
	for _, step := range path.Steps {
		for _, term := range step.Values {
			if term.Kind == queries.Name && term.Text != "" {
				names = append(names, term.Text)
			}
		}
		if step.Path != nil {
			names = append(names, namesIn(step.Path)...)
		}
	}
	return names
}

// queryError tells a limit from a fault in the query.
func queryError(err error) error {
	if limit, ok := err.(queries.LimitError); ok {
		return &exitError{exitLimit, limit}
	}
	return usage(err)
}

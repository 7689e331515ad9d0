package main

import (
	"context"
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
	c := &cobra.Command{
		Use:   "query GIZMO | FILE | -",
		Short: "run a Gizmo query",
		Long: `Query runs Gizmo, Cayley's query language, given as an argument, a file, or on stdin ("-").

Names work as typed: "Trump" is every entity of that name or alias, "ordered" the relation of
that name, lemma or inflection; "<e:Donald_Trump>" is exactly that IRI.`,
		Example: `  sayso query 'g.V("Trump").Out("ordered").All()'`,
		Args:    exactly("a GIZMO text, a FILE, or -"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := limits.check(); err != nil {
				return err
			}
			text, err := p.script(args[0])
			if err != nil {
				return err
			}
			return p.runScript(c.Context(), queries.Script{Text: text}, limits)
		},
	}
	limits.add(c)
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
		return "", usage(fmt.Errorf("%s: no such file", argument))
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
			return nothing(errors.New("nothing found"))
		}
		return nil
	})
}

// queryError tells a limit from a fault in the query.
func queryError(err error) error {
	if limit, ok := err.(queries.LimitError); ok {
		return &exitError{exitLimit, limit}
	}
	return usage(err)
}

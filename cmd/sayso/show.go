package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"sayso/graph"
	"sayso/graph/store"
)

func (p *program) show() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:               "show ENTITY",
		Short:             "print what the graph knows of an entity",
		Long:              "Show prints an entity's names and type, and every claim it takes part in with its quote.",
		Example:           `  sayso show "Marco Rubio"`,
		Args:              exactly("an ENTITY"),
		ValidArgsFunction: p.completeEntities(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := oneOf("format", format, "table", "jsonl"); err != nil {
				return err
			}
			s, err := p.open()
			if err != nil {
				return err
			}
			defer s.Close()
			return p.showTo(s, args[0], format)
		},
	}
	c.Flags().StringVar(&format, "format", "table", "table, or jsonl (a claim a line)")
	return c
}

func (p *program) showTo(s *store.Store, name, format string) error {
	refs, err := things(s, name)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(p.stdout)
	for _, ref := range refs {
		e, err := s.Entity(ref)
		if err != nil {
			return err
		}
		claims, err := s.About(ref)
		if err != nil {
			return err
		}
		if format == "jsonl" {
			lines := jsonLines(out)
			for _, c := range claims {
				if err := lines.Encode(c); err != nil {
					return err
				}
			}
			continue
		}
		means, err := s.StandsFor(ref)
		if err != nil {
			return err
		}
		entityTable(out, e, means, claims)
	}
	return out.Flush()
}

func entityTable(w io.Writer, e graph.Entity, means []graph.Ref, claims []graph.Claim) {
	fmt.Fprintf(w, "%s · %s · %s\n", plain(e.Name), e.Type, e.ID)
	var others []string
	for _, m := range e.Mentions {
		if m.Text != e.Name {
			others = append(others, m.Text)
		}
	}
	if len(others) > 0 {
		fmt.Fprintf(w, "also: %s\n", plain(strings.Join(others, "; ")))
	}
	for _, m := range means {
		fmt.Fprintf(w, "stands for: %s\n", m)
	}
	fmt.Fprintln(w)
	claimTable(w, claims)
}

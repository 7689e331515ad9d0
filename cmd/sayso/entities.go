package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"sayso/graph/identity"
)

func (p *program) entities() *cobra.Command {
	var format string
	var candidates, apply bool
	c := &cobra.Command{
		Use:   "entities [NAME]",
		Short: "list who and what the graph speaks of by name",
		Long: `Entities lists the things that have a proper name, with their names and in how many articles they are, or with
--candidates the pairs that may be one thing, the likeliest first. After a decisions file was copied or
edited by hand, --settle brings the graph up to date with it.`,
		Example: "  sayso entities Smith\n  sayso entities --candidates",
		Args:    between(0, "a NAME"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := oneOf("format", format, "table", "json"); err != nil {
				return err
			}
			s, err := p.open()
			if err != nil {
				return err
			}
			defer s.Close()
			if apply {
				if err := s.Settle(c.Context()); err != nil {
					return err
				}
			}
			who, err := s.Registry()
			if err != nil {
				return err
			}
			if candidates {
				return writeCandidates(p.stdout, who.Candidates(), format)
			}
			found := called(who.Things(), args)
			if len(found) == 0 && len(args) > 0 {
				return nobody(s, args[0])
			}
			return writeThings(p.stdout, found, format)
		},
	}
	c.Flags().StringVar(&format, "format", "table", "table, or json (a line each)")
	c.Flags().BoolVar(&candidates, "candidates", false, "list the pairs that may be one thing")
	c.Flags().BoolVar(&apply, "settle", false, "apply the decisions file first")
	return c
}

// called are the things that have a word in one of their names.
func called(things []identity.Described, words []string) []identity.Described {
	return slices.DeleteFunc(things, func(d identity.Described) bool {
		return len(words) > 0 && !slices.ContainsFunc(append(d.Names, d.Name), func(name string) bool {
			return strings.Contains(identity.Fold(name), identity.Fold(words[0]))
		})
	})
}

func writeThings(w io.Writer, things []identity.Described, format string) error {
	if format == "json" {
		return writeLines(w, things)
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, d := range things {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", d.ID, plain(d.Name), d.Type, count(len(d.Articles), "article"), plain(strings.Join(d.Names, "; ")))
	}
	return t.Flush()
}

func writeCandidates(w io.Writer, candidates []identity.Candidate, format string) error {
	if format == "json" {
		return writeLines(w, candidates)
	}
	if len(candidates) == 0 {
		_, err := fmt.Fprintln(w, "No two things are in doubt.")
		return err
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, c := range candidates {
		fmt.Fprintf(t, "%.2f\t%s\t%s\t%s\n", c.Score, c.A.ID, c.B.ID, c.Why)
	}
	return t.Flush()
}

func writeLines[T any](w io.Writer, all []T) error {
	lines := jsonLines(w)
	for _, x := range all {
		if err := lines.Encode(x); err != nil {
			return err
		}
	}
	return nil
}

package main

import (
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"sayso/graph"
	"sayso/graph/store"
)

func (p *program) stats() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "stats",
		Short: "print what the graph holds",
		Args:  exactly(),
		RunE: func(c *cobra.Command, args []string) error {
			if err := oneOf("format", format, "table", "json"); err != nil {
				return err
			}
			s, err := p.open()
			if err != nil {
				return err
			}
			defer s.Close()
			stats, err := s.Stats()
			if err != nil {
				return err
			}
			if format == "json" {
				return jsonLines(p.stdout).Encode(stats)
			}
			articles, err := s.Articles()
			if err != nil {
				return err
			}
			return statsTable(p.stdout, stats, articles)
		},
	}
	c.Flags().StringVar(&format, "format", "table", "table or json")
	return c
}

func statsTable(w io.Writer, s store.Stats, articles []graph.Article) error {
	fmt.Fprintf(w, "%s, %s, %s, %s, %s, %s\n\n", count(s.Articles, "article"), count(s.Claims, "claim"),
		count(s.Entities, "entity"), count(s.Relations, "relation"), count(s.Voices, "voice"), count(int(s.Quads), "quad"))
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, a := range articles {
		fmt.Fprintf(t, "%s\t%s\t%s\n", plain(a.ID), a.Published, plain(a.Title))
	}
	return t.Flush()
}

package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"sayso/graph/store"
	"sayso/queries"
	"sayso/queries/analysis"
)

func (p *program) compare() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "compare SOURCE SOURCE",
		Short: "tell what one source reports that the other does not, and what both do",
		Long: `Compare sets two sources side by side: articles by their ID, outlets by their name, or somebody who is quoted. It lists where
they contradict each other, what both report, and what only one of them does.`,
		Example: "  sayso compare 000 002\n  sayso compare Ratcliffe Waltz",
		Args:    exactly("a SOURCE", "another"),
		RunE: func(c *cobra.Command, args []string) error {
			return p.analyse(format, func(s *store.Store, g *analysis.Graph) (page, error) {
				a, err := sourceOf(s, g, args[0])
				if err != nil {
					return page{}, err
				}
				b, err := sourceOf(s, g, args[1])
				if err != nil {
					return page{}, err
				}
				return comparePage(g.Compare(a, b)), nil
			})
		},
	}
	c.Flags().StringVar(&format, "format", "auto", pageFormatUsage)
	return c
}

func sourceOf(s *store.Store, g *analysis.Graph, name string) (analysis.Source, error) {
	found, ok := g.Source(name, s.Resolve(name))
	if !ok {
		names := append(nearArticles(s, name), s.Near(name, queries.MostNear)...)
		return found, nothing(fmt.Errorf("no article, outlet or voice is called %q; %s", name, queries.Meant(names, "sayso stats lists the articles")))
	}
	return found, nil
}

// compareRow is a claim of a comparison as a script reads it.
type compareRow struct {
	In string `json:"in"` // both, a, b
	analysis.Cite
	Same []analysis.Cite `json:"same,omitempty"` // what the other source has of it
}

func comparePage(c analysis.Comparison) page {
	pg := page{value: c, empty: len(c.Both)+len(c.OnlyA)+len(c.OnlyB) == 0, head: append([]string{"in"}, citeHead...)}
	add := func(in string, cite analysis.Cite, same []analysis.Cite) {
		pg.lines = append(pg.lines, compareRow{in, cite, same})
		for _, each := range append([]analysis.Cite{cite}, same...) {
			pg.rows = append(pg.rows, append([]string{in}, citeRow(each)...))
		}
	}
	for _, both := range c.Both {
		add("both", both.A[0], append(both.A[1:len(both.A):len(both.A)], both.B...))
	}
	for _, cite := range c.OnlyA {
		add("a", cite, nil)
	}
	for _, cite := range c.OnlyB {
		add("b", cite, nil)
	}
	pg.show = func(s *sheet) { compareSheet(s, c) }
	return pg
}

func compareSheet(s *sheet, c analysis.Comparison) {
	if len(c.Differs) > 0 {
		s.line("", fmt.Sprintf("They differ on %s:", count(len(c.Differs), "matter")))
		for _, d := range c.Differs {
			conflictSheet(s, d)
		}
		s.line("", "")
	}
	s.line("", count(len(c.Both), "thing")+" in both:")
	for _, b := range c.Both {
		s.strong("  ", b.Text+manner(b.A[0]))
		s.receipt("    ", b.A[0])
		if len(b.B) > 0 && b.B[0].Claim != b.A[0].Claim {
			s.receipt("    ", b.B[0])
		}
	}
	onlySheet(s, c.A, c.OnlyA)
	onlySheet(s, c.B, c.OnlyB)
}

func onlySheet(s *sheet, source analysis.Source, only []analysis.Cite) {
	s.line("", "")
	s.line("", fmt.Sprintf("%s only in %s:", count(len(only), "thing"), source.Name))
	for _, cite := range only {
		s.strong("  ", cite.Text+manner(cite))
		s.receipt("    ", cite)
	}
}

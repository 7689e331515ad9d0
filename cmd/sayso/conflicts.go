package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"sayso/graph"
	"sayso/graph/store"
	"sayso/queries/analysis"
)

func (p *program) conflicts() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "conflicts [ENTITY]",
		Short: "list what claims say that cannot all be so",
		Long: `Conflicts lists claims of the same things that cannot all be so: one affirms what the other denies, or says the opposite,
another number, another date of what happens but once, or another object of a relation that has but one. What one voice tells
in one article is a story and no conflict.

"Superseded" is what time has updated: a count that has grown by a later article, what the same speaker (or, where nobody is
quoted, the same outlet) says otherwise later, what was done and then undone, and what each account dates otherwise. Two voices
that disagree are contested, whoever spoke last.`,
		Example:           "  sayso conflicts\n  sayso conflicts Parliament",
		Args:              between(0, "an ENTITY"),
		ValidArgsFunction: p.completeEntities(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.analyse(format, func(s *store.Store, g *analysis.Graph) (page, error) {
				var about []graph.Ref
				if len(args) > 0 {
					var err error
					if about, err = things(s, args[0]); err != nil {
						return page{}, err
					}
				}
				return conflictsPage(g.Conflicts(about)), nil
			})
		},
	}
	c.Flags().StringVar(&format, "format", "auto", pageFormatUsage)
	return c
}

func conflictsPage(all []analysis.Conflict) page {
	pg := page{value: map[string]any{"conflicts": orEmpty(all)}, empty: len(all) == 0, head: append([]string{"conflict", "kind", "status", "side"}, citeHead...)}
	for n, c := range all {
		pg.lines = append(pg.lines, c)
		for i, side := range c.Sides {
			for _, cite := range side.Claims {
				row := []string{strconv.Itoa(n + 1), string(c.Kind), string(c.Status), strconv.Itoa(i + 1)}
				pg.rows = append(pg.rows, append(row, citeRow(cite)...))
			}
		}
	}
	pg.show = func(s *sheet) {
		if len(all) == 0 {
			s.line("", "No conflicts found.")
		}
		for i, c := range all {
			if i > 0 {
				s.line("", "")
			}
			conflictSheet(s, c)
		}
	}
	return pg
}

func conflictSheet(s *sheet, c analysis.Conflict) {
	s.line("", string(c.Status)+": "+conflictWords[c.Kind])
	for _, side := range c.Sides {
		s.strong("  ", side.Text+manner(side.Claims[0]))
		for _, cite := range side.Claims {
			s.receipt("    ", cite)
		}
	}
}

var conflictWords = map[analysis.ConflictKind]string{
	analysis.Negated: "one says so, the other not", analysis.Opposite: "one says the opposite of the other", analysis.Numbers: "the numbers differ",
	analysis.Dates: "the dates differ", analysis.Object: "it can be true of one only", analysis.Subject: "only one of them can be it",
}

// orEmpty is a list as JSON writes one: [] and not null.
func orEmpty[T any](all []T) []T {
	if all == nil {
		return []T{}
	}
	return all
}

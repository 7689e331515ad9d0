package main

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"sayso/graph"
	"sayso/graph/store"
	"sayso/queries/analysis"
)

func (p *program) path() *cobra.Command {
	var format string
	var hops int
	c := &cobra.Command{
		Use:   "path A B",
		Short: "tell how two things hang together, with a quote for each hop",
		Long: `Path finds how two things of the graph hang together: over the fewest hops, and over those that the claims
bear out best, where that is another way. A hop is what claims say of both its ends; what is denied connects nothing.`,
		Example:           `  sayso path "Marco Rubio" Zelensky`,
		Args:              exactly("A", "B"),
		ValidArgsFunction: p.completeEntities(2),
		RunE: func(c *cobra.Command, args []string) error {
			return p.analyse(format, func(s *store.Store, g *analysis.Graph) (page, error) {
				from, err := things(s, args[0])
				if err != nil {
					return page{}, err
				}
				to, err := things(s, args[1])
				if err != nil {
					return page{}, err
				}
				if slices.ContainsFunc(from, func(r graph.Ref) bool { return slices.Contains(to, r) }) {
					return page{}, usage(fmt.Errorf("%s and %s are one thing; see: sayso show %q", args[0], args[1], args[0]))
				}
				return pathPage(g.Path(from, to, hops), args), nil
			})
		},
	}
	c.Flags().StringVar(&format, "format", "auto", pageFormatUsage)
	c.Flags().IntVar(&hops, "hops", 4, fmt.Sprintf("hops at most, up to %d", analysis.LongestPath))
	return c
}

// pathRow is a hop as a script reads it.
type pathRow struct {
	Way string `json:"way"` // shortest, best
	N   int    `json:"n"`
	analysis.Hop
}

func pathPage(paths analysis.Paths, names []string) page {
	pg := page{value: paths, empty: paths.Shortest == nil, head: append([]string{"way", "n", "from", "to", "strength"}, citeHead...)}
	ways := []struct {
		name string
		path *analysis.Path
	}{{"shortest", paths.Shortest}, {"best", paths.Best}}
	for _, way := range ways {
		if way.path == nil {
			continue
		}
		for i, hop := range way.path.Hops {
			pg.lines = append(pg.lines, pathRow{way.name, i + 1, hop})
			for _, c := range hop.Claims {
				row := []string{way.name, strconv.Itoa(i + 1), hop.From.Name, hop.To.Name, strength(hop.Strength)}
				pg.rows = append(pg.rows, append(row, citeRow(c)...))
			}
		}
	}
	pg.show = func(s *sheet) {
		switch {
		case paths.Shortest == nil:
			s.line("", fmt.Sprintf("Nothing connects %s and %s.", names[0], names[1]))
		case isSameWay(*paths.Shortest, *paths.Best):
			pathSheet(s, "The shortest way, and the best borne out", *paths.Shortest)
		default:
			pathSheet(s, "The shortest way", *paths.Shortest)
			s.line("", "")
			pathSheet(s, "The way best borne out", *paths.Best)
		}
	}
	return pg
}

func pathSheet(s *sheet, title string, path analysis.Path) {
	s.line("", fmt.Sprintf("%s: %s, strength %s", title, count(len(path.Hops), "hop"), strength(path.Strength)))
	s.line("", "")
	s.strong("  ", path.Hops[0].From.Name)
	for _, hop := range path.Hops {
		best := hop.Claims[0]
		s.line("   │  ", best.Text+manner(best))
		s.receipt("   │  ", best)
		if more := len(hop.Claims) - 1; more > 0 {
			s.line("   │  ", "and "+count(more, "more claim")+"; "+count(hop.Origins, "independent report"))
		}
		s.strong("  ", hop.To.Name)
	}
}

func strength(f float64) string { return strconv.FormatFloat(f, 'f', 2, 64) }

// isSameWay tells whether two paths pass through the same things.
func isSameWay(a, b analysis.Path) bool {
	if len(a.Hops) != len(b.Hops) {
		return false
	}
	for i := range a.Hops {
		if a.Hops[i].To != b.Hops[i].To {
			return false
		}
	}
	return true
}

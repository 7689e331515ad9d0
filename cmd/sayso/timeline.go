package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"sayso/graph/store"
	"sayso/queries/analysis"
)

func (p *program) timeline() *cobra.Command {
	var format, relation string
	var all bool
	c := &cobra.Command{
		Use:   "timeline ENTITY",
		Short: "tell what happened to somebody or something, in the order of time",
		Long: `Timeline lists the events that a thing takes part in, in the order of time, each with its quote; what several articles tell
stands there once. Events that no article dates come after, in the order in which they were published.`,
		Example:           "  sayso timeline Zelensky\n  sayso timeline Zelensky --relation meet",
		Args:              exactly("an ENTITY"),
		ValidArgsFunction: p.completeEntities(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.analyse(format, func(s *store.Store, g *analysis.Graph) (page, error) {
				about, err := things(s, args[0])
				if err != nil {
					return page{}, err
				}
				return timelinePage(g.Timeline(about, relation), all), nil
			})
		},
	}
	c.Flags().StringVar(&format, "format", "auto", pageFormatUsage)
	c.Flags().BoolVar(&all, "all", false, fmt.Sprintf("print all events without a date, not only %d", fewUndated))
	c.Flags().StringVar(&relation, "relation", "", "only events of this relation, by its name or its verb")
	return c
}

// timelineRow is a moment as a script reads it.
type timelineRow struct {
	Dated bool `json:"dated"`
	analysis.Moment
}

// fewUndated is how many events without a date a table has unless all are asked for.
const fewUndated = 10

func timelinePage(t analysis.Timeline, all bool) page {
	pg := page{value: t, empty: len(t.Dated)+len(t.Undated) == 0, head: append([]string{"event_time", "precision", "event"}, citeHead...)}
	for _, m := range append(append([]analysis.Moment{}, t.Dated...), t.Undated...) {
		pg.lines = append(pg.lines, timelineRow{m.Time != "", m})
		for _, c := range m.Claims {
			pg.rows = append(pg.rows, append([]string{m.Time, m.Precision, m.Text}, citeRow(c)...))
		}
	}
	pg.show = func(s *sheet) { timelineSheet(s, t, all) }
	return pg
}

func timelineSheet(s *sheet, t analysis.Timeline, all bool) {
	if len(t.Dated)+len(t.Undated) == 0 {
		s.line("", "No events found.")
	}
	margin, last := 12, ""
	for _, m := range t.Dated {
		margin = max(margin, len(m.Time)+2)
	}
	for _, m := range t.Dated {
		momentSheet(s, m, last, margin)
		last = m.Time
	}
	if len(t.Undated) == 0 {
		return
	}
	if len(t.Dated) > 0 {
		s.line("", "")
	}
	s.line("", count(len(t.Undated), "event")+" without a date:")
	for i, m := range t.Undated {
		if i == fewUndated && !all {
			s.line("", fmt.Sprintf("and %d more; see --all", len(t.Undated)-i))
			break
		}
		momentSheet(s, m, "", margin)
	}
}

// momentSheet leaves out the time where it is that of the moment before.
func momentSheet(s *sheet, m analysis.Moment, last string, margin int) {
	time := m.Time
	if time == last {
		time = ""
	}
	s.strong(fmt.Sprintf("%-*s", margin, time), m.Text+manner(m.Claims[0]))
	s.receipt(strings.Repeat(" ", margin), m.Claims[0])
	if len(m.Claims) > 1 {
		s.line(strings.Repeat(" ", margin), independent(len(m.Claims), m.Origins))
	}
}

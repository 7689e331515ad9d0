package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"sayso/graph"
	"sayso/graph/store"
	"sayso/queries/analysis"
)

func (p *program) why() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "why CLAIM",
		Short: "tell why a claim stands in the graph: its sentence, article, voice, rule, and who else says so",
		Long: `Why explains a claim, named as c:003/7 or 003/7: the sentence with the quote marked, the article and whose voice it is, the
parts it was read into and by which rule, how sure that is, which other claims say the same, and which say otherwise.`,
		Example: "  sayso why 003/13",
		Args:    exactly("a CLAIM"),
		RunE: func(c *cobra.Command, args []string) error {
			return p.analyse(format, func(s *store.Store, g *analysis.Graph) (page, error) {
				why, ok := g.Why(claimNamed(args[0]))
				if !ok {
					return page{}, nothing(fmt.Errorf("no claim %q; sayso show ENTITY lists the claims about it with their numbers", args[0]))
				}
				return whyPage(why), nil
			})
		},
	}
	c.Flags().StringVar(&format, "format", "auto", pageFormatUsage)
	return c
}

// claimNamed is the claim that an argument means: c:003/7, or 003/7.
func claimNamed(name string) graph.Ref {
	return graph.Ref("c:" + strings.TrimPrefix(strings.Trim(name, "<>"), "c:"))
}

func whyPage(w analysis.Why) page {
	pg := page{value: w, lines: []any{w}, head: append([]string{"is"}, citeHead...), rows: [][]string{append([]string{"claim"}, citeRow(w.Cite)...)}}
	for _, c := range w.Same {
		pg.rows = append(pg.rows, append([]string{"same"}, citeRow(c)...))
	}
	for _, c := range w.Against {
		pg.rows = append(pg.rows, append([]string{"against"}, citeRow(c)...))
	}
	pg.show = func(s *sheet) { whySheet(s, w) }
	return pg
}

func whySheet(s *sheet, w analysis.Why) {
	s.strong("", w.Text+manner(w.Cite))
	s.line("", "")
	for _, line := range wrap(plain(oneLine(w.Before+"⟦"+w.Quote+"⟧"+w.After)), s.width-4) {
		s.line("    ", line)
	}
	s.line("", "")
	field := func(name, text string) {
		if text != "" {
			s.line(fmt.Sprintf("  %-12s", name), text)
		}
	}
	field("article", strings.Join(nonEmpty(w.Document, w.Title, w.Outlet, w.Author, w.Published, w.URL), " · "))
	field("place", fmt.Sprintf("characters %d to %d", w.Start, w.End))
	field("voice", voiceWords(w))
	for _, part := range w.Parts {
		field(spacedRole(part.Role), strings.Join(nonEmpty(part.Name, string(part.Type), string(part.ID), mentioned(part)), " · "))
	}
	if w.Time != nil {
		field("time", strings.Join(nonEmpty(w.Time.Value, w.Time.Precision, "“"+w.Time.Text+"”"), " · "))
	}
	field("polarity", string(w.Polarity)+", "+string(w.Modality))
	field("rule", w.Rule)
	field("confidence", strconv.FormatFloat(w.Confidence, 'f', 2, 64))
	field("reports", count(w.Origins, "independent report"))
	citesSheet(s, "The same is said by", w.Same)
	citesSheet(s, "Otherwise", w.Against)
}

func citesSheet(s *sheet, title string, cites []analysis.Cite) {
	if len(cites) == 0 {
		return
	}
	s.line("", "")
	s.line("", title+":")
	for _, c := range cites {
		s.line("  ", strings.TrimPrefix(string(c.Claim), "c:")+"  "+c.Text+manner(c))
		s.receipt("    ", c)
	}
}

// voiceWords says who says so, by which word.
func voiceWords(w analysis.Why) string {
	if len(w.Says) == 0 {
		return "the article itself"
	}
	var voices []string
	for i, name := range w.Says {
		if w.Cues[i] != "" {
			name += " (“" + w.Cues[i] + "”)"
		}
		voices = append(voices, name)
	}
	return strings.Join(voices, ", according to ")
}

func mentioned(p analysis.WhyPart) string {
	if p.Mention == "" || p.Mention == p.Name {
		return ""
	}
	return "“" + p.Mention + "”"
}

func spacedRole(role string) string { return strings.ReplaceAll(role, "_", " ") }

func nonEmpty(all ...string) []string {
	var kept []string
	for _, s := range all {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}

// wrap breaks a text into lines of at most so many letters, at its spaces; one line where there is no such limit.
func wrap(text string, width int) []string {
	if width < 20 {
		return []string{text}
	}
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && len([]rune(line))+1+len([]rune(word)) > width {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return append(lines, line)
}

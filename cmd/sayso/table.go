package main

import (
	"fmt"
	"io"
	"strings"

	"sayso/graph"
)

// claimTable prints claims for a reader: what is claimed, how, on whose say-so, and the receipt.
func claimTable(w io.Writer, claims []graph.Claim) {
	for _, c := range claims {
		fmt.Fprintf(w, "%-10s %s\n", strings.TrimPrefix(c.ID, "c:"), plain(claimLine(c)))
		fmt.Fprintf(w, "%-10s %s\n", "", plain("“"+oneLine(c.Quote)+"” "+fmt.Sprintf("[%d:%d]", c.Start, c.End)))
	}
}

// claimLine writes a claim in one line: Trump — ordered → suspension · in early March · says Ratcliffe.
func claimLine(c graph.Claim) string {
	var b strings.Builder
	b.WriteString(c.Subject.Name + " — " + strings.ReplaceAll(c.Predicate.Name, "_", " "))
	if c.Object != nil {
		b.WriteString(" → " + c.Object.Name)
	}
	for _, a := range c.Arguments {
		b.WriteString(" · " + a.Role + " " + a.Text)
	}
	if c.Time != nil && c.Time.Value != "" {
		b.WriteString(" · " + c.Time.Value)
	}
	if c.Polarity == graph.Negative {
		b.WriteString(" · negated")
	}
	if c.Modality != graph.Asserted {
		b.WriteString(" · " + string(c.Modality))
	}
	for a := c.Attribution; a != nil; a = a.Of {
		b.WriteString(" · says " + a.Source.Name)
	}
	return b.String()
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// plain takes from text of unknown origin what a terminal would obey: control bytes,
// escapes, and the marks that turn the direction of writing.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < ' ', r >= 0x7f && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0x061c:
			return '\ufffd'
		}
		return r
	}, s)
}

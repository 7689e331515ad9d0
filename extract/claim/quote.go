package claim

import "sayso/extract/document"

// quote is the stretch of the sentence that holds all that a claim is made of.
func (s *sentence) quote(c *Claim, words []int) document.Span {
	span := c.Subject.Span
	cover := func(o document.Span) {
		span.Start, span.End = min(span.Start, o.Start), max(span.End, o.End)
	}
	for _, w := range words {
		cover(s.words[w].Span)
	}
	if c.Object != nil {
		cover(c.Object.Span)
	}
	for _, a := range c.Arguments {
		if !a.Clause {
			cover(a.Span)
		}
	}
	return span
}

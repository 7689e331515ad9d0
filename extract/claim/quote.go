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

// followsQuotation tells the clause after “We may go”, but nobody has, which the writer adds to the quoted words.
func (s *sentence) followsQuotation(i, content int) bool {
	open, first := s.leftmost(content)-1, s.leftmost(i)
	if !s.bears(i, "conj") || s.above(i) != content || !s.has(i, "nsubj") || s.has(i, "mark") || !s.isQuotationMark(open) {
		return false
	}
	marks := 0
	for j := open; j < len(s.words); j++ {
		if s.isQuotationMark(j) && j < first {
			marks++
		}
		if s.isQuotationMark(j) && j > first {
			return false
		}
	}
	return marks == 2
}

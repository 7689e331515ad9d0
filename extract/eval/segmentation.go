package eval

import (
	"fmt"
	"strings"

	"sayso/extract/document"
	"sayso/extract/parse"
)

// SegmentationScores counts the tokens and sentences that gold and model share, with both ends alike.
type SegmentationScores struct{ tokens, sentences overlap }

// Segmentation scores the tokens and sentences that a model finds in running text.
func Segmentation(m *parse.Model, text []parse.Paragraph) SegmentationScores {
	var s SegmentationScores
	for _, p := range text {
		s.count(m, p)
	}
	return s
}

// count compares one paragraph and returns how the model cuts it.
func (s *SegmentationScores) count(m *parse.Model, p parse.Paragraph) []document.Sentence {
	split := m.Sentences(&document.Document{Text: p.Text, Blocks: []document.Block{{Span: document.Span{End: len(p.Text)}}}})
	compare(&s.sentences, goldSentences(p), sentenceSpans(split))
	compare(&s.tokens, tokenSpans(p.Tokens), foundTokens(split))
	return split
}

// String is a table of both, in per cent.
func (s SegmentationScores) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-10s %6s %6s %6s %6s\n", "", "gold", "P", "R", "F1")
	for _, row := range []struct {
		name string
		o    overlap
	}{{"tokens", s.tokens}, {"sentences", s.sentences}} {
		fmt.Fprintf(&b, "%-10s %6d %6.2f %6.2f %6.2f\n", row.name, row.o.gold, 100*row.o.precision(), 100*row.o.recall(), 100*row.o.f1())
	}
	return b.String()
}

func goldSentences(p parse.Paragraph) []document.Span {
	var spans []document.Span
	first := 0
	for _, last := range p.Ends {
		spans = append(spans, document.Span{Start: p.Tokens[first].Start, End: p.Tokens[last].End})
		first = last + 1
	}
	return spans
}

func sentenceSpans(sentences []document.Sentence) []document.Span {
	var spans []document.Span
	for _, s := range sentences {
		spans = append(spans, s.Span)
	}
	return spans
}

func foundTokens(sentences []document.Sentence) []document.Span {
	var spans []document.Span
	for _, s := range sentences {
		spans = append(spans, tokenSpans(s.Tokens)...)
	}
	return spans
}

func tokenSpans(tokens []document.Token) []document.Span {
	var spans []document.Span
	for _, t := range tokens {
		spans = append(spans, t.Span)
	}
	return spans
}

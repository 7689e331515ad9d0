package extract

import (
	"testing"

	"sayso/extract/document"
)

func TestQuotationMarks(t *testing.T) {
	tokens := []document.Token{
		{Span: document.Span{Start: 0, End: 1}, Text: "`"}, {Span: document.Span{Start: 1, End: 2}, Text: "`"},
		{Span: document.Span{Start: 3, End: 5}, Text: "No"},
		{Span: document.Span{Start: 6, End: 8}, Text: "''"},
		{Span: document.Span{Start: 9, End: 10}, Text: "'"}, {Span: document.Span{Start: 11, End: 12}, Text: "'"},
	}
	want := []document.Token{
		{Span: document.Span{Start: 0, End: 2}, Text: `"`},
		{Span: document.Span{Start: 3, End: 5}, Text: "No"},
		{Span: document.Span{Start: 6, End: 8}, Text: `"`},
		{Span: document.Span{Start: 9, End: 10}, Text: "'"}, {Span: document.Span{Start: 11, End: 12}, Text: "'"},
	}
	got := quotationMarks(tokens)
	for i := range want {
		if i >= len(got) || got[i] != want[i] {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}

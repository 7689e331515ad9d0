package parse

import (
	"strings"
	"testing"

	"sayso/extract/document"
)

func TestStopsThatGoOn(t *testing.T) {
	for _, c := range []struct {
		tokens string // joined ones share no space: "K|." is K. in two tokens
		want   bool   // the sentence goes on after the last but one
	}{
		{"J. K. Rowling", true},
		{"J. K|. Rowling", true},
		{"J|. K.", true},
		{"Plan B. It", false},
		{"( D-Calif|.|) on", true},
		{"( D-Calif|.|) On", false},
		{"we came . we", false},
	} {
		var tokens []document.Token
		at := 0
		for word := range strings.FieldsSeq(c.tokens) {
			for piece := range strings.SplitSeq(word, "|") {
				tokens = append(tokens, document.Token{Span: document.Span{Start: at, End: at + len(piece)}, Text: piece})
				at += len(piece)
			}
			at++
		}
		if got := goesOn(tokens, len(tokens)-2); got != c.want {
			t.Errorf("%s: got %v, want %v", c.tokens, got, c.want)
		}
	}
}

// Nor is a word whose end was seen divided.
func TestPluralsAreWhole(t *testing.T) {
	s := &segmenter{divided: map[string]bool{"doctors": true, "lets": true, "nno": true}}
	for chunk, want := range map[string]int{"Doctors": 0, "“Doctors”": 2, "lets": 3, "nno": 2, "Banno": 0} {
		if got := len(s.candidates(chunk)); got != want {
			t.Errorf("%s: %d places, want %d", chunk, got, want)
		}
	}
}

package sparql

import (
	"strings"
	"unicode/utf8"

	"sayso/queries"
)

// placeAt points into a text by a byte offset. A line too long to show is cut around the place.
func placeAt(text string, offset int, message string) queries.Place {
	offset = min(offset, len(text))
	before := text[:offset]
	start := strings.LastIndexByte(before, '\n') + 1
	line, _, _ := strings.Cut(text[start:], "\n")
	p := queries.Place{
		Message: message,
		Line:    strings.Count(before, "\n") + 1,
		Column:  utf8.RuneCountInString(text[start:offset]) + 1,
		Text:    strings.TrimSuffix(line, "\r"),
	}
	const width = 120
	if runes := []rune(p.Text); len(runes) > width {
		from := max(0, min(p.Column-width/2, len(runes)-width))
		p.Text = string(runes[from : from+width])
	}
	return p
}

// caretIndent is as wide as what stands before the place; tabs stay tabs.
func caretIndent(p queries.Place) string {
	runes := []rune(p.Text)
	column := p.Column - 1
	if column > len(runes) {
		column = len(runes)
	}
	indent := make([]rune, column)
	for i := range indent {
		indent[i] = ' '
		if runes[i] == '\t' {
			indent[i] = '\t'
		}
	}
	return string(indent)
}

package queries

import (
	"fmt"
	"strings"
)

// SyntaxError says where a script is not JavaScript.
type SyntaxError struct{ Place }

// QueryError says where a script went wrong while it ran.
type QueryError struct {
	Place
	Cause error // what the host said, if it was the host
}

// Place points at what is wrong in a script, by line and column from 1; both are 0 when unknown.
type Place struct {
	Message string
	Line    int
	Column  int
	Text    string // of the line, or as much of it as can be shown
	cut     int    // letters of the line that are not shown
}

func (p Place) Error() string {
	if p.Line == 0 {
		return p.Message
	}
	return fmt.Sprintf("line %d, column %d: %s\n    %s\n    %s^", p.Line, p.Column, p.Message, p.Text, p.indent())
}

func (e *QueryError) Unwrap() error { return e.Cause }

// indent is as wide as the text before the column; tabs stay tabs.
func (p Place) indent() string {
	before := []rune(p.Text)
	before = before[:max(0, min(p.Column-p.cut-1, len(before)))]
	for i, c := range before {
		if c != '\t' {
			before[i] = ' '
		}
	}
	return string(before)
}

// placeIn points into a script. A line too long to show is cut around the column.
func placeIn(script, message string, line, column int) Place {
	lines := strings.Split(script, "\n")
	if line < 1 || line > len(lines) {
		return Place{Message: message}
	}
	const width = 120
	text := []rune(strings.TrimSuffix(lines[line-1], "\r"))
	cut := column - width/2
	if len(text) <= width || cut < 0 {
		cut = 0
	}
	text = text[min(cut, len(text)):]
	return Place{Message: message, Line: line, Column: column, Text: string(text[:min(width, len(text))]), cut: cut}
}

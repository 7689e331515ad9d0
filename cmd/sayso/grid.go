package main

import (
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// narrowest is how far a column is cut, so that a name in it can still be told.
const narrowest = 8

// widest is how far a column is padded where nobody says how wide the page is, so that one long quote does not move all rows.
const widest = 40

// writeGrid writes rows as columns, two spaces apart. Where they are wider than the terminal, the widest columns
// give way first; width 0 cuts nothing, and what is longer than a column goes beyond it.
func writeGrid(w io.Writer, rows [][]string, width int) error {
	widths := fitted(gridWidths(rows), width)
	var b strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for i, text := range row {
			column := min(widths[i], widest)
			if width > 0 {
				column = widths[i]
				text = cutTo(text, column)
			}
			line.WriteString(text + strings.Repeat(" ", max(0, column-utf8.RuneCountInString(text))+2))
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func gridWidths(rows [][]string) []int {
	var widths []int
	for _, row := range rows {
		for i, text := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(text))
		}
	}
	return widths
}

// fitted narrows the widest column, one letter at a time, until all go into the width.
func fitted(widths []int, width int) []int {
	total := 2 * (len(widths) - 1)
	for _, w := range widths {
		total += w
	}
	for ; width > 0 && total > width; total-- {
		widest := slices.Index(widths, slices.Max(widths))
		if widths[widest] <= narrowest {
			break
		}
		widths[widest]--
	}
	return widths
}

func cutTo(text string, width int) string {
	if utf8.RuneCountInString(text) <= width {
		return text
	}
	return string([]rune(text)[:width-1]) + "…"
}

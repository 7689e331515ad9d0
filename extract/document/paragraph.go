package document

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lines returns the lines of text, trimmed, empty ones too.
func lines(text string) []Span {
	var lines []Span
	start := 0
	for i, r := range text {
		switch r {
		case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
			if r == '\n' && i > 0 && text[i-1] == '\r' {
				start = i + 1
				continue
			}
			lines = append(lines, trim(text, Span{start, i}))
			start = i + utf8.RuneLen(r)
		}
	}
	return append(lines, trim(text, Span{start, len(text)}))
}

func trim(text string, s Span) Span {
	s.Start = s.End - len(strings.TrimLeftFunc(text[s.Start:s.End], blank))
	s.End = s.Start + len(strings.TrimRightFunc(text[s.Start:s.End], blank))
	return s
}

// blank also holds for the invisible: byte order mark, zero-width and directional marks, soft hyphen.
func blank(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

// paragraphs joins the lines of hard-wrapped paragraphs and leaves out empty lines.
func paragraphs(text string, lines []Span) []Span {
	var paragraphs []Span
	width := wrapWidth(text, lines)
	for i, l := range lines {
		switch {
		case l.Start == l.End:
		case i > 0 && wraps(text, lines[i-1], l, width):
			paragraphs[len(paragraphs)-1].End = l.End
		default:
			paragraphs = append(paragraphs, l)
		}
	}
	return paragraphs
}

var sentenceEnd = regexp.MustCompile(`[.!?…:]["'”’»)\]]*$`)

const (
	narrowest = 45
	widest    = 110
)

// wrapWidth returns the width at which text is hard-wrapped, or 0: no line is wider than a screen,
// most lines are full, and most of those stop in the middle of a sentence.
func wrapWidth(text string, lines []Span) int {
	width := 0
	for _, l := range lines {
		if line := text[l.Start:l.End]; strings.ContainsFunc(line, unicode.IsSpace) {
			width = max(width, utf8.RuneCountInString(line))
		}
	}
	if width < narrowest || width > widest {
		return 0
	}
	var pairs, full, open int
	for i := 1; i < len(lines); i++ {
		above, below := text[lines[i-1].Start:lines[i-1].End], text[lines[i].Start:lines[i].End]
		if above == "" || below == "" {
			continue
		}
		pairs++
		if fills(above, below, width) {
			full++
			if !sentenceEnd.MatchString(above) {
				open++
			}
		}
	}
	if 2*full <= pairs || 2*open <= full {
		return 0
	}
	return width
}

// wraps reports whether next goes on with line where text is wrapped at width.
func wraps(text string, line, next Span, width int) bool {
	above, below := text[line.Start:line.End], text[next.Start:next.End]
	if width == 0 || above == "" || below == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(below)
	inside := unicode.IsLower(r) && 2*utf8.RuneCountInString(above) > width && !sentenceEnd.MatchString(above)
	return inside || fills(above, below, width)
}

// fills reports whether the first word of the line below would not have fitted on the line above.
func fills(above, below string, width int) bool {
	first := strings.IndexFunc(below, unicode.IsSpace)
	if first < 0 {
		first = len(below)
	}
	return utf8.RuneCountInString(above)+1+utf8.RuneCountInString(below[:first]) > width
}

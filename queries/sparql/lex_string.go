package sparql

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// quoted reads a string in one or three quotation marks.
func (l *lexer) quoted() string {
	start, mark := l.at, l.query[l.at:l.at+1]
	if three := strings.Repeat(mark, 3); strings.HasPrefix(l.query[l.at:], three) {
		mark = three
	}
	from := l.at + len(mark)
	for at := from; at < len(l.query); at++ {
		switch c := l.query[at]; {
		case c == '\\':
			at++
		case (c == '\n' || c == '\r') && len(mark) == 1:
			l.fail(start, "a string that does not end on its line")
		case strings.HasPrefix(l.query[at:], mark):
			l.at = at + len(mark)
			return l.unescape(l.query[from:at], from, true)
		}
	}
	l.fail(start, "a string that does not end")
	return ""
}

// unescape undoes \n and the like, in a string, and \u.
func (l *lexer) unescape(s string, at int, inString bool) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' {
			b.WriteByte(s[i])
			continue
		}
		i++
		if i == len(s) {
			l.fail(at, "an escape that does not end")
		}
		if j := strings.IndexByte(`tbnrf"'\`, s[i]); j >= 0 && inString {
			b.WriteByte("\t\b\n\r\f\"'\\"[j])
			continue
		}
		digits := map[byte]int{'u': 4, 'U': 8}[s[i]]
		if digits == 0 || i+digits >= len(s) {
			l.fail(at+i-1, "an escape that is not known")
		}
		code, err := strconv.ParseUint(s[i+1:i+1+digits], 16, 32)
		if err != nil || !utf8.ValidRune(rune(code)) {
			l.fail(at+i-1, "an escape that is no character")
		}
		b.WriteRune(rune(code))
		i += digits
	}
	return b.String()
}

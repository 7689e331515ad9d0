package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotes finds the direct quotations of each block.
func quotes(text string, blocks []Block) []Quote {
	var all []Quote
	unclosed := ""
	for _, b := range blocks {
		found, left := quotesIn(text, b.Span)
		if unclosed != "" && len(found) > 0 && found[0].Outer.Start == b.Start && strings.HasPrefix(text[b.Start:], unclosed) {
			found[0].Continues = true
		}
		all = append(all, found...)
		unclosed = left
	}
	return all
}

// quotesIn finds the quotations of one block, and the mark of the last where it is not closed.
func quotesIn(text string, block Span) (found []Quote, unclosed string) {
	for at := block.Start; at < block.End; {
		mark, size := utf8.DecodeRuneInString(text[at:])
		start := at + size
		if !opens(text[:block.End], at, mark) {
			at = start
			continue
		}
		end, closed := closing(text[:block.End], start, mark)
		after := end
		if closed {
			_, size = utf8.DecodeRuneInString(text[end:])
			after += size
		}
		inner := trim(text, Span{start, end})
		if inner.Start < inner.End {
			outer := Span{at, trim(text, Span{at, after}).End}
			found = append(found, Quote{Span: inner, Outer: outer, Words: words(text[inner.Start:inner.End])})
		}
		unclosed = ""
		if !closed && end == block.End {
			unclosed = string(mark)
		}
		at = after
	}
	return found, unclosed
}

// opens reports whether the mark at text[at:], outside any quotation, opens one.
func opens(text string, at int, mark rune) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	rest := text[at+utf8.RuneLen(mark):]
	next, _ := utf8.DecodeRuneInString(rest)
	apart := at == 0 || unicode.IsSpace(before) || strings.ContainsRune("([{—–-/“\"", before)
	switch mark {
	case '“', '«':
		return true
	case '"':
		if unicode.IsDigit(before) {
			return false // inches
		}
		return strings.Contains(rest, `"`) || apart && !unicode.IsSpace(next) && next != utf8.RuneError
	case '‘', '\'':
		if !apart || !unicode.IsLetter(next) && !unicode.IsDigit(next) || decade(rest) {
			return false
		}
		_, closed := closing(text, at+utf8.RuneLen(mark), mark)
		return closed
	}
	return false
}

// decade holds after the apostrophe of '90s and '24.
func decade(s string) bool {
	return len(s) >= 2 && unicode.IsDigit(rune(s[0])) && unicode.IsDigit(rune(s[1])) &&
		(len(s) == 2 || !unicode.IsDigit(rune(s[2])))
}

// closing returns where a quotation that mark opened before start ends: at its closing mark,
// else before the next opening one, else at the end of text.
func closing(text string, start int, mark rune) (end int, closed bool) {
	switch mark {
	case '“':
		return closingCurly(text, start, '“', '”')
	case '«':
		return closingCurly(text, start, '«', '»')
	case '"':
		return closingStraight(text, start)
	case '‘':
		return closingSingle(text, start, '’')
	}
	return closingSingle(text, start, '\'')
}

func closingCurly(text string, start int, open, close rune) (int, bool) {
	for i, r := range text[start:] {
		switch {
		case r == close:
			return start + i, true
		case r == open && i > 0:
			return start + i, false
		case r == '"' && closesStraight(text, start+i):
			return start + i, true // “mixed marks"
		}
	}
	return len(text), false
}

func closingStraight(text string, start int) (int, bool) {
	for i, r := range text[start:] {
		switch r {
		case '”':
			return start + i, true
		case '"':
			inches := i > 0 && unicode.IsDigit(rune(text[start+i-1])) && strings.Contains(text[start+i+1:], `"`) && !closesStraight(text, start+i)
			if !inches {
				return start + i, i == 0 || closesStraight(text, start+i)
			}
		}
	}
	return len(text), false
}

// closesStraight tells a closing " from an opening one by the space around it.
func closesStraight(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	next, _ := utf8.DecodeRuneInString(text[at+1:])
	return !unicode.IsSpace(before) || at+1 == len(text) || unicode.IsSpace(next)
}

// farthest keeps a text full of apostrophes from taking quadratic time.
const farthest = 4000

// closingSingle finds a closing mark that looks like an apostrophe: no letter follows it, and
// where only letters stand before it the possessive of a plural is passed over for a later one.
func closingSingle(text string, start int, mark rune) (int, bool) {
	text = text[:min(len(text), start+farthest)]
	candidate := -1
	for i, r := range text[start:] {
		if r != mark {
			if r == '‘' && candidate >= 0 {
				break
			}
			continue
		}
		at := start + i
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		next, _ := utf8.DecodeRuneInString(text[at+utf8.RuneLen(mark):])
		if unicode.IsSpace(before) || unicode.IsLetter(next) || unicode.IsDigit(next) {
			continue
		}
		if before != 's' || strings.ContainsRune(",.;:!?)", next) && next != utf8.RuneError {
			return at, true
		}
		if candidate < 0 {
			candidate = at
		}
	}
	return max(candidate, start), candidate >= 0
}

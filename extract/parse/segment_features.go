package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/extract/document"
	"sayso/extract/neural"
)

// boundaryFeatures describes a place inside a chunk: the characters around it and the pieces on either side.
func boundaryFeatures(f []uint32, text string, chunk document.Span, at int) []uint32 {
	left, right := text[chunk.Start:at], text[at:chunk.End]
	var l, r [4]uint32 // characters outwards from the place
	for i, rest := 0, left; i < len(l) && rest != ""; i++ {
		c, size := utf8.DecodeLastRuneInString(rest)
		l[i], rest = character(c), rest[:len(rest)-size]
	}
	for i, rest := 0, right; i < len(r) && rest != ""; i++ {
		c, size := utf8.DecodeRuneInString(rest)
		r[i], rest = character(c), rest[size:]
	}
	leftPiece, rightPiece := hash(spelling(lastPiece(left))), hash(spelling(firstPiece(right)))
	whole := hash(spelling(text[chunk.Start:chunk.End]))
	web := address(text[chunk.Start:chunk.End])
	next := nextCharacter(text[chunk.End:])
	l0, r0 := typeOf(l[0]), typeOf(r[0])
	abbreviation := key(0, abbreviationKind(lastPiece(left)), abbreviationKind(left), 0)
	return append(f,
		key(1, 0, 0, 0), key(2, l[0], r[0], 0), key(3, l[1], l[0], r[0]), key(4, l[0], r[0], r[1]), key(5, key(5, l[1], l[0], 0), r[0], r[1]),
		key(6, leftPiece, r[0], 0), key(7, l[0], rightPiece, 0), key(8, leftPiece, r[0], rightPiece), key(9, whole, uint32(len(left)), 0),
		key(10, hash(spelling(left)), r[0], 0), key(11, l[0], hash(spelling(right)), 0),
		key(12, typeOf(l[1]), l0, r0), key(13, l0, r0, typeOf(r[1])), key(14, web, l0, r0), key(15, web, l[0], r[0]),
		key(16, r[0], next, typeOf(r[1])), key(17, leftPiece, r[0], next), key(18, hash(neural.Shape(lastPiece(left))), r[0], next), key(19, l[0], r[0], key(19, r[1], r[2], 0)),
		key(20, key(20, l[2], l[1], 0), l[0], r[0]), key(21, hash(neural.Shape(left)), r[0], 0), key(22, l[0], hash(neural.Shape(right)), 0),
		key(23, leftPiece, r[0], r[1]), key(24, r[0], boundedLength(left), boundedLength(right)), key(25, leftPiece, hash(spelling(right)), 0),
		key(26, abbreviation, r[0], next), key(27, abbreviation, r[0], r[1]), key(28, abbreviation, r[0], boundedLength(right)))
}

func boundedLength(s string) uint32 { return uint32(min(len(s), 6)) }

// spelling takes case, digits and curls out of a piece of text.
func spelling(s string) string { return zeroDigits(straight(strings.ToLower(s))) }

// character tells characters apart, but not digits, nor straight from curly apostrophes.
func character(r rune) uint32 {
	switch {
	case unicode.IsDigit(r):
		return '0'
	case isApostrophe(r):
		return '\''
	case r > 0x2ff && unicode.IsLetter(r):
		return 'x'
	}
	return uint32(r)
}

func typeOf(character uint32) uint32 {
	switch r := rune(character); {
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	}
	return character
}

// lastPiece returns the letters and digits at the end of s, or its last character.
func lastPiece(s string) string {
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if kindOf(r) == other {
			if i == len(s) {
				return s[i-size:]
			}
			return s[i:]
		}
		i -= size
	}
	return s
}

// firstPiece returns the letters and digits that s begins with, or its first character.
func firstPiece(s string) string {
	for i, r := range s {
		if kindOf(r) == other {
			if i == 0 {
				_, size := utf8.DecodeRuneInString(s)
				return s[:size]
			}
			return s[:i]
		}
	}
	return s
}

// address tells runs that look like addresses of the web, of mail or of a file.
func address(chunk string) uint32 {
	lower := strings.ToLower(chunk)
	switch {
	case strings.Contains(lower, "://") || strings.HasPrefix(lower, "www."):
		return 1
	case strings.Contains(lower, "@"):
		return 2
	case strings.Contains(lower, ".com") || strings.Contains(lower, ".org") || strings.Contains(lower, ".net"):
		return 3
	case strings.Contains(lower, "/") || strings.Contains(lower, "_"):
		return 4
	}
	return 0
}

// nextCharacter returns what the text after a chunk begins with, as a type.
func nextCharacter(rest string) uint32 {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(rest, unicode.IsSpace))
	if r == utf8.RuneError {
		return 0
	}
	return typeOf(character(r))
}

// mayEnd reports whether a sentence may end after token i: after a stop, or after what closes behind a stop.
func mayEnd(tokens []document.Token, i int) bool {
	for ; i >= 0; i-- {
		last, _ := utf8.DecodeLastRuneInString(tokens[i].Text)
		if strings.ContainsRune(".?!…:;", last) {
			return true
		}
		if !strings.ContainsRune(`"'”’)]}»`, last) {
			return false
		}
	}
	return false
}

// endFeatures describes the end of token i in a sentence that began at token from.
func endFeatures(f []uint32, tokens []document.Token, from, i int) []uint32 {
	at := func(j int) document.Token {
		if j < 0 || j >= len(tokens) {
			return document.Token{}
		}
		return tokens[j]
	}
	stop := i // the stop before what closes
	for stop > from && closes(tokens[stop].Text) {
		stop--
	}
	w, next, after, before := at(i), at(i+1), at(i+2), at(stop-1)
	word, nextWord, stopWord, beforeWord := hash(spelling(w.Text)), hash(spelling(next.Text)), hash(spelling(at(stop).Text)), hash(spelling(before.Text))
	gap := uint32(0)
	if next.Start > w.End {
		gap = 1
	}
	behind := uint32(min(i-stop, 3))
	first, _ := utf8.DecodeRuneInString(next.Text)
	nextShape := hash(neural.Shape(next.Text))
	quotes, brackets := openMarks(tokens[from : i+1])
	length := uint32(min(i-from, 4))
	abbreviation := abbreviationKind(strings.TrimSuffix(at(stop).Text, "."))
	stopShape := hash(neural.Shape(at(stop).Text))
	f = append(f,
		key(1, 0, 0, 0), key(2, word, gap, 0), key(3, nextWord, gap, 0), key(4, word, nextWord, 0), key(5, stopWord, behind, nextShape),
		key(6, stopWord, beforeWord, 0), key(7, stopWord, nextShape, gap), key(8, stopWord, hash(neural.Shape(before.Text)), nextShape), key(9, stopWord, length, nextShape),
		key(10, quotes, word, nextShape), key(11, brackets, word, nextShape), key(12, stopShape, nextShape, gap), key(13, beforeWord, stopWord, nextShape),
		key(14, word, nextShape, hash(neural.Shape(after.Text))), key(15, word, nextWord, hash(spelling(after.Text))), key(16, quotes, behind, stopWord),
		key(17, stopWord, nextWord, quotes), key(18, stopWord, key(18, nextShape, gap, 0), length), key(19, typeOf(character(first)), stopWord, gap),
		key(20, stopWord, beforeWord, nextWord), key(21, word, hash(spelling(after.Text)), 0), key(22, quotes, brackets, stopWord),
		key(23, abbreviation, nextShape, 0), key(24, abbreviation, stopShape, nextShape), key(25, abbreviation, abbreviationKind(before.Text), nextShape), key(26, abbreviation, nextWord, 0))
	return f
}

func closes(token string) bool {
	switch token {
	case `"`, `'`, "”", "’", ")", "]", "}", "»", "''":
		return true
	}
	return false
}

// openMarks reports whether a quotation and a bracket are open at the end of the tokens. A straight mark opens
// where a space stands before it and none behind.
func openMarks(tokens []document.Token) (quotes, brackets uint32) {
	for i, t := range tokens {
		switch t.Text {
		case `"`:
			quotes = 0
			if (i == 0 || tokens[i-1].End < t.Start) && (i+1 == len(tokens) || tokens[i+1].Start == t.End) {
				quotes = 1
			}
		case "“":
			quotes = 1
		case "”":
			quotes = 0
		case "(", "[":
			brackets = 1
		case ")", "]":
			brackets = 0
		}
	}
	return quotes, brackets
}

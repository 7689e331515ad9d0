package sparql

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is the kind of a token.
type kind int

const (
	endOfText kind = iota
	word           // a keyword, a function's name, a, true, false
	iriRef         // <…>, text without the brackets
	prefixed       // p:local
	blankNode      // _:x
	variable       // ?x, $x, text without the mark
	text           // a string, text with its escapes undone
	language       // @en, text without the @
	integer
	decimal
	double
	punctuation
)

type token struct {
	kind kind
	text string
	at   int // byte offset in the query
}

// lexer cuts a query into tokens.
type lexer struct {
	query string
	at    int
}

// next reads the token that stands next; a failure is a fault, which the parser's entry catches.
func (l *lexer) next() token {
	l.skip()
	start := l.at
	if l.at == len(l.query) {
		return token{endOfText, "", start}
	}
	switch c := l.query[l.at]; {
	case c == '<':
		if iri, ok := l.iri(); ok {
			return token{iriRef, iri, start}
		}
	case c == '?' || c == '$':
		if name := l.run(1, isNameRune); name != "" {
			return token{variable, name, start}
		}
	case c == '"' || c == '\'':
		return token{text, l.quoted(), start}
	case c == '@':
		return token{language, l.languageTag(), start}
	case c >= '0' && c <= '9' || c == '.' && l.digitAt(l.at+1):
		k := l.number()
		return token{k, l.query[start:l.at], start}
	}
	if k, name := l.name(); name != "" {
		return token{k, name, start}
	}
	return token{punctuation, l.operator(), start}
}

func (l *lexer) skip() {
	for l.at < len(l.query) {
		switch c := l.query[l.at]; {
		case c == '#':
			for l.at < len(l.query) && l.query[l.at] != '\n' && l.query[l.at] != '\r' {
				l.at++
			}
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			l.at++
		default:
			return
		}
	}
}

func (l *lexer) digitAt(i int) bool {
	return i < len(l.query) && l.query[i] >= '0' && l.query[i] <= '9'
}

// run reads the characters that pass, after skipping some bytes.
func (l *lexer) run(skip int, pass func(rune) bool) string {
	rest := l.query[l.at+skip:]
	end := strings.IndexFunc(rest, func(r rune) bool { return !pass(r) })
	if end < 0 {
		end = len(rest)
	}
	if end > 0 {
		l.at += skip + end
	}
	return rest[:end]
}

// isNameRune is VARNAME's, PN_CHARS without the hyphen.
func isNameRune(r rune) bool {
	return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == 0xb7
}

func isLocalRune(r rune) bool { return isNameRune(r) || r == '-' || r == '.' || r == ':' }

// iri reads <…> if it is one; else < is an operator.
func (l *lexer) iri() (string, bool) {
	rest := l.query[l.at+1:]
	end := strings.IndexFunc(rest, func(r rune) bool {
		return r <= ' ' || strings.ContainsRune("<>\"{}|^`", r)
	})
	if end < 0 || rest[end] != '>' {
		return "", false
	}
	start := l.at
	l.at += end + 2
	return l.unescape(rest[:end], start+1, false), true
}

func (l *lexer) languageTag() string {
	start := l.at
	tag := l.run(1, func(r rune) bool {
		return r == '-' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	})
	if tag == "" || tag[0] == '-' || strings.HasSuffix(tag, "-") {
		l.fail(start, "@ wants a language, such as @en")
	}
	return tag
}

// number reads 12, 1.2, .5 or 1e6.
func (l *lexer) number() kind {
	digits := func() {
		for l.digitAt(l.at) {
			l.at++
		}
	}
	k := integer
	digits()
	if l.at < len(l.query) && l.query[l.at] == '.' && (l.digitAt(l.at+1) || l.exponentAt(l.at+1)) {
		k = decimal
		l.at++
		digits()
	}
	if l.exponentAt(l.at) {
		k = double
		l.at++
		if c := l.query[l.at]; c == '+' || c == '-' {
			l.at++
		}
		digits()
	}
	return k
}

func (l *lexer) exponentAt(i int) bool {
	if i >= len(l.query) || l.query[i] != 'e' && l.query[i] != 'E' {
		return false
	}
	if i+1 < len(l.query) && (l.query[i+1] == '+' || l.query[i+1] == '-') {
		i++
	}
	return l.digitAt(i + 1)
}

// name reads a word, a prefixed name or a blank node's label.
func (l *lexer) name() (kind, string) {
	rest := l.query[l.at:]
	end := strings.IndexFunc(rest, func(r rune) bool { return !isNameRune(r) && r != '-' && r != '.' })
	if end < 0 {
		end = len(rest)
	}
	if end == len(rest) || rest[end] != ':' || strings.HasSuffix(rest[:end], ".") {
		return word, l.run(0, isNameRune)
	}
	start := l.at
	l.at += end + 1
	local := l.local()
	if rest[:end] == "_" {
		if local == "" {
			l.fail(start, "_: wants a label")
		}
		return blankNode, local
	}
	return prefixed, rest[:end] + ":" + local
}

// local reads the part of a prefixed name behind its colon, in which % and \ escape.
func (l *lexer) local() string {
	var b strings.Builder
	for l.at < len(l.query) {
		r, size := utf8.DecodeRuneInString(l.query[l.at:])
		switch {
		case r == '\\' && l.at+1 < len(l.query) && strings.IndexByte(`_~.-!$&'()*+,;=/?#@%`, l.query[l.at+1]) >= 0:
			b.WriteByte(l.query[l.at+1])
			l.at += 2
			continue
		case r == '.' && !l.localGoesOn():
			return b.String()
		case r == '%' || isLocalRune(r):
			b.WriteRune(r)
			l.at += size
			continue
		}
		return b.String()
	}
	return b.String()
}

// localGoesOn tells a full stop within a name from one after it.
func (l *lexer) localGoesOn() bool {
	rest := strings.TrimLeft(l.query[l.at:], ".")
	r, _ := utf8.DecodeRuneInString(rest)
	return rest != "" && (r == '%' || r == '\\' || isLocalRune(r))
}

func (l *lexer) operator() string {
	rest := l.query[l.at:]
	for _, two := range []string{"^^", "&&", "||", "!=", "<=", ">="} {
		if strings.HasPrefix(rest, two) {
			l.at += 2
			return two
		}
	}
	r, size := utf8.DecodeRuneInString(rest)
	if !strings.ContainsRune("{}()[].;,*/+-|^?!=<>", r) {
		l.fail(l.at, "a character that has no meaning here")
	}
	l.at += size
	return rest[:size]
}

// fault carries an error out of the parser.
type fault struct{ err error }

func (l *lexer) fail(at int, message string) {
	panic(fault{&SyntaxError{placeAt(l.query, at, message)}})
}

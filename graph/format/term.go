package format

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

// appendTerm writes a value as N-Quads does, in the canonical form of RDF Dataset Canonicalization.
func appendTerm(line []byte, v quad.Value) []byte {
	switch v := v.(type) {
	case quad.IRI:
		return append(append(append(line, '<'), v...), '>')
	case quad.BNode:
		return append(append(line, '_', ':'), v...)
	case quad.LangString:
		return append(append(appendQuoted(line, string(v.Value)), '@'), v.Lang...)
	}
	text, datatype := lexical(v)
	line = appendQuoted(line, text)
	if datatype == xsdString {
		return line
	}
	return appendTerm(append(line, '^', '^'), datatype)
}

func appendQuoted(line []byte, s string) []byte {
	line = append(line, '"')
	for _, r := range s {
		line = appendEscaped(line, r)
	}
	return append(line, '"')
}

func appendEscaped(line []byte, r rune) []byte {
	if i := strings.IndexRune("\t\b\n\r\f\"\\", r); i >= 0 {
		return append(line, '\\', `tbnrf"\`[i])
	}
	if r < ' ' || r == 0x7f {
		return fmt.Appendf(line, `\u%04X`, r)
	}
	return utf8.AppendRune(line, r)
}

// cursor reads terms off the front of a line.
type cursor struct {
	line string
	at   int
}

func (c *cursor) rest() string { return c.line[c.at:] }

func (c *cursor) skipSpace() {
	c.at = len(c.line) - len(strings.TrimLeft(c.rest(), " \t"))
}

func (c *cursor) take(prefix string) bool {
	if !strings.HasPrefix(c.rest(), prefix) {
		return false
	}
	c.at += len(prefix)
	return true
}

// term reads any term in any place: like Cayley, and unlike RDF 1.1, we hold literals as subjects.
func (c *cursor) term() (quad.Value, error) {
	switch {
	case c.take("<"):
		return c.iri()
	case c.take("_:"):
		return c.blank()
	case c.take(`"`):
		return c.literal()
	}
	return nil, errors.New(`want <IRI>, _:label or "literal"`)
}

func (c *cursor) iri() (quad.IRI, error) {
	s, err := c.until('>')
	if err != nil {
		return "", fmt.Errorf("IRI: %w", err)
	}
	return quad.IRI(s), nil
}

func (c *cursor) blank() (quad.BNode, error) {
	rest := c.rest()
	end := strings.IndexFunc(rest, func(r rune) bool { return !isLabelRune(r) })
	if end < 0 {
		end = len(rest)
	}
	label := strings.TrimRight(rest[:end], ".")
	c.at += len(label)
	return quad.BNode(label), nil
}

func isLabelRune(r rune) bool {
	return strings.ContainsRune("_:-.·", r) || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func (c *cursor) literal() (quad.Value, error) {
	text, err := c.until('"')
	if err != nil {
		return nil, fmt.Errorf("literal: %w", err)
	}
	switch {
	case c.take("@"):
		return quad.LangString{Value: quad.String(text), Lang: c.language()}, nil
	case c.take("^^<"):
		datatype, err := c.iri()
		return literal(text, datatype), err
	}
	return quad.String(text), nil
}

func (c *cursor) language() string {
	rest := c.rest()
	end := strings.IndexFunc(rest, func(r rune) bool {
		return r != '-' && (r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r))
	})
	if end < 0 {
		end = len(rest)
	}
	c.at += end
	return rest[:end]
}

// until reads to the closing character and past it, undoing escapes.
func (c *cursor) until(closing byte) (string, error) {
	var text []byte
	start := c.at
	for c.at < len(c.line) {
		switch b := c.line[c.at]; b {
		case closing:
			last := c.line[start:c.at]
			c.at++
			if text == nil {
				return last, nil
			}
			return string(append(text, last...)), nil
		case '\\':
			text = append(text, c.line[start:c.at]...)
			r, err := c.escape()
			if err != nil {
				return "", err
			}
			text = utf8.AppendRune(text, r)
			start = c.at
		default:
			c.at++
		}
	}
	return "", fmt.Errorf("no closing %c", closing)
}

func (c *cursor) escape() (rune, error) {
	rest := c.rest()
	if len(rest) < 2 {
		return 0, errors.New(`nothing after \`)
	}
	if i := strings.IndexByte(`tbnrf"'\`, rest[1]); i >= 0 {
		c.at += 2
		return rune("\t\b\n\r\f\"'\\"[i]), nil
	}
	digits := map[byte]int{'u': 4, 'U': 8}[rest[1]]
	if digits == 0 || len(rest) < 2+digits {
		return 0, fmt.Errorf(`unknown escape %.2q`, rest)
	}
	code, err := strconv.ParseUint(rest[2:2+digits], 16, 32)
	if err != nil || !utf8.ValidRune(rune(code)) {
		return 0, fmt.Errorf("%q is no character", rest[:2+digits])
	}
	c.at += 2 + digits
	return rune(code), nil
}

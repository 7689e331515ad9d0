package format

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

var nquads = Format{
	Name:       "nquads",
	MediaTypes: []string{"application/n-quads"},
	Extensions: []string{".nq"},
	Write:      writeNQuads,
	Read:       readNQuads,
}

// An N-Triples document is an N-Quads document without labels.
var ntriples = Format{
	Name:       "ntriples",
	MediaTypes: []string{"application/n-triples"},
	Extensions: []string{".nt"},
	Write:      func(w io.Writer, quads Quads) error { return writeNQuads(w, unlabelled(quads)) },
	Read:       readNQuads,
}

func writeNQuads(w io.Writer, quads Quads) error {
	b := bufio.NewWriter(w)
	var line []byte
	for q, err := range checked(quads) {
		if err != nil {
			return err
		}
		line = appendLine(line[:0], q)
		if len(line) > longestLine {
			return fmt.Errorf("%.80s…: line of %d bytes", line, len(line))
		}
		if _, err := b.Write(line); err != nil {
			return err
		}
	}
	return b.Flush()
}

func appendLine(line []byte, q quad.Quad) []byte {
	for _, d := range quad.Directions {
		if v := q.Get(d); v != nil {
			line = append(appendTerm(line, v), ' ')
		}
	}
	return append(line, '.', '\n')
}

func readNQuads(r io.Reader) Quads {
	return func(yield func(quad.Quad, error) bool) {
		lines := bufio.NewScanner(r)
		lines.Buffer(nil, longestLine+1)
		n := 0
		for lines.Scan() {
			n++
			q, ok, err := parseLine(lines.Text())
			if err != nil {
				yield(quad.Quad{}, fmt.Errorf("line %d, %w", n, err))
				return
			}
			if ok && !yield(q, nil) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield(quad.Quad{}, fmt.Errorf("line %d: %w", n+1, err))
		}
	}
}

// parseLine has ok false for a line without a quad.
func parseLine(line string) (q quad.Quad, ok bool, err error) {
	c := &cursor{line: line}
	c.skipSpace()
	if c.rest() == "" || c.take("#") {
		return q, false, nil
	}
	if q, err = c.quad(); err != nil {
		return q, false, fmt.Errorf("column %d: %w", utf8.RuneCountInString(line[:c.at])+1, err)
	}
	return q, true, nil
}

func (c *cursor) quad() (quad.Quad, error) {
	var q quad.Quad
	if !utf8.ValidString(c.line) {
		return q, errors.New("not UTF-8")
	}
	for _, d := range quad.Directions {
		c.skipSpace()
		if d == quad.Label && strings.HasPrefix(c.rest(), ".") {
			break
		}
		v, err := c.term()
		if err != nil {
			return q, fmt.Errorf("%s: %w", d, err)
		}
		q.Set(d, v)
	}
	if err := c.end(); err != nil {
		return q, err
	}
	return q, check(q)
}

// end accepts the full stop, and a comment after it.
func (c *cursor) end() error {
	c.skipSpace()
	if !c.take(".") {
		return errors.New("want . at the end")
	}
	c.skipSpace()
	if rest := c.rest(); rest != "" && rest[0] != '#' {
		return errors.New("text after the full stop")
	}
	return nil
}

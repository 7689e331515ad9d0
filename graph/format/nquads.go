package format

import (
	"bufio"
	"bytes"
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
	ReadLines:  readLines,
}

// An N-Triples document is an N-Quads document without labels.
var ntriples = Format{
	Name:       "ntriples",
	MediaTypes: []string{"application/n-triples"},
	Extensions: []string{".nt"},
	Write:      func(w io.Writer, quads Quads) error { return writeNQuads(w, unlabelled(quads)) },
	Read:       readNQuads,
	ReadLines:  readLines,
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

func readNQuads(r io.Reader) Quads { return readLines(r, nil) }

// readLines ends at the first line that is no quad, unless there is somebody to tell.
func readLines(r io.Reader, bad func(error)) Quads {
	return func(yield func(quad.Quad, error) bool) {
		lines := &lineReader{r: bufio.NewReaderSize(r, 64<<10)}
		for n := 1; ; n++ {
			line, err := lines.next()
			if err == io.EOF {
				return
			}
			q, ok := quad.Quad{}, false
			if err == nil {
				q, ok, err = parseLine(string(line))
			}
			switch {
			case err == nil:
				if ok && !yield(q, nil) {
					return
				}
			case bad == nil || lines.ended:
				yield(quad.Quad{}, fmt.Errorf("line %d, %w", n, err))
				return
			default:
				bad(fmt.Errorf("line %d, %w", n, err))
			}
		}
	}
}

// lineReader reads lines up to the longest that there may be.
type lineReader struct {
	r     *bufio.Reader
	long  []byte
	ended bool // by an error of the reader
}

var errLongLine = fmt.Errorf("longer than %d bytes", longestLine)

// next is valid until it is called again. After a line that is too long it goes on with the one that follows.
func (l *lineReader) next() ([]byte, error) {
	line, err := l.r.ReadSlice('\n')
	if err == nil || err == io.EOF && len(line) > 0 {
		return trimEnd(line), nil
	}
	l.long = l.long[:0]
	tooLong := false
	for err == bufio.ErrBufferFull {
		if len(l.long)+len(line) > longestLine+2 {
			tooLong = true
		} else {
			l.long = append(l.long, line...)
		}
		line, err = l.r.ReadSlice('\n')
	}
	if err != nil && err != io.EOF {
		l.ended = true
		return nil, err
	}
	l.long = append(l.long, line...)
	if tooLong || len(trimEnd(l.long)) > longestLine {
		return nil, errLongLine
	}
	if err == io.EOF && len(l.long) == 0 {
		return nil, io.EOF
	}
	return trimEnd(l.long), nil
}

func trimEnd(line []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
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

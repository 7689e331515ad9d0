package sparql

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"sayso/graph/format"
)

// separated is SPARQL 1.1 Query Results CSV and TSV Formats.
type separated struct {
	w         *bufio.Writer
	separator byte
	newline   string
	cell      func(quad.Value) string
	header    func(string) string
}

func newCSV(w io.Writer) resultWriter {
	return &separated{bufio.NewWriter(w), ',', "\r\n", csvCell, csvQuoted}
}

func newTSV(w io.Writer) resultWriter {
	return &separated{bufio.NewWriter(w), '\t', "\n", spelling, func(name string) string { return "?" + name }}
}

// csvCell is a value without its type. A cell that a spreadsheet would take for a
// formula begins with an apostrophe; numbers never do.
func csvCell(v quad.Value) string {
	switch v := v.(type) {
	case quad.IRI:
		return csvQuoted(string(v))
	case quad.BNode:
		return csvQuoted("_:" + string(v))
	}
	text, _, _ := format.Lexical(v)
	if _, number := numberOf(v); !number && text != "" && strings.IndexByte("=+-@\t\r", text[0]) >= 0 {
		text = "'" + text
	}
	return csvQuoted(text)
}

func csvQuoted(s string) string {
	if !strings.ContainsAny(s, ",\"\r\n") {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}

func (s *separated) yes(yes bool) error {
	_, _ = s.w.WriteString(strconv.FormatBool(yes) + s.newline)
	return s.w.Flush()
}

func (s *separated) columns(names []string) error {
	return s.line(len(names), func(i int) string { return s.header(names[i]) })
}

func (s *separated) row(_ []string, values []quad.Value) error {
	return s.line(len(values), func(i int) string {
		if values[i] == nil {
			return ""
		}
		return s.cell(values[i])
	})
}

func (s *separated) line(n int, cell func(int) string) error {
	for i := range n {
		if i > 0 {
			_ = s.w.WriteByte(s.separator)
		}
		_, _ = s.w.WriteString(cell(i))
	}
	_, err := s.w.WriteString(s.newline)
	return err
}

func (s *separated) end() error { return s.w.Flush() }

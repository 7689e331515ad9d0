package sparql

import (
	"bufio"
	"encoding/json"
	"io"
	"strconv"

	"github.com/cayleygraph/quad"

	"sayso/graph/format"
)

// jsonResults is SPARQL 1.1 Query Results JSON Format.
type jsonResults struct {
	w    *bufio.Writer // keeps its first error until it is flushed
	rows int
}

func newJSON(w io.Writer) resultWriter { return &jsonResults{w: bufio.NewWriter(w)} }

func (j *jsonResults) yes(yes bool) error {
	_, _ = j.w.WriteString(`{"head":{},"boolean":` + strconv.FormatBool(yes) + "}\n")
	return j.w.Flush()
}

func (j *jsonResults) columns(names []string) error {
	if names == nil {
		names = []string{}
	}
	vars, err := json.Marshal(names)
	_, _ = j.w.WriteString(`{"head":{"vars":` + string(vars) + `},"results":{"bindings":[`)
	return err
}

func (j *jsonResults) row(names []string, values []quad.Value) error {
	if j.rows++; j.rows > 1 {
		_ = j.w.WriteByte(',')
	}
	_, _ = j.w.WriteString("\n{")
	first := true
	for i, v := range values {
		if v == nil {
			continue
		}
		if !first {
			_ = j.w.WriteByte(',')
		}
		first = false
		j.text(names[i])
		_ = j.w.WriteByte(':')
		j.term(v)
	}
	return j.w.WriteByte('}')
}

func (j *jsonResults) term(v quad.Value) {
	kind, text, key, qualifier := "literal", "", "", ""
	switch v := v.(type) {
	case quad.IRI:
		kind, text = "uri", string(v)
	case quad.BNode:
		kind, text = "bnode", string(v)
	default:
		literal, datatype, language := format.Lexical(v)
		text = literal
		switch {
		case language != "":
			key, qualifier = "xml:lang", language
		case datatype != xsdString:
			key, qualifier = "datatype", string(datatype)
		}
	}
	_, _ = j.w.WriteString(`{"type":"` + kind + `","value":`)
	j.text(text)
	if key != "" {
		_, _ = j.w.WriteString(`,"` + key + `":`)
		j.text(qualifier)
	}
	_ = j.w.WriteByte('}')
}

func (j *jsonResults) text(s string) {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
			quoted, _ := json.Marshal(s)
			_, _ = j.w.Write(quoted)
			return
		}
	}
	_ = j.w.WriteByte('"')
	_, _ = j.w.WriteString(s)
	_ = j.w.WriteByte('"')
}

func (j *jsonResults) end() error {
	_, _ = j.w.WriteString("\n]}}\n")
	return j.w.Flush()
}

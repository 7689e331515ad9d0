package sparql

import (
	"bufio"
	"encoding/xml"
	"io"
	"strconv"

	"github.com/cayleygraph/quad"

	"sayso/graph/format"
)

// xmlResults is SPARQL Query Results XML Format. A character that XML cannot hold becomes U+FFFD.
type xmlResults struct{ w *bufio.Writer }

func newXML(w io.Writer) resultWriter {
	x := &xmlResults{bufio.NewWriter(w)}
	x.put(`<?xml version="1.0"?>` + "\n" + `<sparql xmlns="http://www.w3.org/2005/sparql-results#">` + "\n")
	return x
}

func (x *xmlResults) put(s string) { _, _ = x.w.WriteString(s) }

func (x *xmlResults) text(s string) { _ = xml.EscapeText(x.w, []byte(s)) }

func (x *xmlResults) yes(yes bool) error {
	x.put("<head/>\n<boolean>" + strconv.FormatBool(yes) + "</boolean>\n</sparql>\n")
	return x.w.Flush()
}

func (x *xmlResults) columns(names []string) error {
	x.put("<head>")
	for _, name := range names {
		x.put(`<variable name="`)
		x.text(name)
		x.put(`"/>`)
	}
	x.put("</head>\n<results>\n")
	return nil
}

func (x *xmlResults) row(names []string, values []quad.Value) error {
	x.put("<result>")
	for i, v := range values {
		if v == nil {
			continue
		}
		x.put(`<binding name="`)
		x.text(names[i])
		x.put(`">`)
		x.term(v)
		x.put("</binding>")
	}
	_, err := x.w.WriteString("</result>\n")
	return err
}

func (x *xmlResults) term(v quad.Value) {
	switch v := v.(type) {
	case quad.IRI:
		x.element("uri", "", "", string(v))
		return
	case quad.BNode:
		x.element("bnode", "", "", string(v))
		return
	}
	text, datatype, language := format.Lexical(v)
	switch {
	case language != "":
		x.element("literal", "xml:lang", language, text)
	case datatype != xsdString:
		x.element("literal", "datatype", string(datatype), text)
	default:
		x.element("literal", "", "", text)
	}
}

func (x *xmlResults) element(name, attribute, value, text string) {
	x.put("<" + name)
	if attribute != "" {
		x.put(" " + attribute + `="`)
		x.text(value)
		x.put(`"`)
	}
	x.put(">")
	x.text(text)
	x.put("</" + name + ">")
}

func (x *xmlResults) end() error {
	x.put("</results>\n</sparql>\n")
	return x.w.Flush()
}

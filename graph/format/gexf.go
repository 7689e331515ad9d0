package format

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// gexf is GEXF 1.3, which Gephi opens: edges last from the first to the last day of what they say, and
// those between the same two things are told apart by their kind.
var gexf = Format{
	Name:       "gexf",
	MediaTypes: []string{"application/gexf+xml"},
	Extensions: []string{".gexf"},
	Nodes:      true,
	Write: drawn(func(w io.Writer, g Graph) error {
		return writeGEXF(w, g, `xmlns="http://gexf.net/1.3" version="1.3"`, ` timerepresentation="interval"`, true)
	}),
}

// gexf12 is GEXF 1.2, for what cannot read 1.3. It has no kinds.
var gexf12 = Format{
	Name:       "gexf12",
	MediaTypes: []string{"application/gexf+xml"},
	Nodes:      true,
	Write: drawn(func(w io.Writer, g Graph) error {
		return writeGEXF(w, g, `xmlns="http://www.gexf.net/1.2draft" version="1.2"`, "", false)
	}),
}

func writeGEXF(w io.Writer, g Graph, version, representation string, kinds bool) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%s<gexf %s>\n<meta><creator>sayso</creator></meta>\n", xml.Header, version)
	fmt.Fprintf(b, "<graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\"%s>\n", representation)
	fmt.Fprint(b, "<attributes class=\"node\" mode=\"static\">\n<attribute id=\"type\" title=\"type\" type=\"string\"/>\n<attribute id=\"same_as\" title=\"same_as\" type=\"string\"/>\n</attributes>\n")
	fmt.Fprint(b, "<attributes class=\"edge\" mode=\"static\">\n")
	for _, a := range attributes {
		fmt.Fprintf(b, "<attribute id=%q title=%[1]q type=\"string\"/>\n", a.name)
	}
	fmt.Fprint(b, "<attribute id=\"confidence\" title=\"confidence\" type=\"double\"/>\n</attributes>\n<nodes>\n")
	for _, n := range g.Nodes {
		fmt.Fprintf(b, "<node%s%s><attvalues><attvalue for=\"type\"%s/>", is("id", n.ID), is("label", n.Name), is("value", n.Type))
		if n.SameAs != "" {
			fmt.Fprintf(b, "<attvalue for=\"same_as\"%s/>", is("value", n.SameAs))
		}
		fmt.Fprint(b, "</attvalues></node>\n")
	}
	fmt.Fprint(b, "</nodes>\n<edges>\n")
	for _, e := range g.Edges {
		kind := ""
		if kinds {
			kind = is("kind", e.Predicate)
		}
		fmt.Fprintf(b, "<edge%s%s%s%s%s%s%s weight=\"%g\">\n<attvalues>\n", is("id", e.ID), is("source", e.Source), is("target", e.Target),
			is("label", e.Relation), kind, since("start", e.Start), since("end", e.End), e.Confidence)
		for _, a := range attributes {
			if value := a.of(e); value != "" {
				fmt.Fprintf(b, "<attvalue for=%q%s/>\n", a.name, is("value", value))
			}
		}
		fmt.Fprintf(b, "<attvalue for=\"confidence\" value=\"%g\"/>\n</attvalues>\n</edge>\n", e.Confidence)
	}
	fmt.Fprint(b, "</edges>\n</graph>\n</gexf>\n")
	return b.Flush()
}

// is is an attribute of XML.
func is(name, value string) string { return " " + name + `="` + escaped(value) + `"` }

func since(name, day string) string {
	if day == "" {
		return ""
	}
	return is(name, day)
}

// escaped is text as XML has it: what no XML may hold is replaced.
func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a strings.Builder takes everything
	return b.String()
}

package format

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
)

// graphml is GraphML with typed keys; name and interaction are what Cytoscape shows.
var graphml = Format{
	Name:       "graphml",
	MediaTypes: []string{"application/graphml+xml"},
	Extensions: []string{".graphml"},
	Nodes:      true,
	Write:      drawn(writeGraphML),
}

func writeGraphML(w io.Writer, g Graph) error {
	b := bufio.NewWriter(w)
	fmt.Fprint(b, xml.Header, `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">`, "\n")
	for _, name := range []string{"label", "name", "type", "same_as"} {
		fmt.Fprintf(b, "<key id=\"node_%s\" for=\"node\" attr.name=%[1]q attr.type=\"string\"/>\n", name)
	}
	for _, name := range []string{"label", "name", "interaction"} {
		fmt.Fprintf(b, "<key id=%q for=\"edge\" attr.name=%[1]q attr.type=\"string\"/>\n", name)
	}
	for _, a := range attributes {
		fmt.Fprintf(b, "<key id=%q for=\"edge\" attr.name=%[1]q attr.type=\"string\"/>\n", a.name)
	}
	for _, name := range []string{"confidence", "weight"} {
		fmt.Fprintf(b, "<key id=%q for=\"edge\" attr.name=%[1]q attr.type=\"double\"/>\n", name)
	}
	fmt.Fprint(b, "<graph id=\"sayso\" edgedefault=\"directed\">\n")
	labels := map[string]string{}
	for _, n := range g.Nodes {
		labels[n.ID] = n.Name
		fmt.Fprintf(b, "<node%s>%s%s%s", is("id", n.ID), datum("node_label", n.Name), datum("node_name", n.Name), datum("node_type", n.Type))
		if n.SameAs != "" {
			fmt.Fprint(b, datum("node_same_as", n.SameAs))
		}
		fmt.Fprint(b, "</node>\n")
	}
	for _, e := range g.Edges {
		fmt.Fprintf(b, "<edge%s%s%s>\n", is("id", e.ID), is("source", e.Source), is("target", e.Target))
		name := labels[e.Source] + " (" + e.Relation + ") " + labels[e.Target]
		fmt.Fprint(b, datum("label", e.Relation), datum("name", name), datum("interaction", e.Relation), "\n")
		for _, a := range attributes {
			if value := a.of(e); value != "" {
				fmt.Fprint(b, datum(a.name, value), "\n")
			}
		}
		fmt.Fprintf(b, "<data key=\"confidence\">%g</data><data key=\"weight\">%[1]g</data>\n</edge>\n", e.Confidence)
	}
	fmt.Fprint(b, "</graph>\n</graphml>\n")
	return b.Flush()
}

func datum(key, value string) string {
	return `<data key="` + key + `">` + escaped(value) + "</data>"
}

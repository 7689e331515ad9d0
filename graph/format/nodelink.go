package format

import (
	"bufio"
	"io"
)

// nodeLink is what networkx reads: node_link_graph(json.load(f)).
var nodeLink = Format{
	Name:       "node-link",
	MediaTypes: []string{"application/vnd.node-link+json"},
	Nodes:      true,
	Write:      drawn(func(w io.Writer, g Graph) error { return writeNodeLink(w, g, "edges") }),
}

// d3 is the same with the edges called links: for D3, force-graph and networkx before 3.6.
var d3 = Format{
	Name:       "d3",
	MediaTypes: []string{"application/vnd.d3+json"},
	Nodes:      true,
	Write:      drawn(func(w io.Writer, g Graph) error { return writeNodeLink(w, g, "links") }),
}

func writeNodeLink(w io.Writer, g Graph, edges string) error {
	return writeLists(w, `{"directed": true, "multigraph": true, "graph": {}, "nodes": [`, `], "`+edges+`": [`, "]}\n",
		g, func(n Node) object {
			return n.with(object{"id": n.ID, "name": n.Name, "type": n.Type})
		}, func(e Edge) object {
			o := said(e)
			o["source"], o["target"], o["key"], o["weight"] = e.Source, e.Target, e.ID, e.Confidence
			return o
		})
}

// with adds where else the thing is described.
func (n Node) with(o object) object {
	if n.SameAs != "" {
		o["same_as"] = n.SameAs
	}
	return o
}

// said is what an edge says, as JSON has it.
func said(e Edge) object {
	o := object{"confidence": e.Confidence}
	for _, a := range attributes {
		if value := a.of(e); value != "" {
			o[a.name] = value
		}
	}
	return o
}

// writeLists writes nodes and edges, one a line, between three pieces of JSON.
func writeLists(w io.Writer, before, between, after string, g Graph, node func(Node) object, edge func(Edge) object) error {
	b := bufio.NewWriter(w)
	b.WriteString(before)
	list(b, g.Nodes, node)
	b.WriteString(between)
	list(b, g.Edges, edge)
	b.WriteString(after)
	return b.Flush()
}

func list[T any](b *bufio.Writer, all []T, show func(T) object) {
	for i, v := range all {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n")
		b.Write(marshal(show(v)))
	}
	b.WriteString("\n")
}

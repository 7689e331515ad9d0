package format

import "io"

// graphology is what graphology imports, and sigma draws: type would be the name of one of its programs,
// so that what a node is stands under kind.
var graphology = Format{
	Name:       "graphology",
	MediaTypes: []string{"application/vnd.graphology+json"},
	Nodes:      true,
	Write:      drawn(writeGraphology),
}

func writeGraphology(w io.Writer, g Graph) error {
	return writeLists(w, `{"options": {"type": "directed", "multi": true, "allowSelfLoops": true}, "attributes": {"name": "sayso"}, "nodes": [`, `], "edges": [`, "]}\n",
		g, func(n Node) object {
			return object{"key": n.ID, "attributes": n.with(object{"label": n.Name, "kind": n.Type})}
		}, func(e Edge) object {
			attributes := said(e)
			attributes["label"], attributes["weight"] = e.Relation, e.Confidence
			return object{"key": e.ID, "source": e.Source, "target": e.Target, "attributes": attributes}
		})
}

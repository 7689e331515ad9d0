package format

import "io"

// cytoscape is what Cytoscape.js takes, and Cytoscape opens as .cyjs.
var cytoscape = Format{
	Name:       "cytoscape",
	MediaTypes: []string{"application/vnd.cytoscape+json"},
	Extensions: []string{".cyjs"},
	Nodes:      true,
	Write:      drawn(writeCytoscape),
}

func writeCytoscape(w io.Writer, g Graph) error {
	return writeLists(w, `{"format_version": "1.0", "generated_by": "sayso", "data": {"name": "sayso"}, "elements": {"nodes": [`, `], "edges": [`, "]}}\n",
		g, func(n Node) object {
			return object{"data": n.with(object{"id": n.ID, "name": n.Name, "type": n.Type})}
		}, func(e Edge) object {
			data := said(e)
			data["id"], data["source"], data["target"], data["interaction"], data["label"] = e.ID, e.Source, e.Target, e.Relation, e.Relation
			return object{"data": data}
		})
}

package web

import (
	"net/http"

	"sayso/graph/format"
	"sayso/graph/store"
)

// writeQuads answers with quads in the format named.
func (s *server) writeQuads(w http.ResponseWriter, r *http.Request, name string, quads format.Quads) error {
	f, err := writable(r, name)
	if err != nil {
		return err
	}
	return s.writeAs(w, r, f, quads)
}

// writeAs answers with quads. What is wrong with them is not known before they are written, so that a fault
// then cuts the answer off. A drawing is made in memory, and so few are at a time.
func (s *server) writeAs(w http.ResponseWriter, r *http.Request, f format.Format, quads format.Quads) error {
	w.Header().Set("Content-Type", f.MediaTypes[0])
	if r.Method == http.MethodHead {
		return nil
	}
	if f.Nodes {
		done, err := s.takeTurn(r, s.turns)
		if err != nil {
			return err
		}
		defer done()
	}
	return f.Write(w, quads)
}

// edgesParam is what writable goes by.
var edgesParam = param{name: "edges", says: "links to have edges so called in node-link, as networkx before 3.6 wants them", kind: text, options: []string{"links", "edges"}}

// writable is the format of a name. Its edges may be asked for as links.
func writable(r *http.Request, name string) (format.Format, error) {
	if name == "node-link" && r.URL.Query().Get("edges") == "links" {
		name = "d3"
	}
	f, err := format.Named(name)
	switch {
	case err != nil:
		return f, fail(http.StatusBadRequest, "%v", err)
	case f.Write == nil:
		return f, fail(http.StatusBadRequest, "%s is only read", name)
	}
	return f, nil
}

func (s *server) export(w http.ResponseWriter, r *http.Request) error {
	f, err := readFormat(r)
	if err != nil {
		return err
	}
	return s.writeAs(w, r, f, s.graph.Select(r.Context(), store.Match{}))
}

package web

import (
	"net/http"

	"sayso/graph/format"
	"sayso/graph/store"
)

// writeQuads answers with quads in the format named. What they lack is not known before they are written, so
// that a fault then cuts the answer off.
func writeQuads(w http.ResponseWriter, r *http.Request, name string, quads format.Quads) error {
	f, err := writable(name)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", f.MediaTypes[0])
	return f.Write(w, quads)
}

func writable(name string) (format.Format, error) {
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
	w.Header().Set("Content-Type", f.MediaTypes[0])
	return f.Write(w, s.graph.Select(r.Context(), store.Match{}))
}

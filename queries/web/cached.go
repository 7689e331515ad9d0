package web

import (
	"fmt"
	"net/http"
	"strings"
)

// etag names the state of the graph: its version, and when this server began to read it, since another store
// may have come as far.
func (s *server) etag() string {
	return fmt.Sprintf(`W/"%d-%x"`, s.graph.Version(), s.started.UnixNano())
}

// unchanged tells whether the client has the answer already.
func (s *server) unchanged(w http.ResponseWriter, r *http.Request, route route) bool {
	tag := s.etag()
	if route.rests != nil {
		tag = strings.TrimSuffix(tag, `"`) + "-" + route.rests(r) + `"`
	}
	w.Header().Set("ETag", tag)
	w.Header().Set("Cache-Control", "no-cache")
	for known := range strings.SplitSeq(r.Header.Get("If-None-Match"), ",") {
		if known = strings.TrimSpace(known); known == tag || known == "*" || "W/"+known == tag {
			return true
		}
	}
	return false
}

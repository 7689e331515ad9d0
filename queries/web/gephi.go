package web

import (
	"encoding/json"
	"maps"
	"net/http"
	"reflect"
	"slices"
	"time"

	"sayso/graph/format"
	"sayso/graph/store"
)

// gephiPause is how long a follower waits before it looks whether the graph has changed.
const gephiPause = 500 * time.Millisecond

func (s *server) gephiRoutes() []route {
	return []route{{method: "GET", path: "/gephi/gs", does: "the graph as Gephi's streaming plugin reads it", handle: s.gephi, example: "/gephi/gs?operation=getGraph",
		takes: []param{
			{name: "operation", says: "what Gephi asks for", kind: text, options: []string{"getGraph"}},
			{name: "follow", says: "true to stay, and be told what changes", kind: text, options: []string{"true", "false"}},
		},
		gives:  []content{{media: gephiType, says: "an event a line: an, cn, dn for a node that is added, changed, deleted, ae, ce, de for an edge"}},
		policy: policy{scope: reader, shape: problem, time: 15 * time.Second, stream: true}}}
}

const gephiType = ndjsonType

// gephiGraph is the nodes and edges that a Gephi has, by ID.
type gephiGraph struct{ nodes, edges map[string]object }

// gephi sends what there is, and to who stays what changes.
func (s *server) gephi(w http.ResponseWriter, r *http.Request) error {
	if operation := r.URL.Query().Get("operation"); operation != "" && operation != "getGraph" {
		return fail(http.StatusBadRequest, "only getGraph is done here: writing goes by /api/v2/write")
	}
	w.Header().Set("Content-Type", gephiType)
	var has gephiGraph
	var version uint64
	for begun := false; ; begun = true {
		if now := s.graph.Version(); !begun || now != version {
			version = now
			next, err := s.gephiGraph(r)
			if err != nil {
				return err
			}
			if err := tellGephi(w, has, next); err != nil {
				return err
			}
			has = next
		}
		if r.URL.Query().Get("follow") != "true" {
			return nil
		}
		if f, ok := w.(http.Flusher); ok {
			f.Flush()
		}
		select {
		case <-r.Context().Done():
			return nil
		case <-s.options.stopping:
			return nil
		case <-time.After(gephiPause):
		}
	}
}

func (s *server) gephiGraph(r *http.Request) (gephiGraph, error) {
	done, err := s.takeTurn(r, s.turns)
	if err != nil {
		return gephiGraph{}, err
	}
	defer done()
	quads, err := format.Collect(s.graph.Select(r.Context(), store.Match{}))
	if err != nil {
		return gephiGraph{}, err
	}
	drawn := format.GraphOf(quads)
	g := gephiGraph{map[string]object{}, map[string]object{}}
	for _, n := range drawn.Nodes {
		g.nodes[n.ID] = object{"label": n.Name, "type": n.Type}
	}
	for _, e := range drawn.Edges {
		g.edges[e.ID] = object{"source": e.Source, "target": e.Target, "directed": true, "label": e.Relation, "weight": e.Confidence,
			"voice": e.Voice, "quote": e.Quote, "time": e.Time}
	}
	return g, nil
}

// tellGephi sends what is new: no edge before its nodes are there, and no node goes before its edges.
func tellGephi(w http.ResponseWriter, has, next gephiGraph) error {
	for _, list := range []struct {
		kind      string
		has, next map[string]object
	}{{"de", next.edges, has.edges}, {"dn", next.nodes, has.nodes}, {"n", has.nodes, next.nodes}, {"e", has.edges, next.edges}} {
		for _, id := range slices.Sorted(maps.Keys(list.next)) {
			known, there := list.has[id]
			kind, said := list.kind, list.next[id]
			switch {
			case len(kind) == 2 && there, there && reflect.DeepEqual(known, said):
				continue
			case len(kind) == 2:
				said = object{}
			case there:
				kind = "c" + kind
			default:
				kind = "a" + kind
			}
			line, err := json.Marshal(object{kind: object{id: said}})
			if err != nil {
				return err
			}
			if _, err := w.Write(append(line, '\r', '\n')); err != nil {
				return err
			}
		}
	}
	return nil
}

package web

import (
	"net/http"

	"sayso/graph"
	"sayso/queries/analysis"
)

func (s *server) analysisRoutes() []route {
	entity := param{name: "entity", says: "a name or a reference, e:…", kind: text}
	list := []route{
		{path: "path", does: "how two things hang together, with a quote for each hop", example: "path?from=Ida+Berg&to=letter", handle: s.path,
			takes: []param{{name: "from", says: "a name or a reference, e:…", kind: text, required: true}, {name: "to", says: "another", kind: text, required: true},
				{name: "hops", says: "hops at most, 1 to 8; 4 where it is not given", kind: number}},
			gives: []content{jsonOf(analysis.Paths{}, "the shortest way and the one borne out best; null for none")}},
		{path: "conflicts", does: "where sources contradict each other", example: "conflicts?entity=plan", handle: s.conflicts,
			takes: append([]param{entity}, pageParams...), gives: []content{jsonOf(conflictsPage{}, "the conflicts")}},
		{path: "compare", does: "what two sources report, and one alone", example: "compare?a=harbour&b=Ida+Berg", handle: s.compare,
			takes: []param{{name: "a", says: "an article's id, an outlet, or who is quoted", kind: text, required: true}, {name: "b", says: "another", kind: text, required: true}},
			gives: []content{jsonOf(analysis.Comparison{}, "what both report, what one alone, and where they differ")}},
		{path: "events", does: "what happened to a thing, in the order of time", example: "events?entity=plan", handle: s.events,
			takes: []param{{name: "entity", says: "a name or a reference, e:…", kind: text, required: true}, {name: "relation", says: "a relation's lemma or name", kind: text}},
			gives: []content{jsonOf(analysis.Timeline{}, "what is dated, early to late, and what is not")}},
	}
	for i := range list {
		list[i].method, list[i].policy = http.MethodGet, looks
		list[i].path, list[i].example = apiRoot+list[i].path, apiRoot+list[i].example
	}
	return list
}

type conflictsPage struct {
	Total     int                 `json:"total"`
	Offset    int                 `json:"offset"`
	Limit     int                 `json:"limit"`
	Conflicts []analysis.Conflict `json:"conflicts"`
}

// things are those that a parameter names.
func (s *server) things(st *state, r *http.Request, name string) ([]graph.Ref, error) {
	value := r.URL.Query().Get(name)
	if value == "" {
		return nil, fail(http.StatusBadRequest, "a name is wanted: ?%s=…", name)
	}
	refs := st.known(s.meant("entity", value))
	if len(refs) == 0 {
		return nil, s.nobody(value)
	}
	return refs, nil
}

func (s *server) path(w http.ResponseWriter, r *http.Request) error {
	st, err := s.read(r.Context())
	if err != nil {
		return err
	}
	from, err := s.things(st, r, "from")
	if err != nil {
		return err
	}
	to, err := s.things(st, r, "to")
	if err != nil {
		return err
	}
	hops, err := positive(r, "hops", 4)
	if err != nil {
		return err
	}
	return reply(w, st.analysis().Path(from, to, hops))
}

func (s *server) conflicts(w http.ResponseWriter, r *http.Request) error {
	st, p, err := s.readPage(r)
	if err != nil {
		return err
	}
	var all []analysis.Conflict
	if r.URL.Query().Get("entity") == "" {
		all = st.conflicts()
	} else {
		about, err := s.things(st, r, "entity")
		if err != nil {
			return err
		}
		all = st.analysis().Conflicts(about)
	}
	return reply(w, conflictsPage{len(all), p.offset, p.limit, cut(w, r, all, p)})
}

func (s *server) compare(w http.ResponseWriter, r *http.Request) error {
	st, err := s.read(r.Context())
	if err != nil {
		return err
	}
	var sources [2]analysis.Source
	for i, name := range []string{"a", "b"} {
		value := r.URL.Query().Get(name)
		found, ok := st.analysis().Source(value, s.graph.Resolve(value))
		if !ok {
			return fail(http.StatusNotFound, "no article, outlet or voice is called %q", value)
		}
		sources[i] = found
	}
	return reply(w, st.analysis().Compare(sources[0], sources[1]))
}

func (s *server) events(w http.ResponseWriter, r *http.Request) error {
	st, err := s.read(r.Context())
	if err != nil {
		return err
	}
	about, err := s.things(st, r, "entity")
	if err != nil {
		return err
	}
	return reply(w, st.analysis().Timeline(about, r.URL.Query().Get("relation")))
}

package web

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"

	"sayso/graph"
	"sayso/graph/format"
	"sayso/graph/store"
	"sayso/queries/answer"
)

const apiRoot = "/api/sayso/v1/"

// asked is a question's answers, and what comes nearest where there are none.
type asked struct {
	answer.Reply
	Nearest []answer.Evidence `json:"nearest"`
}

type claimsPage struct {
	Total  int              `json:"total"`
	Offset int              `json:"offset"`
	Limit  int              `json:"limit"`
	Claims []graph.Claim    `json:"claims"`
	Facets map[string]facet `json:"facets,omitempty"`
}

// timelinePage counts claims by when what they say was, and by when they were published: by month, or by day where that is asked for.
type timelinePage struct {
	Total     int     `json:"total"`
	Undated   int     `json:"undated"`
	Months    []month `json:"months"`
	Published []month `json:"published"`
}

// statistics are how much there is, and of which version of the graph.
type statistics struct {
	store.Stats
	Version uint64 `json:"version"`
}

func (s *server) apiRoutes() []route {
	list := []route{
		{path: "ask", does: "answer a question in English", example: "ask?q=What+did+Ida+Berg+sign?", handle: s.ask, policy: looks,
			takes: []param{{name: "q", says: "the question", kind: text, required: true}, {name: "article", says: "the one article that counts", kind: text}},
			gives: []content{jsonOf(asked{}, "the answers, the best first, each with the words it rests on; none where the graph does not say")}},
		{path: "claims", does: "claims that fit, sorted, counted, a page at a time", example: "claims?relation=sign&facets=true", handle: s.claims, policy: streams,
			takes: append(filterParams(),
				param{name: "sort", says: "the order; text is that of the articles", kind: text, options: orderNames()},
				param{name: "facets", says: "true for how many there are of each kind", kind: text, options: []string{"true", "false"}},
				param{name: "format", says: "json, ndjson, or any format of /api/v2/formats that is written", kind: text}, edgesParam),
			gives: []content{jsonOf(claimsPage{}, "the claims"), {media: ndjsonType, says: "a claim a line"}}},
		{path: "claim", does: "one claim: its words, what stands around them, and who else says so", example: "claim?id=c:harbour/2", handle: s.claim, policy: looks,
			takes: []param{{name: "id", says: "the claim, c:ARTICLE/N", kind: text, required: true}}, gives: []content{jsonOf(claimView{}, "the claim")}},
		{path: "entity", does: "what is known of the things of a name", example: "entity?name=Berg", handle: s.entity, policy: looks,
			takes: []param{{name: "name", says: "a name, an alias or a surname", kind: text}, {name: "id", says: "or a reference, e:…", kind: text}},
			gives: []content{jsonOf(entitiesPage{}, "the things, each with its names, neighbours, relations, voices and articles")}},
		{path: "articles", does: "the articles", example: "articles?limit=10", handle: s.articles, policy: looks,
			takes: pageParams, gives: []content{jsonOf(articlesPage{}, "the articles")}},
		{path: "article", does: "one article: its text, and where in it each claim stands", example: "article?id=harbour", handle: s.article, policy: looks,
			takes: []param{{name: "id", says: "the article", kind: text, required: true}}, gives: []content{jsonOf(articleView{}, "the article; spans count code points, the end exclusive")}},
		{path: "graph", does: "what is around a thing, as nodes and edges", example: "graph?entity=Ida+Berg&depth=1", handle: s.neighbourhood, policy: streams,
			takes: append([]param{
				{name: "depth", says: "how many edges away, 1 to 3", kind: number},
				{name: "format", says: "json, or any format of /api/v2/formats that is written", kind: text},
				edgesParam,
			}, filterParams()...),
			gives: []content{jsonOf(graphPage{}, "nodes and edges; the edges nearest to the thing come first")}},
		{path: "complete", does: "what begins so: things, relations, saved queries", example: "complete?q=be", handle: s.complete, policy: looks, rests: s.shelved,
			takes: []param{{name: "q", says: "how it begins; any word of a name counts", kind: text, required: true}, pageParams[0]},
			gives: []content{jsonOf(completions{}, "what begins so, the most frequent first")}},
		{path: "timeline", does: "how many claims there are of each month or day", example: "timeline?entity=plan", handle: s.timeline, policy: looks,
			takes: append([]param{{name: "unit", says: "what to count by; month where it is not given", kind: text, options: []string{"month", "day"}}}, filterParams()...), gives: []content{jsonOf(timelinePage{}, "the months, early to late")}},
		{path: "stats", does: "how much there is", example: "stats", handle: s.stats, policy: looks,
			gives: []content{jsonOf(statistics{}, "the counts")}},
		{path: "export", does: "the whole graph in a format", example: "export?format=gexf", handle: s.export, policy: streams,
			takes: []param{{name: "format", says: "any format of /api/v2/formats that is written; otherwise as Accept says, otherwise nquads", kind: text}, edgesParam},
			gives: []content{{media: "application/n-quads", says: "the graph"}}},
	}
	list = append(list, s.entitiesRoute())
	for i := range list {
		list[i].method, list[i].path, list[i].example = http.MethodGet, apiRoot+list[i].path, apiRoot+list[i].example
	}
	return list
}

// filterParams are the parameters of whatever takes a filter and a page.
func filterParams() []param {
	var all []param
	for _, d := range dimensions {
		all = append(all, param{name: d.name, says: d.says + "; more than once for any of several", kind: text})
	}
	all = append(all, param{name: "claim", says: "a claim's id; more than once for any of several", kind: text},
		param{name: "text", says: "words that stand in the sentence", kind: text})
	return slices.Concat(all, dayParams, pageParams)
}

func (s *server) ask(w http.ResponseWriter, r *http.Request) error {
	question := r.URL.Query().Get("q")
	if strings.TrimSpace(question) == "" {
		return fail(http.StatusBadRequest, "a question is wanted: ?q=…")
	}
	done, err := s.takeTurn(r, s.scripts)
	if err != nil {
		return err
	}
	defer done()
	found, err := s.graph.Ask(r.Context(), question, r.URL.Query().Get("article"))
	if err != nil {
		return err
	}
	return reply(w, asked{found, append([]answer.Evidence{}, found.Nearest...)})
}

const ndjsonType = "application/x-ndjson"

func (s *server) claims(w http.ResponseWriter, r *http.Request) error {
	st, p, err := s.readPage(r)
	if err != nil {
		return err
	}
	f, err := s.filterOf(st, r)
	if err != nil {
		return err
	}
	found := st.fitting(f)
	if by := r.URL.Query().Get("sort"); by != "" {
		if err := st.sort(found, by); err != nil {
			return err
		}
	}
	shown := cut(w, r, found, p)
	switch name := claimFormat(r); name {
	case "json":
		answer := claimsPage{Total: len(found), Offset: p.offset, Limit: p.limit, Claims: shown}
		if r.URL.Query().Get("facets") == "true" {
			answer.Facets = st.facets(f)
		}
		return reply(w, answer)
	case "ndjson":
		return lines(w, shown)
	default:
		return s.writeQuads(w, r, name, st.quads(shown))
	}
}

// claimFormat is how claims are to be written: as Accept says where nothing is named.
func claimFormat(r *http.Request) string {
	if name := r.URL.Query().Get("format"); name != "" {
		return name
	}
	accept := r.Header.Get("Accept")
	if strings.Contains(accept, ndjsonType) {
		return "ndjson"
	}
	if f, err := format.ByMediaType(accept); err == nil && f.Write != nil {
		return f.Name
	}
	return "json"
}

// lines writes a value a line.
func lines[T any](w http.ResponseWriter, all []T) error {
	w.Header().Set("Content-Type", ndjsonType)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for _, v := range all {
		if err := e.Encode(v); err != nil {
			return err
		}
	}
	return nil
}

func (s *server) timeline(w http.ResponseWriter, r *http.Request) error {
	st, err := s.read(r.Context())
	if err != nil {
		return err
	}
	f, err := s.filterOf(st, r)
	if err != nil {
		return err
	}
	found := st.fitting(f)
	happened, published := monthOf, st.publishedIn
	if r.URL.Query().Get("unit") == "day" {
		happened, published = dayOf, st.publishedOn
	}
	all, none := months(found, happened)
	out, _ := months(found, published)
	return reply(w, timelinePage{len(found), none, all, out})
}

func (s *server) stats(w http.ResponseWriter, _ *http.Request) error {
	stats, err := s.graph.Stats()
	if err != nil {
		return err
	}
	return reply(w, statistics{stats, s.graph.Version()})
}

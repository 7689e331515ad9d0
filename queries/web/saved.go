package web

import (
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"sayso/graph"
	"sayso/graph/format"
	"sayso/queries"
)

// savedRows are the rows of a saved query.
type savedRows struct {
	Query     string           `json:"query"`
	Title     string           `json:"title"`
	Columns   []string         `json:"columns"`
	Rows      []map[string]any `json:"rows"`
	Truncated bool             `json:"truncated"`
}

// savedView is a saved query, what it takes, and where to run it.
type savedView struct {
	queries.SavedQuery
	Address string `json:"address"`
}

func (s *server) savedRoutes() []route {
	return []route{
		{method: "GET", path: "/q/{file}", does: "run a saved query, NAME.json, .ndjson, .csv, .gexf, .graphml, .cyjs …; its parameters stand in the address",
			takes:  []param{{name: "file", says: "the query's name, a dot, and an extension or the name of a format", kind: text, required: true}},
			gives:  []content{jsonOf(savedRows{}, "the rows"), {media: "text/csv", says: "the rows"}, {media: ndjsonType, says: "a row a line"}, {media: "application/gexf+xml", says: "the claims of the rows"}},
			policy: looks, example: "/q/who_did_what.json?who=Ida+Berg", handle: s.runSaved, rests: s.shelved},
		{method: "GET", path: apiRoot + "queries", does: "the saved queries, and what they take", policy: looks, example: apiRoot + "queries", handle: s.listSaved, rests: s.shelved,
			gives: []content{jsonOf([]savedView{}, "the queries; address is where to run one")}},
		{method: "POST", path: apiRoot + "queries", does: "save a query under a name", policy: saves, example: apiRoot + "queries?name=example\n\n// What was signed\ng.V().Out(\"signed\").All()", handle: s.save,
			takes: []param{{name: "name", says: "its name, of a to z, digits, - and _", kind: text, required: true}, {name: "replace", says: "true to replace the one of that name", kind: text, options: []string{"true", "false"}}},
			body:  &content{media: textType, says: "Gizmo; its leading comment is its title, and declares its parameters: // param who string: the name of somebody"},
			gives: []content{jsonOf(savedView{}, "what was saved, and where to run it"), {status: http.StatusConflict, media: problemType, says: "there is one of that name"}}},
		{method: "GET", path: apiRoot + "query", does: "run Gizmo, and have its rows or their claims in a format", policy: looks, example: apiRoot + "query?q=g.V(%22Ida+Berg%22).In(%22%3Crdf:subject%3E%22)&format=csv", handle: s.query,
			takes: []param{{name: "q", says: "the query", kind: text, required: true}, {name: "format", says: "json, ndjson or csv for the rows, and for the claims they name any format of /api/v2/formats that is written", kind: text},
				{name: "limit", says: "rows at most", kind: number}, edgesParam},
			gives: []content{jsonOf(savedRows{}, "the rows"), {media: "text/csv", says: "the rows"}}},
	}
}

// saved are the saved queries that can be read; what is wrong with another one is no fault of who asks.
func (s *server) saved() ([]queries.SavedQuery, error) {
	found, err := s.options.Shelf.List()
	if len(found) > 0 {
		return found, nil
	}
	return nil, err
}

// shelved names the state of the saved queries, which people edit while the server runs.
func (s *server) shelved(*http.Request) string {
	saved, err := s.saved()
	if err != nil {
		return ""
	}
	sum := crc32.NewIEEE()
	for _, q := range saved {
		_, _ = io.WriteString(sum, q.Name+"\x00"+q.Text+"\x00")
	}
	return fmt.Sprintf("%x", sum.Sum32())
}

func (s *server) listSaved(w http.ResponseWriter, _ *http.Request) error {
	saved, err := s.saved()
	if err != nil {
		return err
	}
	all := []savedView{}
	for _, q := range saved {
		all = append(all, viewOf(q))
	}
	return reply(w, all)
}

// saves is for a query that is to be kept.
var saves = policy{scope: writer, shape: problem, body: maxBody, time: Deadline}

// save keeps a query that works in the folder of the user's own.
func (s *server) save(w http.ResponseWriter, r *http.Request) error {
	text, err := io.ReadAll(r.Body)
	if err != nil {
		return err
	}
	if s.options.Save == nil {
		return fail(http.StatusNotImplemented, "this server has no folder for saved queries")
	}
	name := r.URL.Query().Get("name")
	q, err := queries.NewSaved(name, string(text))
	if err != nil {
		return fail(http.StatusBadRequest, "%v", err)
	}
	err = s.options.Save(name, q.Text, r.URL.Query().Get("replace") == "true")
	if errors.Is(err, fs.ErrExist) {
		return fail(http.StatusConflict, "there is a query %s already", name)
	}
	if err != nil {
		return err
	}
	return reply(w, viewOf(q))
}

func viewOf(q queries.SavedQuery) savedView { return savedView{q, "/q/" + q.Name + ".json"} }

// query runs Gizmo that nobody saved, as if it were.
func (s *server) query(w http.ResponseWriter, r *http.Request) error {
	text := r.URL.Query().Get("q")
	if strings.TrimSpace(text) == "" {
		return fail(http.StatusBadRequest, "a query is wanted: ?q=…")
	}
	limit, err := positive(r, "limit", 0)
	if err != nil {
		return err
	}
	done, err := s.takeTurn(r, s.scripts)
	if err != nil {
		return err
	}
	defer done()
	result, err := s.graph.Run(r.Context(), queries.Script{Text: text}, queries.Limits{Time: Deadline, Rows: limit})
	if err != nil {
		return err
	}
	if result.Truncated {
		w.Header().Set("X-Result-Truncated", "true")
	}
	return s.writeRows(w, r, queries.SavedQuery{}, r.URL.Query().Get("format"), result)
}

func (s *server) runSaved(w http.ResponseWriter, r *http.Request) error {
	name, extension, _ := strings.Cut(r.PathValue("file"), ".")
	q, err := s.options.Shelf.Load(name)
	if errors.Is(err, fs.ErrNotExist) {
		return fail(http.StatusNotFound, "there is no saved query %q; %squeries lists them", name, apiRoot)
	}
	if err != nil {
		return err
	}
	limits := queries.Limits{Time: Deadline}
	given := map[string]string{}
	for name, values := range r.URL.Query() {
		given[name] = values[len(values)-1]
	}
	if !slices.ContainsFunc(q.Params, func(p queries.Param) bool { return p.Name == "limit" }) {
		if n, err := strconv.Atoi(given["limit"]); err == nil {
			limits.Rows = n
		}
		delete(given, "limit")
	}
	script, err := q.Script(given)
	if err != nil {
		return err
	}
	done, err := s.takeTurn(r, s.scripts)
	if err != nil {
		return err
	}
	defer done()
	result, err := s.graph.Run(r.Context(), script, limits)
	if err != nil {
		return err
	}
	if len(result.Answers) == 0 {
		if err := s.nameless(r, q, given); err != nil {
			return err
		}
	}
	if result.Truncated {
		w.Header().Set("X-Result-Truncated", "true")
	}
	return s.writeRows(w, r, q, extension, result)
}

// nameless says of a query that found nothing whether it was given a name that nothing has.
func (s *server) nameless(r *http.Request, q queries.SavedQuery, given map[string]string) error {
	st, err := s.read(r.Context())
	if err != nil {
		return err
	}
	for _, param := range q.Params {
		name := given[param.Name]
		if name != "" && IsName(param) && !strings.HasPrefix(name, "<") && len(st.known(s.meant("entity", name))) == 0 {
			return s.nobody(name)
		}
	}
	return nil
}

// IsName tells whether a parameter of a saved query is what a thing is called.
func IsName(p queries.Param) bool {
	return strings.Contains(p.Description, "name of") || strings.Contains(p.Description, "this person")
}

// writeRows writes rows as such, or, in a format that draws or holds quads, the claims that they are about.
func (s *server) writeRows(w http.ResponseWriter, r *http.Request, q queries.SavedQuery, extension string, result queries.Result) error {
	switch extension {
	case "", "json":
		rows := savedRows{q.Name, q.Title, append([]string{}, result.Columns...), []map[string]any{}, result.Truncated}
		for _, a := range result.Answers {
			rows.Rows = append(rows.Rows, a.Fields(result.Columns))
		}
		return reply(w, rows)
	case "ndjson", "jsonl":
		var rows []map[string]any
		for _, a := range result.Answers {
			rows = append(rows, a.Fields(result.Columns))
		}
		return lines(w, rows)
	case "csv":
		return s.writeTable(w, r, result)
	}
	f, err := format.ByPath("x." + extension)
	if err != nil {
		f, err = format.Named(extension)
	}
	if err != nil {
		return fail(http.StatusBadRequest, "there is no .%s; there are .json, .ndjson, .csv for the rows, and for their claims the formats of /api/v2/formats", extension)
	}
	st, err := s.read(r.Context())
	if err != nil {
		return err
	}
	quads, err := st.edges(result)
	if err != nil {
		return err
	}
	return s.writeQuads(w, r, f.Name, quads)
}

// writeTable writes things by their names, for a reader.
func (s *server) writeTable(w http.ResponseWriter, r *http.Request, result queries.Result) error {
	st, err := s.read(r.Context())
	if err != nil {
		return err
	}
	columns := result.Columns
	if len(columns) == 0 {
		columns = []string{"value"}
	}
	rows := [][]string{columns}
	for _, a := range result.Answers {
		var row []string
		for _, column := range result.Columns {
			row = append(row, st.cell(a.Get(column)))
		}
		if len(result.Columns) == 0 {
			row = append(row, string(a.Emitted))
		}
		rows = append(rows, row)
	}
	w.Header().Set("Content-Type", "text/csv; charset=utf-8; header=present")
	return format.WriteRows(w, rows)
}

// cell is a thing by its name, a relation in words, a voice as who says so and where.
func (st *state) cell(v quad.Value) string {
	iri, ok := v.(quad.IRI)
	switch {
	case v == nil:
		return ""
	case !ok:
		return fmt.Sprint(queries.Short(v))
	}
	ref := graph.Short(iri)
	if relation, ok := strings.CutPrefix(string(ref), "p:"); ok {
		return strings.ReplaceAll(relation, "_", " ")
	}
	if article, voice, ok := strings.Cut(strings.TrimPrefix(string(ref), "a:"), "/voice/"); ok {
		return strings.ReplaceAll(voice, "_", " ") + ", " + article
	}
	if e, ok := st.entities[ref]; ok {
		return e.Name
	}
	return string(ref)
}

// edges are the claims that rows name, or else the edges that their columns are: source and target, as Cayley has
// it, or subject, relation and object.
func (st *state) edges(result queries.Result) (format.Quads, error) {
	var claims []graph.Claim
	var quads []quad.Quad
	for _, a := range result.Answers {
		if i, ok := st.at[string(refOf(either(a, "claim", queries.EndOfPath)))]; ok {
			claims = append(claims, st.claims[i])
			continue
		}
		q := quad.Quad{Subject: either(a, "source", "subject"), Predicate: either(a, "relation", "predicate"), Object: either(a, "target", "object"), Label: either(a, "voice", "label")}
		if q.Predicate == nil {
			q.Predicate = graph.RelationIRI("related to").IRI()
		}
		if q.Subject != nil && q.Object != nil {
			quads = append(quads, q)
		}
	}
	if len(result.Answers) > 0 && len(claims)+len(quads) == 0 {
		return nil, fail(http.StatusBadRequest, "these rows are no edges: they have neither a claim nor a source and a target")
	}
	return joined(st.quads(claims), format.All(quads)), nil
}

func either(a queries.Answer, one, other string) quad.Value {
	if v := a.Get(one); v != nil {
		return v
	}
	return a.Get(other)
}

func joined(all ...format.Quads) format.Quads {
	return func(yield func(quad.Quad, error) bool) {
		for _, quads := range all {
			for q, err := range quads {
				if !yield(q, err) {
					return
				}
			}
		}
	}
}

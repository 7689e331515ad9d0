package web

import (
	"bytes"
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"sayso/graph/format"
	"sayso/queries"
)

// cayleyLimit is how many rows Cayley answers with where nobody says how many.
const cayleyLimit = 100

// cayleyResult is what a query of Cayley's answers with; null where there is nothing.
type cayleyResult struct {
	Result []any `json:"result"`
}

// cayleyFormat is a format as Cayley lists it.
type cayleyFormat struct {
	ID    string   `json:"id"`
	Read  bool     `json:"read"`
	Write bool     `json:"write"`
	Nodes bool     `json:"nodes"`
	Ext   []string `json:"ext"`
	Mime  []string `json:"mime"`
}

func (s *server) cayleyRoutes() []route {
	result := []content{jsonOf(cayleyResult{}, "a row or emitted value each; null for none. X-Result-Truncated: true where there were more")}
	quads := []content{{media: "application/n-quads", says: "the quads, in the format asked for"}}
	script := &content{media: "text/plain", says: "Gizmo; or as a JSON string"}
	const example = "\n\n" + `g.V("Ida Berg").Out("signed").All()`
	return []route{
		{method: "GET", path: "/api/v2/query", does: "run Gizmo from the address", takes: append(queryParams, param{name: "qu", says: "the query", kind: text}),
			gives: result, policy: cayleyAsks, example: "/api/v2/query?lang=gizmo&qu=g.V(%22Ida+Berg%22).Out(%22signed%22).All()", handle: s.cayleyQuery},
		{method: "POST", path: "/api/v2/query", does: "run Gizmo", takes: queryParams, body: script,
			gives: result, policy: cayleyAsks, example: "/api/v2/query?lang=gizmo&limit=10" + example, handle: s.cayleyQuery},
		{method: "GET", path: "/api/v2/read", does: "quads that match, in any format", takes: readParams,
			gives: quads, policy: cayleyStreams, example: "/api/v2/read?sub=%3Ce:Ida_Berg%3E&limit=100&format=nquads", handle: s.cayleyRead},
		{method: "POST", path: "/api/v2/read", does: "quads that match, in any format", takes: readParams,
			gives: quads, policy: cayleyStreams, example: "/api/v2/read?pred=%3Crdfs:label%3E&format=json&iri=short", handle: s.cayleyRead},
		{method: "GET", path: "/api/v2/formats", does: "the formats of read and write",
			gives: []content{jsonOf([]cayleyFormat{}, "the formats")}, policy: cayleyLooks, example: "/api/v2/formats", handle: cayleyFormats},
		{method: "POST", path: "/api/v1/query/{lang}", does: "run Gizmo, as Cayley's first clients do", takes: v1Params, body: script,
			gives: result, policy: cayleyAsks, example: "/api/v1/query/gizmo" + example, handle: s.cayleyQuery},
		{method: "POST", path: "/api/v1/shape/{lang}", does: "how a query is built, as nodes and links", takes: v1Params[:1], body: script,
			gives: []content{jsonOf(queries.Shape{}, "the shape")}, policy: cayleyAsks, example: "/api/v1/shape/gizmo" + example, handle: s.cayleyShape},
	}
}

var (
	queryParams = []param{
		{name: "lang", says: "gizmo", kind: text, required: true},
		{name: "limit", says: "rows at most; 100 where it is not given, -1 for as many as there may be", kind: number},
		{name: "iri", says: "how IRIs are written", kind: text, options: []string{"full", "short"}},
	}
	v1Params = []param{
		{name: "lang", says: "gizmo, or gremlin, as it was once called", kind: text, required: true},
		{name: "limit", says: "rows at most; 100 where it is not given, -1 for as many as there may be", kind: number},
	}
	readParams = []param{
		{name: "sub", says: "subjects: <iri>, _:b or \"text\", with commas between", kind: text},
		{name: "pred", says: "predicates", kind: text},
		{name: "obj", says: "objects", kind: text},
		{name: "label", says: "labels", kind: text},
		{name: "limit", says: "quads at most, and X-Result-Truncated where there were more; all where it is not given", kind: number},
		{name: "format", says: "a format; otherwise as Accept says, otherwise nquads", kind: text},
		{name: "iri", says: "how IRIs are written", kind: text, options: []string{"full", "short"}},
	}
)

// cayleyQuery runs Gizmo and answers in Cayley's shape.
func (s *server) cayleyQuery(w http.ResponseWriter, r *http.Request) error {
	script, limits, err := readQuery(r)
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
	if result.Truncated {
		w.Header().Set("X-Result-Truncated", "true")
	}
	return replyResult(w, result, printerOf(r))
}

// pieceOfResult is how much of an answer is held as JSON before it goes.
const pieceOfResult = 32 << 10

// replyResult writes a cayleyResult answer by answer, so that a long one is not there twice.
func replyResult(w http.ResponseWriter, result queries.Result, print func(quad.Value) any) error {
	w.Header().Set("Content-Type", jsonType)
	if len(result.Answers) == 0 {
		return reply(w, cayleyResult{})
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	b.WriteString(`{"result":[`)
	for i, a := range result.Answers {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := e.Encode(a.Value(print)); err != nil {
			return err
		}
		b.Truncate(b.Len() - 1) // the line's end
		if b.Len() >= pieceOfResult {
			if _, err := b.WriteTo(w); err != nil {
				return nil // there is nobody to tell
			}
		}
	}
	b.WriteString("]}\n")
	_, _ = b.WriteTo(w)
	return nil
}

// cayleyShape answers with the shape of the last path that a script would run.
func (s *server) cayleyShape(w http.ResponseWriter, r *http.Request) error {
	script, limits, err := readQuery(r)
	if err != nil {
		return err
	}
	done, err := s.takeTurn(r, s.scripts)
	if err != nil {
		return err
	}
	defer done()
	paths, err := s.graph.Paths(r.Context(), script, limits)
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		return fail(http.StatusBadRequest, "the query runs no path")
	}
	return reply(w, queries.ShapeOf(paths[len(paths)-1]))
}

func readQuery(r *http.Request) (queries.Script, queries.Limits, error) {
	limits := queries.Limits{Rows: cayleyLimit, Time: Deadline}
	form := r.URL.Query()
	lang := r.PathValue("lang")
	if lang == "" {
		lang = form.Get("lang")
	}
	if err := checkLanguage(lang); err != nil {
		return queries.Script{}, limits, err
	}
	text, err := queryText(r)
	if err != nil {
		return queries.Script{}, limits, err
	}
	if strings.TrimSpace(text) == "" {
		return queries.Script{}, limits, fail(http.StatusBadRequest, "query is empty")
	}
	if given := form.Get("limit"); given != "" {
		n, err := strconv.Atoi(given)
		if err != nil {
			return queries.Script{}, limits, fail(http.StatusBadRequest, "limit is not a number")
		}
		if limits.Rows = n; n <= 0 {
			limits.Rows = queries.MaxRows
		}
	}
	return queries.Script{Text: text}, limits, nil
}

func checkLanguage(lang string) error {
	switch lang {
	case "gizmo", "gremlin":
		return nil
	case "graphql", "mql", "sexp":
		return fail(http.StatusNotImplemented, "only gizmo is spoken here, not %s", lang)
	case "":
		return fail(http.StatusBadRequest, "query language not specified; add ?lang=gizmo")
	}
	return fail(http.StatusBadRequest, "unknown query language")
}

// queryText is the query in the body. A client that sends nothing but JSON sends it as a string of JSON.
func queryText(r *http.Request) (string, error) {
	if r.Method != http.MethodPost {
		return r.URL.Query().Get("qu"), nil
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return "", err
	}
	var unquoted string
	if media, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); media == jsonType && json.Unmarshal(body, &unquoted) == nil {
		return unquoted, nil
	}
	return string(body), nil
}

// printerOf gives IRIs in full, as other clients of Cayley expect, unless short ones or JSON-LD are asked for.
func printerOf(r *http.Request) func(quad.Value) any {
	switch {
	case strings.Contains(r.Header.Get("Accept"), "application/ld+json"):
		return linked
	case r.URL.Query().Get("iri") == "short":
		return queries.Short
	}
	return queries.Native
}

// linked is a value as JSON-LD has it.
func linked(v quad.Value) any {
	switch v := v.(type) {
	case quad.IRI:
		return object{"@id": string(v)}
	case quad.BNode:
		return object{"@id": v.String()}
	case quad.LangString:
		return object{"@value": string(v.Value), "@language": v.Lang}
	case quad.TypedString:
		return object{"@value": string(v.Value), "@type": string(v.Type)}
	case quad.String:
		return string(v)
	}
	return queries.Native(v)
}

// cayleyFormats lists the formats of read and write, as Cayley does.
func cayleyFormats(w http.ResponseWriter, _ *http.Request) error {
	var list []cayleyFormat
	for _, f := range format.Formats() {
		list = append(list, cayleyFormat{ID: f.Name, Read: f.Read != nil, Write: f.Write != nil, Nodes: f.Nodes, Ext: f.Extensions, Mime: f.MediaTypes})
	}
	return reply(w, list)
}

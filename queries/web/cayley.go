package web

import (
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"sayso/graph"
	"sayso/graph/format"
	"sayso/graph/store"
	"sayso/queries"
)

// cayleyLimit is how many rows Cayley answers with where nobody says how many.
const cayleyLimit = 100

// cayleyQuery runs Gizmo and answers in Cayley's shape.
func cayleyQuery(g Graph) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		script, limits, err := readQuery(r)
		if err != nil {
			cayleyError(w, http.StatusBadRequest, err.Error())
			return
		}
		result, err := g.Run(r.Context(), script, limits)
		if err != nil {
			cayleyError(w, statusOf(err), err.Error())
			return
		}
		if result.Truncated {
			w.Header().Set("X-Result-Truncated", "true")
		}
		reply(w, map[string]any{"result": result.Values(printerOf(r))})
	}
}

func readQuery(r *http.Request) (queries.Script, queries.Limits, error) {
	limits := queries.Limits{Rows: cayleyLimit, Time: Deadline}
	form := r.URL.Query()
	switch lang := form.Get("lang"); lang {
	case "gizmo", "gremlin":
	case "":
		return queries.Script{}, limits, errors.New("query language not specified")
	default:
		return queries.Script{}, limits, errors.New("unknown query language")
	}
	text := form.Get("qu")
	if r.Method == http.MethodPost {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return queries.Script{}, limits, err
		}
		text = string(body)
	}
	if strings.TrimSpace(text) == "" {
		return queries.Script{}, limits, errors.New("query is empty")
	}
	if given := form.Get("limit"); given != "" {
		n, err := strconv.Atoi(given)
		if err != nil {
			return queries.Script{}, limits, errors.New("limit is not a number")
		}
		if limits.Rows = n; n <= 0 {
			limits.Rows = queries.MaxRows
		}
	}
	return queries.Script{Text: text}, limits, nil
}

// printerOf gives IRIs in full, as other clients of Cayley expect, unless short ones are asked for.
func printerOf(r *http.Request) func(quad.Value) any {
	if r.URL.Query().Get("iri") == "short" {
		return queries.Short
	}
	return queries.Native
}

// cayleyRead streams the quads that match, in the format asked for.
func cayleyRead(g Graph) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		f, err := readFormat(r)
		if err != nil {
			cayleyError(w, http.StatusBadRequest, err.Error())
			return
		}
		match := store.Match{
			Subject:   values(r.FormValue("sub")),
			Predicate: values(r.FormValue("pred")),
			Object:    values(r.FormValue("obj")),
			Label:     values(r.FormValue("label")),
		}
		quads := g.Select(r.Context(), match)
		if r.FormValue("iri") == "short" {
			quads = shortened(quads)
		}
		w.Header().Set("Content-Type", f.MediaTypes[0])
		if err := f.Write(w, quads); err != nil {
			// The answer has begun, so that cutting it off is the only way to say so.
			panic(http.ErrAbortHandler)
		}
	}
}

func readFormat(r *http.Request) (format.Format, error) {
	if name := r.FormValue("format"); name != "" {
		return writable(format.Named(name))
	}
	for accepted := range strings.SplitSeq(r.Header.Get("Accept"), ",") {
		if base, _, _ := mime.ParseMediaType(accepted); base != "" {
			if f, err := writable(format.ByMediaType(base)); err == nil {
				return f, nil
			}
		}
	}
	return format.Named("nquads")
}

func writable(f format.Format, err error) (format.Format, error) {
	if err == nil && f.Write == nil {
		err = errors.New("the format can only be read")
	}
	return f, err
}

// values reads the comma separated values of a parameter: <iri>, _:b, "literal".
func values(list string) []quad.Value {
	var out []quad.Value
	for part := range strings.SplitSeq(list, ",") {
		if part = strings.TrimSpace(part); part != "" {
			v, err := queries.ReadTerm(part).Value()
			if iri, ok := v.(quad.IRI); ok {
				v = graph.Ref(iri).IRI()
			}
			if err == nil {
				out = append(out, v)
			}
		}
	}
	return out
}

// shortened writes IRIs with the graph's prefixes.
func shortened(quads format.Quads) format.Quads {
	short := func(v quad.Value) quad.Value {
		if iri, ok := v.(quad.IRI); ok {
			return quad.IRI(graph.Short(iri))
		}
		return v
	}
	return func(yield func(quad.Quad, error) bool) {
		for q, err := range quads {
			q = quad.Quad{Subject: short(q.Subject), Predicate: short(q.Predicate), Object: short(q.Object), Label: short(q.Label)}
			if !yield(q, err) {
				return
			}
		}
	}
}

// cayleyFormats lists the formats of read, as Cayley does.
func cayleyFormats(w http.ResponseWriter, _ *http.Request) {
	type entry struct {
		ID    string   `json:"id"`
		Read  bool     `json:"read"`
		Write bool     `json:"write"`
		Nodes bool     `json:"nodes"`
		Ext   []string `json:"ext"`
		Mime  []string `json:"mime"`
	}
	var list []entry
	for _, f := range format.Formats() {
		list = append(list, entry{ID: f.Name, Read: f.Read != nil, Write: f.Write != nil, Ext: f.Extensions, Mime: f.MediaTypes})
	}
	reply(w, list)
}

// statusOf is the status of a query's error: the client's, unless a limit or we are to blame.
func statusOf(err error) int {
	var limit queries.LimitError
	switch {
	case errors.As(err, &limit):
		return http.StatusUnprocessableEntity
	case errors.Is(err, errBusy):
		return http.StatusServiceUnavailable
	}
	return http.StatusBadRequest
}

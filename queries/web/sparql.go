package web

import (
	"bytes"
	"context"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"sayso/graph/quadstore"
	"sayso/queries"
	"sayso/queries/sparql"
)

// sparqlRoutes are the query operation of the SPARQL 1.1 Protocol.
func (s *server) sparqlRoutes() []route {
	takes := []param{
		{name: "query", says: "the query; in a form it goes into the body, or it is the body", kind: text},
		{name: "format", says: "json, xml, csv or tsv, or of a graph a media type; otherwise as Accept says", kind: text},
		{name: "limit", says: "rows at most, and X-Result-Truncated where there were more; without it more than " + strconv.Itoa(queries.MaxRows) + " are an error", kind: number},
	}
	gives := []content{{media: "application/sparql-results+json", says: "the rows, or yes or no; application/sparql-results+xml, text/csv and text/tab-separated-values as well"}}
	for _, f := range sparql.GraphFormats() {
		gives = append(gives, content{media: f.MediaType, says: "the graph of CONSTRUCT or DESCRIBE"})
	}
	const example = "SELECT ?who WHERE { ?who p:signed e:letter }"
	return []route{
		{method: "GET", path: "/sparql", does: "answer SPARQL from the address", takes: takes, gives: gives, policy: asks,
			example: "/sparql?query=" + url.QueryEscape(example), handle: s.sparql},
		{method: "POST", path: "/sparql", does: "answer SPARQL", takes: takes[1:], gives: gives, policy: asks,
			body: &content{media: "application/sparql-query", says: "the query, or a form with it"}, example: "/sparql\n\n" + example, handle: s.sparql},
	}
}

// sparql answers a query from one state of the store.
func (s *server) sparql(w http.ResponseWriter, r *http.Request) error {
	text, form, err := sparqlText(r)
	if err != nil {
		return err
	}
	q, err := sparql.Parse(text)
	if err != nil {
		return fail(http.StatusBadRequest, "%v", err)
	}
	limits, limited, err := sparqlLimits(form)
	if err != nil {
		return err
	}
	media, write, err := sparqlWriter(q, form.Get("format"), r.Header.Get("Accept"))
	if err != nil {
		return err
	}
	done, err := s.takeTurn(r, s.turns)
	if err != nil {
		return err
	}
	defer done()
	at, err := s.graph.Snapshot()
	if err != nil {
		return err
	}
	defer at.Close()
	// An answer is whole before its first byte goes, so that a limit met on the way is still an error.
	var answer bytes.Buffer
	truncated, err := write(r.Context(), &answer, at, limits)
	switch {
	case err != nil:
		return err
	case truncated && !limited:
		return fail(http.StatusUnprocessableEntity, "there are more than %d rows: add LIMIT, or the parameter limit to have the first", limits.Rows)
	case truncated:
		w.Header().Set("X-Result-Truncated", "true")
	}
	w.Header().Set("Content-Type", media)
	_, err = answer.WriteTo(w)
	return err
}

// sparqlText is the query with the other parameters, in each of the three ways of the protocol.
func sparqlText(r *http.Request) (string, url.Values, error) {
	form := r.URL.Query()
	if r.Method == http.MethodPost {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return "", nil, err
		}
		switch media, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); media {
		case "application/sparql-query":
			form.Add("query", string(body))
		case "application/x-www-form-urlencoded":
			given, err := url.ParseQuery(string(body))
			if err != nil {
				return "", nil, fail(http.StatusBadRequest, "the form: %v", err)
			}
			for name, values := range given {
				form[name] = append(form[name], values...)
			}
		case "application/sparql-update":
			return "", nil, fail(http.StatusBadRequest, "not supported: SPARQL Update")
		default:
			return "", nil, fail(http.StatusUnsupportedMediaType, "the body may be application/sparql-query or application/x-www-form-urlencoded")
		}
	}
	for name, what := range map[string]string{
		"update":            "SPARQL Update",
		"default-graph-uri": "default-graph-uri (the dataset is the whole store; use GRAPH)",
		"named-graph-uri":   "named-graph-uri (the dataset is the whole store; use GRAPH)",
	} {
		if form.Has(name) {
			return "", nil, fail(http.StatusBadRequest, "not supported: %s", what)
		}
	}
	if len(form["query"]) != 1 || strings.TrimSpace(form.Get("query")) == "" {
		return "", nil, fail(http.StatusBadRequest, "one query is wanted: ?query=…, a form with query=…, or a body of type application/sparql-query")
	}
	return form.Get("query"), form, nil
}

func sparqlLimits(form url.Values) (limits queries.Limits, limited bool, err error) {
	limits = queries.Limits{Rows: queries.MaxRows, Time: Deadline}
	given := form.Get("limit")
	if given == "" {
		return limits, false, nil
	}
	if limits.Rows, err = strconv.Atoi(given); err != nil || limits.Rows <= 0 {
		return limits, false, fail(http.StatusBadRequest, "limit is not a number above 0")
	}
	return limits, true, nil
}

// sparqlAnswer writes the answer of a query.
type sparqlAnswer func(context.Context, io.Writer, *quadstore.Snapshot, queries.Limits) (truncated bool, err error)

// sparqlWriter is the format that is asked for by name, or else the one that Accept likes best.
func sparqlWriter(q *sparql.Query, name, accept string) (media string, write sparqlAnswer, err error) {
	if q.IsGraph() {
		var offered []string
		for _, f := range sparql.GraphFormats() {
			offered = append(offered, f.MediaType)
		}
		if name, err = chosen(name, accept, offered); err != nil {
			return "", nil, err
		}
		f, err := sparql.GraphFormatNamed(name)
		if err != nil {
			return "", nil, fail(http.StatusBadRequest, "%v", err)
		}
		return f.MediaType, func(ctx context.Context, w io.Writer, at *quadstore.Snapshot, l queries.Limits) (bool, error) {
			return q.WriteGraph(ctx, w, f, at, l)
		}, nil
	}
	var offered []string
	for _, f := range sparql.ResultFormats() {
		offered = append(offered, f.MediaTypes...)
	}
	if name, err = chosen(name, accept, offered); err != nil {
		return "", nil, err
	}
	f, err := sparql.ResultFormatNamed(name)
	if err != nil {
		return "", nil, fail(http.StatusBadRequest, "%v", err)
	}
	return mediaOf(f, name), func(ctx context.Context, w io.Writer, at *quadstore.Snapshot, l queries.Limits) (bool, error) {
		return q.Write(ctx, w, f, at, l)
	}, nil
}

// chosen is the format named, or where none is, the type that Accept likes best.
func chosen(name, accept string, offered []string) (string, error) {
	if name != "" {
		return name, nil
	}
	if best := negotiated(accept, offered); best != "" {
		return best, nil
	}
	return "", fail(http.StatusNotAcceptable, "Accept takes none of %s", strings.Join(offered, ", "))
}

// mediaOf is the format's type: the one asked for, where it has several.
func mediaOf(f sparql.ResultFormat, asked string) string {
	for _, media := range f.MediaTypes {
		if media == asked {
			return media + charset(media)
		}
	}
	return f.MediaTypes[0] + charset(f.MediaTypes[0])
}

// charset says UTF-8 where the type alone would leave it open.
func charset(media string) string {
	if strings.HasPrefix(media, "text/") {
		return "; charset=utf-8"
	}
	return ""
}

// negotiated is the type offered that Accept likes best, of equals the first offered; "" if none will do.
func negotiated(accept string, offered []string) string {
	if strings.TrimSpace(accept) == "" {
		return offered[0]
	}
	best, liked, closest := "", 0.0, -1
	for _, media := range offered {
		q, closeness := liking(accept, media)
		if q > liked || q == liked && q > 0 && closeness > closest {
			best, liked, closest = media, q, closeness
		}
	}
	return best
}

// liking is the q of the range in Accept that fits a type most closely.
func liking(accept, media string) (q float64, closeness int) {
	closeness = -1
	whole, _, _ := strings.Cut(media, "/")
	for one := range strings.SplitSeq(accept, ",") {
		base, params, err := mime.ParseMediaType(strings.TrimSpace(one))
		if err != nil {
			continue
		}
		fit := map[string]int{"*/*": 0, whole + "/*": 1, media: 2}
		i, fits := fit[base]
		if !fits || i <= closeness {
			continue
		}
		closeness, q = i, 1
		if given, err := strconv.ParseFloat(params["q"], 64); err == nil {
			q = given
		}
	}
	return q, closeness
}

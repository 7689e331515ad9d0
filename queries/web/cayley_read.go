package web

import (
	"mime"
	"net/http"
	"strings"

	"github.com/cayleygraph/quad"

	"sayso/graph"
	"sayso/graph/format"
	"sayso/graph/store"
	"sayso/queries"
)

// cayleyRead streams the quads that match, in the format asked for.
func (s *server) cayleyRead(w http.ResponseWriter, r *http.Request) error {
	f, err := readFormat(r)
	if err != nil {
		return err
	}
	match := store.Match{
		Subject:   values(r.FormValue("sub")),
		Predicate: values(r.FormValue("pred")),
		Object:    values(r.FormValue("obj")),
		Label:     values(r.FormValue("label")),
	}
	quads, err := cutQuads(w, r, s.graph.Select(r.Context(), match))
	if err != nil {
		return err
	}
	if r.FormValue("iri") == "short" {
		quads = shortened(quads)
	}
	return s.writeAs(w, r, f, quads)
}

// cutQuads are as many quads as are asked for; the header tells where there were more.
func cutQuads(w http.ResponseWriter, r *http.Request, quads format.Quads) (format.Quads, error) {
	most, err := positive(r, "limit", 0)
	if err != nil || most == 0 {
		return quads, err
	}
	most = min(most, queries.MaxRows)
	var first []quad.Quad
	for q, err := range quads {
		if err != nil {
			return nil, err
		}
		if len(first) == most {
			w.Header().Set("X-Result-Truncated", "true")
			break
		}
		first = append(first, q)
	}
	return format.All(first), nil
}

// readFormat is the format that a request asks for: by name, or by Accept, or N-Quads.
func readFormat(r *http.Request) (format.Format, error) {
	if name := r.FormValue("format"); name != "" {
		return writable(r, name)
	}
	for accepted := range strings.SplitSeq(r.Header.Get("Accept"), ",") {
		if base, _, _ := mime.ParseMediaType(accepted); base != "" {
			if f, err := format.ByMediaType(base); err == nil && f.Write != nil {
				return f, nil
			}
		}
	}
	return format.Named("nquads")
}

// values reads the comma separated values of a parameter: <iri>, _:b, "literal".
func values(list string) []quad.Value {
	var out []quad.Value
	for part := range strings.SplitSeq(list, ",") {
		if part = strings.TrimSpace(part); part != "" {
			if v, err := readValue(part); err == nil {
				out = append(out, v)
			}
		}
	}
	return out
}

func readValue(typed string) (quad.Value, error) {
	v, err := queries.ReadTerm(typed).Value()
	if iri, ok := v.(quad.IRI); ok {
		v = graph.Ref(iri).IRI()
	}
	return v, err
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

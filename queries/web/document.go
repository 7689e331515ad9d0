package web

import (
	"cmp"
	_ "embed"
	"io"
	"net/http"
	"net/url"
	"strings"

	"sayso/graph"
)

func (s *server) documentRoutes() []route {
	return []route{
		{method: "GET", path: "/openapi.json", does: "this table as OpenAPI 3.1", policy: open, example: "/openapi.json", handle: s.openAPI,
			gives: []content{{media: jsonType, says: "the OpenAPI document"}}},
		{method: "GET", path: "/help", does: "the lines to type: curl, Cayley's clients, Gephi, networkx, Cytoscape, rdflib, assistants", policy: looks, example: "/help", handle: s.help,
			gives: []content{{media: markdownType, says: "the lines, with a name of this graph"}}},
	}
}

//go:embed help.md
var helpText string

const markdownType = "text/markdown; charset=utf-8"

// help has lines that work as they stand: with this server's address, and with what the graph speaks of most.
func (s *server) help(w http.ResponseWriter, r *http.Request) error {
	st, err := s.read(r.Context())
	if err != nil {
		return err
	}
	name := "NAME"
	most := 0
	for ref, e := range st.entities {
		if n := len(st.about[ref]); plainName(e) && (n > most || n == most && cmp.Less(e.Name, name)) {
			name, most = e.Name, n
		}
	}
	w.Header().Set("Content-Type", markdownType)
	_, err = strings.NewReplacer("{{address}}", "http://"+r.Host, "{{name}}", name, "{{query}}", url.QueryEscape(name)).WriteString(w, helpText)
	return err
}

// plainName tells whether a thing's name can stand in a line of a shell and of a script: it is text of strangers.
func plainName(e graph.Entity) bool {
	return e.Named && strings.Trim(strings.ToLower(e.Name), "abcdefghijklmnopqrstuvwxyz ") == ""
}

const textType = "text/plain; charset=utf-8"

// index lists the table for whoever opens the address in a browser.
func (s *server) index(w http.ResponseWriter, _ *http.Request) error {
	w.Header().Set("Content-Type", textType)
	_, err := io.WriteString(w, "sayso: who did what to whom, when, and on whose say-so\n\n"+index(s.table))
	return err
}

func index(table []route) string {
	var b strings.Builder
	for _, r := range table {
		b.WriteString(r.method + " " + strings.TrimSuffix(r.path, "{$}") + r.asked() + "\n\t" + r.does + r.wants() + "\n")
	}
	return b.String()
}

// asked are the parameters of the query: ?q=&article=.
func (r route) asked() string {
	var names []string
	for _, p := range r.takes {
		if !strings.Contains(r.path, "{"+p.name+"}") {
			names = append(names, p.name+"=")
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "?" + strings.Join(names, "&")
}

func (r route) wants() string {
	switch r.policy.scope {
	case writer:
		return " (a token with write scope)"
	case operator:
		return " (a token)"
	}
	return ""
}

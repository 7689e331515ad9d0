package web

import (
	"io"
	"net/http"
	"strings"
)

func (s *server) documentRoutes() []route {
	return []route{
		{method: "GET", path: "/{$}", does: "this page", policy: open, example: "/", handle: s.index,
			gives: []content{{media: textType, says: "the paths there are"}}},
		{method: "GET", path: "/openapi.json", does: "this table as OpenAPI 3.1", policy: open, example: "/openapi.json", handle: s.openAPI,
			gives: []content{{media: jsonType, says: "the OpenAPI document"}}},
	}
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

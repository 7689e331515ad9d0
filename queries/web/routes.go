package web

import (
	"io"
	"net/http"

	"sayso/queries/answer"
)

// Graph is what the endpoint serves.
type Graph = *answer.Live

// route is one path of the endpoint; the table of them is the whole endpoint.
type route struct {
	pattern string
	says    string // what it does, for the index
	handler http.HandlerFunc
}

func routes(g Graph) []route {
	table := []route{
		{"GET /api/v2/query", "run Gizmo: ?lang=gizmo&qu=…&limit=…", cayleyQuery(g)},
		{"POST /api/v2/query", "run Gizmo from the body: ?lang=gizmo&limit=…", cayleyQuery(g)},
		{"GET /api/v2/read", "quads: ?sub=&pred=&obj=&label=&format=&iri=short|full", cayleyRead(g)},
		{"POST /api/v2/read", "the same", cayleyRead(g)},
		{"GET /api/v2/formats", "the formats of read", cayleyFormats},
		{"POST /api/v2/write", "closed", closed},
		{"POST /api/v2/delete", "closed", closed},
		{"POST /api/v2/node/delete", "closed", closed},
		{"GET /api/sayso/v1/ask", "answer a question: ?q=…&article=…", ask(g)},
		{"GET /api/sayso/v1/claims", "claims: ?entity=&article=&relation=&voice=&limit=&offset=", claims(g)},
		{"GET /api/sayso/v1/entity", "what is known of an entity: ?name=…", entity(g)},
		{"GET /healthz", "204 while the server runs", healthy},
		{"GET /health", "the same, as Cayley has it", healthy},
	}
	return append(table, route{"GET /{$}", "this page", index(table)})
}

// closed answers every attempt to change the graph.
func closed(w http.ResponseWriter, _ *http.Request) {
	cayleyError(w, http.StatusForbidden, "this server is read-only")
}

func healthy(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }

// index lists the table for whoever opens the address in a browser.
func index(table []route) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = io.WriteString(w, "sayso: who did what to whom, when, and on whose say-so\n\n")
		for _, r := range table {
			_, _ = io.WriteString(w, r.pattern+"\n\t"+r.says+"\n")
		}
	}
}

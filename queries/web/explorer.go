package web

import (
	"embed"
	"net/http"
	"path"
	"strings"
)

// The explorer as npm run build makes it from the folder explorer, so that go build needs no Node.
//
//go:embed static
var static embed.FS

// pages are the paths of the explorer: one document, which reads from its address what to show.
var pages = []struct{ path, does string }{
	{"/entity", "all about one thing: ?id=e:…"},
	{"/article", "an article with its claims marked: ?id=…"},
	{"/questions", "the saved questions, as forms"},
	{"/conflicts", "what claims contradict each other in"},
	{"/sources", "the articles"},
	{"/examples", "how to query, by example on the data at hand"},
}

const htmlType = "text/html; charset=utf-8"

func (s *server) explorerRoutes() []route {
	page := []content{{media: htmlType, says: "the explorer"}}
	list := []route{{method: "GET", path: "/{$}", does: "the explorer in a browser; this list elsewhere", policy: open, example: "/", handle: s.front,
		gives: []content{{media: htmlType, says: "the explorer, where HTML is asked for"}, {media: textType, says: "the paths there are"}}}}
	for _, p := range pages {
		list = append(list, route{method: "GET", path: p.path, does: "the explorer: " + p.does, policy: open, example: p.path, handle: s.page, gives: page})
	}
	return append(list, route{method: "GET", path: "/assets/{file}", does: "what the explorer is made of", policy: open, example: "/assets/app.js", handle: s.asset,
		takes: []param{{name: "file", says: "its name", kind: text, required: true}},
		gives: []content{{media: "text/javascript", says: "a script, a style or a picture"}}})
}

// front shows a browser the explorer, and everybody else the list of paths.
func (s *server) front(w http.ResponseWriter, r *http.Request) error {
	if strings.Contains(r.Header.Get("Accept"), "text/html") {
		return s.page(w, r)
	}
	return s.index(w, r)
}

// nowhere says that there is no such path: to a browser that would show a page, as a page.
func (s *server) nowhere(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodGet && !strings.HasPrefix(r.URL.Path, "/api/") && strings.Contains(r.Header.Get("Accept"), "text/html") {
		_ = explorer(w, http.StatusNotFound)
		return
	}
	s.shapeOf(r)(w, &failure{http.StatusNotFound, "there is no such path; GET / lists those there are"})
}

// pagePolicy lets a page load what comes from here, and nothing else. A worker's script counts as a script.
const pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

func (s *server) page(w http.ResponseWriter, _ *http.Request) error {
	return explorer(w, http.StatusOK)
}

func explorer(w http.ResponseWriter, status int) error {
	w.Header().Set("Content-Security-Policy", pagePolicy)
	return file(w, "index.html", status)
}

func (s *server) asset(w http.ResponseWriter, r *http.Request) error {
	return file(w, r.PathValue("file"), http.StatusOK)
}

var mediaTypes = map[string]string{".html": htmlType, ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}

// file writes a file of the explorer. It changes with the program, so a browser asks each time.
func file(w http.ResponseWriter, name string, status int) error {
	content, err := static.ReadFile("static/" + name)
	if err != nil {
		return fail(http.StatusNotFound, "the explorer has no file %q", name)
	}
	w.Header().Set("Content-Type", mediaTypes[path.Ext(name)])
	w.Header().Set("Cache-Control", "no-cache")
	w.WriteHeader(status)
	_, err = w.Write(content)
	return err
}

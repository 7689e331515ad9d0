package web

import (
	"bytes"
	"errors"
	"mime"
	"net/http"
	"path"
	"strings"

	"sayso/graph/store"
)

const bytesType = "application/octet-stream"

func (s *server) originalRoutes() []route {
	return []route{{method: http.MethodGet, path: apiRoot + "original", does: "what the text of an article was taken from: a page, a PDF; to be kept, never shown",
		example: apiRoot + "original?id=harbour", handle: s.original, policy: looks,
		takes: []param{{name: "id", says: "the article", kind: text, required: true}},
		gives: []content{{media: bytesType, says: "its bytes as they came; the text, where that is all there is"}}}}
}

// original hands out what strangers wrote, in a form that no browser opens.
func (s *server) original(w http.ResponseWriter, r *http.Request) error {
	id := r.URL.Query().Get("id")
	data, err := s.graph.Original(id)
	if errors.Is(err, store.ErrNotFound) {
		data, err = s.graph.Text(id)
	}
	if errors.Is(err, store.ErrNotFound) {
		return fail(http.StatusNotFound, "there is no article %q of which more than quads is kept", id)
	}
	if err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", bytesType)
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": fileName(id, data)}))
	_, err = w.Write(data)
	return err
}

// fileName is the last part of an article's ID, with an ending that tells what it is.
func fileName(id string, data []byte) string {
	ending := ".txt"
	for begins, with := range map[string]string{"%PDF-": ".pdf", "PK\x03\x04": ".zip", "<": ".html", "{": ".json"} {
		if bytes.HasPrefix(bytes.TrimLeft(data[:min(len(data), 512)], "\ufeff \t\r\n"), []byte(begins)) {
			ending = with
		}
	}
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`"\/:*?<>|`, r) {
			return '_'
		}
		return r
	}, path.Base(id))
	return name + ending
}

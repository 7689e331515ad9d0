package web

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"

	"github.com/cayleygraph/quad"

	"sayso/graph/format"
	"sayso/graph/store"
)

// cayleyWritten is how Cayley says what was written or deleted.
type cayleyWritten struct {
	Result string `json:"result"`
	Count  int    `json:"count"`
}

// cayleyWrote is the same from its first version.
type cayleyWrote struct {
	Result string `json:"result"`
}

func (s *server) cayleyWriteRoutes() []route {
	v2 := []content{jsonOf(cayleyWritten{}, "how many")}
	v1 := []content{jsonOf(cayleyWrote{}, "how many")}
	nquads := &content{media: "application/n-quads", says: "quads, in the format that Content-Type tells; packed with gzip or not"}
	list := &content{media: jsonType, says: `[{"subject": "<a>", "predicate": "<b>", "object": "text", "label": "<c>"}]`}
	const quads = "\n\n<urn:x:a> <urn:x:b> <urn:x:c> .\n"
	const jsonQuads = "\n\n" + `[{"subject":"<urn:x:a>","predicate":"<urn:x:b>","object":"text"}]`
	const file = "\n\n--x\r\nContent-Disposition: form-data; name=\"NQuadFile\"; filename=\"a.nq\"\r\n\r\n<urn:x:a> <urn:x:b> <urn:x:c> .\n\r\n--x--\r\n"
	return []route{
		{method: "POST", path: "/api/v2/write", does: "add quads", body: nquads, gives: v2, policy: cayleyWrites, example: "/api/v2/write" + quads, handle: s.cayleyWrite},
		{method: "POST", path: "/api/v2/delete", does: "delete quads; all of them, or none where one is not there", body: nquads, gives: v2, policy: cayleyWrites, example: "/api/v2/delete" + quads, handle: s.cayleyDelete},
		{method: "POST", path: "/api/v2/node/delete", does: "delete every quad in which a value stands",
			body: &content{media: "text/plain", says: "one value"}, gives: v2, policy: cayleyWrites, example: "/api/v2/node/delete\n\n<urn:x:a>", handle: s.cayleyDeleteNode},
		{method: "POST", path: "/api/v1/write", does: "add quads", body: list, gives: v1, policy: cayleyWrites, example: "/api/v1/write" + jsonQuads, handle: s.v1Write},
		{method: "POST", path: "/api/v1/delete", does: "delete quads; those that are not there are passed over", body: list, gives: v1, policy: cayleyWrites, example: "/api/v1/delete" + jsonQuads, handle: s.v1Delete},
		{method: "POST", path: "/api/v1/write/file/nquad", does: "add the quads of a form's file NQuadFile; plain, gzip or bzip2",
			body:  &content{media: "multipart/form-data; boundary=x", says: "a form with N-Quads in the field NQuadFile"},
			gives: v1, policy: cayleyWrites, example: "/api/v1/write/file/nquad" + file, handle: s.v1WriteFile},
	}
}

func (s *server) cayleyWrite(w http.ResponseWriter, r *http.Request) error {
	quads, err := bodyQuads(r)
	if err != nil {
		return err
	}
	if _, err := s.graph.Load(r.Context(), format.All(quads)); err != nil {
		return err
	}
	return written(w, "wrote", len(quads), "quads")
}

func (s *server) cayleyDelete(w http.ResponseWriter, r *http.Request) error {
	quads, err := bodyQuads(r)
	if err != nil {
		return err
	}
	n, err := s.graph.Delete(r.Context(), quads, false)
	if errors.Is(err, store.ErrNotFound) {
		return fail(http.StatusBadRequest, "%v", strings.Replace(err.Error(), store.ErrNotFound.Error(), "quad does not exist", 1))
	}
	if err != nil {
		return err
	}
	return written(w, "deleted", n, "quads")
}

func (s *server) cayleyDeleteNode(w http.ResponseWriter, r *http.Request) error {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return err
	}
	v, err := readValue(strings.TrimSpace(string(body)))
	if err != nil || len(bytes.TrimSpace(body)) == 0 {
		return fail(http.StatusBadRequest, "want one value, such as <urn:x:a>")
	}
	if err := s.graph.DeleteNode(r.Context(), v); errors.Is(err, store.ErrNotFound) {
		return fail(http.StatusBadRequest, "node does not exist")
	} else if err != nil {
		return err
	}
	return written(w, "deleted", 1, "nodes")
}

func (s *server) v1Write(w http.ResponseWriter, r *http.Request) error {
	quads, err := collect(r.Body, "json")
	if err != nil {
		return err
	}
	if _, err := s.graph.Load(r.Context(), format.All(quads)); err != nil {
		return err
	}
	return wrote(w, "wrote", len(quads))
}

func (s *server) v1Delete(w http.ResponseWriter, r *http.Request) error {
	quads, err := collect(r.Body, "json")
	if err != nil {
		return err
	}
	if _, err := s.graph.Delete(r.Context(), quads, true); err != nil {
		return err
	}
	return wrote(w, "deleted", len(quads))
}

func (s *server) v1WriteFile(w http.ResponseWriter, r *http.Request) error {
	file, _, err := r.FormFile("NQuadFile")
	if err != nil {
		return fail(http.StatusBadRequest, "want a form with the file NQuadFile")
	}
	defer file.Close()
	in := bufio.NewReader(file)
	var plain io.Reader = in
	if magic, _ := in.Peek(3); string(magic) == "BZh" {
		plain = http.MaxBytesReader(w, io.NopCloser(bzip2.NewReader(in)), longestDocument)
	}
	quads, err := collect(plain, "nquads")
	if err != nil {
		return err
	}
	if _, err := s.graph.Load(r.Context(), format.All(quads)); err != nil {
		return err
	}
	return wrote(w, "wrote", len(quads))
}

// bodyQuads reads the body in the format of its Content-Type. What curl says of data of which nothing is
// said is no format.
func bodyQuads(r *http.Request) ([]quad.Quad, error) {
	name := "nquads"
	media, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch media {
	case "", "text/plain", "application/octet-stream", "application/x-www-form-urlencoded":
	default:
		f, err := format.ByMediaType(media)
		if err != nil || f.Read == nil {
			return nil, fail(http.StatusUnsupportedMediaType, "quads are not read as %s", media)
		}
		name = f.Name
	}
	return collect(r.Body, name)
}

// collect reads all quads, so that either all are written or none.
func collect(in io.Reader, name string) ([]quad.Quad, error) {
	quads, err := format.Read(in, name)
	if err != nil {
		return nil, fail(http.StatusBadRequest, "%v", err)
	}
	var all []quad.Quad
	for q, err := range quads {
		var tooLong *http.MaxBytesError
		if errors.As(err, &tooLong) {
			return nil, err
		}
		if err != nil {
			return nil, fail(http.StatusBadRequest, "invalid quad at index %d. %v", len(all), err)
		}
		all = append(all, q)
	}
	return all, nil
}

func written(w http.ResponseWriter, did string, n int, what string) error {
	return reply(w, cayleyWritten{fmt.Sprintf("Successfully %s %d %s.", did, n, what), n})
}

func wrote(w http.ResponseWriter, did string, n int) error {
	return reply(w, cayleyWrote{fmt.Sprintf("Successfully %s %d quads.", did, n)})
}

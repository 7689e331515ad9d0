package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"net/http/httptest"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"sayso/graph/format"
)

const readToken, writeToken = "reader-0123456789", "writer-0123456789"

func tokens(t *testing.T) Tokens {
	t.Helper()
	known, err := readTokens(strings.NewReader("# who may\nread " + readToken + "\n\nwrite " + writeToken + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	return known
}

// TestTable makes sure that each route says all that is made of it.
func TestTable(t *testing.T) {
	for _, r := range newServer(nil, Options{}).table {
		switch {
		case r.does == "" || r.handle == nil:
			t.Errorf("%s %s does nothing", r.method, r.path)
		case r.method != http.MethodGet && r.method != http.MethodPost:
			t.Errorf("%s %s: no such method here", r.method, r.path)
		case r.policy.scope == "" || r.policy.shape == nil || r.policy.time <= 0:
			t.Errorf("%s has no policy", r.path)
		case r.body != nil && r.policy.body == 0:
			t.Errorf("%s takes a body of no length", r.path)
		case r.policy.cached && r.method != http.MethodGet:
			t.Errorf("%s %s: only GET is cached", r.method, r.path)
		case len(r.gives) == 0:
			t.Errorf("%s says not what it gives", r.path)
		case !strings.HasPrefix(r.example, "/"):
			t.Errorf("%s has no example", r.path)
		case strings.Contains(r.example, "\n\n") != (r.body != nil):
			t.Errorf("%s: body and example disagree", r.path)
		}
		for _, c := range r.gives {
			if c.media == jsonType && c.value == nil && r.path != "/openapi.json" {
				t.Errorf("%s has no schema", r.path)
			}
		}
		for _, name := range placeholders(r.path) {
			if !slices.ContainsFunc(r.takes, func(p param) bool { return p.name == name && p.required }) {
				t.Errorf("%s: {%s} is no parameter", r.path, name)
			}
		}
	}
}

func placeholders(path string) []string {
	var names []string
	for part := range strings.SplitSeq(path, "/") {
		if name, ok := strings.CutPrefix(part, "{"); ok && part != "{$}" {
			names = append(names, strings.TrimSuffix(name, "}"))
		}
	}
	return names
}

// example is the request of a route's example.
func (r route) request() *http.Request {
	request := httptest.NewRequest(r.method, r.exampleAddress(), strings.NewReader(r.exampleBody()))
	request.Host = "localhost:64210"
	if r.body != nil {
		request.Header.Set("Content-Type", r.body.media)
	}
	return request
}

func send(h http.Handler, r *http.Request, headers ...string) *httptest.ResponseRecorder {
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// TestExamples runs the example of each route, and holds what comes back against what the table says of it.
func TestExamples(t *testing.T) {
	g := live(t)
	handler := Handler(g, Options{Port: port, Tokens: tokens(t), Save: func(string, string, bool) error { return nil }})
	held := []quad.Quad{
		{Subject: quad.IRI("urn:x:a"), Predicate: quad.IRI("urn:x:b"), Object: quad.IRI("urn:x:c")},
	}
	for _, r := range newServer(g, Options{}).table {
		if _, err := g.Load(context.Background(), format.All(held)); err != nil {
			t.Fatal(err)
		}
		w := send(handler, r.request(), "Authorization", "Bearer "+writeToken)
		if problem := r.unlike(w); problem != "" {
			t.Errorf("%s %s: %s\n%d %s", r.method, r.example, problem, w.Code, w.Body)
		}
	}
}

// unlike is how an answer is not what the route gives.
func (r route) unlike(w *httptest.ResponseRecorder) string {
	media, _, _ := mime.ParseMediaType(w.Header().Get("Content-Type"))
	for _, c := range r.gives {
		base, _, _ := mime.ParseMediaType(c.media)
		if w.Code != max(c.status, http.StatusOK) || media != base && !strings.Contains(r.example, "format=") {
			continue
		}
		if c.value == nil || media != jsonType {
			return ""
		}
		d := json.NewDecoder(bytes.NewReader(w.Body.Bytes()))
		d.DisallowUnknownFields()
		if err := d.Decode(reflect.New(reflect.TypeOf(c.value)).Interface()); err != nil {
			return err.Error()
		}
		return ""
	}
	return "not what it gives"
}

// TestDoor tries the rules of the door on every route.
func TestDoor(t *testing.T) {
	g := live(t)
	handler := Handler(g, Options{Port: port, Tokens: tokens(t), Origins: []string{"https://friend.example"}})
	for _, r := range newServer(g, Options{}).table {
		t.Run(r.method+r.path, func(t *testing.T) {
			r.tryHeaders(t, handler)
			r.tryHosts(t, handler)
			r.tryOrigins(t, handler)
			r.tryMethods(t, handler)
			r.tryBody(t, handler)
			r.tryCache(t, handler)
		})
	}
}

func (r route) tryHeaders(t *testing.T, h http.Handler) {
	w := send(h, r.request())
	for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Access-Control-Allow-Origin": ""} {
		if got := w.Header().Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if !strings.Contains(w.Header().Get("Content-Security-Policy"), "frame-ancestors 'none'") {
		t.Error("may be framed")
	}
}

func (r route) tryHosts(t *testing.T, h http.Handler) {
	request := r.request()
	request.Host = "attacker.example:64210"
	w := send(h, request)
	r.wrong(t, w, http.StatusMisdirectedRequest)
}

// wrong makes sure that an error has its status and the shape of the route.
func (r route) wrong(t *testing.T, w *httptest.ResponseRecorder, status int) {
	t.Helper()
	if w.Code != status {
		t.Errorf("%d, want %d: %s", w.Code, status, w.Body)
		return
	}
	want, field := problemType, "detail"
	if strings.HasPrefix(r.path, "/api/v1/") || strings.HasPrefix(r.path, "/api/v2/") {
		want, field = jsonType, "error"
	}
	var body map[string]any
	if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil || body[field] == "" || w.Header().Get("Content-Type") != want {
		t.Errorf("%d comes as %s: %s", status, w.Header().Get("Content-Type"), w.Body)
	}
}

func (r route) tryOrigins(t *testing.T, h http.Handler) {
	w := send(h, r.request(), "Origin", "https://attacker.example", "Sec-Fetch-Site", "cross-site", "Authorization", "Bearer "+writeToken)
	if w.Header().Get("Access-Control-Allow-Origin") != "" {
		t.Error("lets another origin read")
	}
	if r.method == http.MethodPost {
		r.wrong(t, w, http.StatusForbidden)
	}
	request := httptest.NewRequest(http.MethodOptions, r.exampleAddress(), nil)
	request.Host = "localhost:64210"
	w = send(h, request, "Origin", "https://friend.example", "Access-Control-Request-Method", r.method)
	if got := w.Header().Get("Access-Control-Allow-Origin"); got != "https://friend.example" || w.Code != http.StatusNoContent {
		t.Errorf("a friend's preflight: %d, %q", w.Code, got)
	}
}

func (r route) tryMethods(t *testing.T, h http.Handler) {
	request := r.request()
	request.Method = http.MethodDelete
	w := send(h, request)
	if allow := w.Header().Get("Allow"); !strings.Contains(allow, r.method) {
		t.Errorf("Allow is %q", allow)
	}
	r.wrong(t, w, http.StatusMethodNotAllowed)
	if r.method == http.MethodGet && r.policy.scope != operator {
		request.Method = http.MethodHead
		if w := send(h, request); w.Code >= 300 {
			t.Errorf("HEAD: %d", w.Code)
		}
	}
}

// tryBody sends more than the route takes, plain and packed.
func (r route) tryBody(t *testing.T, h http.Handler) {
	if r.body == nil || r.policy.body > maxBody {
		return // a longer one is tried once, in TestBodies
	}
	long := strings.Repeat("\n", int(r.policy.body)+1)
	request := r.request()
	request.Body = io.NopCloser(strings.NewReader(long))
	r.wrong(t, send(h, request, "Authorization", "Bearer "+writeToken), http.StatusRequestEntityTooLarge)
	request = r.request()
	request.Body = io.NopCloser(strings.NewReader("x"))
	r.wrong(t, send(h, request, "Authorization", "Bearer "+writeToken, "Content-Encoding", "br"), http.StatusUnsupportedMediaType)
}

func (r route) tryCache(t *testing.T, h http.Handler) {
	w := send(h, r.request(), "Accept-Encoding", "gzip")
	tag := w.Header().Get("ETag")
	if !r.policy.cached {
		if tag != "" {
			t.Errorf("ETag %s", tag)
		}
		return
	}
	if again := send(h, r.request(), "If-None-Match", tag); tag == "" || again.Code != http.StatusNotModified || again.Body.Len() != 0 {
		t.Errorf("with ETag %s: %d", tag, again.Code)
	}
	if w.Header().Get("Content-Encoding") != "gzip" {
		t.Error("not packed")
		return
	}
	z, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(z)
	if want := send(h, r.request()).Body.String(); err != nil || string(plain) != want {
		t.Errorf("packed is not plain: %v", err)
	}
}

// TestScopes tries every route with each token, on a server for this machine alone and on an open one.
func TestScopes(t *testing.T) {
	g := live(t)
	local, closed := Options{Port: port, Tokens: tokens(t)}, Options{Port: port}
	far := local
	far.Open = true
	for _, c := range []struct {
		name    string
		options Options
		headers []string
		want    map[scope]int // 0: let in
	}{
		{"no tokens", closed, nil, map[scope]int{writer: 403, operator: 403}},
		{"none given", local, nil, map[scope]int{writer: 401, operator: 401}},
		{"none given from far", far, nil, map[scope]int{reader: 401, writer: 401, operator: 401}},
		{"unknown", far, []string{"Authorization", "Bearer guess-0123456789"}, map[scope]int{reader: 401, writer: 401, operator: 401}},
		{"reader", far, []string{"Authorization", "Bearer " + readToken}, map[scope]int{writer: 403}},
		{"writer", far, []string{"Authorization", "Bearer " + writeToken}, nil},
	} {
		handler := Handler(g, c.options)
		for _, r := range newServer(g, c.options).table {
			w := send(handler, r.request(), c.headers...)
			if want := c.want[r.policy.scope]; want != 0 {
				r.wrong(t, w, want)
			} else if w.Code == http.StatusUnauthorized || w.Code == http.StatusForbidden {
				t.Errorf("%s: %s %s: %d", c.name, r.method, r.path, w.Code)
			}
		}
	}
	request := httptest.NewRequest(http.MethodGet, "/metrics", nil)
	request.Host = "localhost:64210"
	request.SetBasicAuth("anybody", readToken)
	if w := send(Handler(g, far), request); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "sayso_graph_claims 3") {
		t.Errorf("a token as password: %d %s", w.Code, w.Body)
	}
}

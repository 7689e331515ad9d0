package web

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Handler answers requests for the graph.
func Handler(g Graph, o Options) http.Handler {
	s := newServer(g, o)
	s.scripts = newTurns(g.Scripts())
	origins := http.NewCrossOriginProtection()
	for _, origin := range o.Origins {
		// A flag that names no origin is refused before it comes here.
		_ = origins.AddTrustedOrigin(origin)
	}
	origins.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.shapeOf(r)(w, &failure{http.StatusForbidden, "a page of another origin may not ask for this"})
	}))
	return s.counted(headers(s.hosts(s.shared(origins.Handler(s.mux())))))
}

// CheckOrigin tells whether a text is an origin such as https://example.org.
func CheckOrigin(origin string) error {
	return http.NewCrossOriginProtection().AddTrustedOrigin(origin)
}

// mux leads to the routes, and where there is none says which methods the path has.
func (s *server) mux() *http.ServeMux {
	mux := http.NewServeMux()
	methods := map[string][]string{}
	for _, r := range s.table {
		mux.Handle(r.method+" "+r.path, s.guarded(r))
		methods[r.path] = append(methods[r.path], r.method)
	}
	for path, allowed := range methods {
		if slices.Contains(allowed, http.MethodGet) {
			allowed = append(allowed, http.MethodHead)
		}
		allow := strings.Join(allowed, ", ")
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Allow", allow)
			s.shapeOf(r)(w, &failure{http.StatusMethodNotAllowed, "this path takes " + allow})
		})
	}
	mux.HandleFunc("/", s.nowhere)
	return mux
}

// shapeOf is how the door says no: as Cayley does on Cayley's paths.
func (s *server) shapeOf(r *http.Request) shape {
	if strings.HasPrefix(r.URL.Path, "/api/v1/") || strings.HasPrefix(r.URL.Path, "/api/v2/") {
		return cayleyError
	}
	return problem
}

// guarded holds a request to the policy of its route, and gives its errors their shape.
func (s *server) guarded(r route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		a := &response{ResponseWriter: w, pause: r.policy.pause()}
		a.extend(r.policy.time + 15*time.Second)
		defer s.caught(a, request)
		ctx, cancel := r.policy.within(request.Context())
		defer cancel()
		request = request.WithContext(ctx)
		if err := s.answer(a, request, r); err != nil {
			s.say(request, err)
			if a.status != 0 {
				// The answer has begun, so that cutting it off is the only way to say so.
				panic(http.ErrAbortHandler)
			}
			s.refuse(a, r, failureOf(err))
		}
	})
}

func (s *server) answer(w *response, request *http.Request, r route) error {
	if err := s.options.admit(request, r.policy.scope); err != nil {
		return err
	}
	if err := r.knows(request.URL.Query()); err != nil {
		return err
	}
	if err := unpack(w, request, r.policy.body); err != nil {
		return err
	}
	if r.policy.cached && s.unchanged(w, request, r) {
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	if !strings.Contains(request.Header.Get("Accept-Encoding"), "gzip") || request.Method == http.MethodHead {
		return r.handle(w, request)
	}
	z := &packed{response: w, z: gzip.NewWriter(nil)}
	if err := r.handle(z, request); err != nil {
		return err
	}
	return z.close()
}

// refuse answers with an error, and says where a token goes or when to come back.
func (s *server) refuse(w http.ResponseWriter, r route, f *failure) {
	for _, name := range []string{"ETag", "Content-Encoding", "Link"} {
		w.Header().Del(name)
	}
	switch f.status {
	case http.StatusUnauthorized:
		w.Header().Set("WWW-Authenticate", `Bearer realm="sayso"`)
	case http.StatusServiceUnavailable:
		w.Header().Set("Retry-After", "1")
	}
	r.policy.shape(w, f)
}

// within ends what a route does when its time is over; a stream's ends when it stands still.
func (p policy) within(ctx context.Context) (context.Context, context.CancelFunc) {
	if p.stream {
		return context.WithCancel(ctx)
	}
	// A query says itself that its time is over, a little earlier.
	return context.WithTimeout(ctx, p.time+time.Second)
}

func (p policy) pause() time.Duration {
	if p.stream {
		return p.time
	}
	return 0
}

// caught ends a request that met a fault of ours without ending the program.
func (s *server) caught(w *response, r *http.Request) {
	fault := recover()
	if fault == nil {
		return
	}
	if err, ok := fault.(error); ok && errors.Is(err, http.ErrAbortHandler) {
		panic(http.ErrAbortHandler)
	}
	s.say(r, fmt.Errorf("fault: %v", fault))
	if w.status != 0 {
		panic(http.ErrAbortHandler)
	}
	s.shapeOf(r)(w, failureOf(errors.New("fault")))
}

// say logs what is wrong on our side, as one line.
func (s *server) say(r *http.Request, err error) {
	if s.options.Log != nil && failureOf(err).status == http.StatusInternalServerError && r.Context().Err() == nil {
		fmt.Fprintf(s.options.Log, "%s %q: %q\n", r.Method, r.URL.Path, err.Error())
	}
}

// headers says on every response that it is data: not to be sniffed, framed or referred to.
func headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
		next.ServeHTTP(w, r)
	})
}

// hosts refuses a request that names another host than ours. Without it a page whose name
// was rebound to this address could read the graph through its visitor's browser.
func (s *server) hosts(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.options.known(r.Host) {
			s.shapeOf(r)(w, &failure{http.StatusMisdirectedRequest, "this server does not answer for the host named"})
			return
		}
		next.ServeHTTP(w, r)
	})
}

// known accepts this machine's own names, the names given, and, where other machines reach it, any address:
// a page can be made to come from a name, but not from an address.
func (o Options) known(host string) bool {
	name, given, err := net.SplitHostPort(host)
	if err != nil {
		name, given = strings.Trim(host, "[]"), "80"
	}
	if given != strconv.Itoa(o.Port) {
		return slices.Contains(o.Hosts, host)
	}
	ip := net.ParseIP(name)
	return name == "localhost" || ip != nil && (ip.IsLoopback() || o.Open) || slices.Contains(o.Hosts, name) || slices.Contains(o.Hosts, host)
}

// shared lets pages of the origins given read the answers. No other origin is ever named.
func (s *server) shared(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Accept, Accept-Encoding, Authorization, Origin")
		origin := r.Header.Get("Origin")
		if origin == "" || !slices.Contains(s.options.Origins, origin) {
			next.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Access-Control-Allow-Origin", origin)
		w.Header().Set("Access-Control-Expose-Headers", "ETag, Link, X-Result-Truncated, X-Total-Count")
		if r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != "" {
			w.Header().Set("Access-Control-Allow-Methods", "GET, HEAD, POST")
			w.Header().Set("Access-Control-Allow-Headers", "Authorization, Content-Type, Content-Encoding, If-None-Match")
			w.WriteHeader(http.StatusNoContent)
			return
		}
		next.ServeHTTP(w, r)
	})
}

package web

import (
	"net"
	"net/http"
	"strconv"
)

// maxBody bounds the body of a request, as Cayley does.
const maxBody = 1 << 20

// Handler answers requests for the graph; port is the one it is served on.
func Handler(g Graph, port int) http.Handler {
	mux := http.NewServeMux()
	for _, r := range routes(g) {
		mux.Handle(r.pattern, r.handler)
	}
	return headers(hosts(port, http.NewCrossOriginProtection().Handler(bounded(mux))))
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
// was rebound to 127.0.0.1 could read the graph through its visitor's browser.
func hosts(port int, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, given, err := net.SplitHostPort(r.Host)
		if err != nil {
			host, given = r.Host, "80"
		}
		ip := net.ParseIP(host)
		if given != strconv.Itoa(port) || (host != "localhost" && (ip == nil || !ip.IsLoopback())) {
			problem(w, http.StatusMisdirectedRequest, "this server does not answer for the host named")
			return
		}
		next.ServeHTTP(w, r)
	})
}

func bounded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		next.ServeHTTP(w, r)
	})
}

package web

import (
	"bufio"
	"fmt"
	"maps"
	"net/http"
	"runtime/metrics"
	"slices"
	"strings"
	"sync"
	"time"
)

func (s *server) stateRoutes() []route {
	none := []content{{status: http.StatusNoContent, says: "it does"}}
	return []route{
		{method: "GET", path: "/healthz", does: "204 while the server runs", gives: none, policy: open, example: "/healthz", handle: healthy},
		{method: "GET", path: "/health", does: "204 while the server runs, as Cayley has it", gives: none, policy: open, example: "/health", handle: healthy},
		{method: "GET", path: "/readyz", does: "204 when the graph can be read", gives: none, policy: open, example: "/readyz", handle: s.ready},
		{method: "GET", path: "/metrics", does: "counters as Prometheus reads them; takes a token", policy: policy{scope: operator, shape: problem, time: Deadline},
			gives: []content{{media: metricsType, says: "counters"}}, example: "/metrics", handle: s.metrics},
	}
}

func healthy(w http.ResponseWriter, _ *http.Request) error {
	w.WriteHeader(http.StatusNoContent)
	return nil
}

func (s *server) ready(w http.ResponseWriter, r *http.Request) error {
	state, err := s.graph.Snapshot()
	if err != nil {
		return fail(http.StatusServiceUnavailable, "the graph cannot be read")
	}
	defer state.Close()
	return healthy(w, r)
}

const metricsType = "text/plain; version=0.0.4; charset=utf-8"

// counts are how many requests were answered, by path and status.
type counts struct {
	mu    sync.Mutex
	of    map[counted]int
	spent map[string]time.Duration
}

type counted struct {
	path   string
	status int
}

// counted counts requests by the path of the table: what a client makes up would have no end.
func (s *server) counted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a, start := &response{ResponseWriter: w}, time.Now()
		defer func() { s.counts.add(r.Pattern, a.status, time.Since(start)) }()
		next.ServeHTTP(a, r)
	})
}

func (c *counts) add(pattern string, status int, took time.Duration) {
	_, path, found := strings.Cut(pattern, " ")
	if !found {
		path = "other"
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.of == nil {
		c.of, c.spent = map[counted]int{}, map[string]time.Duration{}
	}
	c.of[counted{path, status}]++
	c.spent[path] += took
}

func (s *server) metrics(w http.ResponseWriter, _ *http.Request) error {
	stats, err := s.graph.Stats()
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", metricsType)
	b := bufio.NewWriter(w)
	for _, gauge := range []struct {
		name  string
		value int64
	}{
		{"articles", int64(stats.Articles)}, {"claims", int64(stats.Claims)}, {"entities", int64(stats.Entities)},
		{"relations", int64(stats.Relations)}, {"voices", int64(stats.Voices)}, {"quads", stats.Quads},
		{"bytes", stats.Bytes}, {"version", int64(s.graph.Version())},
	} {
		fmt.Fprintf(b, "# TYPE sayso_graph_%s gauge\nsayso_graph_%[1]s %d\n", gauge.name, gauge.value)
	}
	process(b)
	s.counts.write(b)
	return b.Flush()
}

// process says what this process has of the machine, which must not grow with the hours.
func process(b *bufio.Writer) {
	gauges := []struct{ name, of string }{
		{"go_goroutines", "/sched/goroutines:goroutines"},
		{"go_memory_heap_bytes", "/memory/classes/heap/objects:bytes"},
		{"go_memory_total_bytes", "/memory/classes/total:bytes"},
	}
	for _, g := range gauges {
		sample := []metrics.Sample{{Name: g.of}}
		metrics.Read(sample)
		fmt.Fprintf(b, "# TYPE %s gauge\n%[1]s %d\n", g.name, sample[0].Value.Uint64())
	}
}

func (c *counts) write(b *bufio.Writer) {
	c.mu.Lock()
	defer c.mu.Unlock()
	fmt.Fprintln(b, "# TYPE sayso_requests_total counter")
	for _, k := range slices.SortedFunc(maps.Keys(c.of), func(a, b counted) int {
		return strings.Compare(fmt.Sprint(a.path, a.status), fmt.Sprint(b.path, b.status))
	}) {
		fmt.Fprintf(b, "sayso_requests_total{path=%q,status=\"%d\"} %d\n", k.path, k.status, c.of[k])
	}
	fmt.Fprintln(b, "# TYPE sayso_request_seconds_total counter")
	for _, path := range slices.Sorted(maps.Keys(c.spent)) {
		fmt.Fprintf(b, "sayso_request_seconds_total{path=%q} %.3f\n", path, c.spent[path].Seconds())
	}
}

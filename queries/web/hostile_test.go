package web

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/tools/txtar"
)

const (
	hostileTime = 150 * time.Millisecond
	// hostilePatience tells what has ended from what runs on, however busy the machine; BenchmarkHostile tells how fast.
	hostilePatience = 8 * time.Second
	hostileMemory   = 32 << 20
	honestScript    = `g.V("Ida Berg").out("signed").all()`
)

// TestHostile sends every script of hostile.txt: none goes unanswered, none costs memory or the next query.
func TestHostile(t *testing.T) {
	graph := live(t)
	handler := Handler(graph, Options{Port: port})
	scripts := hostileScripts(t)
	before := heap()
	for _, script := range scripts {
		t.Run(script.Name, func(t *testing.T) {
			graph.Longest = hostileTime
			began := time.Now()
			code, body := query(handler, string(script.Data))
			if took := time.Since(began); took > hostilePatience {
				t.Errorf("took %v", took)
			}
			if code >= 500 || !strings.HasPrefix(body, "{") {
				t.Errorf("answered %d %.100q", code, body)
			}
			graph.Longest = 0
			if code, body := query(handler, honestScript); code != http.StatusOK || !strings.Contains(body, "letter") {
				t.Errorf("an honest query after it: %d %s", code, body)
			}
		})
	}
	if after := heap(); after > before+hostileMemory {
		t.Errorf("the server holds %d MB more than before", (after-before)>>20)
	}
}

// BenchmarkHostile sends every script once an iteration. It reports by how much the slowest was late, and by how much the
// server's memory grew at most.
func BenchmarkHostile(b *testing.B) {
	graph := live(b)
	graph.Longest = 500 * time.Millisecond
	handler := Handler(graph, Options{Port: port})
	scripts := hostileScripts(b)
	query(handler, honestScript)
	before, most, late := heap(), uint64(0), time.Duration(0)
	for b.Loop() {
		for _, script := range scripts {
			began := time.Now()
			query(handler, string(script.Data))
			late = max(late, time.Since(began)-500*time.Millisecond)
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapInuse)
		}
	}
	b.ReportMetric(float64(len(scripts)), "scripts")
	b.ReportMetric(float64(late.Milliseconds()), "ms-late")
	b.ReportMetric(float64(max(most, before)-before)/(1<<20), "MB-more")
}

// BenchmarkHonestBesideHostile asks honestly, an iteration a query, while four clients send endless loops.
func BenchmarkHonestBesideHostile(b *testing.B) {
	handler := Handler(liveOf(b, 12), Options{Port: port})
	ctx, stop := context.WithCancel(b.Context())
	var hostile sync.WaitGroup
	for range 4 {
		hostile.Go(func() {
			for ctx.Err() == nil {
				r := request(`while (true) {}`).WithContext(ctx)
				handler.ServeHTTP(httptest.NewRecorder(), r)
			}
		})
	}
	time.Sleep(time.Second)
	var took []time.Duration
	for b.Loop() {
		began := time.Now()
		if code, body := query(handler, honestScript); code != http.StatusOK {
			b.Fatalf("%d %s", code, body)
		}
		took = append(took, time.Since(began))
	}
	stop()
	hostile.Wait()
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
}

func hostileScripts(t testing.TB) []txtar.File {
	t.Helper()
	text, err := os.ReadFile("testdata/hostile.txt")
	if err != nil {
		t.Fatal(err)
	}
	scripts := txtar.Parse(text).Files
	if len(scripts) < 60 {
		t.Fatalf("%d hostile scripts", len(scripts))
	}
	return scripts
}

func request(script string) *http.Request {
	r := httptest.NewRequest(http.MethodPost, "/api/v2/query?lang=gizmo", strings.NewReader(script))
	r.Host = fmt.Sprintf("127.0.0.1:%d", port)
	return r
}

func query(h http.Handler, script string) (code int, body string) {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, request(script))
	return w.Code, w.Body.String()
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapInuse
}

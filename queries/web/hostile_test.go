package web

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/tools/txtar"
)

const (
	// hostilePatience tells what has ended from what runs on, however busy the machine; BenchmarkHostile tells how fast.
	hostilePatience = 8 * time.Second
	honestScript    = `g.V("Ida Berg").out("signed").all()`
)

// TestHostile sends every script of hostile.txt: none goes unanswered, none costs memory or the next query.
func TestHostile(t *testing.T) {
	s := served(t, 150*time.Millisecond)
	before := s.memory(t)
	for _, script := range hostileScripts(t) {
		t.Run(script.Name, func(t *testing.T) {
			began := time.Now()
			code, body := s.query(t, string(script.Data))
			if took := time.Since(began); took > hostilePatience {
				t.Errorf("took %v", took)
			}
			if code >= 500 || !strings.HasPrefix(body, "{") {
				t.Errorf("answered %d %.100q", code, body)
			}
			if code, body := s.honest(t); code != http.StatusOK || !strings.Contains(body, "letter") {
				t.Errorf("an honest query after it: %d %s", code, body)
			}
		})
	}
	if more := s.memory(t).less(before); more.resident > hostileMemory {
		t.Errorf("the server took up to %v MB more than before", more)
	}
}

// honest asks until it is answered: on a busy machine the time of these tests may be over before a query has begun.
func (s *host) honest(t testing.TB) (code int, body string) {
	for range 20 {
		if code, body = s.query(t, honestScript); code == http.StatusOK {
			break
		}
	}
	return code, body
}

// BenchmarkHostile sends every script once an iteration. It reports by how much the slowest was late, and by how much the
// server's memory grew at most: what is resident, and its heap.
func BenchmarkHostile(b *testing.B) {
	const longest = 500 * time.Millisecond
	s := served(b, longest)
	scripts := hostileScripts(b)
	for range 100 {
		s.honest(b)
	}
	before, late := s.memory(b), time.Duration(0)
	var more size
	for b.Loop() {
		for _, script := range scripts {
			began := time.Now()
			s.query(b, string(script.Data))
			late = max(late, time.Since(began)-longest)
			now := s.memory(b).less(before)
			more = size{max(more.resident, now.resident), max(more.heap, now.heap)}
		}
	}
	b.ReportMetric(float64(len(scripts)), "scripts")
	b.ReportMetric(float64(late.Milliseconds()), "ms-late")
	b.ReportMetric(more.resident, "MB-resident")
	b.ReportMetric(more.heap, "MB-heap")
}

// TestHonestBesideHostile asks honestly while four others send every hostile script they have.
func TestHonestBesideHostile(t *testing.T) {
	s := served(t, Deadline)
	stop := make(chan struct{})
	var hostile, honest sync.WaitGroup
	scripts := hostileScripts(t)
	for i := range 4 {
		c := s.from(t, 2)
		hostile.Go(func() {
			for n := i * len(scripts) / 4; ; n++ {
				select {
				case <-stop:
					return
				default:
					c.query(t, string(scripts[n%len(scripts)].Data))
				}
			}
		})
	}
	took := make([][]time.Duration, 4)
	for i := range took {
		c := s.from(t, 3)
		honest.Go(func() { took[i] = c.askHonestly(t, besideHostile) })
	}
	honest.Wait()
	close(stop)
	s.stop()
	hostile.Wait()
	all := slices.Concat(took...)
	slices.Sort(all)
	p99 := all[len(all)*99/100]
	t.Logf("%d honest requests in %v: p50 %v, p99 %v, slowest %v", len(all), besideHostile, all[len(all)/2], p99, all[len(all)-1])
	if timed && p99 > 250*time.Millisecond {
		t.Errorf("p99 is %v", p99)
	}
}

// askHonestly asks what people and programs ask, with a short pause after each answer.
func (s *host) askHonestly(t testing.TB, most time.Duration) (took []time.Duration) {
	honest := []func() (int, string){
		func() (int, string) { return s.query(t, honestScript) },
		func() (int, string) {
			return s.query(t, `g.V("Ida Berg").out().forEach(function (r) { g.emit(r.id) })`)
		},
		func() (int, string) { return s.query(t, `g.V("plan").in().count()`) },
		func() (int, string) { return s.get(t, "/q/who_did_what.json?who=Ida+Berg") },
		func() (int, string) {
			return s.get(t, "/api/sayso/v1/ask?q="+url.QueryEscape("What did Ida Berg sign?"))
		},
	}
	for end, n := time.Now().Add(most), 0; time.Now().Before(end); n++ {
		began := time.Now()
		if code, body := honest[n%len(honest)](); code != http.StatusOK {
			t.Errorf("answered %d %s", code, body)
		}
		took = append(took, time.Since(began))
		time.Sleep(5 * time.Millisecond)
	}
	return took
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

func (s *host) query(t testing.TB, script string) (code int, body string) {
	return s.answer(t, func() (*http.Response, error) {
		return s.client.Post(s.address+"/api/v2/query?lang=gizmo", "text/plain", strings.NewReader(script))
	})
}

func (s *host) get(t testing.TB, path string) (code int, body string) {
	return s.answer(t, func() (*http.Response, error) { return s.client.Get(s.address + path) })
}

func (s *host) answer(t testing.TB, send func() (*http.Response, error)) (code int, body string) {
	r, err := send()
	if err == nil {
		defer r.Body.Close()
		var text []byte
		if text, err = io.ReadAll(r.Body); err == nil {
			return r.StatusCode, string(text)
		}
	}
	if !s.ended.Load() {
		t.Error(err)
	}
	return 0, ""
}

// from is a client of the same server at another address of this machine, where it has more than one.
func (s *host) from(t testing.TB, n byte) *host {
	address := &net.TCPAddr{IP: net.IPv4(127, 0, 0, n)}
	if l, err := net.Listen("tcp", fmt.Sprintf("%v:0", address.IP)); err != nil {
		return s
	} else if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	other := s.copy()
	other.client = &http.Client{Transport: &http.Transport{DialContext: (&net.Dialer{LocalAddr: address}).DialContext}}
	return other
}

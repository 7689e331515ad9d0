package main

import (
	"context"
	"flag"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

var soakFor = flag.Duration("soak", soakTime, "how long TestSoak asks one server")

// soakCalls are made in turn, again and again: what people do, what programs do, and what goes wrong.
var soakCalls = []call{
	{path: "/", header: [2]string{"Accept", "text/html"}},
	{path: "/api/v2/query?lang=gizmo", body: `g.V().has("rdfs:label", "Marco Rubio").all()`},
	{path: "/api/v2/write", body: soakQuads},
	{path: "/sparql?query=SELECT+%2A+WHERE+%7B+%3Fs+rdfs%3Alabel+%3Fo+%7D+LIMIT+20"},
	{path: "/api/sayso/v1/ask?q=Who+led+the+Jeddah+talks"},
	{path: "/api/sayso/v1/export?format=gexf"},
	{path: "/api/v2/delete", body: soakQuads},
	{path: "/api/sayso/v1/entity?name=Rubio"},
	{path: "/api/sayso/v1/claims?relation=say&facets=true"},
	{path: "/api/v2/query?lang=gizmo", body: `g.V().forEach(function (v) { throw v })`, status: http.StatusBadRequest},
	{path: "/api/sayso/v1/export?format=jsonld", header: [2]string{"Accept-Encoding", "gzip"}},
	{path: "/api/v2/query?lang=gizmo", body: `g.V(`, status: http.StatusBadRequest},
	{path: "/api/sayso/v1/ask?q=Where+did+Rubio+meet+Zelensky"},
	{path: "/q/who_did_what.csv?who=Marco+Rubio"},
	{path: "/assets/app.js"},
	{path: "/api/sayso/v1/stats", header: [2]string{"Host", "attacker.example"}, status: http.StatusMisdirectedRequest},
	{path: "/api/v2/write", body: soakQuads, header: [2]string{"Authorization", "Bearer nobody"}, status: http.StatusUnauthorized},
	{path: "/api/sayso/v1/complete?q=ru"},
	{path: "/api/sayso/v1/article?id=003"},
	{path: "/api/sayso/v1/graph?entity=Marco+Rubio&depth=2"},
	{path: "/sparql?query=SELECT+%3Fp+%28COUNT%28%2A%29+AS+%3Fn%29+WHERE+%7B+%3Fs+%3Fp+%3Fo+%7D+GROUP+BY+%3Fp"},
	{path: "/api/sayso/v1/conflicts?entity=Rubio"},
	{path: "/nowhere", status: http.StatusNotFound},
}

const soakQuads = "<urn:x:soak> <urn:x:p> \"o\" <urn:x:g> .\n<urn:x:soak> <urn:x:p> <urn:x:o> <urn:x:g> .\n"

// load is what a server has of the machine.
type load struct{ resident, heap, goroutines, descriptors int }

// TestSoak asks one server for hours: what it has of the machine does not grow, and once it is left alone it has no
// more open than before.
func TestSoak(t *testing.T) {
	s := serveArticles(t, "../../data/articles")
	client := &http.Client{Timeout: 30 * time.Second}
	for range 2 {
		s.soak(t, client, time.Now().Add(time.Duration(len(soakCalls))*soakTurn))
	}
	before := s.idle(t, client)
	t.Logf("%d calls and a backup in turn; before: %+v", len(soakCalls), before)

	var series []load
	start := time.Now()
	for minute := 1; time.Since(start) < *soakFor; minute++ {
		made := s.soak(t, client, start.Add(min(*soakFor, time.Duration(minute)*time.Minute)))
		series = append(series, s.load(t, client))
		t.Logf("minute %d: %d calls, %+v", minute, made, series[minute-1])
	}
	after := s.idle(t, client)
	t.Logf("after: %+v", after)
	if after.goroutines > before.goroutines+soakSlack || after.descriptors > before.descriptors+soakSlack {
		t.Errorf("left alone it has %+v, before it had %+v", after, before)
	}
	if late := series[min(len(series), 30):]; len(late) >= 30 {
		memory := slope(late)
		t.Logf("memory grows by %.2f %% an hour after the first half hour", 100*memory)
		if memory >= 0.05 {
			t.Errorf("memory grows by %.2f %% an hour", 100*memory)
		}
	}
	s.stop(t)
}

// soakSlack is for a table that Pebble has open or a worker that is being replaced.
const soakSlack = 6

// soak calls in turn until then, makes a backup, and tells how many calls it made.
func (s *served) soak(t *testing.T, client *http.Client, until time.Time) (made int) {
	t.Helper()
	pace := time.NewTicker(soakTurn)
	defer pace.Stop()
	for time.Now().Before(until) {
		c := soakCalls[made%len(soakCalls)]
		status, body, err := c.do(client, s.url)
		if err != nil || status != max(c.status, http.StatusOK) {
			t.Errorf("%s: %d %v %.200s", c.path, status, err, body)
		}
		if made++; made%len(soakCalls) == 0 {
			s.leave(t, client)
		}
		<-pace.C
	}
	file := filepath.Join(filepath.Dir(s.dir), "soak.backup")
	if out, err := exec.Command("sayso", "backup", file, "--store", s.dir).CombinedOutput(); err != nil {
		t.Errorf("backup: %v\n%s", err, out)
	}
	return made
}

// leave asks what has no end, and goes away.
func (s *served) leave(t *testing.T, client *http.Client) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	r, err := call{path: "/api/v2/query?lang=gizmo", body: `while (true) {}`}.request(s.url)
	if err != nil {
		t.Fatal(err)
	}
	if response, err := client.Do(r.WithContext(ctx)); err == nil {
		response.Body.Close()
		t.Error("an endless query was answered")
	}
}

// idle is what the server has once nobody asks.
func (s *served) idle(t *testing.T, client *http.Client) load {
	client.CloseIdleConnections()
	time.Sleep(2 * time.Second)
	return s.load(t, client)
}

var gauge = regexp.MustCompile(`(?m)^(go_goroutines|go_memory_heap_bytes) (\d+)$`)

func (s *served) load(t *testing.T, client *http.Client) (l load) {
	t.Helper()
	_, text, err := call{path: "/metrics"}.do(client, s.url)
	values := gauge.FindAllStringSubmatch(text, -1)
	if err != nil || len(values) != 2 {
		t.Fatalf("metrics: %v %s", err, text)
	}
	for _, v := range values {
		n, _ := strconv.Atoi(v[2])
		if v[1] == "go_goroutines" {
			l.goroutines = n
		} else {
			l.heap = n
		}
	}
	at := fmt.Sprintf("/proc/%d/", s.process.Process.Pid)
	descriptors, err := os.ReadDir(at + "fd")
	if err != nil {
		t.Fatal(err)
	}
	pages, err := os.ReadFile(at + "statm")
	if err != nil {
		t.Fatal(err)
	}
	fmt.Sscan(strings.Fields(string(pages))[1], &l.resident)
	l.resident *= os.Getpagesize()
	l.descriptors = len(descriptors)
	return l
}

// slope is by which part of itself resident memory grows in an hour: the line of least squares through one load a minute.
func slope(series []load) float64 {
	n := float64(len(series))
	var x, y, xx, xy float64
	for i, l := range series {
		a, b := float64(i), float64(l.resident)
		x, y, xx, xy = x+a, y+b, xx+a*a, xy+a*b
	}
	return 60 * (n*xy - x*y) / (n*xx - x*x) / (y / n)
}

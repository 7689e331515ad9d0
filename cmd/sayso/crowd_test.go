package main

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// point are queries as programs send them by the thousand: little to read, little to answer.
var point = []call{
	{path: "/api/v2/query?lang=gizmo", body: `g.V().has("rdfs:label", "Marco Rubio").getLimit(1)`},
	{path: "/sparql?query=SELECT+%2A+WHERE+%7B+%3Fs+rdfs%3Alabel+%22Marco+Rubio%22+%7D"},
	{path: "/api/sayso/v1/claims?entity=Marco+Rubio&limit=1"},
	{path: "/api/v2/read?sub=%3Ce:Marco_Rubio%3E&limit=1"},
}

// A crowd of clients with point queries is answered, each client every time.
func TestCrowd(t *testing.T) {
	const clients = 64
	s := serveArticles(t, "../../data/articles/003.txt")
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: clients}, Timeout: 30 * time.Second}
	took := make([][]time.Duration, clients)
	until := time.Now().Add(crowdTime)
	var all sync.WaitGroup
	for i := range clients {
		all.Go(func() {
			for n := i; n < i+len(point) || time.Now().Before(until); n++ {
				c, begun := point[n%len(point)], time.Now()
				status, body, err := c.do(client, s.url)
				if err != nil || status != http.StatusOK || len(body) < 20 {
					t.Errorf("%s: %d %v %.200s", c.path, status, err, body)
				}
				took[i] = append(took[i], time.Since(begun))
			}
		})
	}
	all.Wait()
	each := slices.Sorted(slices.Values(slices.Concat(took...)))
	t.Logf("%d clients, %d queries in %v: half within %v, 99 of 100 within %v, all within %v",
		clients, len(each), crowdTime, each[len(each)/2], each[len(each)*99/100], each[len(each)-1])
	s.stop(t)
}

// A server that is told to stop while clients write keeps what it has acknowledged, and ends in time.
func TestStopUnderClients(t *testing.T) {
	const clients = 20
	s := serveArticles(t, "../../data/articles/003.txt")
	told := make([][]string, clients)
	var all sync.WaitGroup
	for i := range clients {
		all.Go(func() {
			for n := 0; ; n++ {
				line := fmt.Sprintf("<urn:x:client%d> <urn:x:wrote> <urn:x:%d> <urn:x:g> .", i, n)
				status, body, err := call{path: "/api/v2/write", body: line + "\n"}.do(http.DefaultClient, s.url)
				if err != nil {
					return // it takes no more
				}
				if status != http.StatusOK {
					t.Errorf("%d %s", status, body)
				}
				told[i] = append(told[i], line)
			}
		})
	}
	time.Sleep(500 * time.Millisecond)
	s.stop(t)
	all.Wait()
	out, _ := typing(t, exitOK, "export", "--store", s.dir)
	for _, line := range slices.Concat(told...) {
		if !strings.Contains(out, line+"\n") {
			t.Errorf("acknowledged, and gone: %s", line)
		}
	}
	t.Logf("%d writes acknowledged", len(slices.Concat(told...)))
}

package main

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"sayso/graph/store"
)

func TestPublicAddresses(t *testing.T) {
	for address, want := range map[string]bool{
		"93.184.216.34": true, "2606:2800:220:1::1": true, "127.0.0.1": false, "127.8.8.8": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false,
		"169.254.169.254": false, "100.64.0.1": false, "0.0.0.0": false, "255.255.255.255": false, "224.0.0.1": false, "198.18.0.1": false, "192.0.2.7": false, "240.0.0.1": false,
		"::1": false, "::": false, "fe80::1%eth0": false, "fd00::1": false, "fec0::1": false, "ff02::1": false, "::ffff:127.0.0.1": false, "::ffff:10.0.0.1": false,
		"64:ff9b::7f00:1": false, "2002:7f00:1::": false, "2001::1": false, "2001:db8::1": false,
	} {
		if got := public(netip.MustParseAddr(address)); got != want {
			t.Errorf("%s: %v", address, got)
		}
	}
}

func TestRobots(t *testing.T) {
	text := "User-agent: other\nDisallow: /\n\nUser-agent: Sayso\nUser-agent: friend\nDisallow: /private\nAllow: /private/open\nDisallow: /*.pdf$\nCrawl-delay: 3 # seconds\n\nUser-agent: *\nDisallow: /all\n"
	ours, everybodys := readRobots([]byte(text)), readRobots([]byte(strings.Replace(text, "Sayso", "none", 1)))
	if ours.delay != 3*time.Second {
		t.Errorf("delay %v", ours.delay)
	}
	for _, c := range []struct {
		rules *robots
		path  string
		want  bool
	}{
		{ours, "/", true}, {ours, "/private/x", false}, {ours, "/private/open/x", true}, {ours, "/a.pdf", false}, {ours, "/a.pdfx", true}, {ours, "/all", true},
		{everybodys, "/all/x", false}, {everybodys, "/private", true}, {&robots{}, "/x", true}, {&robots{none: true}, "/x", false},
		{readRobots([]byte("User-agent: *\nDisallow:\n")), "/x", true}, {readRobots([]byte("User-agent: *\nDisallow: /?q=\n")), "/?q=1", false},
	} {
		u, err := url.Parse("https://courier.example" + c.path)
		if err != nil {
			t.Fatal(err)
		}
		if got := c.rules.allow(u); got != c.want {
			t.Errorf("%s: %v", c.path, got)
		}
	}
}

const newsPage = `<html lang="en"><head><title>Harbour reopens after storm</title><meta property="article:published_time" content="2026-03-04T08:00:00Z"></head>
<body><article><h1>Harbour reopens after storm</h1><p>Governor Anna Lindqvist reopened the harbour of Malmo on Tuesday, a day after the storm had closed it for the ferries.</p>
<p>The mayor praised the crew of the ferry, who had kept the passengers safe in the night, and the council rejected the plan for a new bridge.</p>
<p>The ferry company said that the boats would sail again on Wednesday, and that the harbour had lost two of its cranes in the storm.</p></article></body></html>`

// courier is a news site on this machine.
func courier(t *testing.T) *httptest.Server {
	mux := http.NewServeMux()
	site := httptest.NewServer(mux)
	t.Cleanup(site.Close)
	say := func(path, kind, text string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			if !strings.HasPrefix(r.UserAgent(), "sayso/") || r.Header.Get("Referer") != "" {
				t.Errorf("asked by %q, from %q", r.UserAgent(), r.Header.Get("Referer"))
			}
			w.Header().Set("Content-Type", kind)
			io.WriteString(w, text)
		})
	}
	say("/robots.txt", "text/plain", "User-agent: *\nDisallow: /secret\n")
	say("/harbour", "text/html", newsPage)
	say("/latin", "text/html; charset=iso-8859-1", strings.ReplaceAll(newsPage, "Malmo", "Malm\xf6"))
	say("/secret", "text/html", newsPage)
	say("/image", "image/png", "\x89PNG")
	say("/feed", "application/rss+xml", fmt.Sprintf(`<rss><channel><title>Courier</title><item><title>Harbour</title><link>%[1]s/harbour</link><description>Reopened.</description></item>
<item><title>Secret</title><link>%[1]s/secret</link><description>Not told.</description></item></channel></rss>`, site.URL))
	mux.Handle("/moved", http.RedirectHandler("/harbour", http.StatusFound))
	mux.Handle("/astray", http.RedirectHandler("/secret", http.StatusMovedPermanently))
	mux.Handle("/loop", http.RedirectHandler("/loop", http.StatusFound))
	mux.Handle("/file", http.RedirectHandler("file:///etc/passwd", http.StatusFound))
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		defer z.Close()
		zeros := make([]byte, 1<<20)
		for range 2 * largestPage >> 20 {
			if _, err := z.Write(zeros); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/slow", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	return site
}

func atOnce(private bool) *fetcher {
	f := newFetcher(context.Background(), private)
	f.between = 0
	return f
}

// What is fetched is what a browser would have shown, and nothing is fetched that should not be.
func TestFetch(t *testing.T) {
	site := courier(t)
	f := atOnce(true)
	f.client.Timeout = 5 * time.Second
	for address, want := range map[string]string{
		"/harbour": "", "/moved": "", "/none": "the server answers 404 Not Found", "/secret": "robots.txt of", "/loop": "more than 5 redirects", "/astray": "/secret: robots.txt of",
		"/file": "only http and https", "/bomb": "larger than 16 MiB",
	} {
		p, err := f.page(site.URL + address)
		switch {
		case want == "" && (err != nil || string(p.body) != newsPage || p.address != site.URL+"/harbour"):
			t.Errorf("%s: %v, %s", address, err, p.address)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%s: %v, want %s", address, err, want)
		}
	}
	f.client.Timeout = 50 * time.Millisecond
	if _, err := f.page(site.URL + "/slow"); err == nil {
		t.Error("waits for ever")
	}
	for address, want := range map[string]string{
		"ftp://courier.example/": "only http and https", "http://anna:secret@courier.example/": "with a password", "http:///x": "without a host",
	} {
		if _, err := f.page(address); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v", address, err)
		}
	}
}

// A redirect asks the host that it leads to, and holds to what that says of itself.
func TestFetchAsksWhereItIsLed(t *testing.T) {
	var asked []string
	there := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.Path)
		if r.URL.Path == "/robots.txt" {
			io.WriteString(w, "User-agent: *\nDisallow: /closed\n")
			return
		}
		io.WriteString(w, newsPage)
	}))
	defer there.Close()
	here := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		http.Redirect(w, r, there.URL+r.URL.Path, http.StatusFound)
	}))
	defer here.Close()
	f := atOnce(true)
	if p, err := f.page(here.URL + "/open"); err != nil || p.address != there.URL+"/open" {
		t.Errorf("open: %v, %s", err, p.address)
	}
	if _, err := f.page(here.URL + "/closed"); err == nil || !strings.Contains(err.Error(), there.URL+"/closed: robots.txt of") {
		t.Errorf("closed: %v", err)
	}
	if want := []string{"/robots.txt", "/open"}; !slices.Equal(asked, want) {
		t.Errorf("it was asked for %q, want %q", asked, want)
	}
	public := atOnce(false) // to which here is a machine of the public
	public.client.Transport.(*http.Transport).DialContext = (&net.Dialer{Control: func(network, address string, c syscall.RawConn) error {
		if "http://"+address == here.URL {
			return nil
		}
		return publicOnly(network, address, c)
	}}).DialContext
	if _, err := public.page(here.URL + "/open"); err == nil || !strings.Contains(err.Error(), "only --fetch-private goes there") || len(asked) != 2 {
		t.Errorf("led to a private address: %v, asked %q", err, asked)
	}
	for _, to := range []string{"http://user:secret@127.0.0.1/", "gopher://courier.example/"} {
		led := httptest.NewServer(http.RedirectHandler(to, http.StatusFound))
		if _, err := atOnce(true).page(led.URL); err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v", to, err)
		}
		led.Close()
	}
}

// An address of this machine is refused when it is dialled, however it is spelt and whoever leads there.
func TestFetchStaysOutside(t *testing.T) {
	site := courier(t)
	port := site.URL[strings.LastIndexByte(site.URL, ':'):]
	for _, host := range []string{"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "0.0.0.0"} {
		if _, err := atOnce(false).page("http://" + host + port + "/harbour"); err == nil {
			t.Errorf("%s is fetched", host)
		}
	}
	if _, err := atOnce(false).page(site.URL); err == nil || !strings.Contains(err.Error(), "only --fetch-private goes there") {
		t.Errorf("got %v", err)
	}
	f := atOnce(true)
	for i := range mostOfHost + 1 {
		_, err := f.page(site.URL + "/harbour")
		if (err != nil) != (i == mostOfHost) {
			t.Errorf("page %d: %v", i, err)
		}
	}
}

func TestBuildFetches(t *testing.T) {
	site := courier(t)
	var said strings.Builder
	p := &program{stderr: &said, jobs: 1}
	if _, err := p.sources([]string{site.URL}, ""); err == nil || !strings.Contains(err.Error(), "without --fetch") {
		t.Errorf("got %v", err)
	}
	p.fetcher = atOnce(true)
	found, err := p.sources([]string{site.URL + "/feed", site.URL + "/latin", site.URL + "/image"}, "")
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	tally, err := p.buildInto(context.Background(), s, found)
	if code := exitCode(err); code != exitSomeFailed || tally.read != 2 || tally.skipped != 1 {
		t.Fatalf("%v, %v: %s", err, tally, said.String())
	}
	articles, err := s.Articles()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range articles {
		got = append(got, strings.TrimPrefix(a.URL, site.URL)+" "+a.Title+" "+a.Published)
		if original, err := s.Original(a.ID); err != nil || !strings.Contains(string(original), "<article>") {
			t.Errorf("%s: %v, %.100q", a.ID, err, original)
		}
	}
	slices.Sort(got)
	if want := []string{"/harbour Harbour reopens after storm 2026-03-04", "/latin Harbour reopens after storm 2026-03-04"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	for _, want := range []string{"/secret: robots.txt of", "/image: no article: the server calls it image/png"} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("%q is not said: %s", want, said.String())
		}
	}
}

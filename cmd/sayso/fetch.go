package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"syscall"
	"time"
)

const (
	agent        = "sayso/" + release + " (reads news; obeys robots.txt)"
	largestPage  = 16 << 20 // bytes, unpacked
	longestFetch = 30 * time.Second
	mostHops     = 5
	mostOfHost   = 30 // pages in one run
	leastBetween = time.Second
)

// isAddress reports whether an argument is the address of a page.
func isAddress(arg string) bool {
	scheme, _, _ := strings.Cut(arg, "://")
	return strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https")
}

// fetcher gets pages, a few of each host and one after the other.
type fetcher struct {
	ctx     context.Context // ends with the command
	client  *http.Client
	between time.Duration

	mu    sync.Mutex
	hosts map[string]*host
}

// host is what a fetcher knows of one: scheme, name and port.
type host struct {
	mu     sync.Mutex
	robots *robots // nil until they are asked for
	last   time.Time
	pages  int
}

// capture is what an address gave.
type capture struct {
	address string // where it was found, after redirects
	kind    string // its Content-Type
	body    []byte
}

// newFetcher fetches until ctx ends, from private networks only if that is wanted.
func newFetcher(ctx context.Context, private bool) *fetcher {
	dialer := &net.Dialer{Timeout: 10 * time.Second}
	if !private {
		dialer.Control = publicOnly
	}
	return &fetcher{ctx: ctx, between: leastBetween, hosts: map[string]*host{}, client: &http.Client{
		Timeout:       longestFetch,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }, // follow does, and asks before
		Transport: &http.Transport{ // without a proxy: what it dials is not what we have checked
			DialContext: dialer.DialContext, TLSHandshakeTimeout: 10 * time.Second, ResponseHeaderTimeout: 20 * time.Second,
			MaxResponseHeaderBytes: 64 << 10, MaxIdleConnsPerHost: 1, IdleConnTimeout: 30 * time.Second, ForceAttemptHTTP2: true,
		},
	}}
}

// publicOnly looks at the address that is dialled, whatever name or redirect led there.
func publicOnly(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	if !public(at.Addr()) {
		return fmt.Errorf("%s is of this machine or of a private network: only --fetch-private goes there", at.Addr())
	}
	return nil
}

// reserved are the addresses that lead to no server of the public, or that hide another one (RFC 6890, 6052, 3056, 4380).
var reserved = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"), netip.MustParsePrefix("192.0.2.0/24"),
	netip.MustParsePrefix("192.88.99.0/24"), netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("198.51.100.0/24"), netip.MustParsePrefix("203.0.113.0/24"),
	netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("64:ff9b::/96"), netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("100::/64"),
	netip.MustParsePrefix("2001::/23"), netip.MustParsePrefix("2001:db8::/32"), netip.MustParsePrefix("2002::/16"), netip.MustParsePrefix("fec0::/10"),
}

func public(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if !a.IsGlobalUnicast() || a.IsPrivate() || a.IsLoopback() || a.IsLinkLocalUnicast() {
		return false
	}
	for _, p := range reserved {
		if p.Contains(a) {
			return false
		}
	}
	return true
}

func allowed(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return fmt.Errorf("%s: only http and https are fetched", u.Scheme)
	case u.User != nil:
		return errors.New("an address with a password in it is not fetched")
	case u.Hostname() == "":
		return errors.New("an address without a host")
	}
	return nil
}

// page fetches an address, when it is its host's turn and the host lets it. So does each host to which it leads.
func (f *fetcher) page(address string) (capture, error) { return follow(address, f.visit) }

// follow gets an address, or what it leads to.
func follow(address string, get func(*url.URL) (capture, error)) (capture, error) {
	u, err := url.Parse(address)
	for range mostHops + 1 {
		if err == nil {
			err = allowed(u)
		}
		if err != nil {
			return capture{}, err
		}
		u.Fragment = ""
		got, err := get(u)
		var moved *movedError
		switch {
		case errors.As(err, &moved):
			u = moved.to
		case err != nil && u.String() != address:
			return got, fmt.Errorf("it leads to %s: %w", u.Redacted(), err)
		default:
			return got, err
		}
	}
	return capture{}, fmt.Errorf("more than %d redirects", mostHops)
}

// visit gets one address, wherever that leads.
func (f *fetcher) visit(u *url.URL) (capture, error) {
	h := f.host(u)
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.robots == nil {
		var err error
		if h.robots, err = f.askRobots(u); err != nil {
			return capture{}, err
		}
	}
	if !h.robots.allow(u) {
		return capture{}, fmt.Errorf("robots.txt of %s does not let it be read", u.Host)
	}
	if h.pages++; h.pages > mostOfHost {
		return capture{}, fmt.Errorf("more than %d pages of %s in one run: run it again later", mostOfHost, u.Host)
	}
	if err := f.wait(h); err != nil {
		return capture{}, err
	}
	return f.get(u)
}

func (f *fetcher) host(u *url.URL) *host {
	f.mu.Lock()
	defer f.mu.Unlock()
	key := u.Scheme + "://" + u.Host
	if f.hosts[key] == nil {
		f.hosts[key] = &host{}
	}
	return f.hosts[key]
}

// wait lets a host rest between two pages.
func (f *fetcher) wait(h *host) error {
	rest := time.Until(h.last.Add(max(f.between, h.robots.delay)))
	select {
	case <-f.ctx.Done():
		return f.ctx.Err()
	case <-time.After(rest):
	}
	h.last = time.Now()
	return nil
}

// statusError is an answer that is no page.
type statusError struct{ code int }

func (e *statusError) Error() string {
	return fmt.Sprintf("the server answers %d %s", e.code, http.StatusText(e.code))
}

// movedError is an answer that leads elsewhere.
type movedError struct{ to *url.URL }

func (e *movedError) Error() string { return "it has moved to " + e.to.Redacted() }

func (f *fetcher) get(u *url.URL) (capture, error) {
	r, err := http.NewRequestWithContext(f.ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return capture{}, err
	}
	r.Header.Set("User-Agent", agent)
	r.Header.Set("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml, application/pdf, text/plain")
	r.Header.Set("Accept-Language", "en")
	w, err := f.client.Do(r)
	if err != nil {
		var failed *url.Error
		if errors.As(err, &failed) {
			err = failed.Err // the address stands before it already
		}
		return capture{}, err
	}
	defer w.Body.Close()
	if to, err := w.Location(); err == nil && w.StatusCode/100 == 3 {
		return capture{}, &movedError{to}
	}
	if w.StatusCode != http.StatusOK {
		return capture{}, &statusError{w.StatusCode}
	}
	body, err := io.ReadAll(io.LimitReader(w.Body, largestPage+1)) // as unpacked: a bomb is no larger
	if err == nil && len(body) > largestPage {
		err = fmt.Errorf("larger than %d MiB", largestPage>>20)
	}
	return capture{u.String(), w.Header.Get("Content-Type"), body}, err
}

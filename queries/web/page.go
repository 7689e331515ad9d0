package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
)

// page is which part of a list is asked for.
type page struct{ limit, offset int }

const (
	defaultPage = 100
	longestPage = 10_000
)

var pageParams = []param{
	{name: "limit", says: "how many at most; 100 where it is not given, 10000 at most", kind: number},
	{name: "offset", says: "how many to pass over", kind: number},
}

func pageOf(r *http.Request) (p page, err error) {
	if p.limit, err = positive(r, "limit", defaultPage); err != nil {
		return p, err
	}
	p.limit = min(p.limit, longestPage)
	p.offset, err = positive(r, "offset", 0)
	return p, err
}

func positive(r *http.Request, name string, unset int) (int, error) {
	given := r.URL.Query().Get(name)
	if given == "" {
		return unset, nil
	}
	n, err := strconv.Atoi(given)
	if err != nil || n < 0 {
		return 0, fail(http.StatusBadRequest, "%s is a number from 0", name)
	}
	return n, nil
}

// cut is the part of a list that a page holds. The headers tell how long the list is, and where it goes on.
func cut[T any](w http.ResponseWriter, r *http.Request, all []T, p page) []T {
	from := min(p.offset, len(all))
	to := min(from+p.limit, len(all))
	w.Header().Set("X-Total-Count", strconv.Itoa(len(all)))
	if to < len(all) && to > from {
		next := url.URL{Path: r.URL.Path}
		q := r.URL.Query()
		q.Set("offset", strconv.Itoa(to))
		q.Set("limit", strconv.Itoa(p.limit))
		next.RawQuery = q.Encode()
		w.Header().Add("Link", fmt.Sprintf(`<%s>; rel="next"`, next.String()))
	}
	if to < len(all) {
		w.Header().Set("X-Result-Truncated", "true")
	}
	return append([]T{}, all[from:to]...)
}

// readPage is the state of the graph and the page of it that a request asks for.
func (s *server) readPage(r *http.Request) (*state, page, error) {
	st, err := s.read(r.Context())
	if err != nil {
		return nil, page{}, err
	}
	p, err := pageOf(r)
	return st, p, err
}

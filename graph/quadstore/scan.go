package quadstore

import (
	"encoding/binary"
)

// pages walks a range of keys a page at a time, each twice as large as the one before. Nothing
// stays open between two pages, since Cayley does not close every iterator that it opens.
type pages struct {
	view *view
	rest span
	size int  // of the last page
	far  bool // each page is a round trip
	last bool
	err  error
}

const (
	firstPage   = 16
	largestPage = 1024

	// Where a page is a round trip, more is read ahead.
	farFirstPage   = 128
	farLargestPage = 16_384
)

// next calls fn with each pair of the next page, and tells whether there was one.
func (p *pages) next(fn func(key, value []byte)) bool {
	if p.last || p.err != nil {
		return false
	}
	read, end := 0, []byte(nil)
	p.err = p.view.read(func(s state) error {
		p.far = s.far()
		p.size = p.grown()
		more, err := s.page(p.rest, p.size, func(key, value []byte) {
			if read++; read == p.size {
				end = append(append(end, key...), 0)
			}
			fn(key, value)
		})
		p.last = !more
		return err
	})
	p.rest.lower = end
	return p.err == nil && read > 0
}

func (p *pages) grown() int {
	if p.far {
		return max(farFirstPage, min(2*p.size, farLargestPage))
	}
	return max(firstPage, min(2*p.size, largestPage))
}

// keys walks a range of keys with their values.
type keys struct {
	pages      pages
	bare       bool // without their values
	chunk      [][2][]byte
	key, value []byte
}

func newKeys(v *view, prefix []byte) *keys {
	return &keys{pages: pages{view: v, rest: span{prefix, after(prefix)}}}
}

func (c *keys) next() bool {
	if len(c.chunk) == 0 && !c.pages.next(c.hold) {
		return false
	}
	c.key, c.value = c.chunk[0][0], c.chunk[0][1]
	c.chunk = c.chunk[1:]
	return true
}

func (c *keys) hold(key, value []byte) {
	pair := [2][]byte{append([]byte{}, key...)}
	if !c.bare {
		pair[1] = append([]byte{}, value...)
	}
	c.chunk = append(c.chunk, pair)
}

// scan walks the quads that match a pattern, by the index that fits it best.
type scan struct {
	pattern pattern
	index   index
	pages   pages
	chunk   []link
	at      int
	link    link
}

func newScan(v *view, p pattern) *scan {
	x := best(p)
	return &scan{pattern: p, index: x, pages: pages{view: v, rest: x.span(p)}}
}

// best is the index in which the most of p's ids lead.
func best(p pattern) index {
	found := indexes[0]
	for _, x := range indexes[1:] {
		if x.depth(p) > found.depth(p) {
			found = x
		}
	}
	return found
}

// leads tells whether an index has all that matches p in one range.
func leads(p pattern) bool {
	bound := 0
	for _, n := range p {
		if n != anything {
			bound++
		}
	}
	return best(p).depth(p) == bound
}

func (s *scan) next() bool {
	for s.at == len(s.chunk) {
		s.chunk, s.at = s.chunk[:0], 0
		if !s.pages.next(s.hold) {
			return false
		}
		s.see()
	}
	s.link = s.chunk[s.at]
	s.at++
	return true
}

func (s *scan) hold(key, _ []byte) {
	if l := s.index.link(key); s.pattern.matches(l) {
		s.chunk = append(s.chunk, l)
	}
}

// see notes the ids of a page whose values would each be a round trip.
func (s *scan) see() {
	if s.pages.far {
		s.pages.view.seen.add(s.chunk)
	}
}

func (s *scan) err() error { return s.pages.err }

func nodeOf(key []byte) node { return node(binary.BigEndian.Uint64(key[1:])) }

package quadstore

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// IDs are the ids of a quad's subject, predicate, object and label, or, in a lookup, those
// wanted; 0 is no label. An id means the same value for ever.
type IDs [4]uint64

// AnyID stands in a lookup for whatever id.
const AnyID = uint64(anything)

// Order is the order in which one index keeps all quads.
type Order uint8

// The orders, named by what leads.
const (
	BySubject   Order = iota // then predicate, object, label
	ByObject                 // then predicate, subject, label
	ByPredicate              // then object, subject, label
	ByLabel                  // then subject, predicate, object
)

// Depth is how many of the ids that p gives lead in the order.
func (o Order) Depth(p IDs) int { return indexes[o].depth(p.pattern()) }

func (p IDs) pattern() pattern {
	return pattern{node(p[0]), node(p[1]), node(p[2]), node(p[3])}
}

// ID is the id of a value, 0 where no quad uses it.
func (s *Snapshot) ID(v quad.Value) (uint64, error) {
	n, err := s.lookup(v)
	return uint64(n), err
}

// Value is the value of an id, nil where no quad uses it.
func (s *Snapshot) Value(id uint64) (quad.Value, error) { return s.value(node(id)) }

// Count is how many quads match: exactly where they are few, else about.
func (s *Snapshot) Count(p IDs) (graph.Size, error) { return s.size(p.pattern()) }

// Cursor looks quads up by their ids, one lookup after the other, in room that it keeps.
// It is for one goroutine.
type Cursor struct {
	ctx  context.Context
	scan scan
	err  error
}

// Cursor starts with no lookup; its lookups end when ctx does.
func (s *Snapshot) Cursor(ctx context.Context) *Cursor {
	return &Cursor{ctx: ctx, scan: scan{pages: pages{view: &s.view, last: true}}}
}

// Seek starts a lookup of the quads that match p, in an order.
func (c *Cursor) Seek(o Order, p IDs) {
	c.seek(indexes[o], p.pattern(), nil)
}

// seek starts at a key of the range, at the first where that is nil.
func (c *Cursor) seek(x index, p pattern, from []byte) {
	s := &c.scan
	s.pattern, s.index, s.chunk, s.at = p, x, s.chunk[:0], 0
	rest := x.span(p)
	if from != nil {
		rest.lower = from
	}
	s.pages = pages{view: s.pages.view, rest: rest}
	c.err = nil
}

// Next gives the next quad that matches.
func (c *Cursor) Next() (IDs, bool) {
	s := &c.scan
	for s.at == len(s.chunk) {
		if c.err = c.ctx.Err(); c.err != nil {
			return IDs{}, false
		}
		s.chunk, s.at = s.chunk[:0], 0
		if !s.pages.next(s.hold) {
			return IDs{}, false
		}
		s.see()
	}
	l := s.chunk[s.at]
	s.at++
	return IDs{uint64(l[0]), uint64(l[1]), uint64(l[2]), uint64(l[3])}, true
}

// Labels calls yield with each label once, until it returns an error.
func (c *Cursor) Labels(yield func(label uint64) error) error {
	x := indexes[ByLabel]
	for from := node(1); ; {
		c.seek(x, everything(), x.span(everything().with(quad.Label, from)).lower)
		found, ok := c.Next()
		if !ok {
			return c.Err()
		}
		if err := yield(found[3]); err != nil {
			return err
		}
		from = node(found[3]) + 1
	}
}

// Err is what ended the lookup early.
func (c *Cursor) Err() error {
	if c.err != nil {
		return c.err
	}
	return c.scan.pages.view.qs.orDamage(c.scan.err())
}

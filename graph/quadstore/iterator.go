package quadstore

import (
	"context"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

var (
	_ graph.IteratorShape = (*links)(nil)
	_ graph.IteratorShape = (*allNodes)(nil)
)

// links is one index scan as Cayley plans it: the quads that match a pattern, or the
// node at one end of each, with the nodes at other ends saved under tags.
type links struct {
	view    *view
	pattern pattern
	result  quad.Direction // quad.Any: the quad itself
	save    map[quad.Direction][]string
	sized   sized
}

func (v *view) quads(p pattern) *links { return &links{view: v, pattern: p} }

func (l *links) String() string { return fmt.Sprintf("Links(%v)", l.result) }

// Iterate lists the results, one for each quad.
func (l *links) Iterate() graph.Scanner {
	return &linksScanner{linksAt: linksAt{links: l, scan: newScan(l.view, l.pattern)}}
}

// Lookup finds the quads behind one result.
func (l *links) Lookup() graph.Index {
	return &linksIndex{linksAt: linksAt{links: l}}
}

// Stats prices the scan for Cayley's planner.
func (l *links) Stats(ctx context.Context) (graph.IteratorCosts, error) {
	size, err := l.sized.of(l.view, l.pattern)
	costs := graph.IteratorCosts{ContainsCost: 1, NextCost: 1, Size: size}
	if l.result != quad.Any {
		costs.ContainsCost = 10 // a seek, where a quad is matched in memory
	}
	return costs, err
}

// Optimize leaves it as it is.
func (l *links) Optimize(ctx context.Context) (graph.IteratorShape, bool) { return l, false }

// SubIterators are none.
func (l *links) SubIterators() []graph.IteratorShape { return nil }

// complete tells whether a quad has a node wherever one is to be returned or
// saved: only a label may be missing.
func (l *links) complete(k link) bool {
	if k.at(quad.Label) != 0 {
		return true
	}
	return l.result != quad.Label && len(l.save[quad.Label]) == 0
}

// linksAt is the place that a scan has reached.
type linksAt struct {
	*links
	scan *scan
	at   link
	ok   bool
	err  error
}

// advance goes to the next quad. When there is none the last one stays, for Cayley asks for
// its tags again while it goes through the paths of another iterator.
func (a *linksAt) advance(ctx context.Context) bool {
	for a.err == nil && a.scan.next() {
		if a.err = ended(ctx); a.err != nil {
			return false
		}
		if a.complete(a.scan.link) {
			a.at, a.ok = a.scan.link, true
			return true
		}
	}
	if a.err == nil {
		a.err = a.scan.err()
	}
	return false
}

func ended(ctx context.Context) error {
	if ctx == nil { // Cayley's schema package passes none
		return nil
	}
	return ctx.Err()
}

// Result is the quad or node reached.
func (a *linksAt) Result() graph.Ref {
	switch {
	case !a.ok:
		return nil
	case a.result == quad.Any:
		return a.at
	}
	return a.at.at(a.result)
}

// TagResults adds the saved ends of the quad reached.
func (a *linksAt) TagResults(tags map[string]graph.Ref) {
	if !a.ok {
		return
	}
	for d, names := range a.save {
		for _, name := range names {
			tags[name] = a.at.at(d)
		}
	}
}

// Err is what ended the scan early, or damage met on the way.
func (a *linksAt) Err() error { return a.view.qs.orDamage(a.err) }

// Close has nothing to close: scans keep nothing open.
func (a *linksAt) Close() error { return nil }

type linksScanner struct{ linksAt }

// Next goes to the next quad.
func (s *linksScanner) Next(ctx context.Context) bool { return s.advance(ctx) }

// NextPath is false: each quad is a result of its own.
func (s *linksScanner) NextPath(context.Context) bool { return false }

type linksIndex struct {
	linksAt
	asked int
	held  map[node][]link // all that the pattern matches, by result
}

// Contains goes to the first quad behind a result.
func (x *linksIndex) Contains(ctx context.Context, ref graph.Ref) bool {
	x.ok, x.scan = false, nil
	if x.result == quad.Any {
		x.at, x.ok = ref.(link)
		x.ok = x.ok && x.pattern.matches(x.at) && x.complete(x.at)
		return x.ok
	}
	n, ok := x.view.node(ref)
	if !ok || x.pattern.bound(x.result) && x.pattern[x.result-1] != n {
		return false
	}
	if x.gathered(ctx) {
		x.scan = &scan{chunk: x.held[n], pages: pages{last: true}}
	} else {
		x.scan = newScan(x.view, x.pattern.with(x.result, n))
	}
	return x.advance(ctx)
}

const (
	fewAsked = 4
	mostHeld = 1 << 13
)

// gathered tells whether what the pattern matches is held. It is, unless that is much, once a few results have been
// asked for to which no index leads: those from a subject to an object are behind all that the subject has.
func (x *linksIndex) gathered(ctx context.Context) bool {
	if x.asked++; x.asked != fewAsked || leads(x.pattern.with(x.result, 1)) {
		return x.held != nil
	}
	held := map[node][]link{}
	s := newScan(x.view, x.pattern)
	for n := 0; s.next(); n++ {
		if n == mostHeld || ended(ctx) != nil {
			return false
		}
		held[s.link.at(x.result)] = append(held[s.link.at(x.result)], s.link)
	}
	if s.err() == nil {
		x.held = held
	}
	return x.held != nil
}

// NextPath goes to the next quad behind the same result.
func (x *linksIndex) NextPath(ctx context.Context) bool {
	return x.scan != nil && x.advance(ctx)
}

// allNodes is every value that a quad uses.
type allNodes struct{ view *view }

func (*allNodes) String() string { return "AllNodes" }

// Iterate lists the nodes in the order in which they were first used.
func (a *allNodes) Iterate() graph.Scanner {
	k := newKeys(a.view, []byte{valuePrefix})
	k.bare = true
	return &nodesScanner{nodeAt: nodeAt{view: a.view}, keys: k}
}

// Lookup tells whether a node is still in use.
func (a *allNodes) Lookup() graph.Index { return &nodesIndex{nodeAt{view: a.view}} }

// Stats prices the scan for Cayley's planner.
func (a *allNodes) Stats(ctx context.Context) (graph.IteratorCosts, error) {
	m, err := a.view.meta()
	return graph.IteratorCosts{ContainsCost: 1, NextCost: 1, Size: graph.Size{Size: m.nodes, Exact: true}}, err
}

// Optimize leaves it as it is.
func (a *allNodes) Optimize(context.Context) (graph.IteratorShape, bool) { return a, false }

// SubIterators are none.
func (*allNodes) SubIterators() []graph.IteratorShape { return nil }

// nodeAt is the node that a scan or lookup has reached, 0 for none.
type nodeAt struct {
	view *view
	at   node
	err  error
}

// Result is the node reached.
func (a *nodeAt) Result() graph.Ref {
	if a.at == 0 {
		return nil
	}
	return a.at
}

// TagResults adds nothing.
func (*nodeAt) TagResults(map[string]graph.Ref) {}

// NextPath is false: a node is reached in one way.
func (*nodeAt) NextPath(context.Context) bool { return false }

// Err is what ended the scan early, or damage met on the way.
func (a *nodeAt) Err() error { return a.view.qs.orDamage(a.err) }

// Close has nothing to close.
func (*nodeAt) Close() error { return nil }

func (*nodeAt) String() string { return "AllNodes" }

type nodesScanner struct {
	nodeAt
	keys *keys
}

// Next goes to the next node.
func (s *nodesScanner) Next(ctx context.Context) bool {
	s.at = 0
	if s.err = ended(ctx); s.err != nil {
		return false
	}
	if !s.keys.next() {
		s.err = s.keys.pages.err
		return false
	}
	s.at = nodeOf(s.keys.key)
	return true
}

type nodesIndex struct{ nodeAt }

// Contains tells whether quads use the node.
func (x *nodesIndex) Contains(ctx context.Context, ref graph.Ref) bool {
	x.at = 0
	n, ok := x.view.node(ref)
	if !ok {
		return false
	}
	value, err := x.view.get(valueKey(n))
	if x.err = err; value == nil {
		return false
	}
	x.at = n
	return true
}

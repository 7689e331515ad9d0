package queries

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// Graph is what queries run against; a snapshot, where one script must not see the
// graph change between its paths.
type Graph struct {
	Quads cayley.QuadStore
	Names Names // nil: a name stands only for itself
}

// Row is one way in which the graph fits a path: the node at its end as "id", and what its tags name.
type Row map[string]quad.Value

// EndOfPath is the name under which a row shows the node at the end of the path.
const EndOfPath = "id"

// Rows returns the first n rows of the path, and whether there are more.
func (g Graph) Rows(ctx context.Context, p *Path, n int) (rows []Row, more bool, err error) {
	err = g.Each(ctx, p, func(row Row) (bool, error) {
		if more = len(rows) == n; !more {
			rows = append(rows, row)
		}
		return !more, nil
	})
	return rows, more, err
}

// Each calls yield with each row of the path until it returns false or an error.
func (g Graph) Each(ctx context.Context, p *Path, yield func(Row) (bool, error)) error {
	return g.each(ctx, p, func(r *run, w walk) error {
		row, err := r.row(w)
		if err != nil {
			return err
		}
		more, err := yield(row)
		if err == nil && !more {
			return errEnough
		}
		return err
	})
}

// Count returns how many rows the path has.
func (g Graph) Count(ctx context.Context, p *Path) (n int64, err error) {
	err = g.each(ctx, p, func(*run, walk) error { n++; return nil })
	return n, err
}

// each calls yield for every way along the path. A fault in the store under it is
// an error of this query, not the end of the program.
func (g Graph) each(ctx context.Context, p *Path, yield func(*run, walk) error) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("run query: %v", fault)
		}
	}()
	if err := p.Validate(); err != nil {
		return err
	}
	r := &run{ctx: ctx, graph: g}
	err = r.walkAll(p, func(w walk) error {
		return r.settle(w, func(w walk) error { return yield(r, w) })
	})
	if errors.Is(err, context.DeadlineExceeded) {
		return LimitError{"the query took too long"}
	}
	return err
}

// row is what a walk shows.
func (r *run) row(w walk) (Row, error) {
	tags, nodes := []string{EndOfPath}, []cayley.Ref{w.node}
	for b := w.tags; b != nil; b = b.before {
		if !hidden(b.tag) && !slices.Contains(tags, b.tag) {
			tags, nodes = append(tags, b.tag), append(nodes, b.node)
		}
	}
	values, err := cayley.ValuesOf(r.ctx, r.graph.Quads, nodes)
	if err != nil {
		return nil, err
	}
	row := make(Row, len(tags))
	for i, v := range values {
		if v != nil {
			row[tags[i]] = v
		}
	}
	return row, nil
}

// hidden tags are our own marks.
func hidden(tag string) bool { return strings.HasPrefix(tag, "\x00") }

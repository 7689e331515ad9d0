package queries

import (
	"cmp"
	"slices"

	"github.com/cayleygraph/quad"
	"github.com/dop251/goja"
)

// countBy is path.countBy(tag), an addition of ours: how many rows have each node under a tag, or at their end where no tag
// is named, the most frequent first.
func countBy(g *gizmo, p *pathObject, a arguments) goja.Value {
	a.need(0, 1)
	tag := EndOfPath
	if a.isSet(0) {
		tag = a.text(a.at(0))
		if !slices.Contains(p.path.Columns(), tag) {
			a.fail("no tag %q in the path%s", tag, didYouMean(tag, p.path.Columns()))
		}
	}
	g.answered = true
	counts := map[string]int{}
	var order []quad.Value
	for _, row := range g.rows(p, -1) {
		v, ok := row[tag]
		if !ok {
			continue
		}
		key := quad.StringOf(v)
		if counts[key]++; counts[key] == 1 {
			order = append(order, v)
		}
	}
	slices.SortStableFunc(order, func(a, b quad.Value) int {
		return cmp.Or(cmp.Compare(counts[quad.StringOf(b)], counts[quad.StringOf(a)]), cmp.Compare(quad.StringOf(a), quad.StringOf(b)))
	})
	for _, v := range order {
		g.emitRow(Row{tag: v, "count": quad.Int(counts[quad.StringOf(v)])}, tag, "count")
	}
	return goja.Undefined()
}

// between is between(from, to), an addition of ours: what is neither less than the one nor more than the other.
func between(g *gizmo, _ *pathObject, a arguments) goja.Value {
	a.need(2, 2)
	from := Filter{Op: GreaterOrEqual, Value: a.term(a.at(0))}
	to := Filter{Op: LessOrEqual, Value: a.term(a.at(1))}
	return g.vm.NewArray(g.newFilter(a, from), g.newFilter(a, to))
}

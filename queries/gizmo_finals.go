package queries

import "github.com/dop251/goja"

func all(g *gizmo, p *pathObject, _ arguments) goja.Value {
	g.answered = true
	g.must(g.host.All(p.path, -1))
	return goja.Undefined()
}

func getLimit(g *gizmo, p *pathObject, a arguments) goja.Value {
	a.need(1, 1)
	g.answered = true
	g.must(g.host.All(p.path, a.number(0)))
	return goja.Undefined()
}

func count(g *gizmo, p *pathObject, _ arguments) goja.Value {
	n, err := g.host.Count(p.path)
	g.must(err)
	return g.vm.ToValue(n)
}

func (g *gizmo) rows(p *pathObject, n int) []Row {
	var rows []Row
	g.must(g.host.Rows(p.path, n, func(row Row) error {
		rows = append(rows, row)
		return nil
	}))
	return rows
}

// upTo is the number in argument i, or no limit.
func (a arguments) upTo(i int) int {
	if a.isSet(i) {
		return a.number(i)
	}
	return -1
}

func toArray(g *gizmo, p *pathObject, a arguments) goja.Value {
	a.need(0, 1)
	var nodes []any
	for _, row := range g.rows(p, a.upTo(0)) {
		if v, ok := row[EndOfPath]; ok {
			nodes = append(nodes, Native(v))
		}
	}
	return g.vm.NewArray(nodes...)
}

func tagArray(g *gizmo, p *pathObject, a arguments) goja.Value {
	a.need(0, 1)
	var rows []any
	for _, row := range g.rows(p, a.upTo(0)) {
		rows = append(rows, g.row(row))
	}
	return g.vm.NewArray(rows...)
}

func toValue(g *gizmo, p *pathObject, _ arguments) goja.Value {
	for _, row := range g.rows(p, 1) {
		return g.vm.ToValue(Native(row[EndOfPath]))
	}
	return goja.Null()
}

func tagValue(g *gizmo, p *pathObject, _ arguments) goja.Value {
	for _, row := range g.rows(p, 1) {
		return g.row(row)
	}
	return goja.Null()
}

// forEach takes a callback, or how many rows and a callback.
func forEach(g *gizmo, p *pathObject, a arguments) goja.Value {
	a.need(1, 2)
	callback, ok := goja.AssertFunction(a.at(len(a.list) - 1))
	if !ok {
		a.fail("expected a function, got %s", describe(a.at(len(a.list)-1)))
	}
	n := -1
	if len(a.list) == 2 {
		n = a.number(0)
	}
	g.answered = true
	for _, row := range g.rows(p, n) {
		if _, err := callback(goja.Undefined(), g.row(row)); err != nil {
			panic(err)
		}
	}
	return goja.Null()
}

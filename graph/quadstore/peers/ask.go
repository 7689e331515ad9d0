package main

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
)

// answer is how many rows a query has, and how long it takes: the median of many goes.
type answer struct {
	Rows   int
	Micros float64
}

// shapes are the queries, in the order of the table.
var shapes = []string{"1-hop out(p)", "1-hop out()", "hub in()", "2-hop", "3-hop", "intersect", "has(p, o)", "count of each predicate",
	"rare predicate", "one label"}

func value(s string) quad.Value { return quad.IRI(strings.Trim(s, "<>")) }

// ask runs every query on a store.
func ask(qs graph.QuadStore, q questions) map[string]answer {
	e, p, hub, other := value(q.Entity), value(q.Relation), value(q.Hub), value(q.Other)
	start := func(v ...quad.Value) *path.Path { return path.StartPath(qs, v...) }
	run := func(p func() *path.Path) func() int { return func() int { return values(qs, p()) } }
	queries := map[string]func() int{
		"1-hop out(p)":            run(func() *path.Path { return start(e).Out(p) }),
		"1-hop out()":             run(func() *path.Path { return start(e).Out() }),
		"hub in()":                run(func() *path.Path { return start(hub).In() }),
		"2-hop":                   run(func() *path.Path { return start(e).Out().Out() }),
		"3-hop":                   run(func() *path.Path { return start(e).Out().Out(p).Out(p) }),
		"intersect":               run(func() *path.Path { return start(hub).In().And(start(other).In()) }),
		"has(p, o)":               run(func() *path.Path { return start().Has(p, hub) }),
		"count of each predicate": func() int { return len(countEach(qs, quad.Predicate)) },
		"rare predicate":          func() int { return count(qs, quad.Predicate, value(q.Rare)) },
		"one label":               func() int { return count(qs, quad.Label, value(q.Label)) },
	}
	answers := map[string]answer{}
	for name, query := range queries {
		answers[name] = measure(query)
	}
	return answers
}

// values reads the values of all rows.
func values(qs graph.QuadStore, p *path.Path) int {
	found, err := p.Iterate(context.Background()).Paths(true).AllValues(qs)
	if err != nil {
		panic(err)
	}
	return len(found)
}

// countEach goes through all quads and counts those of each value in a direction.
func countEach(qs graph.QuadStore, d quad.Direction) map[quad.Value]int {
	counts := map[graph.Ref]int{}
	it := qs.QuadsAllIterator()
	defer it.Close()
	for it.Next(context.Background()) {
		counts[qs.QuadDirection(it.Result(), d)]++
	}
	named := make(map[quad.Value]int, len(counts))
	for ref, n := range counts {
		named[qs.NameOf(ref)] = n
	}
	return named
}

// count goes through all quads that have a value in a direction.
func count(qs graph.QuadStore, d quad.Direction, v quad.Value) (n int) {
	ref := qs.ValueOf(v)
	if ref == nil {
		return 0
	}
	it := qs.QuadIterator(d, ref)
	defer it.Close()
	for it.Next(context.Background()) {
		n++
	}
	return n
}

// measure asks twice to warm up, and then for a second, or at least three times.
func measure(query func() int) answer {
	rows := query()
	if start := time.Now(); query() == rows && time.Since(start) > 3*time.Second {
		return answer{rows, float64(time.Since(start).Microseconds())}
	}
	var took []time.Duration
	for begin := time.Now(); len(took) < 3 || time.Since(begin) < time.Second; {
		start := time.Now()
		query()
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	return answer{rows, float64(took[len(took)/2].Nanoseconds()) / 1000}
}

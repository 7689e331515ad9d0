package queries

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/dop251/goja"

	"sayso/graph"
)

// shortestPath is path.shortestPath(to, {max, via}), an addition of ours: the hops of a shortest way from a node of the path
// to one that to names, along edges of either direction; at most max of them, and of the predicates via. Without via an edge
// is any that a claim has drawn.
func shortestPath(g *gizmo, p *pathObject, a arguments) goja.Value {
	a.need(1, 2)
	only := a
	only.list = a.list[:1]
	s := shortest{g: g, max: defaultHops, came: map[string]arrival{}}
	s.options(a)
	goal := map[string]bool{}
	for _, v := range s.ends(&Path{Steps: []Step{only.isStep()}}) {
		goal[quad.StringOf(v)] = true
	}
	g.answered = true
	for _, hop := range s.search(s.ends(p.path), goal) {
		g.emitRow(hop, "hop", "source", "relation", "target")
	}
	return goja.Undefined()
}

const (
	defaultHops = 4
	mostHops    = 16
)

// shortest is a search in breadth, level by level.
type shortest struct {
	g    *gizmo
	max  int
	via  *Via
	came map[string]arrival
}

// arrival is how a node was first reached; from is nil at the start.
type arrival struct {
	from, relation, at quad.Value
	reverse            bool
}

func (s *shortest) options(a arguments) {
	if !a.isSet(1) {
		return
	}
	o, ok := a.at(1).(*goja.Object)
	if !ok {
		a.fail("expected {max: 4, via: \"…\"}, got %s", describe(a.at(1)))
	}
	for _, name := range o.Keys() {
		only := a
		only.list = []goja.Value{o.Get(name)}
		switch name {
		case "max":
			s.max = min(max(only.number(0), 1), mostHops)
		case "via":
			s.via = only.via(0)
		default:
			a.fail("no option %q%s", name, didYouMean(name, []string{"max", "via"}))
		}
	}
}

// ends are the nodes that a path leads to, each once.
func (s *shortest) ends(p *Path) []quad.Value {
	p = p.then(Step{Op: Unique})
	s.g.must(p.validateSteps())
	var nodes []quad.Value
	for _, row := range s.g.rows(&pathObject{p}, -1) {
		nodes = append(nodes, row[EndOfPath])
	}
	return nodes
}

func (s *shortest) search(from []quad.Value, goal map[string]bool) []Row {
	for _, v := range from {
		s.came[quad.StringOf(v)] = arrival{at: v}
	}
	for level := from; len(level) > 0 && s.max > 0; s.max-- {
		var next []quad.Value
		for chunk := range slices.Chunk(level, maxValues) {
			for _, hop := range s.hops(chunk) {
				key := quad.StringOf(hop.at)
				if _, known := s.came[key]; known {
					continue
				}
				s.came[key] = hop
				if goal[key] {
					return s.way(hop)
				}
				next = append(next, hop.at)
			}
		}
		level = next
	}
	return nil
}

// hops are the edges that lead away from nodes, in an order that is the same every time.
func (s *shortest) hops(nodes []quad.Value) []arrival {
	var terms []Term
	for _, v := range nodes {
		terms = append(terms, TermOf(v))
	}
	var all []arrival
	for _, op := range []Op{Out, In} {
		p := &Path{Steps: []Step{{Op: Is, Values: terms}, {Op: Tag, Tags: []string{"from"}}, {Op: op, Via: s.via, Tags: []string{"relation"}}}}
		for _, row := range s.g.rows(&pathObject{p}, -1) {
			if at, ok := row[EndOfPath].(quad.IRI); ok && (s.via != nil || isDrawn(row["relation"])) {
				all = append(all, arrival{row["from"], row["relation"], at, op == In})
			}
		}
	}
	slices.SortFunc(all, func(a, b arrival) int {
		return cmp.Or(strings.Compare(fmt.Sprint(a.at), fmt.Sprint(b.at)), strings.Compare(fmt.Sprint(a.from), fmt.Sprint(b.from)), strings.Compare(fmt.Sprint(a.relation), fmt.Sprint(b.relation)))
	})
	return all
}

// isDrawn tells an edge that a claim has drawn from what describes the graph's nodes.
func isDrawn(relation quad.Value) bool {
	iri, ok := relation.(quad.IRI)
	return ok && strings.HasPrefix(string(graph.Short(iri)), "p:")
}

// way is the hops to the last one; each edge stands as the graph has it, from its source to its target.
func (s *shortest) way(last arrival) []Row {
	var hops []Row
	for a := last; a.from != nil; a = s.came[quad.StringOf(a.from)] {
		row := Row{"source": a.from, "relation": a.relation, "target": a.at}
		if a.reverse {
			row["source"], row["target"] = a.at, a.from
		}
		hops = append(hops, row)
	}
	slices.Reverse(hops)
	for i := range hops {
		hops[i]["hop"] = quad.Int(i + 1)
	}
	return hops
}

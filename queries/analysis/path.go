package analysis

import (
	"cmp"
	"container/heap"
	"maps"
	"math"
	"slices"

	"sayso/graph"
)

// Paths is how two things hang together: over the fewest hops, and over those that the claims bear out best.
type Paths struct {
	Shortest *Path `json:"shortest"` // nil: they do not
	Best     *Path `json:"best"`     // may be the same way as the shortest
}

// Path is a way from one thing to another.
type Path struct {
	Hops     []Hop   `json:"hops"`
	Strength float64 `json:"strength"` // of its hops together, 0 to 1
}

// Hop is what claims say of two things at once; Claims has the best of each report, the strongest first.
type Hop struct {
	From     Node    `json:"from"`
	To       Node    `json:"to"`
	Claims   []Cite  `json:"claims"`
	Origins  int     `json:"origins"` // independent reports
	Strength float64 `json:"strength"`
}

// LongestPath is how many hops a path has at most.
const LongestPath = 8

// Path finds how any of some things hangs together with any of others, in at most so many hops. What is denied or only
// asked connects nothing.
func (g *Graph) Path(from, to []graph.Ref, hops int) Paths {
	s := search{g: g, to: map[graph.Ref]bool{}, edges: map[graph.Ref]map[graph.Ref][]int{}, most: min(max(hops, 1), LongestPath)}
	for _, ref := range to {
		s.to[ref] = true
	}
	short := s.find(from, func(float64) float64 { return shortHop })
	if short == nil {
		return Paths{}
	}
	return Paths{Shortest: short, Best: s.find(from, func(float64) float64 { return 0 })}
}

// shortHop outweighs any doubt, so that fewer hops come first and of equally many the stronger.
const shortHop = 1e3

// search is Dijkstra's over things, with the hops so far as part of the state only by their number.
type search struct {
	g     *Graph
	to    map[graph.Ref]bool
	edges map[graph.Ref]map[graph.Ref][]int
	most  int
}

// step is a thing reached, by which way and at what cost.
type step struct {
	at    graph.Ref
	cost  float64
	hops  int
	from  *step
	index int
}

func (s *search) find(from []graph.Ref, toll func(float64) float64) *Path {
	queue := &steps{}
	reached := map[stepKey]bool{}
	for _, ref := range slices.Sorted(slices.Values(from)) {
		if !s.to[ref] {
			heap.Push(queue, &step{at: ref})
		}
	}
	for queue.Len() > 0 {
		at := heap.Pop(queue).(*step)
		if s.to[at.at] {
			return s.path(at)
		}
		if key := (stepKey{at.at, at.hops}); reached[key] || at.hops == s.most {
			continue
		} else {
			reached[key] = true
		}
		edges := s.from(at.at)
		for _, next := range slices.Sorted(maps.Keys(edges)) {
			doubt := -math.Log(max(s.g.strength(edges[next]), 0.01))
			heap.Push(queue, &step{at: next, cost: at.cost + doubt + toll(doubt), hops: at.hops + 1, from: at, index: queue.pushed})
			queue.pushed++
		}
	}
	return nil
}

type stepKey struct {
	at   graph.Ref
	hops int
}

// from are the things that a thing has a claim in common with.
func (s *search) from(ref graph.Ref) map[graph.Ref][]int {
	if known, ok := s.edges[ref]; ok {
		return known
	}
	found := map[graph.Ref][]int{}
	for _, i := range s.g.taking[ref] {
		c := s.g.claims[i]
		if c.Polarity == graph.Negative || c.Modality == graph.Questioned || c.Modality == graph.Conditional {
			continue
		}
		for _, n := range tied(c, ref) {
			if at := found[n]; len(at) == 0 || at[len(at)-1] != i {
				found[n] = append(at, i)
			}
		}
	}
	s.edges[ref] = found
	return found
}

// tied are the things that a claim ties to one of its own: subject, object and arguments to each other, whoever
// says so to the subject and the object of what is said.
func tied(c graph.Claim, ref graph.Ref) []graph.Ref {
	var inside, voices []graph.Ref
	speaks := map[graph.Ref]bool{}
	for at := c.Attribution; at != nil; at = at.Of {
		if at.Source.ID != "" {
			voices, speaks[at.Source.ID] = append(voices, at.Source.ID), true
		}
	}
	isPart := false
	for _, n := range participants(graph.Claim{Subject: c.Subject, Object: c.Object, Arguments: c.Arguments}) {
		isPart = isPart || n.ID == ref
		inside = append(inside, n.ID)
	}
	all := inside
	if isPart {
		all = append(all, voices...)
	}
	return slices.DeleteFunc(all, func(n graph.Ref) bool { return n == ref })
}

func (s *search) path(end *step) *Path {
	p := &Path{Strength: 1}
	for at := end; at.from != nil; at = at.from {
		claims := s.edges[at.from.at][at.at]
		hop := Hop{From: s.g.node(at.from.at), To: s.g.node(at.at), Claims: s.g.cites(s.g.best(claims)), Origins: s.g.independent(claims), Strength: s.g.strength(claims)}
		p.Strength *= hop.Strength
		p.Hops = append(p.Hops, hop)
	}
	slices.Reverse(p.Hops)
	p.Strength = math.Round(p.Strength*100) / 100
	return p
}

// best are the claims by how much each bears out, one that is about something before one that merely says what a thing is.
func (g *Graph) best(claims []int) []int {
	all := slices.Clone(claims)
	weight := func(i int) float64 { return g.claims[i].Confidence * commitment(g.claims[i].Modality) }
	slices.SortStableFunc(all, func(a, b int) int { return cmp.Compare(weight(b), weight(a)) })
	return all
}

// steps is a queue by cost; of equal cost the earlier comes first, so that a search gives the same every time.
type steps struct {
	all    []*step
	pushed int
}

func (q *steps) Len() int { return len(q.all) }
func (q *steps) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(q.all[i].cost, q.all[j].cost), cmp.Compare(q.all[i].index, q.all[j].index)) < 0
}
func (q *steps) Swap(i, j int) { q.all[i], q.all[j] = q.all[j], q.all[i] }
func (q *steps) Push(x any)    { q.all = append(q.all, x.(*step)) }
func (q *steps) Pop() any {
	last := q.all[len(q.all)-1]
	q.all = q.all[:len(q.all)-1]
	return last
}

// Package analysis is what only a graph of claims can tell: how two things hang together, where
// sources contradict each other, what happened when, what one reports and another does not, and
// why a claim stands in the graph.
//
// A [Graph] is read once from the claims of a store and asked many times. What it gives are plain
// values, each with the receipts it rests on.
package analysis

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"sayso/graph"
	"sayso/queries/answer"
)

// Graph is claims and the articles they are from, ready to be analysed. It does not change and is
// safe for concurrent use.
type Graph struct {
	claims    []graph.Claim
	articles  map[string]graph.Article
	byID      map[graph.Ref]int
	taking    map[graph.Ref][]int // the claims that a thing takes part in
	verbs     map[string][]int    // the claims of a lemma
	names     map[graph.Ref]graph.Node
	origins   map[string]string // of each article, the first of the articles that are one report
	speaks    map[string]map[graph.Ref]bool
	kin       *answer.Kinship
	akin      map[string][]string  // the lemmas that share a key, see verbKeys
	traits    []func() *traits     // of each claim
	documents map[string][]int     // the claims of an article
	figures   func() map[int][]int // of claims, those whose figures contradict theirs, see findFigures
	lists     sync.Map             // long lists of claims by what they are alike in
}

// New reads claims, which should stand in the order of the graph, and what their articles are.
func New(claims []graph.Claim, articles []graph.Article) *Graph {
	g := &Graph{
		claims: claims, articles: map[string]graph.Article{}, byID: map[graph.Ref]int{}, taking: map[graph.Ref][]int{},
		verbs: map[string][]int{}, names: map[graph.Ref]graph.Node{}, speaks: map[string]map[graph.Ref]bool{},
		origins: answer.Origins(claims, articles), kin: answer.NewKinship(), akin: map[string][]string{}, documents: map[string][]int{},
	}
	g.figures = sync.OnceValue(g.findFigures)
	for _, a := range articles {
		g.articles[a.ID] = a
	}
	for i, c := range claims {
		g.add(i, c)
		g.traits = append(g.traits, sync.OnceValue(func() *traits { return g.traitsOf(i) }))
	}
	for verb := range g.verbs {
		for _, key := range g.verbKeys(verb) {
			g.akin[key] = append(g.akin[key], verb)
		}
	}
	return g
}

func (g *Graph) add(i int, c graph.Claim) {
	g.byID[graph.Ref(c.ID)] = i
	g.verbs[c.Predicate.Lemma] = append(g.verbs[c.Predicate.Lemma], i)
	g.documents[c.Document] = append(g.documents[c.Document], i)
	if g.speaks[c.Document] == nil {
		g.speaks[c.Document] = map[graph.Ref]bool{}
	}
	for _, n := range participants(c) {
		if at := g.taking[n.ID]; len(at) == 0 || at[len(at)-1] != i {
			g.taking[n.ID] = append(at, i)
		}
		g.speaks[c.Document][n.ID] = true
		if known := g.names[n.ID]; known.Type == "" {
			g.names[n.ID] = n
		}
	}
}

// participants are the things that take part in a claim, whoever says it last.
func participants(c graph.Claim) []graph.Node {
	var all []graph.Node
	add := func(n graph.Node) {
		if strings.HasPrefix(string(n.ID), "e:") {
			all = append(all, graph.Node{ID: n.ID, Name: n.Name, Type: n.Type})
		}
	}
	add(c.Subject)
	if c.Object != nil {
		add(*c.Object)
	}
	for _, a := range c.Arguments {
		add(graph.Node{ID: a.ID, Name: a.Text})
	}
	for at := c.Attribution; at != nil; at = at.Of {
		add(at.Source)
	}
	return all
}

// about are the claims in which one of the things takes part, in the order of the graph; all claims where none is named.
func (g *Graph) about(refs []graph.Ref) []int {
	var found []int
	if len(refs) == 0 {
		for i := range g.claims {
			found = append(found, i)
		}
		return found
	}
	for _, ref := range refs {
		found = append(found, g.taking[ref]...)
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// node is what a thing is called.
func (g *Graph) node(ref graph.Ref) Node {
	n := g.names[ref]
	return Node{ID: ref, Name: cmp.Or(n.Name, strings.ReplaceAll(strings.TrimPrefix(string(ref), "e:"), "_", " "))}
}

// Node is a thing by its name.
type Node struct {
	ID   graph.Ref `json:"id"`
	Name string    `json:"name"`
}

// Origin is the first of the articles that are one report with an article.
func (g *Graph) Origin(article string) string { return g.origins[article] }

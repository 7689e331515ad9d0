package answer

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"

	"sayso/extract/document"
	"sayso/extract/parse"
	"sayso/graph"
)

// Graph is the graph that is asked.
type Graph interface {
	// Query runs Gizmo and returns the nodes its rows end in.
	Query(ctx context.Context, gizmo string) ([]graph.Ref, error)
	// Claims are the claims of these IRIs, all where none is given.
	Claims(ids ...graph.Ref) ([]graph.Claim, error)
	// Resolve finds the entities of a name.
	Resolve(name string) []graph.Ref
	Entity(ref graph.Ref) (graph.Entity, error)
	Articles() ([]graph.Article, error)
}

// Parser reads a question as a tree; parse.Model is one.
type Parser interface {
	Tokenize(text string) document.Sentence
	Parse(s document.Sentence) parse.Tree
}

// Asker answers questions about one state of a graph. It is safe for concurrent use.
type Asker struct {
	graph    Graph
	parser   Parser
	words    *vocabulary
	articles map[string]graph.Article
	claims   map[string]int // of each article
	origins  map[string]string
	resolved sync.Map // name -> entities, of the first mostResolved
	kept     atomic.Int64
}

// mostResolved keeps the memory of a server from growing with all the names that it was ever asked for.
const mostResolved = 10_000

// resolve looks a name up in the graph, once.
func (a *Asker) resolve(name string) []graph.Ref {
	if known, ok := a.resolved.Load(name); ok {
		return known.([]graph.Ref)
	}
	refs := a.graph.Resolve(name)
	if a.kept.Add(1) <= mostResolved {
		a.resolved.Store(name, refs)
	}
	return refs
}

// NewAsker reads what the graph speaks of; a graph that has changed needs a new one.
func NewAsker(g Graph, p Parser) (*Asker, error) {
	claims, err := g.Claims()
	if err != nil {
		return nil, fmt.Errorf("read claims: %w", err)
	}
	articles, err := g.Articles()
	if err != nil {
		return nil, fmt.Errorf("read articles: %w", err)
	}
	a := &Asker{graph: g, parser: p, articles: map[string]graph.Article{}, claims: map[string]int{}}
	var origins sync.WaitGroup
	origins.Go(func() { a.origins = Origins(claims, articles) })
	a.words = newVocabulary(claims, articles, NewKinship())
	origins.Wait()
	a.words.entityType = func(ref graph.Ref) graph.Type {
		e, err := g.Entity(ref)
		if err != nil {
			return ""
		}
		return e.Type
	}
	for _, article := range articles {
		a.articles[article.ID] = article
	}
	for _, c := range claims {
		a.claims[c.Document]++
	}
	return a, nil
}

func (a *Asker) coverage(article string) Coverage {
	if article != "" {
		return Coverage{Articles: 1, Claims: a.claims[article]}
	}
	c := Coverage{Articles: len(a.articles)}
	for _, n := range a.claims {
		c.Claims += n
	}
	return c
}

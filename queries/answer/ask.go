package answer

import (
	"context"
	"fmt"
	"sort"

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
	a := &Asker{graph: g, parser: p, words: newVocabulary(claims, articles, newKinship()), articles: map[string]graph.Article{}, claims: map[string]int{}}
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

// Ask answers an English question; article, unless empty, is the one whose claims alone count.
func (a *Asker) Ask(ctx context.Context, question, article string) (Reply, error) {
	reply := Reply{Question: question, Answers: []Answer{}, Coverage: a.coverage(article)}
	for _, p := range a.Patterns(question) {
		found, err := a.answer(ctx, p, article)
		if err != nil {
			return reply, fmt.Errorf("ask %q: %w", question, err)
		}
		reply.Coverage.Selected = max(reply.Coverage.Selected, found.selected)
		if reply.Query == "" || len(reply.Answers) == 0 && len(found.fits) > 0 {
			reply.Query = found.query
		}
		reply.Answers = append(reply.Answers, answers(found.fits)...)
		reply.Coverage.Matched += len(found.fits)
		if len(reply.Answers) > 0 {
			break
		}
	}
	return reply, nil
}

// Patterns are the readings of a question, the plainest first.
func (a *Asker) Patterns(question string) []Pattern {
	words, voice := cutVoice(wordsOf(a.parser.Tokenize(question)))
	patterns := distinct(hear(a.parser, words))
	if len(voice) > 0 && !isPronoun(voice[0].text) {
		speaker := speakerOf(voice)
		for i := range patterns {
			patterns[i].Voice = &speaker
		}
	}
	return patterns
}

// distinct are the patterns of all questions heard, each once.
func distinct(heard []*question) []Pattern {
	var patterns []Pattern
	seen := map[string]bool{}
	for _, q := range heard {
		for _, p := range q.Read() {
			if !seen[p.String()] {
				seen[p.String()] = true
				patterns = append(patterns, p)
			}
		}
	}
	return patterns
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

// solution is what a pattern found in the graph.
type solution struct {
	query    string
	selected int
	fits     []fit
}

// answer runs the pattern's query, the strict one first: a looser one only where that finds nothing.
func (a *Asker) answer(ctx context.Context, p Pattern, article string) (solution, error) {
	m := newMatcher(a.words, p, a.graph.Resolve)
	var s solution
	for _, strict := range []bool{true, false} {
		query := m.query(article, strict)
		if query == "" || query == s.query {
			continue
		}
		claims, err := a.selected(ctx, query)
		if err != nil {
			return s, err
		}
		s.query, s.selected = query, len(claims)
		if s.fits = a.worded(m, claims); len(s.fits) > 0 {
			break
		}
	}
	return s, nil
}

// worded are the claims that fit, each with the value it gives.
func (a *Asker) worded(m *matcher, claims []graph.Claim) []fit {
	var fits []fit
	for _, c := range claims {
		fits = append(fits, m.fits(c)...)
	}
	switch m.pattern.Form {
	case Check:
		return verdicts(m.pattern, fits)
	case Report:
		return a.reported(fits)
	case Connect:
		return m.connected(fits, claims)
	}
	return fits
}

// selected are the claims that a query brings back, in the order of the graph.
func (a *Asker) selected(ctx context.Context, query string) ([]graph.Claim, error) {
	ids, err := a.graph.Query(ctx, query)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	sort.Slice(ids, func(i, j int) bool { return ids[i] < ids[j] })
	return a.graph.Claims(ids...)
}

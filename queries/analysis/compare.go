package analysis

import (
	"slices"
	"strings"

	"sayso/graph"
	"sayso/graph/identity"
)

// Source is where claims come from: an article, an outlet, or somebody who is quoted.
type Source struct {
	Name   string     `json:"name"`
	Kind   SourceKind `json:"kind"`
	Claims int        `json:"claims"`

	all []int
}

// SourceKind is what a source is.
type SourceKind string

const (
	ArticleSource SourceKind = "article"
	OutletSource  SourceKind = "outlet"
	VoiceSource   SourceKind = "voice"
)

// Comparison is what two sources report.
type Comparison struct {
	A       Source     `json:"a"`
	B       Source     `json:"b"`
	Both    []Shared   `json:"both"`
	OnlyA   []Cite     `json:"only_a"`
	OnlyB   []Cite     `json:"only_b"`
	Differs []Conflict `json:"differs"` // where they contradict each other
}

// Shared is what both sources report.
type Shared struct {
	Text string `json:"text"`
	A    []Cite `json:"a"`
	B    []Cite `json:"b"`
}

// Source finds an article by its ID, an outlet by its name, or a voice: one of the things, or a source without one by name.
func (g *Graph) Source(name string, voices []graph.Ref) (Source, bool) {
	id := strings.TrimPrefix(name, "a:")
	for _, s := range []struct {
		kind SourceKind
		is   func(graph.Claim) bool
	}{
		{ArticleSource, func(c graph.Claim) bool { return c.Document == id }},
		{OutletSource, func(c graph.Claim) bool { return isNamed(g.articles[c.Document].Outlet, name) }},
		{VoiceSource, func(c graph.Claim) bool { return isVoice(c, name, voices) }},
	} {
		source := Source{Name: name, Kind: s.kind}
		for i, c := range g.claims {
			if s.is(c) {
				source.all = append(source.all, i)
			}
		}
		if source.Claims = len(source.all); source.Claims > 0 {
			return g.called(source, id, voices), true
		}
	}
	return Source{}, false
}

// called gives a source its full name.
func (g *Graph) called(s Source, id string, voices []graph.Ref) Source {
	switch {
	case s.Kind == ArticleSource && g.articles[id].Title != "":
		s.Name = id + ": " + g.articles[id].Title
	case s.Kind == VoiceSource && len(voices) > 0:
		s.Name = g.node(voices[0]).Name
	}
	return s
}

func isNamed(outlet, name string) bool {
	return outlet != "" && identity.Fold(outlet) == identity.Fold(name)
}

func isVoice(c graph.Claim, name string, voices []graph.Ref) bool {
	for at := c.Attribution; at != nil; at = at.Of {
		if slices.Contains(voices, at.Source.ID) && at.Source.ID != "" || identity.Fold(at.Source.Name) == identity.Fold(name) {
			return true
		}
	}
	return false
}

// Compare tells what both sources report, what only one of them does, and where they differ. That somebody said
// something is told by what he said; who is what is not news and left out.
func (g *Graph) Compare(a, b Source) Comparison {
	c := Comparison{A: a, B: b, Both: []Shared{}, OnlyA: []Cite{}, OnlyB: []Cite{}, Differs: []Conflict{}}
	inA, inB := setOf(a.all), setOf(b.all)
	used := map[int]bool{}
	for _, i := range a.all {
		if used[i] || !g.isNews(i) {
			continue
		}
		shared := Shared{Text: g.Words(g.claims[i]), A: []Cite{g.cite(i)}}
		for _, j := range g.same(i) {
			if inB[j] {
				used[j] = true
				shared.B = append(shared.B, g.cite(j))
			} else if inA[j] {
				used[j] = true
				shared.A = append(shared.A, g.cite(j))
			}
		}
		if inB[i] || len(shared.B) > 0 {
			used[i] = true
			c.Both = append(c.Both, shared)
			continue
		}
		c.OnlyA = append(c.OnlyA, shared.A[0])
	}
	for _, i := range b.all {
		if !used[i] && g.isNews(i) {
			used[i] = true
			for _, j := range g.same(i) {
				used[j] = true
			}
			c.OnlyB = append(c.OnlyB, g.cite(i))
		}
	}
	c.Differs = append(c.Differs, g.between(a, inB)...)
	return c
}

func setOf(claims []int) map[int]bool {
	set := make(map[int]bool, len(claims))
	for _, i := range claims {
		set[i] = true
	}
	return set
}

// between are the conflicts with an account of each source.
func (g *Graph) between(a Source, inB map[int]bool) []Conflict {
	var found []Conflict
	used := usedByKind()
	for _, i := range a.all {
		d, ok := g.deed(i)
		if !ok {
			continue
		}
		for _, other := range g.rivals(d) {
			if kind := g.clash(d, other); inB[other.index] && kind != "" && !used[kind][i] {
				found = append(found, g.conflict(kind, d, []deed{other}, used[kind]))
			}
		}
	}
	return eachOnce(found)
}

// isNews tells what an article reports from what it only says of who somebody is, or that somebody spoke.
func (g *Graph) isNews(i int) bool {
	_, ok := g.deed(i)
	return ok && g.claims[i].Predicate.Lemma != "be"
}

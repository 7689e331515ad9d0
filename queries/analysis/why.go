package analysis

import (
	"strings"

	"sayso/graph"
)

// Why is why a claim stands in the graph: the words it was read from, how they were read, and who else says so.
type Why struct {
	Cite
	Before  string      `json:"before"` // of the sentence, what stands before the quote
	After   string      `json:"after"`
	URL     string      `json:"url,omitempty"`
	Author  string      `json:"author,omitempty"`
	Cues    []string    `json:"cues,omitempty"` // the words that tell who says so, as Says
	Parts   []WhyPart   `json:"parts"`
	Rule    string      `json:"rule"`
	Origins int         `json:"origins"` // independent reports that say so, this one with them
	Same    []Cite      `json:"same"`    // other claims that say the same
	Against []Cite      `json:"against"` // claims that it conflicts with
	Node    graph.Claim `json:"-"`
}

// WhyPart is a part of a claim: its role, what it is called, and the words of the text.
type WhyPart struct {
	Role    string     `json:"role"`
	Name    string     `json:"name"`
	ID      graph.Ref  `json:"id"`
	Type    graph.Type `json:"type,omitempty"`
	Mention string     `json:"mention,omitempty"`
}

// Why explains a claim; there is nothing to explain where the graph has none of that IRI.
func (g *Graph) Why(id graph.Ref) (Why, bool) {
	i, known := g.byID[id]
	if !known {
		return Why{}, false
	}
	c := g.claims[i]
	article := g.articles[c.Document]
	why := Why{Cite: g.cite(i), URL: article.URL, Author: article.Author, Rule: c.Rule, Parts: g.parts(c), Node: c}
	why.Before, why.After, _ = strings.Cut(c.Sentence, c.Quote)
	for at := c.Attribution; at != nil; at = at.Of {
		why.Cues = append(why.Cues, at.Cue)
	}
	same := g.same(i)
	why.Same, why.Origins = g.cites(same), g.independent(append(same, i))
	why.Against = g.cites(g.against(i))
	return why, true
}

func (g *Graph) parts(c graph.Claim) []WhyPart {
	parts := []WhyPart{
		{Role: "subject", Name: c.Subject.Name, ID: c.Subject.ID, Type: c.Subject.Type, Mention: c.Subject.Mention},
		{Role: "relation", Name: spaced(c.Predicate.Name), ID: c.Predicate.ID},
	}
	if c.Object != nil {
		parts = append(parts, WhyPart{Role: "object", Name: g.objectWords(*c.Object), ID: c.Object.ID, Type: c.Object.Type, Mention: c.Object.Mention})
	}
	for _, a := range c.Arguments {
		parts = append(parts, WhyPart{Role: a.Role, Name: a.Text, ID: a.ID, Type: g.names[a.ID].Type})
	}
	return parts
}

// same are the other claims that say what a claim says, in the order of the graph.
func (g *Graph) same(i int) []int {
	var found []int
	d, ok := g.deed(i)
	if !ok {
		return g.sameSaid(i)
	}
	for _, j := range g.candidates(d) {
		if other, ok := g.deed(j); ok && j != i && g.isSame(d, other) {
			found = append(found, j)
		}
	}
	return found
}

// sameSaid: who says something says the same where the same speaker's words are the same.
func (g *Graph) sameSaid(i int) []int {
	var found []int
	c := g.claims[i]
	for _, j := range g.taking[c.Subject.ID] {
		o := g.claims[j]
		if j != i && o.Subject.ID == c.Subject.ID && c.Object != nil && o.Object != nil && o.Object.Type == graph.ClaimNode && areAlike(thingOf(c.Object), thingOf(o.Object)) {
			found = append(found, j)
		}
	}
	return found
}

// candidates are claims that may say what a deed does: of those of its verb, and of those of its things.
func (g *Graph) candidates(d deed) []int {
	found := g.verbList(d.verb).same(d)
	for _, n := range [...]*thing{d.agent, d.patient} {
		if n != nil && n.ID != "" {
			found = append(found, g.thingList(n.ID).same(d)...)
		}
	}
	return ordered(found)
}

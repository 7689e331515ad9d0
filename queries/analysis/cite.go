package analysis

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"sayso/graph"
)

// Cite is a claim as a reader meets it: what it says in words, who says so, and the receipt.
type Cite struct {
	Claim      graph.Ref      `json:"claim"`
	Text       string         `json:"text"` // Donald Trump ordered suspension of intelligence sharing
	Quote      string         `json:"quote"`
	Document   string         `json:"document"`
	Start      int            `json:"start"`
	End        int            `json:"end"`
	Title      string         `json:"title,omitempty"`
	Outlet     string         `json:"outlet,omitempty"`
	Published  string         `json:"published,omitempty"`
	Voice      graph.Ref      `json:"voice"`          // a:003, or a:003/voice/Ada_Okafor
	Says       []string       `json:"says,omitempty"` // whose words they are, the one who spoke first; none: the article's own
	Polarity   graph.Polarity `json:"polarity"`
	Modality   graph.Modality `json:"modality"`
	Time       *graph.Time    `json:"time,omitempty"`
	Confidence float64        `json:"confidence"`
}

func (g *Graph) cite(i int) Cite {
	c := g.claims[i]
	article := g.articles[c.Document]
	cite := Cite{
		Claim: graph.Ref(c.ID), Text: g.Words(c), Quote: c.Quote, Document: c.Document, Start: c.Start, End: c.End,
		Title: article.Title, Outlet: article.Outlet, Published: article.Published, Voice: graph.ArticleIRI(c.Document),
		Polarity: c.Polarity, Modality: c.Modality, Time: c.Time, Confidence: c.Confidence,
	}
	if c.Attribution != nil {
		cite.Voice = graph.VoiceIRI(c.Document, c.Attribution)
	}
	for at := c.Attribution; at != nil; at = at.Of {
		cite.Says = append(cite.Says, at.Source.Name)
	}
	return cite
}

// Cites are the claims of some IRIs as receipts, in that order; one that the graph does not hold is left out.
func (g *Graph) Cites(ids ...graph.Ref) []Cite {
	all := []Cite{}
	for _, id := range ids {
		if i, known := g.byID[id]; known {
			all = append(all, g.cite(i))
		}
	}
	return all
}

// Sharing are the claims in which all of some things take part, of the relation and in the voice that are named among
// them, if any; those borne out best first, so many at most.
func (g *Graph) Sharing(refs []graph.Ref, most int) []Cite {
	var found []int
	for _, i := range g.fewest(refs) {
		if !slices.ContainsFunc(refs, func(ref graph.Ref) bool { return !g.concerns(i, ref) }) {
			found = append(found, i)
		}
	}
	found = g.best(found)
	return g.cites(found[:min(most, len(found))])
}

// fewest are the claims of the thing that takes part in the fewest of them: all claims where no thing is named.
func (g *Graph) fewest(refs []graph.Ref) []int {
	all := g.about(nil)
	for _, ref := range refs {
		if strings.HasPrefix(string(ref), "e:") && len(g.taking[ref]) < len(all) {
			all = g.taking[ref]
		}
	}
	return all
}

// concerns tells whether a claim is that of an IRI, or of its relation, its voice or article, or about its thing.
func (g *Graph) concerns(i int, ref graph.Ref) bool {
	c := g.claims[i]
	switch prefix, _, _ := strings.Cut(string(ref), ":"); prefix {
	case "c":
		return graph.Ref(c.ID) == ref
	case "p":
		return c.Predicate.ID == ref
	case "a":
		return graph.ArticleIRI(c.Document) == ref || c.Attribution != nil && graph.VoiceIRI(c.Document, c.Attribution) == ref
	}
	_, takes := slices.BinarySearch(g.taking[ref], i)
	return takes
}

// Count is in how many claims a thing takes part.
func (g *Graph) Count(ref graph.Ref) int { return len(g.taking[ref]) }

func (g *Graph) cites(claims []int) []Cite {
	all := make([]Cite, 0, len(claims))
	for _, i := range claims {
		all = append(all, g.cite(i))
	}
	return all
}

// Words says a claim in one line, as near to its text as its parts are; a claim within is said in its own words.
func (g *Graph) Words(c graph.Claim) string {
	words := []string{c.Subject.Name, spaced(c.Predicate.Name)}
	if c.Object != nil {
		words = append(words, g.objectWords(*c.Object))
	}
	when := ""
	for _, a := range c.Arguments {
		switch a.Role {
		case "when":
			when += ", " + a.Text
		case "how":
			words = append(words, a.Text)
		default:
			words = append(words, spaced(a.Role), a.Text)
		}
	}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ") + when
}

func (g *Graph) objectWords(n graph.Node) string {
	if n.Name != "" && !strings.HasPrefix(n.Name, "c:") {
		return n.Name
	}
	if i, known := g.byID[n.ID]; known && n.Type == graph.ClaimNode {
		return cmp.Or(g.claims[i].Quote, string(n.ID))
	}
	return cmp.Or(n.Name, n.Mention, n.Value, string(n.ID))
}

func spaced(name string) string { return strings.ReplaceAll(name, "_", " ") }

// independent counts the reports that claims come from: copies of one report are one.
func (g *Graph) independent(claims []int) int {
	seen := map[string]bool{}
	for _, i := range claims {
		seen[g.origins[g.claims[i].Document]] = true
	}
	return len(seen)
}

// strength is how well claims that say the same bear it out: each report adds to it by its best claim only.
func (g *Graph) strength(claims []int) float64 {
	best := map[string]float64{}
	for _, i := range claims {
		origin := g.origins[g.claims[i].Document]
		best[origin] = max(best[origin], g.claims[i].Confidence*commitment(g.claims[i].Modality))
	}
	doubt := 1.0
	for _, origin := range slices.Sorted(maps.Keys(best)) {
		doubt *= 1 - best[origin]
	}
	return math.Round((1-doubt)*100) / 100
}

// commitment is how much of a claim's confidence speaks for its having happened.
func commitment(m graph.Modality) float64 {
	switch m {
	case graph.Asserted:
		return 1
	case graph.Future, graph.Planned:
		return 0.7
	case graph.Questioned:
		return 0.2
	}
	return 0.5
}

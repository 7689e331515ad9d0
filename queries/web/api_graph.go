package web

import (
	"cmp"
	"net/http"
	"slices"

	"github.com/cayleygraph/quad"

	"sayso/graph"
	"sayso/graph/format"
)

// graphPage is a piece of the graph as a drawing.
type graphPage struct {
	Centre []graph.Ref  `json:"centre"`
	Total  int          `json:"total"` // edges, without the limit
	Nodes  []graphNode  `json:"nodes"`
	Edges  []graphClaim `json:"edges"`
}

type graphNode struct {
	ID    graph.Ref  `json:"id"`
	Name  string     `json:"name"`
	Type  graph.Type `json:"type"`
	Count int        `json:"count"` // claims in the whole graph
	Depth int        `json:"depth"` // edges from the centre
}

// graphClaim is a claim as an edge.
type graphClaim struct {
	ID       graph.Ref      `json:"id"` // of the claim
	Source   graph.Ref      `json:"source"`
	Target   graph.Ref      `json:"target"`
	Relation string         `json:"relation"`
	Voice    graph.Ref      `json:"voice"`
	Quote    string         `json:"quote"`
	Time     string         `json:"time"`
	Polarity graph.Polarity `json:"polarity"`
	Modality graph.Modality `json:"modality"`
}

// deepest is how far from a thing a drawing may go.
const deepest = 3

// neighbourhood draws what is around a thing: claims from thing to thing, the nearest first.
func (s *server) neighbourhood(w http.ResponseWriter, r *http.Request) error {
	st, err := s.read(r.Context())
	if err != nil {
		return err
	}
	depth, err := positive(r, "depth", 1)
	if err != nil || depth < 1 || depth > deepest {
		return fail(http.StatusBadRequest, "depth is a number from 1 to %d", deepest)
	}
	p, err := pageOf(r)
	if err != nil {
		return err
	}
	f, err := s.filterOf(st, r)
	if err != nil {
		return err
	}
	centre := st.known(f.wanted["entity"])
	if len(centre) == 0 {
		return fail(http.StatusBadRequest, "a name is wanted: ?entity=…")
	}
	delete(f.wanted, "entity")
	claims, depths := st.near(centre, depth, f)
	shown := cut(w, r, claims, p)
	if name := claimFormat(r); name != "json" {
		return s.writeQuads(w, r, name, st.quads(shown))
	}
	answer := graphPage{Centre: centre, Total: len(claims), Nodes: st.nodes(centre, shown, depths), Edges: []graphClaim{}}
	for _, c := range shown {
		answer.Edges = append(answer.Edges, edgeOf(c))
	}
	return reply(w, answer)
}

func (st *state) known(wanted []string) []graph.Ref {
	var refs []graph.Ref
	for _, ref := range wanted {
		if _, ok := st.entities[graph.Ref(ref)]; ok && !slices.Contains(refs, graph.Ref(ref)) {
			refs = append(refs, graph.Ref(ref))
		}
	}
	return refs
}

// near are the claims between things no further from the centre than depth, breadth first.
func (st *state) near(centre []graph.Ref, depth int, f filter) ([]graph.Claim, map[graph.Ref]int) {
	depths := map[graph.Ref]int{}
	for _, ref := range centre {
		depths[ref] = 0
	}
	var claims []graph.Claim
	seen := map[int]bool{}
	for far, ring := 1, centre; far <= depth; far++ {
		var next []graph.Ref
		for _, ref := range ring {
			for _, i := range st.about[ref] {
				c := st.claims[i]
				if seen[i] || c.Object == nil || c.Object.ID == "" || c.Subject.ID == "" || ref != c.Subject.ID && ref != c.Object.ID || !f.fits(st, c, "") {
					continue
				}
				seen[i] = true
				claims = append(claims, c)
				for _, end := range []graph.Ref{c.Subject.ID, c.Object.ID} {
					if _, known := depths[end]; !known {
						depths[end] = far
						next = append(next, end)
					}
				}
			}
		}
		ring = next
	}
	return claims, depths
}

func (st *state) nodes(centre []graph.Ref, claims []graph.Claim, depths map[graph.Ref]int) []graphNode {
	refs := slices.Clone(centre)
	for _, c := range claims {
		refs = append(refs, c.Subject.ID, c.Object.ID)
	}
	slices.SortFunc(refs, func(a, b graph.Ref) int { return cmp.Or(depths[a]-depths[b], cmp.Compare(a, b)) })
	nodes := []graphNode{}
	for _, ref := range slices.Compact(refs) {
		n := graphNode{ID: ref, Name: st.nameOf(ref), Type: st.entities[ref].Type, Count: len(st.about[ref]), Depth: depths[ref]}
		if _, isClaim := st.at[string(ref)]; isClaim {
			n.Type = graph.ClaimNode
		}
		nodes = append(nodes, n)
	}
	return nodes
}

func edgeOf(c graph.Claim) graphClaim {
	e := graphClaim{ID: graph.Ref(c.ID), Source: c.Subject.ID, Target: c.Object.ID, Relation: c.Predicate.Name,
		Voice: graph.ArticleIRI(c.Document), Quote: c.Quote, Polarity: c.Polarity, Modality: c.Modality}
	if c.Attribution != nil {
		e.Voice = graph.VoiceIRI(c.Document, c.Attribution)
	}
	if c.Time != nil {
		e.Time = c.Time.Value
	}
	return e
}

// quads are the claims as the graph holds them, with the articles and things they speak of.
func (st *state) quads(claims []graph.Claim) format.Quads {
	byArticle := map[string]*graph.Article{}
	var ids []string
	for _, c := range claims {
		a := byArticle[c.Document]
		if a == nil {
			known, _ := st.article(c.Document)
			known.ID = c.Document
			a = &known
			byArticle[c.Document], ids = a, append(ids, c.Document)
		}
		a.Claims = append(a.Claims, c)
	}
	return func(yield func(quad.Quad, error) bool) {
		for _, id := range ids {
			for _, q := range byArticle[id].Quads() {
				if !yield(q, nil) {
					return
				}
			}
		}
	}
}

package identity

import (
	"slices"

	"sayso/graph"
)

// rewrite copies an article with the IRI, name and type of what its entities are, and lets the
// copy's claims refer to them.
func rewrite(a *graph.Article, of []identity) *graph.Article {
	byRef := map[graph.Ref]identity{}
	for i, e := range a.Entities {
		if e.ID != "" {
			byRef[e.ID] = of[i]
		}
	}
	out := *a
	out.Entities = merge(a.Entities, of)
	out.Claims = slices.Clone(a.Claims)
	for i := range out.Claims {
		rewriteClaim(&out.Claims[i], byRef)
	}
	standFor(&out)
	return &out
}

func rewriteClaim(c *graph.Claim, byRef map[graph.Ref]identity) {
	rewriteNode(&c.Subject, byRef)
	if c.Object != nil {
		object := *c.Object
		c.Object = &object
		rewriteNode(c.Object, byRef)
	}
	c.Arguments = slices.Clone(c.Arguments)
	for i := range c.Arguments {
		if t, ok := byRef[c.Arguments[i].ID]; ok {
			c.Arguments[i].ID = t.ID
		}
	}
	c.Attribution = rewriteAttribution(c.Attribution, byRef)
}

func rewriteAttribution(a *graph.Attribution, byRef map[graph.Ref]identity) *graph.Attribution {
	if a == nil {
		return nil
	}
	out := *a
	rewriteNode(&out.Source, byRef)
	out.Of = rewriteAttribution(a.Of, byRef)
	return &out
}

func rewriteNode(n *graph.Node, byRef map[graph.Ref]identity) {
	t, ok := byRef[n.ID]
	if !ok {
		return
	}
	n.ID, n.Name = t.ID, t.Name
	if n.Type != "" {
		n.Type = t.Type
	}
}

// merge writes one entity for each thing, in the order of their first mention in the list.
func merge(entities []graph.Entity, of []identity) []graph.Entity {
	var merged []graph.Entity
	at := map[graph.Ref]int{}
	for i, e := range entities {
		t := of[i]
		if first, ok := at[t.ID]; ok {
			merged[first].Mentions = append(merged[first].Mentions, e.Mentions...)
			continue
		}
		at[t.ID] = len(merged)
		e.ID, e.Name, e.Type, e.Named, e.SameAs = t.ID, t.Name, t.Type, t.Named, t.SameAs
		e.Mentions = slices.Clone(e.Mentions)
		merged = append(merged, e)
	}
	return merged
}

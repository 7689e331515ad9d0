package identity

import "sayso/graph"

// rewrite gives the entities of an article the IRI, name and type of their things, and lets the
// claims refer to them.
func rewrite(a *graph.Article, of []*thing) {
	byRef := map[graph.Ref]*thing{}
	for i, e := range a.Entities {
		if e.ID != "" {
			byRef[e.ID] = of[i]
		}
	}
	a.Entities = merge(a.Entities, of)
	for i := range a.Claims {
		c := &a.Claims[i]
		rewriteNode(&c.Subject, byRef)
		if c.Object != nil {
			rewriteNode(c.Object, byRef)
		}
		for j := range c.Arguments {
			if t := byRef[c.Arguments[j].ID]; t != nil {
				c.Arguments[j].ID = t.id
			}
		}
		for at := c.Attribution; at != nil; at = at.Of {
			rewriteNode(&at.Source, byRef)
		}
	}
}

func rewriteNode(n *graph.Node, byRef map[graph.Ref]*thing) {
	t := byRef[n.ID]
	if t == nil {
		return
	}
	n.ID, n.Name = t.id, t.name
	if n.Type != "" {
		n.Type = t.types.best()
	}
}

// merge writes one entity for each thing, in the order of their first mention in the list.
func merge(entities []graph.Entity, of []*thing) []graph.Entity {
	var merged []graph.Entity
	at := map[*thing]int{}
	for i, e := range entities {
		t := of[i]
		if first, ok := at[t]; ok {
			merged[first].Mentions = append(merged[first].Mentions, e.Mentions...)
			continue
		}
		at[t] = len(merged)
		e.ID, e.Name, e.Type, e.Named = t.id, t.name, t.types.best(), t.named
		merged = append(merged, e)
	}
	return merged
}

package entity

import (
	"strings"

	"sayso/graph"
	"sayso/graph/identity"
)

// joinAliases joins two names where the text says that one is another name of the other.
func (t *table) joinAliases(groups []*group, names []named) {
	of := map[place]*group{}
	for _, g := range groups {
		for _, n := range g.members {
			of[place{n.Tree, n.Words[0]}] = g
		}
	}
	for _, n := range names {
		r := reader{doc: t.doc, tree: n.Tree, words: t.trees[n.Tree].Words}
		if next := r.alias(n); next >= 0 {
			long, short := of[place{n.Tree, n.Words[0]}], of[place{n.Tree, next}]
			if long != nil && short != nil && isAlias(long.root(), short.root()) {
				join(long, short)
			}
		}
	}
}

// isAlias reports whether what follows a name can be an alias: persons have none, but the initials of what the
// tagger takes for a person show that it is an organisation.
func isAlias(long, short *group) bool {
	if long.kind() != graph.Person {
		return true
	}
	organization := func(g *group) identity.Name { return identity.NewName(g.first().Text, graph.Organization) }
	if !organization(short).Shortens(organization(long)) {
		return false
	}
	long.become(graph.Organization)
	short.become(graph.Organization)
	return true
}

// become settles the type of a group, and of its names.
func (g *group) become(kind graph.Type) {
	g.sure = kind
	for i, n := range g.members {
		g.names[i] = identity.NewName(n.Text, kind)
	}
}

// alias returns the first word of the alias that follows a name: "X (Y)", "X, or Y,", "X, known
// as Y"; -1 where none does.
func (r *reader) alias(n named) int {
	i := n.Words[len(n.Words)-1] + 1
	if r.is(i, "(") && (r.isAcronym(i+1) && r.closes(i+2, 2) || r.isAcronym(i-1) && r.closes(i+3, 8)) {
		return i + 1
	}
	if !r.is(i, ",") && !r.is(i, "(") {
		return -1
	}
	i++
	switch {
	case r.is(i, "or") && r.isAcronym(i+1):
		return i + 1
	case r.is(i, "also"), r.is(i, "better"), r.is(i, "commonly"), r.is(i, "widely"):
		i++
	}
	if (r.is(i, "known") || r.is(i, "abbreviated")) && r.is(i+1, "as") {
		i += 2
		for r.is(i, "the") || r.is(i, "“") || r.is(i, "\"") {
			i++
		}
		return i
	}
	return -1
}

// closes reports whether a bracket closes within so many words.
func (r *reader) closes(i, reach int) bool {
	for j := i; j < i+reach; j++ {
		if r.is(j, ")") {
			return true
		}
	}
	return false
}

func (r *reader) is(i int, word string) bool {
	return i >= 0 && i < len(r.words) && strings.EqualFold(r.words[i].Text, word)
}

func (r *reader) isAcronym(i int) bool {
	if i < 0 || i >= len(r.words) {
		return false
	}
	word := r.words[i].Text
	return len(word) > 1 && strings.ToUpper(word) == word && isUpper(word)
}

package entity

import (
	"slices"
	"strings"

	"sayso/graph"
	"sayso/graph/identity"
)

// addNames puts the names together that name one thing: equal ones first, so that all of them vote
// on its type; then spellings; then the aliases that the text introduces; then short forms.
func (t *table) addNames(names []named) {
	groups := groupEqual(names)
	settleTypes(groups)
	groups = joinSame(groups)
	t.joinAliases(groups, names)
	joinShort(groups)
	for _, g := range groups {
		if g.into == nil {
			t.enterGroup(g)
		}
	}
}

// group is all mentions of one spelling.
type group struct {
	cluster
	members []named
	into    *group // the group that it became part of
	proof   proof  // of an organisation, by all of them
	placed  int    // how much the words around them speak for a place
}

// root is the group that a group ended up in.
func (g *group) root() *group {
	for g.into != nil {
		g = g.into
	}
	return g
}

func (g *group) first() named { return g.members[0] }

// afterHeadline is the first member that does not stand in the first sentence, or else the first.
func (g *group) afterHeadline() named {
	if g.first().Tree == 0 && len(g.members) > 1 {
		return g.members[1]
	}
	return g.first()
}

func groupEqual(names []named) []*group {
	var groups []*group
	byFold := map[string]*group{}
	for _, n := range names {
		key := identity.Fold(n.Text)
		g := byFold[key]
		if g == nil {
			g = &group{cluster: cluster{named: true, votes: map[graph.Type]int{}}}
			byFold[key] = g
			groups = append(groups, g)
		}
		g.members = append(g.members, n)
		g.vote(n)
	}
	return groups
}

// toldVotes is how many marks of the tagger the words around a name outweigh.
const toldVotes = 3

func (g *group) vote(n named) {
	if n.kind != "" {
		g.votes[n.kind]++
	}
	if n.told != "" && (n.told != graph.Person || n.kind != "") {
		g.votes[n.told] += toldVotes
	}
	g.proof.person += n.proof.person
	g.proof.thing += n.proof.thing
	if n.told == graph.Place {
		g.placed += surely
	}
	if n.alive {
		g.placed -= surely
		g.proof.person -= surely
	}
	if n.sure && (g.sure == "" || g.sure == graph.Organization) {
		g.sure = n.kind
	}
}

// settleTypes lets the lists overrule the tagger, and lets a surname follow its full name.
func settleTypes(groups []*group) {
	for _, g := range groups {
		if k, ok := identity.Lookup(g.first().Text); ok && g.sure == "" && g.votes[graph.Person]*2 <= len(g.members) {
			g.sure = k.Type
		}
	}
	for _, g := range groups {
		for _, h := range groups {
			if g.sure == "" && h.kind() == graph.Person && isSurname(g.first().Text, h.first().Text) {
				g.sure = graph.Person
			}
		}
	}
	for _, g := range groups {
		switch {
		case g.sure != "":
		case g.isProved():
			g.sure = graph.Organization
		case g.isPlaced():
			g.sure = graph.Place
		}
	}
	for _, g := range groups {
		for _, h := range groups {
			if g.sure == "" && isShortOrganization(g, h) {
				g.sure = graph.Organization
			}
		}
	}
	for _, g := range groups {
		g.settleThing()
		for _, n := range g.members {
			g.names = append(g.names, identity.NewName(n.Text, g.kind()))
		}
	}
}

// settleThing reads the type of a name that is no person's, place's or organisation's from its
// last word: a summit, a war, a report.
func (g *group) settleThing() {
	if g.kind() != graph.Thing {
		return
	}
	text := strings.Fields(g.first().Text)
	last := singular(strings.ToLower(text[len(text)-1]))
	switch kind := nouns()[last]; {
	case kind == graph.Event, kind == graph.Work, kind == graph.Organization:
		g.sure = kind
	case last == "day" && len(text) > 1:
		g.sure = graph.Event
	}
}

func isSurname(short, long string) bool {
	words := strings.Fields(long)
	return len(words) > 1 && !strings.Contains(short, " ") && words[len(words)-1] == short
}

// isShortOrganization reports whether a name is the first word of an organisation's that the text used before it, but for the
// headline: "Norvik" after "Norvik Foods".
func isShortOrganization(g, h *group) bool {
	short, long := g.first(), strings.Fields(h.first().Text)
	if h.kind() != graph.Organization || len(short.Words) > 1 || len(long) < 2 || len(long) > 3 || g.afterHeadline().Span.Start < h.first().Span.Start {
		return false
	}
	_, listed := identity.Lookup(short.Text)
	return long[0] == short.Text && (!listed || g.kind() != graph.Place) && (g.votes[graph.Place] == 0 || g.sure == graph.Organization)
}

// join makes h part of g.
func join(g, h *group) {
	g, h = g.root(), h.root()
	if g == h {
		return
	}
	h.into = g
	g.members = append(g.members, h.members...)
	g.names = append(g.names, h.names...)
	for kind, n := range h.votes {
		g.votes[kind] += n
	}
	if g.sure == "" {
		g.sure = h.sure
	}
}

func joinSame(groups []*group) []*group {
	for i, g := range groups {
		for _, h := range groups[i+1:] {
			if h.into == nil && g.root() != h && anySame(g.root(), h) && !fatherAndSon(g.root(), h) {
				join(g, h)
			}
		}
	}
	return groups
}

// fatherAndSon reports whether two names differ by a suffix, and are not one person's: both have one,
// or one sentence names both.
func fatherAndSon(g, h *group) bool {
	a, b := g.suffix(), h.suffix()
	if a == b {
		return false
	}
	return a != "" && b != "" || slices.ContainsFunc(g.members, func(n named) bool {
		return slices.ContainsFunc(h.members, func(m named) bool { return n.Tree == m.Tree })
	})
}

func (g *group) suffix() string {
	for _, n := range g.names {
		if n.Suffix() != "" {
			return n.Suffix()
		}
	}
	return ""
}

func anySame(g, h *group) bool {
	for _, a := range g.names {
		if a.Same(h.names[0]) {
			return true
		}
	}
	return false
}

// joinShort joins each short name with the longer one it stands for: the last that the text used
// before it, or else the only one after it.
func joinShort(groups []*group) {
	for _, g := range groups {
		if g.into != nil {
			continue
		}
		if h := longer(g, bearing(g.suffix(), groups)); h != nil {
			join(h, g)
		}
	}
}

// bearing are the groups with a suffix, or all if none has it.
func bearing(suffix string, groups []*group) []*group {
	var some []*group
	for _, g := range groups {
		if suffix != "" && len(g.first().Words) > 1 && g.suffix() == suffix && len(strings.Fields(identity.WithoutTitles(g.first().Text))) > 2 {
			some = append(some, g)
		}
	}
	if some == nil {
		return groups
	}
	return some
}

func longer(g *group, groups []*group) *group {
	var before, after *group
	several := false
	at := g.first().Span.Start
	for _, h := range groups {
		if h.root() == g || !shortens(g, h) {
			continue
		}
		switch start := h.first().Span.Start; {
		case start < at && (before == nil || before.first().Span.Start < start):
			before = h
		case start > at:
			several = after != nil && after.root() != h.root()
			after = h
		}
	}
	if before != nil {
		return before.root()
	}
	if after == nil || several {
		return nil
	}
	return after.root()
}

// shortens reports whether the one spelling of a group can stand for a longer spelling: as a name, or
// as "the Court" stands for a court.
func shortens(g, h *group) bool {
	short, long := g.first().Text, h.first().Text
	if isOrganizationHead(short) && h.kind() == graph.Organization && len(h.first().Words) > 1 {
		return slices.Contains(strings.Fields(long), short)
	}
	return g.kind() == graph.Organization && isShortOrganization(g, h) || g.names[0].Shortens(identity.NewName(long, h.kind()))
}

// enterGroup makes a cluster of a group.
func (t *table) enterGroup(g *group) {
	c := t.enter(&g.cluster)
	for _, n := range g.members {
		t.mention(c, n.Mention)
		for _, w := range n.Words {
			t.inName[place{n.Tree, w}] = c
		}
		for _, m := range n.wider {
			t.mention(c, m)
		}
	}
}

// name returns the name to go by: of a person the commonest of the fullest, of other things the
// lists' name or the commonest, of a nominal its words.
func (c *cluster) name() string {
	if !c.named {
		return c.text
	}
	counts := map[string]int{}
	best := c.names[0]
	for _, n := range c.names {
		counts[n.Text]++
	}
	for _, n := range c.names {
		if c.rank(n, counts) > c.rank(best, counts) {
			best = n
		}
	}
	return best.Canonical()
}

func (c *cluster) rank(n identity.Name, counts map[string]int) int {
	words := strings.Fields(n.Text)
	if c.kind() == graph.Person {
		if n.Suffix() != "" && len(words) > 2 {
			return 3000 + counts[n.Text]
		}
		return min(len(words), 2)*1000 + counts[n.Text]
	}
	if len(words) == 1 && strings.ToUpper(n.Text) == n.Text {
		return 0
	}
	return len(words)*1000 + counts[n.Text]
}

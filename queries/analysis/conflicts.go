package analysis

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"

	"sayso/graph"
	"sayso/queries/answer"
)

// Conflict is what claims say of the same things that cannot all be so.
type Conflict struct {
	Kind   ConflictKind `json:"kind"`
	Status Status       `json:"status"`
	Sides  []Side       `json:"sides"` // two or more, the earlier told first
}

// Side is one account, with all who give it.
type Side struct {
	Text    string `json:"text"`
	Claims  []Cite `json:"claims"`
	Origins int    `json:"origins"` // independent reports
}

// ConflictKind is how the accounts differ.
type ConflictKind string

const (
	Negated  ConflictKind = "negated"  // one affirms what the other denies
	Opposite ConflictKind = "opposite" // approved, rejected
	Numbers  ConflictKind = "number"   // twelve people, fifteen people
	Object   ConflictKind = "object"   // another object of a relation that has one
	Subject  ConflictKind = "subject"  // another subject of a relation that has one
)

// Status tells whether the accounts stand against each other or one after the other.
type Status string

const (
	Contested  Status = "contested"
	Superseded Status = "superseded" // they are of different times, or the later report may know better
)

//go:embed lexicon/unique.txt
var uniqueText string

var unique = readUnique(uniqueText)

// Conflicts are the conflicts in which something is said of one of the things; of anything where none is named.
func (g *Graph) Conflicts(about []graph.Ref) []Conflict {
	var all []Conflict
	used := map[ConflictKind]map[int]bool{Negated: {}, Opposite: {}, Numbers: {}, Object: {}, Subject: {}}
	for _, i := range g.about(about) {
		d, ok := g.deed(i)
		if !ok {
			continue
		}
		against := map[ConflictKind][]deed{}
		for _, other := range g.rivals(d) {
			if kind := g.clash(d, other); kind != "" && !used[kind][i] {
				against[kind] = append(against[kind], other)
			}
		}
		for _, kind := range []ConflictKind{Negated, Opposite, Numbers, Object, Subject} {
			if len(against[kind]) > 0 {
				all = append(all, g.conflict(kind, d, against[kind], used[kind]))
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Conflict) int { return cmp.Compare(a.Status, b.Status) })
	return all
}

// against are the claims that conflict with one.
func (g *Graph) against(i int) []int {
	var found []int
	d, ok := g.deed(i)
	if !ok {
		return nil
	}
	for _, other := range g.rivals(d) {
		if g.clash(d, other) != "" {
			found = append(found, other.index)
		}
	}
	return found
}

// rivals are other deeds that may clash with d: of those of its verb or an opposite one, and of those of its things.
func (g *Graph) rivals(d deed) []deed {
	found := g.verbList(d.verb).rivals(d)
	for _, verb := range answer.Opposites(d.verb, true) {
		found = append(found, g.verbList(verb).rivals(d)...)
	}
	for _, n := range [...]*thing{d.agent, d.patient} {
		if n != nil && n.ID != "" {
			found = append(found, g.thingList(n.ID).rivals(d)...)
		}
	}
	var all []deed
	for _, i := range ordered(found) {
		if other, ok := g.deed(i); ok && i != d.index {
			all = append(all, other)
		}
	}
	return all
}

func ordered(claims []int) []int {
	slices.Sort(claims)
	return slices.Compact(claims)
}

// clash tells how two deeds contradict each other; "" where they do not.
func (g *Graph) clash(a, b deed) ConflictKind {
	akin, opposite := g.verbsAlike(a.verb, b.verb), isOpposite(a.verb, b.verb)
	if a.ahead != b.ahead || !akin && !opposite || !g.areOnOne(a, b) || !g.argumentsMeet(a, b) {
		return ""
	}
	agents, patients := areAlike(a.agent, b.agent), areAlike(a.patient, b.patient)
	switch {
	case akin && a.no != b.no && agents && patients:
		return Negated
	case a.no || b.no:
		return ""
	case opposite && patients && (agents || a.agent == nil || b.agent == nil) && (!isUndoing(a.verb, b.verb) || g.isLater(a, b)):
		return Opposite
	case akin && amountsDiffer(a.patient, b.patient) && (agents || a.agent == nil || b.agent == nil) && !g.isOtherTime(a, b):
		return Numbers
	case akin && amountsDiffer(a.agent, b.agent) && patients && !g.isOtherTime(a, b):
		return Numbers
	case a.verb != b.verb || g.isOtherTime(a, b) || !areBothProper(a, b):
		return ""
	case unique[a.verb] == "object" && agents && a.patient != nil && b.patient != nil && !patients && !a.patient.counts:
		return Object
	case unique[a.verb] == "subject" && patients && a.agent != nil && b.agent != nil && !agents:
		return Subject
	}
	return ""
}

func isOpposite(a, b string) bool { return slices.Contains(answer.Opposites(a, true), b) }

// isUndoing tells verbs that may well follow on each other: what was opened and closed in one article is its story.
func isUndoing(a, b string) bool { return !slices.Contains(answer.Opposites(a, false), b) }

// areBothProper asks of deeds that differ in who or what that both name it: "the group" may be any of them.
func areBothProper(a, b deed) bool {
	for _, t := range [...]*thing{a.agent, b.agent, a.patient, b.patient} {
		if t == nil || !t.isProper && !t.counts {
			return false
		}
	}
	return true
}

// amountsDiffer tells two things that count the same and come to another number.
func amountsDiffer(a, b *thing) bool {
	return a != nil && b != nil && a.counts && b.counts && a.of == b.of && a.value != b.value
}

// argumentsMeet: what both say by the same preposition is the same, so that they speak of one event.
func (g *Graph) argumentsMeet(a, b deed) bool {
	first, second := g.claims[a.index].Arguments, g.claims[b.index].Arguments
	for i, x := range first {
		for j, y := range second {
			if x.Role == y.Role && x.Role != "when" && !areAlike(g.traits[a.index]().arguments[i], g.traits[b.index]().arguments[j]) {
				return false
			}
		}
	}
	return true
}

// conflict gathers the accounts that stand against a deed, and with each who says the same.
func (g *Graph) conflict(kind ConflictKind, d deed, against []deed, used map[int]bool) Conflict {
	c := Conflict{Kind: kind, Status: Contested}
	sides := [][]int{ordered(append(g.same(d.index), d.index))}
	taken := setOf(sides[0])
	for _, other := range against {
		if taken[other.index] {
			continue
		}
		side := ordered(append(g.same(other.index), other.index))
		for _, i := range side {
			taken[i] = true
		}
		sides = append(sides, side)
		if g.isLater(d, other) {
			c.Status = Superseded
		}
	}
	slices.SortStableFunc(sides, func(a, b []int) int { return cmp.Compare(g.told(a[0]), g.told(b[0])) })
	for _, claims := range sides {
		for _, i := range claims {
			used[i] = true
		}
		c.Sides = append(c.Sides, Side{Text: g.Words(g.claims[claims[0]]), Claims: g.cites(claims), Origins: g.independent(claims)})
	}
	return c
}

// isLater tells accounts that follow on each other: they give different times, or where one gives none, their articles have.
func (g *Graph) isLater(a, b deed) bool {
	x, y := g.claims[a.index], g.claims[b.index]
	if x.Time != nil && y.Time != nil && x.Time.Value != "" && y.Time.Value != "" {
		return !timesMeet(x.Time.Value, y.Time.Value)
	}
	p, q := g.articles[x.Document].Published, g.articles[y.Document].Published
	return p != "" && q != "" && p != q
}

// told is when a claim's event was, else when its article was published.
func (g *Graph) told(i int) string {
	if t := g.claims[i].Time; t != nil && t.Value != "" && !strings.HasPrefix(t.Value, "P") {
		return t.Value
	}
	return g.articles[g.claims[i].Document].Published
}

func readUnique(text string) map[string]string {
	all := map[string]string{}
	for _, fields := range lexiconLines(text) {
		all[fields[0]] = fields[1]
	}
	return all
}

// lexiconLines are the words of each line of a lexicon, without its comments.
func lexiconLines(text string) [][]string {
	var lines [][]string
	for line := range strings.Lines(text) {
		if fields := strings.Fields(line); len(fields) > 1 && !strings.HasPrefix(line, "#") {
			lines = append(lines, fields)
		}
	}
	return lines
}

package analysis

import (
	"cmp"
	_ "embed"
	"slices"

	"sayso/graph"
	"sayso/graph/identity"
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
	Dates    ConflictKind = "date"     // another time of what happens once
)

// Status tells whether the accounts stand against each other or one after the other.
type Status string

const (
	Contested  Status = "contested"
	Superseded Status = "superseded" // see supersedes
)

var conflictKinds = []ConflictKind{Negated, Opposite, Numbers, Dates, Object, Subject}

//go:embed lexicon/unique.txt
var uniqueText string

//go:embed lexicon/once.txt
var onceText string

var (
	unique = readUnique(uniqueText)
	once   = readOnce(onceText)
)

// Conflicts are the conflicts in which something is said of one of the things; of anything where none is named.
func (g *Graph) Conflicts(about []graph.Ref) []Conflict {
	var all []Conflict
	used := usedByKind()
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
		for _, kind := range conflictKinds {
			if len(against[kind]) > 0 {
				all = append(all, g.conflict(kind, d, against[kind], used[kind]))
			}
		}
	}
	all = eachOnce(all)
	slices.SortStableFunc(all, func(a, b Conflict) int { return cmp.Compare(a.Status, b.Status) })
	return all
}

// eachOnce leaves out a denial that the same words have made already: that the mayor did not call on the council to
// leave, and that the council was not called on to.
func eachOnce(all []Conflict) []Conflict {
	type words struct{ one, other string }
	told := map[words][]Conflict{}
	return slices.DeleteFunc(all, func(c Conflict) bool {
		if c.Kind != Negated {
			return false
		}
		at := words{c.Sides[0].Claims[0].Document, c.Sides[1].Claims[0].Document}
		if slices.ContainsFunc(told[at], func(before Conflict) bool {
			return overlap(before.Sides[0].Claims[0], c.Sides[0].Claims[0]) && overlap(before.Sides[1].Claims[0], c.Sides[1].Claims[0])
		}) {
			return true
		}
		told[at] = append(told[at], c)
		return false
	})
}

func overlap(a, b Cite) bool { return a.Start < b.End && b.Start < a.End }

func usedByKind() map[ConflictKind]map[int]bool {
	used := map[ConflictKind]map[int]bool{}
	for _, kind := range conflictKinds {
		used[kind] = map[int]bool{}
	}
	return used
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
	found = append(found, g.figures()[d.index]...)
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

// clash tells how two deeds contradict each other; "" where they do not. What one voice tells in one article does not:
// it is a story in which one thing follows on another.
func (g *Graph) clash(a, b deed) ConflictKind {
	if slices.Contains(g.figures()[a.index], b.index) {
		return Numbers
	}
	akin, opposite := g.verbsAlike(a.verb, b.verb), isOpposite(a.verb, b.verb)
	if a.ahead != b.ahead || !akin && !opposite || !g.areOnOne(a, b) || !g.argumentsMeet(a, b) || g.isOneTelling(a, b) {
		return ""
	}
	agents, patients := areAlike(a.agent, b.agent), areAlike(a.patient, b.patient)
	isOpen := agents || a.agent == nil || b.agent == nil
	if g.argumentsDiffer(a, b) {
		isOne := g.isOnce(a, b) && isOpen || agents && a.patient != nil && !g.isOtherTime(a, b)
		return Numbers.where(akin && !a.no && !b.no && patients && isOne)
	}
	switch {
	case akin && a.no != b.no && agents && patients:
		return Negated
	case a.no || b.no:
		return ""
	case opposite && patients && isOpen && (!isUndoing(a.verb, b.verb) || g.isLater(a, b)):
		return Opposite
	case g.isOtherTime(a, b):
		return Dates.where(akin && g.isOnce(a, b) && patients && isOpen)
	case akin && amountsDiffer(a.patient, b.patient) && (isOpen || mayBe(a.agent, b.agent)):
		return Numbers
	case akin && amountsDiffer(a.agent, b.agent) && patients:
		return Numbers
	case a.verb != b.verb || !areBothProper(a, b):
		return ""
	case unique[a.verb] == "object" && agents && a.patient != nil && b.patient != nil && !patients && !a.patient.counts:
		return Object
	case unique[a.verb] == "subject" && patients && a.agent != nil && b.agent != nil && !agents:
		return Subject
	}
	return ""
}

// isOnce asks of two deeds whether they are one that can be done but once: to buy this ship, to kill this man.
func (g *Graph) isOnce(a, b deed) bool {
	x, y := a.patient, b.patient
	if x == nil && y == nil {
		x, y = a.agent, b.agent
	}
	return once[a.verb] && once[b.verb] && x != nil && y != nil && x.ID != "" && x.ID == y.ID && startsUpper(x.Name)
}

func (k ConflictKind) where(holds bool) ConflictKind {
	if holds {
		return k
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

// amountsDiffer tells two things that count the same and cannot come to one number.
func amountsDiffer(a, b *thing) bool {
	return a != nil && b != nil && a.counts && b.counts && a.of == b.of && (a.high < b.low || b.high < a.low)
}

// argumentsMeet: what both say by the same preposition is the same, but for its number, so that they speak of one event.
func (g *Graph) argumentsMeet(a, b deed) bool {
	return !g.anyOfOneRole(a, b, func(x, y *thing) bool { return !areAlike(x, y) && !amountsDiffer(x, y) })
}

// argumentsDiffer tells deeds that name another number by the same preposition: for $4 million, for $6 million.
func (g *Graph) argumentsDiffer(a, b deed) bool { return g.anyOfOneRole(a, b, amountsDiffer) }

func (g *Graph) anyOfOneRole(a, b deed, holds func(x, y *thing) bool) bool {
	for _, x := range g.traits[a.index]().arguments {
		for _, y := range g.traits[b.index]().arguments {
			if x.role == y.role && x.role != "when" && holds(x.thing, y.thing) {
				return true
			}
		}
	}
	return false
}

// conflict gathers the accounts that stand against a deed, and with each who says the same.
func (g *Graph) conflict(kind ConflictKind, d deed, against []deed, used map[int]bool) Conflict {
	c := Conflict{Kind: kind, Status: Superseded}
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
		if !g.supersedes(kind, d, other) {
			c.Status = Contested
		}
	}
	slices.SortStableFunc(sides, func(a, b []int) int { return cmp.Or(cmp.Compare(g.told(a[0]), g.told(b[0])), a[0]-b[0]) })
	for _, claims := range sides {
		for _, i := range claims {
			used[i] = true
		}
		c.Sides = append(c.Sides, Side{Text: g.Words(g.claims[claims[0]]), Claims: g.cites(claims), Origins: g.independent(claims)})
	}
	return c
}

// supersedes tells accounts of which the later has taken the other's place: both say when it was so, and not at the same time;
// the one undoes the other; a count has grown; or it is one voice that spoke again. Two voices that disagree contest.
func (g *Graph) supersedes(kind ConflictKind, a, b deed) bool {
	x, y := g.articles[g.claims[a.index].Document].Published, g.articles[g.claims[b.index].Document].Published
	switch {
	case (kind == Negated || kind == Opposite) && g.isOtherTime(a, b), kind == Opposite && isUndoing(a.verb, b.verb):
		return true
	case x == "" || y == "" || x == y:
		return false
	case g.isOneVoice(a, b):
		return true
	}
	if x > y {
		a, b = b, a
	}
	return kind == Numbers && unique[a.verb] != "object" && (isFewer(a.patient, b.patient) || isFewer(a.agent, b.agent))
}

func isFewer(a, b *thing) bool { return amountsDiffer(a, b) && a.high < b.low }

// isOneTelling tells what one article says in one voice.
func (g *Graph) isOneTelling(a, b deed) bool {
	return g.claims[a.index].Document == g.claims[b.index].Document && g.isOneVoice(a, b)
}

// isOneVoice tells claims in the words of one speaker or, where nobody is quoted, of one article or outlet.
func (g *Graph) isOneVoice(a, b deed) bool {
	x, y := g.claims[a.index], g.claims[b.index]
	switch p, q := x.Attribution, y.Attribution; {
	case p != nil && q != nil:
		return p.Source.ID != "" && p.Source.ID == q.Source.ID || identity.Fold(p.Source.Name) == identity.Fold(q.Source.Name)
	case p != nil || q != nil:
		return false
	}
	return x.Document == y.Document || isNamed(g.articles[x.Document].Outlet, g.articles[y.Document].Outlet)
}

// isLater tells accounts that follow on each other: they give different times, or where one gives none, their articles have.
func (g *Graph) isLater(a, b deed) bool {
	x, y := g.claims[a.index], g.claims[b.index]
	if x.Time != nil && y.Time != nil && x.Time.Value != "" && y.Time.Value != "" {
		return !timesMeet(*x.Time, *y.Time)
	}
	p, q := g.articles[x.Document].Published, g.articles[y.Document].Published
	return p != "" && q != "" && p != q
}

// told is when a claim's event was, else when its article was published.
func (g *Graph) told(i int) string {
	if c := g.claims[i]; isDated(c) {
		return c.Time.Value
	}
	return g.articles[g.claims[i].Document].Published
}

func readUnique(text string) map[string]string {
	all := map[string]string{}
	for _, fields := range answer.LexiconLines(text) {
		all[fields[0]] = fields[1]
	}
	return all
}

func readOnce(text string) map[string]bool {
	all := map[string]bool{}
	for _, fields := range answer.LexiconLines(text) {
		for _, verb := range fields {
			all[verb] = true
		}
	}
	return all
}

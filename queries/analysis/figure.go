package analysis

import (
	_ "embed"
	"slices"
	"strings"

	"sayso/queries/answer"
)

//go:embed lexicon/kinds.txt
var kindsText string

// kinds are nouns by which news calls one thing in turns, each with the first of its line.
var kinds = readKinds(kindsText)

// findFigures pairs claims whose figures contradict each other in other words: a ship that never exceeded 11 knots did not
// sail at 19, who puts the figure at 58 percent speaks of the 72 told before, and nine hours of talks did not last eight.
func (g *Graph) findFigures() map[int][]int {
	found := map[int][]int{}
	for verb, others := range map[string]func(deed) []int{
		"exceed": g.beyond, "surpass": g.beyond, "top": g.beyond, "put": g.corrected, "last": g.otherwiseLong, "last_for": g.otherwiseLong,
	} {
		for _, i := range g.verbs[verb] {
			d, ok := g.deed(i)
			if !ok || d.ahead {
				continue
			}
			for _, j := range others(d) {
				found[i], found[j] = append(found[i], j), append(found[j], i)
			}
		}
	}
	return found
}

// beyond are the claims that give more, in another voice, of what never exceeded so much.
func (g *Graph) beyond(limit deed) []int {
	if !limit.no || limit.patient == nil || !limit.patient.counts {
		return nil
	}
	return g.among(g.documents[g.claims[limit.index].Document], func(other deed) bool {
		return !other.no && isOfOneKind(limit.agent, other.agent) && !g.isOneVoice(limit, other) &&
			slices.ContainsFunc(g.amounts(other), func(t *thing) bool { return t.of == limit.patient.of && t.low > limit.patient.high })
	})
}

// corrected is the claim whose figure somebody puts at another.
func (g *Graph) corrected(d deed) []int {
	if d.no || d.patient == nil || len(d.patient.words) == 0 || !figureNouns[headOf(d.patient.words)] {
		return nil
	}
	at := slices.IndexFunc(g.traits[d.index]().arguments, func(a argument) bool { return a.role == "at" && a.counts && a.of != "" })
	if at < 0 {
		return nil
	}
	put := g.traits[d.index]().arguments[at].thing
	said := g.claims[d.index]
	before := g.among(g.documents[said.Document], func(other deed) bool {
		return g.claims[other.index].End <= said.Start && slices.ContainsFunc(g.amounts(other), func(t *thing) bool { return t.of == put.of })
	})
	if len(before) == 0 {
		return nil
	}
	last := slices.MaxFunc(before, func(i, j int) int { return g.claims[i].End - g.claims[j].End })
	return g.among([]int{last}, func(other deed) bool {
		return !other.no && slices.ContainsFunc(g.amounts(other), func(t *thing) bool { return amountsDiffer(t, put) })
	})
}

var figureNouns = map[string]bool{"figure": true, "number": true, "total": true, "count": true, "rate": true, "share": true}

// otherwiseLong are the claims of hours or days of something that lasted otherwise.
func (g *Graph) otherwiseLong(d deed) []int {
	if d.no || d.agent == nil || len(d.agent.words) == 0 {
		return nil
	}
	var found []int
	for _, lasted := range g.amounts(d) {
		for _, article := range g.onMatter(g.claims[d.index].Document) {
			found = append(found, g.among(g.documents[article], func(other deed) bool {
				return !other.no && !g.isOtherTime(d, other) && !g.isOneTelling(d, other) && slices.ContainsFunc(g.amounts(other), func(t *thing) bool {
					return spans[t.of] && amountsDiffer(t, lasted) && g.whatOf(other.index, t) == headOf(d.agent.words)
				})
			})...)
		}
	}
	return found
}

var spans = map[string]bool{"minute": true, "hour": true, "day": true, "week": true, "month": true, "year": true}

// whatOf is the noun after an amount in a claim's quote: "talk" after "nine hours of talks".
func (g *Graph) whatOf(i int, t *thing) string {
	_, after, _ := strings.Cut(g.claims[i].Quote, t.Name+" of ")
	if words := contentWords(after); len(words) > 0 {
		return headOf(words)
	}
	return ""
}

// onMatter are an article and those on the same matter.
func (g *Graph) onMatter(article string) []string {
	shared := map[string]int{}
	for ref := range g.speaks[article] {
		last := ""
		for _, i := range g.taking[ref] {
			if document := g.claims[i].Document; document != last {
				last = document
				shared[document]++
			}
		}
	}
	found := []string{article}
	for other, n := range shared {
		if other != article && n >= relatedThings {
			found = append(found, other)
		}
	}
	slices.Sort(found)
	return found
}

// among are those of some claims whose deeds are as asked.
func (g *Graph) among(claims []int, is func(deed) bool) []int {
	var found []int
	for _, i := range claims {
		if d, ok := g.deed(i); ok && !d.ahead && is(d) {
			found = append(found, i)
		}
	}
	return found
}

// amounts are the numbers that a deed gives.
func (g *Graph) amounts(d deed) []*thing {
	var all []*thing
	for _, t := range []*thing{d.agent, d.patient} {
		if t != nil && t.counts {
			all = append(all, t)
		}
	}
	for _, a := range g.traits[d.index]().arguments {
		if a.counts {
			all = append(all, a.thing)
		}
	}
	return all
}

// isOfOneKind tells things that are alike or are called by nouns for one thing: the ship, the vessel.
func isOfOneKind(a, b *thing) bool {
	if a == nil || b == nil || areAlike(a, b) || mayBe(a, b) {
		return a != nil && b != nil
	}
	return len(a.words) > 0 && len(b.words) > 0 && kinds[headOf(a.words)] != "" && kinds[headOf(a.words)] == kinds[headOf(b.words)] && !a.isProper && !b.isProper
}

func readKinds(text string) map[string]string {
	all := map[string]string{}
	for _, fields := range answer.LexiconLines(text) {
		for _, noun := range fields {
			all[noun] = fields[0]
		}
	}
	return all
}

package analysis

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"

	"sayso/graph"
	"sayso/graph/identity"
	"sayso/queries/answer"
)

// deed is a claim with its passive undone, for comparison: who, does what, to whom.
type deed struct {
	index   int
	verb    string // the lemma
	agent   *thing
	patient *thing
	no      bool // it is said not to be so
	ahead   bool // it is a plan, a duty or a possibility
}

// deed is a claim as a deed; what only says that somebody said something is none.
func (g *Graph) deed(i int) (deed, bool) {
	t := g.traits[i]()
	return t.deed, t.isDeed
}

func (g *Graph) readDeed(i int) (deed, bool) {
	c := g.claims[i]
	if c.Object != nil && c.Object.Type == graph.ClaimNode || c.Modality == graph.Questioned || c.Modality == graph.Conditional {
		return deed{}, false
	}
	d := deed{index: i, verb: c.Predicate.Lemma, agent: thingOf(&g.claims[i].Subject), patient: thingOf(c.Object), no: c.Polarity == graph.Negative, ahead: c.Modality != graph.Asserted}
	if isFullPassive(c) {
		d.agent, d.patient = thingOf(agentOf(c)), d.agent
	}
	return d, true
}

// isFullPassive tells a claim whose subject is whom it was done to: who was fined, and who was fined 20 dollars.
func isFullPassive(c graph.Claim) bool {
	return isPassive(c.Predicate) && (c.Object == nil || c.Object.Type == graph.Quantity)
}

func agentOf(c graph.Claim) *graph.Node {
	for _, a := range c.Arguments {
		if a.Role == "by" {
			return &graph.Node{ID: a.ID, Name: a.Text}
		}
	}
	return nil
}

// isPassive tells "was_killed", whose subject is whom the lemma's verb was done to.
func isPassive(p graph.Predicate) bool {
	words := strings.Split(p.Name, "_")
	last := words[len(words)-1]
	return len(words) > 1 && !strings.HasPrefix(p.Lemma, "be") && !strings.HasSuffix(last, "ing") &&
		slices.ContainsFunc(words[:len(words)-1], func(w string) bool {
			return slices.Contains([]string{"is", "are", "was", "were", "be", "been"}, w)
		})
}

// isRelated tells articles that speak of the same matters, so that "the talks" of one may be those of the other.
func (g *Graph) isRelated(a, b string) bool {
	if a == b {
		return true
	}
	x, y := g.speaks[a], g.speaks[b]
	if len(x) > len(y) {
		x, y = y, x
	}
	shared := 0
	for ref := range x {
		if y[ref] {
			shared++
		}
	}
	return shared >= relatedThings
}

// relatedThings is how many things two articles on one matter both speak of, at the least.
const relatedThings = 3

// areAlike tells whether two nodes may name one thing; nothing is like nothing.
func areAlike(a, b *thing) bool {
	switch {
	case a == nil || b == nil:
		return a == nil && b == nil
	case a.ID != "" && a.ID == b.ID:
		return true
	case amountsDiffer(a, b):
		return false
	case a.folded == b.folded:
		return true
	case a.isProper && b.isProper:
		return false
	}
	return nounsAlike(a.words, b.words)
}

// thing is a node with what it is compared by.
type thing struct {
	*graph.Node
	folded   string
	words    []string // see contentWords
	isProper bool
	kinds    []string // what it is by its mention: the ferry Northern Star is a ferry
	counts   bool     // it is so many of something
	amount
}

func thingOf(n *graph.Node) *thing {
	if n == nil {
		return nil
	}
	t := &thing{Node: n, folded: identity.Fold(n.Name), words: contentWords(n.Name), isProper: isProper(*n)}
	t.amount, t.counts = amountOf(*n)
	t.kinds = kindsOf(n.Mention)
	return t
}

// kindsOf are the common nouns that a mention has before a name.
func kindsOf(mention string) []string {
	words := strings.Fields(mention)
	name := slices.IndexFunc(words, func(w string) bool { return w != "The" && w != "A" && unicode.IsUpper(rune(w[0])) })
	return contentWords(strings.Join(words[:max(name, 0)], " "))
}

// mayBe tells a thing without a name from one whose mention says that it is such a thing.
func mayBe(a, b *thing) bool { return isKindOf(a, b) || isKindOf(b, a) }

func isKindOf(a, b *thing) bool {
	return a != nil && b != nil && len(a.words) > 0 && slices.Contains(b.kinds, headOf(a.words))
}

func isProper(n graph.Node) bool {
	return startsUpper(n.Name) && n.Type != graph.Thing && n.Type != graph.Quantity
}

func startsUpper(name string) bool {
	return name != "" && strings.ToLower(name[:1]) != name[:1]
}

// nounsAlike: the same head, and no more than half of the words differ.
func nounsAlike(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	shared := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			shared++
		}
	}
	return headOf(a) == headOf(b) && 2*shared >= len(a)+len(b)-shared
}

// contentWords are the words of a name without articles and the like, in the singular.
func contentWords(name string) []string {
	var words []string
	for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return strings.ContainsRune(" \t-,;:.“”\"‘’'()", r) }) {
		if !emptyWords[w] {
			words = append(words, strings.TrimSuffix(w, "s"))
		}
	}
	return words
}

var emptyWords = map[string]bool{"a": true, "an": true, "the": true, "this": true, "that": true, "these": true, "those": true, "its": true, "his": true, "her": true, "their": true, "s": true}

// headOf is the last word before the first preposition.
func headOf(words []string) string {
	for i, w := range words {
		if i > 0 && isPreposition(w) {
			return words[i-1]
		}
	}
	return words[len(words)-1]
}

func isPreposition(w string) bool {
	return slices.Contains([]string{"of", "in", "on", "at", "for", "with", "to", "from", "by", "between", "about", "off", "over", "near"}, w)
}

// isSame tells whether two claims say the same of the same things: whoever says so, and in whatever voice of the verb.
func (g *Graph) isSame(a, b deed) bool {
	if a.no != b.no || a.ahead != b.ahead || g.isOtherTime(a, b) || !g.areOnOne(a, b) || g.argumentsDiffer(a, b) {
		return false
	}
	if answer.IsMutual(a.verb) && a.verb == b.verb && areAlike(a.agent, b.patient) && areAlike(a.patient, b.agent) {
		return true
	}
	if !areAlike(a.agent, b.agent) {
		return false
	}
	return g.verbsAlike(a.verb, b.verb) && areAlike(a.patient, b.patient) || a.agent != nil && a.agent.isProper && !amountsDiffer(a.patient, b.patient) && g.isReworded(a, b)
}

// mostWords is how much of each of two wordings must stand in the other, by some word that means the same.
const mostWords = 0.65

// isReworded finds one deed in other words: to stop sharing intelligence is to pause the sharing of intelligence.
func (g *Graph) isReworded(a, b deed) bool {
	x, y := g.wording(a), g.wording(b)
	return len(x) > 2 && len(y) > 2 && g.covers(x, y) >= mostWords && g.covers(y, x) >= mostWords
}

// wording is what a claim says of its agent, word by word.
func (g *Graph) wording(d deed) []string { return g.traits[d.index]().words }

func (g *Graph) readWording(d deed) []string {
	words := strings.Split(d.verb, "_")
	if d.patient != nil {
		words = append(words, contentWords(d.patient.Name)...)
	}
	for _, a := range g.claims[d.index].Arguments {
		if a.Role != "when" && a.Role != "by" {
			words = append(words, contentWords(a.Text)...)
		}
	}
	return slices.DeleteFunc(words, func(w string) bool { return isPreposition(w) || w == "be" })
}

func (g *Graph) covers(a, b []string) float64 {
	found := 0
	for _, w := range a {
		if slices.ContainsFunc(b, func(o string) bool { return g.kin.Near(w, o) > 0 }) {
			found++
		}
	}
	return float64(found) / float64(len(a))
}

// areOnOne asks of deeds of unnamed things that their articles are on one matter.
func (g *Graph) areOnOne(a, b deed) bool {
	for _, x := range [...]*thing{a.agent, a.patient} {
		for _, y := range [...]*thing{b.agent, b.patient} {
			if x != nil && y != nil && x.isProper && x.ID == y.ID && x.ID != "" {
				return true
			}
		}
	}
	return g.isRelated(g.claims[a.index].Document, g.claims[b.index].Document)
}

// verbsAlike compares lemmas by what their last verb means; a preposition or particle must be the same.
func (g *Graph) verbsAlike(a, b string) bool {
	if a == b {
		return true
	}
	x, y := strings.Split(a, "_"), strings.Split(b, "_")
	return len(x) == len(y) && slices.Equal(x[1:], y[1:]) && x[0] != "be" && y[0] != "be" && g.kin.Near(x[0], y[0]) > 0
}

// isOtherTime tells two claims of which each gives a time, and not the same.
func (g *Graph) isOtherTime(a, b deed) bool {
	x, y := g.claims[a.index].Time, g.claims[b.index].Time
	return x != nil && y != nil && x.Value != "" && y.Value != "" && !timesMeet(*x, *y)
}

// timesMeet: 2025-03-05 lies in 2025-03; durations say nothing of when.
func timesMeet(a, b graph.Time) bool {
	return a.IsDuration() || b.IsDuration() || strings.HasPrefix(a.Value, b.Value) || strings.HasPrefix(b.Value, a.Value) ||
		within(a.Value, b.Value) || within(b.Value, a.Value)
}

// within tells whether a date lies in an interval written FROM/TO.
func within(date, interval string) bool {
	from, to, ok := strings.Cut(interval, "/")
	return ok && from <= date && date <= to+"~"
}

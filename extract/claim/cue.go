package claim

import (
	"slices"

	"sayso/extract/document"
	"sayso/extract/parse"
	"sayso/graph"
)

// Cue is the word for which a claim is no plain fact.
type Cue struct {
	Quote document.Span // of the claim
	Lemma string        // of its relation
	Says  string        // what it makes of it: conditional, negated
	Word  document.Span
}

// Cues are those of the claims of a sentence.
func Cues(d *document.Document, index int, t parse.Tree) (all []Cue) {
	s := newSentence(d, index, t)
	for _, c := range s.clauses() {
		modal, negation := c.modalCue(), c.negationCue()
		for _, found := range c.claims() {
			for _, cue := range []struct {
				says string
				word int
			}{{string(found.Modality), modal}, {"negated", negation}} {
				if said := cue.says != string(graph.Asserted) && (cue.says != "negated" || found.Polarity == graph.Negative); said && cue.word != none {
					w := s.word(cue.word)
					all = append(all, Cue{Quote: found.Quote, Lemma: found.Predicate.Lemma, Says: cue.says, Word: document.Span{Start: w.Start, End: w.End}})
				}
			}
		}
	}
	return all
}

// modalCue is the word that tells how the text commits to a clause; none where that is no single word.
func (c clause) modalCue() int {
	first := c.first(c.verbs[0])
	m := c.modality()
	switch {
	case m == graph.Asserted:
		return none
	case m == graph.Questioned && c.isQuestion():
		return slices.IndexFunc(c.words, func(w parse.Word) bool { return w.Text == "?" })
	case m == graph.Questioned && c.asksWhether(first), c.stance == toCome && c.is(first, "advcl"):
		return c.openerOf(first)
	case c.stance == supposed && c.condition(first) != none:
		return c.condition(first)
	case c.stance != holds && c.inherits(first):
		return c.inheritedCue(first)
	case c.stance != holds:
		if a := c.among(c.verbs[0], "advmod", func(w int) bool { return epistemic[c.form(w)] }); a != none {
			return a
		}
		return c.above(first)
	}
	if a := c.modalVerb(c.verbs[0]); a != none {
		return a
	}
	for _, v := range c.verbs[:len(c.verbs)-1] {
		if c.commitment(v).modality == m {
			return v
		}
	}
	if c.isInfinitive(first) && c.commitment(c.above(first)).modality != m {
		return c.among(first, "mark", func(w int) bool { return c.form(w) == "to" })
	}
	return c.above(first)
}

// among is the first dependent of a relation that fits.
func (s *sentence) among(i int, relation string, fits func(int) bool) int {
	for _, w := range s.children(i, relation) {
		if fits(w) {
			return w
		}
	}
	return none
}

// inheritedCue is that of the clause above, or the verb of which that one is an attempt.
func (s *sentence) inheritedCue(i int) int {
	above := s.above(i)
	for above >= 0 && !s.isPredicate(above) {
		above = s.above(above)
	}
	if above < 0 {
		return none
	}
	c := s.clause(above)
	if cue := c.modalCue(); cue != none {
		return cue
	}
	return c.verbs[0]
}

// modalVerb is the modal of a verb, or of the one that it is coordinated with.
func (s *sentence) modalVerb(i int) int {
	for ; i >= 0; i = s.above(i) {
		for _, a := range s.auxiliaries(i) {
			if s.tag(a) == "MD" {
				return a
			}
		}
		if !s.bears(i, "conj") {
			break
		}
	}
	return none
}

// negationCue is the word that denies a clause; none where it is not denied, or by no single word.
func (c clause) negationCue() int {
	for n, v := range c.verbs {
		if n < len(c.verbs)-1 && c.commitment(v).negative {
			return v
		}
		for _, i := range append([]int{v}, c.children(v, "nsubj", "obj")...) {
			for _, w := range append([]int{i}, c.dependents(i)...) {
				if c.isNoOne(w) {
					return w - 1
				}
				if c.isNegation(w) && !c.notOnly(w) || c.isNobody(w) || c.isWithout(w) || c.isNoLonger(w) || c.isNever(w) {
					return w
				}
			}
		}
	}
	if c.almost() != none {
		return c.almost()
	}
	if c.stance == fails || c.stance == mayNot {
		return c.above(c.first(c.verbs[0]))
	}
	return none
}

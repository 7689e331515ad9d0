package claim

import (
	_ "embed"
	"slices"

	"sayso/graph"
)

// isNegation tells a word that negates what it hangs on.
func (s *sentence) isNegation(i int) bool {
	switch s.form(i) {
	case "not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "scarcely", "barely", "rarely", "seldom":
		return s.is(i, "advmod", "det", "cc:preconj", "cc") && !s.isNotAll(i)
	case "little":
		return s.bears(i, "advmod") && s.above(i) == i+1 && s.tag(i+1) == "VBN" && s.form(i-1) != "a" // "little changed"
	}
	return false
}

// isNotAll tells the "not" of "not all nurses", which says of how many and belongs to them.
func (s *sentence) isNotAll(i int) bool {
	all := []string{"all", "every", "everyone", "everybody", "everything", "many", "much"}
	return s.form(i) == "not" && s.isNominal(s.above(i)) && s.above(i) > i && slices.Contains(all, s.form(i+1))
}

// isNegated tells whether a predicate, its subject or its object bears a negation.
func (s *sentence) isNegated(i int) bool {
	if s.negates(i) {
		return true
	}
	for _, c := range s.children(i, "nsubj", "obj") {
		if s.negates(c) || s.isNobody(c) {
			return true
		}
		if owner := s.child(c, "nmod:poss"); owner != none && (s.negates(owner) || s.isNobody(owner)) {
			return true
		}
	}
	return false
}

func (s *sentence) negates(i int) bool {
	for _, c := range s.dependents(i) {
		if s.isNegation(c) && !s.notOnly(c) && !s.isBound(c) || s.isNoLonger(c) || s.isWithout(c) || s.isNever(c) {
			return true
		}
	}
	return false
}

// isNever tells "never before" and "not yet".
func (s *sentence) isNever(i int) bool {
	return s.bears(i, "advmod") && slices.ContainsFunc(s.dependents(i), func(c int) bool {
		return c < i && (s.form(c) == "never" || s.form(c) == "not" && s.form(i) == "yet")
	})
}

// isNoLonger tells "no longer" and "no more".
func (s *sentence) isNoLonger(i int) bool {
	return s.bears(i, "advmod") && i > 0 && !s.isBound(i-1) && s.form(i-1) == "no" && (s.form(i) == "longer" || s.form(i) == "more")
}

// isWithout tells the opener of an adjunct that did not happen: "without asking".
func (s *sentence) isWithout(i int) bool {
	if s.form(i) == "rather" && s.form(i+1) == "than" && s.has(i, "fixed") && s.upos(s.above(i)) == "VERB" {
		return i < s.above(i) && s.tag(s.above(i)) != "VBD"
	}
	if s.form(i) == "far" && s.form(i+1) == "from" && s.has(i, "fixed") {
		return s.bears(i, "mark") && s.isParticipial(s.above(i))
	}
	if s.form(i) == "instead" && s.has(i, "fixed") && s.bears(i, "advmod") {
		return s.isParticipial(s.above(i))
	}
	if !s.is(i, "mark", "case") || !s.isParticipial(s.above(i)) {
		return false
	}
	return s.isNearMiss(i) || s.form(i) == "without" || s.form(i) == "instead" || s.form(i) == "from" && s.isPrevention(s.preventer(s.above(i))) && !s.isPreventionFailed(s.preventer(s.above(i)))
}

// isParticipial tells "asking" and "being asked".
func (s *sentence) isParticipial(i int) bool {
	return s.tag(i) == "VBG" || s.tag(i) == "VBN" && s.form(s.child(i, "aux:pass")) == "being"
}

// isPrevention tells verbs after which "from" says what did not come about.
func (s *sentence) isPrevention(i int) bool {
	prevention := []string{"ban", "bar", "prevent", "stop", "prohibit", "keep", "discourage", "deter", "block", "dissuade", "refrain", "abstain", "preclude", "exclude", "forbid"}
	return i >= 0 && slices.Contains(prevention, s.lemma(i))
}

// preventer is the verb above what "from" opens, on it or on its object.
func (s *sentence) preventer(i int) int {
	above := s.above(i)
	if s.bears(i, "acl") && s.bears(above, "obj") {
		return s.above(above)
	}
	return above
}

// isPreventionFailed tells "failed to stop them from leaving": they left.
func (s *sentence) isPreventionFailed(verb int) bool {
	return s.isPrevention(verb) && (s.hasFailed(verb) || s.negates(verb))
}

// notOnly tells the "not" of "not only", which negates nothing.
func (s *sentence) notOnly(i int) bool {
	return i+1 < len(s.words) && slices.Contains([]string{"only", "just", "merely", "least"}, s.form(i+1))
}

// isBound tells the "no" of "no more than 1,000", which bounds an amount.
func (s *sentence) isBound(i int) bool {
	return s.form(i) == "no" && slices.Contains([]string{"more", "less", "fewer", "later", "sooner", "earlier"}, s.form(i+1)) && s.form(i+2) == "than"
}

// isForbidden tells what may not be done: "a law barring migrants from claiming asylum".
func (s *sentence) isForbidden(i int) bool {
	if s.form(s.child(i, "mark", "case")) != "from" || s.tag(i) != "VBG" {
		return false
	}
	return slices.Contains([]string{"ban", "bar", "prohibit", "forbid"}, s.lemma(s.above(i)))
}

// polarity is negative where the group or a word like "fail" negates.
func (c clause) polarity() graph.Polarity {
	negative := c.group.negative
	for n, v := range c.verbs {
		if n < len(c.verbs)-1 && c.commitment(v).negative {
			negative = !negative
		}
		if n > 0 && c.isNegated(v) {
			negative = !negative
		}
	}
	if c.negatedComplement() {
		negative = !negative
	}
	if f, ok := c.frame(); ok && f.commitment.negative {
		negative = !negative
	}
	if c.almost() != none {
		negative = !negative
	}
	if negative {
		return graph.Negative
	}
	return graph.Positive
}

// negatedComplement tells "was declared not guilty".
func (c clause) negatedComplement() bool {
	for _, x := range c.children(c.head, "xcomp") {
		if !c.isPredicate(x) && c.negates(x) {
			return true
		}
	}
	return false
}

// isNearMiss tells the opener of what did not quite happen: "came close to winning".
func (s *sentence) isNearMiss(i int) bool {
	return !s.has(i-1, "cop") && slices.Contains([]string{"close", "near", "short"}, s.form(i-1)) && slices.Contains([]string{"to", "of"}, s.form(i))
}

// almost is the "almost" or "nearly" that stands just before a verb, which so did not come about; none
// where it weighs an amount.
func (c clause) almost() int {
	v := c.verbs[0]
	amounts := []string{"double", "triple", "treble", "quadruple", "halve"}
	a := v - 1
	if c.above(a) != v || !c.is(a, "advmod") || c.upos(v) != "VERB" || slices.Contains(amounts, c.lemma(v)) {
		return none
	}
	if c.form(a) == "almost" || c.form(a) == "nearly" {
		return a
	}
	return none
}

//go:embed words/real_gerunds.txt
var realGerundsText string

// realGerunds holds verb and preposition after which a gerund tells what was done, proposals those after
// which it tells what is only wanted.
var realGerunds, proposals = wordPairs(realGerundsText), wordPairs(proposalsText)

//go:embed words/proposals.txt
var proposalsText string

// wordPairs reads lines of a word and those that it goes with.
func wordPairs(text string) map[string]bool {
	all := map[string]bool{}
	for _, f := range lines(text) {
		for _, second := range f[1:] {
			all[f[0]+" "+second] = true
		}
	}
	return all
}

// isTalkedAbout tells a gerund that nobody is said to have done: "decided against closing it",
// "spoke about leaving"; where somebody says it, it is attributed instead.
func (s *sentence) isTalkedAbout(i int) bool {
	above, opener := s.above(i), s.opener(i)
	if s.bears(i, "conj") && s.tag(i) == "VBG" && opener == none && !s.has(i, "nsubj", "aux") {
		return s.isTalkedAbout(above)
	}
	if s.tag(i) != "VBG" || !s.is(i, "advcl", "xcomp") || opener == none || s.upos(above) != "VERB" && s.upos(above) != "ADJ" || opener < above || s.has(i, "nsubj") {
		return false
	}
	if proposals[s.lemma(above)+" "+s.form(opener)] {
		return true
	}
	if !slices.Contains([]string{"of", "about", "to", "on", "over", "at", "toward", "towards", "against"}, s.form(opener)) || s.isNearMiss(opener) {
		return false
	}
	return !realGerunds[s.lemma(above)+" "+s.form(opener)] && !slices.ContainsFunc(s.sayings, func(y saying) bool { return y.content == i })
}

// isDeniedPhrase tells "not for circulation", of which the clause says that it is not so.
func (s *sentence) isDeniedPhrase(i int) bool {
	return slices.ContainsFunc(s.children(i, "advmod"), func(c int) bool { return c < i && s.form(c) == "not" && !s.notOnly(c) })
}

// isExcluded tells the conjunct of "the council, rather than the mayor" and "but not the mayor".
func (s *sentence) isExcluded(i int) bool {
	return slices.ContainsFunc(s.dependents(i), func(c int) bool {
		if c > i || !s.is(c, "cc", "advmod", "case", "mark") {
			return false
		}
		return s.form(c) == "rather" && s.form(c+1) == "than" || s.form(c) == "instead" || s.form(c) == "not" && !s.notOnly(c)
	})
}

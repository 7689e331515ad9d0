package claim

import (
	"slices"
	"strings"

	"sayso/graph"
)

// group is what the auxiliaries and the form of a verb say about it.
type group struct {
	modal       string // will, may …; "" for none
	past        bool
	perfect     bool
	progressive bool
	passive     bool
	negative    bool
}

// verbGroup reads the verb group around i; a conjunct without auxiliaries shares those of the
// verb before it ("will lift the pause and resume aid").
func (s *sentence) verbGroup(i int) group {
	auxiliaries := s.auxiliaries(i)
	if len(auxiliaries) == 0 && s.bears(i, "conj") && !s.has(i, "nsubj") && !s.isFinite(i) {
		g := s.verbGroup(s.head(i))
		g.negative = g.negative || s.isNegated(i)
		return g
	}
	g := group{negative: s.isNegated(i), passive: s.isPassiveForm(i)}
	for _, a := range auxiliaries {
		g.read(s, a)
	}
	if len(auxiliaries) == 0 {
		g.past = s.isPast(i)
	}
	g.progressive = g.progressive && s.tag(i) == "VBG"
	return g
}

func (g *group) read(s *sentence, a int) {
	lemma := s.lemma(a)
	switch {
	case s.tag(a) == "MD":
		g.modal = modalOf(s.form(a), lemma)
	case lemma == "have":
		g.perfect, g.past = true, true
	case s.tag(a) == "VBD":
		g.past = true
	}
	if lemma == "be" && s.bears(a, "aux") {
		// "'s announced" is "has announced" even where the lemma says "be".
		has := s.tag(s.head(a)) == "VBN"
		g.progressive, g.past = !has, g.past || has
	}
	if s.bears(a, "cop") && (s.tag(a) == "VBN") {
		g.past = true
	}
}

// modalOf is a modal in full: 'll, wo, ca.
func modalOf(form, lemma string) string {
	switch form {
	case "'ll", "’ll", "wo":
		return "will"
	case "ca":
		return "can"
	case "'d", "’d":
		return "would"
	case "sha":
		return "shall"
	}
	if lemma == "" {
		return form
	}
	if form == "could" || form == "would" || form == "might" || form == "should" {
		return form
	}
	return lemma
}

func (s *sentence) auxiliaries(i int) []int { return s.children(i, "aux", "cop") }

func (s *sentence) isFinite(i int) bool {
	return slices.Contains([]string{"VBD", "VBZ", "VBP"}, s.tag(i))
}

// isPassiveForm tells a passive by its auxiliary or subject, or a participle that modifies.
func (s *sentence) isPassiveForm(i int) bool {
	if s.has(i, "aux:pass", "nsubj:pass", "csubj:pass") {
		return true
	}
	if s.tag(i) != "VBN" || len(s.auxiliaries(i)) > 0 || s.has(i, "obj") {
		return false
	}
	if s.has(i, "nsubj") {
		return s.is(i, "advcl", "acl", "nmod", "obl") && !s.bears(i, "acl:relcl")
	}
	if s.bears(i, "conj") {
		return s.isPassiveForm(s.head(i))
	}
	return s.bears(i, "acl") || s.is(i, "advcl") || s.bears(i, "xcomp")
}

// isPast tells the tense of a verb without auxiliaries: by its form, and for a participle or
// infinitive by that of the clause it belongs to.
func (s *sentence) isPast(i int) bool {
	switch s.tag(i) {
	case "VBD":
		return true
	case "VBZ", "VBP":
		return false
	case "VBN":
		if s.commitment(i).modality != graph.Planned {
			return true
		}
	}
	for j := s.head(i); j >= 0; j = s.head(j) {
		if s.isFinite(j) || len(s.auxiliaries(j)) > 0 {
			return s.verbGroup(j).past
		}
	}
	return false
}

// isNegation tells a word that negates what it hangs on.
func (s *sentence) isNegation(i int) bool {
	switch s.form(i) {
	case "not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "scarcely", "barely":
		return s.is(i, "advmod", "det", "cc:preconj", "cc")
	}
	return false
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
	}
	return false
}

func (s *sentence) negates(i int) bool {
	for _, c := range s.below[i] {
		if s.isNegation(c) && !s.notOnly(c) || s.isNoLonger(c) || s.isWithout(c) || s.isNever(c) {
			return true
		}
	}
	return false
}

// isNever tells "never before" and "not yet".
func (s *sentence) isNever(i int) bool {
	return s.bears(i, "advmod") && slices.ContainsFunc(s.below[i], func(c int) bool {
		return c < i && (s.form(c) == "never" || s.form(c) == "not" && s.form(i) == "yet")
	})
}

// isNoLonger tells "no longer" and "no more".
func (s *sentence) isNoLonger(i int) bool {
	return s.bears(i, "advmod") && i > 0 && s.form(i-1) == "no" && (s.form(i) == "longer" || s.form(i) == "more")
}

// isWithout tells the opener of an adjunct that did not happen: "without asking".
func (s *sentence) isWithout(i int) bool {
	return s.is(i, "mark", "case") && s.tag(s.head(i)) == "VBG" &&
		(s.form(i) == "without" || s.form(i) == "instead" || s.form(i) == "from" && s.isPrevention(s.head(s.head(i))))
}

// isPrevention tells verbs after which "from" says what did not come about.
func (s *sentence) isPrevention(i int) bool {
	prevention := []string{"ban", "bar", "prevent", "stop", "prohibit", "keep", "discourage", "deter", "block", "dissuade", "refrain", "abstain", "preclude", "exclude", "forbid"}
	return i >= 0 && slices.Contains(prevention, s.lemma(i))
}

// notOnly tells the "not" of "not only", which negates nothing.
func (s *sentence) notOnly(i int) bool {
	return i+1 < len(s.words) && slices.Contains([]string{"only", "just", "merely", "least"}, s.form(i+1))
}

func (s *sentence) isNobody(i int) bool {
	switch s.form(i) {
	case "nobody", "none", "nothing", "no-one":
		return true
	}
	return false
}

// predicate names what a clause asserts; preposition is what the relation absorbs, or "".
func (c clause) predicate(preposition string, active bool) Predicate {
	g := c.group
	if active && len(c.verbs) == 1 {
		g.passive = false
	}
	var name, lemma []string
	f, framed := c.frame()
	if framed {
		name = append(name, f.name)
	}
	if framed && f.lemma != "" {
		lemma = append(lemma, f.lemma)
	}
	for n, v := range c.verbs {
		switch {
		case n == 0 && framed:
			name = append(name, c.plain(v, active))
		case n == 0:
			name = append(name, c.finite(v, g))
		default:
			name = append(name, c.embedded(v, active))
		}
		if n == len(c.verbs)-1 || !c.commitment(v).dropped {
			lemma = append(lemma, c.base(v))
		}
		if p := c.child(v, "compound:prt"); p != none {
			name, lemma = append(name, c.form(p)), append(lemma, c.form(p))
		}
	}
	if preposition != "" {
		name, lemma = append(name, preposition), append(lemma, preposition)
	}
	if c.negatedComplement() {
		name = append(name, "not")
	}
	return Predicate{Name: relation(name), Lemma: relation(lemma), Head: c.head}
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

// relation joins words to the name of a relation.
func relation(words []string) string {
	name := strings.ReplaceAll(strings.Join(words, "_"), " ", "_")
	return strings.ReplaceAll(name, "’", "'")
}

// base is the lemma of a verb as relation names write it.
func (s *sentence) base(i int) string {
	if lemma := s.lemma(i); lemma != "" && lemma != "_" {
		return lemma
	}
	return s.form(i)
}

// finite inflects the outermost verb as the group says.
func (c clause) finite(v int, g group) string {
	if c.upos(v) != "VERB" || c.has(v, "cop") {
		return beForm(g) + "_" + c.form(v)
	}
	base := c.base(v)
	switch {
	case g.passive:
		return beForm(g) + "_" + c.participle(v)
	case g.modal != "" && g.negative:
		return g.modal + "_not_" + base
	case g.modal != "":
		return g.modal + "_" + base
	case g.progressive && !g.past:
		return beForm(g) + "_" + gerund(base)
	case g.negative && g.past:
		return "did_not_" + base
	case g.negative:
		return "does_not_" + base
	case g.past && c.tag(v) == "VBD":
		return c.form(v)
	case g.past:
		return past(base)
	}
	return third(base)
}

// participle is the form that the text uses, or the one the verb has.
func (c clause) participle(v int) string {
	if c.tag(v) == "VBN" {
		return c.form(v)
	}
	return participle(c.base(v))
}

// beForm is "be" as a group inflects it: is, was_not, will_be.
func beForm(g group) string {
	switch {
	case g.modal != "" && g.negative:
		return g.modal + "_not_be"
	case g.modal != "":
		return g.modal + "_be"
	}
	form := "is"
	if g.past {
		form = "was"
	}
	if g.negative {
		form += "_not"
	}
	return form
}

// plain is a verb after "to", which the frame supplies.
func (c clause) plain(v int, active bool) string {
	switch {
	case c.upos(v) != "VERB" || c.has(v, "cop") && !c.isBeTo(v):
		return "be_" + c.form(v)
	case c.isPassiveForm(v) && !active:
		return "be_" + c.participle(v)
	}
	return c.base(v)
}

// embedded writes an inner verb of a complex predicate: to_lift, sharing, to_be_lifted.
func (c clause) embedded(v int, active bool) string {
	to := ""
	if c.isInfinitive(v) || c.bears(v, "conj") && c.isInfinitive(c.first(v)) {
		to = "to_"
	}
	if c.negates(v) {
		to = "not_" + to
	}
	switch {
	case c.has(v, "cop"):
		return to + "be"
	case c.isPassiveForm(v) && !active:
		return to + "be_" + c.participle(v)
	case c.tag(v) == "VBG" && to == "":
		return c.form(v)
	}
	return to + c.base(v)
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
	if negative {
		return graph.Negative
	}
	return graph.Positive
}

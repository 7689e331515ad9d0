package claim

import (
	_ "embed"
	"slices"

	"sayso/graph"
)

//go:embed words/verdicts.txt
var verdictsText string

//go:embed words/possibilities.txt
var possibilitiesText string

//go:embed words/epistemic.txt
var epistemicText string

// epistemic holds adverbs like "perhaps".
var epistemic = wordSet(epistemicText)

//go:embed words/mandates.txt
var mandatesText string

// stance is what the words above a clause say of whether it holds.
type stance string

const (
	holds    stance = "holds"
	fails    stance = "fails"
	may      stance = "may"
	mayNot   stance = "may-not"
	open     stance = "open"     // asked, disputed or not known
	supposed stance = "supposed" // a condition, or imagined
	should   stance = "should"   // asked for
	toCome   stance = "to-come"
)

// verdict is what a word says of a clause as it stands, and where it is negated.
type verdict struct{ plain, negated stance }

func verdicts(text string) map[string]verdict {
	all := map[string]verdict{}
	for _, f := range lines(text) {
		v := verdict{plain: stance(f[1])}
		if len(f) > 2 {
			v.negated = stance(f[2])
		}
		all[f[0]] = v
	}
	return all
}

var (
	clauseVerdicts = verdicts(verdictsText)
	possibilities  = verdicts(possibilitiesText)
)

// mandates holds the verbs of asking for something; true: only with a bare verb.
var mandates = func() map[string]bool {
	all := map[string]bool{}
	for _, f := range lines(mandatesText) {
		all[f[0]] = len(f) > 1
	}
	return all
}()

// stance is how the clause of a verb is held, by what governs it and what opens it.
func (s *sentence) stance(i int) stance {
	first := s.first(i)
	switch {
	case s.asksWhether(first) || s.isDoubted(i) || s.isRebutted(first) || s.isAccused(first) && slices.Contains(clearing, s.lemma(s.above(first))):
		return open
	case s.isDenied(i), s.is(first, "ccomp") && s.lemma(s.above(first)) == "pretend":
		return fails
	case s.is(first, "ccomp") && s.lemma(s.above(first)) == "rule" && s.isNegated(s.above(first)), s.is(first, "csubj") && s.lemma(s.above(first)) == "rule" && s.negates(s.above(first)):
		return may
	case s.isCondition(first) || s.isSupposition(first) || s.is(first, "ccomp") && s.lemma(s.above(first)) == "wish" && s.verbGroup(first).past:
		return supposed
	case s.isStillToCome(first):
		return toCome
	case s.inherits(first):
		return s.inherited(first)
	case s.isInfinitive(first):
		return holds
	case s.isMandated(first):
		return should
	}
	if st := s.judged(first); st != holds {
		return st
	}
	if s.isHoped(i) {
		return toCome
	}
	if st := s.nounStance(first); st != holds {
		return st
	}
	if s.isGuessed(i) {
		return may
	}
	return holds
}

// inherits tells a clause that is no more of a fact than the one that it hangs on.
func (s *sentence) inherits(i int) bool {
	return s.isConsequence(i) || s.isOutcome(i) || s.isPrevented(i) || s.isWished(i) ||
		s.bears(i, "xcomp") && s.isCausative(s.above(i)) || s.isEnsured(i) || s.isUntilDone(i)
}

// isGuessed tells a clause with "perhaps", or below "it seems that".
func (s *sentence) isGuessed(i int) bool {
	above := s.above(s.first(i))
	if s.is(s.first(i), "ccomp", "csubj") && (s.lemma(above) == "seem" || s.lemma(above) == "appear") && (s.has(above, "expl") || s.form(s.child(above, "nsubj")) == "it") {
		return true
	}
	return slices.ContainsFunc(s.children(i, "advmod"), func(a int) bool { return epistemic[s.form(a)] })
}

// isConsequence tells the participle of "will be held in May, selecting a winner" and the means of
// "could save money by closing schools", which are no more of a fact than what they hang on.
func (s *sentence) isConsequence(i int) bool {
	above := s.above(i)
	if s.tag(i) != "VBG" || !s.bears(i, "advcl") || above < 0 || s.has(i, "aux", "nsubj") || s.isCue(i) && (s.has(i, "ccomp") || s.opener(i) != none) {
		return false
	}
	switch s.form(s.opener(i)) {
	case "":
		return above < i
	case "by", "while", "before", "after", "in", "into":
		return true
	}
	return false
}

// isHoped tells "my hope is that heads prevail".
func (s *sentence) isHoped(i int) bool {
	hopes := []string{"hope", "aim", "wish", "goal", "dream", "plan", "expectation", "intention", "fear"}
	outer := s.child(i, "nsubj:outer")
	return outer != none && slices.Contains(hopes, s.lemma(outer)) && s.opensWithThat(i) && !s.verbGroup(i).past
}

// isUntilDone tells "until every shaft had been inspected", which has come about no more than what waits for it.
func (s *sentence) isUntilDone(i int) bool {
	mark := s.form(s.opener(i))
	had := slices.ContainsFunc(s.auxiliaries(i), func(a int) bool { return s.form(a) == "had" })
	return s.is(i, "advcl") && had && s.has(i, "nsubj") && (mark == "until" || mark == "till")
}

// isEnsured tells what somebody only means to see to: "asked the board to ensure that the rule applies".
func (s *sentence) isEnsured(i int) bool {
	return s.bears(i, "ccomp") && slices.Contains([]string{"ensure", "assure", "guarantee"}, s.lemma(s.above(i)))
}

// isOutcome tells "being withdrawn" of "may result in a claim being withdrawn", which is no more of a fact than the result.
func (s *sentence) isOutcome(i int) bool {
	noun := s.above(i)
	role := s.role(noun)
	return s.bears(i, "acl") && s.form(s.leftmost(i)) == "being" && s.is(noun, "obl") && (role == "in" || role == "to" || role == "of")
}

// isPrevented tells what somebody is kept from: "tried to stop her from leaving".
func (s *sentence) isPrevented(i int) bool {
	verb := s.preventer(i)
	return s.tag(i) == "VBG" && s.form(s.child(i, "mark", "case")) == "from" && s.isPrevention(verb) && !s.isForbidden(i) && !s.isPreventionFailed(verb)
}

// isWished tells what is said in the present of a thing that is only meant to be: "wants a law that
// bans smoking".
func (s *sentence) isWished(i int) bool {
	noun := s.above(i)
	if !s.bears(i, "acl:relcl") || s.isMerged(i) || s.isCue(i) && s.has(i, "ccomp") || s.verbGroup(i).past || s.hasModal(i) || s.upos(noun) != "NOUN" || !s.is(noun, "obj", "obl", "nsubj") {
		return false
	}
	switch s.form(s.child(noun, "det")) {
	case "a", "an", "any":
		return true
	case "":
		return s.tag(noun) == "NNS" && !s.is(noun, "obl") && !s.has(noun, "nmod:poss", "nummod") && !s.isComma(s.leftmost(i)-1)
	}
	return false
}

// inherited is the stance of what hangs on a clause and shares its reality.
func (s *sentence) inherited(i int) stance {
	above := s.above(i)
	for above >= 0 && !s.isPredicate(above) {
		above = s.above(above)
	}
	if above < 0 {
		return holds
	}
	c := s.clause(above)
	if verb := s.lemma(above); verb != "be" && verb != "have" && verb != "go" && verb != "set" && s.commitment(above).modality != graph.Asserted && s.isWished(i) {
		return may
	}
	if outer := c.first(c.verbs[0]); (s.isEnsured(i) || s.isCausative(above)) && c.bears(outer, "xcomp") && c.isInfinitive(outer) && c.isObjectControl(c.above(outer)) && c.modality() == graph.Planned {
		return should
	}
	switch c.modality() {
	case graph.Future, graph.Planned:
		return toCome
	case graph.Obligatory:
		return should
	case graph.Possible:
		return may
	case graph.Conditional:
		return supposed
	case graph.Questioned:
		return open
	}
	switch {
	case c.isAttempt() && c.lemma(c.verbs[0]) == "agree":
		return toCome
	case c.isAttempt() && (s.isPrevented(i) || s.form(s.opener(i)) == "into"):
		return may
	}
	return holds
}

// judged is the verdict of the predicate of which a clause is said: "it is false that …".
func (s *sentence) judged(i int) stance {
	above := s.above(i)
	if above < 0 || !s.is(i, "csubj", "ccomp") && !(s.is(i, "advcl", "acl") && s.opensWithThat(i)) || !s.has(above, "cop", "aux:pass", "expl") && (!s.bears(above, "xcomp") || s.isInfinitive(above)) {
		return holds
	}
	v, known := clauseVerdicts[s.form(above)]
	st := v.plain
	switch {
	case !known || st == should && !s.isSubjunctive(i):
		return holds
	case st == holds && s.asks(above):
		return open
	case s.negates(above):
		return v.negated
	}
	return st
}

// nounStance is what a noun says of the clause on it: "the risk that …", "the prospect of Greece leaving".
func (s *sentence) nounStance(i int) stance {
	noun, ok := s.nounOfContent(i)
	if !ok {
		return holds
	}
	v, known := possibilities[s.lemma(noun)]
	switch {
	case !known || v.plain == should && (s.tag(i) == "VBD" || s.tag(i) == "VBZ"):
		return holds
	case s.negates(noun) && v.negated != "":
		return v.negated
	}
	return v.plain
}

// nounOfContent is the noun whose content a clause is, by "that" or by "of" and a participle.
func (s *sentence) nounOfContent(i int) (noun int, ok bool) {
	above := s.above(i)
	switch {
	case above < 0 || !s.isNominal(above) || !s.is(i, "acl", "ccomp"):
		return none, false
	case s.opensWithThat(i), !s.bears(i, "acl:relcl") && s.has(i, "nsubj") && !s.isInfinitive(i) && s.hasContent(above):
		return above, true
	case s.tag(i) != "VBG" || s.asksItself(i):
		return none, false
	case s.form(s.child(i, "mark", "case")) == "of" || s.doer(i) != none && s.doer(i) != above:
		return above, true
	case s.doer(i) == above:
		return s.above(above), true
	}
	return none, false
}

// asksItself tells "asking" of "the request of the town asking schools to pay", which is what the request did.
func (s *sentence) asksItself(i int) bool {
	return s.bears(i, "acl") && !s.has(i, "mark", "case") && slices.Contains([]string{"ask", "urge", "demand", "call", "request", "invite", "order", "say", "state", "claim", "tell"}, s.lemma(i))
}

// doer is who does what a participle says that hangs on a noun of saying or possibility, where
// "of" names them: "fears of Russia attacking".
func (s *sentence) doer(i int) int {
	above := s.above(i)
	if s.tag(i) != "VBG" || !s.bears(i, "acl") || s.has(i, "mark", "case") || above < 0 || s.asksItself(i) {
		return none
	}
	if s.upos(above) == "PROPN" && s.bears(above, "nmod") && s.role(above) == "of" && s.hasContent(s.above(above)) {
		return above
	}
	for _, m := range s.children(above, "nmod") {
		if s.hasContent(above) && s.role(m) == "of" && s.rightmost(m) == i-1 {
			return m
		}
	}
	return none
}

// isBeyondDoubt tells a noun whose content its negation makes a fact: "no doubt that".
func (s *sentence) isBeyondDoubt(noun int) bool {
	return possibilities[s.lemma(noun)].negated == holds && s.negates(noun)
}

// hasContent tells a noun that names what may be said or may be so.
func (s *sentence) hasContent(i int) bool {
	_, known := possibilities[s.lemma(i)]
	return known && s.upos(i) == "NOUN" || s.isStatementNoun(i)
}

// isMandated tells what somebody asks for: "demanded that the school reopen".
func (s *sentence) isMandated(i int) bool {
	above := s.above(i)
	bare, mandates := mandates[s.lemma(above)]
	if !mandates || s.upos(above) != "VERB" || !s.is(i, "ccomp", "csubj") || !s.has(i, "nsubj") || s.tag(i) == "VBG" {
		return false
	}
	return s.isSubjunctive(i) || !bare && !s.isFiniteClause(i) || !bare && s.tag(i) == "VBP"
}

// isSubjunctive tells the bare verb of "that he leave" and "that it be closed".
func (s *sentence) isSubjunctive(i int) bool {
	first := s.child(i, "aux", "cop")
	return first == none && s.tag(i) == "VB" || first != none && s.form(first) == "be"
}

// under is a verb group as a stance makes it.
func (g group) under(st stance) group {
	switch st {
	case fails:
		g.negative = !g.negative
	case may:
		g = g.weakened()
	case mayNot:
		g = g.weakened()
		g.negative = !g.negative
	case should:
		g.modal, g.past = "should", false
	case toCome:
		g.modal, g.past, g.perfect = "will", false, false
	case supposed:
		if g.modal == "should" {
			g.modal = ""
		}
	}
	return g
}

// weakened is a verb group that only may hold.
func (g group) weakened() group {
	if slices.Contains([]string{"", "will", "would", "can"}, g.modal) {
		g.modal, g.perfect = "may", g.past
	}
	return g
}

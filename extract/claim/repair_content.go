package claim

import (
	_ "embed"
	"slices"
)

//go:embed words/uttering.txt
var utteringText string

//go:embed words/gerunds.txt
var gerundsText string

// uttering holds the verbs whose object a claim or rumour itself may be.
var uttering = wordSet(utteringText)

// gerundVerbs holds the verbs, some with a particle, that a gerund completes.
var gerundVerbs = wordSet(gerundsText)

func wordSet(text string) map[string]bool {
	all := map[string]bool{}
	for _, f := range lines(text) {
		all[f[0]] = true
	}
	return all
}

//go:embed words/directives.txt
var directivesText string

// directives holds the verbs whose object shall do what the infinitive just after it says.
var directives = wordSet(directivesText)

// factNouns take a that-clause that is held to be so.
var factNouns = []string{"fact", "news", "evidence", "proof", "sign", "realisation", "realization", "knowledge", "sense", "principle", "information"}

// mendNounContent reads "the claim that X bribed two ministers" where "that" was taken for a
// pronoun although the clause lacks nothing.
func (s *sentence) mendNounContent(i int) {
	if s.upos(i) != "NOUN" || !s.hasContent(i) && !slices.Contains(factNouns, s.lemma(i)) {
		return
	}
	for _, c := range s.children(i, "acl") {
		that := s.leftmost(c)
		if c < i || s.form(that) != "that" || !s.has(c, "nsubj", "csubj", "expl") || s.is(that, "nsubj", "mark") && s.bears(c, "acl") {
			continue
		}
		if s.is(that, "mark") || !s.is(that, "nsubj", "det") && s.lacksNothing(i, s.above(that)) {
			s.words[that].Head, s.words[that].Relation, s.words[that].UPOS, s.words[that].XPOS = c, "mark", "SCONJ", "IN"
			s.words[c].Relation = "acl"
			s.link()
		}
	}
}

// lacksNothing tells a verb beside whose objects "that" is not needed as another.
func (s *sentence) lacksNothing(noun, verb int) bool {
	objects := len(s.children(verb, "obj", "iobj", "ccomp", "xcomp"))
	if s.has(verb, "cop") || s.isPassiveForm(verb) || objects > 1 || intransitive[s.lemma(verb)] {
		return true
	}
	return s.hasContent(noun) && !uttering[s.lemma(verb)]
}

// mendOpenedGerund reads "without consulting Congress", where the preposition was hung on the
// gerund's object.
func (s *sentence) mendOpenedGerund(i int) {
	gerund, object := i+1, s.above(i)
	if s.form(i) == "instead" && s.form(i+1) == "of" {
		gerund = i + 2
	}
	if !s.is(i, "case", "mark") || object <= gerund || s.tag(gerund) != "VBG" || s.upos(gerund) != "VERB" || s.within(gerund, object) {
		return
	}
	if s.above(object) == gerund && s.bears(object, "obj") {
		s.move(i, gerund, "mark")
		return
	}
	if !s.is(gerund, "advcl") || !s.is(object, "obl", "nmod") || s.leftmostBut(object, i) != gerund+1 {
		return
	}
	s.rearrange(func() {
		s.words[i].Head, s.words[i].Relation = gerund, "mark"
		s.words[object].Head, s.words[object].Relation = gerund, "obj"
	})
}

// leftmostBut is the first word of a branch that stands after the word i.
func (s *sentence) leftmostBut(top, i int) int {
	for _, w := range s.subtree(top, nil) {
		if w > i {
			return w
		}
	}
	return top
}

// mendGerundCase reads "ruled out closing the plant" where the gerund was taken for a preposition.
func (s *sentence) mendGerundCase(i int) {
	object := s.above(i)
	verb := s.gerundVerb(i)
	if s.tag(i) != "VBG" || !s.bears(i, "case") || object < i || verb == none || s.above(object) != verb || slices.Contains(participlePrepositions, s.form(i)) {
		return
	}
	s.rearrange(func() {
		s.words[i].Head, s.words[i].Relation, s.words[i].UPOS = verb, "xcomp", "VERB"
		s.words[object].Head, s.words[object].Relation = i, "obj"
	})
}

// mendGerundComplement makes "leaving" of "is considering leaving" complete the verb before it.
func (s *sentence) mendGerundComplement(i int) {
	verb := s.gerundVerb(i)
	if s.tag(i) != "VBG" || s.upos(i) != "VERB" || verb == none || s.bears(i, "obj") && len(s.dependents(i)) == 0 || s.above(i) != verb || !s.is(i, "advcl", "obj", "ccomp", "obl") || s.has(i, "mark", "case", "nsubj", "det") {
		return
	}
	s.words[i].Relation = "xcomp"
}

// gerundVerb is the verb just before i that a gerund completes.
func (s *sentence) gerundVerb(i int) int {
	verb := i - 1
	name := s.lemma(verb)
	if s.bears(verb, "compound:prt") {
		verb = s.above(verb)
		name = s.lemma(verb) + "_" + s.form(i-1)
	}
	if verb < 0 || s.upos(verb) != "VERB" || !gerundVerbs[name] {
		return none
	}
	return verb
}

// mendRatherThan hangs "rather than" on the verb that it opens: "rather than pay, he left".
func (s *sentence) mendRatherThan(i int) {
	verb := i + 2
	if s.form(i) != "rather" || s.form(i+1) != "than" || s.above(i) == verb || s.tag(verb) != "VB" && s.tag(verb) != "VBG" || s.upos(verb) != "VERB" || s.within(s.above(i), verb) {
		return
	}
	if s.is(verb, "advcl", "conj") && s.move(i, verb, "mark") {
		s.words[verb].Relation = "advcl"
		s.words[i+1].Head, s.words[i+1].Relation = i, "fixed"
		s.link()
	}
}

// mendNegatedInfinitive hangs "never" of "promised never to leave" on what was promised.
func (s *sentence) mendNegatedInfinitive(i int) {
	verb := s.above(i + 1)
	if s.form(i) != "not" && s.form(i) != "never" || s.form(i+1) != "to" || s.above(i) != i-1 || s.above(verb) != i-1 || !s.is(verb, "xcomp", "advcl", "acl") {
		return
	}
	s.move(i, verb, "advmod")
}

// mendDirected gives "to raise" of "wants the firm to raise wages" and "was forced to sell" to the
// verb that asks for it or brings it about.
func (s *sentence) mendDirected(i int) {
	above := s.above(i)
	if !s.isInfinitive(i) || !s.is(i, "acl", "advcl") || above < 0 {
		return
	}
	start, verb := s.leftmost(i), above
	object := s.child(above, "obj", "iobj")
	if s.bears(i, "acl") {
		verb, object = s.above(above), above
	}
	if !directives[s.lemma(verb)] || s.upos(verb) != "VERB" {
		return
	}
	switch {
	case object != none && s.is(object, "obj", "iobj") && (s.endsBefore(object, start) || s.onlyTimeBetween(object, start)) && !s.hasContent(object):
		s.move(i, verb, "xcomp")
	case verb == above && s.isPassiveForm(verb) && (verb == start-1 || s.onlyAgentBetween(verb, start)):
		s.move(i, verb, "xcomp")
	}
}

// endsBefore tells a phrase that ends just before a word, or an apposition to it whose second comma stands there.
func (s *sentence) endsBefore(noun, start int) bool {
	last := s.rightmostBefore(noun, start)
	return last == start-1 || last == start-2 && s.isComma(start-1) && s.has(noun, "appos") && s.commaBetween(noun, last) != none
}

// mendWhether hangs "whether" on the clause that it opens: "whether he lied is disputed".
func (s *sentence) mendWhether(i int) {
	above := s.above(i)
	if s.form(i) != "whether" || above < i {
		return
	}
	if main := s.above(above); main > above && s.bears(above, "advcl") && s.has(main, "cop", "aux:pass") && !s.has(main, "nsubj", "csubj") {
		s.words[above].Relation = "csubj"
		return
	}
	for _, c := range s.children(above, "advcl", "csubj", "nsubj") {
		if s.is(c, "nsubj") && s.upos(c) != "VERB" {
			continue
		}
		if c > i && c < above && s.leftmostBut(c, i) == i+1 && s.has(c, "nsubj", "csubj") {
			s.move(i, c, "mark")
			s.words[c].Relation = "csubj"
			return
		}
	}
}

// mendLateInfinitive makes "to leave" of "threatened on Sunday to leave" complete the verb, from which
// only a time parts it.
func (s *sentence) mendLateInfinitive(i int) {
	verb := s.above(i)
	if !s.bears(i, "advcl") || !s.isInfinitive(i) || len(s.children(i, "mark")) > 1 || s.has(i, "nsubj") || verb < 0 || verb > i || s.upos(verb) != "VERB" || !s.takesInfinitive(verb) || s.has(verb, "obj", "ccomp", "xcomp") || s.isPassiveForm(verb) {
		return
	}
	for _, o := range s.dependents(verb) {
		if verb < o && o < i && !s.isTime(o) && !s.is(o, "advmod", "compound:prt") {
			return
		}
	}
	s.words[i].Relation = "xcomp"
}

// mendDueTo makes "to be sold" of "was closed and is due to be sold" complete "due": an infinitive with "to" joins no
// finite verb without an "and".
func (s *sentence) mendDueTo(i int) {
	due := s.leftmost(i) - 1
	cc := s.child(i, "cc")
	if cc != none {
		due = i - 1
		for due > cc && s.upos(due) != "ADJ" {
			due--
		}
	}
	if s.bears(i, "conj") && s.isInfinitive(i) && !s.has(i, "nsubj") && s.upos(due) == "ADJ" && s.has(due, "cop") && s.form(due+1) == "to" && (cc == none || s.bears(due, "conj")) {
		s.rearrange(func() {
			s.words[i].Head, s.words[i].Relation = due, "xcomp"
			if cc != none {
				s.words[cc].Head = due
			}
		})
	}
}

// mendUntil hangs "until they paid" of "said it would last until they paid", taken for something said, on what would last.
func (s *sentence) mendUntil(i int) {
	verb := s.above(i)
	opener := s.form(s.child(i, "mark"))
	if content := s.child(verb, "ccomp"); s.bears(i, "ccomp") && content > verb && content < i && !s.has(i, "cc") && slices.Contains([]string{"until", "till", "after", "before", "once"}, opener) {
		s.move(i, content, "advcl")
	}
}

// onlyAgentBetween tells "asked by the court to", where nothing but the agent parts the two.
func (s *sentence) onlyAgentBetween(verb, start int) bool {
	for _, d := range s.dependents(verb) {
		if verb < d && d < start && !s.isAgent(d) {
			return false
		}
	}
	return true
}

// onlyTimeBetween tells "told the city on Monday to", where nothing but when it was parts the two.
func (s *sentence) onlyTimeBetween(object, start int) bool {
	for _, o := range s.children(s.above(object), "obl", "obl:unmarked") {
		if s.isTime(o) && s.leftmost(o) == s.rightmost(object)+1 && s.rightmost(o) == start-1 {
			return true
		}
	}
	return false
}

// mendArgument hangs "that it is late" of "rejected the claim that it is late" on the claim.
func (s *sentence) mendArgument(i int) {
	verb := s.above(i)
	noun := s.child(verb, "obj")
	if s.bears(i, "ccomp") && s.opensWithThat(i) && verb < noun && noun == s.leftmost(i)-1 && s.hasContent(noun) && !s.hasAddressee(verb) && !s.isPerson(noun) {
		s.move(i, noun, "acl")
	}
}

// mendDirectedAside gives "to sell" of "urged Holm, who owns it, to sell" to who urged, where it was hung on the clause between.
func (s *sentence) mendDirectedAside(i int) {
	clause := s.above(i)
	object := s.above(clause)
	verb := s.above(object)
	if s.isInfinitive(i) && s.is(i, "advcl", "xcomp") && s.bears(clause, "acl:relcl") && s.is(object, "obj", "iobj") && directives[s.lemma(verb)] && s.isComma(s.leftmost(i)-1) && s.isComma(s.leftmost(clause)-1) {
		s.move(i, verb, "xcomp")
	}
}

// mendAlleged makes "and that a guard was hurt" of "says that he told staff to stop and that …" the second thing said.
func (s *sentence) mendAlleged(i int) {
	if !s.bears(i, "conj") || !s.opensWithThat(i) || !s.has(i, "cc") {
		return
	}
	for v := s.above(i); v >= 0; v = s.above(v) {
		if s.bears(v, "ccomp") && s.opensWithThat(v) && s.isCue(s.above(v)) {
			s.move(i, v, "conj")
			return
		}
	}
}

// mendReducedContent reads "said tests carried out on Monday showed a leak", where the participle was taken for what was said.
func (s *sentence) mendReducedContent(p int) {
	cue := s.above(p)
	if s.tag(p) != "VBN" || !s.bears(p, "ccomp") || !s.isCue(cue) || cue > p || s.has(p, "nsubj", "aux", "aux:pass", "mark", "cop") {
		return
	}
	for _, m := range s.dependents(cue) {
		n := s.child(m, "nsubj")
		if m > p && s.is(m, "advcl", "ccomp", "parataxis", "dep") && cue < n && n < p && s.rightmost(n) == p-1 && s.isFiniteClause(m) && s.rightmost(p) == s.groupStart(m)-1 {
			s.rearrange(func() {
				s.words[p].Head, s.words[p].Relation = n, "acl"
				s.words[m].Relation = "ccomp"
			})
			return
		}
	}
}

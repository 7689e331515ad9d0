package claim

import (
	_ "embed"
	"slices"

	"sayso/graph"
)

//go:embed words/commitment.txt
var commitmentText string

// commitment is what an outer verb or adjective says about the event that it governs.
type commitment struct {
	modality graph.Modality
	dropped  bool // the relation's lemma leaves it out
	negative bool
}

var commitments = func() map[string]commitment {
	all := map[string]commitment{}
	for _, f := range lines(commitmentText) {
		all[f[0]] = commitment{
			modality: graph.Modality(f[1]),
			dropped:  slices.Contains(f[2:], "drop"),
			negative: slices.Contains(f[2:], "negative"),
		}
	}
	return all
}()

func (s *sentence) commitment(i int) commitment {
	if s.isYetTo(i) {
		return commitment{modality: graph.Asserted, dropped: true, negative: true}
	}
	if c, ok := commitments[s.form(i)]; ok && s.tag(i) == "VBN" {
		return c
	}
	if c, ok := commitments[s.base(i)]; ok {
		return c
	}
	return commitment{modality: graph.Asserted}
}

// isYetTo tells the "has" of "has yet to pay" and the "remains" of "remains to be paid".
func (s *sentence) isYetTo(i int) bool {
	if s.lemma(i) == "remain" {
		return s.form(i+1) == "to" && s.form(i+2) == "be"
	}
	if s.lemma(i) == "have" && s.form(i+1) == "yet" && s.form(i+2) == "to" {
		return true
	}
	return s.lemma(i) == "have" && slices.ContainsFunc(s.dependents(i), func(a int) bool { return s.form(a) == "yet" && s.form(a+1) == "to" })
}

// modals gives what a modal verb commits to. FactBank keeps "would" apart; news uses it for
// the future as seen from the past.
var modals = map[string]graph.Modality{
	"will": graph.Future, "would": graph.Future, "shall": graph.Future,
	"may": graph.Possible, "might": graph.Possible, "could": graph.Possible, "can": graph.Possible,
	"must": graph.Obligatory, "should": graph.Obligatory, "ought": graph.Obligatory, "need": graph.Obligatory,
}

// modality tells how the text commits to a clause.
func (c clause) modality() graph.Modality {
	switch {
	case c.stance == open || c.isQuestion():
		return graph.Questioned
	case c.stance == supposed || c.group.modal == "would" && (c.group.perfect || c.hasCondition()):
		return graph.Conditional
	case c.group.modal == "must" && c.group.perfect:
		return graph.Possible
	}
	if m, ok := modals[c.group.modal]; ok {
		return m
	}
	for _, v := range c.verbs[:len(c.verbs)-1] {
		if m := c.commitment(v).modality; m != graph.Asserted {
			return m
		}
	}
	if c.isBareInfinitive(c.verbs[0]) {
		return c.clause(c.above(c.first(c.verbs[0]))).modality()
	}
	if f, ok := c.frame(); ok && f.commitment.modality != "" {
		return f.commitment.modality
	}
	return graph.Asserted
}

// isDenied tells the content of "deny", or of a negated verb of thinking, whose negation is
// meant for the content: "nobody thinks that it works".
func (s *sentence) isDenied(i int) bool {
	i = s.first(i)
	for _, y := range s.sayings {
		if y.content != i || y.aside {
			continue
		}
		if s.asks(y.cue) {
			return false
		}
		if s.denies(y.cue) {
			return !s.isNegated(y.cue)
		}
		return slices.Contains([]string{"think", "believe", "expect", "suppose"}, s.lemma(y.cue)) && s.isNegated(y.cue)
	}
	return false
}

// denies tells the words that hold their content to be false.
func (s *sentence) denies(cue int) bool {
	switch s.lemma(cue) {
	case "deny", "refute", "disprove", "rebut", "reject", "denial":
		return true
	case "lie":
		return s.upos(cue) == "NOUN" && (s.has(cue, "det", "nmod:poss") || s.isPlural(cue))
	case "rule":
		return s.form(s.child(cue, "compound:prt")) == "out"
	}
	return false
}

// isUndeniable tells the verb of "cannot deny that", which so much as admits it.
func (s *sentence) isUndeniable(cue int) bool {
	modal := s.form(s.child(cue, "aux"))
	return s.denies(cue) && (modal == "can" || modal == "ca" || modal == "could")
}

// isDoubted tells the content of "doubt" or of a negated verb of saying.
func (s *sentence) isDoubted(i int) bool {
	i = s.first(i)
	for _, y := range s.sayings {
		if y.content == i && !y.aside && s.isCue(y.cue) {
			return s.asks(y.cue) || s.isHeldByFew(y.cue) || s.lemma(y.cue) == "doubt" || s.lemma(y.cue) == "dispute" || s.isUnsaid(y.cue) || s.isSaidFalsely(y.cue) || s.isNegated(y.cue) && !s.isDenied(i) && !s.isUndeniable(y.cue)
		}
	}
	return false
}

// isSaidFalsely tells what the text itself holds to be wrong: "falsely claimed that".
func (s *sentence) isSaidFalsely(cue int) bool {
	return slices.ContainsFunc(s.children(cue, "advmod"), func(a int) bool {
		return slices.Contains([]string{"falsely", "wrongly", "incorrectly", "mistakenly", "erroneously", "misleadingly"}, s.form(a))
	})
}

// isRebutted tells a report that somebody does not let stand: "denied a report that", "rumours that … were false".
func (s *sentence) isRebutted(i int) bool {
	cue := s.above(i)
	above := s.above(cue)
	if above < 0 || !s.is(i, "acl", "acl:relcl", "ccomp") || s.upos(cue) != "NOUN" || !slices.ContainsFunc(s.sayings, func(y saying) bool { return y.cue == cue && y.content == i }) || s.isNegated(above) {
		return false
	}
	rebuttals := []string{"deny", "refute", "disprove", "rebut", "reject", "dismiss", "dispute", "contest", "challenge", "debunk", "contradict"}
	if s.is(cue, "obj", "nsubj:pass") && slices.Contains(rebuttals, s.lemma(above)) {
		return true
	}
	return s.is(cue, "nsubj") && s.has(above, "cop") && slices.Contains([]string{"false", "untrue", "baseless", "unfounded", "groundless", "wrong", "incorrect"}, s.lemma(above))
}

// isQuestion tells a direct question.
func (c clause) isQuestion() bool { return c.asks(c.first(c.verbs[0])) }

// asks tells the main clause of a sentence that ends in a question mark.
func (s *sentence) asks(i int) bool {
	last := len(s.words) - 1
	if last > 0 && s.words[last].Text != "?" {
		last--
	}
	return s.words[last].Text == "?" && s.is(i, "root", "parataxis") && !s.isQuotedBeside(last, i)
}

// isQuotedBeside tells a mark inside a quotation that opens after i: "He asked examiners: “Is it red?”".
func (s *sentence) isQuotedBeside(mark, i int) bool {
	open := 0
	for j := i + 1; j < mark; j++ {
		if s.isQuotationMark(j) {
			open++
		}
	}
	return open%2 == 1 && (mark == len(s.words)-1 || s.isQuotationMark(mark+1))
}

// asksWhether tells an indirect question that "whether" or "if" opens.
func (s *sentence) asksWhether(i int) bool {
	return slices.ContainsFunc(s.dependents(i), func(m int) bool {
		return m < i && (s.form(m) == "whether" || s.form(m) == "if" && s.is(m, "mark", "advmod") && (s.is(i, "ccomp", "csubj") || s.is(i, "advcl") && s.isOpenQuestion(s.above(i))))
	})
}

// isOpenQuestion tells "was asked" and "it is unclear" before what is so.
func (s *sentence) isOpenQuestion(i int) bool {
	if m := s.lemma(i); m == "ask" || m == "wonder" || m == "inquire" || m == "enquire" {
		return true
	}
	v := clauseVerdicts[s.form(i)]
	return (v.plain == open || v.negated == open && s.negates(i)) && s.has(i, "expl", "nsubj") && s.has(i, "cop", "aux:pass")
}

// hasCondition tells a clause that holds only if another does.
func (c clause) hasCondition() bool {
	return slices.ContainsFunc(c.children(c.first(c.verbs[0]), "advcl"), c.isCondition)
}

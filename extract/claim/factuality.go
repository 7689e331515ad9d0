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
	if c, ok := commitments[s.base(i)]; ok {
		return c
	}
	return commitment{modality: graph.Asserted}
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
	if c.isQuestion() || c.isDoubted(c.verbs[0]) {
		return graph.Questioned
	}
	if c.isCondition() {
		return graph.Conditional
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
		if s.lemma(y.cue) == "deny" {
			return !s.isNegated(y.cue)
		}
		return slices.Contains([]string{"think", "believe", "expect", "suppose"}, s.lemma(y.cue)) && s.isNegated(y.cue)
	}
	return false
}

// isDoubted tells the content of "doubt" or of a negated verb of saying.
func (s *sentence) isDoubted(i int) bool {
	i = s.first(i)
	for _, y := range s.sayings {
		if y.content == i && !y.aside && s.isCue(y.cue) {
			return s.lemma(y.cue) == "doubt" || s.lemma(y.cue) != "deny" && s.isNegated(y.cue) && !s.isDenied(i)
		}
	}
	return false
}

// isCondition tells a clause that "if" or its like opens.
func (c clause) isCondition() bool {
	outer := c.first(c.verbs[0])
	if c.is(outer, "advcl") && c.isInverted(outer) {
		return true
	}
	mark := c.child(outer, "mark")
	return mark != none && slices.Contains([]string{"if", "unless", "provided", "lest"}, c.form(mark)) && c.is(outer, "advcl", "parataxis")
}

// isInverted tells "had it happened" and "were she to go".
func (s *sentence) isInverted(i int) bool {
	auxiliary, subject := s.child(i, "aux", "cop"), s.child(i, "nsubj")
	if auxiliary == none || subject == none || auxiliary > subject || s.has(i, "mark") {
		return false
	}
	return slices.Contains([]string{"had", "were", "should"}, s.form(auxiliary))
}

// isQuestion tells a direct question, or an indirect one that "whether" or "if" opens.
func (c clause) isQuestion() bool {
	outer := c.first(c.verbs[0])
	if mark := c.child(outer, "mark", "advmod"); mark != none && c.is(outer, "ccomp", "acl", "advcl", "csubj") {
		if c.form(mark) == "whether" || c.form(mark) == "if" && c.is(outer, "ccomp") {
			return true
		}
	}
	last := c.words[len(c.words)-1]
	asks := last.Text == "?" || len(c.words) > 1 && c.words[len(c.words)-2].Text == "?"
	return asks && c.is(outer, "root", "parataxis")
}

package claim

import (
	"slices"

	"sayso/graph"
)

// frame is what stands before an infinitive whose governing word is not part of its own
// predicate, so that the relation is true as it reads: was_asked_to, refused_to, aimed_to.
type frame struct {
	name       string
	lemma      string // "" where modality says it
	commitment commitment
	aims       bool // it says only what the clause above is for
}

// frame finds the frame of a clause; ok is false for all but infinitives.
func (c clause) frame() (f frame, ok bool) {
	if c.hasModal(c.verbs[0]) {
		return frame{}, false
	}
	outer := c.first(c.verbs[0])
	above := c.above(outer)
	if c.isBeTo(outer) {
		return frame{name: beForm(group{past: c.group.past, negative: c.group.negative}) + "_to", commitment: commitments["be"]}, true
	}
	if c.isBareInfinitive(outer) && c.isInfinitive(above) {
		return frame{name: "is_to"}, true
	}
	if above < 0 || !c.isInfinitive(outer) {
		return frame{}, false
	}
	past := c.isPastAround(above)
	switch {
	case c.asksWhether(outer):
		return frame{name: "to"}, true
	case c.appealed(outer) != none:
		return c.calledOn(c.appealed(outer)), true
	case c.intention(outer) != none:
		return c.intended(intentions[c.lemma(above)], past || resolutions[c.lemma(above)]), true
	case c.has(c.verbs[0], "nsubj") || c.bears(outer, "acl") && c.isPassiveForm(outer):
		return frame{name: "is_to", commitment: commitments["be"]}, true
	case c.bears(outer, "xcomp") && c.upos(above) == "VERB" && c.isObjectControl(above):
		return c.asked(above, past), true
	case c.is(outer, "advcl", "xcomp"):
		return frame{name: tensed("aim", past) + "_to", commitment: commitment{modality: graph.Planned}, aims: true}, true
	}
	return frame{}, false
}

// isAimless tells a purpose that is not that of the subject above: "was licensed to carry 150", "cool enough to be
// entered", "set up for guests to try".
func (c clause) isAimless() bool {
	outer := c.first(c.verbs[0])
	above, before := c.above(outer), c.leftmost(outer)-1
	f, ok := c.frame()
	if ok && f.name == "is_to" && c.has(outer, "nsubj") && c.form(c.child(outer, "mark")) == "for" {
		return true
	}
	if !ok || !f.aims {
		return false
	}
	if c.isPassiveForm(outer) || c.isPassiveForm(above) || c.upos(above) == "ADJ" || c.form(before) == "enough" {
		return true
	}
	moved := slices.Contains([]string{"take", "send", "lead", "bring", "invite", "pressure", "allow", "license", "design"}, c.lemma(above))
	return moved && c.has(above, "obj") || c.isForWhom(outer, before)
}

// isForWhom tells the phrase that ends before an infinitive and says who is to do it: "set up for guests to try".
func (c clause) isForWhom(infinitive, end int) bool {
	doer := c.nominalEndingAt(end)
	return doer != none && c.upos(doer) == "NOUN" && !c.isTime(doer) && c.form(c.child(infinitive, "mark")) == "for"
}

func (s *sentence) isPastAround(i int) bool {
	for j := i; j >= 0; j = s.above(j) {
		if s.isFinite(j) || len(s.auxiliaries(j)) > 0 {
			return s.verbGroup(j).past
		}
	}
	return false
}

func tensed(verb string, isPast bool) string {
	if isPast {
		return past(verb)
	}
	return third(verb)
}

// adjectives that intentions.txt names beside verbs.
var intentAdjectives = []string{"ready", "willing", "unwilling", "eager", "reluctant", "able", "unable", "determined"}

func (c clause) intended(word string, past bool) frame {
	known, ok := commitments[word]
	if !ok {
		known = commitment{modality: graph.Asserted}
	}
	f := frame{name: tensed(word, past) + "_to", lemma: word, commitment: known}
	if slices.Contains(intentAdjectives, word) {
		f.name = tensed("be", past) + "_" + word + "_to"
	}
	if word == "commit" {
		f.name = tensed("be", past) + "_committed_to"
	}
	if known.dropped {
		f.lemma = ""
	}
	return f
}

// asked is the frame of an object that is made or asked to do something.
func (c clause) asked(above int, past bool) frame {
	outer := c.clause(above)
	g := group{modal: outer.group.modal, perfect: outer.group.perfect, past: past, negative: outer.group.negative}
	f := frame{name: beForm(g) + "_" + c.participle(above) + "_to", commitment: c.commitment(above)}
	f.commitment.negative = f.commitment.negative != g.negative
	if f.commitment.modality != graph.Asserted {
		return f
	}
	f.commitment.modality = outer.modality()
	if f.commitment.modality == graph.Asserted && (outer.isAttempt() || outer.isPurpose()) {
		f.name = beForm(group{past: past, negative: outer.group.negative}) + "_to_be_" + c.participle(above) + "_to"
		f.commitment.modality = graph.Planned
	}
	return f
}

// isPurpose tells an infinitive that need not have come about: "a campaign to persuade users".
func (c clause) isPurpose() bool {
	first := c.first(c.verbs[0])
	return c.isInfinitive(first) && c.is(first, "acl", "advcl", "xcomp") && !slices.Contains(bringing, c.lemma(c.above(first)))
}

// bringing are outer verbs whose inner verb has come about: "managed to persuade her".
var bringing = []string{"manage", "begin", "start", "continue", "proceed", "dare", "help", "go", "happen", "come", "keep", "succeed", "get", "have", "finish", "decide"}

// isAttempt tells a complex predicate whose inner verb need not have come about: "tried to force".
func (c clause) isAttempt() bool {
	return len(c.verbs) > 1 && !slices.Contains(bringing, c.lemma(c.verbs[0]))
}

package claim

import (
	_ "embed"
	"slices"
)

//go:embed words/incomplete.txt
var incompleteText string

// incomplete holds the verbs that alone say nothing of their subject; true: without an object they
// say nothing whatever stands beside them.
var incomplete = func() map[string]bool {
	all := map[string]bool{}
	for _, f := range lines(incompleteText) {
		all[f[0]] = len(f) > 1
	}
	return all
}()

// saysNothing tells a verb that, with no object and no argument, is mostly what is left of a clause
// that was misread or cut.
func (c clause) saysNothing() bool {
	_, known := incomplete[c.base(c.head)]
	return known && c.form(c.head) != "lied" || c.isCue(c.head) && !c.isWeakCue(c.head) && !c.isSilence() || c.base(c.head) == "be" || c.isPassing() || c.isBareReduced()
}

// isSilence tells "declined to comment" and "did not reply", which say that nothing was said, and "testified", which says that all was.
func (c clause) isSilence() bool {
	if slices.Contains([]string{"comment", "testify", "protest", "confess", "concede", "disagree"}, c.base(c.head)) {
		return c.group.past || c.group.negative || c.group.modal != "" || len(c.verbs) > 1
	}
	return c.group.negative && slices.Contains([]string{"reply", "respond"}, c.base(c.head)) || c.isUnsaid(c.head) && !c.isPassive()
}

// isCut tells a verb whose object was lost: "the unions demanded, although the offer rose".
func (c clause) isCut() bool {
	return incomplete[c.base(c.head)] && !c.has(c.head, "compound:prt") && len(c.verbs) == 1 && !c.isPassive()
}

// isBareReduced tells the participle of "the firms involved" and "the sum needed", which only says which.
func (c clause) isBareReduced() bool {
	v := c.verbs[0]
	participle := c.tag(v) == "VBN" || c.tag(v) == "VBD" || c.tag(v) == "VBG"
	return participle && c.bears(v, "acl") && len(c.verbs) == 1 && !c.has(v, "nsubj", "aux", "cop", "advmod")
}

// isPassing tells a clause that is only the moment or the measure of another, in no certain past: "when schools close".
func (c clause) isPassing() bool {
	first := c.first(c.verbs[0])
	if c.stance == supposed || !c.is(first, "advcl") || c.group.past || c.group.modal != "" {
		return false
	}
	openers := []string{"when", "whenever", "as", "once", "until", "till", "before", "after", "while", "where", "wherever", "so", "than", "like"}
	return slices.ContainsFunc(c.children(first, "mark", "advmod"), func(m int) bool { return m < first && slices.Contains(openers, c.form(m)) })
}

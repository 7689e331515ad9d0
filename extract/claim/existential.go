package claim

import "slices"

// isExistential tells "there is", "there had been".
func (c clause) isExistential() bool {
	expletive := c.child(c.head, "expl")
	return expletive != none && c.form(expletive) == "there"
}

// existential reads "there had been fears of war": the fears existed. That bare wars or people do
// says nothing; what the sentence tells of them, it tells in another clause.
func (c clause) existential() []Claim {
	if len(c.arguments(none)) == 0 && !c.group.negative && !c.hasFeature(c.head, "Polarity=Neg") {
		c.subjects = slices.DeleteFunc(c.subjects, func(p Phrase) bool { return !c.has(p.Head, "nmod", "nummod", "compound") && !c.negates(p.Head) })
	}
	c.subjects = slices.DeleteFunc(c.subjects, Phrase.IsNobody)
	p := Predicate{Name: exists(c.group), Lemma: "exist", Head: c.head}
	return c.state(p, nil, none, "existential", .75)
}

func exists(g group) string {
	switch {
	case g.modal != "" && g.negative:
		return g.modal + "_not_exist"
	case g.modal != "":
		return g.modal + "_exist"
	case g.past && g.negative:
		return "did_not_exist"
	case g.past:
		return "existed"
	case g.negative:
		return "does_not_exist"
	}
	return "exists"
}

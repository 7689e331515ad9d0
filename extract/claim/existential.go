package claim

// isExistential tells "there is", "there had been".
func (c clause) isExistential() bool {
	expletive := c.child(c.head, "expl")
	return expletive != none && c.form(expletive) == "there"
}

// existential reads "there had been fears": the fears existed.
func (c clause) existential() []Claim {
	p := c.predicate("", true)
	p.Lemma = "exist"
	g := c.group
	switch {
	case g.modal != "":
		p.Name = beForm(g)
	default:
		p.Name = beForm(g)
	}
	return c.state(p, nil, none, "existential", .75)
}

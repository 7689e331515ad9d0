package claim

// passive reads "the talks were led by Rubio" as Rubio led the talks, and without an agent
// "the pause was lifted" as it stands.
func (c clause) passive() []Claim {
	if agent := c.agent(); agent != none {
		return c.withAgent(agent)
	}
	if object, ok := c.contentPhrase(); ok {
		return c.state(c.predicate("", false), []Phrase{object}, none, "content", .85)
	}
	if objects := c.objects(); len(objects) > 0 {
		return c.state(c.predicate("", false), objects, none, "passive", .85)
	}
	if o := c.completion(); o != none {
		return c.state(c.predicate(c.role(o), false), c.completed(o), o, "passive-prepositional", .85)
	}
	if objects := c.complements(); len(objects) > 0 {
		return c.state(c.predicate("", false), objects, none, "passive-complement", .8)
	}
	if len(c.arguments(none)) == 0 && (c.isPassing() || c.stranded() == "" && c.isBareReduced()) {
		return nil
	}
	return c.state(c.predicate(c.stranded(), false), nil, none, "passive", .85)
}

// stranded is the preposition that a passive leaves behind: "with" of "should be complied with".
func (c clause) stranded() string {
	next := c.head + 1
	if c.upos(next) == "ADP" && c.above(next) == c.head && !c.has(next, "obj", "case", "fixed") && !c.bears(next, "compound:prt") {
		return c.form(next)
	}
	return ""
}

func (c clause) agent() int { return c.agentOf(c.head) }

// agentOf is the agent of a passive verb, or none.
func (s *sentence) agentOf(i int) int {
	if !s.isPassiveForm(i) || s.lemma(i) == "go" {
		return none
	}
	agent := none
	for _, o := range s.children(i, "obl") {
		if s.isAgent(o) && (agent == none || s.isName(o) && !s.isName(agent)) {
			agent = o
		}
	}
	return agent
}

func (c clause) withAgent(agent int) []Claim {
	patients := c.subjects
	c.subjects = c.participants(agent, subjectWords)
	if object, ok := c.contentPhrase(); ok {
		return c.toldBy(object, patients, agent)
	}
	if len(patients) == 0 {
		return nil
	}
	return c.state(c.predicate("", true), patients, agent, "passive-agent", .9)
}

// toldBy reads "millions were told by their leaders that …".
func (c clause) toldBy(content Phrase, patients []Phrase, agent int) []Claim {
	claims := c.state(c.predicate("", true), []Phrase{content}, agent, "passive-agent", .9)
	for i := range claims {
		for _, p := range patients {
			claims[i].Arguments = append(claims[i].Arguments, Argument{"to", p})
		}
	}
	return claims
}

package claim

// reciprocals are verbs that two subjects do with each other.
var reciprocals = map[string]string{
	"speak": "with", "talk": "with", "meet": "with", "negotiate": "with", "agree": "with", "fight": "with",
	"clash": "with", "cooperate": "with", "collaborate": "with", "quarrel": "with", "argue": "with", "compete": "with",
	"merge": "with", "converse": "with", "disagree": "with",
}

// isReciprocal tells "Yermak and Waltz spoke".
func (c clause) isReciprocal() bool {
	preposition := reciprocals[c.base(c.head)]
	if preposition == "" || len(c.subjects) != 2 || len(c.verbs) > 1 || c.has(c.head, "obj", "ccomp", "xcomp") || c.isPassive() {
		return false
	}
	return c.completion() == none
}

// reciprocal reads "Yermak and Waltz spoke" as Yermak spoke with Waltz.
func (c clause) reciprocal() []Claim {
	one, other := c.subjects[0], c.subjects[1]
	p := c.predicate(reciprocals[c.base(c.head)], true)
	return []Claim{c.claim(one, p, &other, none, "reciprocal", .85)}
}

package claim

import "slices"

// isRelative tells a relative pronoun that has an antecedent.
func (s *sentence) isRelative(i int) bool {
	switch s.form(i) {
	case "who", "whom", "which", "that", "whose":
		return s.relativeClause(i) != none && (s.form(i) != "that" || s.tag(i) == "WDT" || s.hasFeature(i, "PronType=Rel"))
	}
	return false
}

// relativeClause is the head of the relative clause that a pronoun opens, or none.
func (s *sentence) relativeClause(i int) int {
	for j := s.above(i); j >= 0; j = s.above(j) {
		if s.is(j, "acl:relcl", "advcl:relcl") {
			return j
		}
		if s.is(j, "ccomp", "advcl", "root", "parataxis") && !s.bears(j, "conj") && s.words[i].Start > s.words[j].Start {
			return none
		}
	}
	return none
}

// relativeAntecedent is what a relative pronoun stands for: a noun, or a whole clause.
func (s *sentence) relativeAntecedent(i, max int) (Phrase, bool) {
	relative := s.relativeClause(i)
	above := s.above(relative)
	switch {
	case s.form(i) == "who" && slices.Contains([]string{"idea", "clue", "question", "mystery", "doubt", "word"}, s.lemma(above)):
		return Phrase{}, false
	case above < 0 || s.has(above, "cop") && s.negates(above) || s.isInterrogative(above) && s.form(above) != "what":
		return Phrase{}, false
	case s.bears(relative, "advcl:relcl") || s.isPredicate(above) && !s.isNominal(above):
		return s.clauseBefore(above, s.leftmost(relative))
	case s.resumed(above) != none:
		return s.clauseBefore(s.resumed(above), s.leftmost(above))
	}
	return s.unbound(s.nominal(s.bearer(above), max), relative), true
}

// unbound is a phrase without the clause that bounds it, for what that clause itself says: "the schools" of "only the
// schools that receive a fee".
func (s *sentence) unbound(p Phrase, clause int) Phrase {
	words := p.Words
	if len(words) > 1 && s.form(words[0]) == "only" && words[0] != p.Head {
		words = words[1:]
	}
	if start := slices.Index(words, s.leftmost(clause)); start > 0 && words[start] > p.Head {
		words = words[:start]
	}
	return s.phrase(p.Head, words)
}

// bearer is the name that a noun describes, as its predicate or apposition: what the noun's
// relative clause says, it says of the name.
func (s *sentence) bearer(i int) int {
	if s.bears(i, "appos") && s.isName(s.above(i)) {
		return s.above(i)
	}
	if subject := s.child(i, "nsubj"); s.has(i, "cop") && subject != none && s.isNominal(subject) && s.upos(subject) != "PRON" && !s.negates(i) {
		return subject
	}
	return s.named(i)
}

// gap is the object that a relative clause leaves out because it is the noun above: "the
// statement he released".
func (c clause) gap() []Phrase {
	relative := c.verbs[0]
	above := c.above(relative)
	if !c.bears(relative, "acl:relcl") || above < 0 || !c.has(relative, "nsubj") || c.isPassive() {
		return nil
	}
	if c.relativePronoun(relative) != none || c.has(c.head, "obj", "ccomp", "xcomp", "cop") || !c.isNominal(above) || c.isCircumstance(above) {
		return nil
	}
	if next := c.head + 1; c.isCue(c.head) && (c.tag(next) == "MD" || c.isFinite(next)) {
		return nil
	}
	if c.asksWhether(relative) || c.isInterrogative(above) || c.isRelative(c.child(relative, "nsubj")) || c.isStatementNoun(above) && c.hasCompletion(c.head) {
		return nil
	}
	return []Phrase{c.unbound(c.nominal(above, objectWords), relative)}
}

// hasCompletion tells a verb that a prepositional phrase completes, so that no object is missing.
func (c clause) hasCompletion(v int) bool {
	for _, o := range c.children(v, "obl") {
		if c.isCompletion(o) && (c.role(o) == "to" || c.role(o) == "with") {
			return true
		}
	}
	return false
}

// relativePronoun is the relative word that a clause holds.
func (s *sentence) relativePronoun(relative int) int {
	for _, i := range s.subtree(relative, nil) {
		switch s.form(i) {
		case "who", "whom", "which", "whose", "where", "when", "why":
			if s.relativeClause(i) == relative {
				return i
			}
		}
	}
	return none
}

// isCircumstance tells a noun after which a clause says when, how or why, not whom.
func (s *sentence) isCircumstance(i int) bool {
	switch s.lemma(i) {
	case "time", "day", "moment", "year", "month", "week", "way", "manner", "reason", "place", "night", "morning":
		return true
	}
	return false
}

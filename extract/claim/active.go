package claim

// active reads "Kyiv signed the deal" and, without an object, "the boat sank" and "she spoke
// with reporters".
func (c clause) active() []Claim {
	if object, ok := c.contentPhrase(); ok {
		return c.state(c.predicate("", true), []Phrase{object}, none, "content", .9)
	}
	if c.isCausative(c.head) {
		return nil
	}
	if objects := c.objects(); len(objects) > 0 {
		return c.state(c.predicate("", true), objects, none, "active", .9)
	}
	if o := c.completion(); o != none {
		return c.state(c.predicate(c.role(o), true), c.completed(o), o, "prepositional", .85)
	}
	if objects := c.complements(); len(objects) > 0 {
		return c.state(c.predicate("", true), objects, none, "complement", .85)
	}
	return c.intransitive()
}

// isCausative tells "had her phone stolen", where what is had is what the participle says.
func (s *sentence) isCausative(i int) bool {
	done := s.child(i, "xcomp")
	return s.base(i) == "have" && s.has(i, "obj") && done > s.child(i, "obj") && s.tag(done) == "VBN" && s.upos(done) == "VERB"
}

// intransitive reads "the boat sank".
func (c clause) intransitive() []Claim {
	if c.lacksObject() || c.isCut() || c.has(c.head, "obj") {
		return nil
	}
	if len(c.arguments(none)) > 0 {
		return c.state(c.predicate("", true), nil, none, "intransitive", .75)
	}
	if c.saysNothing() {
		return nil
	}
	return c.state(c.predicate("", true), nil, none, "intransitive", .6)
}

// lacksObject tells a verb whose object is only asked for: "what the driver had seen", "what it saw".
func (c clause) lacksObject() bool {
	if above := c.above(c.head); c.bears(c.head, "acl:relcl") && c.form(above) == "what" && c.has(c.head, "nsubj") && c.relativePronoun(c.head) == none {
		return true
	}
	asked := c.child(c.head, "obj")
	if c.bears(c.head, "ccomp") && asked == none {
		asked = c.child(c.above(c.head), "obj")
	}
	return asked != none && asked < c.head && c.isInterrogative(asked)
}

// completed are the phrases of an absorbed preposition, without conjuncts that have their own.
func (c clause) completed(o int) []Phrase {
	if e := c.expression(o); e != nil {
		return []Phrase{c.phrase(o, c.timeWords(o))}
	}
	if x := c.child(o, "acl"); c.role(o) == "for" && c.isAppealed(o) && c.appealed(x) == o {
		p := c.phrase(o, c.fill(append(c.nominalWords(o), c.subtree(x, c.isAside)...)))
		p.Clause = true
		return []Phrase{p}
	}
	return c.participants(o, objectWords)
}

// complements are what the subject is said to become, seem or remain.
func (c clause) complements() []Phrase {
	for _, x := range c.children(c.head, "xcomp", "ccomp") {
		if c.isHyphenatedGerund(x) {
			return []Phrase{c.phrase(x, c.fill(c.subtree(x, nil)))}
		}
	}
	for _, x := range c.children(c.head, "xcomp") {
		if !c.isPredicate(x) && c.upos(x) != "VERB" {
			return c.participants(x, objectWords)
		}
	}
	return nil
}

// contentPhrase is the clause that a verb takes as its object.
func (c clause) contentPhrase() (Phrase, bool) {
	content := c.stated(c.head)
	if c.quotesAs(c.head) {
		return Phrase{}, false
	}
	if content == none {
		content = c.child(c.head, "ccomp")
	}
	if content == none || c.is(content, "csubj") || c.isHyphenatedGerund(content) {
		return Phrase{}, false
	}
	if asked := c.child(c.head, "obj"); asked > c.head && asked < content && c.isInterrogative(asked) {
		p := c.phrase(content, c.fill(append([]int{asked}, c.clausal(content).Words...)))
		p.Clause = true
		return p, true
	}
	return c.clausal(content), true
}

// state makes one claim for each subject and object.
func (c clause) state(p Predicate, objects []Phrase, absorbed int, rule string, confidence float64) []Claim {
	if len(objects) == 0 {
		var claims []Claim
		for _, subject := range c.subjects {
			claims = append(claims, c.claim(subject, p, nil, absorbed, rule, confidence))
		}
		return claims
	}
	var claims []Claim
	respective := c.isRespective(objects)
	for n, subject := range c.subjects {
		for i := range objects {
			if respective && i != n {
				continue
			}
			claims = append(claims, c.claim(subject, p, &objects[i], absorbed, rule, confidence))
		}
	}
	return claims
}

func (c clause) claim(subject Phrase, p Predicate, object *Phrase, absorbed int, rule string, confidence float64) Claim {
	claim := Claim{
		Tree: c.index, Subject: subject, Predicate: p, Object: object, Content: none,
		Arguments: c.arguments(absorbed), Polarity: c.polarity(), Modality: c.modality(), Time: c.time(),
		Rule: rule, Confidence: confidence,
	}
	claim.Quote = c.quote(&claim, c.verbs)
	return claim
}

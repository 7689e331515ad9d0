package claim

import "strings"

// appositions reads "Emily Ferris, a research fellow at RUSI": she is one.
func (s *sentence) appositions() []Claim {
	var claims []Claim
	for i := range s.words {
		if s.bears(i, "appos") {
			claims = append(claims, s.apposition(s.above(i), i)...)
		}
	}
	return claims
}

// apposition says of the name what the other noun says of it, whichever comes first.
func (s *sentence) apposition(head, i int) []Claim {
	if strings.HasPrefix(s.form(i), "#") || s.isTime(head) || s.isTime(i) || s.isAlias(i) || s.has(i, "case") || s.isName(i) && s.has(i, "nummod") || s.resumed(i) != none || s.isReference(i) || s.isResult(head, i) {
		return nil
	}
	head = s.lastConjunctBefore(head, i)
	switch {
	case s.isName(head) && !s.isName(i):
		return s.roles(head, i, "apposition", .85)
	case s.isName(i) && !s.isName(head):
		return s.roles(i, head, "apposition", .85)
	}
	return nil
}

// isResult tells what the clause comes to, not the name: "lost to City, its heaviest defeat".
func (s *sentence) isResult(head, i int) bool {
	happens := resuming[s.lemma(i)] || s.isEvent(i)
	return i > head && happens && s.isName(head) && s.upos(s.child(i, "nmod:poss")) == "PRON"
}

// isReference tells what stands in brackets with a number: "(Williams, 2010)", "(c. 1230 BC)".
func (s *sentence) isReference(i int) bool {
	start := s.leftmost(i) - 1
	for start > 0 && (s.upos(start) == "NUM" || s.upos(start) == "ADV") {
		start--
	}
	for j := start; s.form(start) == "(" && j < len(s.words) && s.form(j) != ")"; j++ {
		if s.upos(j) == "NUM" {
			return true
		}
	}
	return false
}

// lastConjunctBefore is the conjunct just before an apposition in the singular: of "Swedes
// and Sami, a minority" only the Sami are one.
func (s *sentence) lastConjunctBefore(head, i int) int {
	if s.tag(i) != "NN" {
		return head
	}
	for _, c := range s.children(head, "conj") {
		if c < i && s.rightmost(c)+2 >= s.leftmost(i) {
			head = c
		}
	}
	return head
}

// isName tells a proper name, not a common noun or a capitalised role.
func (s *sentence) isName(i int) bool {
	return s.upos(i) == "PROPN" && !s.isRoleNoun(i)
}

// roles says of a named one what a phrase calls it, one claim for each conjunct of the phrase that the name does not part
// from it: "the operator, Norrail, and the union".
func (s *sentence) roles(name, role int, rule string, confidence float64) []Claim {
	var claims []Claim
	for _, r := range s.conjuncts(role) {
		if parted := role < name && name < r; parted {
			continue
		}
		if s.isNominal(r) && s.upos(r) != "PRON" && s.upos(r) != "NUM" && s.form(r) != "one" && !s.isPlural(r) {
			claims = append(claims, s.roleClaim(s.nominal(name, subjectWords), s.nominal(r, objectWords), rule, confidence))
		}
	}
	return claims
}

// roleClaim is "X is Y", with the place or body of the role as a further argument.
func (s *sentence) roleClaim(subject, role Phrase, rule string, confidence float64) Claim {
	c := Claim{
		Tree: s.index, Subject: subject, Object: &role, Content: none,
		Predicate: Predicate{Name: "is", Lemma: "be", Head: role.Head},
		Arguments: s.belongs(role), Polarity: "positive", Modality: "asserted",
		Rule: rule, Confidence: confidence,
	}
	c.Quote = s.quote(&c, nil)
	return c
}

// isFieldOfOffice tells the "Education" of "Minister of Education", which names nobody.
func (s *sentence) isFieldOfOffice(m int) bool {
	name := s.name(m)
	return s.role(m) == "of" && (name == "" || name == "O") && s.has(m, "case") && len(s.dependents(m)) == 1 && s.upos(m) != "PRON" && (s.upos(m) == "NOUN" || s.form(m) == "state")
}

// belongs is where a role is held: "at RUSI", "of Ukraine".
func (s *sentence) belongs(role Phrase) []Argument {
	var all []Argument
	for _, m := range s.children(role.Head, "nmod") {
		if s.bears(m, "nmod:desc") || s.isTime(m) || s.isRoleNoun(role.Head) && s.isFieldOfOffice(m) {
			continue
		}
		r := s.role(m)
		if s.bears(m, "nmod:poss") {
			r = "of"
		}
		if p, ok := s.participant(m, objectWords); ok && r != "" {
			all = append(all, Argument{r, p})
		}
	}
	return all
}

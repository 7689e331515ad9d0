package claim

// mendRelative hangs a clause that "who" or "which" opens on the noun before the pronoun.
func (s *sentence) mendRelative(i int) {
	if s.form(i) != "who" && s.form(i) != "which" || s.above(i) < 0 {
		return
	}
	clause := s.above(i)
	if s.is(i, "nmod:poss", "det") {
		clause = s.above(clause)
	}
	if clause < i || !s.is(clause, "parataxis", "conj", "advcl", "dep", "appos") || s.is(clause, "advcl:relcl") || s.bears(clause, "acl:relcl") {
		return
	}
	before := i - 1
	if s.upos(before) == "ADP" {
		before--
	}
	if !s.isComma(before) || before < 1 {
		return
	}
	noun := s.nominalEndingAt(before - 1)
	for s.form(i) == "who" && noun != none && s.bears(noun, "nmod") && s.words[noun].Name != "B-PER" && s.isNominal(s.above(noun)) {
		noun = s.above(noun)
	}
	if s.form(i) == "which" {
		noun = s.outOfPair(noun)
	}
	if noun == none || s.form(i) == "which" && s.upos(noun) == "PRON" {
		return
	}
	s.move(clause, noun, "acl:relcl")
}

// outOfPair climbs from the second of "talks between Russia and Ukraine" to the talks.
func (s *sentence) outOfPair(noun int) int {
	if noun == none || !s.bears(noun, "conj") {
		return noun
	}
	first := s.first(noun)
	if above := s.above(first); above >= 0 && s.bears(first, "nmod") && s.role(first) == "between" {
		return above
	}
	return noun
}

// mendReducedRelative reads "brought a clock he had made": the clause after an object without a
// mark between describes the object.
func (s *sentence) mendReducedRelative(i int) {
	verb := s.above(i)
	if verb < 0 || !s.is(i, "ccomp", "parataxis") || !s.has(i, "nsubj") || s.has(i, "mark", "obj", "ccomp", "cop", "cc") || s.isCue(verb) {
		return
	}
	subject := s.child(i, "nsubj")
	if s.upos(subject) != "PRON" && s.upos(subject) != "PROPN" {
		return
	}
	for _, o := range s.children(verb, "obj", "obl") {
		if o < i && s.upos(o) == "NOUN" && s.rightmost(o) == s.leftmost(i)-1 {
			if s.bears(o, "obl") && !s.has(verb, "obj") && !s.has(o, "case") {
				s.words[o].Relation = "obj"
			}
			s.move(i, o, "acl:relcl")
			return
		}
	}
}

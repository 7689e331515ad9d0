package claim

import (
	"slices"
	"strings"
)

// namingVerbs take an object and what it is called.
var namingVerbs = []string{"call", "name", "dub", "label", "brand", "declare", "deem", "term", "consider", "pronounce"}

// mendNaming reads "called the suspension a pause", where the second phrase says what the first
// is called.
func (s *sentence) mendNaming(i int) {
	above := s.above(i)
	if above < 0 || !s.is(i, "obj", "appos", "amod") || s.upos(i) == "PROPN" {
		return
	}
	verb := above
	if s.is(i, "appos", "amod") || s.isNominal(above) {
		verb = s.above(above)
	}
	if verb < 0 || !slices.Contains(namingVerbs, s.lemma(verb)) || s.has(verb, "xcomp") {
		return
	}
	object := s.child(verb, "obj")
	if object == none || object == i || object > i || above != verb && above != object || s.rightmostBefore(object, i) != s.leftmostNoun(i)-1 {
		return
	}
	s.move(i, verb, "xcomp")
}

// leftmostNoun is where a phrase begins, without a quotation mark before it.
func (s *sentence) leftmostNoun(i int) int {
	first := s.leftmost(i)
	if s.isQuotationMark(first - 1) {
		return first - 1
	}
	return first
}

// rightmostBefore is the last word below top that stands before limit and outside its branch.
func (s *sentence) rightmostBefore(top, limit int) int {
	last := top
	for _, w := range s.subtree(top, func(i int) bool { return i == limit }) {
		if w < limit {
			last = w
		}
	}
	return last
}

// mendGerundNoun reads "a suspension of grain testing with the port" as a compound: after a noun made
// of a verb and "of", a bare noun and a gerund without an object.
func (s *sentence) mendGerundNoun(i int) {
	noun := i - 1
	if s.tag(i) != "VBG" || !s.bears(i, "acl") || s.tag(noun) != "NN" || s.upos(noun) != "NOUN" || strings.HasSuffix(s.form(noun), "one") || s.above(i) != noun && (s.above(noun) != s.above(i) || !s.is(noun, "nmod")) {
		return
	}
	if s.has(noun, "det", "nmod:poss", "amod", "nummod") || s.has(i, "obj", "ccomp", "xcomp", "aux", "nsubj", "obl:agent") {
		return
	}
	if s.has(noun, "compound", "nmod") || s.has(i, "compound:prt", "advmod") || s.role(noun) != "of" || !s.isNominalised(s.above(noun)) {
		return
	}
	s.rearrange(func() { s.compound(noun, i) })
}

// isNominalised tells nouns made of verbs: suspension, emergence, treatment.
func (s *sentence) isNominalised(i int) bool {
	for _, ending := range []string{"sion", "tion", "ence", "ance", "ment"} {
		if strings.HasSuffix(s.lemma(i), ending) {
			return true
		}
	}
	return false
}

// compound makes the gerund the head of noun and gerund, in the noun's place.
func (s *sentence) compound(noun, gerund int) {
	s.words[gerund].Head, s.words[gerund].Relation = s.above(noun), s.words[noun].Relation
	for j := range s.words {
		if s.above(j) == noun && j != gerund {
			s.words[j].Head = gerund
		}
		if s.above(j) == gerund && s.is(j, "obl") {
			s.words[j].Relation = "nmod"
		}
	}
	s.words[noun].Head, s.words[noun].Relation = gerund, "compound"
	s.words[gerund].UPOS, s.words[gerund].XPOS, s.words[gerund].Lemma = "NOUN", "NN", s.form(gerund)
}

// nominalEndingAt is the smallest noun phrase that ends with a word: its head.
func (s *sentence) nominalEndingAt(end int) int {
	i := end
	if s.isQuotationMark(i) {
		i--
	}
	if i < 0 || !s.isNominal(i) {
		return none
	}
	for s.is(i, "flat", "compound", "nmod:unmarked") && s.above(i) >= 0 && s.above(i) < end+1 {
		i = s.above(i)
	}
	return i
}

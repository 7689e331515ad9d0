package claim

import (
	"slices"
)

// mendAppositive reads "Jeff Rathke, the State Department Spokesperson," as an apposition.
func (s *sentence) mendAppositive(i int) {
	name := s.above(i)
	if name < 0 || name > i || !s.is(i, "list", "parataxis", "dep", "nmod:unmarked", "dislocated") || s.words[name].Name != "B-PER" {
		return
	}
	if s.isRoleNoun(i) && s.isComma(s.leftmost(i)-1) && !s.has(i, "cop", "nsubj", "case") {
		s.words[i].Relation = "appos"
	}
}

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

// mendVocative reads "the nation's capital, Wellington" as an apposition: news addresses nobody.
func (s *sentence) mendVocative(i int) {
	if !s.is(i, "vocative") || s.upos(i) != "PROPN" || !s.isComma(s.leftmost(i)-1) {
		return
	}
	noun := s.nominalEndingAt(s.leftmost(i) - 2)
	if noun != none && s.upos(noun) == "NOUN" {
		s.move(i, noun, "appos")
	}
}

// mendGerundNoun reads "a suspension of intelligence sharing with Kyiv" as a compound: a bare
// mass noun and a gerund without an object.
func (s *sentence) mendGerundNoun(i int) {
	noun := i - 1
	if s.tag(i) != "VBG" || !s.bears(i, "acl") || s.tag(noun) != "NN" || s.above(i) != noun && (s.above(noun) != s.above(i) || !s.is(noun, "nmod")) {
		return
	}
	if s.has(noun, "det", "nmod:poss", "amod", "nummod") || s.has(i, "obj", "ccomp", "xcomp", "aux", "nsubj", "obl:agent") {
		return
	}
	s.rearrange(func() { s.compound(noun, i) })
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

// mendRoleModifier hangs "of the Affairs Council" of "Morozov, director of the Affairs Council" on
// the role.
func (s *sentence) mendRoleModifier(i int) {
	name := s.above(i)
	if !s.bears(i, "nmod") || name < 0 || !s.isName(name) {
		return
	}
	for _, role := range s.children(name, "appos") {
		if role < i && s.rightmost(role)+1 == s.leftmost(i) && s.has(i, "case") {
			s.move(i, role, "nmod")
			return
		}
	}
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

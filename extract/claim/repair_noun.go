package claim

import (
	_ "embed"
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
	for _, c := range s.children(object, "conj") {
		if s.upos(i) == "ADJ" && s.upos(c) == "ADJ" && c > i {
			s.move(c, i, "conj")
		}
	}
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

//go:embed words/prepositions.txt
var prepositionsText string

// prepositions are all that can stand before a noun as one, and what taggers rightly or wrongly make of
// dates, names and abbreviations.
var prepositions = wordSet(prepositionsText)

// mendFalsePreposition makes "hostage" of "freed 12 hostage takers" a noun where it was taken for a
// preposition, of which there are no new ones.
func (s *sentence) mendFalsePreposition(i int) {
	noun := s.above(i)
	if s.upos(i) != "ADP" && s.upos(i) != "SCONJ" || !s.bears(i, "case") || noun != i+1 || prepositions[s.form(i)] || s.word(i).Text != s.form(i) || s.has(i, "fixed") || strings.HasSuffix(s.form(i), "ing") {
		return
	}
	s.words[i].UPOS, s.words[i].XPOS, s.words[i].Relation = "NOUN", "NN", "compound"
	if quality := i - 1; s.upos(quality) == "ADJ" && s.bears(quality, "xcomp") && s.above(quality) == s.above(noun) {
		s.move(quality, noun, "amod")
	}
	if verb := s.above(noun); s.bears(noun, "obl") && noun > verb && s.upos(verb) == "VERB" && !s.has(verb, "obj") && !s.isPassiveForm(verb) && !s.has(noun, "case") && !s.isTime(noun) {
		s.words[noun].Relation = "obj"
	}
}

// mendNominalClause makes "sharing" of "the ban on file sharing", hung as a clause, a modifier, and gives a bare verb
// that was coordinated with it to the verb above.
func (s *sentence) mendNominalClause(i int) {
	noun := s.above(i)
	if s.upos(i) != "NOUN" || !s.bears(i, "acl") || !s.isNominal(noun) || !s.has(i, "case") || s.has(i, "cop", "nsubj", "mark") {
		return
	}
	s.words[i].Relation = "nmod"
	for _, c := range s.children(i, "conj") {
		if s.upos(c) == "VERB" && s.tag(c) == "VB" && s.upos(s.above(noun)) == "VERB" && s.tag(s.above(noun)) == "VB" {
			s.move(c, s.above(noun), "conj")
		}
	}
}

// mendMore makes the number of "saved 200 more" count what was saved.
func (s *sentence) mendMore(i int) {
	more := i + 1
	if s.upos(i) == "NUM" && s.is(i, "obl") && s.above(i) == more && s.form(more) == "more" && s.is(more, "obj", "nsubj") {
		s.words[i].Relation = "nummod"
	}
}

// mendDayBefore gives "Yesterday" of "Yesterday Holm received a letter" to the verb: it is no title.
func (s *sentence) mendDayBefore(i int) {
	if !s.bears(i, "nmod:desc") || !s.isTime(i) || i > s.above(i) || s.isRoleNoun(i) {
		return
	}
	for v := s.above(i); v >= 0; v = s.above(v) {
		if s.isPredicate(v) {
			s.move(i, v, "obl:unmarked")
			return
		}
	}
}

// mendBracketed takes a pronoun alone in brackets for the note that it is, and gives its verb the noun phrase before
// the brackets, if that stood for a clause.
func (s *sentence) mendBracketed(i int) {
	verb := s.above(i)
	if s.upos(i) != "PRON" || !strings.HasPrefix(s.form(i-1), "(") || !strings.HasPrefix(s.form(i+1), ")") || verb < 0 {
		return
	}
	if !s.is(i, "nsubj") {
		s.words[i].Relation = "discourse"
		return
	}
	cue := s.above(verb)
	noun := s.child(cue, "ccomp", "obj")
	s.rearrange(func() {
		s.words[i].Relation = "discourse"
		if noun > cue && noun < i && s.isNominal(noun) && s.bears(verb, "parataxis") && s.isCue(cue) {
			s.words[noun].Head, s.words[noun].Relation = verb, "nsubj"
			s.words[verb].Relation = "ccomp"
		}
	})
}

// mendModifierList makes one subject of "standard security, criminal, and health checks", whose modifiers were taken
// for a first one.
func (s *sentence) mendModifierList(i int) {
	verb := s.above(i)
	if !s.is(i, "nsubj") || !s.has(i, "conj") || s.has(i, "det") || i > verb {
		return
	}
	for _, noun := range s.children(verb, "nsubj") {
		if noun > i && s.upos(noun) == "NOUN" && s.leftmost(noun) == noun && s.rightmost(i) == noun-1 {
			s.move(i, noun, "compound")
			return
		}
	}
}

// mendCompared makes an object of "a fee" of "pay a fee higher than before" where it was taken for the measure of
// the comparative.
func (s *sentence) mendCompared(i int) {
	more := s.above(i)
	verb := s.above(more)
	if !s.bears(i, "obl:unmarked") || more != i+1 || s.tag(more) != "JJR" || !s.has(i, "det") || s.upos(i) != "NOUN" || s.isTime(i) || !s.is(more, "advmod", "xcomp") || s.upos(verb) != "VERB" || s.has(verb, "obj") || s.leftmost(i) != verb+1 {
		return
	}
	s.rearrange(func() {
		s.words[i].Head, s.words[i].Relation = verb, "obj"
		s.words[more].Head, s.words[more].Relation = i, "amod"
	})
}

// mendQuantity hangs "of their talks" of "recorded several of their talks" on what it counts out of.
func (s *sentence) mendQuantity(i int) {
	some := s.above(i)
	counts := []string{"several", "some", "many", "most", "few", "half", "all", "each", "both", "none", "any", "much", "hundreds", "thousands", "dozens", "scores", "millions"}
	if s.bears(i, "obl") && s.role(i) == "of" && slices.Contains(counts, s.form(some)) && s.leftmost(i) == some+1 && s.is(some, "obj", "nsubj", "obl") {
		s.words[i].Relation = "nmod"
	}
}

// mendOneAnother keeps "one another" together.
func (s *sentence) mendOneAnother(i int) {
	if s.form(i) == "one" && s.form(i+1) == "another" && s.bears(i, "obj") && !s.within(i, i+1) {
		s.move(i+1, i, "fixed")
	}
}

// mendApposedRole reads "a spokeswoman for the firm, Ada Holm, said", where the name was hung on the firm.
func (s *sentence) mendApposedRole(i int) {
	firm := s.above(i)
	role := s.above(firm)
	if !s.bears(i, "appos") || !s.beginsPerson(i) || i < firm || !s.isComma(s.leftmost(i)-1) || !s.bears(firm, "nmod") || s.isPerson(firm) || !s.isRoleNoun(role) || s.upos(role) != "NOUN" {
		return
	}
	switch listed := s.has(i, "conj"); {
	case !s.isPlural(role):
		s.move(i, role, "appos")
	case listed && s.isComma(s.rightmost(i)+1):
		s.move(i, role, "parataxis") // "two members of the party, Ann Lee and Jo Park, left": no party is she
	}
}

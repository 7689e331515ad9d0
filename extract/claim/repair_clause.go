package claim

import "slices"

// participlePrepositions are participles that news uses as prepositions.
var participlePrepositions = []string{
	"following", "pending", "regarding", "concerning", "given", "amid", "amidst", "barring", "notwithstanding",
	"based", "compared", "depending", "owing", "considering", "including", "excluding", "provided", "according",
}

// mendParticiplePreposition makes "following high-level talks" a prepositional phrase.
func (s *sentence) mendParticiplePreposition(i int) {
	if !slices.Contains(participlePrepositions, s.form(i)) || s.is(i, "case", "amod", "root") || s.head(i) < 0 {
		return
	}
	object := s.child(i, "obj")
	if s.tag(i) == "VBN" && s.form(i) != "given" || object == none || object < i || s.has(i, "nsubj", "aux", "obl", "ccomp", "xcomp") {
		return
	}
	above, relation := s.head(i), "obl"
	if s.isNominal(above) && !s.isPredicate(above) {
		relation = "nmod"
	}
	s.move(object, above, relation)
	s.move(i, object, "case")
	s.words[i].UPOS, s.words[i].XPOS = "ADP", "IN"
}

// mendHyphenatedVerb reads "attempted to strong-arm him": after a verb that takes an
// infinitive, "to" and a hyphenated word before a noun phrase are one.
func (s *sentence) mendHyphenatedVerb(i int) {
	outer := s.head(i)
	to := s.child(i, "case", "mark")
	if outer < 0 || to == none || s.form(to) != "to" || to != outer+1 || s.upos(i) == "VERB" || s.upos(outer) != "VERB" {
		return
	}
	if i < 2 || s.form(i-1) != "-" || to != i-3 || !s.takesInfinitive(outer) {
		return
	}
	s.words[i].UPOS, s.words[i].XPOS, s.words[i].Relation = "VERB", "VB", "xcomp"
	s.words[i].Lemma = s.form(i-2) + "-" + s.form(i)
	s.words[to].UPOS, s.words[to].XPOS, s.words[to].Relation = "PART", "TO", "mark"
	for _, c := range append(s.children(i), s.below[i]...) {
		if c > i && s.is(c, "obl", "appos", "nmod", "flat") && !s.has(c, "case") {
			s.words[c].Relation = "obj"
		}
	}
}

// takesInfinitive tells verbs after which "to" and a bare noun would be odd.
func (s *sentence) takesInfinitive(i int) bool {
	_, commits := commitments[s.lemma(i)]
	return commits || slices.Contains([]string{"attempt", "try", "decide", "refuse", "manage", "begin", "start", "continue", "agree"}, s.lemma(i))
}

// mendExpletive gives "it is ready to accept" its subject: "it" is empty only before a clause.
func (s *sentence) mendExpletive(i int) {
	if !s.bears(i, "expl") || s.form(i) != "it" || s.head(i) < 0 {
		return
	}
	predicate := s.head(i)
	if !s.has(predicate, "csubj", "ccomp", "nsubj") && (!s.has(predicate, "advcl", "acl") || s.isMerged(predicate)) {
		s.words[i].Relation = "nsubj"
	}
}

// mendConjunct hangs a finite verb that is coordinated with a noun on the verb above that noun:
// "described the meeting as regrettable and expressed hope".
func (s *sentence) mendConjunct(i int) {
	if !s.bears(i, "conj") || s.upos(i) != "VERB" || !s.isFinite(i) || s.has(i, "nsubj") {
		return
	}
	above := s.head(i)
	if above < 0 || s.upos(above) == "VERB" || s.has(above, "cop") {
		return
	}
	for j := s.head(above); j >= 0; j = s.head(j) {
		if s.upos(j) == "VERB" && s.isFiniteClause(j) {
			s.move(i, j, "conj")
			return
		}
	}
}

// mendRelative hangs a clause that "who" or "which" opens on the noun before the pronoun.
func (s *sentence) mendRelative(i int) {
	if s.form(i) != "who" && s.form(i) != "which" || s.head(i) < 0 {
		return
	}
	clause := s.head(i)
	if s.is(i, "nmod:poss", "det") {
		clause = s.head(clause)
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
	if noun == none || s.form(i) == "which" && s.upos(noun) == "PRON" {
		return
	}
	s.move(clause, noun, "acl:relcl")
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
	for s.is(i, "flat", "compound", "nmod:unmarked") && s.head(i) >= 0 && s.head(i) < end+1 {
		i = s.head(i)
	}
	return i
}

// mendNounRoot makes the verb the root of "The talks, led by Rubio, lasted for hours" where the
// noun was taken for it.
func (s *sentence) mendNounRoot() {
	noun := s.root()
	if noun == none || !s.isNominal(noun) || s.has(noun, "cop", "nsubj") {
		return
	}
	for _, v := range s.below[noun] {
		if v < noun || !s.is(v, "parataxis", "conj", "acl:relcl", "advcl", "appos", "dep") || !s.isFiniteClause(v) || s.has(v, "nsubj", "mark", "cc", "expl") {
			continue
		}
		if s.has(v, "advmod") && s.form(s.child(v, "advmod")) == "when" {
			continue
		}
		s.words[v].Head, s.words[v].Relation = none, "root"
		s.words[noun].Head, s.words[noun].Relation = v, "nsubj"
		if s.isPassiveForm(v) {
			s.words[noun].Relation = "nsubj:pass"
		}
		s.link()
		return
	}
}

// subordinators open a clause; before a noun phrase taggers take them for prepositions.
var subordinators = []string{"after", "before", "since", "until", "as", "that", "because", "than", "on"}

// mendMissingSubject gives a finite clause without subject the noun phrase just before it that
// hangs beside it: "comes after Trump had ordered a halt".
func (s *sentence) mendMissingSubject(i int) {
	above := s.head(i)
	if above < 0 || above > i || !s.is(i, "ccomp", "advcl", "parataxis") || !s.isFiniteClause(i) || s.has(i, "nsubj", "csubj", "expl") {
		return
	}
	start := s.leftmost(i)
	for _, o := range s.below[above] {
		if o >= i || !s.is(o, "obl", "obj", "nmod") || !s.isNominal(o) || s.rightmost(o) != start-1 {
			continue
		}
		s.takeSubject(i, o)
		return
	}
}

// takeSubject moves a phrase under the clause that it is the subject of, and its preposition,
// which is then a subordinator.
func (s *sentence) takeSubject(clause, o int) {
	opener := none
	for _, m := range s.below[o] {
		if m < o && s.is(m, "case", "mark", "det") && slices.Contains(subordinators, s.form(m)) && !s.isDeterminer(m, o) {
			opener = m
		}
	}
	if s.has(o, "case") && opener == none {
		return
	}
	relation := "nsubj"
	if s.isPassiveForm(clause) {
		relation = "nsubj:pass"
	}
	s.move(o, clause, relation)
	if opener == none {
		return
	}
	s.move(opener, clause, "mark")
	for _, m := range s.children(o, "case") {
		s.move(m, s.head(clause), "advmod")
	}
	if s.form(opener) != "that" {
		s.words[clause].Relation = "advcl"
	}
}

// isDeterminer tells the "that" of "that man" from the one that opens a clause: a noun phrase
// with a name or a second determiner has no use for it.
func (s *sentence) isDeterminer(m, noun int) bool {
	if s.form(m) != "that" {
		return false
	}
	return s.tag(m) == "DT" && len(s.children(noun, "det", "nmod:poss")) < 2 && s.upos(noun) != "PROPN"
}

func (s *sentence) rightmost(i int) int {
	words := s.subtree(i, nil)
	return words[len(words)-1]
}

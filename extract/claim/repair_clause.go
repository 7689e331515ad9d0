package claim

import (
	"slices"
	"strings"
)

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
	above := s.head(i)
	if !s.bears(i, "conj") || above < 0 || s.upos(i) != "VERB" || !s.isFiniteClause(i) || s.upos(above) == "VERB" || s.has(above, "cop") {
		return
	}
	if verb := s.head(above); s.bears(above, "obj") && s.isCue(verb) && !s.has(i, "cc", "nsubj") && !s.has(verb, "ccomp") {
		s.move(i, verb, "ccomp")
		s.move(above, i, "nsubj")
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
	for s.form(i) == "who" && noun != none && s.bears(noun, "nmod") && s.words[noun].Name != "B-PER" && s.isNominal(s.head(noun)) {
		noun = s.head(noun)
	}
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
		if s.isHiddenPast(v) {
			s.words[v].XPOS = "VBD"
			s.words[v].Relation = "parataxis"
		}
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

// isHiddenPast tells the only verb of a full sentence that was taken for a participle of its
// subject: "Police arrested the student."
func (s *sentence) isHiddenPast(v int) bool {
	if s.tag(v) != "VBN" || !s.bears(v, "acl") || s.headline || s.agentOf(v) != none || s.form(len(s.words)-1) != "." {
		return false
	}
	for i := range s.words {
		if s.isFinite(i) || s.tag(i) == "MD" {
			return false
		}
	}
	return true
}

// subordinators open a clause; before a noun phrase taggers take them for prepositions.
var subordinators = []string{"after", "before", "since", "until", "as", "that", "because", "than", "on"}

// mendMissingSubject gives a finite clause without subject the noun phrase just before it that
// hangs beside it: "comes after Trump had ordered a halt".
func (s *sentence) mendMissingSubject(i int) {
	above := s.head(i)
	if above < 0 || above > i || !s.is(i, "ccomp", "advcl", "parataxis", "xcomp") || !s.isFiniteClause(i) || s.has(i, "nsubj", "csubj", "expl") {
		return
	}
	start := s.leftmost(i)
	for _, o := range s.below[above] {
		if o >= i || !s.is(o, "obl", "obj", "nmod") || !s.isNominal(o) || s.rightmost(o) != start-1 {
			continue
		}
		s.takeSubject(i, o)
		if s.bears(i, "xcomp") {
			s.words[i].Relation = "ccomp"
		}
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

// rightmost is the last word of a branch, punctuation aside.
func (s *sentence) rightmost(i int) int {
	last := i
	for _, w := range s.subtree(i, nil) {
		if s.upos(w) != "PUNCT" {
			last = w
		}
	}
	return last
}

// mendLostSubject gives a finite verb without subject the noun phrase that ends just before its
// verb group, wherever that hangs: "On Wednesday, Kim and his father are to travel".
func (s *sentence) mendLostSubject(i int) {
	if !s.is(i, "root", "ccomp") || !s.isFiniteClause(i) || s.has(i, "nsubj", "csubj", "expl") || s.tag(i) == "VB" && len(s.auxiliaries(i)) == 0 {
		return
	}
	end := i - 1
	for end >= 0 && s.is(end, "aux", "cop", "advmod", "mark") && s.head(end) == i {
		end--
	}
	if end < 0 || !s.isNominal(end) || s.isRelativeWord(end) {
		return
	}
	o := s.phraseEndingAt(end, i)
	if o == i || s.has(o, "case") || s.is(o, "nsubj", "obl:unmarked") || s.rightmost(o) != end {
		return
	}
	s.move(o, i, "nsubj")
}

// phraseEndingAt is the head of the largest noun phrase, without commas, that ends at a word. A
// conjunct whose first conjunct is out of reach joins the noun after the comma.
func (s *sentence) phraseEndingAt(end, limit int) int {
	o := end
	for {
		h := s.head(o)
		if h < 0 || h > end || h == limit || !s.isNominal(h) || !s.is(o, "compound", "flat", "nmod", "conj", "nummod") {
			return o
		}
		if comma := s.commaBetween(h, s.leftmost(o)); comma != none {
			return s.joined(o, h, comma)
		}
		o = h
	}
}

func (s *sentence) commaBetween(from, to int) int {
	for j := from + 1; j < to; j++ {
		if s.isComma(j) {
			return j
		}
	}
	return none
}

// joined makes o a conjunct of the noun that stands between a comma and it.
func (s *sentence) joined(o, above, comma int) int {
	for _, c := range s.below[above] {
		if c > comma && c < o && s.isNominal(c) && s.has(o, "cc") {
			s.move(o, c, "conj")
			return c
		}
	}
	return o
}

func (s *sentence) isRelativeWord(i int) bool {
	return s.tag(i) == "WDT" || s.tag(i) == "WP" || s.tag(i) == "WRB"
}

// mendAppositive reads "Jeff Rathke, the State Department Spokesperson," as an apposition.
func (s *sentence) mendAppositive(i int) {
	name := s.head(i)
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
	above := s.head(i)
	if above < 0 || !s.is(i, "obj", "appos", "amod") || s.upos(i) == "PROPN" {
		return
	}
	verb := above
	if s.is(i, "appos", "amod") {
		verb = s.head(above)
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

// mendAbsolute reads "with Rubio set to attend" and "with Boswell stating that …": the noun is
// the subject of the participle.
func (s *sentence) mendAbsolute(i int) {
	if i < 2 || i+2 >= len(s.words) {
		return
	}
	set := s.form(i) == "set" && s.upos(i) != "VERB" && s.form(i+1) == "to" && s.tag(i+2) == "VB"
	if !set && s.tag(i) != "VBG" || s.has(i, "nsubj", "aux", "det") && !set {
		return
	}
	noun := s.subjectBefore(i, set)
	if noun == none {
		return
	}
	with := s.withBefore(noun, i)
	if with == none {
		return
	}
	s.rearrange(func() { s.makeAbsolute(i, noun, with, set) })
}

// subjectBefore is the head of the phrase that ends just before a participle.
func (s *sentence) subjectBefore(i int, set bool) int {
	if !s.isNominal(i - 1) {
		return none
	}
	noun := i - 1
	for s.head(noun) >= 0 && s.head(noun) < i && s.is(noun, "compound", "flat") {
		noun = s.head(noun)
	}
	if s.head(i) == noun && s.is(i, "acl") {
		return none
	}
	return noun
}

// withBefore is the "with" that opens the phrase before a participle.
func (s *sentence) withBefore(noun, participle int) int {
	for _, top := range []int{noun, participle} {
		for _, c := range s.children(top, "case", "mark") {
			if s.form(c) == "with" && c < noun && noun-c < 8 {
				return c
			}
		}
	}
	return none
}

func (s *sentence) makeAbsolute(i, noun, with int, set bool) {
	above := s.head(i)
	if !set || above == noun {
		above = s.head(noun)
	}
	for above >= 0 && !s.isPredicate(above) {
		above = s.head(above)
	}
	if above < 0 || above == i {
		return
	}
	if set {
		s.words[i].UPOS, s.words[i].XPOS, s.words[i].Lemma = "VERB", "VBN", "set"
		for j := i + 2; j < len(s.words) && j < i+4; j++ {
			if s.tag(j) == "VB" {
				s.words[j].Head, s.words[j].Relation = i, "xcomp"
				break
			}
		}
	}
	for j := range s.words {
		if j < noun && s.head(j) == i && j != with {
			s.words[j].Head = noun
		}
	}
	s.words[i].Head, s.words[i].Relation = above, "advcl"
	s.words[noun].Head, s.words[noun].Relation = i, "nsubj"
	s.words[with].Head, s.words[with].Relation = i, "mark"
}

// mendReducedRelative reads "brought a clock he had made": the clause after an object without a
// mark between describes the object.
func (s *sentence) mendReducedRelative(i int) {
	verb := s.head(i)
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

// mendFalsePassive makes "police arrested the student" active where only the label of the
// subject says otherwise.
func (s *sentence) mendFalsePassive(i int) {
	if !s.bears(i, "nsubj:pass") || s.head(i) < 0 {
		return
	}
	verb := s.head(i)
	if len(s.auxiliaries(verb)) > 0 || s.headline || s.agentOf(verb) != none || !s.is(verb, "root", "conj", "ccomp", "parataxis") {
		return
	}
	object := s.has(verb, "obj")
	for _, c := range s.children(verb, "conj") {
		object = object || s.has(c, "obj")
	}
	if object {
		s.words[i].Relation = "nsubj"
		s.words[verb].XPOS = "VBD"
	}
}

// mendAccording frees the subject from the source in "According to the Herald, Burrows said".
func (s *sentence) mendAccording(i int) {
	if s.form(i) != "according" || !s.is(i, "case") || s.head(i) < 0 {
		return
	}
	source := s.head(i)
	if !s.is(source, "nsubj") {
		return
	}
	predicate := s.head(source)
	for _, a := range s.children(source, "appos", "conj") {
		if s.isComma(s.leftmost(a) - 1) {
			s.words[source].Relation = "obl"
			s.move(a, predicate, "nsubj")
			return
		}
	}
}

// mendInfinitive hangs "to sign" on the noun before it where that noun calls for it: "over his
// refusal to sign", "pressure on both to negotiate".
func (s *sentence) mendInfinitive(i int) {
	verb := s.head(i)
	if verb < 0 || !s.is(i, "advcl", "xcomp") || !s.isInfinitive(i) || s.upos(verb) != "VERB" {
		return
	}
	for _, noun := range s.children(verb, "obj", "obl") {
		if noun < i && s.takesPurpose(noun) && s.rightmostBefore(noun, i) == s.leftmost(i)-1 {
			s.move(i, noun, "acl")
			return
		}
	}
}

// mendBareConjunct hangs "determine" of "a process to suggest designs and determine whether" on
// the infinitive before it, not on the finite verb.
func (s *sentence) mendBareConjunct(i int) {
	above := s.head(i)
	if !s.bears(i, "conj") || above < 0 || s.tag(i) != "VB" || len(s.auxiliaries(i)) > 0 || s.has(i, "nsubj") || s.tag(above) == "VB" || s.hasModal(above) {
		return
	}
	for j := i - 1; j > above; j-- {
		if s.tag(j) == "VB" && s.isInfinitive(j) && s.within(j, above) {
			s.move(i, j, "conj")
			return
		}
	}
}

func (s *sentence) hasModal(i int) bool {
	return slices.ContainsFunc(s.auxiliaries(i), func(a int) bool { return s.tag(a) == "MD" || s.lemma(a) == "do" })
}

// mendCasedObject makes an object that a preposition opens an oblique.
func (s *sentence) mendCasedObject(i int) {
	if !s.bears(i, "obj") || s.upos(s.head(i)) != "VERB" {
		return
	}
	for _, c := range s.children(i, "case") {
		if c < i && s.upos(c) == "ADP" && s.form(c) != "of" && c > s.head(i) {
			s.words[i].Relation = "obl"
		}
	}
}

// mendNounVerb makes a verb of what was tagged a noun and yet has a subject and a complement:
// "experts caution that", "the request results from".
func (s *sentence) mendNounVerb(i int) {
	if s.upos(i) != "NOUN" || s.has(i, "cop", "det", "case", "nmod:poss") || !s.is(i, "root", "conj", "ccomp", "parataxis", "advcl") {
		return
	}
	subject := s.child(i, "nsubj")
	if subject == none || subject > i || !s.has(i, "obj", "ccomp", "obl", "xcomp") {
		return
	}
	s.words[i].UPOS, s.words[i].XPOS = "VERB", "VBP"
	if s.tag(i) == "VBP" && strings.HasSuffix(s.form(i), "s") {
		s.words[i].XPOS = "VBZ"
	}
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
	noun := s.head(i)
	if noun != i-1 || noun < 0 || !s.bears(i, "acl") || s.tag(i) != "VBG" || s.tag(noun) != "NN" {
		return
	}
	if s.has(noun, "det", "nmod:poss", "amod", "nummod") || s.has(i, "obj", "ccomp", "xcomp", "aux", "nsubj", "obl:agent") {
		return
	}
	s.rearrange(func() {
		s.words[i].Head, s.words[i].Relation = s.head(noun), s.words[noun].Relation
		for j := range s.words {
			if s.head(j) == noun && j != i {
				s.words[j].Head = i
			}
			if s.head(j) == i && s.is(j, "obl") {
				s.words[j].Relation = "nmod"
			}
		}
		s.words[noun].Head, s.words[noun].Relation = i, "compound"
		s.words[i].UPOS, s.words[i].XPOS, s.words[i].Lemma = "NOUN", "NN", s.form(i)
	})
}

package claim

import (
	_ "embed"
	"slices"
)

//go:embed words/giving.txt
var givingText string

//go:embed words/money.txt
var moneyText string

// giving holds the verbs with a recipient and what it gets, money the words that sums are counted in.
var giving, money = wordSet(givingText), wordSet(moneyText)

// mendCalled makes what somebody is called of the second phrase of "called me a traitor" and "which they called a
// trick", where it was taken for the object.
func (s *sentence) mendCalled(i int) {
	verb := s.above(i)
	if !s.bears(i, "obj") || !s.isNominal(i) || i < verb || !slices.Contains(namingVerbs, s.lemma(verb)) || s.has(verb, "xcomp") || !s.has(i, "det") {
		return
	}
	start := s.leftmostNoun(i)
	for _, o := range s.children(verb, "iobj", "obj") {
		switch {
		case s.bears(o, "iobj") && o < i && s.rightmost(o) == start-1:
			s.words[o].Relation, s.words[i].Relation = "obj", "xcomp"
			return
		case o < verb && s.isRelativeWord(o) && start == verb+1:
			s.words[i].Relation = "xcomp"
			return
		}
	}
}

// mendMade reads "is making the area a reserve": who makes a thing a thing gives it nothing.
func (s *sentence) mendMade(i int) {
	verb := s.above(i)
	if !s.bears(i, "obj") || s.lemma(verb) != "make" || s.has(verb, "xcomp", "iobj", "ccomp") || s.isTime(i) {
		return
	}
	article := s.form(s.child(i, "det"))
	for _, o := range s.children(verb, "obj") {
		if o < i && o > verb && s.rightmost(o) == s.leftmostNoun(i)-1 && (article == "a" || article == "an") && s.upos(o) == "NOUN" && !s.isPerson(o) {
			s.words[i].Relation = "xcomp"
			return
		}
	}
}

// mendMadeBetter makes "better" of "made his life much better" what it was made, where it was taken for an adverb.
func (s *sentence) mendMadeBetter(i int) {
	verb := s.above(i)
	object := s.child(verb, "obj")
	makes := slices.Contains([]string{"make", "keep", "leave", "render"}, s.lemma(verb))
	if makes && s.bears(i, "advmod") && s.upos(i) == "ADJ" && object > verb && s.rightmost(object) == s.leftmost(i)-1 && !s.has(verb, "xcomp") {
		s.words[i].Relation = "xcomp"
		s.link()
	}
}

// mendSum gives "200,000 pesos" of "promised the families of the dead 200,000 pesos each" to the verb as what it
// promised, where it was hung on who gets it or they on it.
func (s *sentence) mendSum(i int) {
	number := s.child(i, "nummod")
	if !money[s.form(i)] || number == none || number > i && s.upos(i) != "SYM" {
		return
	}
	start := s.sumStart(i)
	verb := s.above(i)
	for verb >= 0 && s.upos(verb) != "VERB" {
		verb = s.above(verb)
	}
	if objects := s.children(verb, "obj"); verb >= 0 && giving[s.lemma(verb)] && len(objects) == 2 && objects[1] == i && s.rightmost(objects[0]) == start-1 && objects[0] > verb {
		s.words[objects[0]].Relation = "iobj"
		return
	}
	if object := s.child(verb, "obj"); verb >= 0 && giving[s.lemma(verb)] && s.bears(i, "obl:unmarked") && s.above(i) == verb && verb < object && s.rightmost(object) == start-1 {
		s.words[object].Relation, s.words[i].Relation = "iobj", "obj"
		return
	}
	if verb < 0 || verb > start-2 || s.upos(start-1) == "ADP" || !giving[s.lemma(verb)] || s.isPassiveForm(verb) || s.has(verb, "iobj", "xcomp", "ccomp") || len(s.children(verb, "obj")) > 1 {
		return
	}
	s.partRecipient(verb, i, start)
}

// sumStart is the first word of a sum: its number, or what weighs that.
func (s *sentence) sumStart(i int) int {
	start := i
	for _, n := range s.children(i, "nummod") {
		start = min(start, s.leftmost(n))
	}
	for _, a := range s.children(i, "det", "advmod") {
		if a == start-1 && (s.form(a) == "some" || s.form(a) == "about" || s.form(a) == "around") {
			start = a
		}
	}
	return start
}

// partRecipient makes of the words between a verb of giving and a sum the recipient, and of the sum the object.
func (s *sentence) partRecipient(verb, sum, start int) {
	object := s.child(verb, "obj")
	if object == sum || object == none {
		s.partCompound(verb, sum, start)
		return
	}
	if object > start || !s.within(sum, object) || !s.is(sum, "nmod") {
		return
	}
	last := start - 1
	s.rearrange(func() {
		s.handOver(sum, last, start)
		if s.above(last) == sum {
			s.words[last].Head, s.words[last].Relation = s.above(sum), "nmod"
		}
		s.words[object].Relation = "iobj"
		s.words[sum].Head, s.words[sum].Relation = verb, "obj"
	})
}

// partCompound parts "the council 2 million crowns", taken for one phrase.
func (s *sentence) partCompound(verb, sum, start int) {
	last := start - 1
	if s.above(last) != sum || !s.isNominal(last) || !s.is(last, "compound", "nmod", "nmod:unmarked") || s.leftmost(sum) != verb+1 || !s.bears(sum, "obj") {
		return
	}
	s.rearrange(func() {
		s.handOver(sum, last, last)
		s.words[last].Head, s.words[last].Relation = verb, "iobj"
	})
}

// mendCutShort hangs "short" of "cut short a visit" and "fell short of it" on the verb.
func (s *sentence) mendCutShort(i int) {
	verb := i - 1
	cuts := s.lemma(verb) == "cut" && !s.has(i, "case", "obl") && (s.above(i) > i || s.above(i) == verb && s.child(verb, "obj") > i)
	falls := s.lemma(verb) == "fall" && s.above(i) == verb
	if s.form(i) != "short" || s.upos(verb) != "VERB" || !cuts && !falls {
		return
	}
	s.rearrange(func() {
		for _, o := range s.children(i, "obl") {
			s.words[o].Head = verb
		}
		s.words[i].Head, s.words[i].Relation, s.words[i].UPOS, s.words[i].XPOS = verb, "compound:prt", "ADP", "RP"
	})
}

// mendHourBefore makes a time of "an hour" of "told to leave an hour before the flood".
func (s *sentence) mendHourBefore(i int) {
	after := []string{"before", "after", "later", "earlier", "ago", "beforehand"}
	if s.bears(i, "obj") && s.isTime(i) && i > s.above(i) && slices.Contains(after, s.form(s.rightmostBefore(i, i+1)+1)) {
		s.words[i].Relation = "obl:unmarked"
	}
}

// mendStranded gives "with" of "the best player he worked with in two years" to the verb: it has no phrase of its own.
func (s *sentence) mendStranded(i int) {
	phrase := s.above(i)
	verb := s.above(phrase)
	if !s.bears(i, "case") || i != verb+1 || !s.bears(i+1, "case") || s.above(i+1) != phrase || s.has(i, "fixed") || !s.bears(verb, "acl:relcl") || s.relativePronoun(verb) != none {
		return
	}
	if slices.Contains([]string{"with", "for", "from", "about", "at", "on", "to"}, s.form(i)) && slices.Contains([]string{"in", "on", "since", "for", "during", "at", "over"}, s.form(i+1)) {
		s.move(i, verb, "compound:prt")
	}
}

// mendWorth hangs "90 million" of "tax breaks worth 90 million" on "worth", which else would stand cut off.
func (s *sentence) mendWorth(i int) {
	noun := s.above(i)
	if sum := noun; s.form(i) == "worth" && i < sum && s.leftmost(sum) == i && s.is(sum, "conj", "appos") && !s.has(sum, "cc") {
		s.mendWorthOf(i, sum)
		return
	}
	if s.form(i) != "worth" || !s.is(i, "amod", "acl") || i < noun {
		return
	}
	for _, n := range s.children(noun, "nmod:unmarked", "nummod", "appos", "nmod", "obl:unmarked") {
		if n > i && s.leftmost(n) == i+1 && !s.has(n, "case") {
			s.move(n, i, "obl:unmarked")
			return
		}
	}
}

// mendWorthOf hangs "worth 35 euros" of "a vase worth 35 euros and a lamp", taken for a part of the list, on the vase.
func (s *sentence) mendWorthOf(i, sum int) {
	noun := s.nominalEndingAt(i - 1)
	if noun == none || s.within(noun, sum) {
		return
	}
	s.rearrange(func() {
		for _, c := range s.children(sum, "conj") {
			s.words[c].Head = s.above(sum)
		}
		s.words[i].Head, s.words[i].Relation = noun, "amod"
		s.words[sum].Head, s.words[sum].Relation = i, "obl:unmarked"
	})
}

// findings are what somebody is found, and no nouns in news.
var findings = []string{"guilty", "innocent", "liable", "unfit", "unconscious", "dead", "alive"}

// mendFoundGuilty parts "her" and "guilty" of "found her guilty of fraud", taken for one phrase.
func (s *sentence) mendFoundGuilty(i int) {
	owner, verb := s.nominalEndingAt(i-1), s.above(i)
	for verb >= 0 && s.lemma(verb) != "find" {
		verb = s.above(verb)
	}
	if !slices.Contains(findings, s.form(i)) || verb < 0 || owner <= verb || s.above(owner) != i {
		return
	}
	s.rearrange(func() {
		s.words[owner].Head, s.words[owner].Relation = s.above(i), s.words[i].Relation
		if s.bears(i, "xcomp") {
			s.words[owner].Relation = "obj"
		}
		if s.tag(owner) == "PRP$" {
			s.words[owner].XPOS = "PRP"
		}
		s.handOver(i, owner, i)
		s.words[i].Head, s.words[i].Relation, s.words[i].UPOS, s.words[i].XPOS = verb, "xcomp", "ADJ", "JJ"
	})
}

// mendThose hangs "under 18" of "release those under 18" on who that is.
func (s *sentence) mendThose(i int) {
	those := s.leftmost(i) - 1
	if s.is(i, "obl") && s.has(i, "case") && s.form(those) == "those" && s.tag(those) == "DT" && s.is(those, "obj", "conj", "nsubj", "obl") && s.within(those, s.above(i)) {
		s.move(i, those, "nmod")
	}
}

// mendMadeDoing makes "tackling crime a priority" of "has made tackling crime a priority" what somebody made, not what
// they made and tackled.
func (s *sentence) mendMadeDoing(i int) {
	if s.tag(i) == "VBG" && s.bears(i, "xcomp") && s.lemma(s.above(i)) == "make" && i == s.above(i)+1 && !s.has(s.above(i), "obj") {
		s.words[i].Relation = "ccomp"
	}
}

// mendGiven makes who gets something of the first of two objects of a verb of giving: "gave regulators new powers".
func (s *sentence) mendGiven(i int) {
	verb := s.above(i)
	objects := s.children(verb, "obj")
	if giving[s.lemma(verb)] && s.lemma(verb) != "earn" && len(objects) == 2 && objects[0] == i && verb < i && s.rightmost(i) == s.leftmost(objects[1])-1 && !s.has(verb, "iobj", "xcomp") && !s.isPassiveForm(verb) {
		s.words[i].Relation = "iobj"
	}
}

// mendBareInfinitive makes a verb of "screen" of "had failed to screen passengers", hung as a part of its object.
func (s *sentence) mendBareInfinitive(i int) {
	object, to, verb := s.above(i), i-1, i-2
	if s.tag(i) != "VB" || !s.bears(i, "compound") || s.form(to) != "to" || s.upos(verb) != "VERB" || object < i || s.above(object) != verb {
		return
	}
	s.rearrange(func() {
		s.words[i].Head, s.words[i].Relation, s.words[i].UPOS = verb, "xcomp", "VERB"
		s.words[object].Head, s.words[object].Relation = i, "obj"
		s.words[to].Head, s.words[to].Relation = i, "mark"
	})
}

// mendPleadNot hangs "not" of "plead not guilty" on what is pleaded.
func (s *sentence) mendPleadNot(i int) {
	if plea := i + 1; s.form(i) == "not" && s.lemma(i-1) == "plead" && s.form(plea) == "guilty" {
		s.rearrange(func() {
			s.words[i].Head, s.words[i].Relation = plea, "compound"
		})
	}
}

package claim

import (
	_ "embed"
	"slices"
	"strings"
)

// mendHyphenatedVerb reads "attempted to strong-arm him": after a verb that takes an
// infinitive, "to" and a hyphenated word before a noun phrase are one.
func (s *sentence) mendHyphenatedVerb(i int) {
	to, outer := i-3, i-4
	if outer < 0 || s.form(to) != "to" || s.form(i-1) != "-" || s.upos(i) != "NOUN" && s.tag(i) != "VB" || s.upos(outer) != "VERB" || !s.takesInfinitive(outer) {
		return
	}
	s.rearrange(func() {
		object := none
		if s.upos(i) == "NOUN" || s.above(i) != outer {
			object = s.objectOfHyphenated(i, outer)
		}
		s.words[i].Head, s.words[i].Relation = outer, "xcomp"
		s.words[i].UPOS, s.words[i].XPOS, s.words[i].Lemma = "VERB", "VB", s.form(i-2)+"-"+s.form(i)
		s.words[to].Head, s.words[to].Relation, s.words[to].UPOS, s.words[to].XPOS = i, "mark", "PART", "TO"
		s.words[i-1].Head, s.words[i-2].Head = i, i
		s.words[i-2].Relation = "compound"
		if object != none {
			s.words[object].Head, s.words[object].Relation = i, "obj"
		}
		for _, c := range s.dependents(outer) {
			if s.bears(c, "advcl") && c > i && s.form(s.child(c, "mark", "case")) == "into" {
				s.words[c].Head = i
			}
		}
	})
}

// objectOfHyphenated is the noun after a hyphenated verb: the one it was taken to modify, or one
// that was hung on it.
func (s *sentence) objectOfHyphenated(i, outer int) int {
	for h := s.above(i); h > i; h = s.above(h) {
		if s.above(h) == outer {
			return h
		}
	}
	for _, c := range append(s.dependents(i), s.dependents(outer)...) {
		if c > i && s.is(c, "obl", "appos", "nmod", "flat", "obj") && !s.has(c, "case") && s.leftmost(c) == i+1 {
			return c
		}
	}
	return none
}

// takesInfinitive tells verbs after which "to" and a bare noun would be odd.
func (s *sentence) takesInfinitive(i int) bool {
	_, commits := commitments[s.lemma(i)]
	return commits || slices.Contains([]string{"attempt", "try", "decide", "refuse", "manage", "begin", "start", "continue", "agree", "decline"}, s.lemma(i))
}

// mendBareConjunct hangs "determine" of "a process to suggest designs and determine whether" on
// the infinitive before it, not on the finite verb.
func (s *sentence) mendBareConjunct(i int) {
	above := s.above(i)
	if s.disagrees(i) {
		s.words[i].XPOS = "VB"
	}
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

// disagrees tells "determine" of "the firm began a survey to count heads and determine wages", whose subject would
// have been plural.
func (s *sentence) disagrees(i int) bool {
	subject := s.child(s.above(i), "nsubj")
	return s.bears(i, "conj") && s.tag(i) == "VBP" && s.tag(s.above(i)) == "VBD" && s.tag(subject) == "NN" && !s.has(subject, "conj") && !s.has(i, "nsubj", "aux")
}

func (s *sentence) hasModal(i int) bool {
	return slices.ContainsFunc(s.auxiliaries(i), func(a int) bool { return s.tag(a) == "MD" || s.lemma(a) == "do" })
}

// mendQuality reads "remains steadfast" and "is clumsy, unthinking" where the adjective was tagged
// a participle, and "was motivated to leave" where it was the other way round.
func (s *sentence) mendQuality(i int) {
	above := s.above(i)
	if s.upos(i) == "ADJ" && s.has(i, "aux:pass") && strings.HasSuffix(s.form(i), "ed") {
		s.words[i].UPOS, s.words[i].XPOS, s.words[i].Lemma = "VERB", "VBN", regularBase(s.form(i))
		return
	}
	if s.tag(i) != "VBN" && s.tag(i) != "VBG" || len(s.auxiliaries(i)) > 0 || s.has(i, "obj", "aux:pass", "mark", "nsubj") {
		return
	}
	seems := slices.Contains([]string{"remain", "stay", "seem", "appear", "look", "feel", "sound", "become", "keep"}, s.lemma(above))
	if s.tag(i) == "VBN" && s.bears(i, "xcomp") && seems || s.bears(i, "conj") && s.upos(above) == "ADJ" && s.has(above, "cop") && !s.hasComplement(i) {
		s.words[i].UPOS, s.words[i].XPOS, s.words[i].Lemma = "ADJ", "JJ", s.form(i)
	}
}

// mendHyphenated reads "was short-lived" as a quality, not as a passive.
func (s *sentence) mendHyphenated(i int) {
	be := s.child(i, "aux:pass")
	if be == none || s.form(i-1) != "-" || strings.Contains(s.lemma(i), "-") || s.agentOf(i) != none {
		return
	}
	s.words[i].UPOS, s.words[i].XPOS, s.words[be].Relation = "ADJ", "JJ", "cop"
	for _, c := range s.children(i, "nsubj") {
		s.words[c].Relation = "nsubj"
	}
	for _, c := range s.dependents(i) {
		if c < i && c > be && s.is(c, "advmod", "amod", "obl", "dep") && c == i-2 {
			s.words[c].Relation = "compound"
		}
	}
}

// mendListedVerb reads "held hearings, called witnesses and questioned officers" where the verb in
// the middle was taken for a participle of the object before it, which takes no object of its own.
func (s *sentence) mendListedVerb(i int) {
	noun := s.above(i)
	verb := s.above(noun)
	if !s.bears(i, "acl") || s.tag(i) != "VBN" && s.tag(i) != "VBD" || !s.isComma(s.leftmost(i)-1) || !s.is(noun, "obj", "obl") || s.tag(verb) != "VBD" {
		return
	}
	next := s.child(verb, "conj")
	if next < i || s.tag(next) != "VBD" || !s.has(i, "obj") || s.has(i, "nsubj", "aux", "mark") {
		return
	}
	s.words[i].XPOS = "VBD"
	s.move(i, verb, "conj")
}

// mendFinitePast reads "The plan led to talks and Lima was invited", where the first of two clauses
// was taken for a description of its subject: a finite past form describes nothing.
func (s *sentence) mendFinitePast(i int) {
	noun := s.above(i)
	verb := s.above(noun)
	if !s.bears(i, "acl") || s.tag(i) != "VBD" || verb < i || !s.is(noun, "nsubj") || !s.is(verb, "root", "ccomp", "conj", "parataxis") || s.headline {
		return
	}
	and := s.child(verb, "cc")
	subject := none
	for j := i + 1; j < verb; j++ {
		if s.bears(j, "conj") && s.leftmost(j) == and && s.within(j, i) || s.bears(j, "conj") && s.leftmost(j) == and+1 && s.within(j, i) {
			subject = j
		}
	}
	if and == none || and < i || subject == none {
		return
	}
	s.rearrange(func() {
		s.words[i].Head, s.words[i].Relation = s.above(verb), s.words[verb].Relation
		s.words[verb].Head, s.words[verb].Relation = i, "conj"
		s.words[subject].Head, s.words[subject].Relation = verb, s.words[noun].Relation
		s.words[noun].Head, s.words[noun].Relation = i, "nsubj"
	})
}

// mendNounComplement makes "work" of "agreed to work for her", hung as a complement although tagged a noun, and "comment" of
// "declined to comment", hung as a phrase, the verb that it is.
func (s *sentence) mendNounComplement(i int) {
	to, verb := i-1, i-2
	if !(s.bears(i, "xcomp") && s.tag(i) == "NN" || s.bears(i, "obl") && (s.tag(i) == "VB" || s.leftmost(i) == to && s.rightmost(i) == i && s.tag(i) == "NN" && (s.lemma(verb) == "decline" || s.lemma(verb) == "refuse"))) || s.form(to) != "to" || !s.bears(to, "case") || s.above(to) != i || s.above(i) != verb || s.upos(verb) != "VERB" || !s.takesInfinitive(verb) {
		return
	}
	s.words[i].UPOS, s.words[i].XPOS, s.words[i].Lemma = "VERB", "VB", s.form(i)
	s.words[i].Relation = "xcomp"
	s.words[to].UPOS, s.words[to].XPOS, s.words[to].Relation = "PART", "TO", "mark"
}

// mendAdverbRoot makes "returned" of "can be quickly and safely returned" the verb, for which the adverb was taken.
func (s *sentence) mendAdverbRoot(i int) {
	be, v := s.child(i, "cop"), s.lastConjunct(i)
	if s.upos(i) != "ADV" || be == none || be > i || s.tag(v) != "VBN" {
		return
	}
	s.rearrange(func() {
		for _, d := range s.dependents(i) {
			if d != v && !s.is(d, "cc", "conj") {
				s.words[d].Head = v
			}
		}
		s.words[v].Head, s.words[v].Relation = s.above(i), s.words[i].Relation
		s.words[i].Head, s.words[i].Relation, s.words[be].Relation = v, "advmod", "aux:pass"
		for _, n := range s.children(v, "nsubj") {
			s.words[n].Relation = "nsubj:pass"
		}
	})
}

// lastConjunct is the last of what is coordinated with a word, or the word.
func (s *sentence) lastConjunct(i int) int {
	all := s.conjuncts(i)
	return all[len(all)-1]
}

// mendDragOn joins "on" to the verb of "The talks dragged on.", and "in" to that of "She turned herself in.", for which
// it was taken for an adverb.
func (s *sentence) mendDragOn(i int) {
	particles := []string{"on", "off", "out", "up", "down", "over", "away", "apart"}
	verb := s.above(i)
	if object := s.child(verb, "obj"); object > verb && s.rightmost(object) == i-1 {
		particles = append(particles, "in")
		verb = i - 1
	}
	if s.bears(i, "advmod") && verb == i-1 && s.upos(s.above(i)) == "VERB" && slices.Contains(particles, s.form(i)) && (s.isMark(i+1) || i+1 == len(s.words)) && len(s.dependents(i)) == 0 {
		s.words[i].Relation = "compound:prt"
	}
}

// mendKeptInformed makes a quality of "informed" of "asked to be kept informed", which nobody was yet.
func (s *sentence) mendKeptInformed(i int) {
	if s.tag(i) == "VBN" && s.is(i, "advcl", "xcomp") && s.lemma(i-1) == "keep" && s.above(i) == i-1 && !s.has(i, "mark", "nsubj", "aux") {
		s.words[i].UPOS, s.words[i].XPOS, s.words[i].Lemma, s.words[i].Relation = "ADJ", "JJ", s.form(i), "xcomp"
	}
}

// mendFacesUpTo makes an object of "up to ten years" of "faces up to ten years in prison".
func (s *sentence) mendFacesUpTo(i int) {
	verb, to := i-1, i+1
	years := s.above(to)
	if s.form(i) == "up" && s.form(to) == "to" && s.lemma(verb) == "face" && s.above(i) == verb && s.bears(years, "obl") && s.above(years) == verb && s.has(years, "nummod") {
		s.rearrange(func() {
			s.words[i].Head, s.words[i].Relation = years, "advmod"
			s.words[to].Head, s.words[to].Relation = i, "fixed"
			s.words[years].Relation = "obj"
		})
	}
}

//go:embed words/adverbs.txt
var adverbText string

// particleAdverbs holds the adverbs without which a verb says something else.
var particleAdverbs = wordSet(adverbText)

// mendAdverb makes the adverb of "ran aground on a reef" a particle, and gives the verb what hangs on it.
func (s *sentence) mendAdverb(i int) {
	verb := s.above(i)
	if !particleAdverbs[s.form(i)] || !s.is(i, "advmod") || verb != i-1 || s.upos(verb) != "VERB" {
		return
	}
	s.words[i].Relation = "compound:prt"
	for _, c := range s.dependents(i) {
		s.move(c, verb, s.words[c].Relation)
	}
	s.link()
}

package claim

import (
	_ "embed"
	"slices"
)

//go:embed words/resulting.txt
var resultingText string

// resulting holds the verbs whose object a participle after it completes: "saw her carried out".
var resulting = wordSet(resultingText)

// mendAsideRoot reads "A man, believed to be the driver, escaped", where the aside was taken for the main verb: no
// comma alone parts a subject from its verb.
func (s *sentence) mendAsideRoot(p int) {
	subject := s.child(p, "nsubj")
	if s.upos(p) != "VERB" || s.tag(p) != "VBD" && s.tag(p) != "VBN" || len(s.auxiliaries(p)) > 0 || s.has(p, "aux:pass", "obj", "mark") || subject == none {
		return
	}
	if !s.isComma(p-1) || s.rightmost(subject) != p-2 || s.commaBetween(s.leftmost(subject), p-1) != none {
		return
	}
	main := s.verbAfterComma(p)
	if main == none {
		return
	}
	s.rearrange(func() {
		s.words[main].Head, s.words[main].Relation = s.above(p), s.words[p].Relation
		if s.tag(main) == "VBN" && len(s.auxiliaries(main)) == 0 && !s.has(main, "aux:pass") {
			s.words[main].XPOS = "VBD"
		}
		s.words[subject].Head = main
		s.words[p].Head, s.words[p].Relation, s.words[p].XPOS = subject, "acl", "VBN"
	})
}

// verbAfterComma is the first verb below p whose group begins after a comma, without a subject or opener of its own.
func (s *sentence) verbAfterComma(p int) int {
	for v := p + 1; v < len(s.words); v++ {
		if s.upos(v) != "VERB" || !s.within(v, p) || !s.isComma(s.groupStart(v)-1) || s.has(v, "nsubj", "cc", "mark") {
			continue
		}
		if s.tag(v) == "VBD" || s.tag(v) == "VBN" || s.isFiniteClause(v) {
			return v
		}
	}
	return none
}

// mendBelieved hangs "to have been moved" of "trace money believed to have been moved abroad" on the participle.
func (s *sentence) mendBelieved(i int) {
	noun := s.above(i)
	if s.tag(i) != "VBN" || !s.is(i, "amod", "acl") || i < noun || s.form(i+1) != "to" || !slices.Contains(raising, s.lemma(i)) || s.has(i, "xcomp") {
		return
	}
	for x := i + 2; x < len(s.words) && x < i+6; x++ {
		if s.isInfinitive(x) && s.leftmost(x) == i+1 && s.is(x, "advcl", "xcomp", "acl") {
			s.rearrange(func() {
				s.words[i].Relation, s.words[i].UPOS = "acl", "VERB"
				s.words[x].Head, s.words[x].Relation = i, "xcomp"
			})
			return
		}
	}
}

// mendObjectParticiple hangs "meant for patients" of "stealing money meant for patients" on the money: few verbs
// have a participle for a complement.
func (s *sentence) mendObjectParticiple(i int) {
	verb := s.above(i)
	object := s.child(verb, "obj")
	if s.tag(i) != "VBN" || !s.bears(i, "xcomp") || object == none || object > i || s.upos(object) == "PRON" || s.has(i, "mark", "aux", "aux:pass", "xcomp") || resulting[s.lemma(verb)] {
		return
	}
	if s.upos(verb) != "VERB" || s.rightmost(object) != i-1 {
		return
	}
	s.move(i, object, "acl")
	for _, o := range s.children(verb, "obl") {
		if s.leftmost(o) == i+1 {
			s.move(o, i, "obl")
		}
	}
}

// mendClauseAfter reads "after an old ferry capsized", where the verb was taken for a participle: what takes no
// object has none, and none has an object beside it.
func (s *sentence) mendClauseAfter(i int) {
	noun := s.above(i)
	opener := s.child(noun, "case")
	if s.tag(i) != "VBN" || !s.bears(i, "acl") || !s.is(noun, "obl") || !slices.Contains([]string{"after", "before", "since", "until"}, s.form(opener)) || opener > noun || len(s.auxiliaries(i)) > 0 {
		return
	}
	if !intransitive[s.lemma(i)] && (!s.has(i, "obj") || s.keepsObject(i)) || s.agentOf(i) != none || s.rightmostBefore(noun, i) != i-1 {
		return
	}
	s.rearrange(func() {
		s.words[i].Head, s.words[i].Relation, s.words[i].XPOS = s.above(noun), "advcl", "VBD"
		s.words[noun].Head, s.words[noun].Relation = i, "nsubj"
		s.words[opener].Head, s.words[opener].Relation = i, "mark"
	})
}

// mendToBe hangs "to be hosted by Peru" of "will attend a meeting to be hosted by Peru" on the meeting.
func (s *sentence) mendToBe(i int) {
	verb := s.above(i)
	object := s.child(verb, "obj")
	if !s.bears(i, "advcl") || !s.isInfinitive(i) || !s.has(i, "aux:pass") || s.form(s.leftmost(i)) != "to" || object == none || s.isObjectControl(verb) || directives[s.lemma(verb)] {
		return
	}
	if s.upos(object) == "NOUN" && s.rightmostBefore(object, s.leftmost(i)) == s.leftmost(i)-1 {
		s.move(i, object, "acl")
	}
}

// mendBareAppositive makes an apposition of "the largest in the south" of "the capture of the base, the largest in
// the south, ended it": a list of two has its "and".
func (s *sentence) mendBareAppositive(i int) {
	first := s.above(i)
	if !s.bears(i, "conj") || s.has(i, "cc") || len(s.children(first, "conj")) > 1 || s.has(i, "conj") {
		return
	}
	before, after := s.leftmost(i)-1, s.rightmost(i)+1
	noun := s.nominalEndingAt(before - 1)
	if !s.isComma(before) || !s.isComma(after) || noun == none || !s.within(noun, first) {
		return
	}
	ofSubject := s.is(first, "nsubj") && after < s.above(first) && !s.isName(i) && s.has(i, "det")
	ofName := s.isName(first) && !s.isName(i) && s.has(i, "det", "nmod:poss") && s.upos(i) == "NOUN"
	named := s.isName(i) && s.upos(first) == "NOUN" && s.has(first, "nmod:poss") && noun == first
	if !ofSubject && !ofName && !named {
		return
	}
	s.move(i, noun, "appos")
}

// mendConjoinedGerund gives "and perverting justice" of "was found guilty of fraud and perverting justice" to the
// nouns before it: a gerund joins no finite verb.
func (s *sentence) mendConjoinedGerund(i int) {
	verb, and := s.above(i), s.child(i, "cc")
	if s.tag(i) != "VBG" || !s.bears(i, "conj") || s.upos(verb) != "VERB" || s.tag(verb) == "VBG" || and == none || and > i || s.leftmost(i) != and || len(s.auxiliaries(i)) > 0 || s.has(i, "nsubj", "mark") {
		return
	}
	noun := s.nominalEndingAt(and - 1)
	if noun != none && noun > verb && s.within(noun, verb) && s.role(noun) != "" {
		s.move(i, noun, "conj")
	}
}

// mendBareParticiple hangs "issued on Monday" of "left despite a warning issued on Monday" on the warning, where it was
// taken for a clause of the verb: nothing opens that.
func (s *sentence) mendBareParticiple(i int) {
	noun := s.nominalEndingAt(i - 1)
	if s.tag(i) != "VBD" || !s.bears(i, "advcl") || i < s.above(i) || s.leftmost(i) != i || s.has(i, "nsubj", "mark", "aux", "obj", "ccomp", "xcomp") || noun == none || s.isMark(i-1) {
		return
	}
	if role := s.role(noun); role != "" && !slices.Contains(subordinators, role) && s.upos(noun) == "NOUN" && s.within(noun, s.above(i)) && !intransitive[s.lemma(i)] {
		s.words[i].XPOS = "VBN"
		s.move(i, noun, "acl")
	}
}

// mendNearMiss hangs "threatening to sue" of "stopped short of threatening to sue" on the verb.
func (s *sentence) mendNearMiss(i int) {
	short := s.above(i)
	opener := s.child(i, "mark", "case")
	if s.tag(i) == "VBG" && s.is(i, "advcl", "xcomp") && opener != none && s.isNearMiss(opener) && opener-1 == short && s.is(short, "advmod", "xcomp") && s.upos(s.above(short)) == "VERB" {
		s.move(i, s.above(short), "advcl")
	}
}

// mendAfterAside gives "without harm" of "took the drug, known as X, without harm" to the verb: a comma closed the aside.
func (s *sentence) mendAfterAside(i int) {
	p := s.above(i)
	noun := s.above(p)
	start := s.leftmost(i)
	if s.bears(i, "obl") && s.bears(p, "acl") && s.tag(p) == "VBN" && s.leftmost(p) == p && s.isComma(p-1) && s.isComma(start-1) && start > p+2 && s.bears(noun, "obj") && noun < p {
		s.move(i, s.above(noun), "obl")
	}
}

// an adjective of what it blamed.
func (s *sentence) mendMainPremodifier(v int) {
	object := s.above(v)
	subject := s.root()
	clause := s.child(subject, "acl:relcl")
	if s.tag(v) != "VBN" && s.tag(v) != "VBD" || !s.bears(v, "amod") || object < v || !s.isComma(v-1) || !s.isBareNoun(subject) || clause < subject || clause > v || !s.bears(object, "conj") || s.has(object, "cc") || !s.within(object, clause) {
		return
	}
	s.rearrange(func() {
		for _, c := range s.children(s.above(object), "conj") {
			if c > object {
				s.words[c].Head = object
			}
		}
		s.words[v].Head, s.words[v].Relation, s.words[v].UPOS, s.words[v].XPOS = none, "root", "VERB", "VBD"
		s.words[object].Head, s.words[object].Relation = v, "obj"
		s.words[subject].Head, s.words[subject].Relation = v, "nsubj"
	})
}

// isBareNoun tells a noun at the root, of which but a relative clause says something.
func (s *sentence) isBareNoun(i int) bool {
	return s.bears(i, "root") && s.isNominal(i) && !s.has(i, "cop", "nsubj", "conj", "parataxis") && !s.headline
}

// was taken for what she said.
func (s *sentence) mendWhose(i int) {
	whose := s.leftmost(i)
	if !s.is(i, "ccomp", "parataxis", "conj") || s.tag(whose) != "WP$" || !s.isComma(whose-1) {
		return
	}
	if noun := s.nominalEndingAt(whose - 2); noun != none && noun > s.above(i) {
		s.move(i, noun, "acl:relcl")
	}
}

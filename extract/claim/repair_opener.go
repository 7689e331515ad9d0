package claim

import "slices"

// mendIf makes "if the pilot survived" of "nobody knows if the pilot survived" what is not known.
func (s *sentence) mendIf(i int) {
	clause := s.above(i)
	verb := s.above(clause)
	if s.form(i) == "if" && s.bears(i, "mark") && s.bears(clause, "ccomp") && verb < i && s.upos(verb) == "VERB" && !s.isCue(verb) && !slices.Contains(wondering, s.lemma(verb)) && !slices.Contains(settling, s.lemma(verb)) {
		s.words[clause].Relation = "advcl"
		return
	}
	if s.form(i) != "if" || !s.bears(i, "mark") || !s.bears(clause, "advcl") || verb != i-1 || !slices.Contains(wondering, s.lemma(verb)) || s.has(verb, "obj", "ccomp") {
		return
	}
	s.words[clause].Relation = "ccomp"
}

// wondering are verbs just after which "if" opens a question.
var wondering = []string{"know", "wonder", "ask", "see", "determine", "doubt", "check", "question", "discover", "learn", "verify"}

// settling are other verbs after which "if" may open one.
var settling = []string{"care", "mind", "find", "tell", "check", "assess", "test", "decide", "consider", "investigate", "examine", "discuss", "debate", "explain", "remember", "understand", "hear"}

// mendThatLater reads "said later on that the firm is closing", where "that" was taken for an article.
func (s *sentence) mendThatLater(i int) {
	clause := s.above(i)
	subject := s.child(clause, "nsubj")
	verb := s.above(clause)
	if s.form(i) != "that" || !s.is(i, "det") || subject < i || !s.bears(clause, "ccomp") || !s.isCue(verb) || verb > i || s.has(clause, "mark") {
		return
	}
	s.rearrange(func() {
		for _, c := range s.dependents(clause) {
			if c < i && c > verb {
				s.words[c].Head, s.words[c].Relation = verb, "advmod"
			}
		}
		s.words[i].Relation, s.words[i].UPOS, s.words[i].XPOS = "mark", "SCONJ", "IN"
	})
}

// mendSaidConjunct gives "but stated he would return" of "He admitted that his visit was brief but stated he would
// return" to who admitted it: a visit states nothing.
func (s *sentence) mendSaidConjunct(i int) {
	first := s.above(i)
	outer := s.above(first)
	subject := s.ownSubject(first)
	if other := s.othersDeed(i); other != none {
		s.move(i, other, "conj")
		return
	}
	if !s.bears(i, "conj") || !s.bears(first, "ccomp") || !s.isCue(i) || s.isWeakCue(i) || !s.has(i, "ccomp") && !s.accuses(i) || s.has(i, "nsubj", "mark", "aux") || !s.isCue(outer) || outer > first || s.tag(i) != s.tag(outer) {
		return
	}
	states := subject == none || s.upos(subject) != "NOUN" || s.isRoleNoun(subject) || !s.has(first, "cop")
	if but := s.child(i, "cc"); states && !s.isOutOfStep(first, i) && !(s.form(but) == "but" && s.isComma(but-1)) {
		return
	}
	s.move(i, outer, "conj")
}

// speaking are verbs of what only persons do, with or without a clause.
var speaking = []string{"warn", "caution", "call", "urge", "apologise", "apologize", "blame", "accuse", "refuse", "decline", "promise", "pledge", "vow", "deny", "insist"}

// othersDeed is who "but warned against it" of "said tests showed that levels had fallen, but warned against it" goes with:
// neither levels nor tests warn; none elsewhere.
func (s *sentence) othersDeed(i int) int {
	but := s.child(i, "cc")
	if !s.bears(i, "conj") || s.form(but) != "but" && !s.has(i, "ccomp") || !s.isComma(but-1) || !slices.Contains(speaking, s.lemma(i)) || s.tag(i) != "VBD" || s.has(i, "nsubj", "aux", "mark") {
		return none
	}
	for v := s.above(i); s.isThings(v) && s.bears(v, "ccomp") && s.isCue(s.above(v)) && s.above(v) < v; v = s.above(v) {
		if outer := s.above(v); s.tag(outer) == "VBD" && !s.isThings(outer) {
			return outer
		}
	}
	return none
}

// isThings tells a verb whose subject is no person.
func (s *sentence) isThings(v int) bool {
	subject := s.ownSubject(v)
	return s.upos(subject) == "NOUN" && !s.isPerson(subject) && !s.isPeople(subject)
}

// accuses tells "and accused him of lying", set off by a comma.
func (s *sentence) accuses(i int) bool {
	return slices.Contains(accusing, s.lemma(i)) && s.has(i, "obj") && s.isComma(s.child(i, "cc")-1)
}

// isOutOfStep tells the second of "had wounded two and warned": a past form shares no auxiliary.
func (s *sentence) isOutOfStep(first, second int) bool {
	shared := slices.ContainsFunc(s.auxiliaries(first), func(a int) bool { return s.lemma(a) == "have" || s.tag(a) == "MD" })
	return shared && s.tag(second) == "VBD"
}

// mendAccused makes "of lying", hung on "accused" as a phrase or as a bare complement, what somebody is accused of.
func (s *sentence) mendAccused(i int) {
	verb, opener := s.above(i), s.child(i, "case", "mark")
	if noun := verb; s.bears(i, "acl") && s.bears(noun, "obj") && slices.Contains(accusing, s.lemma(s.above(noun))) && s.form(opener) == "of" && s.isGerund(i) && opener < i {
		s.move(i, s.above(noun), "advcl")
		return
	}
	if !s.isGerund(i) || opener == none || opener > i || !slices.Contains(accusing, s.lemma(verb)) || !s.is(i, "xcomp", "obl", "advcl") || !slices.Contains([]string{"of", "with", "for"}, s.form(opener)) {
		return
	}
	s.words[i].Relation, s.words[opener].Relation = "advcl", "mark"
}

// isGerund tells "lying" and "having lied".
func (s *sentence) isGerund(i int) bool {
	return s.tag(i) == "VBG" || s.tag(i) == "VBN" && slices.ContainsFunc(s.auxiliaries(i), func(a int) bool { return s.tag(a) == "VBG" })
}

// mendFarFrom makes "far from" open what did not happen: "Far from apologising, he laughed".
func (s *sentence) mendFarFrom(i int) {
	gerund, main := i+2, s.above(i)
	if s.form(i) != "far" || s.form(i+1) != "from" || s.tag(gerund) != "VBG" || s.upos(gerund) != "VERB" || main < gerund || !s.isPredicate(main) {
		return
	}
	s.rearrange(func() {
		s.words[gerund].Head, s.words[gerund].Relation = main, "advcl"
		s.words[i].Head, s.words[i].Relation = gerund, "mark"
		s.words[i+1].Head, s.words[i+1].Relation = i, "fixed"
	})
}

// mendExistentialContent hangs "that it would fail" of "there were fears that it would fail" on the fears.
func (s *sentence) mendExistentialContent(i int) {
	verb := s.above(i)
	noun := s.child(verb, "nsubj")
	if !s.is(i, "advcl", "ccomp") || !s.has(verb, "expl") || noun == none || noun > i || !s.opensWithThat(i) || !s.hasContent(noun) && !slices.Contains(factNouns, s.lemma(noun)) {
		return
	}
	s.move(i, noun, "acl")
}

// mendSaidBecause gives "because guests wanted to meet her" of "He said he was going, because guests wanted to
// meet her" to what was said, not to the saying.
func (s *sentence) mendSaidBecause(i int) {
	cue, mark := s.above(i), s.child(i, "mark")
	content := s.child(cue, "ccomp")
	if !s.bears(i, "advcl") || !s.isCue(cue) || s.isWeakCue(cue) || content < cue || content > i || mark > i || !s.has(content, "nsubj") || s.has(content, "cc") {
		return
	}
	if opener := s.form(mark); (opener == "because" || opener == "unless" || opener == "if") && !s.isQuotationMark(mark-1) && !(s.isComma(mark-1) && s.isQuotationMark(mark-2)) {
		s.move(i, content, "advcl")
	}
}

// mendUnless makes a conjunct that "unless" or "if" opens a condition.
func (s *sentence) mendUnless(i int) {
	mark := s.child(i, "mark")
	if s.bears(i, "conj") && !s.has(i, "cc") && mark != none && mark < i && (s.form(mark) == "unless" || s.form(mark) == "if") && s.has(i, "nsubj") {
		s.words[i].Relation = "advcl"
		for v := mark - 1; v > s.above(i); v-- {
			if s.hasModal(v) && s.isPredicate(v) {
				s.move(i, v, "advcl")
				return
			}
		}
	}
}

// mendDescribed hangs "facing trial" of "described Holt as a man, facing trial" on the man.
func (s *sentence) mendDescribed(i int) {
	verb := s.above(i)
	if !s.bears(i, "advcl") || s.tag(i) != "VBG" || s.has(i, "nsubj", "mark", "case", "aux") || !slices.Contains([]string{"describe", "portray", "depict", "characterise", "characterize", "paint", "present"}, s.lemma(verb)) {
		return
	}
	for _, as := range s.children(verb, "obl") {
		if as > verb && as < i && s.role(as) == "as" && s.isNominal(as) {
			s.move(i, as, "acl")
			return
		}
	}
}

// mendFronted gives "on Monday" of "said that on Monday the ship left" to what was said.
func (s *sentence) mendFronted(i int) {
	cue := s.above(i)
	content := s.child(cue, "ccomp")
	that := s.child(content, "mark")
	if s.is(i, "obl", "obl:unmarked", "advcl", "advmod") && s.isCue(cue) && s.form(that) == "that" && cue < that && s.leftmost(i) == that+1 && i < content {
		s.move(i, content, s.words[i].Relation)
	}
}

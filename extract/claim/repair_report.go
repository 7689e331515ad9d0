package claim

// mendSplitContent gives "had been diverted" of "Holm said a ship nearby had been diverted" and of "A ship had been
// diverted, Holm said" the subject that was hung on the saying.
func (s *sentence) mendSplitContent(content int) {
	cue := s.above(content)
	if !s.bears(content, "ccomp") || !s.isCue(cue) || !s.isFiniteClause(content) || s.has(content, "nsubj", "csubj", "expl") {
		return
	}
	subjects := len(s.children(cue, "nsubj"))
	for _, n := range s.children(cue, "nsubj", "obj", "iobj", "obl:unmarked") {
		asides, adjoins := s.asidesBetween(n, s.groupStart(content), cue)
		if !s.isNominal(n) || n > content || !adjoins && !s.hasLaterSource(cue, content) || s.is(n, "nsubj") && subjects < 2 {
			continue
		}
		s.rearrange(func() {
			s.words[n].Head, s.words[n].Relation = content, "nsubj"
			if s.has(content, "aux:pass") {
				s.words[n].Relation = "nsubj:pass"
			}
			for _, a := range asides {
				s.words[a].Head, s.words[a].Relation = n, "acl"
				if s.isNominal(a) {
					s.words[a].Relation = "nmod"
				}
			}
		})
		return
	}
}

// hasLaterSource tells "the firm" of "The plant, which is old, had closed, the firm said".
func (s *sentence) hasLaterSource(cue, content int) bool {
	for _, n := range s.children(cue, "nsubj") {
		if content < n && n < cue && s.isMark(s.leftmost(n)-1) {
			return true
		}
	}
	return false
}

// asidesBetween are the participles set off by commas, and phrases, that hang on head and alone part a noun phrase from
// a word after it; ok is false where more does.
func (s *sentence) asidesBetween(noun, limit, head int) (asides []int, ok bool) {
	i := s.rightmost(noun) + 1
	for i < limit {
		aside := none
		for _, c := range s.children(head, "advcl", "obl") {
			if s.leftmost(c) == i && (s.tag(c) == "VBN" && s.isComma(i-1) || s.isNominal(c) && noun > head && !s.isTime(c)) {
				aside = c
			}
		}
		switch {
		case aside != none:
			asides = append(asides, aside)
			i = s.rightmost(aside) + 1
		case s.isMark(i) || s.is(i, "advmod"):
			i++
		default:
			return nil, false
		}
	}
	return asides, i == limit
}

// mendToldClause makes "the plant had been running" of "told analysts the plant had been running" what was told,
// not which analysts.
func (s *sentence) mendToldClause(i int) {
	told := s.above(i)
	verb, subject := s.above(told), s.child(i, "nsubj")
	if !s.bears(i, "acl:relcl") || !s.is(told, "obj", "iobj") || !s.hasAddressee(verb) || s.has(verb, "ccomp", "xcomp") || subject == none || s.relativePronoun(i) != none {
		return
	}
	complete := s.hasComplement(i) || s.has(i, "cop", "aux:pass") || intransitive[s.lemma(i)]
	if complete && s.form(s.leftmost(i)) != "that" && s.leftmost(subject) == s.rightmostBefore(told, s.leftmost(i))+1 {
		s.move(i, verb, "ccomp")
	}
}

// mendInsisting gives "insisting that …" of "denied that a leak was there, insisting that …" to who denied it: a leak
// insists on nothing.
func (s *sentence) mendInsisting(i int) {
	content := s.above(i)
	outer, subject := s.above(content), s.child(content, "nsubj")
	if s.tag(i) != "VBG" || !s.bears(i, "advcl") || !s.isCue(i) || s.isWeakCue(i) || !s.has(i, "ccomp") || s.has(i, "nsubj", "mark") || !s.isComma(i-1) {
		return
	}
	if !s.bears(content, "ccomp") || !s.isCue(outer) || outer > content || s.upos(subject) != "NOUN" || s.isPerson(subject) || !s.has(content, "cop", "aux:pass") {
		return
	}
	s.move(i, outer, "advcl")
}

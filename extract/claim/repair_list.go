package claim

// mendSubjectList closes the list of "envoys from the army, the rebels and the police met", whose end was taken for a
// subject of its own.
func (s *sentence) mendSubjectList(i int) {
	verb := s.above(i)
	if !s.is(i, "nsubj") || !s.isNominal(i) || i > verb || !s.isFiniteClause(verb) {
		return
	}
	begin := s.leftmost(i)
	if s.form(begin-1) == "and" {
		begin--
	}
	noun := s.nounOfList(i, verb)
	item := s.lastNmod(noun, begin)
	comma := s.isComma(begin - 1)
	if item == none || !comma && s.form(begin) != "and" || s.isComma(s.groupStart(verb)-1) || s.rightmost(i) >= verb {
		return
	}
	end := begin - 1
	if comma {
		end--
	}
	closes := s.form(begin) == "and" || s.hasListed(i)
	isList := s.role(item) == "between" || s.has(item, "conj") || s.above(noun) == verb
	if !closes || !isList || s.rightmost(item) != end {
		return
	}
	s.rearrange(func() {
		s.listAt(item, i, begin)
		s.makeSubject(noun, verb)
	})
}

// nounOfList is another subject of the verb before i, or a noun at the root that the verb was coordinated with.
func (s *sentence) nounOfList(i, verb int) int {
	for _, n := range s.children(verb, "nsubj") {
		if n < i {
			return n
		}
	}
	above := s.above(verb)
	if !s.is(verb, "conj", "parataxis", "advcl") {
		return none
	}
	if s.isBareRoot(above) {
		return above
	}
	for _, n := range s.children(above, "obl") {
		if item := s.lastNmod(n, i); n > above && n < i && item != none && s.role(item) == "between" && s.opensClause(n) {
			return n
		}
	}
	return none
}

// isBareRoot tells a noun at the root of a sentence that says nothing of it.
func (s *sentence) isBareRoot(i int) bool {
	return s.bears(i, "root") && s.isNominal(i) && !s.has(i, "cop", "nsubj", "acl:relcl") && !s.headline
}

// lastNmod is the last prepositional phrase of a noun before a limit.
func (s *sentence) lastNmod(noun, limit int) int {
	last := none
	for _, n := range s.children(noun, "nmod") {
		if n > noun && n < limit && s.role(n) != "" {
			last = n
		}
	}
	return last
}

// closesBetween tells the last of "talks between the army, the rebels and the police", without which the list has no "and".
func (s *sentence) closesBetween(n int) bool {
	first := s.first(n)
	for s.is(first, "appos") {
		first = s.first(s.above(first))
	}
	ands := 0
	for _, c := range s.subtree(first, nil) {
		if s.is(c, "cc") {
			ands++
		}
	}
	return s.is(first, "nmod") && s.role(first) == "between" && ands < 2
}

// hasListed tells a noun that another is joined to with "and".
func (s *sentence) hasListed(i int) bool {
	for _, c := range s.conjuncts(i)[1:] {
		if s.has(c, "cc") {
			return true
		}
	}
	return false
}

// listAt hangs on the first item of a list what was taken for no part of it, with its "and".
func (s *sentence) listAt(item, i, begin int) {
	s.words[i].Head, s.words[i].Relation = item, "conj"
	if s.bears(begin, "cc") {
		s.words[begin].Head = i
	}
	if s.isComma(begin - 1) {
		s.words[begin-1].Head = i
	}
	for _, a := range s.children(item, "appos") {
		if a > item && a < i {
			s.words[a].Relation = "conj"
		}
	}
}

// makeSubject makes a verb the head of its sentence, where that was the noun that is its subject.
func (s *sentence) makeSubject(noun, verb int) {
	if s.above(noun) == verb {
		return
	}
	if s.is(noun, "obl") {
		s.takeSubject(verb, noun)
		return
	}
	s.words[verb].Head, s.words[verb].Relation = s.above(noun), s.words[noun].Relation
	s.words[noun].Head, s.words[noun].Relation = verb, "nsubj"
	if s.has(verb, "aux:pass") {
		s.words[noun].Relation = "nsubj:pass"
	}
	for _, d := range s.dependents(noun) {
		if d > verb {
			s.words[d].Head = verb
		}
	}
}

// mendListRoot makes "attended" the verb of "members of the council, the church and the police attended", where the
// noun was taken to stand alone: a finite verb follows its subject without a comma.
func (s *sentence) mendListRoot(v int) {
	noun := s.above(v)
	if !s.is(v, "conj", "parataxis") || !s.isFiniteClause(v) || !s.isBareRoot(noun) || s.has(v, "nsubj", "csubj", "expl", "mark") {
		return
	}
	start := s.groupStart(v)
	item := s.lastNmod(noun, start)
	if item == none || !s.hasListed(item) && !s.has(v, "cc") || s.rightmostBefore(noun, start) != start-1 || s.rightmost(item) != start-1 {
		return
	}
	s.rearrange(func() {
		if cc := s.child(v, "cc"); cc != none {
			for _, c := range s.children(item, "conj") {
				if s.leftmost(c) == cc+1 {
					s.words[cc].Head = c
				}
			}
		}
		s.makeSubject(noun, v)
	})
}

// mendListedAppositive makes items of "the bank and the state" of "leaders of the union, the bank and the state met":
// a comma would close an apposition.
func (s *sentence) mendListedAppositive(i int) {
	noun := s.above(i)
	verb := s.above(noun)
	if !s.bears(i, "appos") || !s.is(noun, "nsubj") || i < noun || i > verb || !s.hasListed(i) {
		return
	}
	begin := s.leftmost(i)
	item := s.lastNmod(noun, begin)
	if item != none && s.isComma(begin-1) && s.rightmost(item) == begin-2 && s.rightmost(i) == s.groupStart(verb)-1 {
		s.move(i, item, "conj")
	}
}

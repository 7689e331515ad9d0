package claim

import "slices"

// mendHiddenSource gives "said" of "They want no sale, a person familiar with the matter said." its subject, which was
// taken for another name of the last noun.
func (s *sentence) mendHiddenSource(i int) {
	content := s.child(i, "ccomp")
	if content == none && s.is(i, "conj", "parataxis", "acl:relcl") && !s.has(i, "cc") {
		content = s.above(i)
	}
	if !s.isCue(i) || !s.isFiniteClause(i) && s.tag(i) != "VBN" || content == none || content > i || s.has(i, "nsubj", "csubj", "mark", "expl", "aux:pass") {
		return
	}
	last := s.groupStart(i) - 1
	for n := last; n > content && !s.isComma(last) && s.rightmostBefore(n, i) == last; n = s.above(n) {
		if s.is(n, "appos", "conj") && s.isNominal(n) && !s.has(n, "cc") && s.isComma(s.leftmost(n)-1) {
			s.giveSource(i, n, content)
			return
		}
	}
}

// giveSource makes a saying beside its content of a verb and its subject.
func (s *sentence) giveSource(cue, source, content int) {
	s.rearrange(func() {
		s.words[source].Head, s.words[source].Relation = cue, "nsubj"
		if s.words[cue].Head >= 0 && s.within(cue, content) {
			s.words[cue].Head, s.words[cue].Relation = content, "parataxis"
		}
	})
}

// mendQuotedSource gives "said" of “We mended all that the report named,” a spokesman, Karl Voss, said, the phrase before it, where
// that was hung in the quotation or a word of the quotation taken for the speaker.
func (s *sentence) mendQuotedSource(i int) {
	if !s.isCue(i) || !s.isFiniteClause(i) && s.tag(i) != "VBN" || s.has(i, "mark", "aux:pass") || s.inQuotation(i) {
		return
	}
	last := s.groupStart(i) - 1
	start := s.afterQuotation(last)
	quoted := s.child(i, "nsubj")
	if start == none || quoted >= start {
		return
	}
	heads := s.headsBetween(start, last)
	if len(heads) == 0 || !s.isNominal(heads[0]) || s.leftmost(heads[0]) != start || s.has(heads[0], "case") {
		return
	}
	s.rearrange(func() {
		for _, h := range heads[1:] {
			s.words[h].Head, s.words[h].Relation = heads[0], "appos"
		}
		s.words[heads[0]].Head, s.words[heads[0]].Relation = i, "nsubj"
		if quoted != none {
			s.returnToQuotation(i, quoted)
		}
	})
}

// afterQuotation is the first word after the quotation that closes before a word, with none of its own between; none where
// no quotation does.
func (s *sentence) afterQuotation(last int) int {
	for j := last; j > 0; j-- {
		if s.isQuotationMark(j) {
			if s.closesQuotation(j) && s.inQuotation(j-1) && j < last {
				return j + 1
			}
			return none
		}
		if s.upos(j) == "VERB" {
			return none
		}
	}
	return none
}

// headsBetween are the words of a stretch that hang outside it, marks aside.
func (s *sentence) headsBetween(start, last int) []int {
	var all []int
	for j := start; j <= last; j++ {
		if above := s.above(j); s.upos(j) != "PUNCT" && (above < start || above > last) {
			all = append(all, j)
		}
	}
	return all
}

// returnToQuotation makes "the report named" of what was taken for a speaker and its participle a clause on the noun before, or
// hangs it on what is said.
func (s *sentence) returnToQuotation(cue, quoted int) {
	verb := s.child(quoted, "acl")
	start := s.leftmost(quoted)
	if verb != none {
		start = min(start, s.leftmost(verb))
	}
	noun := s.nominalEndingAt(start - 1)
	content := s.child(cue, "ccomp")
	if content != none && !s.has(content, "nsubj", "csubj", "expl") {
		return // it is the subject of what is said
	}
	if verb > quoted && noun != none && !s.within(noun, quoted) {
		s.words[verb].Head, s.words[verb].Relation, s.words[verb].XPOS = noun, "acl:relcl", "VBD"
		s.words[quoted].Head, s.words[quoted].Relation = verb, "nsubj"
		if s.form(start) == "that" && !s.has(verb, "obj") {
			s.words[start].Head, s.words[start].Relation, s.words[start].UPOS, s.words[start].XPOS = verb, "obj", "PRON", "WDT"
		}
		return
	}
	if content != none {
		s.words[quoted].Head, s.words[quoted].Relation = content, "dep"
	}
}

// mendAllThat makes "that the law demands" of "did all that the law demands" a clause on "all", where it was taken for what
// is done.
func (s *sentence) mendAllThat(i int) {
	clause, verb := s.above(i), s.above(i-1)
	sums := []string{"all", "everything", "anything", "nothing", "something", "much", "little"}
	if s.form(i) != "that" || !slices.Contains(sums, s.form(i-1)) || !s.is(i-1, "obj", "iobj") || !s.bears(clause, "ccomp") || s.above(clause) != verb || s.has(clause, "obj", "cop", "aux:pass") || s.hasAddressee(verb) {
		return
	}
	s.rearrange(func() {
		s.words[clause].Head, s.words[clause].Relation = i-1, "acl:relcl"
		s.words[i].Relation, s.words[i].UPOS, s.words[i].XPOS = "obj", "PRON", "WDT"
		s.words[i-1].Relation = "obj"
	})
}

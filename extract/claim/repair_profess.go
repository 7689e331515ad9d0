package claim

import "slices"

// mendProfessed reads "denies having ignored it" and "disputes owing it", where the verb was taken for a noun or the
// gerund was hung elsewhere.
func (s *sentence) mendProfessed(i int) {
	if p := s.gerundFrom(i); s.form(i) == "having" && s.bears(p, "advcl") && s.leftmost(p) == i && slices.Contains(professing, s.lemma(s.above(p))) && s.isSoonAfter(i, s.above(p)) {
		s.words[p].Relation = "xcomp"
		return
	}
	cue := i - 1
	if s.tag(i) != "VBG" || !gerundVerbs[s.lemma(cue)] {
		return
	}
	gerund := s.gerundFrom(i)
	switch {
	case s.upos(cue) == "VERB" && s.bears(i, "cop") && s.is(gerund, "obl", "advcl", "ccomp") && s.above(gerund) == cue:
		s.words[gerund].Relation = "xcomp"
	case s.upos(cue) == "VERB" && s.form(i) == "having" && !s.bears(gerund, "xcomp"):
		s.completeBy(cue, i, gerund)
	case s.tag(cue) == "NNS" && (s.root() == cue || s.root() == gerund) && (gerund != i || s.has(i, "obj")):
		s.makeFinite(cue, i, gerund)
	}
}

// isSoonAfter tells a word that nothing parts from a verb before it but when it was: "admitted last year having …".
func (s *sentence) isSoonAfter(i, verb int) bool {
	return verb < i && !s.isComma(i-1) && !slices.ContainsFunc(s.dependents(verb), func(d int) bool {
		return verb < d && s.rightmost(d) < i && !s.isTime(d) && !s.is(d, "advmod", "punct")
	})
}

// mendProfessedObject gives "patients" of "denies misleading patients" to the gerund.
func (s *sentence) mendProfessedObject(i int) {
	gerund := s.leftmost(i) - 1
	if s.bears(i, "obj") && s.above(gerund) == s.above(i) && s.bears(gerund, "xcomp") && s.tag(gerund) == "VBG" && s.above(i) == gerund-1 && !s.has(gerund, "obj") {
		s.move(i, gerund, "obj")
	}
}

// gerundFrom is the predicate of which a gerund is the first word: "left" of "having left".
func (s *sentence) gerundFrom(i int) int {
	if s.bears(i, "cop") {
		return s.above(i)
	}
	for j := i + 1; s.form(i) == "having" && j < i+4; j++ {
		if s.tag(j) == "VBN" && s.upos(j) == "VERB" {
			return j
		}
	}
	return i
}

// completeBy makes a gerund with "having" complete the verb before it.
func (s *sentence) completeBy(cue, having, gerund int) {
	if s.above(gerund) != cue {
		return
	}
	s.rearrange(func() {
		s.words[gerund].Relation = "xcomp"
		if having != gerund {
			s.words[having].Head, s.words[having].Relation = gerund, "aux"
		}
		for _, n := range s.children(gerund, "nsubj") {
			if n < cue {
				s.words[n].Head, s.words[n].Relation = cue, "nsubj"
				s.words[cue].XPOS = "VBD"
			}
		}
	})
}

// makeFinite makes the main verb of what was taken for a noun before a gerund.
func (s *sentence) makeFinite(cue, start, gerund int) {
	subject := s.child(cue, "nsubj", "compound")
	if s.bears(cue, "appos") {
		subject = s.above(cue)
	}
	if subject == none || subject > cue {
		return
	}
	s.rearrange(func() {
		head := s.words[s.root()]
		s.handOver(gerund, cue, start)
		for _, d := range s.children(cue, "det", "amod", "nmod:poss", "compound") {
			if d < subject {
				s.words[d].Head = subject
			}
		}
		s.words[cue].Head, s.words[cue].Relation, s.words[cue].UPOS, s.words[cue].XPOS = head.Head, head.Relation, "VERB", "VBZ"
		s.words[subject].Head, s.words[subject].Relation = cue, "nsubj"
		s.words[gerund].Head, s.words[gerund].Relation = cue, "xcomp"
		if start != gerund {
			s.words[start].Head, s.words[start].Relation = gerund, "aux"
		}
	})
}

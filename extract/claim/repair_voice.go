package claim

import "strings"

// mendContentModifier hangs "in town" of "believed the movement in town helped them" on the subject of what is believed, which
// was taken for the object of the belief.
func (s *sentence) mendContentModifier(content int) {
	cue := s.above(content)
	object := s.child(cue, "obj", "iobj")
	if !s.bears(content, "ccomp") || !s.isCue(cue) || s.hasAddressee(cue) || object < cue || s.has(content, "nsubj", "csubj", "expl", "mark") || !s.isFiniteClause(content) {
		return
	}
	next := s.rightmost(object) + 1
	for _, o := range s.children(cue, "obl") {
		if object < o && o < content && s.leftmost(o) == next {
			next = s.rightmost(o) + 1
			s.move(o, object, "nmod")
		}
	}
}

// mendSaidAlso makes the second clause of "said that it was old and that it leaked" a part of what is said.
func (s *sentence) mendSaidAlso(i int) {
	cue := s.above(i)
	content := s.child(cue, "ccomp")
	if s.bears(i, "conj") && s.isCue(cue) && content > cue && content < i && s.opensWithThat(i) {
		s.move(i, content, "conj")
	}
}

// mendAccording hangs ", according to the police" at the end of a sentence on all of it, not on the last clause in it.
func (s *sentence) mendAccording(i int) {
	source := s.above(i)
	if !s.isAccording(i) || !s.is(i, "case", "mark") || s.root() > source || !s.isComma(s.leftmost(source)-1) || s.rightmost(source) < len(s.words)-2 || s.inQuotation(i) {
		return
	}
	for v := s.above(source); v >= 0; v = s.above(v) {
		if s.bears(v, "ccomp") && s.isCue(s.above(v)) && s.above(v) < v {
			s.move(source, s.root(), "obl")
			return
		}
	}
}

// mendNamedVerb makes "Conduct" of "the Office for Police Conduct" a part of the name where it was taken for a verb.
func (s *sentence) mendNamedVerb(i int) {
	before := i - 1
	if s.upos(i) != "VERB" || before < 0 || !strings.HasSuffix(s.name(before), "-ORG") || s.words[i].Text == s.form(i) || s.has(i, "nsubj", "obj", "aux", "cop") || s.above(i) < 0 || s.within(before, i) {
		return
	}
	above := s.above(i)
	s.rearrange(func() {
		for _, d := range s.dependents(i) {
			s.words[d].Head = above
		}
		s.words[i].Head, s.words[i].Relation, s.words[i].UPOS, s.words[i].XPOS = before, "flat", "PROPN", "NNP"
	})
}

// mendPossessor hangs "Peru" of "met Holm and Peru's premier" on what is Peru's, which stands in its place.
func (s *sentence) mendPossessor(i int) {
	if s.tag(i+1) != "POS" || s.above(i+1) != i || s.is(i, "nmod:poss", "root") || s.above(i) < 0 {
		return
	}
	if first := s.above(i); s.bears(i, "conj") && s.bears(first, "nmod:poss") && strings.HasSuffix(s.name(first), "-PER") && !s.isPerson(i) && !s.has(first, "case") {
		s.partPossessors(first, i, s.above(first))
		return
	}
	owned := none
	for j := i + 2; j < len(s.words) && (s.upos(j) == "ADJ" || s.isNominal(j)); j++ {
		if s.leftmost(j) == i+2 && s.upos(j) == "NOUN" {
			owned = j
		}
	}
	if owned == none || s.isTime(owned) || s.within(i, owned) || s.has(owned, "det", "nmod:poss", "case") {
		return
	}
	s.rearrange(func() {
		s.words[owned].Head, s.words[owned].Relation = s.above(i), s.words[i].Relation
		for _, d := range s.children(i, "cc", "case", "det") {
			if d < i && s.is(d, "cc", "case") {
				s.words[d].Head = owned
			}
		}
		s.words[i].Head, s.words[i].Relation = owned, "nmod:poss"
	})
}

// partPossessors reads "Holm and Peru's premier", where both were taken for those whose premier it is.
func (s *sentence) partPossessors(first, second, owned int) {
	s.rearrange(func() {
		s.words[first].Head, s.words[first].Relation = s.above(owned), s.words[owned].Relation
		s.words[owned].Head, s.words[owned].Relation = first, "conj"
		for _, c := range s.children(second, "cc") {
			s.words[c].Head = owned
		}
		s.words[second].Head, s.words[second].Relation = owned, "nmod:poss"
	})
}

// mendBeing hangs "being withdrawn" of "result in a claim being withdrawn" on the claim.
func (s *sentence) mendBeing(i int) {
	start := s.leftmost(i)
	noun := s.nominalEndingAt(start - 1)
	if s.bears(i, "advcl") && s.form(start) == "being" && noun != none && s.above(noun) == s.above(i) && s.is(noun, "obl", "obj") {
		s.move(i, noun, "acl")
	}
}

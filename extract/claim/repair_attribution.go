package claim

import "slices"

// mendDeepContent gives a verb of saying the that-clause that was hung on a noun between them: "said in
// a letter to the town that …".
func (s *sentence) mendDeepContent(i int) {
	noun := s.above(i)
	if !s.is(i, "acl") || !s.isNominal(noun) || s.hasContent(noun) || slices.Contains(factNouns, s.lemma(noun)) || !s.opensWithThat(i) {
		return
	}
	for v, steps := s.above(noun), 0; v >= 0 && steps < 3; v, steps = s.above(v), steps+1 {
		if s.isCue(v) && v < noun && !s.has(v, "ccomp", "xcomp") {
			s.move(i, v, "ccomp")
			return
		}
		if !s.isNominal(v) {
			return
		}
	}
}

// mendSaidAside makes ", she warned," a parenthesis where it was taken for an adverbial clause.
func (s *sentence) mendSaidAside(i int) {
	parenthesis := s.bears(i, "advcl") || s.bears(i, "ccomp") && i < s.above(i) && s.isFinite(s.above(i))
	if !parenthesis || !s.isCue(i) || !s.isFinite(i) || !s.has(i, "nsubj") || s.has(i, "mark", "ccomp", "xcomp", "obj", "cc", "obl") {
		return
	}
	if before := s.leftmost(i) - 1; s.isMark(before) && (s.isMark(i+1) || i+1 == len(s.words)) {
		s.words[i].Relation = "parataxis"
	}
}

// mendSaidSource gives "said" the subject that was hung on what is said: "“It is over,” the envoy said".
func (s *sentence) mendSaidSource(i int) {
	content := s.child(i, "ccomp")
	if !s.isCue(i) || content == none || content > i || s.has(i, "nsubj") || s.isPassiveForm(i) {
		return
	}
	for _, n := range s.children(content, "nsubj") {
		if n > content && n < i && s.closesQuotation(s.leftmost(n)-1) {
			s.move(n, i, "nsubj")
			return
		}
	}
}

// mendReducedAside hangs "believed to be their leader" of "said that a man, believed to be their leader,
// had fled" on the man.
func (s *sentence) mendReducedAside(i int) {
	if s.tag(i) != "VBN" || !s.bears(i, "ccomp") || s.has(i, "nsubj", "aux", "mark") || !s.isComma(i-1) {
		return
	}
	if noun := s.nominalEndingAt(i - 2); noun != none && len(s.children(s.above(i), "ccomp")) > 1 {
		s.move(i, noun, "acl")
	}
}

// mendClauseInPhrase reads "unless the government freed prisoners" where the verb was taken for a
// participle before the noun.
func (s *sentence) mendClauseInPhrase(i int) {
	object := s.above(i)
	opener := s.child(object, "case", "mark")
	if !s.bears(i, "amod") || !s.has(i, "nsubj") || object < i || opener == none || opener > i || !s.is(object, "obl") {
		return
	}
	s.rearrange(func() {
		s.words[i].Head, s.words[i].Relation = s.above(object), "advcl"
		s.words[i].UPOS, s.words[i].XPOS = "VERB", "VBD"
		s.words[object].Head, s.words[object].Relation = i, "obj"
		s.words[opener].Head, s.words[opener].Relation = i, "mark"
	})
}

// mendReportsNoun reads ", the newspaper reports," as a saying where the verb was taken for a noun.
func (s *sentence) mendReportsNoun(i int) {
	_, cue := cueVerbs[s.lemma(i)]
	source := s.child(i, "compound")
	if !cue || s.tag(i) != "NNS" || !s.is(i, "parataxis", "appos", "conj") || source != i-1 || s.has(i, "nmod", "acl", "amod", "cc") {
		return
	}
	if start := s.leftmost(i); !s.isComma(start-1) || !s.isMark(i+1) {
		return
	}
	s.rearrange(func() {
		if content := s.above(i); s.is(content, "nsubj") {
			s.words[i].Head = s.above(content)
		}
		s.words[i].Relation, s.words[i].UPOS, s.words[i].XPOS = "parataxis", "VERB", "VBZ"
		s.words[source].Relation = "nsubj"
		for _, d := range s.children(i, "det", "compound", "nmod:poss") {
			if d < source {
				s.words[d].Head = source
			}
		}
	})
}

// mendCiting reads "the paper, citing officials, said" where the participle was taken for an adjective.
func (s *sentence) mendCiting(i int) {
	object := s.above(i)
	subject := s.above(object)
	verb := s.above(subject)
	if s.tag(i) != "VBG" || !s.bears(i, "amod") || !s.isComma(i-1) || object < i || !s.is(object, "conj", "appos") || s.has(object, "cc") || !s.is(subject, "nsubj") || !s.isComma(s.rightmost(object)+1) {
		return
	}
	s.rearrange(func() {
		s.words[i].Head, s.words[i].Relation, s.words[i].UPOS = verb, "advcl", "VERB"
		s.words[object].Head, s.words[object].Relation = i, "obj"
	})
}

// mendConclusion hangs the clause of "came to the conclusion that …" on the noun whose content it is.
func (s *sentence) mendConclusion(i int) {
	verb := s.above(i)
	if !s.is(i, "ccomp", "advcl") || verb > i || s.isCue(verb) || !s.opensWithThat(i) {
		return
	}
	if noun := s.leftmost(i) - 1; s.hasContent(noun) && s.above(noun) == verb && s.is(noun, "obj", "obl") {
		s.move(i, noun, "acl")
	}
}

// mendItSays gives "says" of "it says the builder …" its subject, taken for one that means nothing.
func (s *sentence) mendItSays(i int) {
	cue := s.above(i)
	if s.form(i) == "it" && s.bears(i, "expl") && s.isCue(cue) && !s.isWeakCue(cue) && i < cue && s.has(cue, "ccomp") && !s.has(cue, "nsubj", "aux:pass", "cop") {
		s.words[i].Relation = "nsubj"
	}
}

// mendInvertedSource gives ", warns the study." and "Says the study: …" the subject that follows the verb.
func (s *sentence) mendInvertedSource(i int) {
	source := s.child(i, "obj")
	if !s.isCue(i) || s.isWeakCue(i) || !s.isFinite(i) || s.has(i, "nsubj", "ccomp", "xcomp", "aux", "mark", "cc") || source < i || s.leftmost(source) != i+1 {
		return
	}
	last := s.rightmost(source) + 1
	before := i == 0 && s.form(last) == ":" || s.closesQuotation(i-1) && s.bears(i, "parataxis") && (last == len(s.words) || s.form(last) == ".")
	if before {
		s.words[source].Relation = "nsubj"
	}
}

// mendContentSubject reads "Reports that he had died were false", where "that" was hung on the main verb
// and both clauses on the noun.
func (s *sentence) mendContentSubject(i int) {
	noun, main := i-1, s.above(i)
	if s.form(i) != "that" || !s.is(i, "mark") || noun < 0 || !s.hasContent(noun) && !slices.Contains(factNouns, s.lemma(noun)) || s.above(main) != noun {
		return
	}
	for _, c := range s.children(noun, "acl", "ccomp") {
		subject := s.child(c, "nsubj")
		if c >= main || subject == none || s.leftmost(subject) != i+1 {
			continue
		}
		s.rearrange(func() {
			s.words[i].Head, s.words[c].Relation = c, "acl"
			s.words[main].Head, s.words[main].Relation = s.above(noun), s.words[noun].Relation
			s.words[noun].Head, s.words[noun].Relation = main, "nsubj"
			if s.has(main, "aux:pass") {
				s.words[noun].Relation = "nsubj:pass"
			}
		})
		return
	}
}

// mendApposedSource gives "said" of "The pit will reopen in May, its owner, Dalt Corp, said." its subject, which was
// taken for another name of the last noun.
func (s *sentence) mendApposedSource(i int) {
	content := s.child(i, "ccomp")
	if !s.isCue(i) || !s.isFinite(i) || content == none || content > i || s.has(i, "nsubj") || s.isPassiveForm(i) || !s.isComma(i-1) {
		return
	}
	name := s.appositiveEndingAt(i - 2)
	if name == none || !s.isComma(s.leftmost(name)-1) {
		return
	}
	source := s.appositiveEndingAt(s.leftmost(name) - 2)
	if source == none || !s.isComma(s.leftmost(source)-1) || s.above(source) != s.above(name) {
		return
	}
	s.rearrange(func() {
		s.words[source].Head, s.words[source].Relation = i, "nsubj"
		s.words[name].Head = source
	})
}

// appositiveEndingAt is the head of the appositive whose last word is i.
func (s *sentence) appositiveEndingAt(i int) int {
	for j := i; j >= 0 && j > i-8; j-- {
		if s.is(j, "appos", "conj") && !s.has(j, "cc") && s.rightmostBut(j) == i {
			return j
		}
	}
	return none
}

// rightmostBut is the last word of a phrase without the mark that closes it.
func (s *sentence) rightmostBut(i int) int {
	last := s.rightmost(i)
	for last > i && s.isMark(last) {
		last--
	}
	return last
}

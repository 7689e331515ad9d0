package claim

import "slices"

// mendShowsNoun reads "…, a document seen by the Post shows." as a saying where the verb was taken for a noun.
func (s *sentence) mendShowsNoun(i int) {
	before, root := i-1, s.root()
	_, cue := cueVerbs[s.lemma(i)]
	if !cue || s.tag(i) != "NNS" || i != s.lastWord() || before < root || s.above(before) != i || !s.isNominal(before) || !s.isFiniteClause(root) {
		return
	}
	source := s.above(i)
	for source > root && (!s.isComma(s.leftmost(source)-1) || !s.isNominal(source)) {
		source = s.above(source)
	}
	if source <= root || s.rightmost(source) != i {
		return
	}
	s.rearrange(func() {
		s.words[before].Head, s.words[before].Relation = s.above(i), s.words[i].Relation
		s.handOver(i, before, before)
		s.words[i].Head, s.words[i].Relation, s.words[i].UPOS, s.words[i].XPOS = root, "parataxis", "VERB", "VBZ"
		s.words[source].Head, s.words[source].Relation = i, "nsubj"
	})
}

// mendSaidInRelative gives "says" of "a promise that the union says was kept" the clause that was hung on the promise beside it.
func (s *sentence) mendSaidInRelative(i int) {
	noun := s.above(i)
	if !s.isCue(i) || !s.bears(i, "acl:relcl") || !s.has(i, "nsubj") || s.has(i, "obj", "ccomp", "xcomp", "mark") {
		return
	}
	for _, v := range s.children(noun, "acl") {
		if s.groupStart(v) != i+1 && !(s.has(v, "aux:pass") && s.child(v, "aux:pass") == i+1) || s.has(v, "nsubj") {
			continue
		}
		that := s.child(v, "mark")
		s.rearrange(func() {
			s.words[v].Head, s.words[v].Relation = i, "ccomp"
			if that > noun && that < i && s.form(that) == "that" {
				s.words[that].Relation, s.words[that].UPOS, s.words[that].XPOS = "nsubj", "PRON", "WDT"
			}
		})
		return
	}
}

// mendNominalContent gives "had yet to be counted" of "cautioned that votes from the south, where Reik leads, had yet to be counted"
// the subject that was taken for what is cautioned.
func (s *sentence) mendNominalContent(n int) {
	cue := s.above(n)
	if !s.bears(n, "ccomp") || !s.isCue(cue) || n < cue || s.upos(n) != "NOUN" || s.has(n, "cop", "nsubj") {
		return
	}
	last := s.rightmost(n)
	for v := last + 1; v < len(s.words) && v < last+5; v++ {
		if start := s.groupStart(v); s.upos(v) != "VERB" || !s.isFiniteClause(v) || s.has(v, "nsubj", "cc") || !s.is(v, "conj", "parataxis", "ccomp") || !s.isComma(start-1) || start != last+2 {
			continue
		}
		s.rearrange(func() {
			if that := s.child(n, "det", "mark"); s.form(that) == "that" {
				s.words[that].Head, s.words[that].Relation, s.words[that].UPOS = v, "mark", "SCONJ"
			}
			s.words[v].Head, s.words[v].Relation = cue, "ccomp"
			s.words[n].Head, s.words[n].Relation = v, "nsubj"
		})
		return
	}
}

// mendHowLong makes a question of "how long it might last" of "would not predict how long it might last", taken for an object.
func (s *sentence) mendHowLong(i int) {
	cue, how := s.above(i), i-1
	v := s.child(i, "advcl:relcl", "acl:relcl")
	if s.form(how) != "how" || s.above(how) != i || s.upos(i) != "ADV" || !s.bears(i, "obj") || !s.isCue(cue) || v < i || !s.has(v, "nsubj") {
		return
	}
	s.rearrange(func() {
		s.words[v].Head, s.words[v].Relation = cue, "ccomp"
		s.words[i].Head, s.words[i].Relation = v, "advmod"
	})
}

// mendQuestioning makes a noun of "questioning" of "conceded under questioning that …", which nobody who concedes does.
func (s *sentence) mendQuestioning(i int) {
	under, verb := s.child(i, "mark", "case"), s.above(i)
	if s.tag(i) != "VBG" || !s.bears(i, "advcl") || s.form(under) != "under" || s.has(i, "obj", "xcomp", "aux") {
		return
	}
	if c := s.child(i, "ccomp"); c != none && (!s.isCue(verb) || s.has(verb, "ccomp") || !s.move(c, verb, "ccomp")) {
		return
	}
	s.words[i].UPOS, s.words[i].XPOS, s.words[i].Relation, s.words[under].Relation = "NOUN", "NN", "obl", "case"
}

// mendBareModifier makes "drivers" of "accused the union of threatening drivers who left" what is threatened, where it was hung,
// without a preposition, on the gerund or the noun before it.
func (s *sentence) mendBareModifier(i int) {
	gerund, above := s.leftmost(i)-1, s.above(i)
	if !s.bears(i, "nmod") || s.upos(i) != "NOUN" || s.has(i, "case") || s.tag(gerund) != "VBG" || s.upos(gerund) != "VERB" || s.has(gerund, "obj") {
		return
	}
	if above == gerund || s.has(gerund, "mark") && (above == s.above(gerund) || s.above(above) == s.above(gerund)) {
		s.move(i, gerund, "obj")
	}
}

// mendCitedThat gives the clause of "reported, citing an email, that he had left" to the report.
func (s *sentence) mendCitedThat(i int) {
	noun := s.above(i)
	citing := noun
	if s.is(i, "acl") && s.bears(noun, "obj") {
		citing = s.above(noun)
	}
	cue := s.above(citing)
	if s.tag(citing) == "VBG" && s.bears(citing, "advcl") && s.has(citing, "obj") && s.is(i, "acl", "ccomp") && s.opensWithThat(i) && s.isComma(s.leftmost(i)-1) && s.isCue(cue) && cue < citing && s.isComma(s.leftmost(citing)-1) && !s.has(cue, "ccomp", "obj") {
		s.move(i, cue, "ccomp")
	}
}

// mendDemandedNoun makes a verb of "resign" of "demanded that Haas resign", which a clause with "that" must have.
func (s *sentence) mendDemandedNoun(i int) {
	_, mandates := mandates[s.lemma(s.above(i))]
	if mandates && s.tag(i) == "NN" && s.bears(i, "ccomp") && s.opensWithThat(i) && !s.has(i, "cop", "det", "amod", "nmod:poss") {
		s.words[i].UPOS, s.words[i].XPOS, s.words[i].Lemma = "VERB", "VB", s.form(i)
	}
}

// mendDayAfter gives "published" of "a day after a newspaper published it" its subject, which was hung on the day.
func (s *sentence) mendDayAfter(i int) {
	day := s.above(i)
	clause, opener := s.above(day), s.child(i, "case")
	if !s.bears(i, "nmod") || !s.bears(day, "obl:unmarked") || !s.isTime(day) || s.upos(clause) != "VERB" || !s.bears(clause, "advcl") || s.has(clause, "nsubj", "mark") || s.rightmost(i) != s.groupStart(clause)-1 {
		return
	}
	if s.form(opener) == "after" || s.form(opener) == "before" {
		s.rearrange(func() {
			s.words[i].Head, s.words[i].Relation = clause, "nsubj"
			s.words[opener].Head, s.words[opener].Relation = clause, "mark"
			s.words[day].Relation = "dep"
		})
	}
}

// mendWhichDenied hangs "which she denied" of "suggested that she had written it, which she denied" on what was suggested,
// whose content it is no part of.
func (s *sentence) mendWhichDenied(i int) {
	which := s.child(i, "obj")
	answering := []string{"deny", "dispute", "reject", "confirm", "admit", "acknowledge", "contest", "refute"}
	if s.form(which) != "which" || !s.is(i, "advcl:relcl", "acl:relcl") || s.upos(s.above(i)) != "VERB" || !slices.Contains(answering, s.lemma(i)) {
		return
	}
	for v := s.above(i); v >= 0; v = s.above(v) {
		if cue := s.above(v); s.bears(v, "ccomp") && s.isCue(cue) && cue < v && cue == s.root() {
			s.move(i, cue, "advcl:relcl")
			return
		}
	}
}

package claim

// mendHyphenatedPreposition makes one word of "by-election" and "on-site", whose first part was taken for a preposition.
func (s *sentence) mendHyphenatedPreposition(i int) {
	noun := i + 2
	if s.upos(i) != "ADP" || s.form(i+1) != "-" || s.tag(i+1) != "HYPH" || s.above(i) != noun || !s.bears(i, "case") {
		return
	}
	s.words[i].Relation = "compound"
	before := i - 1
	if s.form(i) != "by" || !s.isNominal(before) || !s.is(noun, "obl", "nmod") || s.above(before) != s.above(noun) || s.isMark(before) {
		return
	}
	s.rearrange(func() {
		s.words[noun].Relation = s.words[before].Relation
		for _, d := range s.dependents(before) {
			s.words[d].Head = noun
		}
		s.words[before].Head, s.words[before].Relation = noun, "compound"
	})
}

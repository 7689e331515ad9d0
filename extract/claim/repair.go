package claim

import "slices"

// repair mends what parsers are known to get wrong in news, before any rule reads the tree.
// The tree is a copy; the parser's own stays as it is. What a trained parser gets right no
// repair touches: the rule tests, on gold parses, hold that.
func (s *sentence) repair() {
	for _, mend := range mendings {
		mend(s)
	}
}

// move hangs a word elsewhere, unless that would close a circle.
func (s *sentence) move(i, head int, relation string) bool {
	if i == head || head >= 0 && s.within(head, i) {
		return false
	}
	s.words[i].Head, s.words[i].Relation = head, relation
	s.link()
	return true
}

// rearrange lets a mending set heads freely and takes it back where the result is no tree.
func (s *sentence) rearrange(mend func()) {
	before := slices.Clone(s.words)
	mend()
	if !s.isTree() {
		s.words = before
	}
	s.link()
}

// handOver hangs on a word, within a rearrangement, what another has before a limit.
func (s *sentence) handOver(from, to, limit int) {
	for _, d := range s.dependents(from) {
		if d < limit && d != to {
			s.words[d].Head = to
		}
	}
}

// isTree tells that every word reaches the root.
func (s *sentence) isTree() bool {
	for i := range s.words {
		steps := 0
		for j := i; j >= 0; j = s.above(j) {
			if steps++; steps > len(s.words) {
				return false
			}
		}
	}
	return true
}

// root is the head of the sentence.
func (s *sentence) root() int {
	for i := range s.words {
		if s.above(i) < 0 {
			return i
		}
	}
	return none
}

// isFiniteClause tells a finite verb or copular predicate.
func (s *sentence) isFiniteClause(i int) bool {
	if s.isFinite(i) && s.upos(i) == "VERB" {
		return true
	}
	for _, a := range s.auxiliaries(i) {
		if s.isFinite(a) || s.tag(a) == "MD" {
			return true
		}
	}
	passive := s.child(i, "aux:pass")
	return passive != none && s.tag(passive) != "VBG" && !s.isInfinitive(i)
}

func (s *sentence) isComma(i int) bool { return i >= 0 && i < len(s.words) && s.form(i) == "," }

// isMark tells a comma, dash, bracket or quotation mark.
func (s *sentence) isMark(i int) bool {
	return i >= 0 && i < len(s.words) && s.upos(i) == "PUNCT" && s.form(i) != "-"
}

// quotationMarks open or close direct speech.
var quotationMarks = []string{"“", "”", "\"", "``", "''", "«", "»"}

func (s *sentence) isQuotationMark(i int) bool {
	return i >= 0 && i < len(s.words) && slices.Contains(quotationMarks, s.form(i))
}

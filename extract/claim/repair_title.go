package claim

import (
	"slices"
	"strings"
)

// mendTitles collapses a role noun and the person's name after it: the name is the head, the
// role describes it, whatever the parser made of the two.
func (s *sentence) mendTitles() {
	for i := 1; i < len(s.words); i++ {
		if !s.beginsPerson(i) {
			continue
		}
		if role := s.roleBefore(i); role != none {
			s.rearrange(func() { s.mendTitle(role, i, s.nameEnd(i)) })
		}
	}
}

// beginsPerson tells the first word of a person's name.
func (s *sentence) beginsPerson(i int) bool { return s.name(i) == "B-PER" }

// nameEnd is the word after the last of a name.
func (s *sentence) nameEnd(i int) int {
	for i++; i < len(s.words) && strings.HasPrefix(s.name(i), "I-"); i++ {
	}
	return i
}

// roleBefore is the role noun just before a name, or the one before "of the Council".
func (s *sentence) roleBefore(name int) int {
	if s.isRoleNoun(name-1) && s.name(name-1) != "I-PER" {
		return name - 1
	}
	if s.isComma(name-1) && !s.isListed(name) {
		return s.describedBefore(name - 1)
	}
	for j := name - 1; j >= 0 && name-j < 16; j-- {
		switch {
		case s.isMark(j) || s.upos(j) == "VERB" || s.upos(j) == "AUX" || s.upos(j) == "PRON" || s.tag(j) == "POS":
			return none
		case s.isRoleNoun(j) && slices.Contains([]string{"of", "at", "for"}, s.form(j+1)) && s.endsInName(j+2, name):
			return j
		}
	}
	return none
}

// describedBefore is the role noun of a definite phrase that ends at a comma before the name of
// its bearer: "Malaysia's Prime Minister, Najib Razak".
func (s *sentence) describedBefore(comma int) int {
	if comma < 1 {
		return none
	}
	end := comma
	if open := s.child(s.bracketed(comma-1), "punct"); s.form(open) == "(" {
		end = open
	}
	role := end - 1
	if !s.isRoleNoun(role) {
		role = s.roleBefore(end)
	}
	if role == none || !s.isDefinite(role) || strings.HasSuffix(s.tag(role), "S") {
		return none
	}
	return role
}

// bracketed is the head of what a closing bracket closes.
func (s *sentence) bracketed(i int) int {
	if s.form(i) != ")" {
		return none
	}
	return s.above(i)
}

// isDefinite tells a noun with an article, a possessor or a name before it, or one that opens
// the sentence.
func (s *sentence) isDefinite(i int) bool {
	start := i
	for start > 0 && (strings.HasSuffix(s.form(start-1), "-") || s.isNominal(start-1) || s.upos(start-1) == "ADJ" || s.tag(start-1) == "POS") {
		start--
	}
	return start == 0 || start < i && s.upos(start) == "PROPN" || s.form(start-1) == "the" || s.tag(start-1) == "PRP$" || s.isMark(start-1) && start < i
}

// isListed tells a name after which a list goes on.
func (s *sentence) isListed(name int) bool {
	end := s.nameEnd(name)
	return end < len(s.words) && s.form(end) == "and"
}

// endsInName tells that only names and nouns stand between a role's preposition and the name of
// its bearer: "director of the Dallas chapter Alia Salem".
func (s *sentence) endsInName(from, name int) bool {
	for j := from; j < name; j++ {
		if !s.isNominal(j) && !slices.Contains([]string{"DET", "ADJ", "ADP", "PUNCT", "CCONJ"}, s.upos(j)) {
			return false
		}
	}
	last := name - 1
	common := s.words[last].Text == s.form(last)
	return from < name && s.isNominal(last) && !(common && s.tag(last) == "NNS")
}

func (s *sentence) mendTitle(role, name, end int) {
	start := s.roleStart(role)
	top := s.topOf(start, role, end)
	if s.isPossessive(name) {
		s.passOn(top, name)
		top = name
	}
	if top == none {
		return
	}
	head, relation := s.above(top), s.words[top].Relation
	if head >= 0 && s.within(head, role) && !s.within(role, top) {
		s.words[head].Head, s.words[head].Relation = s.above(role), "parataxis"
	}
	if s.is(top, "flat", "compound", "nmod:desc") && head >= 0 && head < start && s.form(start-1) == "and" {
		relation = "conj"
	}
	for i := range s.words {
		s.rehang(i, title{start, role, name, end})
	}
	s.words[name].Head, s.words[name].Relation = head, relation
	s.words[role].Head, s.words[role].Relation = name, "nmod:desc"
	for i := name + 1; i < end; i++ {
		s.words[i].Head, s.words[i].Relation = name, "flat"
	}
}

// isPossessive tells a name with "'s".
func (s *sentence) isPossessive(name int) bool {
	c := s.child(name, "case")
	return s.is(name, "nmod:poss") && c > name
}

// passOn gives what a possessor's first word was taken for to what it possesses: of "President
// Diaz's chief of staff said" the chief is the subject.
func (s *sentence) passOn(top, name int) {
	possessed := s.above(name)
	if top == none || top == name || possessed < 0 || !s.within(possessed, top) {
		return
	}
	s.words[possessed].Head, s.words[possessed].Relation = s.above(top), s.words[top].Relation
	s.words[top].Head, s.words[top].Relation = name, "nmod:desc"
}

// title is a stretch of words: what describes a role, the role, what completes it, a name.
type title struct{ start, role, name, end int }

// roleStart is the first of the nouns and adjectives just before a role noun.
func (s *sentence) roleStart(role int) int {
	start := role
	for start > 0 && (s.upos(start-1) == "PROPN" || s.upos(start-1) == "NOUN" || s.upos(start-1) == "ADJ" || s.isHyphen(start-1)) {
		start--
	}
	for start > 0 && s.name(start) == "I-ORG" {
		start--
	}
	return start
}

// isHyphen tells a hyphen between two words without spaces.
func (s *sentence) isHyphen(i int) bool { return s.tag(i) == "HYPH" && s.word(i).Start > 0 }

// topOf is the word of a stretch by which it hangs on the rest, the most telling where there
// are several.
func (s *sentence) topOf(start, role, end int) int {
	top, best := none, -1
	for i := start; i < end; i++ {
		if h := s.above(i); h >= start && h < end || i < role && s.within(i, role) {
			continue
		}
		if rank := s.rank(i); rank > best {
			top, best = i, rank
		}
	}
	return top
}

// rank tells how far a relation can be believed to be that of a title and name together.
func (s *sentence) rank(i int) int {
	switch {
	case s.is(i, "nsubj", "root"):
		return 4
	case s.is(i, "conj"):
		return 3
	case s.is(i, "obj", "iobj", "obl", "nmod:poss"):
		return 2
	case s.is(i, "compound", "flat", "nmod:desc", "amod", "case"):
		return 0
	}
	return 1
}

// rehang gives what hung on the stretch its place: words before the role describe it, words
// between complete it, words after belong to the name.
func (s *sentence) rehang(i int, t title) {
	h := s.above(i)
	outside := h < t.start || h >= t.end
	switch {
	case i == t.role || i >= t.name && i < t.end:
	case i >= t.start && i < t.role:
		if outside && !s.within(i, t.role) || h >= t.name {
			s.words[i].Head, s.words[i].Relation = t.role, "compound"
		}
	case i > t.role && i < t.name:
		if outside || h >= t.name {
			s.complete(i, t)
		}
	case outside:
	case i < t.start && !s.is(i, "case", "cc", "mark", "punct"):
		if h >= t.name {
			s.words[i].Head = t.role
		}
	default:
		s.words[i].Head = t.name
	}
}

// complete hangs a word between role and name: "of" and "State" of "Secretary of State".
func (s *sentence) complete(i int, t title) {
	if s.upos(i) != "ADP" {
		s.words[i].Head, s.words[i].Relation = t.role, "nmod"
		return
	}
	for j := i + 1; j < t.name; j++ {
		if s.isNominal(j) {
			s.words[i].Head, s.words[i].Relation = j, "case"
			return
		}
	}
	s.words[i].Head = t.role
}

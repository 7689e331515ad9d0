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
func (s *sentence) beginsPerson(i int) bool { return s.words[i].Name == "B-PER" }

// nameEnd is the word after the last of a name.
func (s *sentence) nameEnd(i int) int {
	for i++; i < len(s.words) && strings.HasPrefix(s.words[i].Name, "I-"); i++ {
	}
	return i
}

// roleBefore is the role noun just before a name, or the one before "of the Council".
func (s *sentence) roleBefore(name int) int {
	if s.isRoleNoun(name-1) && s.words[name-1].Name != "I-PER" {
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
	role := comma - 1
	if !s.isRoleNoun(role) {
		role = s.roleBefore(comma)
	}
	if role == none || !s.isDefinite(role) || strings.HasSuffix(s.tag(role), "S") {
		return none
	}
	return role
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
	return from < name && s.isNominal(name-1)
}

func (s *sentence) mendTitle(role, name, end int) {
	top := s.topOf(role, end)
	if top == none {
		return
	}
	head, relation := s.head(top), s.words[top].Relation
	if head >= 0 && s.within(head, role) && !s.within(role, top) {
		s.words[head].Head, s.words[head].Relation = s.head(role), "parataxis"
	}
	for i := range s.words {
		s.rehang(i, role, name, end)
	}
	s.words[name].Head, s.words[name].Relation = head, relation
	s.words[role].Head, s.words[role].Relation = name, "nmod:desc"
	for i := name + 1; i < end; i++ {
		s.words[i].Head, s.words[i].Relation = name, "flat"
	}
}

// topOf is the word of a stretch by which it hangs on the rest, the most telling where there
// are two.
func (s *sentence) topOf(start, end int) int {
	top := none
	for i := start; i < end; i++ {
		if h := s.head(i); h >= start && h < end {
			continue
		}
		if top == none || s.is(i, "nsubj", "root") && !s.is(top, "nsubj", "root") || s.is(top, "compound", "flat", "nmod:desc", "amod") {
			top = i
		}
	}
	return top
}

// rehang gives what hung on the stretch its place: words before it describe the role, words
// after it belong to the name.
func (s *sentence) rehang(i, role, name, end int) {
	h := s.head(i)
	switch {
	case i >= name && i < end || h < role || h >= end:
	case i < role && s.is(i, "case", "cc", "mark", "punct"):
		s.words[i].Head = name
	case i < role && h >= name:
		s.words[i].Head = role
	case i > role && i < name && (h >= name || h == none):
		s.words[i].Head = role
	case i >= end:
		s.words[i].Head = name
	}
}

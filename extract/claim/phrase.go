package claim

import (
	"slices"
	"strings"

	"sayso/extract/document"
)

// A phrase names a participant; longer ones name nothing that another sentence could mean.
const (
	subjectWords = 12
	objectWords  = 30
)

// trailing are the relations of what hangs on a noun without being part of its name.
var trailing = []string{
	"acl", "appos", "conj", "cc", "punct", "parataxis", "case", "mark", "cop", "aux", "nsubj",
	"csubj", "advcl", "ccomp", "xcomp", "dep", "list", "discourse", "orphan", "expl", "obl", "obj",
	"iobj", "vocative", "reparandum", "dislocated", "nmod:unmarked", "det:predet",
}

// nominal is the phrase that a noun heads, of at most max words.
func (s *sentence) nominal(head, max int) Phrase {
	words := s.nominalWords(head)
	for len(words) > max {
		last := s.lastModifier(head, words)
		if last == none {
			break
		}
		words = slices.DeleteFunc(words, func(i int) bool { return s.within(i, last) })
	}
	words = s.contiguous(head, words)
	for len(words) > 1 && words[0] < head && (s.upos(words[0]) == "CCONJ" && !s.is(words[0], "cc:preconj") || s.upos(words[0]) == "PUNCT" && !s.isQuotationMark(words[0])) {
		words = words[1:]
	}
	return s.phrase(head, words)
}

func (s *sentence) nominalWords(head int) []int {
	words := []int{head}
	for _, c := range s.dependents(head) {
		if s.singles(c, head) {
			words = append(words, s.bounding(c)...)
			continue
		}
		if s.is(c, trailing...) || s.isSetOffModifier(c, head) || s.isNegation(c) || s.isWhose(c) || s.bears(c, "advmod") && c > head {
			continue
		}
		words = append(words, s.subtree(c, s.isAside)...)
	}
	words = append(words, s.nameAround(head)...)
	slices.Sort(words)
	return slices.Compact(words)
}

// bounding are the words of a clause that belongs to a name: all of a relative clause, the "of" of "the cost of living".
func (s *sentence) bounding(c int) []int {
	if s.bears(c, "acl:relcl") {
		return s.subtree(c, nil)
	}
	opener := s.leftmost(c)
	return s.subtree(c, func(i int) bool { return s.isAside(i) && !(i == opener && s.form(i) == "of") })
}

// singles tells a clause without which a phrase names nobody: "the first woman to lead the
// institute", "anyone suffering from asthma".
func (s *sentence) singles(c, head int) bool {
	if s.bears(c, "acl:relcl") && c > head && s.isOnly(head) && !s.isMark(s.leftmost(c)-1) {
		return true
	}
	if !s.is(c, "acl") || c < head || s.isMark(s.leftmost(c)-1) {
		return false
	}
	if s.bears(c, "acl") && s.tag(c) == "VBG" && s.form(s.leftmost(c)) == "of" && s.leftmost(c) == head+1 {
		return true
	}
	if s.bears(c, "acl") && s.form(s.child(c, "aux:pass")) == "being" && s.has(head, "case") {
		return true
	}
	switch s.form(head) {
	case "anyone", "anybody", "anything", "everyone", "everybody", "everything", "those":
		return s.bears(c, "acl") || len(s.subtree(c, nil)) < subjectWords
	case "someone", "somebody", "something":
		return s.bears(c, "acl")
	}
	return s.bears(c, "acl") && s.isInfinitive(c) && slices.ContainsFunc(s.children(head, "amod"), func(m int) bool {
		return slices.Contains([]string{"first", "second", "third", "last", "only", "next", "latest"}, s.form(m))
	})
}

// isOnly tells "only the schools", which what follows bounds.
func (s *sentence) isOnly(head int) bool {
	return slices.ContainsFunc(s.children(head, "advmod"), func(m int) bool { return m < head && s.form(m) == "only" })
}

// isSetOffModifier tells a modifier that a comma parts from its noun, and the "among them" before one.
func (s *sentence) isSetOffModifier(c, head int) bool {
	if s.bears(c, "nmod:desc") {
		return s.commaBetween(c, head) != none
	}
	if c < head && s.is(c, "nmod") && s.upos(c) == "PRON" && s.role(c) == "among" {
		return true
	}
	return c > head && s.is(c, "nmod") && s.isComma(s.leftmost(c)-1)
}

// nameAround are the words that the name tagger joins with a word to one name.
func (s *sentence) nameAround(i int) []int {
	label := s.name(i)
	if label == "" || label == "O" {
		return nil
	}
	start, end := i, i+1
	for start > 0 && strings.HasPrefix(s.name(start), "I-") {
		start--
	}
	for end < len(s.words) && strings.HasPrefix(s.name(end), "I-") {
		end++
	}
	var words []int
	for w := start; w < end; w++ {
		words = append(words, w)
	}
	return words
}

// isAside tells whether a branch inside a phrase says something beside the point.
func (s *sentence) isAside(i int) bool {
	if s.bears(i, "mark") && s.upos(i) == "ADP" && s.bears(s.above(i), "nmod") || s.isCloseAppositive(i) {
		return false
	}
	return s.is(i, "acl", "appos", "parataxis", "advcl", "discourse", "list", "dep", "reparandum", "nsubj", "mark") && !s.bears(i, "nmod:desc")
}

// isCloseAppositive tells a name that no mark parts from its noun: "French club Lens".
func (s *sentence) isCloseAppositive(i int) bool {
	return s.bears(i, "appos") && s.upos(i) == "PROPN" && s.leftmost(i) == s.above(i)+1 && !s.isMark(s.leftmost(i)-1)
}

func (s *sentence) isWhose(i int) bool { return s.form(i) == "whose" }

// lastModifier is the last prepositional modifier after the head among words.
func (s *sentence) lastModifier(head int, words []int) int {
	last := none
	for _, c := range s.children(head, "nmod") {
		if c > head && slices.Contains(words, c) {
			last = c
		}
	}
	return last
}

// contiguous keeps the words that stand around the head without a gap; quotation marks and
// hyphens are no gap.
func (s *sentence) contiguous(head int, words []int) []int {
	reach := func(from, step int) int {
		last := head
		for i := from; i >= 0 && i < len(s.words); i += step {
			kept, mark := slices.Contains(words, i), s.upos(i) == "PUNCT"
			if !kept && !(mark && !slices.Contains(stops, s.form(i))) {
				break
			}
			if kept && !mark {
				last = i
			}
		}
		return last
	}
	return s.fill([]int{reach(head-1, -1), reach(head+1, 1)})
}

// stops are the marks at which a phrase ends.
var stops = []string{",", ";", ":", "(", ")", "[", "]", "—", "–", "--", ".", "?", "!"}

// clausal is the phrase that a clause makes, without its subordinator.
func (s *sentence) clausal(head int) Phrase {
	words := s.subtree(head, s.isOpener(head))
	if len(words) > objectWords {
		words = s.subtree(head, func(i int) bool {
			return s.isOpener(head)(i) || s.is(i, "conj", "cc", "advcl", "parataxis", "acl:relcl", "appos") && i > head
		})
	}
	words = s.around(head, words)
	if cue := s.above(head); s.bears(head, "ccomp") && cue < head {
		words = slices.DeleteFunc(words, func(i int) bool { return i < cue }) // the "that" of "that she says was kept"
	}
	words = s.fill(words)
	if len(words) > objectWords {
		words = words[:objectWords]
	}
	p := s.phrase(head, words)
	p.Head, p.Clause = head, true
	return p
}

// isOpener tells the words that only join a clause to another: "that", "after", "and".
func (s *sentence) isOpener(head int) func(int) bool {
	return func(i int) bool {
		return s.above(i) == head && (s.is(i, "mark", "case", "cc") && i < head || s.is(i, "punct") || s.form(i) == "when" && i < head)
	}
}

// around keeps the words on the head's side of a parenthesis of saying: of "He left, she said,
// at once" the clause keeps "He left".
func (s *sentence) around(head int, words []int) []int {
	start, end := 0, len(s.words)
	if cue := s.above(head); s.bears(head, "ccomp") && head < cue {
		if end = cue; s.nearestSubject(cue) > head {
			end = s.leftmost(s.nearestSubject(cue))
		}
	}
	for _, y := range s.sayings {
		if !y.aside || !slices.Contains(words, y.cue) || s.within(head, s.asideTop(y)) {
			continue
		}
		for _, i := range s.subtree(s.asideTop(y), nil) {
			if i < head {
				start = max(start, i+1)
			} else {
				end = min(end, i)
			}
		}
	}
	if start > head || end <= head {
		return words
	}
	if subject := s.ownSubject(head); subject != none && (subject < start || subject >= end) {
		return words // "Doing so, she said, would hurt": without its subject it would mislead
	}
	return slices.DeleteFunc(words, func(i int) bool { return i < start || i >= end })
}

// asideTop is the word by which a parenthesis of saying hangs on its content.
func (s *sentence) asideTop(y saying) int {
	i := y.cue
	for s.above(i) != y.content && s.above(i) >= 0 {
		i = s.above(i)
	}
	return i
}

// fill is the range from the first to the last of words, punctuation at its ends aside.
func (s *sentence) fill(words []int) []int {
	inner := slices.DeleteFunc(slices.Clone(words), func(i int) bool { return s.upos(i) == "PUNCT" })
	if len(inner) == 0 {
		return words
	}
	var all []int
	for i := slices.Min(inner); i <= slices.Max(inner); i++ {
		all = append(all, i)
	}
	return all
}

func (s *sentence) phrase(head int, words []int) Phrase {
	if !slices.Contains(words, head) {
		head = words[len(words)-1]
	}
	if s.leavesOpen(words) {
		words = append(slices.Clone(words), words[len(words)-1]+1)
	}
	words = s.closed(words, head)
	p := Phrase{Tree: s.index, Head: head, Words: words}
	p.Span = document.Span{Start: s.words[words[0]].Start, End: s.words[words[len(words)-1]].End}
	p.Text = s.doc.Text[p.Span.Start:p.Span.End]
	return p
}

// closed completes words that end inside brackets by the bracket after them, or leaves out what the
// brackets begin.
func (s *sentence) closed(words []int, head int) []int {
	open := none
	for n, i := range words {
		switch {
		case s.form(i) == "(":
			open = n
		case s.form(i) == ")":
			open = none
		}
	}
	last := words[len(words)-1]
	switch {
	case open == none:
		return words
	case s.form(last+1) == ")":
		return append(slices.Clone(words), last+1)
	case open > 0 && words[open] > head:
		return words[:open]
	}
	return words
}

// leavesOpen tells words that hold an opening quotation mark whose closing one follows them.
func (s *sentence) leavesOpen(words []int) bool {
	open := 0
	for _, i := range words {
		switch s.form(i) {
		case "“":
			open++
		case "”":
			open--
		case "\"":
			open = 1 - open
		}
	}
	next := s.form(words[len(words)-1] + 1)
	return open == 1 && len(words) < objectWords && (next == "”" || next == "\"")
}

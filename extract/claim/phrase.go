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
	return s.phrase(head, s.contiguous(head, words))
}

func (s *sentence) nominalWords(head int) []int {
	words := []int{head}
	for _, c := range s.below[head] {
		if s.is(c, trailing...) || s.bears(c, "nmod:desc") && s.commaBetween(c, head) != none || s.isNegation(c) || s.isWhose(c) || s.bears(c, "advmod") && c > head {
			continue
		}
		words = append(words, s.subtree(c, s.isAside)...)
	}
	words = append(words, s.nameAround(head)...)
	slices.Sort(words)
	return slices.Compact(words)
}

// nameAround are the words that the name tagger joins with a word to one name.
func (s *sentence) nameAround(i int) []int {
	label := s.words[i].Name
	if label == "" || label == "O" {
		return nil
	}
	start, end := i, i+1
	for start > 0 && strings.HasPrefix(s.words[start].Name, "I-") {
		start--
	}
	for end < len(s.words) && strings.HasPrefix(s.words[end].Name, "I-") {
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
	return s.is(i, "acl", "appos", "parataxis", "advcl", "discourse", "list", "dep", "reparandum") && !s.bears(i, "nmod:desc")
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
	kept := func(i int) bool { return slices.Contains(words, i) }
	bridge := func(i int) bool { return s.upos(i) == "PUNCT" && !slices.Contains(stops, s.form(i)) }
	start, end := head, head
	for i := head - 1; i >= 0 && (kept(i) || bridge(i)); i-- {
		if kept(i) {
			start = i
		}
	}
	for i := head + 1; i < len(s.words) && (kept(i) || bridge(i)); i++ {
		if kept(i) {
			end = i
		}
	}
	return s.fill([]int{start, end})
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
	words = s.fill(s.around(head, words))
	if len(words) > objectWords {
		words = words[:objectWords]
	}
	p := s.phrase(head, words)
	p.Clause = true
	return p
}

// isOpener tells the words that only join a clause to another: "that", "after", "and".
func (s *sentence) isOpener(head int) func(int) bool {
	return func(i int) bool {
		return s.head(i) == head && (s.is(i, "mark", "case", "cc") && i < head || s.is(i, "punct") || s.form(i) == "when" && i < head)
	}
}

// around keeps the words on the head's side of a parenthesis of saying: of "He left, she said,
// at once" the clause keeps "He left".
func (s *sentence) around(head int, words []int) []int {
	start, end := 0, len(s.words)
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
	return slices.DeleteFunc(words, func(i int) bool { return i < start || i >= end })
}

// asideTop is the word by which a parenthesis of saying hangs on its content.
func (s *sentence) asideTop(y saying) int {
	i := y.cue
	for s.head(i) != y.content && s.head(i) >= 0 {
		i = s.head(i)
	}
	return i
}

// fill is the range from the first to the last of words, without marks at its ends.
func (s *sentence) fill(words []int) []int {
	if len(words) == 0 {
		return nil
	}
	start, end := words[0], words[len(words)-1]
	for start < end && s.upos(start) == "PUNCT" {
		start++
	}
	for end > start && s.upos(end) == "PUNCT" {
		end--
	}
	all := make([]int, 0, end-start+1)
	for i := start; i <= end; i++ {
		all = append(all, i)
	}
	return all
}

func (s *sentence) phrase(head int, words []int) Phrase {
	p := Phrase{Tree: s.index, Head: head, Words: words}
	p.Span = document.Span{Start: s.words[words[0]].Start, End: s.words[words[len(words)-1]].End}
	p.Text = s.doc.Text[p.Span.Start:p.Span.End]
	return p
}

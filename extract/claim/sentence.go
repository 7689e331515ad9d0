package claim

import (
	"slices"
	"strings"

	"sayso/extract/document"
	"sayso/extract/parse"
	"sayso/extract/timex"
)

// sentence is one tree, mended, with what the rules ask of it at hand.
type sentence struct {
	doc      *document.Document
	index    int // of the tree in the document
	words    []parse.Word
	lower    []string // the forms in lower case
	below    [][]int  // the dependents of each word, in order
	headline bool
	times    []timex.Expression
	sayings  []saying
}

func newSentence(d *document.Document, index int, t parse.Tree) *sentence {
	s := &sentence{doc: d, index: index, words: slices.Clone(t.Words), headline: t.Sentence.Headline}
	if !s.isTree() {
		return &sentence{doc: d, index: index} // up a circle no walk ends
	}
	forms := s.forms()
	s.lower = make([]string, len(forms))
	for i, f := range forms {
		s.lower[i] = strings.ToLower(f)
		if s.words[i].UPOS == "VERB" {
			s.words[i].Lemma = BaseForm(s.lower[i], s.words[i].Lemma)
		}
	}
	s.link()
	s.times = timex.Find(forms, d.Published)
	s.repair()
	s.sayings = s.findSayings()
	return s
}

// link fills below from the heads; call it whenever a head has changed.
func (s *sentence) link() {
	s.below = make([][]int, len(s.words))
	for i, w := range s.words {
		if w.Head >= 0 && w.Head < len(s.words) {
			s.below[w.Head] = append(s.below[w.Head], i)
		}
	}
}

func (s *sentence) forms() []string {
	forms := make([]string, len(s.words))
	for i, w := range s.words {
		forms[i] = w.Text
	}
	return forms
}

// word is the word i; none is a word without form, relation or dependents, so that rules can
// ask about what is not there.
func (s *sentence) word(i int) *parse.Word {
	if i < 0 || i >= len(s.words) {
		return &parse.Word{Head: none}
	}
	return &s.words[i]
}

func (s *sentence) form(i int) string {
	if i < 0 || i >= len(s.lower) {
		return ""
	}
	return s.lower[i]
}

func (s *sentence) lemma(i int) string { return strings.ToLower(s.word(i).Lemma) }
func (s *sentence) upos(i int) string  { return s.word(i).UPOS }
func (s *sentence) tag(i int) string   { return s.word(i).XPOS }
func (s *sentence) name(i int) string  { return s.word(i).Name }
func (s *sentence) above(i int) int    { return s.word(i).Head }

// dependents are the words that hang on i, in order.
func (s *sentence) dependents(i int) []int {
	if i < 0 || i >= len(s.below) {
		return nil
	}
	return s.below[i]
}

// is tells whether a word bears one of the relations; "nmod" stands for its subtypes too.
func (s *sentence) is(i int, relations ...string) bool {
	have := s.word(i).Relation
	for _, r := range relations {
		if strings.HasPrefix(have, r) && (len(have) == len(r) || have[len(r)] == ':' && !strings.Contains(r, ":")) {
			return true
		}
	}
	return false
}

// bears tells whether a word bears exactly this relation.
func (s *sentence) bears(i int, relation string) bool { return s.word(i).Relation == relation }

func (s *sentence) children(i int, relations ...string) []int {
	var found []int
	for _, c := range s.dependents(i) {
		if s.is(c, relations...) {
			found = append(found, c)
		}
	}
	return found
}

func (s *sentence) child(i int, relations ...string) int {
	for _, c := range s.dependents(i) {
		if s.is(c, relations...) {
			return c
		}
	}
	return none
}

func (s *sentence) has(i int, relations ...string) bool { return s.child(i, relations...) != none }

// none is the index of no word.
const none = -1

// first is the first conjunct of the coordination that a word stands in.
func (s *sentence) first(i int) int {
	for s.bears(i, "conj") && s.above(i) >= 0 {
		i = s.above(i)
	}
	return i
}

// conjuncts are a word and what is coordinated with it, in order.
func (s *sentence) conjuncts(i int) []int {
	all := []int{i}
	for _, c := range s.children(i, "conj") {
		all = append(all, s.conjuncts(c)...)
	}
	return all
}

// subtree holds the words at and below i, ascending, without the branches that cut names.
func (s *sentence) subtree(i int, cut func(int) bool) []int {
	words := s.branch(nil, i, cut)
	slices.Sort(words)
	return words
}

func (s *sentence) branch(words []int, i int, cut func(int) bool) []int {
	words = append(words, i)
	for _, c := range s.dependents(i) {
		if cut == nil || !cut(c) {
			words = s.branch(words, c, cut)
		}
	}
	return words
}

// leftmost is the first word of a branch, punctuation aside.
func (s *sentence) leftmost(i int) int {
	if first, _ := s.edges(i); first != none {
		return first
	}
	return i
}

// rightmost is the last word of a branch, punctuation aside.
func (s *sentence) rightmost(i int) int {
	if _, last := s.edges(i); last != none {
		return last
	}
	return i
}

// edges are the first and the last word of a branch that are no punctuation, or none.
func (s *sentence) edges(i int) (first, last int) {
	first, last = none, none
	if s.upos(i) != "PUNCT" {
		first, last = i, i
	}
	for _, c := range s.dependents(i) {
		f, l := s.edges(c)
		if f != none && (first == none || f < first) {
			first = f
		}
		last = max(last, l)
	}
	return first, last
}

// within tells whether i stands at or below top.
func (s *sentence) within(i, top int) bool {
	for ; i >= 0; i = s.above(i) {
		if i == top {
			return true
		}
	}
	return false
}

func (s *sentence) isNominal(i int) bool {
	return slices.Contains([]string{"NOUN", "PROPN", "PRON", "NUM", "SYM"}, s.upos(i))
}

func (s *sentence) hasFeature(i int, feature string) bool {
	return strings.Contains("|"+s.word(i).Feats+"|", "|"+feature+"|")
}

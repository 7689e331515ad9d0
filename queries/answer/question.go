package answer

import (
	"slices"
	"strings"
	"time"

	"sayso/extract/parse"
	"sayso/extract/timex"
	"sayso/graph"
)

// question is the tree of a question with what reading it needs at hand.
type question struct {
	parse.Tree
	wh    int // the question word; -1 in a yes/no question
	asked int // the head of the phrase that the question word opens
	times []timex.Expression
}

const none = -1

// Read gives the patterns that a question may stand for, the plainest first.
func Read(t parse.Tree) []Pattern {
	q := newQuestion(t)
	root := q.root()
	if root == none {
		return nil
	}
	for _, read := range []func(int) []Pattern{q.connection, q.report, q.speech, q.copular, q.deed, q.affiliation} {
		if patterns := read(root); patterns != nil {
			return patterns
		}
	}
	return q.clause(root)
}

func newQuestion(t parse.Tree) *question {
	q := &question{Tree: t, wh: none, asked: none}
	forms := make([]string, len(t.Words))
	for i, w := range t.Words {
		forms[i] = w.Text
	}
	q.times = timex.Find(forms, time.Time{})
	q.wh = q.questionWord()
	if q.wh != none {
		q.asked = q.askedPhrase()
	}
	return q
}

// questionWord is the wh-word that opens the question, if need be after a preposition.
func (q *question) questionWord() int {
	for i, w := range q.Words {
		if isQuestionWord(w) {
			return i
		}
		if w.UPOS == "VERB" || w.UPOS == "AUX" {
			return none
		}
	}
	return none
}

func isQuestionWord(w parse.Word) bool {
	switch strings.ToLower(w.Text) {
	case "who", "whom", "whose", "what", "which", "when", "where", "why", "how":
		return true
	}
	return false
}

// askedPhrase climbs from the question word to the noun, adjective or adverb that it determines.
func (q *question) askedPhrase() int {
	i := q.wh
	for {
		h := q.Words[i].Head
		if h <= i || !q.is(i, "det", "nmod:poss", "advmod", "amod", "nummod") || !q.isDetermined(i, h) {
			return i
		}
		i = h
	}
}

// isDetermined tells whether nothing but modifiers stands between a question word and the word it determines.
func (q *question) isDetermined(i, h int) bool {
	if i == q.wh && q.is(i, "advmod") && !slices.Contains([]string{"ADJ", "ADV", "NUM"}, q.Words[h].UPOS) {
		return false
	}
	if q.lemma(q.wh) == "how" && i == q.wh && h != i+1 {
		return false
	}
	if q.is(i, "advmod") && i != q.wh {
		return false
	}
	for j := i + 1; j < h; j++ {
		if q.Words[j].UPOS == "AUX" || q.Words[j].UPOS == "VERB" && !q.is(j, "amod", "compound") {
			return false
		}
	}
	return true
}

func (q *question) root() int {
	for i, w := range q.Words {
		if w.Head == parse.Root {
			return i
		}
	}
	return none
}

func (q *question) lemma(i int) string { return strings.ToLower(q.Words[i].Lemma) }

// is tells whether a word bears one of the relations; "nmod" stands for its subtypes too.
func (q *question) is(i int, relations ...string) bool {
	have := q.Words[i].Relation
	base, _, _ := strings.Cut(have, ":")
	return slices.Contains(relations, have) || slices.Contains(relations, base)
}

func (q *question) children(i int, relations ...string) []int {
	return slices.DeleteFunc(q.Children(i), func(c int) bool { return !q.is(c, relations...) })
}

// isPassive tells whether the subject of i is the one that something was done to.
func (q *question) isPassive(i int) bool {
	return q.Child(i, "nsubj:pass") != none || q.Child(i, "aux:pass") != none
}

// modality is what the auxiliaries of a clause commit to.
func (q *question) modality(verbs []int) graph.Modality {
	for _, v := range verbs {
		for _, a := range q.children(v, "aux") {
			if m, ok := modals[q.lemma(a)]; ok {
				return m
			}
		}
	}
	for _, v := range verbs[:len(verbs)-1] {
		switch m := commitments[q.lemma(v)]; m {
		case "planned", "future", "obligatory":
			return graph.Modality(m)
		}
	}
	return graph.Asserted
}

var modals = map[string]graph.Modality{
	"will": graph.Future, "would": graph.Future, "shall": graph.Future,
	"may": graph.Possible, "might": graph.Possible, "could": graph.Possible, "can": graph.Possible,
	"must": graph.Obligatory, "should": graph.Obligatory,
}

func (q *question) isNegative(verbs []int) bool {
	for _, v := range verbs {
		for _, c := range q.children(v, "advmod") {
			switch q.lemma(c) {
			case "not", "n't", "n’t", "never":
				return true
			}
		}
	}
	return false
}

package answer

import (
	"slices"
	"strings"
	"time"

	"sayso/extract/claim"
	"sayso/extract/parse"
	"sayso/extract/timex"
	"sayso/graph"
)

// question is the tree of a question put as a statement, with what reading it needs at hand.
type question struct {
	parse.Tree
	asking asking
	asked  int // the head of the words that stand for what is asked; none where nothing does
	times  []timex.Expression
}

const none = -1

func newQuestion(t parse.Tree, s statement) *question {
	t.Words = slices.Clone(t.Words)
	for i, w := range t.Words {
		if w.UPOS == "VERB" {
			t.Words[i].Lemma = claim.BaseForm(strings.ToLower(w.Text), w.Lemma)
		}
	}
	q := &question{Tree: t, asking: s.asking, asked: none}
	forms := make([]string, len(t.Words))
	for i, w := range t.Words {
		forms[i] = w.Text
	}
	q.rejoin(s.words)
	if q.root() == none {
		return q
	}
	if s.support {
		q.Words[s.aux].Lemma = "do"
	}
	q.times = timex.Find(forms, time.Time{})
	for i := s.hole.start; i < s.hole.end && i < len(t.Words); i++ {
		if !s.hole.has(t.Words[i].Head) || s.hole.end-s.hole.start == 1 {
			q.asked = i
		}
	}
	if q.asked != none && s.subject == s.hole && q.is(q.asked, "det", "nummod", "amod") {
		q.asked = t.Words[q.asked].Head
	}
	return q
}

// rejoin hangs the words of a known name on its first where the tree takes them apart.
func (q *question) rejoin(words []word) {
	for i := 1; i < min(len(words), len(q.Words)); i++ {
		if !words[i].joined || q.Words[i].Head == parse.Root {
			continue
		}
		first := i
		for first > 0 && words[first].joined {
			first--
		}
		if inName := func(j int) bool { return first <= j && j <= i }; inName(q.Words[i].Head) || inName(q.Words[first].Head) || q.within(first, i) {
			continue
		}
		for c := range q.Words {
			if q.Words[c].Head == i && c != first {
				q.Words[c].Head = first
			}
		}
		q.Words[i].Head, q.Words[i].Relation = first, "flat"
	}
}

// patterns are what a question may stand for, the plainest first.
func (q *question) patterns() []Pattern {
	root := q.root()
	patterns := q.whole(q.clause(root))
	for _, read := range []func(int) []Pattern{q.connection, q.report, q.speech, q.copular, q.deed, q.affiliation, q.job} {
		if special := read(root); special != nil {
			patterns = special
			break
		}
	}
	return slices.DeleteFunc(patterns, func(p Pattern) bool { return p.isOfAnything() || q.leavesOutName(p) })
}

// isOfAnything tells a pattern that asks about nothing, for whatever is: "Who is he?"
func (p Pattern) isOfAnything() bool {
	verb := p.Relation.main()
	return len(p.Parts) == 0 && p.Slot.Noun == nil && p.Voice == nil && (verb == "" || verb == "be")
}

// whole keeps the patterns that hold all of the question, and doubts those that lack a noun of it.
func (q *question) whole(patterns []Pattern) []Pattern {
	var kept []Pattern
	for _, p := range patterns {
		if q.leavesOutNoun(p) {
			if len(p.Parts) == 0 {
				continue
			}
			p.Weight *= nounMissing
		}
		kept = append(kept, p)
	}
	return kept
}

const nounMissing = 0.7

// leavesOutNoun tells a plain pattern in which a noun of the question is missing.
func (q *question) leavesOutNoun(p Pattern) bool {
	text := strings.ToLower(p.String())
	for i, w := range q.Words {
		if w.UPOS == "NOUN" && i != q.asked && !q.isTime(i) && q.lemma(i) != "place" && !strings.Contains(text, strings.ToLower(w.Text)) && !strings.Contains(text, q.lemma(i)) {
			return true
		}
	}
	return false
}

// leavesOutName tells a pattern in which a name of the question is missing: it asks something else.
func (q *question) leavesOutName(p Pattern) bool {
	text := p.String()
	return slices.ContainsFunc(q.Words, func(w parse.Word) bool {
		named := w.UPOS == "PROPN" || w.Name != "" && w.Name != "O" && w.UPOS != "DET" && w.UPOS != "ADP"
		return named && !isFiller(w.Text) && !strings.Contains(text, w.Text)
	})
}

func (q *question) root() int {
	for i, w := range q.Words {
		if w.Head == parse.Root {
			return i
		}
	}
	return none
}

// isOpen tells a question for more than yes or no.
func (q *question) isOpen() bool { return q.asking.word != "" }

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
		case "planned", "future", "obligatory", "possible":
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

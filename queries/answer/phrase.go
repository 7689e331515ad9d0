package answer

import (
	"slices"
	"strings"
)

// Term is a phrase of the question that names a participant.
type Term struct {
	Text   string
	Head   string // its head word as written, in lower case
	Named  bool   // a proper name heads it
	Clause bool
	Time   bool // says when: "on Friday", "in 2014"
}

// aside are the relations of what hangs on a noun without helping to name it.
var aside = []string{"case", "punct", "cc", "acl:relcl", "mark", "cop", "aux", "advmod", "parataxis", "nsubj", "csubj", "advcl"}

// term is the phrase headed by i, without what follows it as a clause of its own and without its conjuncts.
func (q *question) term(i int) Term {
	words := q.phrase(i)
	return Term{
		Text:  q.text(words),
		Head:  strings.ToLower(q.Words[q.nameEnd(i)].Text),
		Named: q.Words[i].UPOS == "PROPN",
		Time:  q.isTime(i),
	}
}

// clauseTerm is a subordinate clause as one phrase.
func (q *question) clauseTerm(i int) Term {
	words := slices.DeleteFunc(q.Subtree(i), func(w int) bool { return q.is(w, "mark", "punct") })
	return Term{Text: q.text(words), Head: strings.ToLower(q.Words[i].Lemma), Clause: true}
}

func (q *question) phrase(i int) []int {
	words := []int{i}
	for _, c := range q.Children(i) {
		if q.is(c, aside...) && !q.isQuantifier(c) || q.is(c, "conj") || c == q.asked {
			continue
		}
		words = append(words, q.Subtree(c)...)
	}
	return q.wholeNames(words)
}

// wholeNames adds the words of a name that the tree takes apart but the name tagger keeps together.
func (q *question) wholeNames(words []int) []int {
	for _, i := range slices.Clone(words) {
		for j := i; strings.HasPrefix(q.Words[j].Name, "I-") && j > 0; j-- {
			words = append(words, j-1)
		}
		for j := i + 1; j < len(q.Words) && q.Words[i].Name != "O" && strings.HasPrefix(q.Words[j].Name, "I-"); j++ {
			words = append(words, j)
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// isQuantifier keeps "over 700" in its phrase.
func (q *question) isQuantifier(i int) bool {
	return q.is(i, "advmod") && q.Words[q.Words[i].Head].UPOS == "NUM"
}

// nameEnd is the last word of a name that i heads: Universal Dependencies makes the first word of
// "Ada Okafor" the head, but the last is the one people go by.
func (q *question) nameEnd(i int) int {
	end := i
	for _, c := range q.Children(i) {
		if q.is(c, "flat") && c > end {
			end = c
		}
	}
	return end
}

func (q *question) text(words []int) string {
	var b strings.Builder
	for n, i := range words {
		if n > 0 && (words[n-1] != i-1 || q.Words[i].Start > q.Words[i-1].End) {
			b.WriteByte(' ')
		}
		b.WriteString(q.Words[i].Text)
	}
	return b.String()
}

// isTime tells a phrase that says when.
func (q *question) isTime(i int) bool {
	for _, e := range q.times {
		if e.First <= i && i <= e.Last && !e.Duration {
			return true
		}
	}
	return false
}

package claim

import (
	"slices"
	"strings"

	"sayso/extract/document"
	"sayso/extract/parse"
)

// Tuple is a claim in the words of its sentence: a relation and its arguments, the subject first.
type Tuple struct {
	Claim      int // index of the claim that it words
	Relation   string
	Arguments  []string
	Confidence float64
}

// Nary words each claim as one relation with all its arguments, as CaRB has them: what is
// attributed stands without its source.
func Nary(d *document.Document, trees []parse.Tree, claims []Claim) []Tuple {
	return project(d, trees, claims, wording.nary)
}

// Binary words each claim as minimal relations between two phrases, as BenchIE has them.
func Binary(d *document.Document, trees []parse.Tree, claims []Claim) []Tuple {
	return project(d, trees, claims, wording.binary)
}

func project(d *document.Document, trees []parse.Tree, claims []Claim, tuples func(wording) []Tuple) []Tuple {
	sentences := make([]*sentence, len(trees))
	for i, t := range trees {
		sentences[i] = newSentence(d, i, t)
	}
	var all []Tuple
	said := map[string]bool{}
	for n, c := range claims {
		for _, t := range tuples(newWording(sentences, c)) {
			key := strings.Join(append([]string{t.Relation}, t.Arguments...), "\t")
			if said[key] || t.Relation == "" || slices.Contains(t.Arguments, "") {
				continue
			}
			said[key] = true
			t.Claim, t.Confidence = n, c.Confidence
			all = append(all, t)
		}
	}
	return all
}

// wording is a claim in the order in which its sentence puts it: of a passive the patient comes first.
type wording struct {
	*sentence
	claim    Claim
	subject  string
	verbs    []int // the verb group
	adverbs  []int // within it
	object   *complement
	adjuncts []complement
}

// complement is a phrase with the words that open it: "in" of "in 1941".
type complement struct {
	Phrase
	opener []int
}

func newWording(sentences []*sentence, c Claim) wording {
	s := sentences[c.Tree]
	w := wording{sentence: s, claim: c, subject: c.Subject.Text}
	if c.Object != nil {
		w.object = s.complement(*c.Object)
		if c.Object.Head == c.Predicate.Head {
			w.object.opener = slices.DeleteFunc(w.object.opener, func(i int) bool { return !s.is(i, "case") })
		}
	}
	if s.isPredicate(c.Predicate.Head) && !isVerbless(c.Rule) {
		w.verbs, w.adverbs = s.groupWords(s.clause(c.Predicate.Head))
	}
	w.turn()
	for _, a := range c.Arguments {
		if w.object != nil && slices.Contains(w.object.Words, a.Head) {
			continue
		}
		w.adjuncts = append(w.adjuncts, *s.complement(a.Phrase))
	}
	return w
}

// turn puts back what the claim has turned round: the patient of a passive, what exists after "there".
func (w *wording) turn() {
	c := w.claim
	if c.Rule == "passive-agent" && c.Object != nil && c.Subject.Tree == c.Tree {
		w.subject, w.object = c.Object.Text, w.complement(c.Subject)
	}
	there := w.child(c.Predicate.Head, "expl")
	if c.Rule != "existential" || there == none {
		return
	}
	w.subject, w.object = w.words[there].Text, w.complement(c.Subject)
	w.verbs = w.children(c.Predicate.Head, "aux", "cop")
	if w.upos(c.Predicate.Head) == "VERB" || len(w.verbs) == 0 {
		w.verbs = append(w.verbs, c.Predicate.Head)
	}
}

// isVerbless tells rules that find a claim without a verb group of its own.
func isVerbless(rule string) bool {
	return slices.Contains([]string{"title", "apposition", "alias", "nominal", "parenthesis"}, rule)
}

func (s *sentence) complement(p Phrase) *complement {
	c := &complement{Phrase: p}
	if p.Tree != s.index || p.Head < 0 {
		return c
	}
	c.Phrase = s.spoken(p)
	for _, i := range s.openers(p.Head) {
		if i < p.Words[0] {
			c.opener = append(c.opener, i)
		}
	}
	return c
}

// spoken is a phrase with what a claim says elsewhere or not at all: "no" before it, "a year" after it.
func (s *sentence) spoken(p Phrase) Phrase {
	if p.Clause {
		return p
	}
	words := slices.Clone(p.Words)
	for _, d := range s.dependents(p.Head) {
		if s.isNegation(d) && s.is(d, "det") && d+1 == words[0] {
			words = append([]int{d}, words...)
		}
	}
	for _, d := range s.children(p.Head, "nmod:unmarked", "nmod:tmod", "nmod:npmod") {
		if rate := s.subtree(d, nil); rate[0] == words[len(words)-1]+1 && !s.isName(d) {
			words = append(words, rate...)
		}
	}
	return s.phrase(p.Head, words)
}

// openers are the prepositions or the subordinator before a phrase, in order.
func (s *sentence) openers(head int) []int {
	var all []int
	for _, m := range s.children(s.caseBearer(head), "case", "mark") {
		if m < head && !s.bears(m, "aux") {
			all = append(all, m)
			all = append(all, s.children(m, "fixed")...)
		}
	}
	slices.Sort(all)
	return all
}

// text is some words as the sentence spells them: with blanks where it has them or leaves something out.
func (s *sentence) text(words []int) string {
	var b strings.Builder
	for n, i := range words {
		switch {
		case n == 0:
		case words[n-1]+1 == i && i > 0:
			b.WriteString(s.doc.Text[s.words[i-1].End:s.words[i].Start])
		default:
			b.WriteString(" ")
		}
		b.WriteString(s.words[i].Text)
	}
	return b.String()
}

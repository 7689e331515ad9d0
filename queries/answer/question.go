package answer

import (
	"slices"
	"strings"
	"time"

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

// hear parses a question: of the statements that it may be put as, those whose trees best bear out
// what the statements assume, the likeliest first.
func hear(p Parser, words []word) []*question {
	var best []*question
	most := 1
	for _, s := range statements(words) {
		q := newQuestion(p.Parse(s.sentence()), s)
		switch fit := q.bearsOut(s); {
		case fit > most:
			best, most = []*question{q}, fit
		case fit == most && q.root() != none:
			best = append(best, q)
		}
	}
	// Of copular readings the last has the longest subject: names that parsers split stay whole.
	if len(best) > 0 && best[len(best)-1].isCopular() {
		slices.Reverse(best)
	}
	return best[:min(len(best), mostReadings)]
}

// mostReadings is how many ways to hear a question are tried.
const mostReadings = 4

func newQuestion(t parse.Tree, s statement) *question {
	q := &question{Tree: t, asking: s.asking, asked: none}
	forms := make([]string, len(t.Words))
	for i, w := range t.Words {
		forms[i] = w.Text
	}
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

// bearsOut counts what of the statement's assumptions its tree shares: which words are the subject, where the verb is.
func (q *question) bearsOut(s statement) int {
	root := q.root()
	if root == none {
		return 0
	}
	fit := 1 + q.holeFit(root)
	if subject := q.Child(root, "nsubj", "csubj"); subject != none {
		words := q.Subtree(subject)
		if words[0] == s.subject.start && (s.aux == none || words[len(words)-1] == s.subject.end-1) {
			fit += 4
		}
		if !q.isSubject(subject) {
			fit -= 3
		}
	}
	if len(q.children(root, "nsubj")) > 1 {
		fit -= 4
	}
	if s.aux == none {
		return fit + q.subjectFit(root)
	}
	if q.Words[s.aux].Head != root || root < s.aux || !q.is(s.aux, "aux", "cop") {
		return fit
	}
	return fit + q.auxiliaryFit(root, s.aux)
}

// isSubject tells a word that can head a subject from one that only opens one.
func (q *question) isSubject(i int) bool {
	switch q.Words[i].UPOS {
	case "DET", "ADJ", "ADP":
		return false
	}
	return !slices.Contains([]string{"the", "a", "an"}, strings.ToLower(q.Words[i].Text))
}

// holeFit: what stands for the asked phrase is a participant, or the predicate.
func (q *question) holeFit(root int) int {
	switch {
	case q.asked == none, q.asked == root && q.isCopular():
		return 2
	case !q.is(q.asked, "nsubj", "obj", "obl", "iobj", "xcomp"):
		return 0
	case slices.Contains(q.verbs(root), q.Words[q.asked].Head):
		return 2
	}
	return 1
}

// subjectFit favours a finite verb after the words that stand for the subject.
func (q *question) subjectFit(root int) int {
	switch {
	case q.isCopular():
		return 1
	case q.startsWithDo(root):
		return -2
	case q.Child(root, "aux") != none:
		return q.auxiliaryFit(root, q.Child(root, "aux"))
	case !strings.HasPrefix(q.Words[root].XPOS, "VB"):
		return 0
	case root == q.asked+1 && q.lemma(root) != "do" && !(q.lemma(root) == "have" && q.Child(root, "xcomp", "ccomp") != none):
		return 6
	}
	return 2
}

// startsWithDo tells "Someone did sign it", which is rarely what a question with "did" means.
func (q *question) startsWithDo(root int) bool {
	return slices.ContainsFunc(q.children(root, "aux"), func(a int) bool { return q.lemma(a) == "do" })
}

// auxiliaryFit: the auxiliary hangs on the root, which stands behind it in the form that the auxiliary takes.
func (q *question) auxiliaryFit(root, aux int) int {
	fit := 0
	if q.takes(aux, root) {
		fit += 3
	}
	if q.isGroup(aux, root) {
		fit += 3
	}
	return fit
}

// isGroup tells whether nothing but a verb group, or the phrase of a predicate, lies from an auxiliary to a root.
func (q *question) isGroup(aux, root int) bool {
	for i := aux + 1; i < root; i++ {
		if q.is(i, "mark", "cc", "conj", "nsubj") || !q.is(aux, "cop") && !slices.Contains([]string{"ADV", "AUX", "PART"}, q.Words[i].UPOS) {
			return false
		}
	}
	return true
}

func (q *question) isCopular() bool { return q.Child(q.root(), "cop") != none }

// takes tells whether an auxiliary goes with the form of a verb.
func (q *question) takes(aux, verb int) bool {
	tag := q.Words[verb].XPOS
	switch strings.ToLower(q.Words[aux].Text) {
	case "is", "are", "was", "were", "'s", "’s":
		return tag == "VBG" || tag == "VBN" || q.is(aux, "cop")
	case "has", "have", "had":
		return tag == "VBN" || q.isCopular() && !q.is(aux, "cop")
	}
	return tag == "VB" || (q.isCopular() || q.isPassive(verb)) && !q.is(aux, "cop")
}

// Read gives the patterns that a question may stand for, the plainest first.
func (q *question) Read() []Pattern {
	root := q.root()
	patterns := q.clause(root)
	for _, read := range []func(int) []Pattern{q.connection, q.report, q.speech, q.copular, q.deed, q.affiliation, q.job} {
		if special := read(root); special != nil {
			patterns = special
			break
		}
	}
	return slices.DeleteFunc(patterns, q.leavesOutName)
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

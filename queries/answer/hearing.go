package answer

import (
	"slices"
	"strings"
)

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
		if !q.isSubject(subject) || q.is(subject, "csubj") || q.isCopular() && q.endsInParticiple(subject) {
			fit -= 3
		}
	}
	if len(q.children(root, "nsubj")) > 1 {
		fit -= 4
	}
	if q.strandsPreposition() {
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

// strandsPreposition tells a preposition that governs nothing: a statement leaves none.
func (q *question) strandsPreposition() bool {
	for i, w := range q.Words {
		if w.UPOS == "ADP" && !q.is(i, "case", "mark", "compound", "fixed", "root", "cc") {
			return true
		}
	}
	return false
}

// isSubject tells a word that can head a subject from one that only opens one.
func (q *question) isSubject(i int) bool {
	switch q.Words[i].UPOS {
	case "DET", "ADJ", "ADP":
		return false
	}
	return !slices.Contains([]string{"the", "a", "an"}, strings.ToLower(q.Words[i].Text))
}

// endsInParticiple tells "the firm fined" in "the firm fined was something": more likely the firm was fined.
func (q *question) endsInParticiple(subject int) bool {
	words := q.Subtree(subject)
	last := words[len(words)-1]
	return last != subject && (q.Words[last].XPOS == "VBN" || q.Words[last].XPOS == "VBD")
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
	case q.isReadiness(root, q.verbs(root)):
		return 6
	case q.isCopular():
		return 1
	case q.startsWithDo(root) && q.isNegative([]int{root}):
		return 6
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

package answer

import (
	"slices"
	"strings"
)

// slot is the part of the clause that the question word stands for.
func (q *question) slot(verbs []int) Slot {
	s := Slot{Role: q.slotRole(verbs), Wants: q.wants()}
	if noun := q.askedNoun(); noun != nil {
		s.Noun = noun
		if kinds[noun.Head] == "Time" && s.Wants == Anything {
			return Slot{Role: whenRole, Wants: Date}
		}
	}
	return s
}

// wants is the kind of value that the question word asks for.
func (q *question) wants() Want {
	switch q.lemma(q.wh) {
	case "who", "whom", "whose":
		return Anyone
	case "when":
		return Date
	case "where":
		return Location
	case "why":
		return Reason
	case "how":
		return q.degree()
	}
	return Anything
}

// degree is what "how" asks for, by the word after it.
func (q *question) degree() Want {
	if q.wh+1 >= len(q.Words) {
		return Manner
	}
	switch strings.ToLower(q.Words[q.wh+1].Text) {
	case "many", "old":
		return Number
	case "much", "high", "big", "large", "tall", "far", "expensive":
		return Amount
	case "long":
		return Duration
	}
	return Manner
}

// askedNoun is the noun that a question word determines: "which country", "how many boats".
func (q *question) askedNoun() *Term {
	w := q.Words[q.asked]
	if q.asked == q.wh || w.UPOS != "NOUN" && w.UPOS != "PROPN" {
		return nil
	}
	words := slices.DeleteFunc(q.phrase(q.asked), func(i int) bool { return i <= q.quantityEnd() })
	return &Term{Text: q.text(words), Head: q.lemma(q.asked)}
}

// quantityEnd is the last word of "how many", "which".
func (q *question) quantityEnd() int {
	if q.degree() == Number || q.degree() == Amount {
		if q.lemma(q.wh) == "how" {
			return q.wh + 1
		}
	}
	return q.wh
}

func (q *question) slotRole(verbs []int) string {
	switch q.wants() {
	case Date:
		return whenRole
	case Location:
		if q.lemma(q.wh) == "where" {
			return whereRole
		}
	case Reason:
		return whyRole
	case Manner:
		return howRole
	case Duration:
		return whenRole
	}
	return q.participantRole(verbs)
}

// participantRole is the role of the asked phrase among the participants. The order of words decides over the
// parser's label: what stands before an inverted auxiliary is no subject, what stands right before its verb is.
func (q *question) participantRole(verbs []int) string {
	verb := q.governor(verbs)
	if p := q.preposition(verb); p != "" {
		if p == "by" && q.isPassive(verb) {
			return subjectRole
		}
		return p
	}
	if q.isInverted(verbs) {
		return objectRole
	}
	if q.isPassive(verbs[0]) {
		return objectRole
	}
	return subjectRole
}

// governor is the verb of the complex predicate that the asked phrase hangs on.
func (q *question) governor(verbs []int) int {
	if h := q.Words[q.asked].Head; slices.Contains(verbs, h) {
		return h
	}
	return verbs[len(verbs)-1]
}

// preposition is the one before the asked phrase, or the one that is left stranded at the end.
func (q *question) preposition(verb int) string {
	if m := q.marker(q.asked); m != "" {
		return m
	}
	if first := q.Subtree(q.asked)[0]; first > 0 && q.Words[first-1].UPOS == "ADP" {
		return strings.ToLower(q.Words[first-1].Text)
	}
	last := len(q.Words) - 1
	for last > 0 && q.Words[last].UPOS == "PUNCT" {
		last--
	}
	if w := q.Words[last]; w.UPOS == "ADP" && last > verb && !q.is(last, "compound:prt") || q.isBarePreposition(last, verb) {
		return strings.ToLower(w.Text)
	}
	return ""
}

// isBarePreposition tells a stranded preposition that the parser took for an adverb or particle: one after the object.
func (q *question) isBarePreposition(i, verb int) bool {
	switch strings.ToLower(q.Words[i].Text) {
	case "for", "to", "with", "of", "from", "by", "at":
		return i > verb
	}
	return false
}

// isInverted tells whether the subject stands after an auxiliary: "What did Trump receive?"
func (q *question) isInverted(verbs []int) bool {
	for _, v := range verbs[:1] {
		for _, s := range q.children(v, "nsubj", "csubj") {
			if s != q.asked {
				return true
			}
		}
	}
	return false
}

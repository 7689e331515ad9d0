package answer

import (
	"strings"
)

// slot is the part of the clause that is asked for.
func (q *question) slot(verbs []int) Slot {
	s := Slot{Role: q.slotRole(verbs), Wants: q.asking.wants()}
	if noun := q.askedNoun(); noun != nil {
		s.Noun = noun
		if kinds[noun.Head] == "Time" && s.Wants == Anything {
			return Slot{Role: whenRole, Wants: Date}
		}
	}
	return s
}

// askedNoun is the noun that a question word determines: "which country", "how many boats".
func (q *question) askedNoun() *Term {
	if q.asked == none || q.asking.measure() == Duration && q.asking.word == "how" {
		return nil
	}
	if u := q.Words[q.asked].UPOS; u != "NOUN" && u != "PROPN" {
		return nil
	}
	words := q.phrase(q.asked)
	for len(words) > 0 && isFiller(q.Words[words[0]].Text) {
		words = words[1:]
	}
	return &Term{Text: q.text(words), Head: q.lemma(q.asked)}
}

func isFiller(w string) bool {
	switch strings.ToLower(w) {
	case "some", "someone", "something":
		return true
	}
	return false
}

func (q *question) slotRole(verbs []int) string {
	switch q.asking.wants() {
	case Date, Duration:
		return whenRole
	case Location:
		return whereRole
	case Reason:
		return whyRole
	case Manner:
		return howRole
	}
	return q.askedRole(verbs)
}

// askedRole is the role of the words that stand for what is asked.
func (q *question) askedRole(verbs []int) string {
	for i := len(verbs) - 1; i >= 0; i-- {
		v := verbs[i]
		switch {
		case q.asked == v:
			return objectRole
		case q.asked != none && q.Words[q.asked].Head == v:
			if role := q.role(q.asked, v); role != "" && role != whenRole {
				return role
			}
		}
	}
	if q.asked != none && q.marker(q.asked) != "" {
		return q.marker(q.asked)
	}
	return objectRole
}

package answer

import (
	"slices"
	"strings"
	"unicode"

	"sayso/graph"
)

// grounds are the roles of a reason, the telling ones first.
var grounds = []string{"because", "because_of", "due_to", "owing_to", "thanks_to", "on_account_of", "in_response_to", "in_retaliation_for", "in_protest_over",
	"in_protest_at", "in_order_to", "in_order", "so_that", "over", "for", "to", "why", "since", "as", "amid", "following", "after"}

// reasons read why: what is given as a cause or a purpose; when and for how long is neither.
func (m *matcher) reasons(c graph.Claim, all []place) []value {
	var found []value
	for i, p := range all {
		order := slices.Index(grounds, p.role)
		if order < 0 || isWhen(p.text) || !isGround(c, p) {
			continue
		}
		found = append(found, value{place: i, text: brief(p.text), ref: p.ref, fit: 1 - 0.02*float64(order)})
	}
	return append(found, m.tails(all, "because of", "due to", "in response to", "in protest over", "over")...)
}

// isGround tells a reason from what the same preposition may also say.
func isGround(c graph.Claim, p place) bool {
	verbs, _ := splitLemma(c.Predicate.Lemma)
	verb := verbs[len(verbs)-1]
	switch p.role {
	case "for":
		return judging[verb] || isGerund(p.text)
	case "to", "in_order":
		return p.ref == "" && isInfinitive(p.text) && !directing[verb]
	case "as", "since":
		return p.ref == "" && strings.Count(p.text, " ") > 2
	case "over":
		return !unicode.IsDigit([]rune(p.text)[0])
	}
	return true
}

// isWhen tells a phrase that only says when or how long.
func isWhen(text string) bool {
	switch strings.ToLower(text) {
	case "now", "then", "ever", "long", "a while", "some time", "a time", "good":
		return true
	}
	return durationWords.FindString(text) == text || strings.Count(text, " ") < 4 && hasTimeWords(text)
}

func isGerund(text string) bool {
	first, _, more := strings.Cut(text, " ")
	return more && strings.HasSuffix(first, "ing")
}

// isInfinitive tells a phrase that opens like a clause with its verb, not like a noun phrase.
func isInfinitive(text string) bool {
	first, _, more := strings.Cut(text, " ")
	return more && first == strings.ToLower(first) && !stopWords[first] && !unicode.IsDigit([]rune(first)[0])
}

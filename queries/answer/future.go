package answer

import (
	"regexp"
	"strings"
	"time"

	"sayso/graph"
)

// futureMatch is how well a claim answers what somebody will do: as plain future, as plan or duty, or, said
// in the present, by a time after the article.
func (v *vocabulary) futureMatch(c graph.Claim) float64 {
	switch {
	case c.Modality == graph.Future || c.Modality == graph.Planned:
		return 1
	case isAhead(c.Modality):
		return 0.9
	case isPlan(c) || v.isLater(c):
		return 0.95
	case ownFuture(c) != "":
		return 0.85
	}
	return 0
}

// isPlan tells a relation whose outer verb only sets out to do the inner one: agree_hold.
func isPlan(c graph.Claim) bool {
	verbs, _ := splitLemma(c.Predicate.Lemma)
	return len(verbs) > 1 && commitments[verbs[0]] == "planned"
}

// isLater tells a claim whose time begins after its article was published.
func (v *vocabulary) isLater(c graph.Claim) bool {
	published := v.published[c.Document]
	if c.Time == nil || published.IsZero() {
		return false
	}
	begins, _, _ := strings.Cut(c.Time.Value, "/")
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, begins); err == nil {
			return t.After(published)
		}
	}
	return false
}

var firstPersonFuture = regexp.MustCompile(`^(?:I|We|we)(?:['’]ll| will| shall| am going to| are going to|['’]m going to|['’]re going to) (.+)`)

// ownFuture is what a speaker says that he will do: "review the rules" of "We will review the rules".
func ownFuture(c graph.Claim) string {
	verbs, _ := splitLemma(c.Predicate.Lemma)
	if c.Object == nil || !speechVerbs[verbs[len(verbs)-1]] {
		return ""
	}
	said := firstPersonFuture.FindStringSubmatch(nodePlace(objectRole, *c.Object).text)
	if said == nil {
		return ""
	}
	return "will " + said[1]
}

package claim

import "testing"

func TestInflection(t *testing.T) {
	for _, c := range []struct{ lemma, past, participle, third, gerund string }{
		{"order", "ordered", "ordered", "orders", "ordering"},
		{"rely", "relied", "relied", "relies", "relying"},
		{"stop", "stopped", "stopped", "stops", "stopping"},
		{"refer", "referred", "referred", "refers", "referring"},
		{"speak", "spoke", "spoken", "speaks", "speaking"},
		{"go", "went", "gone", "goes", "going"},
		{"lie", "lay", "lain", "lies", "lying"},
		{"agree", "agreed", "agreed", "agrees", "agreeing"},
		{"reach", "reached", "reached", "reaches", "reaching"},
		{"visit", "visited", "visited", "visits", "visiting"},
		{"panic", "panicked", "panicked", "panics", "panicking"},
		{"share", "shared", "shared", "shares", "sharing"},
		{"play", "played", "played", "plays", "playing"},
		{"have", "had", "had", "has", "having"},
		{"be", "was", "been", "is", "being"},
	} {
		got := []string{past(c.lemma), participle(c.lemma), third(c.lemma), gerund(c.lemma)}
		for i, want := range []string{c.past, c.participle, c.third, c.gerund} {
			if got[i] != want {
				t.Errorf("%s: got %s, want %s", c.lemma, got[i], want)
			}
		}
	}
}

func TestMendLemma(t *testing.T) {
	for _, c := range []struct{ form, lemma, want string }{
		{"withdrew", "withd", "withdraw"},
		{"blown", "blo", "blow"},
		{"shaping", "shap", "shape"},
		{"deterred", "deterre", "deter"},
		{"swimming", "swimm", "swim"},
		{"added", "add", "add"},
		{"called", "call", "call"},
		{"stopped", "stop", "stop"},
		{"founded", "found", "found"},
		{"found", "find", "find"},
		{"lay", "lie", "lie"},
		{"planned", "plan", "plan"},
		{"agreed", "agree", "agree"},
	} {
		if got := mendLemma(c.form, c.lemma); got != c.want {
			t.Errorf("%s %s: got %s, want %s", c.form, c.lemma, got, c.want)
		}
	}
}

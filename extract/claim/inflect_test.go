package claim

import (
	"strings"
	"testing"
)

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
		{"shake", "shook", "shaken", "shakes", "shaking"},
		{"overspend", "overspent", "overspent", "overspends", "overspending"},
		{"retell", "retold", "retold", "retells", "retelling"},
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
		{"overspoke", "overspek", "overspeak"},
		{"shakes", "shak", "shake"},
		{"interfered", "interfer", "interfere"},
		{"declining", "declin", "decline"},
		{"renamed", "renam", "rename"},
		{"evacuated", "evacuat", "evacuate"},
		{"focused", "focuse", "focus"},
		{"carries", "carrie", "carry"},
		{"saw", "see", "see"},
		{"dying", "dy", "die"},
	} {
		if got := BaseForm(c.form, c.lemma); got != c.want {
			t.Errorf("%s %s: got %s, want %s", c.form, c.lemma, got, c.want)
		}
	}
}

// What is inflected is spelt back, whatever a lemmatiser has made of it.
func TestRegularBase(t *testing.T) {
	verbs := strings.Fields("accuse admit advise agree argue arrange assure attack blame bomb borrow bribe cancel carry change " +
		"charge chase close combine compare complain conclude consider control convince cross dance decide declare deny describe " +
		"develop dine edit elapse employ endorse escape evolve examine exhibit explain explore fix free gather grumble handle " +
		"hike hope hop impose improve include increase indulge insure interview involve judge lace limit look merge move obey " +
		"occur offer open organize owe pass patrol persuade plan play praise prefer produce promise provoke pursue race " +
		"realize recruit refuse release repeat require resume reveal reverse seize settle smile stare start stop submit suppose " +
		"surge target trace travel tease treat urge use veto visit vote watch whisper wipe worry")
	for _, v := range verbs {
		for _, form := range []string{past(v), third(v), gerund(v)} {
			if got := regularBase(form); got != v {
				t.Errorf("%s: got %s, want %s", form, got, v)
			}
		}
	}
}

// Whatever is written like a verb has a base and forms of some letters: "ses", "ing".
func TestFormsOfAnything(t *testing.T) {
	stems := []string{""}
	for i := 0; len(stems[i]) < 3; i++ {
		for _, letter := range "abcegiklnorstuyzé" {
			stems = append(stems, stems[i]+string(letter))
		}
	}
	for _, stem := range stems[1:] {
		if past(stem) == "" || third(stem) == "" || gerund(stem) == "" {
			t.Errorf("a form of %q is empty", stem)
		}
		for _, ending := range []string{"", "s", "es", "ed", "ing", "ies", "ied", "ying"} {
			if form := stem + ending; BaseForm(form, form+"x") == "" {
				t.Errorf("BaseForm(%q) is empty", form)
			}
		}
	}
}

package claim

import (
	"slices"

	"sayso/graph"
)

// group is what the auxiliaries and the form of a verb say about it.
type group struct {
	modal       string // will, may …; "" for none
	past        bool
	perfect     bool // "have" after a modal
	progressive bool
	passive     bool
	negative    bool
}

// verbGroup reads the verb group around i; a conjunct without auxiliaries shares those of the
// verb before it ("will lift the pause and resume aid").
func (s *sentence) verbGroup(i int) group {
	auxiliaries := s.auxiliaries(i)
	if len(auxiliaries) == 0 && s.bears(i, "conj") && !s.has(i, "nsubj") && !s.isFinite(i) {
		g := s.verbGroup(s.above(i))
		g.negative = g.negative || s.isNegated(i)
		return g
	}
	g := group{negative: s.isNegated(i), passive: s.isPassiveForm(i)}
	for _, a := range auxiliaries {
		g.read(s, a)
	}
	if len(auxiliaries) == 0 {
		g.past = s.isPast(i)
	}
	if len(auxiliaries) == 0 && s.tag(i) == "VBG" && s.bears(i, "acl") && s.isUnmade(s.above(i)) {
		g.modal = "would"
	}
	if first := s.child(i, "aux", "cop"); first != none && s.tag(first) == "VBG" || s.form(s.child(i, "aux:pass")) == "being" && len(auxiliaries) == 1 {
		g.past = g.past || s.isPastAround(s.above(i))
	}
	g.progressive = g.progressive && (s.tag(i) == "VBG" || s.form(s.child(i, "aux:pass")) == "being")
	return g
}

// isUnmade tells what is not yet there to do anything: "a proposed law banning smoking".
func (s *sentence) isUnmade(noun int) bool {
	return slices.ContainsFunc(s.children(noun, "amod", "compound"), func(m int) bool {
		return slices.Contains([]string{"proposed", "planned", "draft", "suggested", "potential", "prospective", "possible", "future", "hypothetical", "expected"}, s.form(m))
	})
}

func (g *group) read(s *sentence, a int) {
	lemma := s.lemma(a)
	switch {
	case s.tag(a) == "MD":
		g.modal = modalOf(s.form(a), lemma)
	case lemma == "have":
		g.past, g.perfect = true, g.modal != ""
	case s.tag(a) == "VBD":
		g.past = true
	}
	if lemma == "be" && s.bears(a, "aux") {
		// "'s announced" is "has announced" even where the lemma says "be".
		has := s.tag(s.above(a)) == "VBN" && (s.form(a) == "'s" || s.form(a) == "’s")
		g.progressive, g.past = !has, g.past || has
	}
	if s.bears(a, "cop") && (s.tag(a) == "VBN") {
		g.past = true
	}
}

// modalOf is a modal in full: 'll, wo, ca.
func modalOf(form, lemma string) string {
	switch form {
	case "'ll", "’ll", "wo":
		return "will"
	case "ca":
		return "can"
	case "'d", "’d":
		return "would"
	case "sha":
		return "shall"
	}
	if lemma == "" {
		return form
	}
	if form == "could" || form == "would" || form == "might" || form == "should" {
		return form
	}
	return lemma
}

func (s *sentence) auxiliaries(i int) []int { return s.children(i, "aux", "cop") }

func (s *sentence) isFinite(i int) bool {
	return slices.Contains([]string{"VBD", "VBZ", "VBP"}, s.tag(i))
}

// isPassiveForm tells a passive by its auxiliary or subject, or a participle that modifies.
func (s *sentence) isPassiveForm(i int) bool {
	if s.has(i, "aux:pass", "nsubj:pass", "csubj:pass") {
		isHave := func(a int) bool { return s.lemma(a) == "have" } // "having shouted" is active, whatever the parser makes of it
		return slices.ContainsFunc(s.children(i, "aux:pass"), func(a int) bool { return !isHave(a) }) || !slices.ContainsFunc(s.auxiliaries(i), isHave)
	}
	if s.tag(i) == "VBD" && s.bears(i, "advcl") && i < s.above(i) && len(s.auxiliaries(i)) == 0 && !s.has(i, "nsubj", "mark", "obj", "advmod", "cc") {
		return true
	}
	reduced := s.bears(i, "acl") && !s.has(i, "nsubj") && len(s.auxiliaries(i)) == 0
	if reduced && s.tag(i) == "VBN" && s.keepsObject(i) || s.isHeadlinePassive(i) {
		return true
	}
	if s.tag(i) != "VBN" && !(reduced && s.tag(i) == "VBD") || len(s.auxiliaries(i)) > 0 || s.has(i, "obj") {
		return false
	}
	if s.has(i, "nsubj") {
		return s.is(i, "advcl", "acl", "nmod", "obl") && !s.bears(i, "acl:relcl")
	}
	if s.bears(i, "conj") {
		return s.isPassiveForm(s.above(i)) || s.bears(s.first(i), "acl") && s.tag(i) == "VBN"
	}
	return s.bears(i, "acl") || s.is(i, "advcl") || s.bears(i, "xcomp")
}

// keepsObject tells verbs that have an object in the passive too: "a device called the E-meter",
// "a student given a prize".
func (s *sentence) keepsObject(i int) bool {
	giving := []string{"give", "award", "offer", "grant", "pay", "send", "show", "teach", "deny", "hand", "lend", "owe", "fine", "elect", "appoint"}
	return slices.Contains(namingVerbs, s.lemma(i)) || slices.Contains(giving, s.lemma(i))
}

// isHeadlinePassive tells "700 people rescued off the coast": headlines tell what happened in the
// present, and leave out the auxiliary of a passive.
func (s *sentence) isHeadlinePassive(i int) bool {
	if !s.headline || s.tag(i) != "VBN" && s.tag(i) != "VBD" || len(s.auxiliaries(i)) > 0 {
		return false
	}
	if complement := s.child(i, "xcomp"); s.lemma(i) == "find" && slices.Contains(findings, s.form(complement)) {
		return !s.has(i, "obj") // "minister found guilty"
	}
	return s.bears(i, "root") && s.has(i, "nsubj") && !s.has(i, "obj", "ccomp", "xcomp")
}

// isPast tells the tense of a verb without auxiliaries: by its form, and for a participle or
// infinitive by that of the clause it belongs to.
func (s *sentence) isPast(i int) bool {
	switch s.tag(i) {
	case "VBD":
		return true
	case "VBZ", "VBP":
		return false
	case "VBN":
		if s.commitment(i).modality != graph.Planned && !s.isStative(i) {
			return true
		}
	}
	if mark := s.child(i, "mark", "case"); s.tag(i) == "VBG" && (s.form(mark) == "after" || s.isAccused(i) || s.isTriedFor(i) || s.isProfessed(i) && !slices.Contains(lasting, s.lemma(i))) {
		return true
	}
	for j := s.above(i); j >= 0; j = s.above(j) {
		if s.isFinite(j) || len(s.auxiliaries(j)) > 0 {
			return s.verbGroup(j).past
		}
		if s.tag(j) == "VBN" && s.has(j, "nsubj") {
			return true
		}
	}
	return false
}

// isStative tells participles of what lasts: "known as", "based in".
func (s *sentence) isStative(i int) bool {
	return s.bears(i, "acl") && slices.Contains([]string{"known", "called", "named", "based", "located", "situated", "headquartered", "dubbed", "involved", "needed"}, s.form(i))
}

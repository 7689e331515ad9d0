package claim

import (
	"slices"
	"strings"
)

// predicate names what a clause asserts; preposition is what the relation absorbs, or "".
func (c clause) predicate(preposition string, active bool) Predicate {
	g := c.group
	if active && len(c.verbs) == 1 {
		g.passive = false
	}
	var name, lemma []string
	if a := c.almost(); a != none {
		name = append(name, c.form(a))
	}
	f, framed := c.frame()
	if framed && c.group.negative && strings.HasSuffix(f.name, "_to") && !strings.Contains(f.name, "_not_") {
		f.name = strings.TrimSuffix(f.name, "to") + "not_to"
	}
	if framed {
		name = append(name, f.name)
	}
	if framed && f.lemma != "" {
		lemma = append(lemma, f.lemma)
	}
	for n, v := range c.verbs {
		switch {
		case n == 0 && framed:
			name = append(name, c.plain(v, active))
		case n == 0:
			name = append(name, c.finite(v, g))
			if c.isYetTo(v) && c.lemma(v) == "have" {
				name = append(name, "yet")
			}
		default:
			name = append(name, c.embedded(v, active))
		}
		if n == len(c.verbs)-1 || !c.commitment(v).dropped {
			lemma = append(lemma, c.base(v))
		}
		if p := c.child(v, "compound:prt"); p != none {
			name, lemma = append(name, c.form(p)), append(lemma, c.form(p))
		}
	}
	if preposition != "" {
		name, lemma = append(name, preposition), append(lemma, preposition)
	}
	if c.negatedComplement() {
		name = append(name, "not")
	}
	return Predicate{Name: relation(name), Lemma: relation(lemma), Head: c.head}
}

// relation joins words to the name of a relation.
func relation(words []string) string {
	name := strings.ReplaceAll(strings.Join(words, "_"), " ", "_")
	return strings.ReplaceAll(name, "’", "'")
}

// base is the lemma of a verb as relation names write it.
func (s *sentence) base(i int) string {
	lemma := s.lemma(i)
	switch {
	case lemma == "" || lemma == "_":
		return s.form(i)
	case s.tag(i) == "VB" && len(s.form(i)) > 2, s.tag(i) == "VBP" && lemma != "be" && lemma != "have":
		return s.wholeForm(i, lemma)
	case s.upos(i) == "VERB":
		return BaseForm(s.form(i), lemma)
	}
	return lemma
}

// wholeForm is the form of a bare verb, which is its lemma; a repair may have joined it with the
// word before its hyphen.
func (s *sentence) wholeForm(i int, lemma string) string {
	if strings.Contains(lemma, "-") || strings.ContainsAny(s.form(i), "'’") {
		return lemma
	}
	return s.form(i)
}

// finite inflects the outermost verb as the group says.
func (c clause) finite(v int, g group) string {
	if c.upos(v) != "VERB" || c.has(v, "cop") && !c.isFinite(v) {
		return beForm(g) + "_" + c.form(v)
	}
	base := c.base(v)
	switch {
	case c.has(v, "cop") && c.tag(v) == "VBD":
		return c.form(v)
	case g.passive:
		return beForm(g) + "_" + c.participle(v)
	case g.modal != "" && g.perfect && g.negative:
		return g.modal + "_not_have_" + c.participle(v)
	case g.modal != "" && g.perfect:
		return g.modal + "_have_" + c.participle(v)
	case g.modal != "" && g.negative:
		return g.modal + "_not_" + base
	case g.modal != "":
		return g.modal + "_" + base
	case g.progressive && g.past && base == "go" && c.isMerged(v):
		return beForm(g) + "_going"
	case g.progressive && !g.past:
		return beForm(g) + "_" + gerund(base)
	case g.negative && g.past:
		return "did_not_" + base
	case g.negative:
		return "does_not_" + base
	case g.past && (c.tag(v) == "VBD" || c.tag(v) == "VBN" && strings.HasSuffix(c.form(v), "ed")):
		return c.form(v)
	case g.past && base == "lie" && c.tellsLies(v):
		return "lied"
	case g.past:
		return past(base)
	}
	return third(base)
}

// tellsLies tells "lying to parliament" from "lying in bed".
func (c clause) tellsLies(v int) bool {
	return c.content(v) != none || slices.ContainsFunc(c.children(v, "obl"), func(o int) bool { return c.role(o) == "to" || c.role(o) == "about" })
}

// participle is the form that the text uses, or the one the verb has.
func (c clause) participle(v int) string {
	if c.tag(v) == "VBN" || c.tag(v) == "VBD" && strings.HasSuffix(c.form(v), "ed") {
		return c.form(v)
	}
	return participle(c.base(v))
}

// beForm is "be" as a group inflects it: is, was_not, will_be.
func beForm(g group) string {
	switch {
	case g.modal != "" && g.perfect && g.negative:
		return g.modal + "_not_have_been"
	case g.modal != "" && g.perfect:
		return g.modal + "_have_been"
	case g.modal != "" && g.negative:
		return g.modal + "_not_be"
	case g.modal != "":
		return g.modal + "_be"
	}
	form := "is"
	if g.past {
		form = "was"
	}
	if g.negative {
		form += "_not"
	}
	return form
}

// plain is a verb after "to", which the frame supplies.
func (c clause) plain(v int, active bool) string {
	switch {
	case c.upos(v) != "VERB" || c.has(v, "cop") && !c.isBeTo(v):
		return "be_" + c.form(v)
	case c.isPassiveForm(v) && !active:
		return "be_" + c.participle(v)
	}
	return c.base(v)
}

// embedded writes an inner verb of a complex predicate: to_lift, sharing, to_be_lifted.
func (c clause) embedded(v int, active bool) string {
	to := ""
	if c.isInfinitive(v) || c.bears(v, "conj") && c.isInfinitive(c.first(v)) {
		to = "to_"
	}
	if c.negates(v) {
		to = "not_" + to
	}
	if c.lemma(c.child(v, "aux")) == "have" && to == "to_" {
		return "to_have_" + c.perfect(v, active)
	}
	if c.form(c.child(v, "aux")) == "having" && to == "" {
		return "having_" + c.perfect(v, active)
	}
	switch {
	case c.has(v, "cop"):
		if c.tag(c.child(v, "cop")) == "VBG" && to == "" {
			return "being"
		}
		if c.form(c.child(v, "cop")-1) == "to" && to == "" {
			to = "to_"
		}
		return to + "be"
	case c.isPassiveForm(v) && !active && to == "" && c.form(c.child(v, "aux:pass")) == "being":
		return "being_" + c.participle(v)
	case c.isPassiveForm(v) && !active:
		return to + "be_" + c.participle(v)
	case c.tag(v) == "VBG" && to == "":
		return c.form(v)
	}
	return to + c.base(v)
}

// perfect is a verb after "have": "crossed" of "to_have_crossed".
func (c clause) perfect(v int, active bool) string {
	switch {
	case c.has(v, "cop"):
		return "been"
	case c.isPassiveForm(v) && !active:
		return "been_" + c.participle(v)
	}
	return c.participle(v)
}

package answer

import (
	"slices"
	"strings"
	"unicode"

	"sayso/graph"
)

// termMatch compares a term of the question with a node of the graph: 1 for the same thing by
// name, 0 where the head of the term is nowhere in the node.
func (v *vocabulary) termMatch(t term, texts []phrase, ref graph.Ref) float64 {
	if t.ref != "" && t.ref == ref {
		return 1
	}
	best := 0.0
	for _, text := range texts {
		best = max(best, v.phraseMatch(t, text))
	}
	return best
}

// byRole is how much a match with what somebody is counts beside one with his name.
const byRole = 0.9

// nodeMatch compares a term with a node, also by the roles of the node where the question is not for them.
func (m *matcher) nodeMatch(t term, n *node) float64 {
	match := m.v.termMatch(t, n.texts, n.ref)
	if match < byRole && m.pattern.Relation.main() != "be" {
		match = max(match, byRole*m.v.termMatch(t, n.roles, ""))
	}
	return match
}

// term is a term of the question with its words as the vocabulary reads them.
type term struct {
	Term
	phrase
	ref    graph.Ref // of the entity that the whole of it names
	proper []string  // those of the words that are names
}

func (v *vocabulary) term(t Term, resolve func(string) []graph.Ref) term {
	p := v.phrase(t.Text)
	out := term{Term: t, phrase: p}
	for i, w := range p.words {
		if w == t.Head {
			out.head = i
		}
	}
	if len(p.words) == 1 && strings.HasPrefix(p.words[0], "e:") {
		out.ref = graph.Ref(p.words[0])
	} else if refs := resolve(withoutArticle(t.Text)); len(refs) > 0 {
		out.ref = refs[0]
	} else if isAcronym(withoutArticle(t.Text)) {
		out.ref = v.initials[withoutArticle(t.Text)]
	}
	out.proper = properWords(p, t.Text)
	return out
}

func withoutArticle(text string) string {
	if first, rest, ok := strings.Cut(text, " "); ok && strings.EqualFold(first, "the") {
		return rest
	}
	return text
}

// properWords are the words of a phrase that name something: known entities, and what is capitalised.
func properWords(p phrase, text string) []string {
	capital := map[string]bool{}
	for _, t := range tokens(text) {
		if r := []rune(t); unicode.IsUpper(r[0]) {
			capital[strings.ToLower(t)] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(p.words), func(w string) bool { return !strings.HasPrefix(w, "e:") && !capital[w] })
}

// phraseMatch weighs how much of the term the text covers. The heads must be akin; a proper name
// that heads the term must head the text too, or be the country whose government acts.
func (v *vocabulary) phraseMatch(t term, text phrase) float64 {
	if len(t.words) == 0 || len(text.words) == 0 {
		return 0
	}
	head := v.headMatch(t, text)
	if head == 0 {
		return 0
	}
	match := head * (0.3 + 0.7*max(v.coverage(t.phrase, text.all()), v.coverage(phrase{words: t.raw}, text.raw)))
	switch {
	case v.namesOther(t, text):
		return 0
	case !v.contrasts(t.phrase, text):
		return match
	case head < sameMeaning:
		return 0
	}
	return match * otherModifier
}

// namesOther tells whether a noun is of somebody else: "Ukrainian president", where "the president of Norway" is meant.
func (v *vocabulary) namesOther(t term, text phrase) bool {
	named := func(words []string, text string) []string {
		proper := properWords(phrase{words: words}, withoutArticle(text))
		return slices.DeleteFunc(proper, func(w string) bool { return w == t.Head })
	}
	a, b := named(t.words, t.Text), named(text.all(), text.text)
	return !t.Named && len(a) > 0 && len(b) > 0 && v.coverage(phrase{words: a}, text.all()) == 0 && v.coverage(phrase{words: b}, slices.Concat(t.all(), t.raw)) == 0
}

// otherModifier is how much of a match stays between "foreign minister" and "prime minister".
const otherModifier = 0.5

// contrasts tells whether both phrases modify their heads, and each in its own way only.
func (v *vocabulary) contrasts(a, b phrase) bool {
	at := slices.Index(a.raw, a.last)
	if at <= 0 || len(b.raw) < 2 {
		return false
	}
	return v.differ(a.raw[:at], b.raw) && (a.head == 0 || v.differ(a.words[:a.head], b.all()))
}

func (v *vocabulary) differ(a, b []string) bool {
	for _, w := range a {
		for _, o := range b {
			if v.kinship.Near(w, o) > 0 {
				return false
			}
		}
	}
	return true
}

func (v *vocabulary) headMatch(t term, text phrase) float64 {
	want := t.words[t.head]
	if t.Named && text.last == t.Head {
		return sameWord
	}
	if near := max(v.kinship.Near(want, text.words[text.head]), v.kinship.Near(want, text.last)); near > 0 {
		return near
	}
	if strings.HasPrefix(want, "e:") {
		if text.head > 0 && slices.Contains(text.words[:text.head], want) && v.isGovernment(text.words[text.head]) {
			return 0.8
		}
		return 0
	}
	if t.Named {
		return 0
	}
	best := 0.0
	for _, w := range text.raw {
		best = max(best, v.kinship.Near(want, w))
	}
	return best * 0.7
}

// holdsAny tells whether any of the words is among the known ones, in whatever form.
func (v *vocabulary) holdsAny(words, known []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		return slices.ContainsFunc(known, func(k string) bool { return v.kinship.Near(w, k) >= sameOrigin })
	})
}

func (v *vocabulary) isGovernment(word string) bool {
	for g := range governments {
		if v.kinship.Near(g, word) >= sameOrigin {
			return true
		}
	}
	return false
}

// coverage is the share of the term's words, by weight, that the other words hold.
func (v *vocabulary) coverage(t phrase, words []string) float64 {
	var have, all float64
	for _, w := range t.words {
		weight := v.weight(w)
		all += weight
		best := 0.0
		for _, o := range words {
			best = max(best, v.kinship.Near(w, o))
		}
		have += weight * best
	}
	if all == 0 {
		return 0
	}
	return have / all
}

// coverageIn is coverage by a set of words, letter for letter.
func (v *vocabulary) coverageIn(t phrase, words map[string]bool) float64 {
	var have, all float64
	for _, w := range t.words {
		weight := v.weight(w)
		all += weight
		if words[w] {
			have += weight
		}
	}
	if all == 0 {
		return 0
	}
	return have / all
}

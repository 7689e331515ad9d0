package claim

import (
	_ "embed"
	"slices"
	"strings"
)

// doubtful is the confidence below which a claim is more often misread than not.
const doubtful = .4

// binary is a tuple for the object, one for each further argument, whose relation holds verb and
// object, and one for each phrase that modifies either: He | served as Prime Minister of | Australia.
func (w wording) binary() []Tuple {
	if isVerbless(w.claim.Rule) || len(w.verbs) == 0 || w.claim.Confidence < doubtful {
		return nil
	}
	verb := w.relation(w.verbs)
	var all []Tuple
	if w.object != nil {
		all = append(all, w.minimal(verb, *w.object)...)
	}
	for _, a := range w.adjuncts {
		if !w.isMinimal(a) {
			continue
		}
		relation := verb
		if w.object != nil && !w.precedesAgent(a) {
			relation = join(verb, w.text(w.object.opener), unquoted(w.core(w.object.Phrase)))
		}
		all = append(all, w.minimal(relation, a)...)
	}
	return all
}

// isMinimal tells arguments that a minimal relation may have: phrases, and clauses after a preposition.
func (w wording) isMinimal(a complement) bool {
	if isLinking(join(w.text(a.opener), a.Text)) {
		return false
	}
	if a.Clause {
		return w.tag(a.Head) == "VBG" && !w.has(a.Head, "nsubj")
	}
	return true
}

//go:embed words/linking.txt
var linkingText string

// linking holds phrases that tie a sentence to the one before and say nothing of its event.
var linking = func() map[string]bool {
	all := map[string]bool{}
	for _, f := range lines(linkingText) {
		all[strings.Join(f, " ")] = true
	}
	return all
}()

func isLinking(phrase string) bool { return linking[strings.ToLower(phrase)] }

// precedesAgent tells an argument that stands between a passive and its agent: "was founded in 1851 by".
func (w wording) precedesAgent(a complement) bool {
	return w.claim.Rule == "passive-agent" && a.Head < w.object.Head
}

// minimal is a complement of a relation, and each of its modifiers as the complement of a longer one.
func (w wording) minimal(relation string, c complement) []Tuple {
	relation = join(relation, w.text(c.opener))
	all := []Tuple{w.pair(relation, w.core(c.Phrase))}
	if c.Clause || c.Tree != w.index {
		return all
	}
	for _, m := range w.modifiersIn(c.Phrase) {
		before := c.Words[:slices.Index(c.Words, m.opener[0])]
		all = append(all, w.pair(join(relation, unquoted(w.text(before)), w.text(m.opener)), w.core(m.Phrase)))
	}
	return all
}

func (w wording) pair(relation, object string) Tuple {
	return Tuple{Relation: relation, Arguments: []string{unquoted(w.subject), unquoted(object)}}
}

// modifiersIn are the prepositional modifiers inside a phrase, conjuncts apart.
func (s *sentence) modifiersIn(p Phrase) []complement {
	var all []complement
	for _, m := range p.Words {
		first := s.first(m)
		if !s.bears(first, "nmod") || first <= p.Head || s.inOneName(first, s.above(first)) {
			continue
		}
		c := *s.complement(s.nominal(m, objectWords))
		if len(c.opener) > 0 && slices.Contains(p.Words, c.opener[0]) {
			all = append(all, c)
		}
	}
	return all
}

// inOneName tells two words of the same name: "University" and "Oxford".
func (s *sentence) inOneName(i, j int) bool { return slices.Contains(s.nameAround(i), j) }

// spelt is the name of a relation in words.
func spelt(name string) string { return strings.ReplaceAll(name, "_", " ") }

func join(parts ...string) string {
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

// unquoted leaves out quotation marks, which are no words of a name.
func unquoted(text string) string {
	return join(strings.NewReplacer("``", "", "''", "", "“", "", "”", "", "\"", "").Replace(text))
}

// core is a phrase without the modifiers after its head, but for "of".
func (w wording) core(p Phrase) string {
	if p.Clause || p.Tree != w.index || p.Head < 0 {
		return p.Text
	}
	words := slices.Clone(p.Words)
	for _, m := range w.children(p.Head, "nmod") {
		if m > p.Head && slices.Contains(words, m) && !w.inOneName(m, p.Head) && w.role(m) != "" && w.role(m) != "of" {
			cut := slices.Min(w.subtree(m, nil))
			words = slices.DeleteFunc(words, func(i int) bool { return i >= cut })
		}
	}
	if len(words) == 0 {
		return p.Text
	}
	return w.text(w.fill(words))
}

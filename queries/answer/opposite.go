package answer

import (
	_ "embed"
	"slices"
	"strings"

	"sayso/graph"
)

//go:embed lexicon/opposites.txt
var oppositeText string

var opposites = readOpposites(oppositeText)

// opposite is a verb that denies what another says, or only undoes what the other did.
type opposite struct {
	verb   string
	undoes bool
}

// Opposites are the verbs of which a thing cannot do both to another at once; where undoing, those also that may well follow on it.
func Opposites(verb string, undoing bool) []string {
	var all []string
	for _, o := range opposites[verb] {
		if undoing || !o.undoes {
			all = append(all, o.verb)
		}
	}
	return all
}

func readOpposites(text string) map[string][]opposite {
	all := map[string][]opposite{}
	for _, fields := range LexiconLines(text) {
		a, b, undoes := fields[0], fields[1], len(fields) > 2
		all[a], all[b] = append(all[a], opposite{b, undoes}), append(all[b], opposite{a, undoes})
	}
	return all
}

// opposites are the patterns that say no to a question of yes or no by saying the opposite: rejected for
// accepted, unsafe for safe.
func (p Pattern) opposites() []Pattern {
	if p.Form != Check || len(p.Relation.Verbs) == 0 {
		return nil
	}
	var all []Pattern
	for _, verb := range Opposites(p.Relation.main(), false) {
		o := p.denied()
		o.Relation.Verbs = append(slices.Clone(p.Relation.Verbs[:len(p.Relation.Verbs)-1]), verb)
		all = append(all, o)
	}
	if p.Relation.main() != "be" {
		return all
	}
	for i, part := range p.Parts {
		if part.Role == objectRole && !part.Term.Named && !strings.Contains(part.Term.Text, " ") {
			all = append(all, p.negatedBy(i)...)
		}
	}
	return all
}

func (p Pattern) denied() Pattern {
	p.Negative, p.Also, p.Weight = !p.Negative, true, p.Weight*opposed
	p.Parts = slices.Clone(p.Parts)
	return p
}

// opposed is how much an opposite counts beside what is plainly denied.
const opposed = 0.9

// negatedBy puts a predicate with each prefix that negates it, or without the one that it has. What is no word is in no graph.
func (p Pattern) negatedBy(part int) []Pattern {
	var all []Pattern
	word := p.Parts[part].Term.Head
	for _, prefix := range []string{"un", "in", "im", "il", "ir", "dis", "non"} {
		other, negative := strings.CutPrefix(word, prefix)
		if !negative {
			other = prefix + word
		}
		o := p.denied()
		o.Parts[part].Term.Text, o.Parts[part].Term.Head = other, other
		all = append(all, o)
	}
	return all
}

// byRole reads "Is she the leader of it?" as whether she leads it.
func (q *question) byRole(root int, p Pattern) []Pattern {
	if p.Form != Check || !q.isCopular() || !isAgentNoun(q.lemma(root)) {
		return nil
	}
	for _, c := range q.children(root, "nmod") {
		if q.marker(c) != "of" {
			continue
		}
		led := Pattern{Form: Check, Weight: roleNoun, Relation: Relation{Verbs: []string{q.lemma(root)}}, Modality: graph.Asserted, Negative: p.Negative, Also: true}
		for _, part := range p.Parts {
			if part.Role == subjectRole {
				led.Parts = append(led.Parts, part)
			}
		}
		led.Parts = append(led.Parts, Part{Role: objectRole, Term: q.term(c)})
		return []Pattern{led}
	}
	return nil
}

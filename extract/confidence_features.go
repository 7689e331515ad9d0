package extract

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"sayso/extract/claim"
	"sayso/extract/neural"
	"sayso/extract/parse"
)

// ConfidenceFeatures describe a claim by the rule that found it, its shape, how sure the parser was of the words that it
// rests on, and what of its clause it leaves out.
func ConfidenceFeatures(t parse.Tree, c claim.Claim) []string {
	r := resting{Tree: t, claim: c}
	features := []string{
		"rule " + c.Rule,
		"polarity " + string(c.Polarity),
		"modality " + string(c.Modality),
		"attributed " + strconv.FormatBool(c.Attribution != nil),
		"arguments " + strconv.Itoa(min(len(c.Arguments), 3)),
	}
	if c.Object == nil {
		features = append(features, "object none", "rule and arguments "+c.Rule+strconv.Itoa(min(len(c.Arguments), 1)))
	}
	if unbalanced(r.quoted()) {
		features = append(features, "unbalanced")
	}
	features = append(features, r.place()...)
	features = append(features, r.leftOut()...)
	return append(features, r.margins()...)
}

// resting is a claim with the tree that it rests on.
type resting struct {
	parse.Tree
	claim claim.Claim
}

func (r resting) quoted() string {
	var b strings.Builder
	for _, i := range r.words() {
		b.WriteString(r.Words[i].Text)
	}
	return b.String()
}

// words are those of the quote.
func (r resting) words() []int {
	var all []int
	for i, w := range r.Words {
		if w.Start >= r.claim.Quote.Start && w.End <= r.claim.Quote.End {
			all = append(all, i)
		}
	}
	return all
}

func unbalanced(text string) bool {
	return strings.Count(text, `"`)%2 != 0 || strings.Count(text, "(") != strings.Count(text, ")") || strings.Count(text, "“") != strings.Count(text, "”")
}

// place tells how deep in its sentence the claim's word stands, below what, and whether the parser's own tree has its
// subject there.
func (r resting) place() []string {
	features := atLeast("sentence words", float64(len(r.Words)), 11, 21, 31, 41)
	below := map[string]bool{}
	depth := 1
	for i := r.Words[r.claim.Predicate.Head].Head; i >= 0 && depth <= len(r.Words); i = r.Words[i].Head {
		below[r.Words[i].PlainRelation()] = true
		depth++
	}
	features = append(features, atLeast("depth", float64(depth), 2, 3, 4, 5, 6)...)
	for _, relation := range []string{"advcl", "acl", "ccomp", "xcomp", "conj", "parataxis", "appos"} {
		if below[relation] {
			features = append(features, "below "+relation)
		}
	}
	s := r.claim.Subject
	switch {
	case r.elsewhere(s):
		return append(features, "subject elsewhere")
	case r.Words[s.Head].Head == r.claim.Predicate.Head:
		return append(features, "subject direct")
	case r.Words[s.Head].Head == parse.Root:
		return append(features, "subject root")
	}
	return append(features, "subject borrowed")
}

// leftOut names the dependents of the claim's word that no part of the claim holds.
func (r resting) leftOut() []string {
	held := map[int]bool{}
	for _, p := range r.parts() {
		held[p.Head] = true
		for _, i := range p.Words {
			held[i] = true
		}
	}
	missing := map[string]bool{}
	for _, i := range r.Children(r.claim.Predicate.Head) {
		relation := r.Words[i].PlainRelation()
		missing[relation] = missing[relation] || !held[i]
	}
	var features []string
	for _, relation := range []string{"obj", "xcomp", "ccomp", "obl", "advcl", "advmod", "nsubj", "conj", "nmod", "acl", "parataxis"} {
		if missing[relation] {
			features = append(features, "left out "+relation)
		}
	}
	return features
}

// core are the subject and the object, as far as they stand in the tree.
func (r resting) core() []claim.Phrase {
	core := []claim.Phrase{r.claim.Subject}
	if r.claim.Object != nil {
		core = append(core, *r.claim.Object)
	}
	return slices.DeleteFunc(core, r.elsewhere)
}

// parts are the core and the arguments, as far as they stand in the tree.
func (r resting) parts() []claim.Phrase {
	parts := r.core()
	for _, a := range r.claim.Arguments {
		parts = append(parts, a.Phrase)
	}
	return slices.DeleteFunc(parts, r.elsewhere)
}

func (r resting) elsewhere(p claim.Phrase) bool { return p.Tree != r.claim.Tree || p.Head < 0 }

// margins tell how sure the parser was: of the claim's word, of it with subject and object, of all its parts, of its
// quote and of the sentence.
func (r resting) margins() []string {
	if r.Margins == nil {
		return nil
	}
	word := r.claim.Predicate.Head
	core, whole := []int{word}, []int{word}
	for _, p := range r.core() {
		core = append(core, p.Head)
	}
	for _, p := range r.parts() {
		whole = append(whole, p.Head)
	}
	var sentence []int
	for i := range r.Words {
		sentence = append(sentence, i)
	}
	head := func(m neural.Margin) float32 { return m.Head }
	relation := func(m neural.Margin) float32 { return m.Relation }
	tag := func(m neural.Margin) float32 { return m.Tag }

	features := atLeast("head", r.least(head, []int{word}), 0, 1, 2, 4, 6, 8)
	features = append(features, atLeast("relation", r.least(relation, []int{word}), 0, 1, 2, 4, 6)...)
	features = append(features, atLeast("core heads", r.least(head, core), 0, 1, 2, 3, 4, 6, 8)...)
	features = append(features, atLeast("heads", r.least(head, whole), 0, 1, 2, 3, 4, 6, 8)...)
	features = append(features, atLeast("relations", r.least(relation, whole), 0, 1, 2, 3, 4, 6)...)
	features = append(features, atLeast("quote heads", r.mean(head, r.words()), 4, 5, 6, 7, 8, 9)...)
	return append(features, atLeast("sentence tags", r.least(tag, sentence), 0, .5, 1, 2, 4)...)
}

// least is the least margin of some words, marks left out.
func (r resting) least(of func(neural.Margin) float32, words []int) float64 {
	least := math.Inf(1)
	for _, i := range words {
		if r.Words[i].UPOS != "PUNCT" {
			least = min(least, float64(of(r.Margins[i])))
		}
	}
	return least
}

// sure is a margin beyond which a mean does not grow.
const sure = 10

// mean is the mean margin of some words, marks left out.
func (r resting) mean(of func(neural.Margin) float32, words []int) float64 {
	sum, n := 0.0, 0
	for _, i := range words {
		if r.Words[i].UPOS != "PUNCT" {
			sum += min(float64(of(r.Margins[i])), sure)
			n++
		}
	}
	return sum / float64(max(n, 1))
}

// atLeast has a feature for each bound that a number reaches, so that the weights of those reached add up.
func atLeast(name string, x float64, bounds ...float64) []string {
	var features []string
	for _, bound := range bounds {
		if x >= bound {
			features = append(features, name+" "+strconv.FormatFloat(bound, 'g', -1, 64))
		}
	}
	return features
}

package claim

import (
	"slices"
	"strings"
)

// copula reads "Kortunov is director", "the road remains long" and "the war is in its fourth
// year"; a preposition becomes part of the relation.
func (c clause) copula() []Claim {
	if c.isPredicateClause() {
		return c.state(c.be(""), []Phrase{c.predicateClause()}, none, "copula-clause", .7)
	}
	if c.upos(c.head) == "ADV" && strings.HasSuffix(c.form(c.head), "ly") {
		return nil // "can be quickly" was cut off before its verb
	}
	if c.isNeverSo() {
		return nil
	}
	if c.upos(c.head) == "ADJ" || c.upos(c.head) == "ADV" || c.upos(c.head) == "VERB" {
		return c.state(c.be(""), c.qualities(), none, "copula-quality", .85)
	}
	nominals := c.predicateNominals()
	if len(nominals) == 0 || c.preposition(c.head) == "than" {
		return nil
	}
	return c.state(c.be(c.preposition(c.head)), nominals, none, "copula", .9)
}

// isNeverSo tells "has never been so happy", which says how happy.
func (c clause) isNeverSo() bool {
	never := slices.ContainsFunc(c.children(c.head, "advmod"), func(a int) bool { return c.form(a) == "never" })
	return never && (c.tag(c.head) == "JJR" || slices.ContainsFunc(c.children(c.head, "advmod"), func(a int) bool {
		return slices.Contains([]string{"so", "more", "less", "as"}, c.form(a))
	}))
}

// isPredicateClause tells "the aim is to win", where the predicate is itself a clause.
func (c clause) isPredicateClause() bool {
	return c.has(c.head, "nsubj:outer") && c.bears(c.ownSubject(c.head), "nsubj:outer")
}

// isCopular tells a clause with a copula of its own, not one that stands after "what he said is".
func (c clause) isCopular() bool {
	return c.has(c.head, "cop") && !c.isBeTo(c.head) && (!c.has(c.head, "nsubj:outer") || c.isPredicateClause())
}

// preposition is that of a predicate: "in" of "is in use".
func (s *sentence) preposition(i int) string {
	for _, m := range s.children(i, "case") {
		if m < i {
			return s.role(i)
		}
	}
	return ""
}

// predicateClause is the clause after the copula: "to win".
func (c clause) predicateClause() Phrase {
	p := c.clausal(c.head)
	after := c.children(c.head, "nsubj:outer", "cop")
	if last := after[len(after)-1]; last < c.head && p.Words[len(p.Words)-1] > last {
		p = c.phrase(c.head, c.fill(slices.DeleteFunc(p.Words, func(i int) bool { return i <= last })))
	}
	p.Clause = true
	return p
}

// be is the relation of a copular clause.
func (c clause) be(preposition string) Predicate {
	outer := c.verbs[0]
	name := []string{beForm(c.group)}
	lemma := []string{"be"}
	if len(c.verbs) > 1 {
		p := c.predicate("", false)
		name, lemma = []string{p.Name}, []string{p.Lemma}
		if c.upos(c.head) != "VERB" {
			lemma = append(c.outerLemmas(), "be")
		}
	}
	if outer != c.head && c.bears(c.head, "conj") {
		name = []string{c.predicate("", false).Name}
	}
	if preposition != "" {
		name, lemma = append(name, preposition), append(lemma, preposition)
	}
	return Predicate{Name: relation(name), Lemma: relation(lemma), Head: c.head}
}

func (c clause) outerLemmas() []string {
	var all []string
	for _, v := range c.verbs[:len(c.verbs)-1] {
		if !c.commitment(v).dropped {
			all = append(all, c.base(v))
		}
	}
	return all
}

// qualities are the adjectives said of the subject, one for each conjunct that has no subject
// or copula of its own.
func (c clause) qualities() []Phrase {
	all := []Phrase{c.quality(c.head)}
	for _, j := range c.children(c.head, "conj") {
		if c.upos(j) == "ADJ" && !c.has(j, "nsubj", "cop") {
			all = append(all, c.quality(j))
		}
	}
	return all
}

// quality is an adjective with what modifies it: "extendable by mutual agreement" keeps only
// the adjective, the rest is an argument; "good enough" stays whole.
func (c clause) quality(i int) Phrase {
	words := []int{i}
	for _, d := range c.children(i, "advmod", "compound", "obl:unmarked") {
		if d < i && !c.isNegation(d) || d == i+1 && c.form(d) == "enough" {
			words = append(words, c.subtree(d, nil)...)
		}
	}
	return c.phrase(i, c.contiguous(i, words))
}

func (c clause) predicateNominals() []Phrase {
	var all []Phrase
	for _, j := range c.conjuncts(c.head) {
		if j != c.head && (c.has(j, "nsubj", "cop") || c.upos(j) == "VERB") || c.isInterrogative(j) {
			continue
		}
		all = append(all, c.nominal(j, objectWords))
	}
	return all
}

package claim

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
)

// clause is one predication: a verb, or a nominal with a copula, and what it governs, its
// participants found across coordination, control and relative clauses.
type clause struct {
	*sentence
	head     int   // the word that carries its meaning
	verbs    []int // a complex predicate from its outermost verb to head: attempted, strong-arm
	group    group
	subjects []Phrase
	stance   stance
}

// clauses are the predications of a sentence in the order of their heads.
func (s *sentence) clauses() []clause {
	var all []clause
	for i := range s.words {
		if s.isPredicate(i) && !s.isUnreal(i) && !s.isTalkedAbout(i) && !s.isLoose(i) && !s.isPutSo(i) && !s.isNoPredication(i) && (!s.isMerged(i) || s.agentOf(i) != none) {
			all = append(all, s.clause(i))
		}
	}
	return all
}

// isNoPredication tells the "compared" of "54 percent, compared with 39", which is a preposition, and "saw her to come",
// which no grammar allows.
func (s *sentence) isNoPredication(i int) bool {
	if s.form(i) == "compared" {
		return s.is(i, "acl", "advcl") && !s.has(i, "aux", "nsubj", "mark") && (s.form(i+1) == "with" || s.form(i+1) == "to")
	}
	return s.bears(i, "xcomp") && s.isInfinitive(i) && slices.Contains(perceiving, s.lemma(s.above(i))) && !s.isPassiveForm(s.above(i))
}

func (s *sentence) clause(head int) clause {
	c := clause{sentence: s, head: head, verbs: s.complex(head), subjects: s.proper(s.subjects(head))}
	c.stance = s.stance(c.verbs[0])
	c.group = s.verbGroup(c.verbs[0]).under(c.stance)
	if s.isForbidden(c.verbs[0]) {
		c.group.modal = "must"
	}
	if s.isBareInfinitive(c.verbs[0]) && c.stance == holds {
		passive := c.group.passive
		c.group = s.verbGroup(s.above(s.first(c.verbs[0])))
		c.group.passive, c.group.progressive = passive, false
	}
	return c
}

// isBareInfinitive tells "forget" of "will not let you forget", which is as real as the verb
// above it.
func (s *sentence) isBareInfinitive(i int) bool {
	first := s.first(i)
	return s.tag(i) == "VB" && s.is(first, "xcomp", "ccomp") && s.above(first) >= 0 && !s.isInfinitive(first) && len(s.auxiliaries(first)) == 0 && !s.isCue(s.above(first))
}

// isPredicate tells whether a word states something: a verb that governs a clause, or
// anything with a copula.
func (s *sentence) isPredicate(i int) bool {
	if s.has(i, "cop") {
		return true
	}
	if s.upos(i) != "VERB" || s.isHyphenated(i) || s.isAged(i) || strings.HasPrefix(s.form(i), "#") || strings.HasPrefix(s.form(i), "@") || strings.IndexFunc(s.form(i), unicode.IsLetter) < 0 {
		return false
	}
	first := s.first(i)
	return s.has(i, "nsubj") || s.is(first, "root", "ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj") &&
		(first == i || s.upos(first) == "VERB" || s.has(first, "cop"))
}

// isAged tells "aged" of "two children aged six and nine", which nobody did.
func (s *sentence) isAged(i int) bool { return s.form(i) == "aged" && s.bears(i, "acl") }

// isHyphenated tells a part of a compound like "buy-in" or "oil-producing"; a whole verb such as
// "strong-arm" bears the hyphen in its lemma.
func (s *sentence) isHyphenated(i int) bool {
	if strings.Contains(s.lemma(i), "-") {
		return false
	}
	return s.tag(i+1) == "HYPH" || s.form(i-1) == "-" && (s.is(i, "acl", "amod", "advcl") || s.isHyphenatedGerund(i))
}

// isHyphenatedGerund tells "fact-finding" of "paused fact-finding", which is what was paused.
func (s *sentence) isHyphenatedGerund(i int) bool {
	return s.tag(i) == "VBG" && s.form(i-1) == "-" && s.upos(i-2) == "NOUN" && s.is(i, "xcomp", "ccomp", "obj") && !s.has(i, "nsubj", "aux", "cop", "mark")
}

// isUnreal tells a clause that a negated noun governs: "no evidence that it works".
func (s *sentence) isUnreal(i int) bool {
	first := s.first(i)
	if s.hasComplement(i) { // else "that" may be what is lacking: "cannot sign a report that I may not read"
		first = s.first(s.complex(i)[0])
	}
	above := s.above(first)
	if above < 0 || !s.is(first, "acl", "ccomp") || !s.has(first, "mark") || !s.isNominal(above) || possibilities[s.lemma(above)].negated != "" {
		return false
	}
	return s.negates(above) || s.opensWithThat(first) && s.isLacking(above)
}

// isLacking tells "did not find evidence", "without evidence" and "little evidence".
func (s *sentence) isLacking(noun int) bool {
	verb := s.above(noun)
	little := slices.ContainsFunc(s.children(noun, "amod", "det"), func(m int) bool {
		return slices.Contains([]string{"little", "few", "scant", "scarce", "insufficient"}, s.form(m))
	})
	return little || s.role(noun) == "without" || s.bears(noun, "nmod") && s.lemma(verb) == "lack" ||
		s.is(noun, "obj", "nsubj") && (s.negates(verb) || s.lemma(verb) == "lack" || s.hasFailed(verb))
}

// hasFailed tells the inner verb of "failed to find".
func (s *sentence) hasFailed(i int) bool {
	return s.completes(i) && s.commitment(s.above(i)).negative
}

// isLoose tells a bare verb that is coordinated with a finite one, which no grammar allows.
func (s *sentence) isLoose(i int) bool {
	above := s.above(i)
	return s.bears(i, "conj") && s.tag(i) == "VB" && len(s.auxiliaries(i)) == 0 && !s.has(i, "nsubj") &&
		(s.tag(above) == "VBD" || s.tag(above) == "VBZ" || s.tag(above) == "VBN" && !s.hasModal(above))
}

// isMerged tells whether a verb is only the outer part of a complex predicate: "attempted" of
// "attempted to strong-arm".
func (s *sentence) isMerged(i int) bool {
	return slices.ContainsFunc(s.dependents(i), s.completes)
}

// completes tells whether a predicate is the inner part of a complex one: an open clausal
// complement whose subject is the outer subject.
func (s *sentence) completes(x int) bool {
	outer := s.above(x)
	if outer < 0 || s.appealed(x) != none || s.isProfessed(x) || s.asksWhether(x) || !s.isPredicate(x) || s.has(x, "nsubj", "csubj") || !s.isPredicate(outer) && s.upos(outer) != "VERB" {
		return false
	}
	if s.upos(outer) == "ADJ" {
		_, commits := commitments[s.base(outer)]
		return commits && s.is(x, "xcomp", "advcl", "ccomp") && s.isInfinitive(x)
	}
	if s.bears(x, "xcomp") {
		return !s.has(outer, "obj", "iobj") || s.isSubjectControl(outer)
	}
	return false
}

// isSubjectControl tells whether the subject of a verb, not its object, does what its
// complement says: "promised her to leave".
func (s *sentence) isSubjectControl(i int) bool { return s.lemma(i) == "promise" }

func (s *sentence) isInfinitive(i int) bool {
	return slices.ContainsFunc(s.children(i, "mark"), func(m int) bool {
		return s.form(m) == "to" && (s.upos(m) == "PART" || s.tag(m) == "TO")
	})
}

// complex is the complex predicate that ends in head, from its outermost verb.
func (s *sentence) complex(head int) []int {
	first := s.first(head)
	if s.has(head, "nsubj", "csubj") || !s.completes(first) || head != first && s.hasModal(head) {
		return []int{head}
	}
	return append(s.complex(s.above(first)), head)
}

// objects are the direct objects, one for each conjunct.
func (c clause) objects() []Phrase {
	if o := c.child(c.head, "obj"); o != none {
		if c.isHyphenatedGerund(o) {
			return []Phrase{c.phrase(o, c.fill(c.subtree(o, nil)))}
		}
		return c.participants(o, objectWords)
	}
	if o := c.child(c.head, "iobj"); o != none {
		return c.participants(o, objectWords)
	}
	if o := c.sharedObject(); o != none {
		return c.participants(o, objectWords)
	}
	return c.gap()
}

//go:embed words/intransitive.txt
var intransitiveText string

var intransitive = func() map[string]bool {
	all := map[string]bool{}
	for _, f := range lines(intransitiveText) {
		all[f[0]] = true
	}
	return all
}()

// sharedObject is the object that two coordinated verbs share, on whichever of them it hangs:
// "sought and won support".
func (c clause) sharedObject() int {
	if next := c.child(c.head, "conj"); next == c.head+2 && (c.form(c.head+1) == "and" || c.form(c.head+1) == "nor") && c.tag(next) == c.tag(c.head) && !c.isPassiveForm(c.head) {
		if !c.hasComplement(c.head) && !intransitive[c.lemma(c.head)] {
			return c.child(next, "obj")
		}
	}
	if !c.bears(c.head, "conj") || c.hasComplement(c.head) {
		return none
	}
	first := c.above(c.head)
	object := c.child(first, "obj")
	if object > c.head {
		return object
	}
	return none
}

// hasComplement tells whether a verb has anything after it that completes it.
func (s *sentence) hasComplement(i int) bool {
	return s.has(i, "obj", "iobj", "ccomp", "xcomp", "obl")
}

func (c clause) isPassive() bool { return c.group.passive || c.isPassiveForm(c.head) }

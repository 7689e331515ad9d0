package claim

import (
	"slices"

	"sayso/graph"
)

// conditions are the words that open what is only supposed.
var conditions = []string{"if", "unless", "provided", "providing", "supposing", "assuming", "lest"}

// isCondition tells a clause that "if" or its like opens, or that inverts as "had it happened".
func (s *sentence) isCondition(i int) bool { return s.condition(i) != none }

// condition is the word that makes a clause a condition; none where none does.
func (s *sentence) condition(i int) int {
	if s.is(i, "advcl") && s.isInverted(i) {
		return s.child(i, "aux", "cop")
	}
	if !s.is(i, "advcl", "parataxis", "acl") {
		return none
	}
	at := slices.IndexFunc(s.dependents(i), func(m int) bool {
		switch {
		case m > i || !s.is(m, "mark", "advmod", "case"):
			return false
		case s.form(m) == "in":
			return s.form(m+1) == "case"
		case s.form(m) == "as":
			return s.form(m+1) == "though" || s.form(m+1) == "long"
		}
		return slices.Contains(conditions, s.form(m))
	})
	if at < 0 {
		return none
	}
	return s.dependents(i)[at]
}

// isInverted tells "had it happened" and "were she to go".
func (s *sentence) isInverted(i int) bool {
	auxiliary, subject := s.child(i, "aux", "cop"), s.child(i, "nsubj")
	if auxiliary == none || subject == none || auxiliary > subject || s.has(i, "mark") {
		return false
	}
	return slices.Contains([]string{"had", "were", "should"}, s.form(auxiliary))
}

// isSupposition tells what one is asked to suppose: "imagine that a robot wrote this".
func (s *sentence) isSupposition(i int) bool {
	above := s.above(i)
	if !s.is(i, "ccomp") || s.isInfinitive(s.first(above)) || s.has(above, "nsubj", "aux") || s.tag(above) != "VB" && s.tag(above) != "VBP" {
		return false
	}
	return slices.Contains([]string{"suppose", "imagine", "assume", "picture", "pretend", "say"}, s.lemma(above))
}

// isStillToCome tells a clause in the present that says when something ends or begins that the
// present has not reached: "suspended it until the minister signs".
func (s *sentence) isStillToCome(i int) bool {
	above := s.above(i)
	if !s.is(i, "advcl") || above < 0 || !s.has(i, "nsubj") || s.hasModal(i) {
		return false
	}
	main := s.verbGroup(above)
	reported := s.bears(above, "ccomp") && (main.modal == "would" || main.modal == "could") // "said it would last until they paid"
	if s.verbGroup(i).past && !s.hasPresentPerfect(i) && !reported {
		return false
	}
	coming := main.modal == "will" || main.modal == "would" || s.commitment(above).modality == "planned" || s.isBeTo(above)
	switch s.form(s.opener(i)) {
	case "until", "till", "before", "once":
		return coming || main.past || main.modal != ""
	case "when", "after", "as":
		return coming
	}
	return false
}

func (s *sentence) hasPresentPerfect(i int) bool {
	return slices.ContainsFunc(s.auxiliaries(i), func(a int) bool { return s.lemma(a) == "have" && s.tag(a) != "VBD" })
}

// mendInversion makes "had she known it" of "Had she known it, she would have left, he said" the
// condition of the clause after it, wherever the parser hung the two.
func (s *sentence) mendInversion(i int) {
	if i > 0 && !s.isQuotationMark(i-1) || !slices.Contains([]string{"had", "were", "should"}, s.form(i)) || s.asks(s.root()) {
		return
	}
	condition := s.predicateAfter(i+1, func(p, subject int) bool { return s.leftmost(subject) == i+1 })
	main := s.predicateAfter(condition+1, func(p, subject int) bool { return subject > condition && s.hasModal(p) })
	if condition == none || main == none || s.is(condition, "advcl") && s.above(condition) == main && s.above(i) == condition {
		return
	}
	s.rearrange(func() {
		if s.above(i) != condition {
			s.words[i].Head, s.words[i].Relation = condition, "aux"
		}
		if s.within(main, condition) {
			s.words[main].Head, s.words[main].Relation = s.above(condition), s.words[condition].Relation
		}
		s.words[condition].Head, s.words[condition].Relation = main, "advcl"
		for _, y := range s.children(condition, "parataxis") {
			if s.isCue(y) {
				s.words[y].Head = main
			}
		}
	})
}

// predicateAfter is the first predicate from i on that, with its subject, fits.
func (s *sentence) predicateAfter(i int, fits func(predicate, subject int) bool) int {
	for p := max(i, 1); p < len(s.words); p++ {
		if subject := s.child(p, "nsubj", "csubj"); subject != none && fits(p, subject) {
			return p
		}
	}
	return none
}

// mendProvided makes "provided" of "will go provided that he agrees" open the clause after it.
func (s *sentence) mendProvided(i int) {
	joined := s.bears(i, "conj") && s.isComma(i-1) && s.form(i+1) == "that"
	if !slices.Contains([]string{"provided", "providing", "assuming", "supposing"}, s.form(i)) || !s.is(i, "acl", "advcl") && !joined || s.has(i, "nsubj", "aux", "obj", "cc") {
		return
	}
	main, clause := s.above(i), s.child(i, "ccomp")
	for main >= 0 && !s.isPredicate(main) {
		main = s.above(main)
	}
	if main < 0 || clause < i || !s.hasModal(main) && s.commitment(main).modality != graph.Planned {
		return
	}
	s.rearrange(func() {
		s.words[clause].Head, s.words[clause].Relation = main, "advcl"
		s.words[i].Head, s.words[i].Relation, s.words[i].UPOS = clause, "mark", "SCONJ"
	})
}

// mendWereTo makes "were the bank to fail" of "Were the bank to fail, he said, prices would rise" the condition of
// what would be, however the parser hung the two.
func (s *sentence) mendWereTo(i int) {
	if s.form(i) != "were" || i > 0 && !s.isQuotationMark(i-1) || s.asks(s.root()) {
		return
	}
	to := i + 2
	for to < len(s.words) && s.form(to) != "to" && !s.isMark(to) {
		to++
	}
	condition, subject := s.above(to), s.nominalEndingAt(to-1)
	main := s.wouldAfter(condition)
	if s.form(to) != "to" || condition <= to || s.tag(condition) != "VB" && !s.has(condition, "cop") || subject == none || main == none {
		return
	}
	for s.is(subject, "nmod", "conj") && s.above(subject) > i && s.above(subject) < subject {
		subject = s.above(subject)
	}
	s.rearrange(func() { s.makeCondition(i, subject, to, condition, main) })
}

// makeCondition hangs a condition of "were", subject, "to" and verb on what would be.
func (s *sentence) makeCondition(were, subject, to, condition, main int) {
	if s.within(main, condition) {
		above, relation := s.above(condition), s.words[condition].Relation
		below := main
		for s.above(below) != condition {
			below = s.above(below)
		}
		s.words[below].Head = main
		s.words[main].Head, s.words[main].Relation = above, relation
	}
	s.words[condition].Head, s.words[condition].Relation = main, "advcl"
	s.words[subject].Head, s.words[subject].Relation = condition, "nsubj"
	s.words[were].Head, s.words[were].Relation = condition, "aux"
	s.words[to].Relation = "aux"
}

// wouldAfter is the first predicate after a comma and a subject that tells what would be.
func (s *sentence) wouldAfter(condition int) int {
	for m := condition + 1; condition > 0 && m < len(s.words); m++ {
		main := s.above(m)
		if s.tag(m) == "MD" && slices.Contains([]string{"would", "could", "might"}, s.form(m)) && main > m && s.is(m, "aux") && s.commaBetween(condition, m) != none {
			return main
		}
	}
	return none
}

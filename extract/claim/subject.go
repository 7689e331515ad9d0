package claim

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
)

// subjects are the phrases of which a predicate is said, one for each conjunct: its own
// subject, or the one that coordination, control or the noun above it supplies.
func (s *sentence) subjects(i int) []Phrase {
	if own := s.ownSubject(i); own != none {
		if s.isExpletive(own) || s.isMisplaced(own) {
			return nil
		}
		return s.participants(own, subjectWords)
	}
	above := s.above(i)
	switch {
	case s.has(i, "expl"):
		return nil
	case s.isFinite(i) && !s.bears(i, "conj") && s.speakerOf(i) != nil:
		return s.speakerOf(i)
	case above < 0:
		return nil
	case s.bears(i, "conj"):
		return s.subjects(above)
	case s.appealed(i) != none:
		return s.participants(s.appealed(i), subjectWords)
	case s.completes(i):
		return s.subjects(above)
	case s.isInfinitive(i) && (s.upos(above) == "ADJ" || s.is(i, "advcl") && s.has(above, "cop") && s.has(above, "case")):
		return nil
	case s.is(i, "xcomp"):
		return s.controllers(above)
	case s.intention(i) != none:
		return s.intenders(i)
	case s.is(i, "advcl"):
		return s.adjunctSubjects(i)
	case s.is(i, "acl"):
		return s.antecedent(i)
	}
	return nil
}

// isHanging tells "it seems that" and "it remains to be seen".
func (s *sentence) isHanging(i int) bool {
	switch s.lemma(i) {
	case "seem", "appear", "happen", "turn", "follow":
		return s.has(i, "ccomp")
	case "see":
		return s.completes(i) && s.lemma(s.above(i)) == "remain"
	case "remain":
		return s.isMerged(i)
	}
	return false
}

// proper leaves out phrases that begin with a preposition: what a parser took for a subject there
// is none.
func (s *sentence) proper(subjects []Phrase) []Phrase {
	return slices.DeleteFunc(subjects, func(p Phrase) bool {
		first := p.Words[0]
		if slices.ContainsFunc(p.Words, func(i int) bool { return !p.Clause && s.is(i, "nmod") && (s.form(i) == "which" || s.form(i) == "whom") }) {
			return true // "one of which" is one of what its tree does not tell
		}
		return !p.Clause && first != p.Head && slices.Contains(placing, s.form(first)) && s.upos(first) == "ADP" && s.form(first+1) != "least" && s.form(first+1) != "most"
	})
}

// placing are prepositions that no subject begins with, as "over 700 people" does.
var placing = []string{"for", "from", "by", "to", "with", "in", "on", "at", "of"}

// isMisplaced tells a subject that a preposition opens, which is none.
func (s *sentence) isMisplaced(i int) bool {
	return slices.ContainsFunc(s.children(i, "case"), func(c int) bool {
		return c < i && slices.Contains(placing, s.form(c))
	})
}

// ownSubject is the subject that a predicate governs; of two the inner one ("what he said is, he
// left").
func (s *sentence) ownSubject(i int) int {
	outer := none
	for _, c := range s.children(i, "nsubj", "csubj") {
		if !s.bears(c, "nsubj:outer") && !s.bears(c, "csubj:outer") {
			return c
		}
		outer = c
	}
	return outer
}

// speakerOf is who says a clause that leaves out its "I": “Had a good talk with her,” he wrote.
func (s *sentence) speakerOf(i int) []Phrase {
	for _, y := range s.sayings {
		if y.content == i && y.source.Head != none {
			return []Phrase{y.source}
		}
	}
	return nil
}

// controllers are who does what an open complement says: the object of the outer verb if it
// has one, else its subject.
func (s *sentence) controllers(outer int) []Phrase {
	if !s.isObjectControl(outer) {
		return s.subjects(outer)
	}
	if object := s.child(outer, "obj", "iobj"); object != none && !s.isSubjectControl(outer) {
		return s.participants(object, subjectWords)
	}
	return s.subjects(outer)
}

//go:embed words/control.txt
var controlText string

// objectControl holds the verbs whose object does what the infinitive says.
var objectControl = func() map[string]bool {
	all := map[string]bool{}
	for _, f := range lines(controlText) {
		all[f[0]] = true
	}
	return all
}()

// isObjectControl tells those verbs; after others an infinitive says what for.
func (s *sentence) isObjectControl(i int) bool {
	return objectControl[s.lemma(i)] || s.upos(i) != "VERB"
}

// adjunctSubjects are the understood subjects of an adverbial clause without one of its own:
// "he left, slamming the door"; after "as" it is the object ("quoted her as saying").
func (s *sentence) adjunctSubjects(i int) []Phrase {
	above := s.above(i)
	if s.upos(above) == "ADJ" && !s.has(above, "cop") {
		return nil
	}
	if slices.Contains(participlePrepositions, s.form(i)) && s.form(i) != "given" || s.isInfinitive(i) && s.isGivenFor(above) || s.isUpshot(i) {
		return nil
	}
	if mark := s.child(i, "mark"); mark != none {
		switch s.form(mark) {
		case "by":
			if s.isPassiveForm(above) {
				return nil
			}
		case "with":
			if object := s.child(above, "obj", "nsubj:pass"); object != none && s.isAccused(i) {
				return s.participants(object, subjectWords)
			}
		case "as", "of", "for", "from", "into":
			if s.isMerged(above) {
				return nil
			}
			if object := s.child(above, "obj", "iobj", "nsubj:pass"); object != none && s.isGerund(i) {
				if s.form(mark) == "for" && money[s.form(object)] {
					return nil
				}
				return s.participants(object, subjectWords)
			}
			if s.form(mark) == "as" {
				return nil
			}
		case "than":
			return nil
		case "if", "unless":
			if (s.isPassiveForm(i) || s.tag(i) == "VBD" || s.tag(i) == "VBN") && !s.has(i, "obl") {
				return nil
			}
		}
	}
	return s.subjects(above)
}

// antecedent is the noun that a participle or relative clause without a subject modifies. Who
// does what an infinitive says is not in the noun: see nominal.go.
func (s *sentence) antecedent(i int) []Phrase {
	if s.isInfinitive(i) && s.isPassiveForm(i) && s.isNominal(s.above(i)) {
		return []Phrase{s.nominal(s.above(i), subjectWords)}
	}
	if s.isInfinitive(i) || s.has(i, "mark") || !s.isNominal(s.above(i)) || s.isCircumstance(s.above(i)) && !s.isPassiveForm(i) || s.negates(s.above(i)) || strings.HasPrefix(s.form(s.above(i)), "any") {
		return nil
	}
	if s.bears(i, "acl:relcl") && s.relativePronoun(i) != none && s.relativePronoun(i) < i {
		return nil
	}
	if tag := s.tag(i); !s.has(i, "cop") && tag != "VBG" && tag != "VBN" && tag != "VBD" {
		return nil
	}
	if doer := s.doer(i); doer != none {
		return s.participants(doer, subjectWords)
	}
	return []Phrase{s.nominal(s.above(i), subjectWords)}
}

// participants are the phrases that i and its conjuncts name; nothing where one stays
// unresolved.
func (s *sentence) participants(i, max int) []Phrase {
	if other := s.child(i, "conj"); s.upos(i) == "NUM" && s.upos(other) == "NUM" && s.form(s.child(other, "cc")) == "or" {
		return []Phrase{s.phrase(i, s.fill(append(s.nominalWords(i), s.nominalWords(other)...)))}
	}
	if end := s.inseparable(i); end != none {
		return []Phrase{s.phrase(i, s.fill(append(s.nominalWords(i), s.subtree(end, s.isAside)...)))}
	}
	if s.is(i, "csubj") {
		if p, ok := s.participant(i, max); ok {
			return []Phrase{p}
		}
		return nil
	}
	var all []Phrase
	for _, j := range s.conjuncts(i) {
		if j != i && (s.upos(j) == "VERB" && s.isNominal(i) || s.isExcluded(j) || s.hasOtherRole(j, i)) {
			continue
		}
		if p, ok := s.participant(j, max); ok {
			all = append(all, p)
		}
	}
	return all
}

// inseparable is the conjunct without which a phrase is cut: "name" of "the boy's name and age", whose owner it shares, and
// "two" of "all but two"; none elsewhere.
func (s *sentence) inseparable(i int) int {
	conjuncts := s.children(i, "conj")
	if len(conjuncts) != 1 || s.has(conjuncts[0], "conj") {
		return none
	}
	j := conjuncts[0]
	if s.form(s.child(j, "cc")) == "/" {
		return j
	}
	if s.form(s.child(j, "cc")) == "but" && slices.Contains([]string{"all", "everyone", "everybody", "everything", "none", "nobody"}, s.form(i)) {
		return j
	}
	owned := s.has(i, "nmod:poss") && s.upos(i) == "NOUN" && s.upos(j) == "NOUN" && s.form(s.child(j, "cc")) == "and"
	if owned && s.leftmost(j) == s.child(j, "cc") && s.child(j, "cc") == j-1 && len(s.dependents(j)) == 1 && s.rightmostBefore(i, j-1) == j-2 {
		return j
	}
	return none
}

// hasOtherRole tells the conjunct of "by the navy and then toward Peru", whose preposition is another.
func (s *sentence) hasOtherRole(j, i int) bool {
	return s.has(j, "case") && s.has(i, "case") && s.child(j, "case") < j && s.role(j) != s.role(i)
}

func (s *sentence) participant(i, max int) (Phrase, bool) {
	switch {
	case s.noneOf(i) != none:
		return s.participant(s.noneOf(i), max)
	case s.isNoOne(i):
		return s.noOne(i), true
	case s.isRelative(i):
		return s.relativeAntecedent(i, max)
	case s.headsFreeRelative(i):
		return s.freeRelative(i), true
	case s.isInterrogative(i) || s.form(i) == "that" && s.tag(i) == "WDT" || s.isNoOne(i) || s.isPartOfRelative(i):
		return Phrase{}, false
	case s.is(i, "csubj") && s.has(i, "mark"):
		return s.marked(i), true
	case s.isPredicate(i) || s.is(i, "csubj"):
		return s.clausal(i), true
	}
	p := s.nominal(s.named(i), max)
	return p, strings.IndexFunc(p.Text, isLetterOrDigit) >= 0 && s.form(p.Words[len(p.Words)-1]) != "than"
}

// marked is a clause as a subject, with the words that open it: "to win", "that they won", "for them
// to win".
func (s *sentence) marked(i int) Phrase {
	p := s.clausal(i)
	start := p.Words[0]
	for slices.Contains(s.dependents(i), start-1) && s.is(start-1, "mark") {
		start--
	}
	p = s.phrase(i, s.fill(append([]int{start}, p.Words...)))
	p.Clause = true
	return p
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// named is the name that stands in apposition to a common noun and says who that is: "a
// Scientology attorney, Kendrick Moxon"; else i itself.
func (s *sentence) named(i int) int {
	if s.isName(i) {
		return i
	}
	for _, a := range s.children(i, "appos") {
		if s.isName(a) && a > i && (s.isRoleNoun(i) || s.upos(i) == "NOUN" && s.leftmost(a) <= i+3) {
			return a
		}
	}
	return i
}

// headsFreeRelative tells the "what" of "what the flag should mean".
func (s *sentence) headsFreeRelative(i int) bool {
	return slices.Contains([]string{"what", "how", "why", "where", "when", "who", "whatever", "whoever"}, s.form(i)) && s.has(i, "acl:relcl", "advcl:relcl")
}

// freeRelative is "what the flag should mean", cut where it grows too long.
func (s *sentence) freeRelative(i int) Phrase {
	words := s.fill(append([]int{i}, s.subtree(s.child(i, "acl:relcl", "advcl:relcl"), nil)...))
	p := s.phrase(i, words[:min(len(words), objectWords)])
	p.Clause = true
	return p
}

// isInterrogative tells a question word that names nothing.
func (s *sentence) isInterrogative(i int) bool {
	if s.upos(i) == "PROPN" {
		return false
	}
	switch s.form(i) {
	case "who", "whom", "what", "which", "whoever", "whatever", "whichever", "how", "why":
		return true
	}
	return false
}

// isExpletive tells a subject that refers to nothing: "there", and "it" where a clause follows.
func (s *sentence) isExpletive(i int) bool {
	if s.is(i, "expl") || s.form(i) == "there" {
		return true
	}
	if s.form(i) != "it" {
		return false
	}
	predicate := s.above(i)
	if s.has(predicate, "csubj") || s.isHanging(predicate) || s.isPassiveForm(predicate) && s.has(predicate, "ccomp") {
		return true
	}
	if s.isMerged(predicate) {
		return false
	}
	return s.has(predicate, "cop") && s.has(predicate, "ccomp", "xcomp", "advcl:relcl", "acl", "advcl")
}

// isGivenFor tells a verb with who gets something beside what, after which an infinitive says what the one who gets it is
// to do: "gave her a week to pay".
func (s *sentence) isGivenFor(verb int) bool {
	return giving[s.lemma(verb)] && (s.has(verb, "iobj") || s.isPassiveForm(verb) || len(s.children(verb, "obj")) > 1)
}

// isPartOfRelative tells "some of whom", which names nobody out of its sentence.
func (s *sentence) isPartOfRelative(i int) bool {
	return slices.ContainsFunc(s.children(i, "nmod"), func(m int) bool { return s.form(m) == "whom" || s.form(m) == "which" })
}

// isUpshot tells "ending the siege" of "The last were freed, ending the siege", which not those who were freed did, but that they
// were.
func (s *sentence) isUpshot(i int) bool {
	return s.isTrailing(i) && s.has(s.above(i), "aux:pass") && slices.Contains(upshots, s.lemma(i))
}

// upshots are verbs of what comes of an event.
var upshots = []string{"end", "cause", "leave", "raise", "prompt", "spark", "trigger", "bring", "force", "lead", "result", "mean", "fuel", "provoke", "draw"}

package claim

import (
	_ "embed"
	"slices"

	"sayso/extract/document"
)

// saying is one act of attribution: a source, its cue and the content (PARC 3.0).
type saying struct {
	tree    int
	cue     int // the word that heads the cue; none where nobody says it
	text    string
	source  Phrase
	content int   // head of the content's clause; none where only quotations hold it
	words   []int // of the content
	aside   bool  // the cue stands inside its content: "He, she said, left"
	spans   []document.Span
}

// isUnnamed tells what nobody in particular says.
func (y *saying) isUnnamed() bool { return y.source.Head == none }

// covers tells whether a word of the sentence with this span belongs to the content.
func (y *saying) covers(s *sentence, i int) bool {
	return slices.Contains(y.words, i)
}

func (y *saying) quotes(w document.Span) bool {
	return slices.ContainsFunc(y.spans, func(q document.Span) bool { return q.Start <= w.Start && w.End <= q.End })
}

// findSayings are the attributions that one sentence states.
func (s *sentence) findSayings() []saying {
	all := s.headlineSaying()
	for i := range s.words {
		switch {
		case s.isCue(i):
			all = append(all, s.sayingsBy(i)...)
		case attitudes[s.form(i)] && s.has(i, "ccomp") && s.has(i, "cop", "aux:pass"):
			all = append(all, s.attitude(i)...)
		case s.isPutSo(i):
			all = append(all, s.putSo(i)...)
		case s.isAccording(i):
			all = append(all, s.according(i)...)
		case s.isViewpoint(i):
			all = append(all, s.viewed(i)...)
		case s.isStatementNoun(i):
			all = append(all, s.statement(i)...)
		case s.isTriedFor(i):
			all = append(all, s.accusation(i))
		case hearsay[s.form(i)] && s.is(i, "advmod"):
			all = append(all, s.rumoured(i))
		}
	}
	return all
}

// sayingsBy is what the verb i makes its source say; nothing where it governs no clause.
func (s *sentence) sayingsBy(i int) []saying {
	first, aside := s.contentOf(i)
	if first == none {
		return nil
	}
	source, ok := s.sourceOf(i)
	if !ok {
		return nil
	}
	contents := []int{first}
	for _, c := range s.children(i, "ccomp") {
		if c != first && !s.within(first, c) {
			contents = append(contents, c)
		}
	}
	var all []saying
	for _, c := range contents {
		all = append(all, saying{tree: s.index, cue: i, text: s.words[i].Text, source: source, content: c, words: s.contentWords(c, i), aside: aside})
	}
	return all
}

// contentOf finds the clause said: the verb's clausal complement, or the clause that it
// stands beside as a parenthesis.
func (s *sentence) contentOf(i int) (content int, aside bool) {
	if c := s.child(i, "ccomp"); c != none {
		return s.partAround(i, c), false
	}
	if c := s.reportedComplement(i); c != none {
		return c, false
	}
	if c := s.child(i, "csubj"); c > i && s.isPassiveForm(i) && s.has(i, "expl", "nsubj:pass") {
		return c, false
	}
	above := s.above(i)
	if above < 0 {
		return s.spokenAfter(i), false
	}
	if s.is(i, "parataxis") && s.isPredicate(above) && s.has(i, "nsubj") && !s.hasOwnContent(i) && !s.isOwnClause(i) {
		return s.partAround(i, above), true
	}
	if mark := s.child(i, "mark", "advmod"); s.is(i, "advcl") && mark != none && s.form(mark) == "as" && !s.has(i, "xcomp") && (!s.has(i, "obj") || s.hasAddressee(i)) && s.tag(i) != "VBG" && (s.has(i, "nsubj") && !s.isSeenAs(i) || s.agentOf(i) != none) {
		return above, true
	}
	return s.spokenAfter(i), false
}

// isOwnClause tells "none has been charged" after a semicolon, which says nothing of the clause before.
func (s *sentence) isOwnClause(i int) bool {
	return s.isPassiveForm(i) && s.form(s.ownSubject(i)) != "it" || s.form(s.leftmost(i)-1) == ";"
}

// partAround is the part of a sentence that a parenthesis of saying belongs to: after a colon, what follows the colon.
func (s *sentence) partAround(i, above int) int {
	for _, c := range s.children(above, "parataxis") {
		if mark := s.form(s.leftmost(c) - 1); c > above && c < i && (mark == ":" || mark == ";") && s.isPredicate(c) && s.has(c, "nsubj", "csubj", "expl") {
			return c
		}
	}
	return above
}

// isSeenAs tells "as the pause was seen as a threat", which says something of its own.
func (s *sentence) isSeenAs(i int) bool {
	subject := s.child(i, "nsubj")
	return s.isPassiveForm(i) && subject != none && s.form(subject) != "it"
}

// hasOwnContent tells a verb of saying that has its content below it.
func (s *sentence) hasOwnContent(i int) bool {
	return s.has(i, "ccomp", "xcomp") || s.has(i, "obj") && s.lemma(i) != "tell" || s.quotesAs(i)
}

// reportedComplement is content in other dress: "denied taking it", "accused her of lying",
// "is said to have left", "quoted him as saying".
func (s *sentence) reportedComplement(i int) int {
	accuses := slices.Contains(accusing, s.lemma(i))
	for _, c := range s.children(i, "xcomp", "advcl") {
		if s.isProfessed(c) {
			return c
		}
	}
	if s.isWeakCue(i) && !accuses {
		return none
	}
	for _, c := range s.dependents(i) {
		mark := s.child(c, "mark", "case")
		switch {
		case accuses && s.is(c, "advcl", "xcomp") && s.isGerund(c) && slices.Contains([]string{"of", "with", "for"}, s.form(mark)):
			return c
		case s.bears(c, "xcomp") && s.isPredicate(c) && s.tag(c) == "VBG" && s.lemma(i) != "continue" && s.lemma(c) != "use":
			return c
		case s.bears(c, "xcomp") && s.isPassiveForm(i) && s.isInfinitive(c) && slices.Contains(raising, s.lemma(i)):
			return c
		case s.is(c, "advcl", "xcomp", "obl") && mark != none && s.form(mark) == "of" && s.tag(c) == "VBG":
			return c
		case s.is(c, "advcl", "xcomp", "obl") && mark != none && s.form(mark) == "as" && s.tag(c) == "VBG" && s.isCue(c):
			return c
		}
	}
	return none
}

// raising are verbs of saying whose passive is followed by what is said: "is said to have left".
var raising = []string{
	"say", "believe", "think", "report", "allege", "know", "fear", "rumour", "rumor", "presume", "suspect", "assume", "claim",
	"estimate", "understand", "consider", "deem", "repute", "feel", "find",
}

// accusing are verbs of saying that somebody has done what is bad.
var accusing = []string{"accuse", "charge", "suspect", "blame"}

// clearing are verbs of saying that somebody has not done it.
var clearing = []string{"clear", "acquit", "absolve", "exonerate"}

// isAccused tells the deed that one is accused or cleared of.
func (s *sentence) isAccused(i int) bool {
	above := s.above(i)
	cleared := slices.Contains(clearing, s.lemma(above))
	return s.is(i, "advcl", "xcomp") && s.isGerund(i) && s.has(i, "mark", "case") && (cleared || slices.Contains(accusing, s.lemma(above)))
}

// spokenAfter is a clause set beside a verb of saying after a colon or in quotation marks.
func (s *sentence) spokenAfter(i int) int {
	for _, c := range s.children(i, "parataxis") {
		if s.isPredicate(c) && !s.isCue(c) && s.introduces(i, c) {
			return c
		}
	}
	return none
}

func (s *sentence) introduces(i, c int) bool {
	for j := min(i, c); j < max(i, c); j++ {
		switch s.words[j].Text {
		case ":", "“", "\"", "”", "``", "''":
			return true
		}
	}
	return false
}

// sourceOf is who says it: the subject, the agent of a passive, or nobody named.
func (s *sentence) sourceOf(i int) (Phrase, bool) {
	if s.isPassiveForm(i) {
		for _, o := range s.children(i, "obl") {
			if s.role(o) == "by" && s.isNominal(o) {
				return s.participant(o, subjectWords)
			}
		}
		return s.unnamed(), true
	}
	subjects := s.subjects(i)
	if s.isHeldByFew(i) {
		return s.unnamed(), true
	}
	if len(subjects) == 0 {
		return Phrase{}, false
	}
	if subject := s.ownSubject(i); subject != none && (s.isNobody(subject) || s.negates(subject)) {
		return s.unnamed(), true
	}
	return s.together(i, subjects), true
}

// together is a source of several conjuncts as one phrase: "the school and the police".
func (s *sentence) together(i int, subjects []Phrase) Phrase {
	p := subjects[0]
	if len(subjects) == 1 || subjects[len(subjects)-1].Tree != p.Tree {
		return p
	}
	words := append([]int{p.Words[0]}, subjects[len(subjects)-1].Words...)
	if whole := s.fill(words); len(whole) <= subjectWords {
		return s.phrase(p.Head, whole)
	}
	return p
}

// unnamed is the source of what is said by nobody in particular.
func (s *sentence) unnamed() Phrase {
	return Phrase{Tree: s.index, Head: none, Text: "unnamed"}
}

// contentWords are the words below the content's clause, without the saying itself.
func (s *sentence) contentWords(content, cue int) []int {
	return s.subtree(content, func(i int) bool {
		return i == cue || s.followsQuotation(i, content) || s.above(i) == content && s.above(cue) == content && s.isCue(i) && s.bears(i, "parataxis")
	})
}

func (s *sentence) isAccording(i int) bool {
	return s.form(i) == "according" && s.is(i, "case", "advcl", "obl", "mark", "advmod")
}

// according reads "according to X".
func (s *sentence) according(i int) []saying {
	source := s.above(i)
	if !s.is(i, "case", "mark") {
		source = s.child(i, "obl")
	}
	if source == none || s.above(source) < 0 || !s.isNominal(source) {
		return nil
	}
	top := source
	if !s.is(i, "case", "mark") {
		top = i
	}
	content := s.above(top)
	for s.isComma(s.leftmost(top)-1) && s.bears(content, "conj") && !s.has(content, "nsubj") && s.above(content) >= 0 {
		content = s.above(content) // "hit a market and killed two, according to a doctor"
	}
	if content < 0 {
		return nil
	}
	return []saying{{
		tree: s.index, cue: i, text: s.words[i].Text + " to", source: s.nominal(source, subjectWords), content: content,
		words: s.contentWords(content, top), aside: true,
	}}
}

// statement reads "the claim by X that …", "fears that …": content on a noun.
func (s *sentence) statement(i int) []saying {
	below := slices.Clone(s.dependents(i))
	for _, m := range s.children(i, "nmod") {
		below = append(below, s.dependents(m)...)
	}
	for _, c := range below {
		if n, ok := s.nounOfContent(c); c < i || !ok || n != i || s.isBeyondDoubt(i) {
			continue
		}
		source, ok := s.holder(i)
		if !ok {
			source = s.unnamed()
		}
		return []saying{{tree: s.index, cue: i, text: s.words[i].Text, source: source, content: c, words: s.contentWords(c, i)}}
	}
	return nil
}

// attitude reads "associations are concerned the government will modify the law".
func (s *sentence) attitude(i int) []saying {
	subjects := s.subjects(i)
	if len(subjects) == 0 {
		return nil
	}
	content := s.child(i, "ccomp")
	return []saying{{tree: s.index, cue: i, text: s.words[i].Text, source: s.together(i, subjects), content: content, words: s.contentWords(content, i)}}
}

// isPutSo tells the verb of "as the study puts it".
func (s *sentence) isPutSo(i int) bool {
	return s.lemma(i) == "put" && s.bears(i, "advcl") && s.form(s.child(i, "mark", "advmod")) == "as" && s.form(s.child(i, "obj")) == "it" && s.isPredicate(s.above(i))
}

func (s *sentence) putSo(i int) []saying {
	source, ok := s.sourceOf(i)
	if !ok {
		return nil
	}
	content := s.above(i)
	return []saying{{tree: s.index, cue: i, text: s.words[i].Text, source: source, content: content, words: s.contentWords(content, i), aside: true}}
}

func (s *sentence) rumoured(i int) saying {
	content := s.above(i)
	return saying{tree: s.index, cue: i, text: s.words[i].Text, source: s.unnamed(), content: content, words: s.contentWords(content, i)}
}

// content is the clause that the verb i makes its source say, or none.
func (s *sentence) content(i int) int {
	for _, y := range s.sayings {
		if y.cue == i && s.isCue(i) {
			return y.content
		}
	}
	return none
}

// isHeldByFew tells "few believe", which doubts what follows.
func (s *sentence) isHeldByFew(i int) bool {
	return slices.ContainsFunc(s.children(i, "nsubj", "advmod"), func(c int) bool {
		return c < i && (s.form(c) == "few" || slices.ContainsFunc(s.dependents(c), func(d int) bool { return s.form(d) == "few" && s.form(d-1) != "a" }))
	})
}

//go:embed words/viewpoints.txt
var viewpointsText string

// viewpoints holds preposition and noun of phrases like "in the view of".
var viewpoints = wordPairs(viewpointsText)

// isViewpoint tells the noun of "in the words of the mayor" and "by his own account".
func (s *sentence) isViewpoint(i int) bool {
	return s.upos(i) == "NOUN" && s.bears(i, "obl") && viewpoints[s.role(i)+" "+s.form(i)] && s.above(i) >= 0
}

// viewed is the attribution that such a phrase makes to whom it names.
func (s *sentence) viewed(i int) []saying {
	holder := s.child(i, "nmod:poss")
	if holder == none {
		holder = s.modifier(i, "of")
	}
	content := s.above(i)
	if holder == none || s.isCue(content) {
		return nil
	}
	source, ok := s.participant(holder, subjectWords)
	if !ok {
		return nil
	}
	return []saying{{tree: s.index, cue: i, text: s.words[i].Text, source: source, content: content, words: s.contentWords(content, i), aside: true}}
}

// isTriedFor tells what somebody is wanted, held or tried for, of which others accuse him.
func (s *sentence) isTriedFor(i int) bool {
	verb := s.above(i)
	if s.tag(i) != "VBG" || !s.is(i, "advcl", "acl") || s.form(s.child(i, "mark", "case")) != "for" {
		return false
	}
	onTrial := s.lemma(s.child(verb, "obl", "obj")) == "trial" || s.lemma(verb) == "trial"
	return onTrial || s.isPassiveForm(verb) && slices.Contains([]string{"want", "try", "arrest", "detain", "hold", "prosecute", "indict", "investigate", "sue"}, s.lemma(verb))
}

// accusation is the attribution of a deed that somebody is tried for, to nobody named.
func (s *sentence) accusation(i int) saying {
	return saying{tree: s.index, cue: s.above(i), text: s.words[s.above(i)].Text, source: s.unnamed(), content: i, words: s.contentWords(i, s.above(i))}
}

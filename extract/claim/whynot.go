package claim

import (
	"fmt"
	"strings"

	"sayso/extract/document"
	"sayso/extract/parse"
)

// WhyNot tells why the tree of a sentence gives no claim.
func WhyNot(d *document.Document, index int, t parse.Tree) string {
	s := newSentence(d, index, t)
	switch {
	case len(s.words) > longestSentence:
		return fmt.Sprintf("it has %d words: what is longer than %d is a table or a list", len(s.words), longestSentence)
	case s.isTitleCase():
		return "it is a headline Whose Capitals Do Not Mark Names"
	case strings.HasSuffix(strings.TrimRight(d.Text[t.Sentence.Start:t.Sentence.End], ` "”’'`), "?"):
		return "it asks, and claims nothing"
	}
	clauses := s.clauses()
	if len(clauses) == 0 {
		return s.withoutPredicate() + noPhrase
	}
	for _, c := range clauses {
		if len(c.subjects) > 0 || c.agent() != none {
			rule, wants := c.rule()
			return fmt.Sprintf("of %q, with the subject %q, the rule %q makes no claim: it wants %s%s", s.word(c.head).Text, subjectOf(c), rule, wants, noPhrase)
		}
	}
	rule, _ := clauses[0].rule()
	return fmt.Sprintf("the rule %q wants a subject, and %q has none that names something%s", rule, s.word(clauses[0].head).Text, noPhrase)
}

// noPhrase is what the rules look for that need no clause.
const noPhrase = "; nor is there an office before a name (title), a name with a noun beside it (apposition), a noun of an event with who did it (nominal), " +
	"a second name in brackets (alias), or a clause that leaves its verb out (gapped)"

// rule is the one that [Find] has read a clause, and what it wants beside a subject.
func (c clause) rule() (name, wants string) {
	switch {
	case c.isExistential():
		return "existential", "more of what there is than that it is there"
	case c.isCopular():
		return "copula", "a noun, a quality or a clause that the subject is said to be"
	case c.isReciprocal():
		return "reciprocal", "two who do it to one another"
	case c.isPassive():
		return "passive", "a subject that names something, or who did it"
	}
	return "active", "an object, a clause as content, a complement or a preposition that completes the verb, or else a verb that takes none and says something alone"
}

func subjectOf(c clause) string {
	if len(c.subjects) == 0 {
		return c.word(c.agent()).Text
	}
	return c.subjects[0].Text
}

func (s *sentence) withoutPredicate() string {
	for i := range s.words {
		if s.isPredicate(i) && s.isUnreal(i) {
			return fmt.Sprintf("%q is said not to be so by the noun above it", s.word(i).Text)
		}
		if s.upos(i) == "VERB" {
			return fmt.Sprintf("%q is the only verb, and the tree has it state nothing", s.word(i).Text)
		}
	}
	for i := range s.words {
		if s.above(i) == parse.Root {
			return fmt.Sprintf("it has no verb: its head is %q, tagged %s", s.word(i).Text, s.upos(i))
		}
	}
	return "it has no verb"
}

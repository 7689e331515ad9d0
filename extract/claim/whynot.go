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
		return s.withoutPredicate()
	}
	for _, c := range clauses {
		if len(c.subjects) > 0 || c.agent() != none {
			return fmt.Sprintf("of %q, with the subject %q, no rule makes a claim", s.word(c.head).Text, subjectOf(c))
		}
	}
	return fmt.Sprintf("the verb %q has no subject that names something", s.word(clauses[0].head).Text)
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

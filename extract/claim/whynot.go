package claim

import (
	"fmt"
	"slices"
	"strings"

	"sayso/extract/document"
	"sayso/extract/parse"
)

// Miss is why words give no claim.
type Miss struct {
	Of  string // “rains”, the word of a clause that states something, after " of "; empty: the whole sentence
	Why string
}

// WhyNot tells why the tree of a sentence, or some clauses of it, give no claim; stands reports whether a claim with
// this quote has become one of the article.
func WhyNot(d *document.Document, index int, t parse.Tree, stands func(quote document.Span) bool) []Miss {
	s := newSentence(d, index, t)
	claims := s.claims()
	switch {
	case len(t.Words) > longestSentence:
		return []Miss{{Why: fmt.Sprintf("it has %d words: what is longer than %d is a table or a list", len(t.Words), longestSentence)}}
	case s.isTitleCase():
		return []Miss{{Why: "it is a headline Whose Capitals Do Not Mark Names"}}
	case len(s.words) == 0:
		return []Miss{{Why: "the parser made no tree of it"}}
	case len(claims) == 0 && strings.HasSuffix(strings.TrimRight(d.Text[t.Sentence.Start:t.Sentence.End], ` "”’'`), "?"):
		return []Miss{{Why: "it asks, and claims nothing"}}
	}
	told := slices.ContainsFunc(claims, func(c Claim) bool { return stands(c.Quote) })
	var all []Miss
	for _, c := range s.clauses() {
		if why := c.whyNot(stands); why != "" {
			all = append(all, s.miss(c.head, why))
		}
	}
	if !told {
		all = append(all, s.passedOver()...)
	}
	if len(all) == 0 && !told {
		all = []Miss{{Why: s.withoutVerb()}}
	}
	return all
}

// whyNot is the condition that a clause fails; empty where it gives a claim.
func (c clause) whyNot(stands func(document.Span) bool) string {
	claims := c.claims()
	for _, found := range claims {
		if stands(found.Quote) {
			return ""
		}
	}
	switch {
	case len(claims) > 0:
		return c.nobodyKnown(claims)
	case c.isExistential():
		return "that there is such a thing says nothing alone: it wants to be told of which kind it is, how many, where or when"
	case len(c.subjects) == 0 && c.agent() == none:
		return c.withoutSubject()
	case c.isAimless():
		return "it says what something is for, not that anybody does it"
	case c.isCopular():
		return c.nothingIs()
	}
	return c.nothingDone()
}

func (s *sentence) miss(i int, why string) Miss { return Miss{Of: " of " + s.mark(i), Why: why} }

// mark is a word as messages show it.
func (s *sentence) mark(i int) string { return "“" + s.word(i).Text + "”" }

// nobodyKnown tells of claims whose subject stands for nothing; those that are left out since they say the same as others
// need no word.
func (c clause) nobodyKnown(claims []Claim) string {
	for _, found := range claims {
		if p := found.Subject; c.upos(p.Head) == "PRON" {
			return fmt.Sprintf("its subject “%s” is a pronoun, and it is not known for whom or what it stands", p.Text)
		}
	}
	return ""
}

func (c clause) withoutSubject() string {
	own := c.ownSubject(c.head)
	if own == none {
		own = c.child(c.head, "expl")
	}
	switch {
	case own != none && c.isExpletive(own):
		return fmt.Sprintf("its subject %s stands for nothing", c.mark(own))
	case own != none:
		return fmt.Sprintf("its subject %s names nobody and nothing", c.mark(own))
	case c.isInfinitive(c.head):
		return "it has no subject: nobody is said to do it"
	case c.tag(c.head) == "VB" && c.is(c.first(c.head), "root", "parataxis"):
		return "it has no subject: it asks somebody to do it"
	case c.bears(c.head, "conj"):
		return fmt.Sprintf("it has no subject, and %s has none that it could share", c.mark(c.above(c.head)))
	case c.tag(c.head) == "VBG":
		return "it has no subject: it names what is done, not who does it"
	case c.isFinite(c.head):
		return "the parser found no subject for it, so that the sentence may be misread"
	}
	return "it has no subject"
}

// nothingIs tells why a copula says nothing.
func (c clause) nothingIs() string {
	switch {
	case c.isNeverSo():
		return fmt.Sprintf("%s compares here, and denies nothing", c.mark(c.child(c.head, "advmod")))
	case c.upos(c.head) == "ADV":
		return "it is no quality: what stands behind it was cut off"
	case c.preposition(c.head) == "than":
		return "after “than” it only compares"
	case c.isInterrogative(c.head):
		return "it asks what the subject is"
	}
	return "it names nothing that the subject is said to be"
}

// nothingDone tells why a verb says nothing.
func (c clause) nothingDone() string {
	object := c.child(c.head, "obj")
	switch {
	case c.isCausative(c.head):
		return fmt.Sprintf("it only says that somebody had it done: see %s", c.mark(c.child(c.head, "xcomp")))
	case c.lacksObject():
		return "what it was done to is only asked for"
	case object != none && len(c.objects()) == 0:
		return fmt.Sprintf("its object %s names nothing", c.mark(object))
	case c.isPassing():
		return fmt.Sprintf("%s makes it only the moment, the place or the measure of %s", c.mark(c.openerOf(c.first(c.verbs[0]))), c.mark(c.above(c.first(c.verbs[0]))))
	case c.isBareReduced():
		return fmt.Sprintf("it only says which %s", c.mark(c.above(c.verbs[0])))
	}
	return "alone the verb says next to nothing of its subject: it wants an object, a clause, or words that go with it"
}

// openerOf is the word that opens a clause.
func (s *sentence) openerOf(i int) int {
	for _, m := range s.children(i, "mark", "advmod") {
		if m < i {
			return m
		}
	}
	return none
}

// passedOver tells of the verbs that are no clauses.
func (s *sentence) passedOver() (all []Miss) {
	for i := range s.words {
		above := s.above(s.first(i))
		switch {
		case !s.isPredicate(i):
		case s.isUnreal(i):
			all = append(all, s.miss(i, fmt.Sprintf("it is not said to be so, by the %s above it", s.mark(above))))
		case s.isTalkedAbout(i):
			all = append(all, s.miss(i, fmt.Sprintf("after %s %s nobody is said to have done it", s.mark(above), s.mark(s.opener(i)))))
		case s.isLoose(i), s.isNoPredication(i):
			all = append(all, s.miss(i, "it stands where no grammar allows it, so that the sentence may be misread"))
		}
	}
	return all
}

// withoutVerb tells of a sentence that has no clause.
func (s *sentence) withoutVerb() string {
	for i := range s.words {
		if s.upos(i) == "VERB" && s.tag(i) != "VBN" {
			return fmt.Sprintf("%s is its only verb, and states nothing where it stands", s.mark(i))
		}
	}
	for i := range s.words {
		if s.above(i) == parse.Root {
			if s.upos(i) == "AUX" {
				return fmt.Sprintf("%s stands for a verb that is not said", s.mark(i))
			}
			return fmt.Sprintf("it has no verb, only what goes with %s; nor does it give somebody an office, a noun or a second name", s.mark(i))
		}
	}
	return "it has no verb"
}

// Package claim finds what a sentence claims, one linguistic phenomenon a file.
//
// [Find] copies each tree, mends what parsers are known to get wrong in news (repair*.go), and
// reads the copy in three steps. First who says what: sayings (saying.go) and the speakers of
// quotations (quotation.go). Then the clauses: a predicate with its verb group, subjects and
// arguments (clause.go, verbgroup.go, subject.go, argument.go), which the rules of active.go,
// passive.go, copula.go, existential.go and reciprocal.go turn into claims; titles, appositions,
// aliases, event nouns and intentions need no verb. Last, each claim is given its source
// (attribution.go), and a claim that somebody said something the claim that it was.
//
// What a relation is called says what the text commits to, so that an edge is true as it reads
// (predicate.go, frame.go, factuality.go, stance.go, conditional.go). Knowledge that is a list is a text file in words/.
package claim

import (
	"cmp"
	"slices"

	"sayso/extract/document"
	"sayso/extract/parse"
	"sayso/extract/timex"
	"sayso/graph"
)

// Claim is one statement as the trees hold it: its parts are words of trees, not yet entities.
type Claim struct {
	Tree        int // index of the tree whose clause states it
	Subject     Phrase
	Predicate   Predicate
	Object      *Phrase // nil: none
	Content     int     // index of the claim that is the object's clause; -1: none
	Arguments   []Argument
	Attribution *Attribution
	Polarity    graph.Polarity
	Modality    graph.Modality
	Time        *timex.Expression
	Quote       document.Span // the words of the article that it rests on
	Rule        string
	Confidence  float64
}

// Phrase is some words of one tree that name a participant.
type Phrase struct {
	Tree   int
	Head   int   // index of its head word
	Words  []int // indices of its words, ascending
	Span   document.Span
	Text   string // as the article writes it, without determiner-less clauses hanging on it
	Clause bool   // a clause, not a nominal
}

// Predicate is the relation as the text asserts it.
type Predicate struct {
	Name  string // did_not_sign, spoke_with, is
	Lemma string // sign, speak_with, be
	Head  int    // index of the word that states it
}

// Argument is a further phrase by its role.
type Argument struct {
	Role string // a preposition, "when", "to" …
	Phrase
}

// Attribution is a source with its cue: who says so, by which word.
type Attribution struct {
	Source Phrase
	Cue    string // "announced", "according to"
	Of     *Attribution
}

// Find returns what the sentences of a document claim, in the order of the text.
func Find(d *document.Document, trees []parse.Tree) []Claim {
	sentences := make([]*sentence, len(trees))
	for i, t := range trees {
		sentences[i] = newSentence(d, i, t)
	}
	var claims []Claim
	for _, s := range sentences {
		claims = append(claims, s.claims()...)
	}
	attribute(sentences, quotedSayings(d, sentences), claims)
	linkContents(sentences, claims)
	return claims
}

// longestSentence is beyond what people write as one: a list, a table or data, whose tree means nothing.
const longestSentence = 250

// claims are what one sentence states, in the order of the words that state it.
func (s *sentence) claims() []Claim {
	if s.isTitleCase() || len(s.words) > longestSentence {
		return nil
	}
	var all []Claim
	for _, c := range s.clauses() {
		all = append(all, c.claims()...)
	}
	all = append(all, s.titles()...)
	all = append(all, s.appositions()...)
	all = append(all, s.nominals()...)
	all = append(all, s.aliases()...)
	all = append(all, s.gapped()...)
	slices.SortStableFunc(all, func(a, b Claim) int { return cmp.Compare(a.Predicate.Head, b.Predicate.Head) })
	return all
}

func (c clause) claims() []Claim {
	switch {
	case c.isExistential():
		return c.existential()
	case len(c.subjects) == 0 && c.agent() == none, c.isAimless():
		return nil
	case c.isCopular():
		return c.copula()
	case c.isReciprocal():
		return c.reciprocal()
	case c.isPassive():
		return c.passive()
	}
	return c.active()
}

// linkContents points each claim that has a clause for its object at the claim that the
// clause makes.
func linkContents(sentences []*sentence, claims []Claim) {
	type place struct{ tree, word int }
	stated := map[place]int{}
	for i, c := range claims {
		if at := (place{c.Tree, c.Predicate.Head}); stated[at] == 0 {
			stated[at] = i + 1
		}
	}
	for i := range claims {
		c := &claims[i]
		if c.Object != nil && c.Object.Clause {
			c.Content = stated[place{c.Tree, sentences[c.Tree].innermost(c.Object.Head)}] - 1
		}
	}
}

// innermost is the head of the complex predicate that begins at a word.
func (s *sentence) innermost(i int) int {
	for _, x := range s.dependents(i) {
		if s.completes(x) {
			return s.innermost(x)
		}
	}
	return i
}

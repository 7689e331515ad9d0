// Package graph is what the graph says: claims, their evidence, and the vocabulary both are written in.
//
// A claim is what a text says; quads are how the graph holds it; evidence is why.
// [Article.Quads] and [Claims] turn one into the other and back without loss.
package graph

import (
	"encoding/json"
	"strings"
)

// Claim is one statement of one article: who did what to whom, when, and on whose say-so.
//
// Start and End count Unicode code points of the article's text, End exclusive, so that
// the text between them is Quote, letter for letter.
type Claim struct {
	ID          string       `json:"id"`       // c:ARTICLE/N, N from 1 in the order of the text
	Document    string       `json:"document"` // the article's ID
	Quote       string       `json:"quote"`
	Start       int          `json:"start"`
	End         int          `json:"end"`
	Sentence    string       `json:"sentence"`
	Subject     Node         `json:"subject"`
	Predicate   Predicate    `json:"predicate"`
	Object      *Node        `json:"object"` // nil: the claim has none ("the boat sank")
	Arguments   []Argument   `json:"arguments"`
	Attribution *Attribution `json:"attribution"` // nil: the article itself says so
	Polarity    Polarity     `json:"polarity"`
	Modality    Modality     `json:"modality"`
	Time        *Time        `json:"time"`
	Confidence  float64      `json:"confidence"` // 0 to 1, two decimals
	Rule        string       `json:"rule"`       // the name of the rule that found it
}

// MarshalJSON writes no arguments as [], never as null.
func (c Claim) MarshalJSON() ([]byte, error) {
	type plain Claim
	if c.Arguments == nil {
		c.Arguments = []Argument{}
	}
	return json.Marshal(plain(c))
}

// Node is what a claim's subject, object or source refers to: an entity (ID e:…),
// another claim (ID c:…, Type Claim), or a literal (no ID; Value is its typed value).
type Node struct {
	ID      Ref    `json:"id"`
	Name    string `json:"name"` // canonical name
	Type    Type   `json:"type,omitempty"`
	Mention string `json:"mention,omitempty"` // the words of the text
	Value   string `json:"value,omitempty"`   // of a Time (TIMEX3) or Quantity ("20000 USD")
}

// Ref is a short IRI such as e:Marco_Rubio; the empty Ref is null in JSON.
type Ref string

// MarshalJSON writes null for the empty Ref.
func (r Ref) MarshalJSON() ([]byte, error) {
	if r == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(r))
}

// Predicate names the relation as the text asserts it, so that the edge is true as it reads.
type Predicate struct {
	ID    Ref    `json:"id"`    // p:did_not_sign
	Name  string `json:"name"`  // did_not_sign
	Lemma string `json:"lemma"` // sign: without what polarity and modality say
}

// Argument is a further participant or circumstance, by its role: a preposition ("in",
// "with"), "when", "to" (a recipient), "as", "because" and the like.
type Argument struct {
	Role string `json:"role"`
	Text string `json:"text"`
	ID   Ref    `json:"id"` // of the entity it names, if it names one
}

// Attribution says who says so, and by which cue; Of is the source of the source.
type Attribution struct {
	Source Node         `json:"source"`
	Cue    string       `json:"cue"`
	Of     *Attribution `json:"attribution,omitempty"`
}

// Time is when the claim's event holds, as a TIMEX3 value.
type Time struct {
	Value     string `json:"value"`     // 2025-03-05, 2025-03, PT8H, 2025-03-01/2025-03-10; "" when it stays relative
	Precision string `json:"precision"` // day, month, year, part, unknown
	Text      string `json:"text"`
}

// IsDuration tells a time that says how long, and not when.
func (t Time) IsDuration() bool { return strings.HasPrefix(t.Value, "P") }

// Polarity tells whether the claim affirms or negates.
type Polarity string

const (
	Positive Polarity = "positive"
	Negative Polarity = "negative"
)

// Modality tells how the text commits to the claim.
type Modality string

const (
	Asserted    Modality = "asserted"
	Future      Modality = "future"
	Planned     Modality = "planned"
	Possible    Modality = "possible"
	Conditional Modality = "conditional"
	Obligatory  Modality = "obligatory"
	Questioned  Modality = "questioned"
)

// Type is what kind of thing a node is.
type Type string

const (
	Person       Type = "Person"
	Organization Type = "Organization"
	Place        Type = "Place"
	Event        Type = "Event"
	Work         Type = "Work"
	TimeValue    Type = "Time"
	Quantity     Type = "Quantity"
	Thing        Type = "Thing"
	ClaimNode    Type = "Claim"
)

package answer

import (
	"fmt"
	"strings"

	"sayso/graph"
)

// Pattern is what a question asks for: a claim, one part of which is unknown.
type Pattern struct {
	Form     Form
	Relation Relation
	Parts    []Part
	Slot     Slot
	Somebody string // the role that a person must have: "Was anyone hurt?"
	Voice    *Term  // who must say so; nil: anybody
	Modality graph.Modality
	Negative bool
	Past     bool       // it is asked what has been, and what is only to be is no answer
	Beside   []Relation // what the same answer must have done too: "Who built and designed …?"
	Also     bool       // read beside the pattern before it, not only where that one finds nothing
	Cue      string     // the verb of whoever is asked for as a voice
	Weight   float64    // below 1 for a reading that is not the plain one
}

// Form is what becomes of the claims that fit.
type Form string

const (
	Find    Form = "find"    // the slot of each is an answer
	Check   Form = "check"   // yes or no
	Report  Form = "report"  // the articles they stand in
	Connect Form = "connect" // what they say of two parts at once
)

// Relation is the verbs of a claim from the outermost to the one that carries the meaning; none: any relation.
type Relation struct {
	Verbs    []string // lemmas: intend, hold
	Particle string   // turn … around
}

func (r Relation) main() string {
	if len(r.Verbs) == 0 {
		return ""
	}
	return r.Verbs[len(r.Verbs)-1]
}

// Part is a participant or circumstance that the question names. A loose one need only stand in the sentence.
type Part struct {
	Role  string // one of the roles below, or a preposition; "" is any
	Term  Term
	Loose bool
}

// Slot is the unknown part.
type Slot struct {
	Role  string
	Wants Want
	Noun  *Term // "which country", "how many boats": what the value must be; nil: anything
}

// Roles that are no preposition.
const (
	subjectRole = "subject"
	objectRole  = "object"
	clauseRole  = "that"  // a clause as object
	voiceRole   = "voice" // who says so
	claimRole   = "claim" // what happened: the relation with its object
	whenRole    = "when"
	whereRole   = "where"
	whyRole     = "why"
	howRole     = "how"
)

// Want is the kind of value that fits a slot.
type Want string

const (
	Anyone   Want = "who"
	Anything Want = "what"
	Date     Want = "when"
	Duration Want = "how long"
	Location Want = "where"
	Reason   Want = "why"
	Manner   Want = "how"
	Number   Want = "how many"
	Amount   Want = "how much"
)

// String writes the pattern as one line: order(subject: ?who, object: the pause).
func (p Pattern) String() string {
	var parts []string
	if p.Form == Find {
		parts = append(parts, p.Slot.String())
	}
	for _, part := range p.Parts {
		parts = append(parts, part.String())
	}
	if p.Voice != nil {
		parts = append(parts, "voice: "+p.Voice.Text)
	}
	s := fmt.Sprintf("%s %s(%s)", p.Form, p.Relation, strings.Join(parts, ", "))
	if p.Modality != graph.Asserted {
		s += " " + string(p.Modality)
	}
	if p.Negative {
		s += " negative"
	}
	for _, r := range p.Beside {
		s += " and " + r.String()
	}
	return s
}

func (s Slot) String() string {
	text := s.Role + ": ?" + string(s.Wants)
	if s.Noun != nil {
		text += " " + s.Noun.Text
	}
	return text
}

func (p Part) String() string {
	text := p.Role + ": " + p.Term.Text
	if p.Loose {
		return "(" + text + ")"
	}
	return text
}

func (r Relation) String() string {
	verbs := r.Verbs
	if r.Particle != "" {
		verbs = append(verbs[:len(verbs):len(verbs)], r.Particle)
	}
	if len(verbs) == 0 {
		return "*"
	}
	return strings.Join(verbs, "_")
}

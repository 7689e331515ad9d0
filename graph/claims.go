package graph

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
)

// Claims is the inverse of [Article.Quads]: the claims that quads describe, by article and number.
// The quads may be of many articles, in any order, among others that describe no claims; a claim
// needs the descriptions of its entities and its relation, which stand in the same graph. With the error, which tells of
// claims that lack something, come those that are whole.
func Claims(quads []quad.Quad) ([]Claim, error) {
	d := describe(quads)
	var claims []Claim
	var broken []error
	for _, t := range d.having(RDFType, RDFStatement) {
		iri, ok := t.subject.(quad.IRI)
		if !ok || impliedBy(iri).Type != ClaimNode {
			continue
		}
		r := &reader{descriptions: d, label: t.label, claim: iri}
		c := r.read()
		if r.err != nil {
			broken = append(broken, fmt.Errorf("claim %s: %w", Short(iri), r.err))
			continue
		}
		claims = append(claims, c)
	}
	slices.SortFunc(claims, byNumber)
	return claims, errors.Join(broken...)
}

func byNumber(a, b Claim) int {
	return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(number(a), number(b)))
}

// number is N of c:ARTICLE/N, and 0 where there is none.
func number(c Claim) int {
	n, _ := strconv.Atoi(c.ID[strings.LastIndex(c.ID, "/")+1:])
	return n
}

// reader reads one claim, and keeps the first error.
type reader struct {
	descriptions
	label quad.Value
	claim quad.IRI
	err   error
}

func (r *reader) fail(text string) {
	if r.err == nil {
		r.err = errors.New(text)
	}
}

func (r *reader) read() Claim {
	selector := r.iri(r.claim, OAHasSelector)
	c := Claim{
		ID:          string(Short(r.claim)),
		Document:    strings.TrimPrefix(string(Short(r.iri(r.claim, ProvWasQuotedFrom))), "a:"),
		Quote:       r.string(selector, OAExact),
		Start:       int(r.number(selector, OAStart)),
		End:         int(r.number(selector, OAEnd)),
		Sentence:    r.string(r.claim, Sentence),
		Subject:     r.part(r.claim, "subject", r.value(r.claim, RDFSubject)),
		Predicate:   r.predicate(),
		Object:      r.object(),
		Arguments:   r.arguments(),
		Attribution: r.attribution(),
		Polarity:    Polarity(r.string(r.claim, ClaimPolarity)),
		Modality:    Modality(r.string(r.claim, ClaimModality)),
		Time:        r.time(),
		Confidence:  r.number(r.claim, ClaimConfidence),
		Rule:        r.string(r.claim, ClaimRule),
	}
	if number(c) == 0 {
		r.fail("no number")
	}
	return c
}

// value is what must be there.
func (r *reader) value(subject, predicate quad.IRI) quad.Value {
	v := r.one(r.label, subject, predicate)
	if v == nil {
		r.fail(fmt.Sprintf("no %s of %s", Short(predicate), Short(subject)))
	}
	return v
}

func (r *reader) iri(subject, predicate quad.IRI) quad.IRI {
	v := r.value(subject, predicate)
	iri, ok := v.(quad.IRI)
	if !ok {
		r.fail(fmt.Sprintf("%s of %s is no IRI: %v", Short(predicate), Short(subject), v))
	}
	return iri
}

func (r *reader) string(subject, predicate quad.IRI) string {
	v := r.value(subject, predicate)
	s, ok := v.(quad.String)
	if !ok {
		r.fail(fmt.Sprintf("%s of %s is no text: %v", Short(predicate), Short(subject), v))
	}
	return string(s)
}

func (r *reader) number(subject, predicate quad.IRI) float64 {
	switch v := r.value(subject, predicate).(type) {
	case quad.Float:
		return float64(v)
	case quad.Int:
		return float64(v)
	default:
		r.fail(fmt.Sprintf("%s of %s is no number: %v", Short(predicate), Short(subject), v))
		return 0
	}
}

// part reads what writer.part wrote.
func (r *reader) part(node quad.IRI, part string, v quad.Value) Node {
	n := impliedBy(v)
	if iri, ok := described(v, node); ok {
		n.Name = r.string(iri, RDFSLabel)
		n.Type = r.typeOf(r.label, iri)
		if iri == ownSubject(node) {
			n.ID = ""
		}
	}
	n.Name = r.aspect(node, part, "Name", n.Name)
	n.Type = Type(r.aspect(node, part, "Type", string(n.Type)))
	n.Value = r.aspect(node, part, "Value", n.Value)
	n.Mention = r.aspect(node, part, "Mention", "")
	return n
}

func (r *reader) aspect(node quad.IRI, part, aspect, implied string) string {
	if v, ok := r.one(r.label, node, aspectTerm(part, aspect)).(quad.String); ok {
		return string(v)
	}
	return implied
}

func (r *reader) predicate() Predicate {
	iri := r.iri(r.claim, RDFPredicate)
	return Predicate{
		ID:    Short(iri),
		Name:  r.aspect(r.claim, "predicate", "Name", relationName(iri)),
		Lemma: r.aspect(r.claim, "predicate", "Lemma", r.string(iri, Lemma)),
	}
}

func (r *reader) object() *Node {
	v := r.value(r.claim, RDFObject)
	if v == quad.Bool(true) {
		return nil
	}
	n := r.part(r.claim, "object", v)
	return &n
}

func (r *reader) arguments() []Argument {
	nodes := r.all(r.label, r.claim, ClaimArgument)
	arguments := make([]Argument, len(nodes))
	for i := range nodes {
		arguments[i] = r.argument(argumentNode(r.claim, i))
	}
	return arguments
}

func (r *reader) argument(node quad.IRI) Argument {
	a := Argument{Role: r.string(node, ArgumentRole), Text: r.string(node, ArgumentText)}
	if entity, ok := r.one(r.label, node, ArgumentEntity).(quad.IRI); ok {
		a.ID = Short(entity)
	}
	return a
}

func (r *reader) attribution() *Attribution {
	if r.one(r.label, r.claim, Voice) == nil {
		return nil
	}
	at := r.source(r.claim)
	node := r.claim
	for inner := at; r.one(r.label, node, Through) != nil; inner = inner.Of {
		node = outer(node)
		inner.Of = r.source(node)
	}
	return at
}

func (r *reader) source(node quad.IRI) *Attribution {
	return &Attribution{
		Source: r.part(node, "source", r.value(node, ProvWasAttributedTo)),
		Cue:    r.string(node, Cue),
	}
}

func (r *reader) time() *Time {
	if r.one(r.label, r.claim, ClaimTimeText) == nil {
		return nil
	}
	return &Time{
		Value:     impliedBy(r.one(r.label, r.claim, ClaimTime)).Value,
		Precision: r.string(r.claim, ClaimTimePrecision),
		Text:      r.string(r.claim, ClaimTimeText),
	}
}

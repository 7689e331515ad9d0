package graph

import (
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
)

// Quads is the article as the graph holds it, in a fixed order and without repetition: the article,
// its entities, then each claim as a direct quad with its receipt. Everything stands in the graph a:ID
// but the direct quads of what the article has from somebody, which stand in that voice's.
func (a *Article) Quads() []quad.Quad {
	w := &writer{
		label:    ArticleIRI(a.ID).IRI(),
		written:  map[quad.Quad]bool{},
		entities: map[quad.IRI]Node{},
		lemmas:   map[quad.IRI]string{},
	}
	w.article(a)
	for _, e := range a.Entities {
		w.namedEntity(e)
	}
	for _, c := range a.Claims {
		w.claim(c)
	}
	return w.quads
}

// writer collects the quads of one article.
type writer struct {
	label    quad.IRI
	quads    []quad.Quad
	written  map[quad.Quad]bool
	entities map[quad.IRI]Node   // described so far
	lemmas   map[quad.IRI]string // of the relations described so far
}

func (w *writer) say(subject, predicate quad.IRI, object quad.Value) {
	w.sayIn(subject, predicate, object, w.label)
}

func (w *writer) sayIn(subject, predicate quad.IRI, object quad.Value, label quad.IRI) {
	q := quad.Quad{Subject: subject, Predicate: predicate, Object: object, Label: label}
	if !w.written[q] {
		w.written[q] = true
		w.quads = append(w.quads, q)
	}
}

// sayText leaves out what is empty.
func (w *writer) sayText(subject, predicate quad.IRI, text string) {
	if text != "" {
		w.say(subject, predicate, quad.String(text))
	}
}

func (w *writer) article(a *Article) {
	w.say(w.label, RDFType, ArticleType)
	w.sayText(w.label, DCTitle, a.Title)
	w.sayText(w.label, DCPublisher, a.Outlet)
	w.sayText(w.label, DCCreator, a.Author)
	if a.Published != "" {
		w.say(w.label, DCIssued, timeLiteral(a.Published))
	}
	w.sayText(w.label, DCLanguage, a.Language)
	if a.URL != "" {
		w.say(w.label, DCSource, linkValue(a.URL))
	}
	w.sayText(w.label, SHA256, a.SHA256)
}

// linkValue is an IRI only where the link is one letter for letter.
func linkValue(url string) quad.Value {
	if strings.Contains(url, "://") && iriSafe(url) == url {
		return quad.IRI(url)
	}
	return quad.String(url)
}

func (w *writer) namedEntity(e Entity) {
	iri := e.ID.IRI()
	w.entity(iri, Node{Name: e.Name, Type: e.Type})
	if e.Named {
		w.say(iri, Named, quad.Bool(true))
	}
	if e.SameAs != "" {
		w.say(iri, OWLSameAs, linkValue(e.SameAs))
	}
	if e.StandsFor != "" {
		w.say(iri, StandsFor, e.StandsFor.IRI())
	}
	w.alias(iri, e.Name)
	for _, m := range e.Mentions {
		if !m.Pronoun {
			w.alias(iri, m.Text)
		}
	}
}

// entity describes one thing, once an article: the first name is its label.
func (w *writer) entity(iri quad.IRI, n Node) {
	if _, ok := w.entities[iri]; ok {
		return
	}
	w.entities[iri] = Node{Name: n.Name, Type: n.Type}
	w.say(iri, RDFSLabel, quad.String(n.Name))
	if n.Type != "" {
		w.say(iri, RDFType, typeIRI(n.Type))
	}
}

func (w *writer) alias(iri quad.IRI, name string) {
	if name != w.entities[iri].Name {
		w.sayText(iri, SKOSAltLabel, name)
	}
}

// relation describes p:will_visit by the words, lemma, polarity and modality of the first claim that uses it.
// The plain relation is the one named by the lemma (p:visit): where all that share it meet,
// whatever their tense, polarity and modality. It has a label, and no claim of its own.
func (w *writer) relation(c Claim) {
	iri := c.Predicate.ID.IRI()
	if _, ok := w.lemmas[iri]; ok {
		return
	}
	w.lemmas[iri] = c.Predicate.Lemma
	w.say(iri, RDFSLabel, quad.String(relationLabel(iri)))
	w.say(iri, Lemma, quad.String(c.Predicate.Lemma))
	w.say(iri, ClaimPolarity, quad.String(c.Polarity))
	w.say(iri, ClaimModality, quad.String(c.Modality))
	if plain := RelationIRI(c.Predicate.Lemma).IRI(); plain != iri && c.Predicate.Lemma != "" {
		w.say(iri, Plain, plain)
		w.say(plain, RDFSLabel, quad.String(relationLabel(plain)))
	}
}

func relationLabel(iri quad.IRI) string {
	return strings.ReplaceAll(relationName(iri), "_", " ")
}

// relationName is the Predicate.Name that the IRI of a relation implies.
func relationName(iri quad.IRI) string {
	_, local, _ := strings.Cut(string(Short(iri)), ":")
	return unword(local)
}

// voice describes the label of what an article has from somebody, and of whom that one has it.
func (w *writer) voice(article string, at *Attribution) quad.IRI {
	if at == nil {
		return w.label
	}
	iri := VoiceIRI(article, at).IRI()
	w.say(iri, RDFType, VoiceType)
	w.say(iri, ProvWasAttributedTo, at.Source.value())
	w.say(iri, ProvWasQuotedFrom, w.label)
	if at.Of != nil {
		w.say(iri, ProvWasDerivedFrom, w.voice(article, at.Of))
	}
	return iri
}

func (w *writer) claim(c Claim) {
	iri := Ref(c.ID).IRI()
	w.relation(c)
	voice := w.voice(c.Document, c.Attribution)
	subject, object := subjectValue(c), objectValue(c)
	w.sayIn(subject, c.Predicate.ID.IRI(), object, voice)

	w.say(iri, RDFType, RDFStatement)
	w.part(iri, "subject", RDFSubject, subject, c.Subject)
	w.predicate(iri, c.Predicate)
	if c.Object == nil {
		w.say(iri, RDFObject, object)
	} else {
		w.part(iri, "object", RDFObject, object, *c.Object)
	}
	w.arguments(iri, c.Arguments)
	w.evidence(iri, c)
	w.attribution(iri, c.Attribution)
	if c.Attribution != nil {
		w.say(iri, Voice, voice)
	}
	w.factuality(iri, c)
}

// subjectValue gives a subject that is no entity a node of the claim's own: RDF has no literal subjects.
func subjectValue(c Claim) quad.IRI {
	if c.Subject.ID == "" {
		return ownSubject(Ref(c.ID).IRI())
	}
	return c.Subject.ID.IRI()
}

func ownSubject(claim quad.IRI) quad.IRI { return claim + "#subject" }

// objectValue of a claim that has no object is true: "the boat sank".
func objectValue(c Claim) quad.Value {
	if c.Object == nil {
		return quad.Bool(true)
	}
	return c.Object.value()
}

// part says what one end of a claim is, in so far as the value and its description do not.
func (w *writer) part(claim quad.IRI, part string, predicate quad.IRI, v quad.Value, n Node) {
	w.say(claim, predicate, v)
	implied := impliedBy(v)
	if iri, ok := described(v, claim); ok {
		w.entity(iri, n)
		implied = w.entities[iri]
	}
	w.aspect(claim, part, "Name", n.Name, implied.Name)
	w.aspect(claim, part, "Type", string(n.Type), string(implied.Type))
	w.aspect(claim, part, "Value", n.Value, implied.Value)
	w.aspect(claim, part, "Mention", n.Mention, "")
}

// described tells whether v is a thing that the graph describes by name and type.
func described(v quad.Value, claim quad.IRI) (quad.IRI, bool) {
	iri, ok := v.(quad.IRI)
	return iri, ok && (impliedBy(v).Type != ClaimNode || iri == ownSubject(claim))
}

func (w *writer) aspect(claim quad.IRI, part, aspect, value, implied string) {
	if value != implied {
		w.say(claim, aspectTerm(part, aspect), quad.String(value))
	}
}

func (w *writer) predicate(claim quad.IRI, p Predicate) {
	iri := p.ID.IRI()
	w.say(claim, RDFPredicate, iri)
	w.aspect(claim, "predicate", "Name", p.Name, relationName(iri))
	w.aspect(claim, "predicate", "Lemma", p.Lemma, w.lemmas[iri])
}

// arguments stand twice: as c:003/7 p:in e:Kyiv, which a query can follow,
// and as nodes of their own, which keep the order and the words.
func (w *writer) arguments(claim quad.IRI, arguments []Argument) {
	for i, a := range arguments {
		node := argumentNode(claim, i)
		w.say(claim, RelationIRI(a.Role).IRI(), Node{ID: a.ID, Name: a.Text}.value())
		w.say(claim, ClaimArgument, node)
		w.say(node, ArgumentRole, quad.String(a.Role))
		w.say(node, ArgumentText, quad.String(a.Text))
		if a.ID != "" {
			w.say(node, ArgumentEntity, a.ID.IRI())
		}
	}
}

// argumentNode carries the order, from 1, in its name.
func argumentNode(claim quad.IRI, i int) quad.IRI {
	return claim + quad.IRI("#argument"+strconv.Itoa(i+1))
}

func (w *writer) evidence(claim quad.IRI, c Claim) {
	selector := claim + "#quote"
	w.say(claim, ProvWasQuotedFrom, ArticleIRI(c.Document).IRI())
	w.say(claim, Sentence, quad.String(c.Sentence))
	w.say(claim, OAHasSelector, selector)
	w.say(selector, RDFType, OATextQuoteSelector)
	w.say(selector, RDFType, OATextPositionSelector)
	w.say(selector, OAExact, quad.String(c.Quote))
	w.say(selector, OAStart, quad.Int(c.Start))
	w.say(selector, OAEnd, quad.Int(c.End))
}

// attribution says who says so; the source of the source is a node that says the same of itself.
func (w *writer) attribution(node quad.IRI, at *Attribution) {
	for ; at != nil; at = at.Of {
		w.part(node, "source", ProvWasAttributedTo, at.Source.value(), at.Source)
		w.say(node, Cue, quad.String(at.Cue))
		if at.Of != nil {
			w.say(node, Through, outer(node))
			node = outer(node)
		}
	}
}

// outer is c:003/7#source for c:003/7, then c:003/7#source/source.
func outer(node quad.IRI) quad.IRI {
	if strings.Contains(string(node), "#") {
		return node + "/source"
	}
	return node + "#source"
}

func (w *writer) factuality(claim quad.IRI, c Claim) {
	w.say(claim, ClaimPolarity, quad.String(c.Polarity))
	w.say(claim, ClaimModality, quad.String(c.Modality))
	if c.Time != nil {
		w.time(claim, *c.Time)
	}
	w.say(claim, ClaimConfidence, quad.Float(c.Confidence))
	w.say(claim, ClaimRule, quad.String(c.Rule))
}

func (w *writer) time(claim quad.IRI, t Time) {
	if t.Value != "" {
		w.say(claim, ClaimTime, timeLiteral(t.Value))
	}
	w.say(claim, ClaimTimePrecision, quad.String(t.Precision))
	w.say(claim, ClaimTimeText, quad.String(t.Text))
}

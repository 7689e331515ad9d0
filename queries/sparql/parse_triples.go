package sparql

import (
	"fmt"

	"github.com/cayleygraph/quad"

	"sayso/graph"
)

const (
	rdfFirst quad.IRI = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first"
	rdfRest  quad.IRI = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest"
	rdfNil   quad.IRI = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"
)

func (p *parser) startsTriples() bool {
	switch p.token.kind {
	case variable, iriRef, prefixed, blankNode, text, integer, decimal, double:
		return true
	case word:
		return p.isWord("true") || p.isWord("false")
	case punctuation:
		return p.token.text == "(" || p.token.text == "[" || p.token.text == "-" || p.token.text == "+"
	}
	return false
}

// triplesBlock reads triples up to what is none.
func (p *parser) triplesBlock() (found []triple) {
	for p.startsTriples() {
		subject, properties := p.node(&found)
		if p.startsVerb() || !properties {
			p.properties(subject, &found)
		}
		if !p.takePunctuation(".") {
			break
		}
	}
	if p.triples += len(found); p.triples > maxTriples {
		p.fail(p.token.at, fmt.Sprintf("more than %d triples", maxTriples))
	}
	return found
}

func (p *parser) startsVerb() bool {
	switch p.token.kind {
	case variable, iriRef, prefixed:
		return true
	case word:
		return p.token.text == "a"
	case punctuation:
		return p.token.text == "^" || p.token.text == "!" || p.token.text == "("
	}
	return false
}

// properties reads verb object, object; verb …
func (p *parser) properties(subject term, found *[]triple) {
	if !p.startsVerb() {
		p.unexpected("a predicate")
	}
	for {
		verb := p.verb()
		for {
			object, _ := p.node(found)
			p.expand(subject, verb, object, found)
			if !p.takePunctuation(",") {
				break
			}
		}
		if !p.isPunctuation(";") {
			return
		}
		for p.takePunctuation(";") {
		}
		if !p.startsVerb() {
			return
		}
	}
}

// verb is a triple that lacks its ends.
func (p *parser) verb() triple {
	at := p.token.at
	if p.token.kind == variable {
		return triple{predicate: p.variableTerm()}
	}
	way := p.pathAlternative()
	if _, plain := way.(step); !plain && p.plain {
		p.fail(at, "a template takes no property paths")
	}
	return triple{path: way}
}

// expand makes triples of what a path says with no repetition and no alternative.
func (p *parser) expand(subject term, verb triple, object term, found *[]triple) {
	switch way := verb.path.(type) {
	case step:
		*found = append(*found, triple{subject: subject, predicate: valueTerm(way.predicate), object: object})
	case *inverse:
		p.expand(object, triple{path: way.inner}, subject, found)
	case *sequence:
		between := term{name: p.freshName("between")}
		p.expand(subject, triple{path: way.first}, between, found)
		p.expand(between, triple{path: way.second}, object, found)
	default:
		verb.subject, verb.object = subject, object
		*found = append(*found, verb)
	}
}

// node reads a subject or object; what it says by itself, as [ ] and ( ) do, it adds to found.
func (p *parser) node(found *[]triple) (t term, properties bool) {
	defer p.deeper()()
	switch {
	case p.token.kind == variable:
		return p.variableTerm(), false
	case p.isIRI():
		return term{value: p.iriTerm()}, false
	case p.token.kind == blankNode:
		return p.labelled(), false
	case p.takePunctuation("["):
		t := term{name: p.freshName("blank")}
		if p.takePunctuation("]") {
			return t, false
		}
		p.properties(t, found)
		p.needPunctuation("]")
		return t, true
	case p.takePunctuation("("):
		return p.collection(found)
	}
	v, ok := p.literal()
	if !ok {
		p.unexpected("a variable, an IRI, a literal, [ or (")
	}
	return term{value: v}, false
}

func (p *parser) collection(found *[]triple) (head term, properties bool) {
	if p.takePunctuation(")") {
		return term{value: rdfNil}, false
	}
	head = term{name: p.freshName("blank")}
	for at := head; ; {
		element, _ := p.node(found)
		*found = append(*found, triple{subject: at, predicate: term{value: rdfFirst}, object: element})
		if p.takePunctuation(")") {
			*found = append(*found, triple{subject: at, predicate: term{value: rdfRest}, object: term{value: rdfNil}})
			return head, true
		}
		next := term{name: p.freshName("blank")}
		*found = append(*found, triple{subject: at, predicate: term{value: rdfRest}, object: next})
		at = next
	}
}

// labelled is a blank node as the variable that it is.
func (p *parser) labelled() term {
	t := p.expect(blankNode, "_:label")
	if p.blanks[t.text] {
		p.fail(t.at, "_:"+t.text+" stands for one node in one basic graph pattern only")
	}
	p.open[t.text] = true
	return term{name: " _:" + t.text}
}

func (p *parser) pathAlternative() path {
	defer p.deeper()()
	way := p.pathSequence()
	for p.takePunctuation("|") {
		way = &either{way, p.pathSequence()}
	}
	return way
}

func (p *parser) pathSequence() path {
	way := p.pathElement()
	for p.takePunctuation("/") {
		way = &sequence{way, p.pathElement()}
	}
	return way
}

func (p *parser) pathElement() path {
	if p.takePunctuation("^") {
		return &inverse{p.pathElement()}
	}
	way := p.pathPrimary()
	for {
		switch {
		case p.takePunctuation("?"):
			way = &repeated{way, true, false}
		case p.takePunctuation("*"):
			way = &repeated{way, true, true}
		case !p.digitAt(p.token.at+1) && p.takePunctuation("+"):
			way = &repeated{way, false, true}
		default:
			return way
		}
	}
}

func (p *parser) pathPrimary() path {
	switch {
	case p.token.kind == word && p.token.text == "a":
		p.advance()
		return step{graph.RDFType}
	case p.isIRI():
		return step{p.iriTerm()}
	case p.takePunctuation("!"):
		return p.negatedSet()
	case p.takePunctuation("("):
		way := p.pathAlternative()
		p.needPunctuation(")")
		return way
	}
	p.unexpected("a predicate or a path")
	return nil
}

func (p *parser) negatedSet() path {
	n := &negated{}
	one := func() {
		back := p.takePunctuation("^")
		way, ok := p.pathPrimary().(step)
		switch {
		case !ok:
			p.unexpected("an IRI, a or ^")
		case back:
			n.backward = append(n.backward, way.predicate)
		default:
			n.forward = append(n.forward, way.predicate)
		}
	}
	if !p.takePunctuation("(") {
		one()
		return n
	}
	for !p.takePunctuation(")") {
		one()
		if !p.isPunctuation(")") {
			p.needPunctuation("|")
		}
	}
	return n
}

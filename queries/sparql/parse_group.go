package sparql

import (
	"fmt"

	"github.com/cayleygraph/quad"
)

// group reads { … } into the algebra, as section 18.2.2 says.
func (p *parser) group() pattern {
	defer p.deeper()()
	p.needPunctuation("{")
	if p.isWord("SELECT") {
		inner := p.selectQuery(false)
		p.needPunctuation("}")
		return inner
	}
	var g groupBuilder
	for !p.isPunctuation("}") {
		if p.token.kind == endOfText {
			p.unexpected("}")
		}
		if p.startsTriples() {
			g.triples(p.triplesBlock())
			continue
		}
		if !p.isWord("FILTER") {
			p.closeBlanks()
		}
		p.element(&g)
		p.takePunctuation(".")
	}
	p.closeBlanks()
	p.advance()
	return g.whole()
}

// groupBuilder gathers the elements of a group.
type groupBuilder struct {
	parts   []pattern
	filters []expression
	fresh   bool // the last part is a basic pattern that may grow
}

func (g *groupBuilder) triples(found []triple) {
	if g.fresh {
		last := g.parts[len(g.parts)-1].(*basic)
		last.triples = append(last.triples, found...)
		return
	}
	g.add(&basic{found})
	g.fresh = true
}

func (g *groupBuilder) add(part pattern) {
	g.parts, g.fresh = append(g.parts, part), false
}

// soFar is the join of the elements until now.
func (g *groupBuilder) soFar() pattern {
	if len(g.parts) == 1 {
		// A filter of a group within is not one of this group, which OPTIONAL tells apart.
		if _, within := g.parts[0].(*filter); !within {
			return g.parts[0]
		}
	}
	return &join{g.parts}
}

func (g *groupBuilder) replace(whole pattern) {
	g.parts, g.fresh = []pattern{whole}, false
}

func (g *groupBuilder) whole() pattern {
	if len(g.filters) == 0 {
		return g.soFar()
	}
	return &filter{g.soFar(), g.filters}
}

// element reads what is no triples: a group, OPTIONAL, MINUS, GRAPH, FILTER, BIND, VALUES.
func (p *parser) element(g *groupBuilder) {
	at := p.token.at
	if p.elements++; p.elements > maxElements {
		p.fail(at, fmt.Sprintf("more than %d groups, filters and the like", maxElements))
	}
	switch {
	case p.isPunctuation("{"):
		g.add(p.groupOrUnion())
	case p.takeWord("OPTIONAL"):
		g.replace(p.optional(g.soFar()))
	case p.takeWord("MINUS"):
		g.replace(&minus{g.soFar(), p.group()})
	case p.takeWord("GRAPH"):
		name := p.variableOrIRI()
		g.add(&graphOf{name, p.group()})
	case p.takeWord("FILTER"):
		if !p.isPunctuation("(") && !p.startsCall() {
			p.unexpected("a condition in ( ), or a function")
		}
		g.filters = append(g.filters, p.primary())
	case p.takeWord("BIND"):
		p.needPunctuation("(")
		value := p.expression()
		p.needWord("AS")
		name := p.variableTerm().name
		p.needPunctuation(")")
		if possible(g.soFar())[name] {
			p.fail(at, fmt.Sprintf("?%s has a value already", name))
		}
		g.replace(&extend{g.soFar(), name, value})
	case p.takeWord("VALUES"):
		g.add(p.dataBlock())
	case p.isWord("SERVICE"):
		p.unsupported(at, "SERVICE")
	default:
		p.unexpected("a triple, {, }, OPTIONAL, UNION, MINUS, GRAPH, FILTER, BIND or VALUES")
	}
}

func (p *parser) groupOrUnion() pattern {
	arms := []pattern{p.group()}
	for p.takeWord("UNION") {
		arms = append(arms, p.group())
	}
	if len(arms) == 1 {
		return arms[0]
	}
	return &union{arms}
}

// optional makes a filter on top of the right side the condition of the join, which
// sees the variables of both sides.
func (p *parser) optional(left pattern) pattern {
	right := p.group()
	if f, ok := right.(*filter); ok {
		return &optional{left, f.inner, f.conditions}
	}
	return &optional{left, right, nil}
}

func (p *parser) dataBlock() pattern {
	t := &table{}
	if p.token.kind == variable {
		t.names = []string{p.variableTerm().name}
		p.needPunctuation("{")
		for !p.takePunctuation("}") {
			t.rows = append(t.rows, []quad.Value{p.dataValue()})
		}
		return t
	}
	p.needPunctuation("(")
	for !p.takePunctuation(")") {
		t.names = append(t.names, p.variableTerm().name)
	}
	p.needPunctuation("{")
	for !p.takePunctuation("}") {
		at := p.token.at
		p.needPunctuation("(")
		var row []quad.Value
		for !p.takePunctuation(")") {
			row = append(row, p.dataValue())
		}
		if len(row) != len(t.names) {
			p.fail(at, fmt.Sprintf("%d values for %d variables", len(row), len(t.names)))
		}
		t.rows = append(t.rows, row)
	}
	return t
}

func (p *parser) dataValue() quad.Value {
	if p.takeWord("UNDEF") {
		return nil
	}
	if p.isIRI() {
		return p.iriTerm()
	}
	v, ok := p.literal()
	if !ok {
		p.unexpected("an IRI, a literal or UNDEF")
	}
	return v
}

// closeBlanks ends a basic graph pattern: its blank nodes mean nothing outside.
func (p *parser) closeBlanks() {
	for label := range p.open {
		p.blanks[label] = true
	}
	clear(p.open)
}

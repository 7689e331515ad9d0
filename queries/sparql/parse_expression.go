package sparql

import (
	"strings"

	"github.com/cayleygraph/quad"

	"sayso/graph/format"
)

func (p *parser) expression() expression {
	defer p.deeper()()
	e := p.conjunction()
	for p.takePunctuation("||") {
		e = &call{"||", []expression{e, p.conjunction()}}
	}
	return e
}

func (p *parser) conjunction() expression {
	e := p.relation()
	for p.takePunctuation("&&") {
		e = &call{"&&", []expression{e, p.relation()}}
	}
	return e
}

func (p *parser) relation() expression {
	left := p.sum()
	for _, operator := range []string{"=", "!=", "<", ">", "<=", ">="} {
		if p.takePunctuation(operator) {
			return &call{operator, []expression{left, p.sum()}}
		}
	}
	switch {
	case p.takeWord("IN"):
		return &call{"IN", append([]expression{left}, p.arguments()...)}
	case p.takeWord("NOT"):
		p.needWord("IN")
		return &call{"!", []expression{&call{"IN", append([]expression{left}, p.arguments()...)}}}
	}
	return left
}

func (p *parser) sum() expression {
	e := p.product()
	for {
		switch {
		case p.takePunctuation("+"):
			e = &call{"+", []expression{e, p.product()}}
		case p.takePunctuation("-"):
			e = &call{"-", []expression{e, p.product()}}
		default:
			return e
		}
	}
}

func (p *parser) product() expression {
	e := p.unary()
	for {
		switch {
		case p.takePunctuation("*"):
			e = &call{"*", []expression{e, p.unary()}}
		case p.takePunctuation("/"):
			e = &call{"/", []expression{e, p.unary()}}
		default:
			return e
		}
	}
}

func (p *parser) unary() expression {
	defer p.deeper()()
	switch {
	case p.takePunctuation("!"):
		return &call{"!", []expression{p.unary()}}
	case p.takePunctuation("-"):
		return &call{"NEGATE", []expression{p.unary()}}
	case p.takePunctuation("+"):
		return &call{"PLUS", []expression{p.unary()}}
	}
	return p.primary()
}

func (p *parser) bracketed() expression {
	p.needPunctuation("(")
	e := p.expression()
	p.needPunctuation(")")
	return e
}

func (p *parser) arguments() (list []expression) {
	p.needPunctuation("(")
	if p.takePunctuation(")") {
		return nil
	}
	for {
		list = append(list, p.expression())
		if !p.takePunctuation(",") {
			p.needPunctuation(")")
			return list
		}
	}
}

// startsCall tells whether a function stands next.
func (p *parser) startsCall() bool {
	return p.isIRI() || p.token.kind == word && !p.isWord("LIMIT") && !p.isWord("OFFSET") && !p.isWord("HAVING") &&
		!p.isWord("ORDER") && !p.isWord("VALUES") && !p.isWord("true") && !p.isWord("false")
}

func (p *parser) primary() expression {
	switch {
	case p.isPunctuation("("):
		return p.bracketed()
	case p.token.kind == variable:
		return reference{p.variableTerm().name}
	case p.isIRI():
		return p.iriOrCast()
	}
	if v, ok := p.literal(); ok {
		return constant{v}
	}
	if p.token.kind != word {
		p.unexpected("an expression")
	}
	return p.function()
}

func (p *parser) iriOrCast() expression {
	at := p.token.at
	iri := p.iriTerm()
	if !p.isPunctuation("(") {
		return constant{iri}
	}
	if _, known := casts[iri]; !known {
		p.unsupported(at, "the function <"+string(iri)+">")
	}
	list := p.arguments()
	if len(list) != 1 {
		p.fail(at, "a cast takes one argument")
	}
	return &call{string(iri), list}
}

func (p *parser) function() expression {
	t := p.token
	name := strings.ToUpper(t.text)
	switch name {
	case "NOT":
		p.advance()
		p.needWord("EXISTS")
		return &call{"!", []expression{p.existing()}}
	case "EXISTS":
		p.advance()
		return p.existing()
	case "COUNT", "SUM", "AVG", "MIN", "MAX", "SAMPLE", "GROUP_CONCAT":
		p.advance()
		return p.aggregate(name, t.at)
	}
	f, known := functions[name]
	if !known {
		p.fail(t.at, "no function is called "+t.text)
	}
	p.advance()
	list := p.arguments()
	if len(list) < f.least || f.most >= 0 && len(list) > f.most {
		p.fail(t.at, name+" takes "+f.arity())
	}
	if name == "BOUND" {
		if _, plain := list[0].(reference); !plain {
			p.fail(t.at, "BOUND takes a variable")
		}
	}
	return &call{name, list}
}

func (p *parser) existing() expression {
	outer := p.scope
	p.scope = nil
	inner := p.group()
	p.scope = outer
	return &exists{inner}
}

func (p *parser) aggregate(name string, at int) expression {
	if p.scope == nil || p.scope.inside {
		p.fail(at, name+" cannot stand here")
	}
	p.scope.inside = true
	p.needPunctuation("(")
	a := aggregated{name: p.freshName("aggregate"), function: name, separator: " "}
	a.distinct = p.takeWord("DISTINCT")
	if name != "COUNT" || !p.takePunctuation("*") {
		a.argument = p.expression()
	}
	if name == "GROUP_CONCAT" && p.takePunctuation(";") {
		p.needWord("SEPARATOR")
		p.needPunctuation("=")
		a.separator = p.expect(text, "a string").text
	}
	p.needPunctuation(")")
	p.scope.inside = false
	p.scope.found = append(p.scope.found, a)
	return reference{a.name}
}

// literal reads a string, a number or a boolean, if one stands next.
func (p *parser) literal() (quad.Value, bool) {
	t := p.token
	switch {
	case t.kind == text:
		p.advance()
		return p.qualified(t.text), true
	case p.isWord("true"), p.isWord("false"):
		p.advance()
		return quad.Bool(strings.EqualFold(t.text, "true")), true
	case t.kind == integer || t.kind == decimal || t.kind == double:
		p.advance()
		return number(t, ""), true
	case p.isPunctuation("-"), p.isPunctuation("+"):
		p.advance()
		n := p.token
		if n.kind != integer && n.kind != decimal && n.kind != double {
			p.unexpected("a number")
		}
		p.advance()
		return number(n, t.text), true
	}
	return nil, false
}

func number(t token, sign string) quad.Value {
	return format.Literal(sign+t.text, map[kind]quad.IRI{integer: xsdInteger, decimal: xsdDecimal, double: xsdDouble}[t.kind])
}

// qualified is a string with the language or datatype that follows it.
func (p *parser) qualified(s string) quad.Value {
	if p.token.kind == language {
		tag := p.token.text
		p.advance()
		return quad.LangString{Value: quad.String(s), Lang: tag}
	}
	if p.takePunctuation("^^") {
		return format.Literal(s, p.iriTerm())
	}
	return quad.String(s)
}

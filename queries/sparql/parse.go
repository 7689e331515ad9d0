package sparql

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/cayleygraph/quad"

	"sayso/graph"
)

// What one query may hold: planning takes longer than in proportion to it.
const (
	maxDepth    = 100 // of groups and expressions
	maxElements = 128 // OPTIONAL, FILTER, BIND and so on
	maxTriples  = 500
)

// parser reads a query by recursive descent, one token ahead.
type parser struct {
	lexer
	token    token
	prefixes map[string]string
	base     *url.URL
	fresh    int             // names made so far
	blanks   map[string]bool // labels of blank nodes used in other basic graph patterns
	open     map[string]bool // labels used in the present one
	scope    *aggregates     // of the SELECT being read; nil where none may stand
	depth    int
	elements int
	triples  int
	plain    bool // no property paths
}

// Parse reads a query. The error is a [SyntaxError] or an [UnsupportedError].
func Parse(query string) (q *Query, err error) {
	defer func() {
		switch f := recover().(type) {
		case nil:
		case fault:
			q, err = nil, f.err
		default:
			panic(f)
		}
	}()
	p := &parser{lexer: lexer{query: query}, prefixes: map[string]string{}, blanks: map[string]bool{}, open: map[string]bool{}}
	if len(query) > MaxText {
		p.fail(MaxText, fmt.Sprintf("the query is longer than %d bytes", MaxText))
	}
	for _, known := range graph.Prefixes {
		p.prefixes[known.Name] = known.IRI
	}
	p.advance()
	return p.queryUnit(), nil
}

func (p *parser) queryUnit() *Query {
	p.prologue()
	q := p.queryForm()
	if p.token.kind != endOfText {
		p.unexpected("the end of the query")
	}
	return q
}

func (p *parser) prologue() {
	for {
		switch {
		case p.takeWord("BASE"):
			iri := p.expect(iriRef, "<IRI>")
			base, err := url.Parse(p.resolve(iri.text, iri.at))
			if err != nil {
				p.fail(iri.at, "an IRI that cannot be a base")
			}
			p.base = base
		case p.takeWord("PREFIX"):
			name := p.expect(prefixed, "a prefix, such as ex:")
			short, local, _ := strings.Cut(name.text, ":")
			if local != "" {
				p.fail(name.at, "a prefix ends with its colon")
			}
			iri := p.expect(iriRef, "<IRI>")
			p.prefixes[short] = p.resolve(iri.text, iri.at)
		default:
			return
		}
	}
}

func (p *parser) queryForm() *Query {
	at := p.token.at
	switch {
	case p.isWord("SELECT"):
		s := p.selectQuery(true)
		return &Query{form: selectForm, names: s.names, where: s}
	case p.takeWord("ASK"):
		p.dataset()
		return &Query{form: askForm, where: p.modified(p.whereClause())}
	case p.takeWord("CONSTRUCT"):
		return p.construct()
	case p.takeWord("DESCRIBE"):
		return p.describe()
	}
	for _, update := range []string{"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"} {
		if p.isWord(update) {
			p.unsupported(at, "SPARQL Update ("+update+")")
		}
	}
	p.unexpected("SELECT, ASK, CONSTRUCT or DESCRIBE")
	return nil
}

// modified puts the solution modifiers of a query without a SELECT clause over its pattern.
func (p *parser) modified(where pattern) *selection {
	return p.modifiers(&projection{all: true}, where, true)
}

func (p *parser) dataset() {
	if p.isWord("FROM") {
		p.unsupported(p.token.at, "FROM (the dataset is the whole store; use GRAPH)")
	}
}

func (p *parser) construct() *Query {
	if p.takePunctuation("{") {
		template := p.template()
		p.dataset()
		return &Query{form: constructForm, template: template, where: p.modified(p.whereClause())}
	}
	p.dataset()
	if !p.takeWord("WHERE") {
		p.unexpected("a template in { } or WHERE")
	}
	at := p.token.at
	where := p.group()
	found, ok := where.(*basic)
	if !ok {
		p.fail(at, "CONSTRUCT WHERE takes triples only")
	}
	return &Query{form: constructForm, template: found.triples, where: p.modified(where)}
}

func (p *parser) template() []triple {
	p.plain = true
	template := p.triplesBlock()
	p.plain = false
	p.needPunctuation("}")
	p.closeBlanks()
	return template
}

func (p *parser) describe() *Query {
	q := &Query{form: describeForm}
	if !p.takePunctuation("*") {
		for p.token.kind == variable || p.token.kind == iriRef || p.token.kind == prefixed {
			q.describe = append(q.describe, p.variableOrIRI())
		}
		if len(q.describe) == 0 {
			p.unexpected("a variable, an IRI or *")
		}
	}
	star := len(q.describe) == 0
	p.dataset()
	var where pattern = &join{}
	if p.isWord("WHERE") || p.isPunctuation("{") {
		where = p.whereClause()
	}
	modified := p.modified(where)
	if q.where = modified; star {
		for _, name := range modified.names {
			q.describe = append(q.describe, term{name: name})
		}
	}
	return q
}

// advance goes to the next token.
func (p *parser) advance() { p.token = p.next() }

func (p *parser) isWord(w string) bool {
	return p.token.kind == word && strings.EqualFold(p.token.text, w)
}

func (p *parser) takeWord(w string) bool {
	if !p.isWord(w) {
		return false
	}
	p.advance()
	return true
}

func (p *parser) needWord(w string) {
	if !p.takeWord(w) {
		p.unexpected(w)
	}
}

func (p *parser) isPunctuation(s string) bool {
	return p.token.kind == punctuation && p.token.text == s
}

func (p *parser) takePunctuation(s string) bool {
	if !p.isPunctuation(s) {
		return false
	}
	p.advance()
	return true
}

func (p *parser) needPunctuation(s string) {
	if !p.takePunctuation(s) {
		p.unexpected(s)
	}
}

func (p *parser) expect(k kind, what string) token {
	if p.token.kind != k {
		p.unexpected(what)
	}
	t := p.token
	p.advance()
	return t
}

func (p *parser) unexpected(want string) {
	got := "the query ends"
	if p.token.kind != endOfText {
		end := p.lexer.at
		got = fmt.Sprintf("%q", strings.TrimSpace(p.query[p.token.at:max(end, p.token.at)]))
	}
	p.fail(p.token.at, got+" where "+want+" is wanted")
}

func (p *parser) unsupported(at int, feature string) {
	panic(fault{&UnsupportedError{Place: placeAt(p.query, at, "not supported: "+feature), Feature: feature}})
}

// deeper counts the nesting; call what it returns at the end.
func (p *parser) deeper() func() {
	if p.depth++; p.depth > maxDepth {
		p.fail(p.token.at, fmt.Sprintf("nested deeper than %d", maxDepth))
	}
	return func() { p.depth-- }
}

// freshName is a variable that no query can spell.
func (p *parser) freshName(kind string) string {
	p.fresh++
	return fmt.Sprintf(" %s%d", kind, p.fresh)
}

// resolve makes an IRI absolute.
func (p *parser) resolve(iri string, at int) string {
	if p.base == nil {
		return iri
	}
	ref, err := url.Parse(iri)
	if err != nil {
		p.fail(at, "not an IRI")
	}
	if ref.IsAbs() {
		return iri
	}
	return p.base.ResolveReference(ref).String()
}

func (p *parser) isIRI() bool { return p.token.kind == iriRef || p.token.kind == prefixed }

// iriTerm reads <…> or p:local.
func (p *parser) iriTerm() quad.IRI {
	t := p.token
	switch t.kind {
	case iriRef:
		p.advance()
		return quad.IRI(p.resolve(t.text, t.at))
	case prefixed:
		short, local, _ := strings.Cut(t.text, ":")
		whole, ok := p.prefixes[short]
		if !ok {
			p.fail(t.at, fmt.Sprintf("prefix %s: is not declared", short))
		}
		p.advance()
		return quad.IRI(whole + local)
	}
	p.unexpected("an IRI")
	return ""
}

func (p *parser) variableOrIRI() term {
	if p.token.kind == variable {
		return p.variableTerm()
	}
	return term{value: p.iriTerm()}
}

func (p *parser) variableTerm() term { return term{name: p.expect(variable, "a variable").text} }

package sparql

import (
	"fmt"
	"slices"
	"strconv"
)

// projection is a SELECT clause.
type projection struct {
	all      bool
	distinct bool
	columns  []column // value is nil for a plain variable
	at       []int
}

// aggregates collects those of one SELECT, in its clause, HAVING and ORDER BY.
type aggregates struct {
	found  []aggregated
	inside bool // an aggregate's argument, where none may stand
}

func (p *parser) selectQuery(outermost bool) *selection {
	defer p.deeper()()
	outer := p.scope
	p.scope = &aggregates{}
	p.needWord("SELECT")
	clause := &projection{distinct: p.takeWord("DISTINCT")}
	if !clause.distinct {
		p.takeWord("REDUCED")
	}
	p.columns(clause)
	if outermost {
		p.dataset()
	}
	s := p.modifiers(clause, p.whereClause(), outermost)
	p.scope = outer
	return s
}

func (p *parser) columns(clause *projection) {
	if clause.all = p.takePunctuation("*"); clause.all {
		return
	}
	for {
		clause.at = append(clause.at, p.token.at)
		switch {
		case p.token.kind == variable:
			clause.columns = append(clause.columns, column{name: p.variableTerm().name})
		case p.takePunctuation("("):
			value := p.expression()
			p.needWord("AS")
			clause.columns = append(clause.columns, column{p.variableTerm().name, value})
			p.needPunctuation(")")
		case len(clause.columns) == 0:
			p.unexpected("a variable, (expression AS ?variable) or *")
		default:
			return
		}
	}
}

func (p *parser) whereClause() pattern {
	p.takeWord("WHERE")
	outer := p.scope
	p.scope = nil
	where := p.group()
	p.scope = outer
	return where
}

// modifiers reads what follows the pattern, and puts it all together as section 18.2.4 says.
func (p *parser) modifiers(clause *projection, where pattern, outermost bool) *selection {
	if p.scope == nil {
		outer := p.scope
		p.scope = &aggregates{}
		defer func() { p.scope = outer }()
	}
	start := p.token.at
	keys, grouped := p.groupBy()
	having := p.having()
	s := &selection{distinct: clause.distinct, limit: -1}
	s.order = p.orderBy()
	p.limits(s)
	if values := p.trailingValues(); values != nil {
		where = &join{[]pattern{where, values}}
	}
	if grouped || len(p.scope.found) > 0 {
		p.checkGrouped(clause, keys, start)
		where = &grouping{where, keys, p.scope.found}
	}
	if len(having) > 0 {
		where = &filter{where, having}
	}
	s.inner, s.names = p.project(clause, where)
	return s
}

// project extends the pattern by the columns that are expressions.
func (p *parser) project(clause *projection, where pattern) (pattern, []string) {
	if clause.all {
		return where, visible(where)
	}
	known := possible(where)
	var names []string
	for i, c := range clause.columns {
		if slices.Contains(names, c.name) && c.value != nil || c.value != nil && known[c.name] {
			p.fail(clause.at[i], fmt.Sprintf("?%s has a value already", c.name))
		}
		if c.value != nil {
			where = &extend{where, c.name, c.value}
		}
		if !slices.Contains(names, c.name) {
			names = append(names, c.name)
		}
	}
	return where, names
}

// checkGrouped refuses a plain variable that is no key, since a group has many values of it.
func (p *parser) checkGrouped(clause *projection, keys []column, at int) {
	if clause.all {
		p.fail(at, "SELECT * and groups do not go together: name the columns")
	}
	known := names{}
	for _, k := range keys {
		known[k.name] = true
	}
	for _, a := range p.scope.found {
		known[a.name] = true
	}
	for i, c := range clause.columns {
		used := []string{c.name}
		if c.value != nil {
			used = references(c.value)
		}
		for _, name := range used {
			if !known[name] {
				p.fail(clause.at[i], fmt.Sprintf("?%s is neither in GROUP BY nor in an aggregate", name))
			}
		}
		known[c.name] = true
	}
}

func (p *parser) groupBy() (keys []column, grouped bool) {
	if !p.takeWord("GROUP") {
		return nil, false
	}
	p.needWord("BY")
	for {
		switch {
		case p.token.kind == variable:
			name := p.variableTerm().name
			keys = append(keys, column{name, reference{name}})
		case p.takePunctuation("("):
			key := column{name: p.freshName("key"), value: p.expression()}
			if p.takeWord("AS") {
				key.name = p.variableTerm().name
			}
			p.needPunctuation(")")
			keys = append(keys, key)
		case p.startsCall():
			keys = append(keys, column{p.freshName("key"), p.primary()})
		case len(keys) == 0:
			p.unexpected("a variable, (expression) or a function")
		default:
			return keys, true
		}
	}
}

func (p *parser) having() (conditions []expression) {
	if !p.takeWord("HAVING") {
		return nil
	}
	for p.isPunctuation("(") || p.startsCall() {
		conditions = append(conditions, p.primary())
	}
	if len(conditions) == 0 {
		p.unexpected("a condition in ( )")
	}
	return conditions
}

func (p *parser) orderBy() (order []ordering) {
	if !p.takeWord("ORDER") {
		return nil
	}
	p.needWord("BY")
	for {
		switch {
		case p.takeWord("ASC"):
			order = append(order, ordering{p.bracketed(), false})
		case p.takeWord("DESC"):
			order = append(order, ordering{p.bracketed(), true})
		case p.token.kind == variable:
			order = append(order, ordering{reference{p.variableTerm().name}, false})
		case p.isPunctuation("(") || p.startsCall():
			order = append(order, ordering{p.primary(), false})
		case len(order) == 0:
			p.unexpected("a variable, ASC( ), DESC( ) or (expression)")
		default:
			return order
		}
	}
}

func (p *parser) limits(s *selection) {
	for {
		switch {
		case p.takeWord("LIMIT"):
			s.limit = p.count()
		case p.takeWord("OFFSET"):
			s.offset = p.count()
		default:
			return
		}
	}
}

func (p *parser) count() int64 {
	t := p.expect(integer, "a number")
	n, err := strconv.ParseInt(t.text, 10, 63)
	if err != nil {
		p.fail(t.at, "a number too large")
	}
	return n
}

func (p *parser) trailingValues() pattern {
	if !p.takeWord("VALUES") {
		return nil
	}
	return p.dataBlock()
}

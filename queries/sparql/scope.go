package sparql

import "strings"

// names is a set of variables.
type names map[string]bool

func (n names) add(more names) names {
	for name := range more {
		n[name] = true
	}
	return n
}

func (n names) clone() names { return names{}.add(n) }

func (n names) meets(other names) bool {
	for name := range n {
		if other[name] {
			return true
		}
	}
	return false
}

// holds tells whether all of some names are in n.
func (n names) holds(some names) bool {
	for name := range some {
		if !n[name] {
			return false
		}
	}
	return true
}

// and is what is in both.
func (n names) and(others names) names {
	both := names{}
	for name := range n {
		if others[name] {
			both[name] = true
		}
	}
	return both
}

// possible are the variables that a solution may bind, those in scope.
func possible(p pattern) names {
	all := names{}
	eachVariable(p, func(name string) { all[name] = true })
	return all
}

// visible are the variables of SELECT *, in the order of the query.
func visible(p pattern) (list []string) {
	seen := names{}
	eachVariable(p, func(name string) {
		if !seen[name] && !strings.HasPrefix(name, " ") {
			list = append(list, name)
		}
		seen[name] = true
	})
	return list
}

func eachVariable(p pattern, yield func(string)) {
	switch p := p.(type) {
	case *basic:
		for _, t := range p.triples {
			t.each(yield)
		}
	case *join:
		eachOf(p.parts, yield)
	case *union:
		eachOf(p.arms, yield)
	case *optional:
		eachOf([]pattern{p.left, p.right}, yield)
	case *minus:
		eachVariable(p.left, yield)
	case *filter:
		eachVariable(p.inner, yield)
	case *extend:
		eachVariable(p.inner, yield)
		yield(p.name)
	case *graphOf:
		if p.graph.isVariable() {
			yield(p.graph.name)
		}
		eachVariable(p.inner, yield)
	case *table:
		eachName(p.names, yield)
	case *grouping:
		for _, k := range p.keys {
			yield(k.name)
		}
		for _, a := range p.aggregates {
			yield(a.name)
		}
	case *selection:
		eachName(p.names, yield)
	}
}

func eachOf(patterns []pattern, yield func(string)) {
	for _, p := range patterns {
		eachVariable(p, yield)
	}
}

func eachName(list []string, yield func(string)) {
	for _, name := range list {
		yield(name)
	}
}

func (t triple) each(yield func(string)) {
	for _, end := range []term{t.subject, t.predicate, t.object} {
		if end.name != "" {
			yield(end.name)
		}
	}
}

// certain are the variables that every solution binds.
func certain(p pattern) names {
	switch p := p.(type) {
	case *basic:
		return possible(p)
	case *join:
		all := names{}
		for _, part := range p.parts {
			all.add(certain(part))
		}
		return all
	case *union:
		all := certain(p.arms[0])
		for _, arm := range p.arms[1:] {
			all = all.and(certain(arm))
		}
		return all
	case *optional:
		return certain(p.left)
	case *minus:
		return certain(p.left)
	case *filter:
		return certain(p.inner)
	case *extend: // the expression may fail
		all := certain(p.inner)
		if c, ok := p.value.(constant); ok && c.value != nil {
			all[p.name] = true
		}
		return all
	case *graphOf:
		all := certain(p.inner)
		if p.graph.isVariable() {
			all[p.graph.name] = true
		}
		return all
	case *table:
		return certainColumns(p)
	case *selection:
		return certain(p.inner).and(possible(p))
	}
	return names{}
}

func certainColumns(t *table) names {
	all := names{}
	for i, name := range t.names {
		all[name] = true
		for _, row := range t.rows {
			if row[i] == nil {
				delete(all, name)
			}
		}
	}
	return all
}

// used are the variables that an expression looks at, those of EXISTS too.
func used(e expression) names {
	all := names{}
	switch e := e.(type) {
	case reference:
		all[e.name] = true
	case *call:
		for _, a := range e.arguments {
			all.add(used(a))
		}
	case *exists:
		all.add(mentioned(e.inner))
	}
	return all
}

func usedByAll(list []expression) names {
	all := names{}
	for _, e := range list {
		all.add(used(e))
	}
	return all
}

// mentioned are the variables of a pattern and of the expressions in it.
func mentioned(p pattern) names {
	all := possible(p)
	for _, inner := range within(p) {
		all.add(mentioned(inner))
	}
	switch p := p.(type) {
	case *filter:
		all.add(usedByAll(p.conditions))
	case *optional:
		all.add(usedByAll(p.on))
	case *extend:
		all.add(used(p.value))
	}
	return all
}

// within are the patterns that stand directly in a pattern.
func within(p pattern) []pattern {
	switch p := p.(type) {
	case *join:
		return p.parts
	case *union:
		return p.arms
	case *optional:
		return []pattern{p.left, p.right}
	case *minus:
		return []pattern{p.left, p.right}
	case *filter:
		return []pattern{p.inner}
	case *extend:
		return []pattern{p.inner}
	case *graphOf:
		return []pattern{p.inner}
	}
	return nil
}

// references are the variables of an expression, without those of EXISTS.
func references(e expression) (list []string) {
	switch e := e.(type) {
	case reference:
		return []string{e.name}
	case *call:
		for _, a := range e.arguments {
			list = append(list, references(a)...)
		}
	}
	return list
}

// hasExists tells whether an expression looks at the graph.
func hasExists(e expression) bool {
	switch e := e.(type) {
	case *call:
		for _, a := range e.arguments {
			if hasExists(a) {
				return true
			}
		}
	case *exists:
		return true
	}
	return false
}

package queries

import "github.com/dop251/goja"

// valueFunctions are the functions that make values and filters.
var valueFunctions = map[string]method{
	"iri":     termFunction(IRI),
	"bnode":   termFunction(Blank),
	"str":     termFunction(String),
	"raw":     rawTerm,
	"lang":    termOfFunction(Lang),
	"typed":   termOfFunction(Typed),
	"lt":      comparisonFunction(Less),
	"lte":     comparisonFunction(LessOrEqual),
	"gt":      comparisonFunction(Greater),
	"gte":     comparisonFunction(GreaterOrEqual),
	"like":    likeFilter,
	"between": between,
	"regex":   regexFilter,
}

func termFunction(k Kind) method {
	return func(g *gizmo, _ *pathObject, a arguments) goja.Value {
		a.need(1, 1)
		return g.newTerm(Term{Kind: k, Text: a.text(a.at(0))})
	}
}

func termOfFunction(k Kind) method {
	return func(g *gizmo, _ *pathObject, a arguments) goja.Value {
		a.need(2, 2)
		return g.newTerm(Term{Kind: k, Text: a.text(a.at(0)), Of: a.text(a.at(1))})
	}
}

// rawTerm reads N-Quads notation: what is not an IRI or the like is a string, never a name.
func rawTerm(g *gizmo, _ *pathObject, a arguments) goja.Value {
	a.need(1, 1)
	text := a.text(a.at(0))
	t := ReadTerm(text)
	if n := len(text); t.Kind == Name {
		t.Kind = String
		if n >= 2 && text[0] == '"' && text[n-1] == '"' {
			t.Text = text[1 : n-1]
		}
	}
	return g.newTerm(t)
}

func comparisonFunction(op Comparison) method {
	return func(g *gizmo, _ *pathObject, a arguments) goja.Value {
		a.need(1, 1)
		return g.newFilter(a, Filter{Op: op, Value: a.term(a.at(0))})
	}
}

func likeFilter(g *gizmo, _ *pathObject, a arguments) goja.Value {
	a.need(1, 1)
	return g.newFilter(a, Filter{Op: Like, Value: Term{Kind: String, Text: a.text(a.at(0))}})
}

func regexFilter(g *gizmo, _ *pathObject, a arguments) goja.Value {
	a.need(1, 2)
	f := Filter{Op: Regex, Value: a.term(a.at(0)), IRIs: a.isSet(1) && a.at(1).ToBoolean()}
	switch f.Value.Kind {
	case IRI, Blank:
		if !f.IRIs {
			a.fail("a regular expression is a string; regex(pattern, true) looks at IRIs too")
		}
	case Name, String:
	default:
		a.fail("expected a string, got %s", describe(a.at(0)))
	}
	return g.newFilter(a, f)
}

func (g *gizmo) newFilter(a arguments, f Filter) goja.Value {
	if err := f.validate(); err != nil {
		a.fail("%s", err)
	}
	return g.vm.ToValue(&filterObject{f})
}

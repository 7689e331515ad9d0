package queries

import "github.com/dop251/goja"

// pathSteps are the methods of a path that make it longer, and ask the host for nothing.
var pathSteps = map[string]method{
	"is":   func(g *gizmo, p *pathObject, a arguments) goja.Value { return g.next(p.path, a.isStepOrAll()) },
	"in":   across(In),
	"out":  across(Out),
	"both": across(Both),

	"has": has(false), "hasR": has(true),
	"save": save(Step{Op: Save}), "saveR": save(Step{Op: Save, Reverse: true}),
	"saveOpt": save(Step{Op: Save, Optional: true}), "saveOptR": save(Step{Op: Save, Optional: true, Reverse: true}),

	"tag": tag, "as": tag,
	"back":              tagged(Back),
	"saveInPredicates":  tagged(SaveInPredicates),
	"saveOutPredicates": tagged(SaveOutPredicates),

	"and": withPath(Step{Op: And}), "intersect": withPath(Step{Op: And}),
	"or": withPath(Step{Op: Or}), "union": withPath(Step{Op: Or}),
	"except": withPath(Step{Op: Except}), "difference": withPath(Step{Op: Except}),
	"follow": withPath(Step{Op: Follow}), "followR": withPath(Step{Op: Follow, Reverse: true}),
	"followRecursive": followRecursive,

	"unique":        plain(Unique),
	"labels":        plain(Labels),
	"inPredicates":  plain(InPredicates),
	"outPredicates": plain(OutPredicates),
	"order":         plain(Order),
	"labelContext":  across(LabelContext),
	"filter":        filterNodes,
	"limit":         numbered(Limit),
	"skip":          numbered(Skip),
}

// pathEnds are those that ask the host for what a path leads to.
var pathEnds = map[string]method{
	"all": all, "getLimit": getLimit, "count": count,
	"toArray": toArray, "tagArray": tagArray,
	"toValue": toValue, "tagValue": tagValue,
	"forEach": forEach, "map": forEach,

	"evidence": evidence, "shortestPath": shortestPath, "countBy": countBy,
}

// isStepOrAll lets all pass when nothing is named, as Cayley does.
func (a arguments) isStepOrAll() Step {
	if len(a.list) == 0 {
		return Step{Op: Is}
	}
	return a.isStep()
}

func across(op Op) method {
	return func(g *gizmo, p *pathObject, a arguments) goja.Value {
		return g.next(p.path, Step{Op: op, Via: a.via(0), Tags: a.tags(1)})
	}
}

func has(reverse bool) method {
	return func(g *gizmo, p *pathObject, a arguments) goja.Value {
		s := Step{Op: Has, Via: a.via(0), Reverse: reverse}
		if s.Via == nil {
			a.fail("expected a predicate, got %s", describe(a.at(0)))
		}
		rest := a.from(1)
		if filters, ok := rest.filters(); ok {
			s.Filters = filters
			return g.next(p.path, s)
		}
		s.Values = rest.terms()
		if len(rest.list) > 0 && len(s.Values) == 0 {
			return g.next(p.path, Step{Op: None})
		}
		return g.next(p.path, s)
	}
}

// save names what it saves by the predicate where the script gives no tag.
func save(s Step) method {
	return func(g *gizmo, p *pathObject, a arguments) goja.Value {
		a.need(1, 2)
		s := s
		if s.Via = a.via(0); s.Via == nil {
			a.fail("expected a predicate, got %s", describe(a.at(0)))
		}
		switch {
		case a.isSet(1):
			s.Tags = []string{a.text(a.at(1))}
		case s.Via.Path != nil:
			a.fail("expected a tag for what the path leads to")
		default:
			s.Tags = []string{tagFor(s.Via.Values[0])}
		}
		return g.next(p.path, s)
	}
}

func tagFor(t Term) string {
	if t.Kind == Name {
		return t.Text
	}
	return (&termObject{t}).String()
}

func tag(g *gizmo, p *pathObject, a arguments) goja.Value {
	return g.next(p.path, Step{Op: Tag, Tags: a.tags(0)})
}

func tagged(op Op) method {
	return func(g *gizmo, p *pathObject, a arguments) goja.Value {
		a.need(1, 1)
		return g.next(p.path, Step{Op: op, Tags: a.tags(0)})
	}
}

func withPath(s Step) method {
	return func(g *gizmo, p *pathObject, a arguments) goja.Value {
		a.need(1, 1)
		s := s
		s.Path = a.path(0)
		return g.next(p.path, s)
	}
}

// followRecursive takes a predicate or a path, then perhaps a depth, then tags for the depth.
func followRecursive(g *gizmo, p *pathObject, a arguments) goja.Value {
	a.need(1, 1+maxValues)
	s := Step{Op: FollowRecursive}
	via := a.via(0)
	switch {
	case via == nil:
		a.fail("expected a predicate or a path, got %s", describe(a.at(0)))
	case via.Path != nil:
		s.Path = via.Path
	default:
		s.Path = &Path{Steps: []Step{{Op: Out, Via: via}}}
	}
	s.Number, s.Tags = a.depth(1)
	return g.next(p.path, s)
}

// depth is argument i as a number, if it is one, and the tags after it.
func (a arguments) depth(i int) (int, []string) {
	switch a.at(i).Export().(type) {
	case int64, float64:
		return a.number(i), a.tags(i + 1)
	}
	return 0, a.tags(i)
}

func plain(op Op) method {
	return func(g *gizmo, p *pathObject, _ arguments) goja.Value {
		return g.next(p.path, Step{Op: op})
	}
}

func numbered(op Op) method {
	return func(g *gizmo, p *pathObject, a arguments) goja.Value {
		a.need(1, 1)
		return g.next(p.path, Step{Op: op, Number: a.number(0)})
	}
}

func filterNodes(g *gizmo, p *pathObject, a arguments) goja.Value {
	filters, ok := a.filters()
	if !ok {
		a.fail("expected filters such as gt(5) or like(\"a%%\")")
	}
	return g.next(p.path, Step{Op: FilterNodes, Filters: filters})
}

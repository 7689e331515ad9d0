package queries

import (
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/voc"
	"github.com/dop251/goja"

	"sayso/graph"
)

// graphStarts are the methods of g, also called graph, that ask the host for nothing.
var graphStarts = map[string]method{
	"V": vertex, "Vertex": vertex,
	"M": morphism, "Morphism": morphism,
	"IRI": namespacedIRI, "Uri": namespacedIRI,
	"claims": claimsMethod,
}

// graphDeeds are those that do something.
var graphDeeds = map[string]method{
	"emit":                 emit,
	"addNamespace":         addNamespace,
	"addDefaultNamespaces": addDefaultNamespaces,
	"loadNamespaces":       loadNamespaces,
}

func vertex(g *gizmo, _ *pathObject, a arguments) goja.Value {
	if len(a.list) == 0 {
		return g.newPath(&Path{})
	}
	return g.next(&Path{}, a.isStep())
}

// isStep is the step of nodes by name; an empty list is no node, not all.
func (a arguments) isStep() Step {
	values := a.terms()
	if len(values) == 0 {
		return Step{Op: None}
	}
	return Step{Op: Is, Values: values}
}

func morphism(g *gizmo, _ *pathObject, _ arguments) goja.Value { return g.newPath(&Path{}) }

func namespacedIRI(g *gizmo, _ *pathObject, a arguments) goja.Value {
	a.need(1, 1)
	return g.newTerm(Term{Kind: IRI, Text: g.spaces.FullIRI(a.text(a.at(0)))})
}

func (g *gizmo) newTerm(t Term) goja.Value { return g.vm.ToValue(&termObject{t}) }

func emit(g *gizmo, _ *pathObject, a arguments) goja.Value {
	if a.isSet(0) {
		g.must(g.emit(a.at(0)))
	}
	return goja.Null()
}

func addNamespace(g *gizmo, _ *pathObject, a arguments) goja.Value {
	a.need(2, 2)
	g.spaces.Register(voc.Namespace{Prefix: a.text(a.at(0)) + ":", Full: a.text(a.at(1))})
	return goja.Undefined()
}

func addDefaultNamespaces(g *gizmo, _ *pathObject, _ arguments) goja.Value {
	voc.CloneTo(&g.spaces)
	for _, p := range graph.Prefixes {
		g.spaces.Register(voc.Namespace{Prefix: p.Name + ":", Full: p.IRI})
	}
	return goja.Undefined()
}

// cayleyNamespace and cayleyPrefix are how Cayley keeps namespaces in a graph.
const (
	cayleyNamespace = "cayley:namespace"
	cayleyPrefix    = "cayley:prefix"
)

func loadNamespaces(g *gizmo, _ *pathObject, _ arguments) goja.Value {
	const tag = "prefix"
	saved := &Path{Steps: []Step{
		{Op: Has, Via: viaIRI("rdf:type"), Values: []Term{{Kind: IRI, Text: cayleyNamespace}}},
		{Op: Save, Via: viaIRI(cayleyPrefix), Tags: []string{tag}},
	}}
	for _, row := range g.rows(&pathObject{saved}, -1) {
		prefix, isPrefix := row[tag].(quad.IRI)
		full, isFull := row[EndOfPath].(quad.IRI)
		if isPrefix && isFull {
			g.spaces.Register(voc.Namespace{Prefix: string(prefix), Full: string(full)})
		}
	}
	return goja.Undefined()
}

func viaIRI(iri string) *Via { return &Via{Values: []Term{{Kind: IRI, Text: iri}}} }

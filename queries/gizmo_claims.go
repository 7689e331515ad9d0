package queries

import (
	"github.com/dop251/goja"

	"sayso/graph"
)

// claimsMethod is g.claims(subject, relation, object), an addition of ours: a path to the claims with these parts, each of
// them a name, a list of names, or null for any. The relation is matched by its name or its lemma.
func claimsMethod(g *gizmo, _ *pathObject, a arguments) goja.Value {
	a.need(0, 3)
	p := &Path{}
	for i, part := range []string{"rdf:subject", "rdf:predicate", "rdf:object"} {
		if !a.isSet(i) {
			continue
		}
		only := a
		only.list = a.list[i : i+1]
		terms := only.terms()
		from := &Path{Steps: []Step{{Op: Is, Values: terms}, {Op: In, Via: viaIRI(part)}}}
		switch {
		case len(terms) == 0:
			from = &Path{Steps: []Step{{Op: None}}}
		case part == "rdf:predicate":
			from = relationsCalled(terms)
		}
		if len(p.Steps) == 0 {
			p = from
			continue
		}
		p = p.then(Step{Op: And, Path: from})
	}
	if len(p.Steps) == 0 {
		p = &Path{Steps: []Step{{Op: Is, Values: []Term{{Kind: IRI, Text: string(graph.RDFStatement)}}}, {Op: In, Via: viaIRI("rdf:type")}}}
	}
	return g.next(p, Step{Op: Unique})
}

// relationsCalled leads to the claims of relations by what they are called: p:led by "led" and by "lead".
func relationsCalled(terms []Term) *Path {
	var exact, texts []Term
	for _, t := range terms {
		if t.Kind == Name {
			t.Kind = String
			texts = append(texts, t)
			continue
		}
		exact = append(exact, t)
	}
	named := func(by string) *Path { return &Path{Steps: []Step{{Op: Has, Via: viaIRI(by), Values: texts}}} }
	p := &Path{Steps: []Step{{Op: None}}}
	if len(texts) > 0 {
		p = named(string(graph.RDFSLabel)).then(Step{Op: Or, Path: named(string(graph.Lemma))})
	}
	if len(exact) > 0 {
		p = p.then(Step{Op: Or, Path: &Path{Steps: []Step{{Op: Is, Values: exact}}}})
	}
	return p.then(Step{Op: Unique}).then(Step{Op: In, Via: viaIRI("rdf:predicate")})
}

package queries

import (
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/dop251/goja"

	"sayso/graph"
)

// evidence is path.evidence(), an addition of ours: in the place of the rows, the receipts of the edges that they walked.
// An edge is walked by an in, out or both of the path itself, not of one that it follows; of a path to claims, the claims
// are the receipts.
func evidence(g *gizmo, p *pathObject, a arguments) goja.Value {
	a.need(0, 1)
	g.answered = true
	marked, hops := markHops(p.path)
	g.must(marked.validateSteps())
	seen := map[string]bool{}
	for _, row := range g.rows(&pathObject{marked}, a.upTo(0)) {
		for _, claims := range receiptsOf(row, hops) {
			for _, c := range g.rows(&pathObject{withReceipt(claims)}, -1) {
				if key := quad.StringOf(c[EndOfPath]); !seen[key] {
					seen[key] = true
					g.emitRow(c, "subject", "relation", "object", "article", "voice", "quote", "start", "end", "claim")
				}
			}
		}
	}
	return goja.Undefined()
}

// hopMark is the name of a mark on one end of an edge, or on its predicate.
func hopMark(hop int, of string) string { return "evidence " + strconv.Itoa(hop) + " " + of }

// markHops tags both ends and the predicate of each edge that a path walks.
func markHops(p *Path) (marked *Path, hops []Op) {
	marked = &Path{}
	for _, s := range p.Steps {
		if s.Op != In && s.Op != Out {
			marked.Steps = append(marked.Steps, s)
			continue
		}
		n := len(hops)
		hops = append(hops, s.Op)
		s.Tags = append(s.Tags[:len(s.Tags):len(s.Tags)], hopMark(n, "relation"))
		marked.Steps = append(marked.Steps, Step{Op: Tag, Tags: []string{hopMark(n, "from")}}, s, Step{Op: Tag, Tags: []string{hopMark(n, "to")}})
	}
	return marked, hops
}

// receiptsOf are paths to the claims that a row rests on.
func receiptsOf(row Row, hops []Op) []*Path {
	if id, ok := row[EndOfPath].(quad.IRI); ok && strings.HasPrefix(string(graph.Short(id)), "c:") {
		return []*Path{{Steps: []Step{{Op: Is, Values: []Term{TermOf(id)}}}}}
	}
	var all []*Path
	for n, op := range hops {
		subject, relation, object := row[hopMark(n, "from")], row[hopMark(n, "relation")], row[hopMark(n, "to")]
		if op == In {
			subject, object = object, subject
		}
		if subject == nil || relation == nil || object == nil {
			continue
		}
		p := &Path{Steps: []Step{{Op: Is, Values: []Term{TermOf(subject)}}, {Op: In, Via: viaIRI("rdf:subject")}}}
		p = p.then(Step{Op: Has, Via: viaIRI("rdf:predicate"), Values: []Term{TermOf(relation)}})
		all = append(all, p.then(Step{Op: Has, Via: viaIRI("rdf:object"), Values: []Term{TermOf(object)}}))
	}
	return all
}

// withReceipt shows of claims what a reader needs to check them.
func withReceipt(claims *Path) *Path {
	p := claims.then(Step{Op: Unique})
	for _, part := range []struct{ of, as string }{{"rdf:subject", "subject"}, {"rdf:predicate", "relation"}, {"rdf:object", "object"}, {"prov:wasQuotedFrom", "article"}} {
		p = p.then(Step{Op: Save, Via: viaIRI(part.of), Tags: []string{part.as}})
	}
	p = p.then(Step{Op: Save, Via: viaIRI("s:voice"), Tags: []string{"voice"}, Optional: true})
	for _, step := range []Step{
		{Op: Tag, Tags: []string{"claim"}}, {Op: Out, Via: viaIRI("oa:hasSelector")}, {Op: Save, Via: viaIRI("oa:exact"), Tags: []string{"quote"}},
		{Op: Save, Via: viaIRI("oa:start"), Tags: []string{"start"}}, {Op: Save, Via: viaIRI("oa:end"), Tags: []string{"end"}},
		{Op: Back, Tags: []string{"claim"}},
	} {
		p = p.then(step)
	}
	return p
}

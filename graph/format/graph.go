package format

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"sayso/graph"
)

// Graph is quads as things and what is said between them, for formats that draw.
type Graph struct {
	Nodes []Node // by ID
	Edges []Edge // none is joined with another, however alike they are
}

// Node is a thing, or a value. SameAs is its IRI elsewhere, where that is known.
type Node struct{ ID, Name, Type, SameAs string }

// Edge is a claim with its receipt, or any other quad. A claim without an object leads back to its subject.
type Edge struct {
	ID         string
	Source     string
	Target     string
	Relation   string // in words
	Predicate  string
	Voice      string // the quad's label: on whose say-so
	Speaker    string // the name of who is quoted, if anybody is
	Article    string
	Claim      string
	Quote      string
	Time       string // as TIMEX3
	Start      string // the first day of it, and the last; "" where it has none
	End        string
	Polarity   string
	Modality   string
	Arguments  string
	Confidence float64 // 1 of a quad that is no claim
}

// attribute is one thing that every format says of an edge.
type attribute struct {
	name string
	of   func(Edge) string
}

// attributes are in the order in which formats write them; confidence, a number, comes after them.
var attributes = []attribute{
	{"relation", func(e Edge) string { return e.Relation }},
	{"predicate", func(e Edge) string { return e.Predicate }},
	{"voice", func(e Edge) string { return e.Voice }},
	{"speaker", func(e Edge) string { return e.Speaker }},
	{"article", func(e Edge) string { return e.Article }},
	{"claim", func(e Edge) string { return e.Claim }},
	{"quote", func(e Edge) string { return e.Quote }},
	{"time", func(e Edge) string { return e.Time }},
	{"first_day", func(e Edge) string { return e.Start }},
	{"last_day", func(e Edge) string { return e.End }},
	{"polarity", func(e Edge) string { return e.Polarity }},
	{"modality", func(e Edge) string { return e.Modality }},
	{"arguments", func(e Edge) string { return e.Arguments }},
}

// GraphOf draws quads. Those that describe claims, things, relations and articles become what they say of the
// edges and nodes; every other one is an edge of its own.
func GraphOf(quads []quad.Quad) Graph {
	d := drawing{nodes: map[string]Node{}, names: map[quad.Value]string{}, types: map[quad.Value]string{}, same: map[string]string{}}
	claims, _ := graph.Claims(quads) // of one that lacks something, the direct quad is drawn
	d.describe(quads)
	covered := coveredBy(claims)
	for _, c := range claims {
		d.claim(c)
	}
	for _, q := range quads {
		if !covered[q] && !(len(claims) > 0 && describes(q)) && !names(q) {
			d.quad(q)
		}
	}
	return d.graph()
}

// coveredBy are the quads that claims come to.
func coveredBy(claims []graph.Claim) map[quad.Quad]bool {
	covered := map[quad.Quad]bool{}
	for len(claims) > 0 {
		n := 1
		for n < len(claims) && claims[n].Document == claims[0].Document {
			n++
		}
		a := graph.Article{ID: claims[0].Document, Claims: claims[:n]}
		for _, q := range a.Quads() {
			covered[q] = true
		}
		claims = claims[n:]
	}
	return covered
}

// describes tells whether a quad is about an article, a voice, a relation or a claim rather than a thing.
func describes(q quad.Quad) bool {
	iri, _ := q.Subject.(quad.IRI)
	short := string(graph.Short(iri))
	if q.Predicate == graph.RDFType || q.Predicate == graph.Named || q.Predicate == graph.StandsFor || q.Predicate == graph.OWLSameAs {
		return strings.HasPrefix(short, "e:") || isOurs(short)
	}
	return isOurs(short)
}

func isOurs(short string) bool {
	return strings.HasPrefix(short, "a:") || strings.HasPrefix(short, "p:") || strings.HasPrefix(short, "c:")
}

// names tells whether a quad says what something is called.
func names(q quad.Quad) bool {
	switch q.Object.(type) {
	case quad.String, quad.LangString:
		return q.Predicate == graph.RDFSLabel || q.Predicate == graph.SKOSAltLabel
	}
	return false
}

// drawing is a graph on its way.
type drawing struct {
	nodes map[string]Node
	edges []Edge
	names map[quad.Value]string
	types map[quad.Value]string
	same  map[string]string // IRIs elsewhere, by ID
}

func (d *drawing) describe(quads []quad.Quad) {
	for _, q := range quads {
		switch {
		case q.Predicate == graph.RDFSLabel && names(q):
			text, _ := lexical(q.Object)
			d.names[q.Subject] = text
		case q.Predicate == graph.OWLSameAs:
			d.same[idOf(q.Subject)] = idOf(q.Object)
		case q.Predicate == graph.RDFType:
			if iri, ok := q.Object.(quad.IRI); ok {
				d.types[q.Subject] = local(iri)
			}
		}
	}
}

// local is the last part of an IRI.
func local(iri quad.IRI) string {
	s := string(graph.Short(iri))
	return s[strings.LastIndexAny(s, ":/#")+1:]
}

func (d *drawing) claim(c graph.Claim) {
	e := Edge{
		ID:         "edge:" + c.ID,
		Source:     d.node(c.Subject, c.ID+"#subject"),
		Relation:   strings.ReplaceAll(c.Predicate.Name, "_", " "),
		Predicate:  string(c.Predicate.ID),
		Voice:      string(graph.ArticleIRI(c.Document)),
		Article:    c.Document,
		Claim:      c.ID,
		Quote:      c.Quote,
		Polarity:   string(c.Polarity),
		Modality:   string(c.Modality),
		Arguments:  arguments(c),
		Confidence: c.Confidence,
	}
	e.Target = e.Source
	if c.Object != nil {
		e.Target = d.node(*c.Object, strconv.Quote(cmp.Or(c.Object.Value, c.Object.Name)))
	}
	if c.Attribution != nil {
		e.Voice, e.Speaker = string(graph.VoiceIRI(c.Document, c.Attribution)), c.Attribution.Source.Name
	}
	if c.Time != nil {
		e.Time = c.Time.Value
		e.Start, e.End = days(c.Time.Value)
	}
	d.edges = append(d.edges, e)
}

// node notes an end of a claim; unnamed is the ID of what has none of its own.
func (d *drawing) node(n graph.Node, unnamed string) string {
	id := cmp.Or(string(n.ID), unnamed)
	if _, ok := d.nodes[id]; !ok {
		d.nodes[id] = Node{ID: id, Name: cmp.Or(n.Name, n.Mention, n.Value), Type: cmp.Or(string(n.Type), "Text")}
	}
	return id
}

func arguments(c graph.Claim) string {
	var all []string
	for _, a := range c.Arguments {
		all = append(all, a.Role+": "+a.Text)
	}
	return strings.Join(all, "; ")
}

func (d *drawing) quad(q quad.Quad) {
	e := Edge{ID: "edge:" + strconv.Itoa(len(d.edges)+1), Source: d.value(q.Subject), Target: d.value(q.Object), Confidence: 1}
	e.Predicate, e.Relation = idOf(q.Predicate), d.names[q.Predicate]
	if iri, ok := q.Predicate.(quad.IRI); ok && e.Relation == "" {
		e.Relation = strings.ReplaceAll(local(iri), "_", " ")
	}
	if q.Label != nil {
		e.Voice = idOf(q.Label)
	}
	d.edges = append(d.edges, e)
}

func (d *drawing) value(v quad.Value) string {
	id := idOf(v)
	if _, ok := d.nodes[id]; ok {
		return id
	}
	n := Node{ID: id, Name: d.names[v], Type: d.types[v]}
	if iri, ok := v.(quad.IRI); ok {
		n.Name = cmp.Or(n.Name, strings.ReplaceAll(local(iri), "_", " "), id)
	} else if _, blank := v.(quad.BNode); !blank {
		n.Name, _ = lexical(v)
		n.Type = "Text"
	}
	d.nodes[id] = n
	return id
}

// idOf is an IRI by our prefixes, and any other value as N-Quads has it.
func idOf(v quad.Value) string {
	if iri, ok := v.(quad.IRI); ok {
		return string(graph.Short(iri))
	}
	return string(appendTerm(nil, v))
}

func (d *drawing) graph() Graph {
	g := Graph{Edges: d.edges}
	for _, n := range d.nodes {
		n.SameAs = d.same[n.ID]
		g.Nodes = append(g.Nodes, n)
	}
	slices.SortFunc(g.Nodes, func(a, b Node) int { return cmp.Compare(a.ID, b.ID) })
	return g
}

// days are the first and the last day of a TIMEX3 value; "" where it has none.
func days(value string) (first, last string) {
	if from, to, interval := strings.Cut(value, "/"); interval {
		first, _ = days(from)
		_, last = days(to)
		return first, last
	}
	value, _, _ = strings.Cut(value, "T")
	for _, unit := range []struct {
		layout              string
		years, months, days int
	}{{time.DateOnly, 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if from, err := time.Parse(unit.layout, value); err == nil {
			return from.Format(time.DateOnly), from.AddDate(unit.years, unit.months, unit.days).AddDate(0, 0, -1).Format(time.DateOnly)
		}
	}
	return "", ""
}

// drawn is how a format that draws is written.
func drawn(draw func(io.Writer, Graph) error) func(io.Writer, Quads) error {
	return func(w io.Writer, quads Quads) error {
		all, err := Collect(checked(quads))
		if err != nil {
			return err
		}
		return draw(w, GraphOf(all))
	}
}

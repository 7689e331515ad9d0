package graph

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// descriptions holds quads by what they are about, each graph for itself.
type descriptions map[thing]map[quad.Value][]quad.Value

type thing struct{ label, subject quad.Value }

func describe(quads []quad.Quad) descriptions {
	d := descriptions{}
	seen := make(map[quad.Quad]bool, len(quads))
	for _, q := range quads {
		if seen[q] {
			continue
		}
		seen[q] = true
		about := d[thing{q.Label, q.Subject}]
		if about == nil {
			about = map[quad.Value][]quad.Value{}
			d[thing{q.Label, q.Subject}] = about
		}
		about[q.Predicate] = append(about[q.Predicate], q.Object)
	}
	return d
}

// having lists what has the predicate and, unless that is nil, the object, by label and subject.
func (d descriptions) having(predicate quad.IRI, object quad.Value) []thing {
	var things []thing
	for t, about := range d {
		if objects := about[predicate]; len(objects) > 0 && (object == nil || slices.Contains(objects, object)) {
			things = append(things, t)
		}
	}
	slices.SortFunc(things, func(a, b thing) int {
		return cmp.Or(compareValues(a.label, b.label), compareValues(a.subject, b.subject))
	})
	return things
}

// all is in no particular order, for quads have none.
func (d descriptions) all(label quad.Value, subject, predicate quad.IRI) []quad.Value {
	return d[thing{label, subject}][predicate]
}

// one is nil where there is none, and always the same one where there are more.
func (d descriptions) one(label quad.Value, subject, predicate quad.IRI) quad.Value {
	return least(d.all(label, subject, predicate))
}

func (d descriptions) text(label quad.Value, subject, predicate quad.IRI) string {
	s, _ := d.one(label, subject, predicate).(quad.String)
	return string(s)
}

// typeOf ignores types that are not of our vocabulary.
func (d descriptions) typeOf(label quad.Value, subject quad.IRI) Type {
	var types []quad.Value
	for _, v := range d.all(label, subject, RDFType) {
		if iri, ok := v.(quad.IRI); ok && strings.HasPrefix(string(iri), schema) {
			types = append(types, iri)
		}
	}
	iri, _ := least(types).(quad.IRI)
	return Type(strings.TrimPrefix(string(iri), schema))
}

func least(values []quad.Value) quad.Value {
	if len(values) == 0 {
		return nil
	}
	return slices.MinFunc(values, compareValues)
}

func compareValues(a, b quad.Value) int {
	return strings.Compare(quad.StringOf(a), quad.StringOf(b))
}

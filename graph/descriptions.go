package graph

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// descriptions holds quads by what they are about, each graph for itself.
type descriptions struct {
	things     map[thing]int // places in rows
	predicates map[quad.Value]int
	rows       [][]row // of each thing, sorted by predicate
}

type thing struct{ label, subject quad.Value }

// row is the objects that a thing has by a predicate.
type row struct {
	predicate int
	objects   []quad.Value
}

func describe(quads []quad.Quad) descriptions {
	d := descriptions{things: make(map[thing]int, len(quads)/8), predicates: map[quad.Value]int{}}
	said := make([]statement, len(quads))
	for i, q := range quads {
		said[i] = statement{numbered(d.things, thing{q.Label, q.Subject}), numbered(d.predicates, q.Predicate), q.Object}
	}
	slices.SortFunc(said, func(a, b statement) int {
		return cmp.Or(cmp.Compare(a.thing, b.thing), cmp.Compare(a.predicate, b.predicate))
	})
	d.rows = make([][]row, len(d.things))
	objects := make([]quad.Value, 0, len(quads))
	for len(said) > 0 {
		first, n := said[0], 1
		for n < len(said) && said[n].thing == first.thing && said[n].predicate == first.predicate {
			n++
		}
		start := len(objects)
		objects = appendEach(objects, said[:n])
		d.rows[first.thing] = append(d.rows[first.thing], row{first.predicate, objects[start:len(objects):len(objects)]})
		said = said[n:]
	}
	return d
}

// statement is a quad with numbers for what is compared often.
type statement struct {
	thing, predicate int
	object           quad.Value
}

func numbered[K comparable](numbers map[K]int, key K) int {
	n, ok := numbers[key]
	if !ok {
		n = len(numbers)
		numbers[key] = n
	}
	return n
}

// appendEach adds the objects of statements, each once.
func appendEach(objects []quad.Value, said []statement) []quad.Value {
	if len(said) == 1 {
		return append(objects, said[0].object)
	}
	seen := make(map[quad.Value]bool, len(said))
	for _, s := range said {
		if !seen[s.object] {
			seen[s.object] = true
			objects = append(objects, s.object)
		}
	}
	return objects
}

// having lists what has the predicate and, unless that is nil, the object, by label and subject.
func (d descriptions) having(predicate quad.IRI, object quad.Value) []thing {
	var things []thing
	for t, at := range d.things {
		if objects := d.objects(at, predicate); len(objects) > 0 && (object == nil || slices.Contains(objects, object)) {
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
	at, ok := d.things[thing{label, subject}]
	if !ok {
		return nil
	}
	return d.objects(at, predicate)
}

func (d descriptions) objects(thing int, predicate quad.IRI) []quad.Value {
	n, ok := d.predicates[predicate]
	if !ok {
		return nil
	}
	rows := d.rows[thing]
	i, ok := slices.BinarySearchFunc(rows, n, func(r row, n int) int { return cmp.Compare(r.predicate, n) })
	if !ok {
		return nil
	}
	return rows[i].objects
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
	switch len(values) {
	case 0:
		return nil
	case 1:
		return values[0]
	}
	return slices.MinFunc(values, compareValues)
}

func compareValues(a, b quad.Value) int {
	return strings.Compare(quad.StringOf(a), quad.StringOf(b))
}

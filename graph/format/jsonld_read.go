package format

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/piprate/json-gold/ld"

	"sayso/graph"
)

func readJSONLD(r io.Reader) Quads {
	return func(yield func(quad.Quad, error) bool) {
		nodes, err := expand(r)
		if err != nil {
			yield(quad.Quad{}, err)
			return
		}
		d := &jsonldReader{yield: yield, labels: map[string]quad.BNode{}}
		for _, n := range nodes {
			d.value(n, nil)
		}
		if d.err != nil {
			yield(quad.Quad{}, d.err)
		}
	}
}

// expand undoes every short form, so that what is left names all things in full.
func expand(r io.Reader) ([]any, error) {
	var document any
	limited := &io.LimitedReader{R: r, N: longestDocument + 1}
	if err := json.NewDecoder(limited).Decode(&document); err != nil {
		if limited.N == 0 {
			return nil, fmt.Errorf("longer than %d bytes", longestDocument)
		}
		return nil, err
	}
	switch document.(type) {
	case object, []any:
	default:
		return nil, errors.New("want an object or a list")
	}
	return expandDocument(document)
}

func expandDocument(document any) (nodes []any, err error) {
	// json-gold asserts types that an odd context need not have: FuzzJSONLD.
	defer func() {
		if p := recover(); p != nil {
			nodes, err = nil, fmt.Errorf("malformed JSON-LD: %v", p)
		}
	}()
	options := ld.NewJsonLdOptions("")
	options.DocumentLoader = refuser{}
	return ld.NewJsonLdProcessor().Expand(document, options)
}

// refuser loads nothing, from the network or the disk: a document brings its own context.
type refuser struct{}

func (refuser) LoadDocument(url string) (*ld.RemoteDocument, error) {
	return nil, ld.NewJsonLdError(ld.LoadingRemoteContextFailed, fmt.Sprintf("%q is not fetched", url))
}

// jsonldReader walks an expanded document. After stop it yields no more.
type jsonldReader struct {
	yield  func(quad.Quad, error) bool
	labels map[string]quad.BNode // new ones for those of the document
	fresh  int
	stop   bool
	err    error
}

func (d *jsonldReader) emit(q quad.Quad) {
	if d.stop {
		return
	}
	if err := check(q); err != nil {
		d.fail(err)
		return
	}
	d.stop = !d.yield(q, nil)
}

func (d *jsonldReader) fail(err error) {
	if !d.stop {
		d.stop, d.err = true, err
	}
}

// value says what there is to say about v in the graph, and returns what stands for v itself.
func (d *jsonldReader) value(v any, label quad.Value) quad.Value {
	o, ok := v.(object)
	switch {
	case !ok:
		d.fail(fmt.Errorf("%T where a node should be", v))
		return nil
	case o["@value"] != nil:
		return d.literal(o)
	case o["@list"] != nil:
		return d.list(array(o["@list"]), label)
	}
	return d.node(o, label)
}

func (d *jsonldReader) node(o object, label quad.Value) quad.Value {
	id := d.id(o["@id"])
	for _, key := range slices.Sorted(maps.Keys(o)) {
		switch key {
		case "@id", "@index":
		case "@type":
			for _, t := range array(o[key]) {
				d.emit(quad.Quad{Subject: id, Predicate: graph.RDFType, Object: d.id(t), Label: label})
			}
		case "@graph":
			for _, n := range array(o[key]) {
				d.value(n, id)
			}
		case "@included":
			for _, n := range array(o[key]) {
				d.value(n, label)
			}
		case "@reverse":
			d.reverse(o[key], id, label)
		default:
			for _, n := range array(o[key]) {
				d.emit(quad.Quad{Subject: id, Predicate: d.id(key), Object: d.value(n, label), Label: label})
			}
		}
	}
	return id
}

func (d *jsonldReader) reverse(v any, id, label quad.Value) {
	properties, _ := v.(object)
	for _, key := range slices.Sorted(maps.Keys(properties)) {
		for _, n := range array(properties[key]) {
			d.emit(quad.Quad{Subject: d.value(n, label), Predicate: d.id(key), Object: id, Label: label})
		}
	}
}

func (d *jsonldReader) id(v any) quad.Value {
	id, _ := v.(string)
	if id != "" && !strings.HasPrefix(id, "_:") {
		return quad.IRI(id)
	}
	label, known := d.labels[id]
	if !known || id == "" {
		label = quad.BNode("b" + strconv.Itoa(d.fresh))
		d.fresh++
		d.labels[id] = label
	}
	return label
}

func (d *jsonldReader) literal(o object) quad.Value {
	datatype, _ := o["@type"].(string)
	if datatype == "@json" {
		text, err := json.Marshal(o["@value"])
		if err != nil {
			d.fail(err)
		}
		return quad.TypedString{Value: quad.String(text), Type: rdf + "JSON"}
	}
	switch v := o["@value"].(type) {
	case string:
		return d.text(v, datatype, o["@language"])
	case bool:
		return quad.Bool(v)
	case float64:
		return number(v, datatype)
	}
	d.fail(errors.New("@value is neither text, number nor boolean"))
	return nil
}

func (d *jsonldReader) text(text, datatype string, language any) quad.Value {
	if tag, ok := language.(string); ok {
		return quad.LangString{Value: quad.String(text), Lang: tag}
	}
	if datatype == "" {
		return quad.String(text)
	}
	return literal(text, quad.IRI(datatype))
}

// number is an integer where it is a whole one, as JSON-LD has it.
func number(f float64, datatype string) quad.Value {
	whole := f == math.Trunc(f) && math.Abs(f) < 1<<53
	if whole && datatype != xsdDouble {
		return literal(strconv.FormatInt(int64(f), 10), quad.IRI(cmp.Or(datatype, xsdInteger)))
	}
	return literal(formatDouble(f), quad.IRI(cmp.Or(datatype, xsdDouble)))
}

const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

// list is a chain of rdf:first and rdf:rest.
func (d *jsonldReader) list(values []any, label quad.Value) quad.Value {
	var rest quad.Value = quad.IRI(rdf + "nil")
	for _, v := range slices.Backward(values) {
		cell := d.id(nil)
		d.emit(quad.Quad{Subject: cell, Predicate: quad.IRI(rdf + "first"), Object: d.value(v, label), Label: label})
		d.emit(quad.Quad{Subject: cell, Predicate: quad.IRI(rdf + "rest"), Object: rest, Label: label})
		rest = cell
	}
	return rest
}

// array is what expansion makes of nearly everything.
func array(v any) []any {
	if a, ok := v.([]any); ok {
		return a
	}
	return []any{v}
}

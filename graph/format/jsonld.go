package format

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/cayleygraph/quad"

	"sayso/graph"
)

// jsonld is JSON-LD 1.1: named graphs under our prefixes. Reading
// gives blank nodes new labels and puts language tags in lower case.
var jsonld = Format{
	Name:       "jsonld",
	MediaTypes: []string{"application/ld+json"},
	Extensions: []string{".jsonld"},
	Write:      writeJSONLD,
	Read:       readJSONLD,
}

type object = map[string]any

// writeJSONLD writes neighbouring quads of one graph, and in it of one subject, as one object.
// That many objects speak of one node is as good to JSON-LD, and so the graph need not fit in memory.
func writeJSONLD(w io.Writer, quads Quads) error {
	b := bufio.NewWriter(w)
	d := &jsonldWriter{w: b}
	fmt.Fprintf(b, `{"@context": %s, "@graph": [`, marshal(context()))
	for q, err := range checked(quads) {
		if err == nil {
			err = d.quad(q)
		}
		if err != nil {
			return err
		}
	}
	d.closeGraph()
	fmt.Fprint(b, "\n]}\n")
	return b.Flush()
}

func context() map[string]string {
	c := map[string]string{}
	for _, p := range graph.Prefixes {
		c[p.Name] = p.IRI
	}
	return c
}

func isPrefix(scheme string) bool {
	for _, p := range graph.Prefixes {
		if p.Name == scheme {
			return true
		}
	}
	return false
}

type jsonldWriter struct {
	w       *bufio.Writer // keeps its first error until it is flushed
	written int           // graphs, and nodes that stand in none
	last    *quad.Quad    // of the open node; nil when none is
	node    object
	nodes   int // written in the open graph
}

func (d *jsonldWriter) quad(q quad.Quad) error {
	if d.last == nil || d.last.Label != q.Label {
		d.closeGraph()
		if err := d.openGraph(q.Label); err != nil {
			return err
		}
	} else if d.last.Subject != q.Subject {
		d.closeNode()
	}
	d.last = &q
	return d.add(q)
}

// add adds a quad to the open node.
func (d *jsonldWriter) add(q quad.Quad) error {
	subject, err := nodeID(q.Subject)
	if err != nil {
		return err
	}
	key, value, err := property(q)
	if err != nil {
		return err
	}
	if d.node == nil {
		d.node = object{"@id": subject}
	}
	values, _ := d.node[key].([]any)
	d.node[key] = append(values, value)
	return nil
}

func property(q quad.Quad) (key string, value any, err error) {
	predicate, ok := q.Predicate.(quad.IRI)
	if !ok {
		return "", nil, fmt.Errorf("JSON-LD has no predicate %s", q.Predicate)
	}
	if key, err = compact(predicate); err != nil {
		return "", nil, err
	}
	if _, isType := q.Object.(quad.Identifier); isType && predicate == graph.RDFType {
		value, err = nodeID(q.Object)
		return "@type", value, err
	}
	value, err = jsonldValue(q.Object)
	return key, value, err
}

func jsonldValue(v quad.Value) (any, error) {
	switch v := v.(type) {
	case quad.Identifier:
		id, err := nodeID(v)
		return object{"@id": id}, err
	case quad.String:
		return string(v), nil
	case quad.Bool:
		return bool(v), nil
	case quad.LangString:
		return object{"@value": string(v.Value), "@language": v.Lang}, nil
	}
	text, datatype := lexical(v)
	short, err := compact(datatype)
	return object{"@value": text, "@type": short}, err
}

func nodeID(v quad.Value) (string, error) {
	switch v := v.(type) {
	case quad.IRI:
		return compact(v)
	case quad.BNode:
		return v.String(), nil
	}
	return "", fmt.Errorf("JSON-LD has no node %s", v)
}

// compact shortens an IRI by our prefixes. An IRI that would be taken for a short one, and one
// that is relative, JSON-LD cannot hold.
func compact(iri quad.IRI) (string, error) {
	if short := string(graph.Short(iri)); short != string(iri) {
		_, local, _ := strings.Cut(short, ":")
		if local == "" || strings.HasPrefix(local, "//") {
			return string(iri), nil
		}
		return short, nil
	}
	scheme, local, absolute := strings.Cut(string(iri), ":")
	if !absolute || strings.ContainsAny(scheme, "/?#") || isPrefix(scheme) && !strings.HasPrefix(local, "//") {
		return "", fmt.Errorf("JSON-LD cannot hold the IRI %s", iri)
	}
	return string(iri), nil
}

func (d *jsonldWriter) openGraph(label quad.Value) error {
	if label == nil {
		return nil
	}
	id, err := nodeID(label)
	if err != nil {
		return err
	}
	d.separate(d.written)
	d.written++
	fmt.Fprintf(d.w, `{"@id": %s, "@graph": [`, marshal(id))
	return nil
}

func (d *jsonldWriter) closeGraph() {
	if d.last == nil {
		return
	}
	d.closeNode()
	if d.last.Label != nil {
		fmt.Fprint(d.w, "\n]}")
	}
	d.last, d.nodes = nil, 0
}

func (d *jsonldWriter) closeNode() {
	if d.last.Label == nil {
		d.separate(d.written)
		d.written++
	} else {
		d.separate(d.nodes)
		d.nodes++
	}
	for key, v := range d.node {
		if values, ok := v.([]any); ok && len(values) == 1 {
			d.node[key] = values[0]
		}
	}
	d.w.Write(marshal(d.node))
	d.node = nil
}

func (d *jsonldWriter) separate(before int) {
	if before > 0 {
		fmt.Fprint(d.w, ",")
	}
	fmt.Fprintln(d.w)
}

// marshal leaves < and > as they are; maps, slices and texts cannot fail.
func marshal(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err)
	}
	return bytes.TrimRight(b.Bytes(), "\n")
}

package format

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/cayleygraph/quad"

	"sayso/graph"
)

// turtle is Turtle 1.1, which has no place for labels: on whose say-so a claim stands, its own node says.
var turtle = Format{
	Name:       "turtle",
	MediaTypes: []string{"text/turtle"},
	Extensions: []string{".ttl"},
	Write: func(w io.Writer, quads Quads) error {
		return writeTurtle(w, unlabelled(quads))
	},
}

// trig is Turtle with a graph for each label.
var trig = Format{
	Name:       "trig",
	MediaTypes: []string{"application/trig"},
	Extensions: []string{".trig"},
	Write:      writeTurtle,
}

// unlabelled are the quads as triples.
func unlabelled(quads Quads) Quads {
	return func(yield func(quad.Quad, error) bool) {
		for q, err := range quads {
			q.Label = nil
			if !yield(q, err) {
				return
			}
		}
	}
}

// writeTurtle joins what stands together and is of one subject.
func writeTurtle(w io.Writer, quads Quads) error {
	b := bufio.NewWriter(w)
	for _, p := range graph.Prefixes {
		fmt.Fprintf(b, "@prefix %s: <%s> .\n", p.Name, p.IRI)
	}
	var last quad.Quad
	open := false
	for q, err := range checked(quads) {
		if err == nil {
			err = triple(q)
		}
		if err != nil {
			return err
		}
		if open && q.Label == last.Label && q.Subject == last.Subject {
			fmt.Fprintf(b, " ;\n  %s %s", turtleTerm(q.Predicate), turtleTerm(q.Object))
			last = q
			continue
		}
		between(b, open, last.Label, q.Label)
		fmt.Fprintf(b, "%s %s %s", turtleTerm(q.Subject), turtleTerm(q.Predicate), turtleTerm(q.Object))
		last, open = q, true
	}
	if open {
		between(b, true, last.Label, nil)
	}
	return b.Flush()
}

// between ends a subject, and the graph that it stood in where another follows.
func between(b *bufio.Writer, open bool, from, to quad.Value) {
	if open {
		fmt.Fprint(b, " .\n")
	}
	if open && from != nil && from != to {
		fmt.Fprint(b, "}\n")
	}
	if to != nil && (!open || from != to) {
		fmt.Fprintf(b, "%s {\n", turtleTerm(to))
	}
}

// triple refuses what RDF has no place for.
func triple(q quad.Quad) error {
	_, subject := q.Subject.(quad.Identifier)
	_, predicate := q.Predicate.(quad.IRI)
	if !subject || !predicate {
		return fmt.Errorf("RDF has no triple %s", q.NQuad())
	}
	if _, label := q.Label.(quad.Identifier); q.Label != nil && !label {
		return fmt.Errorf("RDF has no graph %s", q.Label)
	}
	return nil
}

func turtleTerm(v quad.Value) string {
	if iri, ok := v.(quad.IRI); ok {
		short := string(graph.Short(iri))
		prefix, local, _ := strings.Cut(short, ":")
		if short != string(iri) && isLocalName(local) {
			return prefix + ":" + local
		}
	}
	if typed, ok := v.(quad.TypedString); ok {
		text := appendQuoted(nil, string(typed.Value))
		return string(text) + "^^" + turtleTerm(fullDatatype(typed.Type))
	}
	return string(appendTerm(nil, v))
}

// isLocalName is narrower than Turtle is: what it leaves out is written in full.
func isLocalName(s string) bool {
	if s == "" || s[0] == '-' || s[0] == '.' || s[len(s)-1] == '.' {
		return false
	}
	for _, r := range s {
		if r > 'z' || !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune("_-.", r)) {
			return false
		}
	}
	return true
}

package sparql

import (
	"crypto/rand"
	"fmt"
	"strings"

	"github.com/cayleygraph/quad"

	"sayso/graph/format"
)

const rdfLangString quad.IRI = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"

func sameTerm(_ *run, v []quad.Value) (quad.Value, error) {
	return quad.Bool(spelling(v[0]) == spelling(v[1])), nil
}

func isIRI(_ *run, v []quad.Value) (quad.Value, error) {
	_, ok := v[0].(quad.IRI)
	return quad.Bool(ok), nil
}

func isBlank(_ *run, v []quad.Value) (quad.Value, error) {
	_, ok := v[0].(quad.BNode)
	return quad.Bool(ok), nil
}

func isLiteralValue(_ *run, v []quad.Value) (quad.Value, error) {
	return quad.Bool(isLiteral(v[0])), nil
}

func isNumeric(_ *run, v []quad.Value) (quad.Value, error) {
	_, ok := numberOf(v[0])
	return quad.Bool(ok), nil
}

func str(_ *run, v []quad.Value) (quad.Value, error) {
	switch v := v[0].(type) {
	case quad.BNode:
		return nil, errType
	case quad.IRI:
		return quad.String(v), nil
	}
	text, _, _ := format.Lexical(v[0])
	return quad.String(text), nil
}

func lang(_ *run, v []quad.Value) (quad.Value, error) {
	switch v := v[0].(type) {
	case quad.IRI, quad.BNode:
		return nil, errType
	case quad.LangString:
		return quad.String(v.Lang), nil
	}
	return quad.String(""), nil
}

// langMatches is basic filtering of RFC 4647.
func langMatches(_ *run, v []quad.Value) (quad.Value, error) {
	tag, ok := v[0].(quad.String)
	wanted, also := v[1].(quad.String)
	if !ok || !also {
		return nil, errType
	}
	if wanted == "*" {
		return quad.Bool(tag != ""), nil
	}
	t, w := strings.ToLower(string(tag)), strings.ToLower(string(wanted))
	return quad.Bool(t == w || strings.HasPrefix(t, w+"-")), nil
}

func datatype(_ *run, v []quad.Value) (quad.Value, error) {
	switch v := v[0].(type) {
	case quad.IRI, quad.BNode:
		return nil, errType
	case quad.LangString:
		return rdfLangString, nil
	default:
		_, datatype, _ := format.Lexical(v)
		return datatype, nil
	}
}

func makeIRI(_ *run, v []quad.Value) (quad.Value, error) {
	switch v := v[0].(type) {
	case quad.IRI:
		return v, nil
	case quad.String:
		if v == "" || strings.ContainsAny(string(v), "<>\"{}|^`\\ \n\r\t") {
			return nil, errType
		}
		return quad.IRI(v), nil
	}
	return nil, errType
}

// makeBlank is another node with each call, but for one text within one query.
func makeBlank(r *run, v []quad.Value) (quad.Value, error) {
	if len(v) == 0 {
		return r.freshBlank(), nil
	}
	text, ok := v[0].(quad.String)
	if !ok {
		return nil, errType
	}
	if r.blanks == nil {
		r.blanks = map[quad.String]quad.BNode{}
	}
	if _, known := r.blanks[text]; !known {
		r.blanks[text] = r.freshBlank()
	}
	return r.blanks[text], nil
}

func (r *run) freshBlank() quad.BNode {
	r.minted++
	return quad.BNode(fmt.Sprintf("q%d", r.minted))
}

func withDatatype(_ *run, v []quad.Value) (quad.Value, error) {
	text, ok := v[0].(quad.String)
	datatype, also := v[1].(quad.IRI)
	if !ok || !also {
		return nil, errType
	}
	return format.Literal(string(text), datatype), nil
}

func withLanguage(_ *run, v []quad.Value) (quad.Value, error) {
	text, ok := v[0].(quad.String)
	tag, also := v[1].(quad.String)
	if !ok || !also || tag == "" {
		return nil, errType
	}
	return quad.LangString{Value: text, Lang: string(tag)}, nil
}

func uuidIRI(*run, []quad.Value) (quad.Value, error) { return quad.IRI("urn:uuid:" + uuid()), nil }

func uuidText(*run, []quad.Value) (quad.Value, error) { return quad.String(uuid()), nil }

// uuid is a random one, version 4 of RFC 9562.
func uuid() string {
	var b [16]byte
	_, _ = rand.Read(b[:])
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

package web

import (
	"encoding/json"
	"reflect"
	"strings"

	"sayso/graph"
)

// schemas are the shapes of what goes in and out, by the names of the Go types they are made from, so that they
// cannot say something else.
type schemas map[string]any

func (s schemas) of(value any) any { return s.ofType(reflect.TypeOf(value)) }

// fixed are the types whose JSON their kind does not tell.
var fixed = map[reflect.Type]object{
	reflect.TypeFor[graph.Ref]():       {"type": []string{"string", "null"}, "description": "a short IRI: e:Marco_Rubio"},
	reflect.TypeFor[json.RawMessage](): {},
	reflect.TypeFor[graph.Polarity]():  {"type": "string", "enum": []graph.Polarity{graph.Positive, graph.Negative}},
	reflect.TypeFor[graph.Modality](): {"type": "string", "enum": []graph.Modality{
		graph.Asserted, graph.Future, graph.Planned, graph.Possible, graph.Conditional, graph.Obligatory, graph.Questioned}},
}

func (s schemas) ofType(t reflect.Type) any {
	if known, ok := fixed[t]; ok {
		return known
	}
	switch t.Kind() {
	case reflect.Pointer:
		return object{"anyOf": []any{s.ofType(t.Elem()), object{"type": "null"}}}
	case reflect.Slice:
		return object{"type": "array", "items": s.ofType(t.Elem())}
	case reflect.Map:
		return object{"type": "object", "additionalProperties": s.ofType(t.Elem())}
	case reflect.Struct:
		return s.ofStruct(t)
	case reflect.String:
		return object{"type": "string"}
	case reflect.Bool:
		return object{"type": "boolean"}
	case reflect.Float32, reflect.Float64:
		return object{"type": "number"}
	case reflect.Interface:
		return object{}
	}
	return object{"type": "integer"}
}

// ofStruct names a struct once; one type may hold itself, as the source of a source does.
func (s schemas) ofStruct(t reflect.Type) any {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune("[]*/", r) {
			return '-'
		}
		return r
	}, t.Name())
	ref := object{"$ref": "#/components/schemas/" + name}
	if _, ok := s[name]; ok {
		return ref
	}
	s[name] = object{}
	properties := object{}
	s.fields(t, properties)
	s[name] = object{"type": "object", "properties": properties}
	return ref
}

func (s schemas) fields(t reflect.Type, into object) {
	for f := range t.Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case name == "-" || !f.IsExported():
		case f.Anonymous && name == "":
			s.fields(f.Type, into)
		default:
			into[name] = s.ofType(f.Type)
		}
	}
}

package mcp

import (
	"encoding/json"
	"reflect"

	"github.com/google/jsonschema-go/jsonschema"

	"sayso/graph"
	"sayso/queries"
	"sayso/queries/analysis"
)

// language is what a query is written in.
type language string

const inSPARQL language = "sparql"

// kind is the type of a thing that is looked for.
type kind graph.Type

// most is how many of something are wanted.
type most int

// schemaOf is the shape of what goes in or out of a tool. A type that has none is our own mistake.
func schemaOf[T any]() *jsonschema.Schema {
	s, err := jsonschema.For[T](&jsonschema.ForOptions{TypeSchemas: fixed()})
	if err != nil {
		panic(err)
	}
	return s
}

// fixed are the types whose JSON their kind does not tell, or not wholly.
func fixed() map[reflect.Type]*jsonschema.Schema {
	return map[reflect.Type]*jsonschema.Schema{
		reflect.TypeFor[graph.Ref]():             {Types: []string{"string", "null"}},
		reflect.TypeFor[json.RawMessage]():       {},
		reflect.TypeFor[language]():              oneOf("gizmo", inSPARQL),
		reflect.TypeFor[kind]():                  oneOf("Person", "Organization", "Place", "Event", "Work", "Thing"),
		reflect.TypeFor[analysis.ConflictKind](): oneOf("negated", "opposite", "number", "date", "object", "subject"),
		reflect.TypeFor[analysis.Status]():       oneOf("contested", "superseded"),
		reflect.TypeFor[queries.ParamType]():     oneOf("string", "number", "boolean", "date"),
		reflect.TypeFor[most](): {
			Type: "integer", Minimum: jsonschema.Ptr(1.0), Maximum: jsonschema.Ptr(200.0), Default: json.RawMessage("20"),
		},
	}
}

func oneOf(values ...any) *jsonschema.Schema { return &jsonschema.Schema{Type: "string", Enum: values} }

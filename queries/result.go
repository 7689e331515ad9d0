package queries

import (
	"bytes"
	"encoding/json"
	"slices"

	"github.com/cayleygraph/quad"
)

// Result is what a script answered, in order.
type Result struct {
	Answers   []Answer
	Columns   []string // the names that rows use, in the order of the script
	Truncated bool     // there was more
}

// Answer is a row that a path found or, where Row is nil, a value that the script emitted.
type Answer struct {
	Row     Row
	Emitted json.RawMessage
}

// Values are the answers as Cayley prints them; print is Native or Short. It is nil
// when there are none, since Cayley answers {"result":null} then.
func (r Result) Values(print func(quad.Value) any) []any {
	var values []any
	for _, a := range r.Answers {
		values = append(values, a.Value(print))
	}
	return values
}

// Value is the answer as Cayley prints it.
func (a Answer) Value(print func(quad.Value) any) any {
	if a.Row == nil {
		return reprint(a.Emitted, print)
	}
	shown := make(map[string]any, len(a.Row))
	for tag, v := range a.Row {
		shown[tag] = print(v)
	}
	return shown
}

// Get is what the answer shows under a name, whether a path tagged it or the script
// emitted an object; nil if nothing.
func (a Answer) Get(column string) quad.Value {
	if a.Row != nil {
		return a.Row[column]
	}
	var fields map[string]any
	if json.Unmarshal(a.Emitted, &fields) != nil {
		return nil
	}
	return emittedValue(fields[column])
}

// Fields are what the answer shows under each column, as [Short] prints it; where there is no column, the value that
// the script emitted.
func (a Answer) Fields(columns []string) map[string]any {
	row := map[string]any{}
	for _, column := range columns {
		row[column] = Short(a.Get(column))
	}
	if len(columns) == 0 {
		row["value"] = a.Emitted
	}
	return row
}

func emittedValue(field any) quad.Value {
	switch f := field.(type) {
	case nil:
		return nil
	case string:
		v, err := ReadTerm(f).Value()
		if err != nil {
			return quad.String(f)
		}
		return v
	case bool:
		return quad.Bool(f)
	case float64:
		return number(f)
	}
	text, _ := json.Marshal(field)
	return quad.String(text)
}

func number(f float64) quad.Value {
	if f == float64(int64(f)) {
		return quad.Int(f)
	}
	return quad.Float(f)
}

// Short is Native with the graph's prefixes: <e:Marco_Rubio>.
func Short(v quad.Value) any {
	switch v := v.(type) {
	case quad.IRI:
		return "<" + shorten(string(v)) + ">"
	case quad.TypedString:
		if s, ok := Native(v).(string); ok && s == v.String() {
			return quad.TypedString{Value: v.Value, Type: quad.IRI(shorten(string(v.Type)))}.String()
		}
	}
	return Native(v)
}

// reprint prints the values in an emitted JSON value, whose shape it keeps.
func reprint(emitted json.RawMessage, print func(quad.Value) any) any {
	// A string that names nothing, however long, stays as it is.
	if bytes.HasPrefix(emitted, []byte(`"`)) && !bytes.HasPrefix(emitted, []byte(`"<`)) && !bytes.HasPrefix(emitted, []byte(`"\`)) {
		return emitted
	}
	var v any
	if json.Unmarshal(emitted, &v) != nil {
		return emitted
	}
	return reprintAny(v, print)
}

func reprintAny(v any, print func(quad.Value) any) any {
	switch v := v.(type) {
	case string:
		if t := ReadTerm(v); t.Kind == IRI {
			return print(quad.IRI(t.Text))
		}
	case []any:
		for i := range v {
			v[i] = reprintAny(v[i], print)
		}
	case map[string]any:
		for k := range v {
			v[k] = reprintAny(v[k], print)
		}
	}
	return v
}

// Columns are the names under which the rows of a path show something, "id" first.
func (p *Path) Columns() []string {
	columns := []string{EndOfPath}
	for i := range p.Steps {
		s := &p.Steps[i]
		if s.Op != Back {
			columns = append(columns, s.Tags...)
		}
		for _, held := range s.paths() {
			columns = append(columns, held.Columns()[1:]...)
		}
	}
	return distinct(columns)
}

func distinct(names []string) []string {
	var once []string
	for _, n := range names {
		if !slices.Contains(once, n) {
			once = append(once, n)
		}
	}
	return once
}

package queries

import (
	"fmt"
	"strconv"
	"time"

	"github.com/dop251/goja"
)

// arguments are what a script hands to a function.
type arguments struct {
	g    *gizmo
	of   string // the function
	list []goja.Value
}

func (a arguments) fail(format string, args ...any) {
	panic(a.g.vm.NewTypeError("%s: %s", a.of, fmt.Sprintf(format, args...)))
}

// need checks how many there are.
func (a arguments) need(least, most int) {
	if n := len(a.list); n < least || n > most {
		a.fail("expected %s, got %d", countOf(least, most), n)
	}
}

func countOf(least, most int) string {
	if least == most {
		return fmt.Sprintf("%d argument(s)", least)
	}
	return fmt.Sprintf("%d to %d arguments", least, most)
}

// at is an argument, undefined where there is none.
func (a arguments) at(i int) goja.Value {
	if i < len(a.list) {
		return a.list[i]
	}
	return goja.Undefined()
}

func (a arguments) from(i int) arguments {
	a.list = a.list[min(i, len(a.list)):]
	return a
}

func (a arguments) isSet(i int) bool {
	return !goja.IsUndefined(a.at(i)) && !goja.IsNull(a.at(i))
}

// term is one value: a string as typed, a number, a boolean, a day, or what iri() and the like made.
func (a arguments) term(v goja.Value) Term {
	switch x := v.Export().(type) {
	case *termObject:
		return x.term
	case string:
		return a.g.read(x)
	case bool:
		return Term{Kind: Bool, Text: strconv.FormatBool(x)}
	case int64:
		return Term{Kind: Int, Text: strconv.FormatInt(x, 10)}
	case float64:
		return floatTerm(x)
	case time.Time:
		return Term{Kind: Time, Text: x.Format(time.RFC3339Nano)}
	}
	a.fail("expected a node or a value, got %s", describe(v))
	return Term{}
}

func floatTerm(f float64) Term {
	if f == float64(int64(f)) {
		return Term{Kind: Int, Text: strconv.FormatInt(int64(f), 10)}
	}
	return Term{Kind: Float, Text: strconv.FormatFloat(f, 'g', -1, 64)}
}

// read reads a string with the script's own namespaces.
func (g *gizmo) read(typed string) Term {
	t := ReadTerm(typed)
	if t.Kind == IRI {
		t.Text = g.spaces.FullIRI(t.Text)
	}
	return t
}

// terms are all values, those of lists included.
func (a arguments) terms() []Term {
	var all []Term
	for _, v := range a.flat() {
		all = append(all, a.term(v))
	}
	return all
}

// flat opens lists.
func (a arguments) flat() []goja.Value {
	var all []goja.Value
	for _, v := range a.list {
		if _, ok := v.Export().([]any); !ok {
			all = append(all, v)
			continue
		}
		list := v.ToObject(a.g.vm)
		n := int(list.Get("length").ToInteger())
		if n > maxValues {
			a.fail("at most %d values", maxValues)
		}
		for i := range n {
			all = append(all, orUndefined(list.Get(strconv.Itoa(i))))
		}
	}
	return all
}

func orUndefined(v goja.Value) goja.Value {
	if v == nil {
		return goja.Undefined()
	}
	return v
}

// path is a path given as argument i.
func (a arguments) path(i int) *Path {
	p, ok := a.at(i).Export().(*pathObject)
	if !ok {
		a.fail("expected a path, got %s", describe(a.at(i)))
	}
	return p.path
}

// via is what argument i says of predicates or labels; nil where it says nothing.
func (a arguments) via(i int) *Via {
	if !a.isSet(i) {
		return nil
	}
	if p, ok := a.at(i).Export().(*pathObject); ok {
		return &Via{Path: p.path}
	}
	only := a
	only.list = a.list[i : i+1]
	values := only.terms()
	if len(values) == 0 {
		return nil
	}
	return &Via{Values: values}
}

// tags are the strings from argument i on.
func (a arguments) tags(i int) []string {
	var tags []string
	for _, v := range a.from(i).flat() {
		if !goja.IsUndefined(v) && !goja.IsNull(v) {
			tags = append(tags, a.text(v))
		}
	}
	return tags
}

func (a arguments) text(v goja.Value) string {
	switch x := v.Export().(type) {
	case string:
		return x
	case *termObject:
		return x.String()
	}
	a.fail("expected a string, got %s", describe(v))
	return ""
}

func (a arguments) number(i int) int {
	switch n := a.at(i).Export().(type) {
	case int64:
		return int(n)
	case float64:
		return int(n)
	}
	a.fail("expected a number, got %s", describe(a.at(i)))
	return 0
}

// filters are the arguments if all of them are filters.
func (a arguments) filters() ([]Filter, bool) {
	var all []Filter
	for _, v := range a.flat() {
		f, ok := v.Export().(*filterObject)
		if !ok {
			return nil, false
		}
		all = append(all, f.filter)
	}
	return all, len(all) > 0
}

func describe(v goja.Value) string {
	switch x := v.Export().(type) {
	case nil:
		return v.String()
	case *pathObject:
		return "a path"
	case *filterObject:
		return "a filter"
	case string:
		return strconv.Quote(x)
	case []any:
		return "a list"
	}
	if _, ok := goja.AssertFunction(v); ok {
		return "a function"
	}
	if _, ok := v.(*goja.Object); ok {
		return "an object"
	}
	return v.String()
}

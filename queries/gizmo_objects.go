package queries

import (
	"reflect"
	"strings"

	"github.com/dop251/goja"
)

// pathObject is a path in a script; scripts see only the methods of its prototype.
type pathObject struct{ path *Path }

// termObject is an exact value in a script, such as iri("x").
type termObject struct{ term Term }

// filterObject is a filter in a script, such as gt(5).
type filterObject struct{ filter Filter }

// hidingNames keeps the Go side of an object out of a script's sight.
type hidingNames struct{}

func (hidingNames) FieldName(reflect.Type, reflect.StructField) string { return "" }

func (hidingNames) MethodName(_ reflect.Type, m reflect.Method) string {
	if m.Name == "ToJSON" {
		return "toJSON"
	}
	return ""
}

func (t *termObject) String() string {
	v, err := t.term.Value()
	if err != nil {
		return ""
	}
	if s, ok := Native(v).(string); ok {
		return s
	}
	return v.String()
}

// ToJSON is what JSON.stringify calls.
func (t *termObject) ToJSON() any { return t.String() }

func (g *gizmo) newPath(p *Path) goja.Value {
	o := g.vm.ToValue(&pathObject{p}).ToObject(g.vm)
	g.must(o.SetPrototype(g.paths))
	return o
}

// next is the path with one more step.
func (g *gizmo) next(p *Path, s Step) goja.Value {
	longer := p.then(s)
	g.must(longer.validateSteps())
	return g.newPath(longer)
}

// row is a row as a script sees it.
func (g *gizmo) row(r Row) goja.Value {
	o := g.vm.NewObject()
	for tag, v := range r {
		g.must(o.Set(tag, Native(v)))
	}
	return o
}

// emitRow answers with what a row has of some columns, in their order.
func (g *gizmo) emitRow(r Row, columns ...string) {
	o := g.vm.NewObject()
	for _, c := range columns {
		if v, ok := r[c]; ok {
			g.must(o.Set(c, Native(v)))
		}
	}
	g.must(g.emit(o))
}

func capitalised(name string) string { return strings.ToUpper(name[:1]) + name[1:] }

package queries

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/cayleygraph/quad/voc"
	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"
)

// Script is a query in Gizmo, with what it sees as the frozen object params.
type Script struct {
	Text   string         `json:"text"`
	Params map[string]any `json:"params,omitempty"`
}

// maxCallStack is how deep a script's functions may call each other.
const maxCallStack = 512

// Run runs the script in this process, where nothing bounds its memory and a native
// call cannot be interrupted: see queries/sandbox for scripts of other people.
func (s Script) Run(ctx context.Context, h Host) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = recovered(fault)
		}
	}()
	if len(s.Text) > MaxText {
		return LimitError{fmt.Sprintf("a query takes at most %d bytes", MaxText)}
	}
	program, err := s.compile()
	if err != nil {
		return err
	}
	g := &gizmo{vm: goja.New(), host: h}
	if err := g.prepare(s.Params); err != nil {
		return err
	}
	stop := context.AfterFunc(ctx, func() { g.vm.Interrupt(ctx.Err()) })
	defer stop()
	return g.explain(s, g.run(program))
}

func (s Script) compile() (*goja.Program, error) {
	tree, err := parser.ParseFile(nil, "", s.Text, 0, parser.WithDisableSourceMaps)
	if err != nil {
		return nil, s.syntaxError(err)
	}
	program, err := goja.CompileAST(tree, false)
	if err != nil {
		return nil, s.syntaxError(err)
	}
	return program, nil
}

// gizmo is one script at work.
type gizmo struct {
	vm        *goja.Runtime
	host      Host
	spaces    voc.Namespaces // those the script adds
	paths     *goja.Object   // prototype of all path objects
	stringify goja.Callable
	answered  bool
}

func (g *gizmo) prepare(params map[string]any) error {
	g.vm.SetMaxCallStackSize(maxCallStack)
	g.vm.SetFieldNameMapper(hidingNames{})
	g.stringify, _ = goja.AssertFunction(g.vm.Get("JSON").ToObject(g.vm).Get("stringify"))
	g.paths = g.vm.NewObject()
	g.define(g.paths, pathSteps)
	g.define(g.paths, pathEnds)
	root := g.vm.NewObject()
	g.define(root, graphStarts)
	g.define(root, graphDeeds)
	for _, name := range []string{"g", "graph"} {
		if err := g.vm.Set(name, root); err != nil {
			return err
		}
	}
	g.define(g.vm.GlobalObject(), valueFunctions)
	return g.setParams(params)
}

// setParams hands the parameters over as data, frozen all the way down.
func (g *gizmo) setParams(params map[string]any) error {
	if params == nil {
		params = map[string]any{}
	}
	text, err := json.Marshal(params)
	if err != nil {
		return err
	}
	freeze, err := g.vm.RunString(`(function freeze(text) {
		return JSON.parse(text, function (key, value) { return Object.freeze(value) })
	})`)
	if err != nil {
		return err
	}
	call, _ := goja.AssertFunction(freeze)
	frozen, err := call(goja.Undefined(), g.vm.ToValue(string(text)))
	if err != nil {
		return err
	}
	return g.vm.GlobalObject().DefineDataProperty("params", frozen, goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_TRUE)
}

// run answers with the value of the last statement where the script gave no other
// answer, so that a path needs no all() at its end.
func (g *gizmo) run(program *goja.Program) error {
	last, err := g.vm.RunProgram(program)
	if err != nil || g.answered {
		return err
	}
	if goja.IsNull(last) || goja.IsUndefined(last) {
		return nil
	}
	if p, ok := last.Export().(*pathObject); ok {
		return g.host.All(p.path, -1)
	}
	if _, ok := goja.AssertFunction(last); ok {
		return nil
	}
	return g.emit(last)
}

func (g *gizmo) emit(v goja.Value) error {
	text, err := g.stringify(goja.Undefined(), v)
	if err != nil {
		return err
	}
	if goja.IsUndefined(text) {
		return nil
	}
	g.answered = true
	return g.host.Emit(json.RawMessage(text.String()))
}

// must stops the script for good where the host says so, which no try can catch, and
// throws any other error.
func (g *gizmo) must(err error) {
	if err == nil {
		return
	}
	var limit LimitError
	if errors.As(err, &limit) || errors.Is(err, ErrFull) || errors.Is(err, context.Canceled) {
		g.vm.Interrupt(err)
	}
	var thrown *goja.Exception
	if errors.As(err, &thrown) {
		panic(thrown)
	}
	panic(g.vm.NewGoError(err))
}

// method is what a name in a script does: this is the path it is called on, if any.
type method func(g *gizmo, this *pathObject, args arguments) goja.Value

// define sets methods under their name and, as in Cayley, capitalised.
func (g *gizmo) define(on *goja.Object, methods map[string]method) {
	for name, m := range methods {
		f := g.vm.ToValue(func(call goja.FunctionCall) goja.Value {
			this, ok := call.This.Export().(*pathObject)
			if !ok && on == g.paths {
				panic(g.vm.NewTypeError("%s is a method of a path", name))
			}
			return m(g, this, arguments{g: g, of: name, list: call.Arguments})
		})
		for _, n := range []string{name, capitalised(name)} {
			g.must(on.DefineDataProperty(n, f, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE))
		}
	}
}

package queries

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dop251/goja"
)

// Plain reads a script that is nothing but one chain of calls whose arguments are literals, as most are:
//
//	g.V("x").out("p").has("q", gt(5)).getLimit(10)
//
// It gives the path that the script asks for and how many rows of it, -1 for all. It runs no JavaScript, so that it is for
// scripts of anybody. Whatever else a script is, and whatever is wrong with it, is for [Script.Run] to see: ok is false.
func (s Script) Plain() (p *Path, n int, ok bool) {
	if len(s.Text) > MaxText || !utf8.ValidString(s.Text) {
		return nil, 0, false
	}
	// The methods panic at what they do not take, as does whatever here is not plain.
	defer func() {
		if recover() != nil {
			p, n, ok = nil, 0, false
		}
	}()
	r := &chain{rest: s.Text, rows: -1, g: &gizmo{vm: goja.New()}}
	if name := r.word(); name != "g" && name != "graph" {
		r.stop()
	}
	p = r.path(true).Export().(*pathObject).path
	r.take(";")
	if r.skip(); r.rest != "" {
		r.stop()
	}
	return p, r.rows, p.Validate() == nil
}

// chain reads a plain script from left to right, and has Gizmo's own methods build its path on the way.
type chain struct {
	rest  string
	rows  int
	depth int
	g     *gizmo
}

// mostNested is how deep chains and lists may lie in each other.
const mostNested = 64

func (r *chain) stop() { panic("not plain") }

// path is what follows a g; whole: it is the script itself, which may end in all() or getLimit(5).
func (r *chain) path(whole bool) goja.Value {
	r.need(".")
	v := r.call(graphStarts, nil)
	for r.take(".") {
		if whole && r.end() {
			return v
		}
		v = r.call(pathSteps, v.Export().(*pathObject))
	}
	return v
}

// end reads the call that ends a script, if that comes next.
func (r *chain) end() bool {
	rest := r.rest
	switch r.word() {
	case "all", "All":
		r.arguments("all")
	case "getLimit", "GetLimit":
		a := r.arguments("getLimit")
		a.need(1, 1)
		r.rows = a.number(0)
	default:
		r.rest = rest
		return false
	}
	return true
}

// call calls one of the methods, by its name as typed or capitalised.
func (r *chain) call(methods map[string]method, this *pathObject) goja.Value {
	name := r.word()
	m := methods[name]
	if m == nil && name != "" && capitalised(name) == name {
		name = strings.ToLower(name[:1]) + name[1:]
		m = methods[name]
	}
	if m == nil {
		r.stop()
	}
	return m(r.g, this, r.arguments(name))
}

func (r *chain) arguments(of string) arguments {
	r.need("(")
	return arguments{g: r.g, of: of, list: r.values(")")}
}

// values are values with commas between, and the bracket that ends them.
func (r *chain) values(end string) (list []goja.Value) {
	if r.depth++; r.depth > mostNested {
		r.stop()
	}
	defer func() { r.depth-- }()
	for !r.take(end) {
		if len(list) > 0 {
			r.need(",")
		}
		list = append(list, r.value())
	}
	return list
}

func (r *chain) value() goja.Value {
	r.skip()
	if literal := plainLiteral.FindString(r.rest); literal != "" {
		r.rest = r.rest[len(literal):]
		return r.literal(literal)
	}
	if r.take("[") {
		var items []any
		for _, v := range r.values("]") {
			items = append(items, v)
		}
		return r.g.vm.NewArray(items...)
	}
	rest := r.rest
	switch r.word() {
	case "g", "graph":
		return r.path(false)
	case "true":
		return r.g.vm.ToValue(true)
	case "false":
		return r.g.vm.ToValue(false)
	case "null":
		return goja.Null()
	}
	r.rest = rest
	return r.call(valueFunctions, nil)
}

// plainLiteral is a string without escapes, or a decimal number that is no other kind of number to JavaScript.
var plainLiteral = regexp.MustCompile(`^(?:"[^"\\\n\r\x{2028}\x{2029}]*"|'[^'\\\n\r\x{2028}\x{2029}]*'|-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?\b)`)

func (r *chain) literal(text string) goja.Value {
	if quote := text[0]; quote == '"' || quote == '\'' {
		return r.g.vm.ToValue(text[1 : len(text)-1])
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || strings.HasPrefix(r.rest, ".") {
		r.stop()
	}
	return r.g.vm.ToValue(n)
}

// word is the name that comes next.
func (r *chain) word() string {
	r.skip()
	n := 0
	for n < len(r.rest) && isNameLetter(r.rest[n]) {
		n++
	}
	name := r.rest[:n]
	r.rest = r.rest[n:]
	return name
}

func isNameLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

func (r *chain) skip() { r.rest = strings.TrimLeft(r.rest, " \t\r\n") }

// take tells whether a sign comes next, and passes over it.
func (r *chain) take(sign string) bool {
	r.skip()
	rest, ok := strings.CutPrefix(r.rest, sign)
	r.rest = rest
	return ok
}

func (r *chain) need(sign string) {
	if !r.take(sign) {
		r.stop()
	}
}

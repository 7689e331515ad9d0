package sparql

import (
	"cmp"
	"strings"

	"github.com/cayleygraph/quad"
)

// operators are those whose arguments are all evaluated.
var operators = map[string]func(*run, []quad.Value) (quad.Value, error){
	"!": func(_ *run, v []quad.Value) (quad.Value, error) {
		truth, err := effective(v[0])
		return quad.Bool(!truth), err
	},
	"=": func(_ *run, v []quad.Value) (quad.Value, error) {
		same, err := equal(v[0], v[1])
		return quad.Bool(same), err
	},
	"!=": func(_ *run, v []quad.Value) (quad.Value, error) {
		same, err := equal(v[0], v[1])
		return quad.Bool(!same), err
	},
	"<":  comparing(func(order int) bool { return order < 0 }),
	">":  comparing(func(order int) bool { return order > 0 && order != incomparable }),
	"<=": comparing(func(order int) bool { return order <= 0 }),
	">=": comparing(func(order int) bool { return order >= 0 && order != incomparable }),
	"+":  calculating(add),
	"-":  calculating(subtractNumbers),
	"*":  calculating(multiply),
	"/":  calculating(divide),
	"NEGATE": func(_ *run, v []quad.Value) (quad.Value, error) {
		return arithmetic(quad.Int(0), v[0], subtractNumbers)
	},
	"PLUS": func(_ *run, v []quad.Value) (quad.Value, error) { return arithmetic(quad.Int(0), v[0], add) },
}

// incomparable is the order of NaN and anything: it is none, so that no comparison holds.
const incomparable = 2

func comparing(holds func(order int) bool) func(*run, []quad.Value) (quad.Value, error) {
	return func(_ *run, v []quad.Value) (quad.Value, error) {
		order, err := compare(v[0], v[1])
		return quad.Bool(holds(order)), err
	}
}

func calculating(operate func(a, b numeral) (numeral, bool)) func(*run, []quad.Value) (quad.Value, error) {
	return func(_ *run, v []quad.Value) (quad.Value, error) { return arithmetic(v[0], v[1], operate) }
}

// equal is = : by value where both have one that is known, else by term. Two literals of
// which one has an unknown datatype may mean the same, which is an error unless they are the same.
func equal(a, b quad.Value) (bool, error) {
	if order, err := compare(a, b); err == nil {
		return order == 0, nil
	}
	if spelling(a) == spelling(b) {
		return true, nil
	}
	if isLiteral(a) && isLiteral(b) && (unknown(a) || unknown(b)) {
		return false, errType
	}
	return false, nil
}

func isLiteral(v quad.Value) bool {
	switch v.(type) {
	case quad.IRI, quad.BNode:
		return false
	}
	return true
}

// unknown tells whether a literal has a datatype, or a form, that means nothing to us.
func unknown(v quad.Value) bool {
	typed, ok := v.(quad.TypedString)
	if !ok {
		return false
	}
	if _, known := numberOf(typed); known {
		return false
	}
	_, known := momentOf(typed)
	return !known
}

// compare is the order of two values of one kind: numbers, strings, booleans, times.
func compare(a, b quad.Value) (int, error) {
	if x, ok := a.(quad.String); ok {
		if y, ok := b.(quad.String); ok {
			return strings.Compare(string(x), string(y)), nil
		}
		return 0, errType
	}
	if x, ok := a.(quad.Bool); ok {
		if y, ok := b.(quad.Bool); ok {
			return compareBools(bool(x), bool(y)), nil
		}
		return 0, errType
	}
	if x, ok := numberOf(a); ok {
		if y, ok := numberOf(b); ok {
			return x.compare(y), nil
		}
		return 0, errType
	}
	x, ok := momentOf(a)
	if y, also := momentOf(b); ok && also && x.kind == y.kind {
		return x.at.Compare(y.at), nil
	}
	return 0, errType
}

func compareBools(a, b bool) int {
	number := map[bool]int{true: 1}
	return cmp.Compare(number[a], number[b])
}

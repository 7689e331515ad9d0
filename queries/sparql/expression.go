package sparql

import (
	"errors"
	"fmt"

	"github.com/cayleygraph/quad"
)

// errType is what an expression gives that has no value: a variable without one, a wrong type.
// FILTER takes it for false, BIND leaves its variable unbound.
var errType = errors.New("no value")

// fatal is the error if it ends the query, and nil if it is only an expression's.
func fatal(err error) error {
	if err == errType {
		return nil
	}
	return err
}

// evaluator gives the value of an expression for a row.
type evaluator func(r *run, row row) (quad.Value, error)

// evaluated is a compiled expression; slot is that of a plain variable, else -1.
type evaluated struct {
	value evaluator
	slot  int
}

// id is the id of the value, 0 with errType where there is none.
func (e evaluated) id(r *run, row row) (uint64, error) {
	if e.slot >= 0 {
		if row[e.slot] == 0 {
			return 0, errType
		}
		return row[e.slot], nil
	}
	v, err := e.value(r, row)
	if err != nil {
		return 0, err
	}
	return r.id(v)
}

// expression compiles an expression that sees the variables in scope; it finds others unbound.
func (c *compiler) expression(e expression, scope names) (evaluated, error) {
	switch e := e.(type) {
	case reference:
		if !scope[e.name] && !c.outside[e.name] {
			return evaluated{unbound, -1}, nil
		}
		slot := c.slot(e.name)
		return evaluated{variableAt(slot), slot}, nil
	case constant:
		return evaluated{func(*run, row) (quad.Value, error) { return e.value, nil }, -1}, nil
	case *exists:
		value, err := c.exists(e, scope)
		return evaluated{value, -1}, err
	case *call:
		value, err := c.call(e, scope)
		return evaluated{value, -1}, err
	}
	return evaluated{}, fmt.Errorf("expression %T", e)
}

func unbound(*run, row) (quad.Value, error) { return nil, errType }

func variableAt(slot int) evaluator {
	return func(r *run, row row) (quad.Value, error) {
		v, err := r.value(row[slot])
		if v == nil && err == nil {
			err = errType
		}
		return v, err
	}
}

// exists substitutes the row: what is in scope outside is bound inside.
func (c *compiler) exists(e *exists, scope names) (evaluator, error) {
	inner := *c
	inner.outside = scope.clone().add(c.outside)
	op, err := inner.pattern(e.inner, entry{names{}, inner.outside})
	if err != nil {
		return nil, err
	}
	return func(r *run, row row) (quad.Value, error) {
		found, err := has(r, row, op)
		return quad.Bool(found), err
	}, nil
}

func (c *compiler) call(e *call, scope names) (evaluator, error) {
	arguments := make([]evaluator, len(e.arguments))
	for i, a := range e.arguments {
		one, err := c.expression(a, scope)
		if err != nil {
			return nil, err
		}
		arguments[i] = one.value
	}
	switch e.function {
	case "&&":
		return junction(arguments, false), nil
	case "||":
		return junction(arguments, true), nil
	case "IN":
		return among(arguments), nil
	case "BOUND":
		return isBound(arguments[0]), nil
	case "IF":
		return conditional(arguments), nil
	case "COALESCE":
		return coalesce(arguments), nil
	case "REGEX":
		return matching(e.arguments, arguments), nil
	case "REPLACE":
		return replacing(e.arguments, arguments), nil
	}
	if cast, ok := casts[quad.IRI(e.function)]; ok {
		return strict(arguments, func(_ *run, v []quad.Value) (quad.Value, error) { return cast(v[0]) }), nil
	}
	if f, ok := functions[e.function]; ok && f.apply != nil {
		return strict(arguments, f.apply), nil
	}
	return strict(arguments, operators[e.function]), nil
}

// strict evaluates all arguments first; an error in one is that of the whole.
func strict(arguments []evaluator, apply func(*run, []quad.Value) (quad.Value, error)) evaluator {
	return func(r *run, row row) (quad.Value, error) {
		values := make([]quad.Value, len(arguments))
		for i, a := range arguments {
			v, err := a(r, row)
			if err != nil {
				return nil, err
			}
			values[i] = v
		}
		return apply(r, values)
	}
}

// junction is || where decided is true, && where it is false: one argument that decides
// outweighs an error in another (section 17.2).
func junction(arguments []evaluator, decided bool) evaluator {
	return func(r *run, row row) (quad.Value, error) {
		failed := false
		for _, a := range arguments {
			truth, err := truthOf(a, r, row)
			switch {
			case fatal(err) != nil:
				return nil, err
			case err != nil:
				failed = true
			case truth == decided:
				return quad.Bool(decided), nil
			}
		}
		if failed {
			return nil, errType
		}
		return quad.Bool(!decided), nil
	}
}

func truthOf(a evaluator, r *run, row row) (bool, error) {
	v, err := a(r, row)
	if err != nil {
		return false, err
	}
	return effective(v)
}

func among(arguments []evaluator) evaluator {
	return func(r *run, row row) (quad.Value, error) {
		v, err := arguments[0](r, row)
		if err != nil {
			return nil, err
		}
		failed := false
		for _, a := range arguments[1:] {
			w, err := a(r, row)
			if err == nil {
				var same bool
				if same, err = equal(v, w); same {
					return quad.Bool(true), nil
				}
			}
			if fatal(err) != nil {
				return nil, err
			}
			failed = failed || err != nil
		}
		if failed {
			return nil, errType
		}
		return quad.Bool(false), nil
	}
}

func isBound(a evaluator) evaluator {
	return func(r *run, row row) (quad.Value, error) {
		_, err := a(r, row)
		return quad.Bool(err == nil), fatal(err)
	}
}

func conditional(arguments []evaluator) evaluator {
	return func(r *run, row row) (quad.Value, error) {
		truth, err := truthOf(arguments[0], r, row)
		if err != nil {
			return nil, err
		}
		if truth {
			return arguments[1](r, row)
		}
		return arguments[2](r, row)
	}
}

func coalesce(arguments []evaluator) evaluator {
	return func(r *run, row row) (quad.Value, error) {
		for _, a := range arguments {
			if v, err := a(r, row); err == nil || fatal(err) != nil {
				return v, err
			}
		}
		return nil, errType
	}
}

// effective is the effective boolean value of section 17.2.2.
func effective(v quad.Value) (bool, error) {
	switch v := v.(type) {
	case quad.Bool:
		return bool(v), nil
	case quad.String:
		return v != "", nil
	case quad.LangString:
		return v.Value != "", nil
	case quad.Int:
		return v != 0, nil
	case quad.TypedString:
		if n, ok := numberOf(v); ok {
			return !n.isZero() && !n.isNaN(), nil
		}
		if v.Type == xsdBoolean || numeric(v.Type) { // not of its type's form
			return false, nil
		}
	case quad.Float:
		n, _ := numberOf(v)
		return !n.isZero() && !n.isNaN(), nil
	}
	return false, errType
}

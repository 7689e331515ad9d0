package sparql

import (
	"math"
	"math/big"
	"strings"

	"github.com/cayleygraph/quad"

	"sayso/graph/format"
)

// casts are the constructor functions of section 17.5, and date's.
var casts = map[quad.IRI]func(quad.Value) (quad.Value, error){
	xsdString:   func(v quad.Value) (quad.Value, error) { return str(nil, []quad.Value{v}) },
	xsdBoolean:  toBoolean,
	xsdInteger:  toInteger,
	xsdDecimal:  toDecimal,
	xsdFloat:    func(v quad.Value) (quad.Value, error) { return toFloating(v, isFloat) },
	xsdDouble:   func(v quad.Value) (quad.Value, error) { return toFloating(v, isDouble) },
	xsdDateTime: func(v quad.Value) (quad.Value, error) { return toMoment(v, xsdDateTime) },
	xsdDate:     func(v quad.Value) (quad.Value, error) { return toMoment(v, xsdDate) },
}

func toBoolean(v quad.Value) (quad.Value, error) {
	switch v := v.(type) {
	case quad.Bool:
		return v, nil
	case quad.String:
		switch strings.TrimSpace(string(v)) {
		case "true", "1":
			return quad.Bool(true), nil
		case "false", "0":
			return quad.Bool(false), nil
		}
		return nil, errType
	}
	n, ok := numberOf(v)
	if !ok {
		return nil, errType
	}
	return quad.Bool(!n.isZero() && !n.isNaN()), nil
}

// castNumber reads what is cast to a number: a number, a boolean, or a string that spells one.
func castNumber(v quad.Value, spelt quad.IRI) (numeral, error) {
	switch v := v.(type) {
	case quad.Bool:
		if v {
			return numeral{whole: 1}, nil
		}
		return numeral{}, nil
	case quad.String:
		n, ok := typedNumber(strings.TrimSpace(string(v)), spelt)
		if !ok {
			return n, errType
		}
		return n, nil
	}
	n, ok := numberOf(v)
	if !ok {
		return n, errType
	}
	return n, nil
}

func toInteger(v quad.Value) (quad.Value, error) {
	n, err := castNumber(v, xsdInteger)
	if err != nil {
		return nil, err
	}
	switch n.width {
	case isDecimal:
		whole := new(big.Int).Quo(n.exact.Num(), n.exact.Denom())
		if !whole.IsInt64() {
			return nil, errType
		}
		return quad.Int(whole.Int64()), nil
	case isFloat, isDouble:
		if f := math.Trunc(n.approximate); math.Abs(f) < 1<<63 {
			return quad.Int(f), nil
		}
		return nil, errType
	}
	return quad.Int(n.whole), nil
}

func toDecimal(v quad.Value) (quad.Value, error) {
	n, err := castNumber(v, xsdDecimal)
	if err != nil {
		return nil, err
	}
	if n.width >= isFloat {
		exact := new(big.Rat).SetFloat64(n.approximate)
		if exact == nil {
			return nil, errType
		}
		r, ok := rounded(exact)
		if !ok {
			return nil, errType
		}
		return r.value(), nil
	}
	return n.as(isDecimal).value(), nil
}

func toFloating(v quad.Value, w width) (quad.Value, error) {
	n, err := castNumber(v, xsdDouble)
	if err != nil {
		return nil, err
	}
	return numeral{width: w, approximate: n.as(isDouble).approximate}.value(), nil
}

func toMoment(v quad.Value, kind quad.IRI) (quad.Value, error) {
	if text, ok := v.(quad.String); ok {
		if _, ok := parseMoment(string(text), kind); !ok {
			return nil, errType
		}
		return format.Literal(string(text), kind), nil
	}
	m, ok := momentOf(v)
	switch {
	case !ok || m.kind != xsdDate && m.kind != xsdDateTime:
		return nil, errType
	case m.kind == kind:
		return v, nil
	case kind == xsdDate:
		return format.Literal(m.at.Format("2006-01-02")+m.zone, xsdDate), nil
	}
	return format.Literal(m.at.Format("2006-01-02T15:04:05")+m.zone, xsdDateTime), nil
}

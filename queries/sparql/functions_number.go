package sparql

import (
	"math"
	"math/big"
	"math/rand/v2"

	"github.com/cayleygraph/quad"
)

// rounding is a function from a number to one of the same type.
func rounding(change func(numeral) numeral) func(*run, []quad.Value) (quad.Value, error) {
	return func(_ *run, v []quad.Value) (quad.Value, error) {
		n, ok := numberOf(v[0])
		if !ok {
			return nil, errType
		}
		return change(n).value(), nil
	}
}

func absolute(n numeral) numeral {
	switch n.width {
	case isInteger:
		if n.whole < 0 {
			n.whole = -n.whole
		}
	case isDecimal:
		n.exact = new(big.Rat).Abs(n.exact)
	default:
		n.approximate = math.Abs(n.approximate)
	}
	return n
}

func floor(n numeral) numeral {
	switch n.width {
	case isDecimal:
		// Euclidean division rounds down, for the denominator is positive.
		whole := new(big.Int).Div(n.exact.Num(), n.exact.Denom())
		n.exact = new(big.Rat).SetInt(whole)
	case isFloat, isDouble:
		n.approximate = math.Floor(n.approximate)
	}
	return n
}

func ceiling(n numeral) numeral { return negate(floor(negate(n))) }

// roundHalfUp rounds 2.5 to 3 and -2.5 to -2, as fn:round does.
func roundHalfUp(n numeral) numeral {
	switch n.width {
	case isDecimal:
		n.exact = new(big.Rat).Add(n.exact, big.NewRat(1, 2))
		return floor(n)
	case isFloat, isDouble:
		n.approximate = math.Floor(n.approximate + 0.5)
	}
	return n
}

func negate(n numeral) numeral {
	switch n.width {
	case isInteger:
		n.whole = -n.whole
	case isDecimal:
		n.exact = new(big.Rat).Neg(n.exact)
	default:
		n.approximate = -n.approximate
	}
	return n
}

func random(*run, []quad.Value) (quad.Value, error) { return quad.Float(rand.Float64()), nil }

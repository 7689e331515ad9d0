package sparql

import (
	"cmp"
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"sayso/graph/format"
)

const (
	xsd                 = "http://www.w3.org/2001/XMLSchema#"
	xsdString  quad.IRI = xsd + "string"
	xsdBoolean quad.IRI = xsd + "boolean"
	xsdInteger quad.IRI = xsd + "integer"
	xsdDecimal quad.IRI = xsd + "decimal"
	xsdFloat   quad.IRI = xsd + "float"
	xsdDouble  quad.IRI = xsd + "double"
)

// derived are the types of XML Schema made from integer.
var derived = map[quad.IRI]bool{
	xsdInteger: true, xsd + "long": true, xsd + "int": true, xsd + "short": true, xsd + "byte": true,
	xsd + "nonNegativeInteger": true, xsd + "positiveInteger": true, xsd + "nonPositiveInteger": true, xsd + "negativeInteger": true,
	xsd + "unsignedLong": true, xsd + "unsignedInt": true, xsd + "unsignedShort": true, xsd + "unsignedByte": true,
}

func numeric(datatype quad.IRI) bool {
	return derived[datatype] || datatype == xsdDecimal || datatype == xsdFloat || datatype == xsdDouble
}

// width is the type of a numeral; of two, the wider is that of what is made of both.
type width int

const (
	isInteger width = iota
	isDecimal
	isFloat
	isDouble
)

// numeral is a number: in whole where it is an integer, in exact where it is a decimal, else in approximate.
type numeral struct {
	width       width
	whole       int64
	exact       *big.Rat
	approximate float64
}

func numberOf(v quad.Value) (numeral, bool) {
	switch v := v.(type) {
	case quad.Int:
		return numeral{whole: int64(v)}, true
	case quad.Float:
		return numeral{width: isDouble, approximate: float64(v)}, true
	case quad.TypedString:
		return typedNumber(strings.TrimSpace(string(v.Value)), v.Type)
	}
	return numeral{}, false
}

func typedNumber(text string, datatype quad.IRI) (n numeral, ok bool) {
	switch {
	case derived[datatype]:
		i, err := strconv.ParseInt(text, 10, 64)
		return numeral{whole: i}, err == nil
	case datatype == xsdDecimal:
		if !plainDecimal(text) {
			return n, false
		}
		d, ok := new(big.Rat).SetString(text)
		return numeral{width: isDecimal, exact: d}, ok
	case datatype == xsdFloat || datatype == xsdDouble:
		n.width = map[quad.IRI]width{xsdFloat: isFloat, xsdDouble: isDouble}[datatype]
		n.approximate, ok = parseDouble(text)
		return n, ok
	}
	return n, false
}

// plainDecimal tells whether a text is digits with at most a sign and one full stop; and not too many.
func plainDecimal(text string) bool {
	digits := strings.TrimLeft(text, "+-")
	if len(text)-len(digits) > 1 || len(digits) > 100 || strings.Count(digits, ".") > 1 {
		return false
	}
	return strings.Trim(digits, "0123456789.") == "" && strings.Trim(digits, ".") != ""
}

func parseDouble(text string) (float64, bool) {
	switch text {
	case "NaN":
		return math.NaN(), true
	case "INF", "+INF":
		return math.Inf(1), true
	case "-INF":
		return math.Inf(-1), true
	}
	if strings.Trim(text, "+-.eE0123456789") != "" {
		return 0, false
	}
	f, err := strconv.ParseFloat(text, 64)
	return f, err == nil || math.IsInf(f, 0)
}

// value is the literal of a numeral.
func (n numeral) value() quad.Value {
	switch n.width {
	case isInteger:
		return quad.Int(n.whole)
	case isDecimal:
		return quad.TypedString{Value: quad.String(decimalText(n.exact)), Type: xsdDecimal}
	case isFloat:
		text := strconv.FormatFloat(float64(float32(n.approximate)), 'g', -1, 32)
		return quad.TypedString{Value: quad.String(xsdSpecial(n.approximate, text)), Type: xsdFloat}
	}
	if special := xsdSpecial(n.approximate, ""); special != "" {
		return quad.TypedString{Value: quad.String(special), Type: xsdDouble}
	}
	return quad.Float(n.approximate)
}

func xsdSpecial(f float64, text string) string {
	switch {
	case math.IsNaN(f):
		return "NaN"
	case math.IsInf(f, 1):
		return "INF"
	case math.IsInf(f, -1):
		return "-INF"
	}
	return text
}

// decimalDigits is how many digits a decimal keeps behind its point.
const decimalDigits = 18

func decimalText(d *big.Rat) string {
	text := d.FloatString(decimalDigits)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

// as widens a numeral.
func (n numeral) as(w width) numeral {
	if n.width >= w {
		return n
	}
	out := numeral{width: w}
	switch {
	case w == isDecimal:
		out.exact = new(big.Rat).SetInt64(n.whole)
	case n.width == isInteger:
		out.approximate = float64(n.whole)
	case n.width == isDecimal:
		out.approximate, _ = n.exact.Float64()
	default:
		out.approximate = n.approximate
	}
	return out
}

func (n numeral) isZero() bool {
	switch n.width {
	case isInteger:
		return n.whole == 0
	case isDecimal:
		return n.exact.Sign() == 0
	}
	return n.approximate == 0
}

func (n numeral) isNaN() bool { return n.width >= isFloat && math.IsNaN(n.approximate) }

// compare is incomparable where one is NaN.
func (n numeral) compare(m numeral) int {
	w := max(n.width, m.width)
	n, m = n.as(w), m.as(w)
	switch w {
	case isInteger:
		return cmp.Compare(n.whole, m.whole)
	case isDecimal:
		return n.exact.Cmp(m.exact)
	}
	if n.isNaN() || m.isNaN() {
		return incomparable
	}
	return cmp.Compare(n.approximate, m.approximate)
}

// arithmetic promotes both operands to the wider type (section 17.3).
func arithmetic(a, b quad.Value, operate func(a, b numeral) (numeral, bool)) (quad.Value, error) {
	x, ok := numberOf(a)
	y, also := numberOf(b)
	if !ok || !also {
		return nil, errType
	}
	n, ok := operate(promote(x, y))
	if !ok {
		return nil, errType
	}
	return n.value(), nil
}

func promote(a, b numeral) (numeral, numeral) {
	w := max(a.width, b.width)
	return a.as(w), b.as(w)
}

func add(a, b numeral) (numeral, bool) {
	switch a.width {
	case isInteger:
		sum := a.whole + b.whole
		return numeral{whole: sum}, (sum > a.whole) == (b.whole > 0)
	case isDecimal:
		return rounded(new(big.Rat).Add(a.exact, b.exact))
	}
	return numeral{width: a.width, approximate: a.approximate + b.approximate}, true
}

func subtractNumbers(a, b numeral) (numeral, bool) {
	switch a.width {
	case isInteger:
		difference := a.whole - b.whole
		return numeral{whole: difference}, (difference < a.whole) == (b.whole > 0)
	case isDecimal:
		return rounded(new(big.Rat).Sub(a.exact, b.exact))
	}
	return numeral{width: a.width, approximate: a.approximate - b.approximate}, true
}

func multiply(a, b numeral) (numeral, bool) {
	switch a.width {
	case isInteger:
		if a.whole == 0 || b.whole == 0 {
			return numeral{}, true
		}
		product := a.whole * b.whole
		return numeral{whole: product}, product/b.whole == a.whole && !(a.whole == -1 && b.whole == math.MinInt64) && !(b.whole == -1 && a.whole == math.MinInt64)
	case isDecimal:
		return rounded(new(big.Rat).Mul(a.exact, b.exact))
	}
	return numeral{width: a.width, approximate: a.approximate * b.approximate}, true
}

// divide makes a decimal of integers; only floating numbers may be divided by zero.
func divide(a, b numeral) (numeral, bool) {
	if a.width <= isDecimal {
		a, b = a.as(isDecimal), b.as(isDecimal)
		if b.isZero() {
			return numeral{}, false
		}
		return rounded(new(big.Rat).Quo(a.exact, b.exact))
	}
	return numeral{width: a.width, approximate: a.approximate / b.approximate}, true
}

// rounded keeps a decimal to its digits, and refuses one of more than 128 bits.
func rounded(d *big.Rat) (numeral, bool) {
	d, ok := new(big.Rat).SetString(d.FloatString(decimalDigits))
	return numeral{width: isDecimal, exact: d}, ok && d.Num().BitLen() < 190
}

// spelling is a term as N-Quads spells it: equal terms have equal spellings.
func spelling(v quad.Value) string { return format.Term(v) }

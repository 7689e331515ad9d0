package graph

import (
	"strconv"
	"strings"
	"time"

	"github.com/cayleygraph/quad"
)

// value is the node as the end of a quad: an IRI, a typed value, or its plain name.
func (n Node) value() quad.Value {
	switch {
	case n.ID != "":
		return n.ID.IRI()
	case n.Value == "":
	case n.Type == TimeValue:
		return timeLiteral(n.Value)
	case n.Type == Quantity:
		return quantityLiteral(n.Value)
	}
	return quad.String(n.Name)
}

// impliedBy is as much of a node as a value of it tells by itself.
func impliedBy(v quad.Value) Node {
	switch v := v.(type) {
	case quad.IRI:
		if id := Short(v); strings.HasPrefix(string(id), "c:") {
			return Node{ID: id, Type: ClaimNode}
		}
		return Node{ID: Short(v)}
	case quad.String:
		return Node{Name: string(v)}
	case quad.Int:
		return Node{Type: Quantity, Value: strconv.FormatInt(int64(v), 10)}
	case quad.Float:
		return Node{Type: Quantity, Value: formatFloat(float64(v))}
	case quad.TypedString:
		if v.Type == QuantityLiteral {
			return Node{Type: Quantity, Value: string(v.Value)}
		}
		return Node{Type: TimeValue, Value: string(v.Value)}
	}
	return Node{}
}

// timeLiteral types a TIMEX3 value by XML Schema as far as that has a type for it.
func timeLiteral(value string) quad.Value {
	for _, t := range []struct {
		layout string
		iri    quad.IRI
	}{{time.DateOnly, XSDDate}, {"2006-01", XSDYearMonth}, {"2006", XSDYear}} {
		if _, err := time.Parse(t.layout, value); err == nil {
			return quad.TypedString{Value: quad.String(value), Type: t.iri}
		}
	}
	return quad.TypedString{Value: quad.String(value), Type: Timex3}
}

// quantityLiteral is a number where the value is a bare one: 20000, -1.5.
func quantityLiteral(value string) quad.Value {
	if i, err := strconv.ParseInt(value, 10, 64); err == nil {
		return quad.Int(i)
	}
	// ParseFloat also reads NaN, Inf and hexadecimals.
	if f, err := strconv.ParseFloat(value, 64); err == nil && strings.Trim(value, "+-.0123456789") == "" {
		return quad.Float(f)
	}
	return quad.TypedString{Value: quad.String(value), Type: QuantityLiteral}
}

func formatFloat(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

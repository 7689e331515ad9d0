package format

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/cayleygraph/quad"
)

const (
	xsd        = "http://www.w3.org/2001/XMLSchema#"
	xsdString  = xsd + "string"
	xsdInteger = xsd + "integer"
	xsdDouble  = xsd + "double"
	xsdBoolean = xsd + "boolean"
	xsdTime    = xsd + "dateTime"
)

// Lexical is the text of a literal with its datatype, or with its language where it has one.
func Lexical(v quad.Value) (text string, datatype quad.IRI, language string) {
	if v, ok := v.(quad.LangString); ok {
		return string(v.Value), "", v.Lang
	}
	text, datatype = lexical(v)
	return text, datatype, ""
}

// Literal is the value of a typed literal, the same for all spellings that the graph does not tell apart.
func Literal(text string, datatype quad.IRI) quad.Value { return literal(text, datatype) }

// Term spells a value as N-Quads does, in canonical form.
func Term(v quad.Value) string { return string(appendTerm(nil, v)) }

// lexical is the canonical form and the datatype of a literal. Quad's own text for its
// native values, "True"^^<xsd:boolean>, is one that other tools do not know.
func lexical(v quad.Value) (text string, datatype quad.IRI) {
	switch v := v.(type) {
	case quad.String:
		return string(v), xsdString
	case quad.Int:
		return strconv.FormatInt(int64(v), 10), xsdInteger
	case quad.Float:
		return formatDouble(float64(v)), xsdDouble
	case quad.Bool:
		return strconv.FormatBool(bool(v)), xsdBoolean
	case quad.Time:
		return time.Time(v).UTC().Format(time.RFC3339Nano), xsdTime
	case quad.TypedString:
		return string(v.Value), fullDatatype(v.Type)
	}
	return v.String(), xsdString
}

// literal is the value of a typed literal, a native one where nothing but its spelling is lost.
func literal(text string, datatype quad.IRI) quad.Value {
	datatype = fullDatatype(datatype)
	switch datatype {
	case xsdString:
		return quad.String(text)
	case xsdInteger:
		if i, err := strconv.ParseInt(text, 10, 64); err == nil {
			return quad.Int(i)
		}
	case xsdDouble:
		// ParseFloat also reads hexadecimals, and NaN equals nothing.
		if f, err := strconv.ParseFloat(text, 64); err == nil && strings.Trim(text, "+-.eE0123456789") == "" {
			return quad.Float(f)
		}
	case xsdBoolean:
		switch text {
		case "true", "1", "True":
			return quad.Bool(true)
		case "false", "0", "False":
			return quad.Bool(false)
		}
	case xsdTime:
		// quad.Time prints, and so compares, whole seconds.
		if t, err := time.Parse(time.RFC3339, text); err == nil && t.Nanosecond() == 0 {
			return quad.Time(t.UTC())
		}
	}
	return quad.TypedString{Value: quad.String(text), Type: datatype}
}

// fullDatatype spells out Cayley's <xsd:integer>.
func fullDatatype(iri quad.IRI) quad.IRI {
	if local, ok := strings.CutPrefix(string(iri), "xsd:"); ok {
		return quad.IRI(xsd + local)
	}
	return iri
}

// formatDouble is the canonical form of XML Schema 1.1: 9.3E-1.
func formatDouble(f float64) string {
	switch {
	case math.IsNaN(f):
		return "NaN"
	case math.IsInf(f, 1):
		return "INF"
	case math.IsInf(f, -1):
		return "-INF"
	}
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(f, 'E', -1, 64), "E")
	if !strings.Contains(mantissa, ".") {
		mantissa += ".0"
	}
	e, _ := strconv.Atoi(exponent)
	return mantissa + "E" + strconv.Itoa(e)
}

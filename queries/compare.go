package queries

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"github.com/cayleygraph/quad"
)

// magnitude is a value as it compares: values of one rank compare with each other,
// whatever their types, so that 9 < 10 < 10.5 and a day falls into its year.
type magnitude struct {
	rank   rank
	number float64
	whole  int64 // the number itself where exact, since a float64 cannot hold every int64
	exact  bool
	when   time.Time
	text   string
}

type rank int

const (
	numbers rank = iota
	times
	booleans
	texts
	typedTexts
	iris
	blanks
)

func measure(v quad.Value) magnitude {
	switch v := v.(type) {
	case quad.Int:
		return magnitude{rank: numbers, number: float64(v), whole: int64(v), exact: true}
	case quad.Float:
		return magnitude{rank: numbers, number: float64(v)}
	case quad.Time:
		return magnitude{rank: times, when: time.Time(v)}
	case quad.Bool:
		return magnitude{rank: booleans, text: strconv.FormatBool(bool(v))}
	case quad.String:
		return magnitude{rank: texts, text: string(v)}
	case quad.LangString:
		return magnitude{rank: texts, text: string(v.Value)}
	case quad.TypedString:
		return measureTyped(v)
	case quad.IRI:
		return magnitude{rank: iris, text: string(v)}
	}
	return magnitude{rank: blanks, text: quad.StringOf(v)}
}

// dateLayouts are the lexical forms of the XSD types that name a stretch of time,
// which compares by its beginning.
var dateLayouts = map[string]string{
	"xsd:date":       "2006-01-02",
	"xsd:gYearMonth": "2006-01",
	"xsd:gYear":      "2006",
	"xsd:dateTime":   time.RFC3339Nano,
}

func measureTyped(v quad.TypedString) magnitude {
	if known, err := v.ParseValue(); err == nil {
		if _, typed := known.(quad.TypedString); !typed {
			return measure(known)
		}
	}
	kind := shorten(string(v.Type))
	if layout, ok := dateLayouts[kind]; ok {
		if t, err := time.Parse(layout, string(v.Value)); err == nil {
			return magnitude{rank: times, when: t}
		}
	}
	if kind == "xsd:decimal" {
		if n, err := strconv.ParseFloat(string(v.Value), 64); err == nil {
			return magnitude{rank: numbers, number: n}
		}
	}
	return magnitude{rank: typedTexts, text: v.String()}
}

func (m magnitude) compare(n magnitude) int {
	if m.rank != n.rank {
		return cmp.Compare(m.rank, n.rank)
	}
	switch m.rank {
	case numbers:
		if m.exact && n.exact {
			return cmp.Compare(m.whole, n.whole)
		}
		return cmp.Compare(m.number, n.number)
	case times:
		return m.when.Compare(n.when)
	}
	return strings.Compare(m.text, n.text)
}

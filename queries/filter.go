package queries

import (
	"regexp"
	"strings"
	"time"

	"github.com/cayleygraph/quad"
)

// condition tells whether a value passes a filter.
type condition func(quad.Value) bool

func conditionsOf(filters []Filter) ([]condition, error) {
	var all []condition
	for _, f := range filters {
		c, err := f.condition()
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}

func passes(v quad.Value, all []condition) bool {
	for _, c := range all {
		if !c(v) {
			return false
		}
	}
	return true
}

func (f Filter) condition() (condition, error) {
	switch f.Op {
	case Regex, Like:
		return f.matches()
	}
	v, err := f.Value.Value()
	if err != nil {
		return nil, err
	}
	if iri, ok := v.(quad.IRI); ok {
		v = quad.IRI(expand(string(iri)))
	}
	if day, ok := dayOf(v); ok {
		return f.comparesTimes(measure(v), day), nil
	}
	return f.compares(measure(v)), nil
}

// dayOf reads a string that is written as a date, a month, a year or a time: an addition of ours to lt, gt and the like.
func dayOf(v quad.Value) (magnitude, bool) {
	text, ok := v.(quad.String)
	if !ok {
		return magnitude{}, false
	}
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, string(text)); err == nil {
			return magnitude{rank: times, when: t}, true
		}
	}
	return magnitude{}, false
}

// comparesTimes compares a time with the time that a text names, and any other text with the text itself.
func (f Filter) comparesTimes(text, day magnitude) condition {
	asText, asTime := f.compares(text), f.compares(day)
	return func(v quad.Value) bool { return asText(v) || asTime(v) }
}

// compares holds only between values that have an order: a number is not less than a name.
func (f Filter) compares(bound magnitude) condition {
	return func(v quad.Value) bool {
		m := measure(v)
		return m.rank == bound.rank && f.Op.holds(m.compare(bound))
	}
}

func (op Comparison) holds(order int) bool {
	switch op {
	case Less:
		return order < 0
	case LessOrEqual:
		return order <= 0
	case Greater:
		return order > 0
	default:
		return order >= 0
	}
}

func (f Filter) matches() (condition, error) {
	re, err := f.pattern()
	if err != nil {
		return nil, err
	}
	iris := f.IRIs || f.Op == Like
	return func(v quad.Value) bool {
		text, ok := matchable(v, iris)
		return ok && re.MatchString(text)
	}, nil
}

func matchable(v quad.Value, iris bool) (string, bool) {
	switch v := v.(type) {
	case quad.String:
		return string(v), true
	case quad.LangString:
		return string(v.Value), true
	case quad.TypedString:
		return string(v.Value), true
	case quad.IRI:
		return string(v), iris
	case quad.BNode:
		return string(v), iris
	}
	return "", false
}

var likeWildcards = strings.NewReplacer("%", ".*", `\?`, ".")

// likePattern is the regular expression of a pattern where % stands for any text and ? for any character.
func likePattern(pattern string) string {
	return "(?s)^" + likeWildcards.Replace(regexp.QuoteMeta(pattern)) + "$"
}

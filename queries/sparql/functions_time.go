package sparql

import (
	"fmt"
	"strings"
	"time"

	"github.com/cayleygraph/quad"
)

func now(r *run, _ []quad.Value) (quad.Value, error) {
	return quad.Time(r.now.UTC().Truncate(time.Second)), nil
}

// part is a function of a date or a time; those of the clock take none but a time.
func partOf(part func(time.Time) int, clock bool) func(*run, []quad.Value) (quad.Value, error) {
	return func(_ *run, v []quad.Value) (quad.Value, error) {
		m, ok := momentOf(v[0])
		if !ok || clock && m.kind != xsdDateTime && m.kind != xsd+"time" || !clock && m.kind == xsd+"time" {
			return nil, errType
		}
		return quad.Int(part(m.at)), nil
	}
}

func year(r *run, v []quad.Value) (quad.Value, error)  { return partOf(time.Time.Year, false)(r, v) }
func hours(r *run, v []quad.Value) (quad.Value, error) { return partOf(time.Time.Hour, true)(r, v) }
func minutes(r *run, v []quad.Value) (quad.Value, error) {
	return partOf(time.Time.Minute, true)(r, v)
}

func month(r *run, v []quad.Value) (quad.Value, error) {
	if m, ok := momentOf(v[0]); ok && m.kind == xsd+"gYear" {
		return nil, errType
	}
	return partOf(func(t time.Time) int { return int(t.Month()) }, false)(r, v)
}

func day(r *run, v []quad.Value) (quad.Value, error) {
	if m, ok := momentOf(v[0]); ok && m.kind != xsdDate && m.kind != xsdDateTime {
		return nil, errType
	}
	return partOf(time.Time.Day, false)(r, v)
}

// seconds is a decimal, since seconds may have a fraction.
func seconds(_ *run, v []quad.Value) (quad.Value, error) {
	m, ok := momentOf(v[0])
	if !ok || m.kind != xsdDateTime && m.kind != xsd+"time" {
		return nil, errType
	}
	text := fmt.Sprint(m.at.Second())
	if nanos := m.at.Nanosecond(); nanos != 0 {
		text += strings.TrimRight(fmt.Sprintf(".%09d", nanos), "0")
	}
	return quad.TypedString{Value: quad.String(text), Type: xsdDecimal}, nil
}

func tz(_ *run, v []quad.Value) (quad.Value, error) {
	m, ok := momentOf(v[0])
	if !ok || m.kind != xsdDateTime {
		return nil, errType
	}
	return quad.String(m.zone), nil
}

// timezone is the zone as a duration; of a time without one it is an error.
func timezone(_ *run, v []quad.Value) (quad.Value, error) {
	m, ok := momentOf(v[0])
	if !ok || m.kind != xsdDateTime || m.zone == "" {
		return nil, errType
	}
	_, offset := m.at.Zone()
	text := "PT0S"
	if offset != 0 {
		sign := ""
		if offset < 0 {
			sign, offset = "-", -offset
		}
		text = sign + "PT"
		if h := offset / 3600; h != 0 {
			text += fmt.Sprintf("%dH", h)
		}
		if m := offset % 3600 / 60; m != 0 {
			text += fmt.Sprintf("%dM", m)
		}
	}
	return quad.TypedString{Value: quad.String(text), Type: xsd + "dayTimeDuration"}, nil
}

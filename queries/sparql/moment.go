package sparql

import (
	"strings"
	"time"

	"github.com/cayleygraph/quad"
)

const (
	xsdDateTime quad.IRI = xsd + "dateTime"
	xsdDate     quad.IRI = xsd + "date"
)

// moment is a point in time; of a date or a month, its beginning. A time without a zone is taken as UTC.
type moment struct {
	kind quad.IRI // the datatype: moments of two kinds do not compare
	at   time.Time
	zone string // as written, "" for none
}

// layouts are the forms of the types that name a time, without their zones.
var layouts = map[quad.IRI]string{
	xsdDateTime:        "2006-01-02T15:04:05.999999999",
	xsdDate:            "2006-01-02",
	xsd + "gYearMonth": "2006-01",
	xsd + "gYear":      "2006",
	xsd + "time":       "15:04:05.999999999",
}

func momentOf(v quad.Value) (moment, bool) {
	switch v := v.(type) {
	case quad.Time:
		return moment{xsdDateTime, time.Time(v).UTC(), "Z"}, true
	case quad.TypedString:
		return parseMoment(string(v.Value), v.Type)
	}
	return moment{}, false
}

func parseMoment(text string, datatype quad.IRI) (moment, bool) {
	layout, ok := layouts[datatype]
	if !ok {
		return moment{}, false
	}
	m := moment{kind: datatype}
	if at, err := time.Parse(layout, text); err == nil {
		m.at = at
		return m, true
	}
	at, err := time.Parse(layout+"Z07:00", text)
	if err != nil {
		return m, false
	}
	m.at = at
	if m.zone = "Z"; !strings.HasSuffix(text, "Z") {
		m.zone = text[len(text)-len("+00:00"):]
	}
	return m, true
}

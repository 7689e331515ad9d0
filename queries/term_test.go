package queries

import (
	"testing"
	"time"

	"github.com/cayleygraph/quad"
)

func someValues() []quad.Value {
	return []quad.Value{
		quad.IRI("urn:sayso:entity/Ada_Okoye"), quad.IRI("a>b"), quad.BNode("b1"),
		quad.String(""), quad.String("plain"), quad.String("<x>"), quad.String(`"<x>"`), quad.String(`""<x>""`),
		quad.String(`"quoted"`), quad.String("_:b"), quad.String(`"x"@en`), quad.String(`"x"^^<t>`), quad.String(`"`), quad.String(`""`),
		quad.LangString{Value: `a"@b`, Lang: "en"}, quad.LangString{Value: "two\nlines\\n", Lang: "en-GB"},
		quad.TypedString{Value: "2031-06-05", Type: "http://www.w3.org/2001/XMLSchema#date"},
		quad.Int(-3), quad.Int(1 << 62), quad.Float(1.5), quad.Bool(true),
		quad.Time(time.Date(2031, 6, 5, 4, 3, 2, 1, time.UTC)),
	}
}

func TestTermOf(t *testing.T) {
	for _, v := range someValues() {
		if got, err := TermOf(v).Value(); err != nil || got != v {
			t.Errorf("%v: got %v, %v", v, got, err)
		}
	}
}

// What a script is given it can give back: a printed string reads as the value it was.
func TestReadTermNative(t *testing.T) {
	for _, v := range someValues() {
		checkReadBack(t, v)
	}
}

func checkReadBack(t *testing.T, v quad.Value) {
	t.Helper()
	text, ok := Native(v).(string)
	if _, isTime := v.(quad.Time); !ok || isTime {
		return
	}
	got, err := ReadTerm(text).Value()
	if err != nil || got != v {
		t.Errorf("%#v prints as %s, which reads as %#v, %v", v, text, got, err)
	}
}

func FuzzReadTermNative(f *testing.F) {
	for _, s := range []string{"", "a", "<a>", "_:a", `"a"@en`, `"a"^^<b>`, `"<a>"`, `\"`, "a\nb"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		checkReadBack(t, quad.String(s))
		checkReadBack(t, quad.LangString{Value: quad.String(s), Lang: "en"})
		checkReadBack(t, quad.TypedString{Value: quad.String(s), Type: "urn:type"})
		if len(s) > 0 {
			checkReadBack(t, quad.IRI(s))
			checkReadBack(t, quad.BNode(s))
		}
	})
}

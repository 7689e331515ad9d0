package graph

import (
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
)

func TestEntityIRI(t *testing.T) {
	for _, c := range []struct {
		name string
		want Ref
	}{
		{"Marco Rubio", "e:Marco_Rubio"},
		{"  Marco \n Rubio ", "e:Marco_Rubio"},
		{"AT&T", "e:AT%26T"},
		{"O'Brien", "e:O%27Brien"},
		{"São Paulo", "e:São_Paulo"},
		{"习近平", "e:习近平"},
		{"F-16", "e:F-16"},
		{"Acme Inc.", "e:Acme_Inc."},
		{"100%", "e:100%25"},
		{"a/b#c", "e:a%2Fb%23c"},
		{"> .\n<evil>", "e:%3E_._%3Cevil%3E"},
		{"\u202eevil", "e:%E2%80%AEevil"},
		{"\xff", "e:%EF%BF%BD"},
		{"", "e:unnamed"},
		{"..", "e:%2E%2E"},
	} {
		if got := EntityIRI(c.name); got != c.want {
			t.Errorf("EntityIRI(%q) = %s, want %s", c.name, got, c.want)
		}
	}
}

func TestLongNamesStayApart(t *testing.T) {
	long := strings.Repeat("é>", 5000)
	a, b := EntityIRI(long+"a"), EntityIRI(long+"b")
	if a == b || len(a) > 300 {
		t.Errorf("EntityIRI of two long names: %s and %s", a, b)
	}
}

func TestShortIsTheInverseOfIRI(t *testing.T) {
	for _, c := range []struct {
		ref Ref
		iri quad.IRI
	}{
		{"e:Marco_Rubio", "urn:sayso:entity/Marco_Rubio"},
		{"p:did_not_sign", "urn:sayso:relation/did_not_sign"},
		{"a:politics/index", "urn:sayso:article/politics/index"},
		{"c:003/7", "urn:sayso:claim/003/7"},
		{"s:cue", "urn:sayso:schema/cue"},
		{"rdf:type", RDFType},
		{"skos:altLabel", SKOSAltLabel},
		{"https://example.org/x", "https://example.org/x"},
		{"alice", "alice"},
	} {
		if got := c.ref.IRI(); got != c.iri {
			t.Errorf("%s.IRI() = %s, want %s", c.ref, got, c.iri)
		}
		if got := Short(c.iri); got != c.ref {
			t.Errorf("Short(%s) = %s, want %s", c.iri, got, c.ref)
		}
	}
}

func TestIRIHoldsNothingThatEndsIt(t *testing.T) {
	got := Ref("e:x> .\n<evil>\u202e\xff").IRI()
	if want := quad.IRI("urn:sayso:entity/x%3E%20.%0A%3Cevil%3E%E2%80%AE%EF%BF%BD"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestVoiceIRI(t *testing.T) {
	zelenskyy := &Attribution{Source: Node{ID: "e:Volodymyr_Zelenskyy"}}
	reuters := &Attribution{Source: Node{ID: "e:Reuters"}}
	for _, c := range []struct {
		at   *Attribution
		want Ref
	}{
		{zelenskyy, "a:003/voice/Volodymyr_Zelenskyy"},
		{&Attribution{Source: zelenskyy.Source, Of: reuters}, "a:003/voice/Reuters/Volodymyr_Zelenskyy"},
		{&Attribution{Source: Node{Name: "senior officials"}}, "a:003/voice/senior_officials"},
		{&Attribution{}, "a:003/voice/unnamed"},
		{&Attribution{Source: Node{ID: "c:003/7"}}, "a:003/voice/003%2F7"},
	} {
		if got := VoiceIRI("003", c.at); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

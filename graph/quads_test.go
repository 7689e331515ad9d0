package graph

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
)

var rewrite = flag.Bool("rewrite", false, "rewrite the golden files")

func readArticle(t *testing.T) Article {
	t.Helper()
	text, err := os.ReadFile("testdata/article.json")
	if err != nil {
		t.Fatal(err)
	}
	var a Article
	if err := json.Unmarshal(text, &a); err != nil {
		t.Fatal(err)
	}
	a.Entities[0].Named = true
	a.Entities[0].Mentions[2].Pronoun = true
	return a
}

func TestArticleAsQuads(t *testing.T) {
	a := readArticle(t)
	var got bytes.Buffer
	for _, q := range a.Quads() {
		got.WriteString(q.NQuad() + "\n")
	}
	if *rewrite {
		if err := os.WriteFile("testdata/article.nq", got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/article.nq")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("quads (-want +got):\n%s", diff)
	}
}

// What somebody merely said stands in that one's graph alone.
func TestAttributedClaimIsNotTheArticles(t *testing.T) {
	a := readArticle(t)
	for _, q := range a.Quads() {
		if q.Predicate == quad.IRI("urn:sayso:relation/paused") && q.Label != quad.IRI("urn:sayso:article/900/voice/Ada_Okoye") {
			t.Errorf("label %s of %s", q.Label, q.NQuad())
		}
	}
}

func TestNamesCannotInjectQuads(t *testing.T) {
	const evil = "x> .\n<evil> <evil> <evil> .\n"
	c := ratcliffe()
	c.Subject.ID, c.Subject.Name = EntityIRI(evil), evil
	c.Object = &Node{ID: "e:" + evil, Name: evil}
	c.Predicate = Predicate{RelationIRI(evil), evil, evil}
	c.Attribution = &Attribution{Source: Node{Name: evil}, Cue: evil}
	c.Arguments = []Argument{{evil, evil, "e:" + evil}}
	a := Article{ID: evil, URL: "http://" + evil, Claims: []Claim{c}}
	quads := a.Quads()
	checkLines(t, quads)
	for _, q := range quads {
		if strings.Contains(q.NQuad(), "<evil>") && !strings.Contains(q.Object.String(), "<evil>") {
			t.Errorf("injected: %q", q.NQuad())
		}
	}
}

func TestClaimAsJSON(t *testing.T) {
	c := Claim{
		ID: "c:003/7", Document: "003", Quote: "President Trump sank", Start: 412, End: 432, Sentence: "President Trump sank.",
		Subject:   Node{ID: "e:Donald_Trump", Name: "Donald Trump", Type: Person, Mention: "President Trump"},
		Predicate: Predicate{ID: "p:sank", Name: "sank", Lemma: "sink"},
		Polarity:  Positive, Modality: Asserted, Confidence: 0.93, Rule: "clause",
	}
	const bare = `{"id":"c:003/7","document":"003","quote":"President Trump sank","start":412,"end":432,"sentence":"President Trump sank.",` +
		`"subject":{"id":"e:Donald_Trump","name":"Donald Trump","type":"Person","mention":"President Trump"},` +
		`"predicate":{"id":"p:sank","name":"sank","lemma":"sink"},"object":null,"arguments":[],"attribution":null,` +
		`"polarity":"positive","modality":"asserted","time":null,"confidence":0.93,"rule":"clause"}`
	checkJSON(t, c, bare)

	c.Object = &Node{Name: "$5", Type: Quantity, Value: "5 USD"}
	c.Arguments = []Argument{{"in", "early March", ""}, {"in", "Kyiv", "e:Kyiv"}}
	c.Attribution = &Attribution{
		Source: Node{ID: "e:John_Ratcliffe", Name: "John Ratcliffe"}, Cue: "announced",
		Of: &Attribution{Source: Node{Name: "experts"}, Cue: "say"},
	}
	c.Time = &Time{"2025-03", "month", "in early March"}
	full := strings.NewReplacer(
		`"object":null`, `"object":{"id":null,"name":"$5","type":"Quantity","value":"5 USD"}`,
		`"arguments":[]`, `"arguments":[{"role":"in","text":"early March","id":null},{"role":"in","text":"Kyiv","id":"e:Kyiv"}]`,
		`"attribution":null`, `"attribution":{"source":{"id":"e:John_Ratcliffe","name":"John Ratcliffe"},"cue":"announced",`+
			`"attribution":{"source":{"id":null,"name":"experts"},"cue":"say"}}`,
		`"time":null`, `"time":{"value":"2025-03","precision":"month","text":"in early March"}`,
	).Replace(bare)
	checkJSON(t, c, full)
}

func checkJSON(t *testing.T, c Claim, want string) {
	t.Helper()
	got, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("claim as JSON (-want +got):\n%s", diff)
	}
	var back Claim
	if err := json.Unmarshal(got, &back); err != nil {
		t.Fatal(err)
	}
	if c.Arguments == nil {
		c.Arguments = []Argument{}
	}
	if diff := cmp.Diff(c, back); diff != "" {
		t.Errorf("claim from JSON (-want +got):\n%s", diff)
	}
}

func TestEntitiesOfTheGraph(t *testing.T) {
	a := readArticle(t)
	got := Entities(a.Quads())
	want := []Entity{
		{ID: "e:Ada_Okoye", Name: "Ada Okoye", Type: Person, Named: true,
			Mentions: []Mention{{Document: "900", Text: "Ada Okoye"}, {Document: "900", Text: "Minister Okoye"}}},
		{ID: "e:Ministry_of_Trade", Name: "Ministry of Trade", Type: Organization,
			Mentions: []Mention{{Document: "900", Text: "Ministry of Trade"}, {Document: "900", Text: "the Ministry of Trade"}}},
		{ID: "e:exports", Name: "exports", Type: Thing, Mentions: []Mention{{Document: "900", Text: "exports"}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("entities (-want +got):\n%s", diff)
	}
}

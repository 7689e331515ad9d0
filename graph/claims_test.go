package graph

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/google/go-cmp/cmp"
)

func ratcliffe() Claim {
	return Claim{
		ID: "c:000/2", Document: "000",
		Quote: "the United States paused intelligence-sharing", Start: 30, End: 75,
		Sentence:  "On March 5, Ratcliffe announced the United States paused intelligence-sharing.",
		Subject:   Node{ID: "e:United_States", Name: "United States", Type: Place, Mention: "the United States"},
		Predicate: Predicate{ID: "p:paused", Name: "paused", Lemma: "pause"},
		Object:    &Node{ID: "e:intelligence-sharing", Name: "intelligence-sharing", Type: Thing, Mention: "intelligence-sharing"},
		Arguments: []Argument{},
		Attribution: &Attribution{
			Source: Node{ID: "e:John_Ratcliffe", Name: "John Ratcliffe", Type: Person, Mention: "Ratcliffe"},
			Cue:    "announced",
		},
		Polarity: Positive, Modality: Asserted, Confidence: 0.93, Rule: "clause",
	}
}

func with(change func(*Claim)) Claim {
	c := ratcliffe()
	change(&c)
	return c
}

var claims = map[string]Claim{
	"attributed": ratcliffe(),
	"asserted by the article": with(func(c *Claim) {
		c.Attribution = nil
	}),
	"no object": with(func(c *Claim) {
		c.Predicate, c.Object = Predicate{"p:sank", "sank", "sink"}, nil
	}),
	"source of a source": with(func(c *Claim) {
		c.Attribution.Of = &Attribution{Source: Node{ID: "e:Reuters", Name: "Reuters", Type: Organization}, Cue: "reported"}
	}),
	"source without a name": with(func(c *Claim) {
		c.Attribution = &Attribution{Source: Node{Name: "experts", Mention: "some experts"}, Cue: "say"}
	}),
	"subject without a name": with(func(c *Claim) {
		c.Subject = Node{Name: "five people", Type: Person, Mention: "Five people"}
	}),
	"date": with(func(c *Claim) {
		c.Object = &Node{Name: "early March", Type: TimeValue, Mention: "early March", Value: "2025-03"}
	}),
	"amount": with(func(c *Claim) {
		c.Object = &Node{Name: "$20,000", Type: Quantity, Mention: "$20,000", Value: "20000 USD"}
	}),
	"number written with a trailing zero": with(func(c *Claim) {
		c.Object = &Node{Name: "1.50", Type: Quantity, Value: "1.50"}
	}),
	"claim as object": with(func(c *Claim) {
		c.Object = &Node{ID: "c:000/3", Name: "that it paused", Type: ClaimNode, Mention: "that it paused"}
	}),
	"arguments": with(func(c *Claim) {
		c.Arguments = []Argument{{"in", "Kyiv", "e:Kyiv"}, {"in", "early March", ""}, {"in", "Kyiv", "e:Kyiv"}}
	}),
	"time": with(func(c *Claim) {
		c.Time = &Time{"2025-03-05", "day", "On March 5"}
	}),
	"relative time": with(func(c *Claim) {
		c.Time = &Time{"", "unknown", "last week"}
	}),
	"name other than the canonical one": with(func(c *Claim) {
		c.Object = &Node{ID: "e:United_States", Name: "America", Type: Thing}
	}),
	"qualified": with(func(c *Claim) {
		c.Predicate = Predicate{"p:will_not_visit", "will_not_visit", "visit"}
		c.Polarity, c.Modality = Negative, Future
	}),
}

func TestClaimsAreTheInverseOfQuads(t *testing.T) {
	for name, c := range claims {
		t.Run(name, func(t *testing.T) {
			a := Article{ID: "000", Claims: []Claim{c}}
			got, err := Claims(a.Quads())
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(a.Claims, got); diff != "" {
				t.Errorf("claims (-want +got):\n%s", diff)
			}
		})
	}
}

func TestClaimsOfManyArticlesInOrder(t *testing.T) {
	var quads []quad.Quad
	var want []Claim
	for _, id := range []string{"000", "001"} {
		a := Article{ID: id}
		for n := 1; n <= 11; n++ {
			c := ratcliffe()
			c.ID, c.Document = string(ClaimIRI(id, n)), id
			a.Claims = append(a.Claims, c)
		}
		want = append(want, a.Claims...)
		quads = append(quads, a.Quads()...)
		quads = append(quads, a.Quads()...)
	}
	rand.Shuffle(len(quads), func(i, j int) { quads[i], quads[j] = quads[j], quads[i] })
	got, err := Claims(quads)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("claims (-want +got):\n%s", diff)
	}
}

// Whatever quad of the receipt goes missing, the claim is refused or the part is one that may be absent.
func TestMissingPartIsNamed(t *testing.T) {
	article := Article{ID: "000", Claims: []Claim{claims["arguments"]}}
	quads := article.Quads()
	for _, c := range []struct {
		subject, predicate quad.IRI
		want               string
	}{
		{"urn:sayso:claim/000/2", RDFObject, "claim c:000/2: no rdf:object of c:000/2"},
		{"urn:sayso:claim/000/2", Sentence, "claim c:000/2: no s:sentence of c:000/2"},
		{"urn:sayso:claim/000/2", OAHasSelector, "claim c:000/2: no oa:hasSelector of c:000/2"},
		{"urn:sayso:claim/000/2#quote", OAExact, "claim c:000/2: no oa:exact of c:000/2#quote"},
		{"urn:sayso:claim/000/2#argument2", ArgumentRole, "claim c:000/2: no s:role of c:000/2#argument2"},
		{"urn:sayso:claim/000/2", ProvWasAttributedTo, "claim c:000/2: no prov:wasAttributedTo of c:000/2"},
		{"urn:sayso:entity/United_States", RDFSLabel, "claim c:000/2: no rdfs:label of e:United_States"},
		{"urn:sayso:relation/paused", Lemma, "claim c:000/2: no s:lemma of p:paused"},
	} {
		rest := slices.DeleteFunc(slices.Clone(quads), func(q quad.Quad) bool {
			return q.Subject == c.subject && q.Predicate == c.predicate
		})
		_, err := Claims(rest)
		if err == nil || err.Error() != c.want {
			t.Errorf("without %s: got error %v, want %s", c.predicate, err, c.want)
		}
	}
}

// nasty are names and texts that a hostile article could hold.
var nasty = []string{
	"", " ", ".", "..", "\n", "\x00", "a\tb\r\nc", `"quoted\"`, `\`, "> .\n<evil> <p> <o> .\n", "x> <y", "\u202eevil\u2066", "é\u0301", "中文",
	"\U0001F680", "\u2028", "\ufeff", "100%", "%2F", "a/b#c?d", "{}|^`", "e:x", "<urn:x>", "_:b", "true", "1", "1.0", "-0", "NaN", "1e3", "0x1p-2",
	"2025", "2025-03", "2025-03-05", "2025-02-30", "PT8H", "2025-03-01/2025-03-10", strings.Repeat("very ", 60),
}

// author makes up claims from what a fuzzer hands it.
type author struct {
	*rand.Rand
	words []string
}

func pick[T any](a author, choices ...T) T { return choices[a.IntN(len(choices))] }

func (a author) text() string { return a.words[a.IntN(len(a.words))] }

func (a author) node() Node {
	n := Node{Name: a.text(), Mention: a.text()}
	n.Type = pick(a, "", Person, Organization, Place, Event, Work, TimeValue, Quantity, Thing, ClaimNode)
	switch a.IntN(4) {
	case 0:
		n.ID = EntityIRI(a.text())
	case 1:
		n.ID = ClaimIRI("d/é", a.IntN(5)+1)
	case 2:
		n.Value = a.text()
	}
	return n
}

func (a author) attribution() *Attribution {
	if a.IntN(2) == 0 {
		return nil
	}
	return &Attribution{Source: a.node(), Cue: a.text(), Of: a.attribution()}
}

func (a author) claim(n int) Claim {
	c := Claim{
		ID: string(ClaimIRI("d/é", n)), Document: "d/é",
		Quote: a.text(), Start: a.IntN(1e6), End: a.IntN(1e6), Sentence: a.text(),
		Subject:     a.node(),
		Predicate:   Predicate{RelationIRI(a.text()), a.text(), a.text()},
		Arguments:   []Argument{},
		Attribution: a.attribution(),
		Polarity:    pick(a, Positive, Negative),
		Modality:    pick(a, Asserted, Future, Planned, Possible, Conditional, Obligatory, Questioned),
		Confidence:  float64(a.IntN(101)) / 100,
		Rule:        a.text(),
	}
	if a.IntN(3) > 0 {
		object := a.node()
		c.Object = &object
	}
	for range a.IntN(4) {
		c.Arguments = append(c.Arguments, Argument{a.text(), a.text(), pick(a, "", EntityIRI(a.text()))})
	}
	if a.IntN(2) == 0 {
		c.Time = &Time{a.text(), a.text(), a.text()}
	}
	return c
}

func (a author) article() Article {
	art := Article{ID: "d/é", Title: a.text(), Outlet: a.text(), Author: a.text(), Published: a.text(), URL: a.text(), Language: a.text(), SHA256: a.text()}
	for range a.IntN(4) {
		art.Entities = append(art.Entities, Entity{ID: EntityIRI(a.text()), Name: a.text(), Type: pick(a, Person, Thing),
			Mentions: []Mention{{Text: a.text()}, {Text: a.text(), Pronoun: true}}})
	}
	for n := range a.IntN(4) + 1 {
		art.Claims = append(art.Claims, a.claim(n+1))
	}
	return art
}

func FuzzClaimsAreTheInverseOfQuads(f *testing.F) {
	for seed := range uint64(40) {
		f.Add(seed, "Marco Rubio", "ordered", "> .\n<evil>")
	}
	f.Fuzz(func(t *testing.T, seed uint64, x, y, z string) {
		a := author{rand.New(rand.NewPCG(seed, 0)), append([]string{x, y, z}, nasty...)}.article()
		quads := a.Quads()
		got, err := Claims(quads)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(a.Claims, got); diff != "" {
			t.Fatalf("claims (-want +got):\n%s", diff)
		}
		wantMetadata, gotMetadata := a, Articles(quads)[0]
		wantMetadata.Claims, wantMetadata.Entities = nil, nil
		if diff := cmp.Diff(wantMetadata, gotMetadata); diff != "" {
			t.Fatalf("article (-want +got):\n%s", diff)
		}
		checkLines(t, quads)
	})
}

// checkLines wants each quad to be one line of N-Quads that reads as one quad, with no IRI but ours in it.
func checkLines(t *testing.T, quads []quad.Quad) {
	t.Helper()
	seen := map[quad.Quad]bool{}
	for _, q := range quads {
		if seen[q] {
			t.Fatalf("twice: %s", q.NQuad())
		}
		seen[q] = true
		line := q.NQuad()
		if strings.ContainsAny(line, "\n\r") {
			t.Fatalf("more than one line: %q", line)
		}
		got, err := nquads.Parse(line)
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		if got.Subject != q.Subject || got.Predicate != q.Predicate || got.Label != q.Label {
			t.Fatalf("%q reads as %q", line, got.NQuad())
		}
		if iri, ok := q.Object.(quad.IRI); ok && got.Object != iri {
			t.Fatalf("%q reads as %q", line, got.NQuad())
		}
	}
}

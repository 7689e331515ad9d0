package identity

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/graph"
)

func TestAssign(t *testing.T) {
	for _, s := range readStories(t) {
		articles := s.articles()
		New().Assign(articles)
		if diff := cmp.Diff(s.want, describe(articles)); diff != "" {
			t.Errorf("%s: %s", s.name, diff)
		}
	}
}

func TestAssignGivesTheSameTwice(t *testing.T) {
	for _, s := range readStories(t) {
		a, b := s.articles(), s.articles()
		New().Assign(a)
		New().Assign(b)
		if diff := cmp.Diff(encode(t, a), encode(t, b)); diff != "" {
			t.Errorf("%s: %s", s.name, diff)
		}
	}
}

// TestOrderDoesNotMatter lets the articles of each story come in other orders and batches. They must come
// to the same things, and where nothing was given away between the batches, to the same IRIs.
func TestOrderDoesNotMatter(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for _, s := range readStories(t) {
		want := partition(s.articles(), 1, func([]*graph.Article) {})
		for range 30 {
			batches := 1 + random.IntN(3)
			got := partition(s.articles(), batches, func(a []*graph.Article) {
				random.Shuffle(len(a), func(i, j int) { a[i], a[j] = a[j], a[i] })
			})
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%s: %s", s.name, diff)
			}
		}
	}
}

// partition enters the articles in batches, releases what was given away, and tells what each entity is.
func partition(articles []*graph.Article, batches int, shuffle func([]*graph.Article)) map[string]identity {
	shuffle(articles)
	r := New()
	size := (len(articles) + batches - 1) / batches
	for batch := range slices.Chunk(articles, size) {
		for _, a := range batch {
			r.Enter(a, nil)
		}
		r.Settle()
	}
	r.Release()
	r.Settle()
	found := map[string]identity{}
	for _, a := range articles {
		for _, o := range r.articles[a.ID].all() {
			found[fmt.Sprintf("%s/%d", a.ID, o.index)] = r.identityOf(o)
		}
	}
	return found
}

// TestIRIsStay reads each article twice, the second time after all others, into a registry that has
// learnt what a store holds.
func TestIRIsStay(t *testing.T) {
	for _, s := range readStories(t) {
		first := New()
		for _, a := range s.articles() {
			first.Enter(a, nil)
		}
		first.Settle()
		again := New()
		for _, a := range s.articles() {
			again.Enter(a, first.IRIs(a.ID))
			again.Enter(a, nil)
		}
		again.Settle()
		for _, a := range s.articles() {
			if diff := cmp.Diff(first.IRIs(a.ID), again.IRIs(a.ID)); diff != "" {
				t.Errorf("%s: article %s: %s", s.name, a.ID, diff)
			}
		}
	}
}

// TestReleaseLosesNothing releases the IRIs that were given; those that come out the same must be known as before.
func TestReleaseLosesNothing(t *testing.T) {
	for _, s := range readStories(t) {
		articles := s.articles()
		r := New()
		for _, a := range articles {
			r.Enter(a, nil)
		}
		r.Settle()
		r.Release()
		r.Settle()
		for _, a := range articles {
			if ids := r.IRIs(a.ID); slices.Contains(ids, "") {
				t.Errorf("%s: article %s: %q", s.name, a.ID, ids)
			}
		}
	}
}

// TestNominals enters what has no name: what is alone in its article, what others call alike later, and what somebody decides about.
func TestNominals(t *testing.T) {
	r := New()
	enter := func(id string, names ...string) []graph.Ref {
		a := &graph.Article{ID: id}
		for _, name := range names {
			a.Entities = append(a.Entities, graph.Entity{Name: name, Type: graph.Thing})
		}
		r.Enter(a, nil)
		r.Settle()
		return r.IRIs(id)
	}
	for _, c := range []struct{ article, names, want, changed string }{
		{"1", "statement, peace plan, peace plan", "e:statement e:peace_plan e:peace_plan_2", "1"},
		{"2", "statement, peace plan, statement 2", "e:statement_2 e:peace_plan e:statement_2_2", "2"}, // "peace plan" wakes
		{"3", "statement, statement 2, peace plan, peace plan", "e:statement_3 e:statement_2_2 e:peace_plan e:peace_plan_2", "3"},
		{"1", "peace plan, statement", "e:peace_plan e:statement", "1"},
		{"4", "statement", "e:statement_4", "4"},
	} {
		got := fmt.Sprint(enter(c.article, strings.Split(c.names, ", ")...), r.Changed())
		if want := fmt.Sprintf("[%s] [%s]", c.want, c.changed); got != want {
			t.Errorf("%s: got %s, want %s", c.names, got, want)
		}
	}
	r.Decide(Decisions{{Kind: Same, A: "e:statement_4", B: "e:statement_3"}})
	r.Settle()
	three := r.Name(&graph.Article{ID: "3", Entities: make([]graph.Entity, 4)})
	if got := fmt.Sprint(r.Changed(), r.IRIs("3")[:1], three.Entities[0].ID); got != "[3 4] [e:statement_3]e:statement_4" {
		t.Errorf("decided: %s", got)
	}
}

func TestAssignRewritesClaims(t *testing.T) {
	source := graph.Node{ID: "2", Name: "Navalny"}
	a := &graph.Article{
		ID: "one",
		Entities: []graph.Entity{
			{ID: "1", Name: "U.K.", Type: graph.Place, Named: true},
			{ID: "2", Name: "Alexei Navalny", Type: graph.Person, Named: true},
		},
		Claims: []graph.Claim{{
			Subject:     graph.Node{ID: "1", Name: "U.K.", Type: graph.Place, Mention: "the U.K."},
			Object:      &graph.Node{ID: "c:one/2", Type: graph.ClaimNode},
			Arguments:   []graph.Argument{{Role: "with", Text: "Navalny", ID: "2"}, {Role: "in", Text: "2020"}},
			Attribution: &graph.Attribution{Source: graph.Node{Name: "aides"}, Of: &graph.Attribution{Source: source}},
		}},
	}
	New().Assign([]*graph.Article{a})
	c := a.Claims[0]
	got := fmt.Sprint(c.Subject, *c.Object, c.Arguments, c.Attribution.Source, c.Attribution.Of.Source)
	want := "{e:United_Kingdom United Kingdom Place the U.K. } {c:one/2  Claim  } [{with Navalny e:Alexei_Navalny} {in 2020 }] { aides   } {e:Alexei_Navalny Alexei Navalny   }"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// story is one case of testdata/assign.txt: lines of articles and the entities they come to.
type story struct {
	name  string
	lines []string
	want  []string
}

func readStories(t *testing.T) []story {
	var stories []story
	for _, line := range readCasesWith(t, "testdata/assign.txt", "##") {
		if name, ok := strings.CutPrefix(line, "## "); ok {
			stories = append(stories, story{name: name})
			continue
		}
		s := &stories[len(stories)-1]
		if want, ok := strings.CutPrefix(line, "= "); ok {
			s.want = append(s.want, want)
		} else {
			s.lines = append(s.lines, line)
		}
	}
	return stories
}

// articles reads "article one", perhaps with a date, and below it "Name, Type, further names", in which a
// semicolon stands for a comma. What is called by a
// capital has a proper name; a star marks a pronoun.
func (s story) articles() []*graph.Article {
	var articles []*graph.Article
	for _, line := range s.lines {
		if id, ok := strings.CutPrefix(line, "article "); ok {
			id, published, _ := strings.Cut(id, " ")
			articles = append(articles, &graph.Article{ID: id, Published: published})
			continue
		}
		parts := strings.Split(line, ", ")
		a := articles[len(articles)-1]
		e := graph.Entity{Name: parts[0], Type: graph.Type(parts[1]), Named: isUpper(parts[0])}
		e.ID = graph.Ref(strconv.Itoa(len(a.Entities) + 1))
		for _, text := range append(parts[2:], parts[0]) {
			text, pronoun := strings.CutPrefix(strings.ReplaceAll(text, ";", ","), "*")
			e.Mentions = append(e.Mentions, graph.Mention{Document: a.ID, Text: text, Pronoun: pronoun})
		}
		a.Entities = append(a.Entities, e)
	}
	return articles
}

// describe lists the entities of the articles in the order in which they come.
func describe(articles []*graph.Article) []string {
	var order []string
	in := map[string][]string{}
	for _, a := range articles {
		for _, e := range a.Entities {
			line := fmt.Sprintf("%s, %s, %s", e.ID, e.Name, e.Type)
			if !slices.Contains(order, line) {
				order = append(order, line)
			}
			in[line] = append(in[line], a.ID)
		}
	}
	for i, line := range order {
		order[i] = line + ": " + strings.Join(in[line], " ")
	}
	return order
}

func encode(t *testing.T, articles []*graph.Article) string {
	text, err := json.Marshal(articles)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// A seat of government stays the place that it is, and stands for the country where it acts.
func TestSeatsStandForCountries(t *testing.T) {
	named := func(id, name string, kind graph.Type) graph.Entity {
		return graph.Entity{ID: graph.Ref(id), Name: name, Type: kind, Named: true}
	}
	told := func(subject, lemma string) graph.Claim {
		return graph.Claim{Subject: graph.Node{ID: graph.Ref(subject)}, Predicate: graph.Predicate{Lemma: lemma}}
	}
	for _, x := range []struct {
		name     string
		entities []graph.Entity
		claims   []graph.Claim
		want     string
	}{
		{"a capital that decides", []graph.Entity{named("1", "Lima", graph.Place), named("2", "Peru", graph.Place)},
			[]graph.Claim{told("1", "reject_offer")}, "e:Lima stands for e:Peru, is https://sws.geonames.org/3936456/; e:Peru"},
		{"a capital that only lies there", []graph.Entity{named("1", "Lima", graph.Place), named("2", "Peru", graph.Place)},
			[]graph.Claim{told("1", "lie")}, "e:Lima, is https://sws.geonames.org/3936456/; e:Peru"},
		{"a capital whose country is not named", []graph.Entity{named("1", "Lima", graph.Place)},
			[]graph.Claim{told("1", "reject")}, "e:Lima stands for e:Peru, is https://sws.geonames.org/3936456/; e:Peru"},
		{"the seat of a union", []graph.Entity{named("1", "Brussels", graph.Place)},
			[]graph.Claim{told("1", "impose")}, "e:Brussels stands for e:European_Union, is https://sws.geonames.org/2800866/; e:European_Union"},
		{"a seat that somebody visits", []graph.Entity{named("1", "Downing Street", graph.Place)}, nil, "e:Downing_Street"},
		{"a town of no list", []graph.Entity{named("1", "Brackwater", graph.Place)}, []graph.Claim{told("1", "reject")}, "e:Brackwater"},
		{"a seat that is quoted", []graph.Entity{named("1", "Blue House", graph.Organization), named("2", "South Korea", graph.Place)},
			[]graph.Claim{{Attribution: &graph.Attribution{Source: graph.Node{ID: "1"}}}}, "e:Blue_House stands for e:South_Korea; e:South_Korea"},
	} {
		a := &graph.Article{ID: "one", Entities: x.entities, Claims: x.claims}
		AddSeated(a, func(i int) graph.Ref { return graph.Ref(strconv.Itoa(i + 1)) })
		New().Assign([]*graph.Article{a})
		var got []string
		for _, e := range a.Entities {
			line := string(e.ID)
			if e.StandsFor != "" {
				line += " stands for " + string(e.StandsFor)
			}
			if e.SameAs != "" {
				line += ", is " + e.SameAs
			}
			got = append(got, line)
		}
		if diff := cmp.Diff(x.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s: %s", x.name, diff)
		}
	}
}

func TestApartUndoesWhatRulesJoin(t *testing.T) {
	articles := story{lines: []string{"article one", "Merkel, Person", "article two", "Angela Merkel, Person"}}.articles()
	r := New()
	r.Decide(Decisions{{Kind: Apart, A: "e:Angela_Merkel", B: "e:Merkel"}})
	r.Assign(articles)
	want := []string{"e:Merkel, Merkel, Person: one", "e:Angela_Merkel, Angela Merkel, Person: two"}
	if diff := cmp.Diff(want, describe(articles)); diff != "" {
		t.Error(diff)
	}
}

func TestDecisionsAsText(t *testing.T) {
	const text = "same e:A e:B  # why\napart e:C e:D\nsplit e:A document politics/one  # other\nsplit e:A name Joe Smith\n"
	ds, err := ReadDecisions(strings.NewReader("# head\n\n" + text))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(text, ds.String()); diff != "" {
		t.Error(diff)
	}
	for _, against := range []string{"same e:A e:B\nsame e:C e:B\napart e:A e:C\n", "apart e:A e:C\nsame e:A e:B\nsame e:B e:C\n"} {
		if _, err := ReadDecisions(strings.NewReader(against)); err == nil || !strings.Contains(err.Error(), "goes against line") {
			t.Errorf("%q: %v", against, err)
		}
	}
	for _, bad := range []string{"join e:A e:B", "same e:A", "same A e:B", "same e:A e:A", "split e:A article 1", "apart e:A e:B e:C"} {
		if _, err := ParseDecision(bad); err == nil {
			t.Errorf("%q is a decision", bad)
		}
	}
}

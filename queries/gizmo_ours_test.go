package queries

import (
	"context"
	"strings"
	"testing"
)

// cayleyMethods are those of Cayley's documentation.
const cayleyMethods = `
graph V Vertex M Morphism IRI Uri emit addNamespace addDefaultNamespaces loadNamespaces
value iri bnode raw str lang typed lt lte gt gte regex like
path all getLimit toArray tagArray toValue tagValue map forEach count is in out both follow followR followRecursive
path and intersect or union except difference unique back tag as has hasR save saveR saveOpt saveOptR labels
path inPredicates outPredicates saveInPredicates saveOutPredicates labelContext filter limit skip order`

// TestMethods holds the list of methods to Cayley's, each capitalised too.
func TestMethods(t *testing.T) {
	holders := map[string]string{"graph": "g", "value": "this", "path": "g.V()"}
	for line := range strings.Lines(strings.TrimSpace(cayleyMethods)) {
		words := strings.Fields(line)
		for _, name := range words[1:] {
			for _, spelt := range []string{name, capitalised(name)} {
				script := "g.emit(typeof " + holders[words[0]] + "." + spelt + ")"
				session := NewSession(context.Background(), loadGraph(t, "follows"), Limits{})
				if err := (Script{Text: script}).Run(context.Background(), session); err != nil {
					t.Errorf("%s: %v", script, err)
				} else if got := string(session.Result().Answers[0].Emitted); got != `"function"` {
					t.Errorf("%s: got %s", script, got)
				}
			}
		}
	}
}

// TestClaims asks for claims and their receipts, of the graph of articles.json.
func TestClaims(t *testing.T) {
	g := loadArticles(t)
	for _, c := range []struct{ script, want string }{
		{`g.claims("Ada Okoye", "lead").countBy("id")`, "<c:901/1> | 1\n<c:901/2> | 1"},
		{`g.claims("Ada Okoye", "led").all()`, "<c:901/2>"},
		{`g.claims(null, "<p:led>", "Ministry of Trade").all()`, "<c:901/2>"},
		{`g.claims("Ada Okoye", []).all()`, ""},
		{`g.emit(g.claims().count())`, "5"},
		{`g.V("Ada Okoye").out("led").evidence()`, "<e:Ada_Okoye> | <p:led> | <e:Ministry_of_Trade> | <a:901> | Ada Okoye led the Ministry of Trade | 0 | 0 | <c:901/2>"},
		{`g.V("Ministry of Trade").in("led").evidence()`, "<e:Ada_Okoye> | <p:led> | <e:Ministry_of_Trade> | <a:901> | Ada Okoye led the Ministry of Trade | 0 | 0 | <c:901/2>"},
		{`g.claims(null, "paused").evidence()`, "<e:Ministry_of_Trade> | <p:paused> | <e:exports> | <a:900> | <a:900/voice/Ada_Okoye> | the Ministry of Trade paused exports | 0 | 0 | <c:900/1>"},
		{`g.V("Ada Okoye").shortestPath("exports")`, "1 | <e:Ada_Okoye> | <p:led> | <e:Ministry_of_Trade>\n2 | <e:Ministry_of_Trade> | <p:paused> | <e:exports>"},
	} {
		session := NewSession(context.Background(), g, Limits{})
		if err := (Script{Text: c.script}).Run(context.Background(), session); err != nil {
			t.Errorf("%s: %v", c.script, err)
			continue
		}
		_, got, _ := strings.Cut(table(session.Result()), "\n")
		if len(session.Result().Columns) == 0 && len(session.Result().Answers) == 1 {
			got = string(session.Result().Answers[0].Emitted)
		}
		if got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.script, got, c.want)
		}
	}
}

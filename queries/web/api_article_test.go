package web

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/graph"
	"sayso/queries/analysis"
)

// TestReports puts copies of one report together, the claim's own first.
func TestReports(t *testing.T) {
	who, what := graph.Node{ID: "e:Ida_Berg", Name: "Ida Berg", Type: graph.Person}, graph.Node{ID: "e:letter", Name: "letter", Type: graph.Work}
	var claims []graph.Claim
	var articles []graph.Article
	for _, a := range []struct{ id, sentence string }{
		{"a", "Mayor Ida Berg signed a letter to the council of Lisbon on Tuesday."},
		{"b", "After weeks of talks a letter was at last signed by Berg, who leads the city."},
		{"copy", "Mayor Ida Berg signed a letter to the council of Lisbon on Tuesday."},
	} {
		c := claimOf(1, who, "signed", "sign", &what, nil, "")
		c.ID, c.Document, c.Quote, c.Sentence = "c:"+a.id+"/1", a.id, a.sentence, a.sentence
		claims, articles = append(claims, c), append(articles, graph.Article{ID: a.id})
	}
	g := analysis.New(claims, articles)
	var got [][]string
	for _, r := range reports(g, g.Cites("c:a/1", "c:b/1", "c:copy/1")) {
		got = append(got, r.Articles)
	}
	if diff := cmp.Diff([][]string{{"a", "copy"}, {"b"}}, got); diff != "" {
		t.Error(diff)
	}
}

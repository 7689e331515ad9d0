package mcp

import (
	"context"
	"slices"
	"strings"

	"sayso/graph"
	"sayso/queries/analysis"
	"sayso/queries/answer"
)

type questionAsked struct {
	Question string `json:"question" jsonschema:"in English, one at a time: Who ordered the suspension?"`
	Article  string `json:"article,omitempty" jsonschema:"the id of the one article whose claims count, as document has it in evidence"`
}

type answersGiven struct {
	said
	Question string          `json:"question"`
	Answers  []found         `json:"answers" jsonschema:"the best first; empty where the graph does not say"`
	Nearest  []analysis.Cite `json:"nearest" jsonschema:"what comes nearest where nothing answers it: no answer"`
	Query    string          `json:"query" jsonschema:"the Gizmo that the question became, for run_query"`
	Coverage answer.Coverage `json:"coverage" jsonschema:"how much was looked at"`
}

type found struct {
	Text       string          `json:"text"`
	ID         graph.Ref       `json:"id"`
	Confidence float64         `json:"confidence"`
	Origins    int             `json:"origins" jsonschema:"articles that say so"`
	Evidence   []analysis.Cite `json:"evidence"`
}

func (d *desk) ask(ctx context.Context, asked questionAsked) (answersGiven, error) {
	given := answersGiven{said: said{notice}, Question: asked.Question, Answers: []found{}, Nearest: []analysis.Cite{}}
	if strings.TrimSpace(asked.Question) == "" {
		return given, refuse("the question is empty; ask one in English")
	}
	st, err := d.read(ctx)
	if err != nil {
		return given, err
	}
	if !st.has(asked.Article) {
		return given, refuse("no article %q; leave article out, or take a document from the evidence of another answer", asked.Article)
	}
	reply, err := d.graph.Ask(ctx, asked.Question, asked.Article)
	if err != nil {
		return given, err
	}
	given.Query, given.Coverage = reply.Query, reply.Coverage
	for _, a := range reply.Answers {
		given.Answers = append(given.Answers, found{a.Text, a.ID, a.Confidence, a.Origins, first(st.analysis.Cites(a.Claims...))})
	}
	for _, e := range reply.Nearest {
		given.Nearest = append(given.Nearest, st.analysis.Cites(e.Claim)...)
	}
	return given, nil
}

// has tells whether there is such an article; no article at all means any.
func (st *state) has(article string) bool {
	return article == "" || slices.ContainsFunc(st.articles, func(a graph.Article) bool { return a.ID == article })
}

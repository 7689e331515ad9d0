package mcp

import (
	"context"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"sayso/graph"
	"sayso/queries"
	"sayso/queries/analysis"
	"sayso/queries/sparql"
)

const queryHelp = `Runs a query that only reads, in a sandbox: 5 seconds, and as many rows as limit says.

Gizmo, Cayley's JavaScript, in which names work as typed: "Rubio" is every entity of that name, "led" the relation of that name, lemma or inflection, "<e:Marco_Rubio>" exactly that IRI. Tag what the evidence is to be about:
  g.V("Rubio").Tag("who").Out("led").All()
  g.V("Rubio").Tag("subject").In("<rdf:subject>").Tag("claim").Out("<rdf:object>").Tag("object").GetLimit(10)

SPARQL 1.1: a claim is one triple in the graph of its voice, and a node that describes it. Prefixes e: p: a: c: rdf: rdfs: prov: xsd: skos: oa: need not be declared:
  SELECT ?who ?what ?voice WHERE { GRAPH ?voice { ?who p:led ?what } }
  SELECT ?claim ?quote WHERE { ?claim rdf:subject e:Marco_Rubio ; oa:hasSelector/oa:exact ?quote }

Each row comes with evidence: the claims that it names; else those that all its things share, by its relation and in its voice where it has them; else the best claim about each. So select the claim (c:…) wherever you can. A row of counts names nothing and has none.`

type queryAsked struct {
	Query    string   `json:"query"`
	Language language `json:"language,omitempty" jsonschema:"gizmo where it is not given"`
	Limit    most     `json:"limit,omitempty" jsonschema:"rows at most"`
}

type rowsGiven struct {
	said
	Title     string   `json:"title,omitempty" jsonschema:"of a saved query"`
	Columns   []string `json:"columns"`
	Rows      []row    `json:"rows"`
	Yes       *bool    `json:"yes,omitempty" jsonschema:"the answer of an ASK"`
	Truncated bool     `json:"truncated" jsonschema:"there are more rows than limit"`
	Hint      string   `json:"hint,omitempty"`
}

type row struct {
	Values   map[string]any  `json:"values" jsonschema:"by column; an IRI is <e:…>"`
	Evidence []analysis.Cite `json:"evidence"`
}

func (d *desk) runQuery(ctx context.Context, asked queryAsked) (rowsGiven, error) {
	limits := queries.Limits{Rows: int(asked.Limit)}
	if strings.TrimSpace(asked.Query) == "" {
		return rowsGiven{}, refuse(`the query is empty; g.V("NAME").Out().All() is one in Gizmo`)
	}
	if asked.Language == inSPARQL {
		return d.runSPARQL(ctx, asked.Query, limits)
	}
	result, err := d.graph.Run(ctx, queries.Script{Text: asked.Query}, limits)
	if err != nil {
		return rowsGiven{}, err
	}
	return d.rows(ctx, result)
}

func (d *desk) runSPARQL(ctx context.Context, text string, limits queries.Limits) (rowsGiven, error) {
	q, err := sparql.Parse(text)
	if err != nil {
		return rowsGiven{}, err
	}
	select {
	case d.turns <- struct{}{}:
		defer func() { <-d.turns }()
	case <-ctx.Done():
		return rowsGiven{}, ctx.Err()
	}
	at, err := d.graph.Snapshot()
	if err != nil {
		return rowsGiven{}, err
	}
	defer at.Close()
	if q.IsAsk() {
		yes, err := q.Ask(ctx, at, limits)
		return rowsGiven{said: said{notice}, Columns: []string{}, Rows: []row{}, Yes: &yes, Hint: hintAsk}, err
	}
	result, err := q.Rows(ctx, at, limits)
	if err != nil {
		return rowsGiven{}, err
	}
	return d.rows(ctx, result)
}

const (
	hintAsk  = "yes or no has no evidence; SELECT the claims to have it"
	hintBare = "some rows name nothing of the graph, such as a count, and have no evidence; select the things or the claims that they stand for as well"
	hintMore = "there are more rows; narrow the query, or raise limit"
)

// rows are the rows of a result, each with its evidence.
func (d *desk) rows(ctx context.Context, result queries.Result) (rowsGiven, error) {
	given := rowsGiven{said: said{notice}, Columns: append([]string{}, result.Columns...), Rows: []row{}, Truncated: result.Truncated}
	st, err := d.read(ctx)
	if err != nil {
		return given, err
	}
	var hints []string
	if result.Truncated {
		hints = append(hints, hintMore)
	}
	for _, a := range result.Answers {
		r := row{a.Fields(result.Columns), st.evidence(refsOf(a, result.Columns))}
		if len(r.Evidence) == 0 && !slices.Contains(hints, hintBare) {
			hints = append(hints, hintBare)
		}
		given.Rows = append(given.Rows, r)
	}
	given.Hint = strings.Join(hints, "; ")
	return given, nil
}

// refsOf are the things, relations, voices and claims that an answer names, each once.
func refsOf(a queries.Answer, columns []string) []graph.Ref {
	var refs []graph.Ref
	for _, column := range columns {
		iri, ok := a.Get(column).(quad.IRI)
		ref := graph.Short(iri)
		if prefix, _, named := strings.Cut(string(ref), ":"); ok && named && strings.Contains("e p a c", prefix) && !slices.Contains(refs, ref) {
			refs = append(refs, ref)
		}
	}
	return refs
}

// evidence is what bears out a row, as [queryHelp] has it.
func (st *state) evidence(refs []graph.Ref) []analysis.Cite {
	if len(refs) == 0 {
		return []analysis.Cite{}
	}
	if named := st.analysis.Cites(refs...); len(named) > 0 {
		return first(named)
	}
	if shared := st.analysis.Sharing(refs, mostEvidence); len(shared) > 0 {
		return shared
	}
	all := []analysis.Cite{}
	for _, ref := range refs {
		all = append(all, st.analysis.Sharing([]graph.Ref{ref}, 1)...)
	}
	return first(all)
}

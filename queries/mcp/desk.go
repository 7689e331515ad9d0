package mcp

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"strings"
	"sync"

	"sayso/graph"
	"sayso/queries"
	"sayso/queries/analysis"
	"sayso/queries/answer"
	"sayso/queries/sandbox"
	"sayso/queries/sparql"
)

// desk answers the calls. The tools are its methods.
type desk struct {
	graph *answer.Live
	shelf queries.Shelf
	log   *slog.Logger
	turns chan struct{} // a place for each SPARQL query that runs in this process

	mu   sync.Mutex
	last *state
}

// mostAtOnce is how many queries in SPARQL run at a time.
const mostAtOnce = 2

// state is one version of the graph, read whole.
type state struct {
	version  uint64
	analysis *analysis.Graph
	entities map[graph.Ref]graph.Entity
	articles []graph.Article
}

// read gives the present state. Reading one holds up who else asks for it.
func (d *desk) read(ctx context.Context) (*state, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if now := d.graph.Version(); d.last != nil && d.last.version == now {
		return d.last, nil
	}
	st := &state{version: d.graph.Version()}
	claims, err := d.graph.Claims()
	if err != nil {
		return nil, err
	}
	if st.articles, err = d.graph.Articles(); err != nil {
		return nil, err
	}
	if st.entities, err = d.graph.Entities(ctx); err != nil {
		return nil, err
	}
	st.analysis = analysis.New(claims, st.articles)
	d.last = st
	return st, nil
}

// problem is what the caller did wrong, and what to do.
type problem struct{ text string }

func (p problem) Error() string { return p.text }

func refuse(format string, args ...any) error { return problem{fmt.Sprintf(format, args...)} }

// things are those of a name, or of a reference.
func (d *desk) things(st *state, name string) ([]graph.Ref, error) {
	ref := graph.Ref(strings.Trim(name, "<>"))
	if _, known := st.entities[ref]; known {
		return []graph.Ref{ref}, nil
	}
	if refs := d.graph.Resolve(name); len(refs) > 0 {
		return refs, nil
	}
	return nil, refuse("%s", queries.Nobody(d.graph, name, "search_entities lists what the graph speaks of"))
}

// explain is what to tell of an error: what the caller did wrong or which limit it met, and what to do. Of anything
// else it tells the log, since it may name files.
func (d *desk) explain(tool string, err error) error {
	var known problem
	var limit queries.LimitError
	var syntax *sparql.SyntaxError
	var unsupported *sparql.UnsupportedError
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &limit):
		return refuse("%s; ask for less: a more selective pattern, or LIMIT", limit.Limit)
	case errors.As(err, &syntax), errors.As(err, &unsupported):
		return refuse("%s\nthis is SPARQL 1.1; the prefixes e: p: a: c: rdf: rdfs: prov: xsd: skos: oa: need not be declared", err)
	case errors.Is(err, sandbox.ErrBusy):
		return refuse("%s; try again in a few seconds", err)
	case errors.Is(err, fs.ErrNotExist):
		return refuse("%s; list_saved_queries lists them", err)
	case errors.Is(err, context.DeadlineExceeded):
		return refuse("it took longer than %s; ask for less", longest)
	case isGizmos(err):
		return refuse("%s\ncorrect the query; the description of run_query has examples", err)
	case isParams(err):
		return refuse("%s; list_saved_queries tells what each query takes", err)
	}
	d.log.Error("call failed", "tool", tool, "error", err)
	return refuse("something went wrong on the side of sayso, whose stderr says what; sayso verify tells whether the store is damaged")
}

func isGizmos(err error) bool {
	var syntax *queries.SyntaxError
	var query *queries.QueryError
	return errors.As(err, &syntax) || errors.As(err, &query)
}

func isParams(err error) bool {
	var param *queries.ParamError
	return errors.As(err, &param)
}

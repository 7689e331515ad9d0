package sparql

import (
	"context"

	"github.com/cayleygraph/quad"

	"sayso/graph/quadstore"
	"sayso/queries"
)

// Rows are the solutions of a SELECT, or the triples of a CONSTRUCT or DESCRIBE, as the rows of a script.
func (q *Query) Rows(ctx context.Context, at *quadstore.Snapshot, limits queries.Limits) (queries.Result, error) {
	result := queries.Result{Columns: q.Columns()}
	if q.IsGraph() {
		result.Columns = []string{"subject", "predicate", "object"}
	}
	most := limits.WithDefaults().Rows
	add := func(values []quad.Value) error {
		if len(result.Answers) == most {
			return errEnough
		}
		row := queries.Row{}
		for i, v := range values {
			if v != nil {
				row[result.Columns[i]] = v
			}
		}
		result.Answers = append(result.Answers, queries.Answer{Row: row})
		return nil
	}
	var err error
	if q.IsGraph() {
		err = q.Graph(ctx, at, limits, func(t quad.Quad) error { return add([]quad.Value{t.Subject, t.Predicate, t.Object}) })
	} else {
		err = q.Solutions(ctx, at, limits, add)
	}
	if result.Truncated = err == errEnough; result.Truncated {
		err = nil
	}
	return result, err
}

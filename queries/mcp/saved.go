package mcp

import (
	"context"
	"fmt"
	"strconv"

	"sayso/queries"
)

type nothingAsked struct{}

type savedGiven struct {
	Queries []queries.SavedQuery `json:"queries"`
}

// listSaved lists the queries that can be read; what is wrong with another one is no fault of who asks.
func (d *desk) listSaved(context.Context, nothingAsked) (savedGiven, error) {
	found, err := d.shelf.List()
	if len(found) > 0 {
		err = nil
	}
	return savedGiven{found}, err
}

type savedAsked struct {
	Name   string         `json:"name" jsonschema:"as list_saved_queries has it"`
	Params map[string]any `json:"params,omitempty" jsonschema:"its parameters by name: strings, numbers, true or false"`
	Limit  most           `json:"limit,omitempty" jsonschema:"rows at most"`
}

func (d *desk) runSaved(ctx context.Context, asked savedAsked) (rowsGiven, error) {
	q, err := d.shelf.Load(asked.Name)
	if err != nil {
		return rowsGiven{}, err
	}
	params := map[string]string{}
	for name, value := range asked.Params {
		params[name] = written(value)
	}
	script, err := q.Script(params)
	if err != nil {
		return rowsGiven{}, err
	}
	result, err := d.graph.Run(ctx, script, queries.Limits{Rows: int(asked.Limit)})
	if err != nil {
		return rowsGiven{}, err
	}
	given, err := d.rows(ctx, result)
	given.Title = q.Title
	return given, err
}

// written is a value of JSON as a command line has it.
func written(value any) string {
	if n, ok := value.(float64); ok {
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	return fmt.Sprint(value)
}

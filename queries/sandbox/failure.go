package sandbox

import (
	"errors"

	"sayso/queries"
)

// failure is an error on its way between the processes, with what callers branch on.
type failure struct {
	Kind    string `json:"kind"` // full, limit, syntax, query; else any other
	Message string `json:"message"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Text    string `json:"text,omitempty"`
}

func failureOf(err error) *failure {
	if err == nil {
		return nil
	}
	var limit queries.LimitError
	var syntax *queries.SyntaxError
	var query *queries.QueryError
	switch {
	case errors.Is(err, queries.ErrFull):
		return &failure{Kind: "full"}
	case errors.As(err, &limit):
		return &failure{Kind: "limit", Message: limit.Limit}
	case errors.As(err, &syntax):
		return placed("syntax", syntax.Place)
	case errors.As(err, &query):
		return placed("query", query.Place)
	}
	return &failure{Message: err.Error()}
}

func placed(kind string, p queries.Place) *failure {
	return &failure{Kind: kind, Message: p.Message, Line: p.Line, Column: p.Column, Text: p.Text}
}

func (f *failure) err() error {
	if f == nil {
		return nil
	}
	place := queries.Place{Message: f.Message, Line: f.Line, Column: f.Column, Text: f.Text}
	switch f.Kind {
	case "full":
		return queries.ErrFull
	case "limit":
		return queries.LimitError{Limit: f.Message}
	case "syntax":
		return &queries.SyntaxError{Place: place}
	case "query":
		return &queries.QueryError{Place: place}
	}
	return errors.New(f.Message)
}

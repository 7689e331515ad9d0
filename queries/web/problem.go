package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"

	"sayso/graph/store"
	"sayso/queries"
	"sayso/queries/sandbox"
)

// failure is an error with the status that tells the client about it.
type failure struct {
	status int
	detail string
}

func (f *failure) Error() string { return f.detail }

// fail is what a handler returns where the client is to know why.
func fail(status int, format string, args ...any) error {
	return &failure{status, fmt.Sprintf(format, args...)}
}

// clientGone is what nginx counts a client under that went away: /metrics shows what is our fault as 500.
const clientGone = 499

// failureOf is what to say of an error: what the client did wrong or which limit it met. Of anything else it
// says nothing, since it may name files or types.
func failureOf(err error) *failure {
	var known *failure
	var limit queries.LimitError
	var tooLong *http.MaxBytesError
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &limit):
		return &failure{http.StatusUnprocessableEntity, limit.Limit}
	case errors.As(err, &tooLong):
		return &failure{http.StatusRequestEntityTooLarge, fmt.Sprintf("the body is longer than %d bytes", tooLong.Limit)}
	case errors.Is(err, sandbox.ErrBusy):
		return &failure{http.StatusServiceUnavailable, err.Error()}
	case errors.Is(err, store.ErrNotFound), errors.Is(err, fs.ErrNotExist):
		return &failure{http.StatusNotFound, "there is no such thing"}
	case errors.Is(err, context.DeadlineExceeded):
		return &failure{http.StatusUnprocessableEntity, "it took too long"}
	case errors.Is(err, context.Canceled):
		return &failure{clientGone, "the client went away"}
	case isQuerys(err):
		return &failure{http.StatusBadRequest, err.Error()}
	}
	return &failure{http.StatusInternalServerError, "something went wrong on this side; the server's log says what"}
}

// isQuerys tells whether a query is at fault.
func isQuerys(err error) bool {
	var syntax *queries.SyntaxError
	var query *queries.QueryError
	var param *queries.ParamError
	return errors.As(err, &syntax) || errors.As(err, &query) || errors.As(err, &param)
}

// shape is how a route says that something is wrong.
type shape func(http.ResponseWriter, *failure)

// problem is the shape of RFC 9457.
func problem(w http.ResponseWriter, f *failure) {
	w.Header().Set("Content-Type", problemType)
	w.WriteHeader(f.status)
	writeJSON(w, problemBody{http.StatusText(f.status), f.status, f.detail})
}

const problemType = "application/problem+json"

type problemBody struct {
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
}

// cayleyError is Cayley's shape.
func cayleyError(w http.ResponseWriter, f *failure) {
	w.Header().Set("Content-Type", jsonType)
	w.WriteHeader(f.status)
	writeJSON(w, cayleyErrorBody{f.detail})
}

type cayleyErrorBody struct {
	Error string `json:"error"`
}

const jsonType = "application/json"

// reply answers with a value as JSON.
func reply(w http.ResponseWriter, value any) error {
	w.Header().Set("Content-Type", jsonType)
	writeJSON(w, value)
	return nil
}

// writeJSON writes what the client may have stopped reading; then there is nobody to tell.
func writeJSON(w http.ResponseWriter, value any) {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	_ = e.Encode(value)
}

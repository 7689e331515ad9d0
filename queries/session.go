package queries

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"
)

// Host is what a script can ask for; it stands between the script and the graph.
type Host interface {
	Rows(p *Path, n int, yield func(Row) error) error // the first n rows, to the script
	All(p *Path, n int) error                         // the first n rows, to the result
	Count(p *Path) (int64, error)                     // how many rows there are
	Emit(value json.RawMessage) error                 // a value of the script's, to the result
}

// ErrFull ends a script whose result has reached its limit.
var ErrFull = errors.New("the result is full")

// Session is one script's use of a graph: the Host that holds its limits and collects its result.
type Session struct {
	ctx    context.Context
	graph  Graph
	limits Limits
	bytes  int
	result Result
}

// NewSession starts with an empty result.
func NewSession(ctx context.Context, g Graph, l Limits) *Session {
	return &Session{ctx: ctx, graph: g, limits: l.WithDefaults()}
}

// Result is what was collected so far.
func (s *Session) Result() Result {
	s.result.Columns = distinct(s.result.Columns)
	return s.result
}

// Rows implements Host. Where the script does not see all that it asked for, the
// result counts as cut.
func (s *Session) Rows(p *Path, n int, yield func(Row) error) error {
	most := MaxRows
	if n >= 0 {
		most = min(n, most)
	}
	rows, size := 0, 0
	return s.graph.Each(s.ctx, p, func(row Row) (bool, error) {
		size += row.size()
		if rows == most || size > s.limits.Bytes {
			s.result.Truncated = s.result.Truncated || rows != n
			return false, nil
		}
		rows++
		return true, yield(row)
	})
}

// All implements Host.
func (s *Session) All(p *Path, n int) error {
	known := len(s.result.Columns)
	s.result.Columns = append(s.result.Columns, p.Columns()...)
	taken := 0
	err := s.graph.Each(s.ctx, p, func(row Row) (bool, error) {
		if taken == n {
			return false, nil
		}
		taken++
		return true, s.add(Answer{Row: row}, row.size())
	})
	if taken == 0 {
		s.result.Columns = s.result.Columns[:known]
	}
	return err
}

// Count implements Host.
func (s *Session) Count(p *Path) (int64, error) { return s.graph.Count(s.ctx, p) }

// Emit implements Host.
func (s *Session) Emit(value json.RawMessage) error {
	if !json.Valid(value) {
		return errors.New("emit: not JSON")
	}
	if err := s.add(Answer{Emitted: value}, len(value)); err != nil {
		return err
	}
	s.result.Columns = append(s.result.Columns, newFields(value, s.result.Columns)...)
	return nil
}

func (s *Session) add(a Answer, size int) error {
	s.bytes += size
	if len(s.result.Answers) >= s.limits.Rows || s.bytes > s.limits.Bytes {
		return s.full()
	}
	s.result.Answers = append(s.result.Answers, a)
	return nil
}

func (s *Session) full() error {
	s.result.Truncated = true
	return ErrFull
}

// size is about how long the row is as JSON.
func (r Row) size() int {
	n := 2
	for tag, v := range r {
		n += len(tag) + len(v.String()) + 6
	}
	return n
}

// newFields are the fields of an emitted object, in its order, that are not known yet.
func newFields(value json.RawMessage, known []string) []string {
	if !bytes.HasPrefix(value, []byte("{")) {
		return nil
	}
	d := json.NewDecoder(bytes.NewReader(value))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil
	}
	var fields []string
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return fields
		}
		if name, ok := name.(string); ok {
			fields = append(fields, name)
		}
		var skipped json.RawMessage
		if d.Decode(&skipped) != nil {
			return fields
		}
	}
	return without(fields, known)
}

func without(names, known []string) []string {
	var left []string
	for _, n := range names {
		if !slices.Contains(known, n) {
			left = append(left, n)
		}
	}
	return left
}

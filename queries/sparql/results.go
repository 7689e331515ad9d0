package sparql

import (
	"context"
	"fmt"
	"io"
	"iter"
	"mime"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"sayso/graph/quadstore"
	"sayso/queries"
)

// ResultFormat is one way to write down the answer of a SELECT or an ASK.
type ResultFormat struct {
	Name       string
	MediaTypes []string
	new        func(io.Writer) resultWriter
}

// resultWriter writes one answer.
type resultWriter interface {
	yes(bool) error
	columns([]string) error
	row(names []string, values []quad.Value) error
	end() error
}

// ResultFormats lists the formats of an answer, the usual one first.
func ResultFormats() []ResultFormat {
	return []ResultFormat{
		{"json", []string{"application/sparql-results+json", "application/json"}, newJSON},
		{"xml", []string{"application/sparql-results+xml", "application/xml"}, newXML},
		{"csv", []string{"text/csv"}, newCSV},
		{"tsv", []string{"text/tab-separated-values"}, newTSV},
	}
}

// ResultFormatNamed finds a format by its name or one of its media types.
func ResultFormatNamed(name string) (ResultFormat, error) {
	base, _, _ := mime.ParseMediaType(name)
	var known []string
	for _, f := range ResultFormats() {
		if f.Name == name || slices.Contains(f.MediaTypes, base) {
			return f, nil
		}
		known = append(known, f.Name)
	}
	return ResultFormat{}, fmt.Errorf("no result format %q (there are %s)", name, strings.Join(known, ", "))
}

// Write answers a SELECT or an ASK. Rows beyond the limit are left out; truncated says that there were some.
func (q *Query) Write(ctx context.Context, w io.Writer, f ResultFormat, at *quadstore.Snapshot, limits queries.Limits) (truncated bool, err error) {
	limits = limits.WithDefaults()
	bounded := &boundedWriter{w, limits.Bytes}
	out := f.new(bounded)
	if q.IsAsk() {
		yes, err := q.Ask(ctx, at, limits)
		if err != nil {
			return false, err
		}
		return false, out.yes(yes)
	}
	if err := out.columns(q.names); err != nil {
		return false, err
	}
	n := 0
	err = q.Solutions(ctx, at, limits, func(values []quad.Value) error {
		if n++; n > limits.Rows {
			return errEnough
		}
		return out.row(q.names, values)
	})
	if truncated = err == errEnough; err != nil && !truncated {
		return false, err
	}
	return truncated, out.end()
}

// WriteGraph answers a CONSTRUCT or a DESCRIBE in a format of graphs.
func (q *Query) WriteGraph(ctx context.Context, w io.Writer, f GraphFormat, at *quadstore.Snapshot, limits queries.Limits) (truncated bool, err error) {
	limits = limits.WithDefaults()
	triples := iter.Seq2[quad.Quad, error](func(yield func(quad.Quad, error) bool) {
		n := 0
		err := q.Graph(ctx, at, limits, func(t quad.Quad) error {
			if n++; n > limits.Rows {
				truncated = true
				return errEnough
			}
			if !yield(t, nil) {
				return errEnough
			}
			return nil
		})
		if err != nil && err != errEnough {
			yield(quad.Quad{}, err)
		}
	})
	err = f.format.Write(&boundedWriter{w, limits.Bytes}, triples)
	return truncated, err
}

// boundedWriter refuses what is more than the answer may be.
type boundedWriter struct {
	to   io.Writer
	left int
}

func (b *boundedWriter) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, queries.LimitError{Limit: fmt.Sprintf("the result is larger than %d MB: add LIMIT", queries.MaxBytes>>20)}
	}
	return b.to.Write(p)
}

// Package sparql answers SPARQL 1.1 queries from one state of a store.
//
// A query is read into the algebra of the recommendation (section 18), and that is compiled into
// operators which walk the store's indexes by ids: values are looked at only where an expression
// or the result needs them. Joins are nested lookups in the order that the store's sizes suggest;
// a lookup repeated more often than its quads are many becomes a hash table.
//
// The default graph is the union of all graphs, a triple in several graphs counting once; DESCRIBE gives the
// triples that a resource begins, and those of the blank nodes that they lead to.
//
// Left out, and refused by an [UnsupportedError] that names it: SERVICE, updates, FROM and FROM NAMED (the
// dataset is the store), functions named by an IRI other than the casts of XML Schema.
//
// Known limits: integers have 64 bits and decimals 18 digits behind the point, and what does not fit is an
// error of the expression; regular expressions are RE2's, without back-references; a dateTime without a zone
// compares as if in UTC, and the store keeps those with a zone in UTC; there is no arithmetic of durations;
// in CSV a text that a spreadsheet would take for a formula begins with an apostrophe.
package sparql

import (
	"fmt"

	"github.com/cayleygraph/quad"

	"sayso/queries"
)

// MaxText is how long the text of a query may be.
const MaxText = 64 << 10

// Query is a query that was read.
type Query struct {
	form     form
	names    []string // of the columns
	where    pattern
	template []triple // of CONSTRUCT
	describe []term
}

type form int

const (
	selectForm form = iota
	askForm
	constructForm
	describeForm
)

// IsGraph tells whether the answer is a graph: that of CONSTRUCT and DESCRIBE.
func (q *Query) IsGraph() bool { return q.form == constructForm || q.form == describeForm }

// SyntaxError says where a text is not SPARQL.
type SyntaxError struct{ queries.Place }

func (e *SyntaxError) Error() string { return located(e.Place) }

// UnsupportedError says what of SPARQL was asked for and is not there.
type UnsupportedError struct {
	queries.Place
	Feature string
}

func (e *UnsupportedError) Error() string { return located(e.Place) }

func located(p queries.Place) string {
	return fmt.Sprintf("line %d, column %d: %s\n    %s\n    %s^", p.Line, p.Column, p.Message, p.Text, caretIndent(p))
}

// term is a variable, or else a value.
type term struct {
	name  string
	value quad.Value
}

func (t term) isVariable() bool { return t.value == nil }

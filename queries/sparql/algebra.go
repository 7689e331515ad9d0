package sparql

import (
	"github.com/cayleygraph/quad"
)

// pattern is a node of the algebra: what its solutions are.
type pattern interface{ isPattern() }

type (
	// basic is a basic graph pattern; property paths stand among its triples.
	basic struct{ triples []triple }
	// join has the solutions of all its parts together; of no parts, the one empty solution.
	join struct{ parts []pattern }
	// optional is LeftJoin.
	optional struct {
		left, right pattern
		on          []expression
	}
	union  struct{ arms []pattern }
	minus  struct{ left, right pattern }
	filter struct {
		inner      pattern
		conditions []expression
	}
	extend struct {
		inner pattern
		name  string
		value expression
	}
	// graphOf is GRAPH.
	graphOf struct {
		graph term
		inner pattern
	}
	// table is VALUES; a nil value is UNDEF.
	table struct {
		names []string
		rows  [][]quad.Value
	}
	// grouping is Group with its Aggregation: one solution a group, with its keys and aggregates.
	grouping struct {
		inner      pattern
		keys       []column
		aggregates []aggregated
	}
	// selection is a SELECT, the outermost or one within: its own scope of variables.
	selection struct {
		inner    pattern
		names    []string
		distinct bool
		order    []ordering
		offset   int64
		limit    int64 // negative: none
	}
)

func (*basic) isPattern()     {}
func (*join) isPattern()      {}
func (*optional) isPattern()  {}
func (*union) isPattern()     {}
func (*minus) isPattern()     {}
func (*filter) isPattern()    {}
func (*extend) isPattern()    {}
func (*graphOf) isPattern()   {}
func (*table) isPattern()     {}
func (*grouping) isPattern()  {}
func (*selection) isPattern() {}

// triple is a pattern of one triple, or of a path where path is set.
type triple struct {
	subject, predicate, object term
	path                       path
}

// column is a name for what an expression gives.
type column struct {
	name  string
	value expression
}

// aggregated is a name for what an aggregate gives over a group.
type aggregated struct {
	name      string
	function  string
	distinct  bool
	argument  expression // nil: COUNT(*)
	separator string
}

type ordering struct {
	by         expression
	descending bool
}

// expression is what FILTER, BIND and the like evaluate.
type expression interface{ isExpression() }

type (
	reference struct{ name string }
	constant  struct{ value quad.Value }
	// call is an operator or a function, by its upper-case name, or the IRI of a cast.
	call struct {
		function  string
		arguments []expression
	}
	exists struct{ inner pattern }
)

func (reference) isExpression() {}
func (constant) isExpression()  {}
func (*call) isExpression()     {}
func (*exists) isExpression()   {}

// path is a property path.
type path interface{ isPath() }

type (
	step     struct{ predicate quad.IRI }
	inverse  struct{ inner path }
	sequence struct{ first, second path }
	either   struct{ first, second path }
	// repeated is ?, * or +.
	repeated struct {
		inner path
		zero  bool // may be none
		many  bool // may be more than one
	}
	// negated is !(…): any predicate but these.
	negated struct{ forward, backward []quad.IRI }
)

func (step) isPath()      {}
func (*inverse) isPath()  {}
func (*sequence) isPath() {}
func (*either) isPath()   {}
func (*repeated) isPath() {}
func (*negated) isPath()  {}

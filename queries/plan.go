// Package queries answers queries in Gizmo, Cayley's JavaScript over a graph, and keeps the saved ones.
//
// A script is never near the graph. It builds a [Path], which is data; whoever
// holds the graph validates the path and runs it with [Graph.Rows]. So the script
// can run in another process, see queries/sandbox, and a path can come from
// anywhere else: a test, a question in English, another query language.
package queries

import (
	"encoding/json"
	"fmt"
)

// Path is a query as data: steps that lead from all nodes of the graph to the nodes it asks for.
type Path struct {
	Steps []Step `json:"steps"`
}

// Step is one move of a path; which fields it takes depends on Op, see the table steps.
type Step struct {
	Op       Op       `json:"op"`
	Values   []Term   `json:"values,omitempty"`  // nodes: of is, of the other end of has
	Via      *Via     `json:"via,omitempty"`     // predicates, or the labels of labelContext; nil means any
	Path     *Path    `json:"path,omitempty"`    // the other path of and, or, except, follow
	Tags     []string `json:"tags,omitempty"`    // names under which the row shows something
	Filters  []Filter `json:"filters,omitempty"` // of filter, of the other end of has
	Number   int      `json:"number,omitempty"`  // of limit, skip; the depth of followRecursive
	Reverse  bool     `json:"reverse,omitempty"` // the R of hasR, saveR, saveOptR, followR
	Optional bool     `json:"optional,omitempty"`
}

// Via names predicates or labels: by themselves, or as the nodes a path leads to.
type Via struct {
	Values []Term `json:"values,omitempty"`
	Path   *Path  `json:"path,omitempty"`
}

// Filter is a condition on a node's value.
type Filter struct {
	Op    Comparison `json:"op"`
	Value Term       `json:"value"`
	IRIs  bool       `json:"iris,omitempty"` // regex: look at IRIs and blank nodes too
}

// Comparison is the kind of a Filter.
type Comparison string

const (
	Less           Comparison = "lt"
	LessOrEqual    Comparison = "lte"
	Greater        Comparison = "gt"
	GreaterOrEqual Comparison = "gte"
	Regex          Comparison = "regex"
	Like           Comparison = "like"
)

// Op is the kind of a Step.
type Op string

const (
	Is                Op = "is"
	None              Op = "none" // is, of an empty list
	In                Op = "in"
	Out               Op = "out"
	Both              Op = "both"
	Has               Op = "has"
	Save              Op = "save"
	Tag               Op = "tag"
	Back              Op = "back"
	And               Op = "and"
	Or                Op = "or"
	Except            Op = "except"
	Unique            Op = "unique"
	Follow            Op = "follow"
	FollowRecursive   Op = "followRecursive"
	Labels            Op = "labels"
	InPredicates      Op = "inPredicates"
	OutPredicates     Op = "outPredicates"
	SaveInPredicates  Op = "saveInPredicates"
	SaveOutPredicates Op = "saveOutPredicates"
	LabelContext      Op = "labelContext"
	FilterNodes       Op = "filter"
	Limit             Op = "limit"
	Skip              Op = "skip"
	Order             Op = "order"
)

// DecodePath reads a path that came from elsewhere and validates it.
func DecodePath(data []byte) (*Path, error) {
	var p Path
	if err := json.Unmarshal(data, &p); err != nil {
		return nil, fmt.Errorf("decode plan: %w", err)
	}
	if err := p.Validate(); err != nil {
		return nil, err
	}
	return &p, nil
}

// then returns the path with one more step, and leaves p as it is.
func (p *Path) then(s Step) *Path {
	steps := make([]Step, len(p.Steps)+1)
	copy(steps, p.Steps)
	steps[len(p.Steps)] = s
	return &Path{Steps: steps}
}

// paths are the paths that the step holds.
func (s *Step) paths() []*Path {
	var held []*Path
	if s.Path != nil {
		held = append(held, s.Path)
	}
	if s.Via != nil && s.Via.Path != nil {
		held = append(held, s.Via.Path)
	}
	return held
}

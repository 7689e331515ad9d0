package queries

import (
	"fmt"
	"slices"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// stages is the chain of steps at work, ending in last.
func (r *run) stages(steps []Step, in *labels, last stage) (stage, error) {
	if len(steps) == 0 {
		return last, nil
	}
	context := in
	if steps[0].Op == LabelContext {
		set, err := r.labelSet(steps[0].Via)
		if err != nil {
			return nil, err
		}
		context = &labels{set: set, tags: steps[0].Tags}
	}
	next, err := r.stages(steps[1:], context, last)
	if err != nil {
		return nil, err
	}
	s, err := r.stage(steps, in, next)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", steps[0].Op, err)
	}
	return s, nil
}

// stage is the first of the steps at work.
func (r *run) stage(steps []Step, in *labels, next stage) (stage, error) {
	switch s := &steps[0]; s.Op {
	case LabelContext:
		return next, nil
	case Is:
		return r.is(s, steps[1:], next), nil
	case None:
		return each{func(walk, func(walk) error) error { return errEnough }, next}, nil
	case In, Out, Both, Has, Save:
		return r.hopping(s, in, next)
	case Tag:
		return each{tagging(s.Tags), next}, nil
	case Back:
		return each{r.backTo(s.Tags[0]), next}, nil
	case And, Or, Except, Follow, FollowRecursive:
		return r.combine(s, next)
	case Labels, InPredicates, OutPredicates:
		return r.gather(s, next), nil
	case SaveInPredicates, SaveOutPredicates:
		h := &hop{run: r, labels: &labels{}, stay: true, reverse: s.Op == SaveInPredicates, viaTags: s.Tags}
		return each{h.move, next}, nil
	case FilterNodes:
		return r.filter(s, next)
	case Unique:
		return &unique{run: r, seen: map[any]bool{}, next: next}, nil
	case Limit, Skip:
		return page(s, next), nil
	case Order:
		return &order{run: r, next: next}, nil
	}
	return nil, fmt.Errorf("unknown step")
}

// is narrows to the given nodes; with none given it lets all pass.
func (r *run) is(s *Step, rest []Step, next stage) stage {
	if len(s.Values) == 0 {
		return next
	}
	meaning := r.nodes
	if r.looksUp(rest) {
		meaning = r.either
	}
	var start, allowed []cayley.Ref
	for _, t := range s.Values {
		start = append(start, meaning(t)...)
		allowed = append(allowed, r.either(t)...)
	}
	set := setOf(allowed)
	return each{func(w walk, yield func(walk) error) error {
		switch {
		case w.node == nil:
			return w.atEach(start, yield)
		case set.has(w.node):
			return yield(w)
		}
		return nil
	}, next}
}

func (w walk) atEach(nodes []cayley.Ref, yield func(walk) error) error {
	for _, n := range nodes {
		if err := yield(w.at(n)); err != nil {
			return err
		}
	}
	return nil
}

func tagging(tags []string) func(walk, func(walk) error) error {
	return func(w walk, yield func(walk) error) error {
		if w.node == nil {
			w.open = append(w.open[:len(w.open):len(w.open)], tags...)
			return yield(w)
		}
		return yield(w.with(tags, w.node))
	}
}

// backTo drops a walk that never got the tag, as an optional save may leave it, or
// whose tag is a depth that is no node of the graph.
func (r *run) backTo(tag string) func(walk, func(walk) error) error {
	return func(w walk, yield func(walk) error) error {
		node := w.tagged(tag)
		if depth, ok := node.(cayley.PreFetchedValue); ok {
			node = r.graph.Quads.ValueOf(depth.NameOf())
		}
		if node == nil && !slices.Contains(w.open, tag) {
			return nil
		}
		w.node = node
		return yield(w)
	}
}

func (r *run) filter(s *Step, next stage) (stage, error) {
	checks, err := conditionsOf(s.Filters)
	if err != nil {
		return nil, err
	}
	return each{func(w walk, yield func(walk) error) error {
		return r.settle(w, func(w walk) error {
			if !passes(r.valueOf(w.node), checks) {
				return nil
			}
			return yield(w)
		})
	}, next}, nil
}

// hopping is the stage of a step across quads.
func (r *run) hopping(s *Step, in *labels, next stage) (stage, error) {
	via, err := r.via(s.Via)
	if err != nil {
		return nil, err
	}
	h := &hop{run: r, via: via, labels: in, reverse: s.Op == In || s.Reverse, stay: s.Op == Has || s.Op == Save}
	switch s.Op {
	case Both:
		h.viaTags = s.Tags
		in := *h
		in.reverse = true
		return each{eitherWay{in: &in, out: h}.move, next}, nil
	case Has:
		return r.having(s, h, next)
	case Save:
		h.tags = s.Tags
		if s.Optional {
			return each{r.optionally(h), next}, nil
		}
	default:
		h.viaTags = s.Tags
	}
	return each{h.move, next}, nil
}

func (r *run) having(s *Step, h *hop, next stage) (stage, error) {
	checks, err := conditionsOf(s.Filters)
	if err != nil {
		return nil, err
	}
	h.checks = checks
	if len(s.Values) > 0 {
		h.goal = r.goals(s, h)
	}
	return each{h.move, next}, nil
}

// goals are the nodes at the other end: the string itself where the graph has it
// there, as in has("<rdfs:label>", "Trump"), or else what it names.
func (r *run) goals(s *Step, h *hop) *nodeSet {
	_, goal := h.ends()
	var nodes []cayley.Ref
	for _, t := range s.Values {
		self := r.exactly(t)
		at := pattern{quad.Predicate: h.via}
		at[goal] = setOf(self)
		if t.Kind == Name && !r.holds(at) {
			self = append(self, r.entities(t.Text)...)
		}
		nodes = append(nodes, self...)
	}
	return setOf(nodes)
}

func (r *run) holds(p pattern) bool {
	return r.quads(p, func(cayley.Ref) error { return errEnough }) == errEnough
}

// optionally lets a walk pass untagged where there is nothing to save.
func (r *run) optionally(h *hop) func(walk, func(walk) error) error {
	return func(w walk, yield func(walk) error) error {
		return r.settle(w, func(w walk) error {
			saved := false
			err := h.move(w, func(w walk) error {
				saved = true
				return yield(w)
			})
			if err != nil || saved {
				return err
			}
			return yield(w)
		})
	}
}

func (r *run) via(v *Via) (*nodeSet, error) {
	return r.resolve(v, r.predicates)
}

func (r *run) labelSet(v *Via) (*nodeSet, error) {
	return r.resolve(v, func(t Term) []cayley.Ref {
		if self := r.exactly(t); len(self) > 0 {
			return self
		}
		return r.prefixed(t.Text)
	})
}

func (r *run) resolve(v *Via, meaning func(Term) []cayley.Ref) (*nodeSet, error) {
	if v == nil {
		return nil, nil
	}
	if v.Path != nil {
		return r.collect(v.Path)
	}
	var nodes []cayley.Ref
	for _, t := range v.Values {
		nodes = append(nodes, meaning(t)...)
	}
	return setOf(nodes), nil
}

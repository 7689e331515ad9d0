package queries

import (
	"fmt"
	"slices"
)

// combine is the stage of a step that takes another path.
func (r *run) combine(s *Step, next stage) (stage, error) {
	switch s.Op {
	case And:
		return each{r.intersect(s.Path), next}, nil
	case Or:
		return union{r, s.Path, next}, nil
	case Except:
		return each{r.except(s.Path), next}, nil
	case FollowRecursive:
		return r.recursion(s, next)
	}
	steps := s.Path.Steps
	if s.Reverse {
		var err error
		if steps, err = reversed(steps); err != nil {
			return nil, err
		}
	}
	return r.stages(steps, &labels{}, next)
}

// collect holds all nodes that a path leads to.
func (r *run) collect(p *Path) (*nodeSet, error) {
	set := newNodeSet()
	err := r.walkAll(p, func(w walk) error {
		return r.settle(w, func(w walk) error {
			set.add(w.node, w.tags)
			return r.hold()
		})
	})
	return set, err
}

// collectOnce collects a path when it is first asked for.
func (r *run) collectOnce(p *Path) func() (*nodeSet, error) {
	var set *nodeSet
	return func() (_ *nodeSet, err error) {
		if set == nil {
			set, err = r.collect(p)
		}
		return set, err
	}
}

// intersect joins each walk with every way that leads the other path to its node.
func (r *run) intersect(p *Path) func(walk, func(walk) error) error {
	other := r.collectOnce(p)
	return func(w walk, yield func(walk) error) error {
		set, err := other()
		if err != nil {
			return err
		}
		if w.node != nil {
			return set.each(w.node, w, yield)
		}
		for _, n := range set.order {
			if err := set.each(n, w.at(n), yield); err != nil {
				return err
			}
		}
		return nil
	}
}

func (r *run) except(p *Path) func(walk, func(walk) error) error {
	other := r.collectOnce(p)
	return func(w walk, yield func(walk) error) error {
		set, err := other()
		if err != nil {
			return err
		}
		return r.settle(w, func(w walk) error {
			if set.has(w.node) {
				return nil
			}
			return yield(w)
		})
	}
}

// union lets its own walks pass, then those of the other path.
type union struct {
	run   *run
	other *Path
	next  stage
}

func (u union) push(w walk) error { return u.next.push(w) }

func (u union) end() error {
	if err := u.run.walkAll(u.other, u.next.push); err != nil {
		return err
	}
	return u.next.end()
}

// reversed is a path walked from its end to its beginning.
func reversed(steps []Step) ([]Step, error) {
	var back []Step
	for i := len(steps) - 1; i >= 0; i-- {
		s := steps[i]
		switch s.Op {
		case In:
			s.Op = Out
		case Out:
			s.Op = In
		case Follow, FollowRecursive:
			s.Reverse = !s.Reverse
		case Back:
			branch, start, err := branchOf(steps[:i], s.Tags[0])
			if err != nil {
				return nil, err
			}
			back = append(back, branch...)
			i = start + 1
			continue
		case Labels, InPredicates, OutPredicates, LabelContext:
			return nil, fmt.Errorf("%s cannot be followed in reverse", s.Op)
		}
		back = append(back, s)
	}
	return back, nil
}

// branchOf is what lies between a tag and the step back to it: reversed or not, it
// is a side path from that node which must be there.
func branchOf(steps []Step, tag string) ([]Step, int, error) {
	for i := len(steps) - 1; i >= 0; i-- {
		if steps[i].Op != Tag || !slices.Contains(steps[i].Tags, tag) {
			continue
		}
		root := "\x00" + tag
		branch := []Step{{Op: Tag, Tags: []string{root}}}
		branch = append(branch, steps[i+1:]...)
		return append(branch, Step{Op: Back, Tags: []string{root}}), i, nil
	}
	return nil, 0, fmt.Errorf("no tag %q to go back to", tag)
}

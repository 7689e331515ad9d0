package queries

import (
	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// defaultDepth is how often followRecursive follows its path unless told otherwise.
const defaultDepth = 50

// baseTag marks where a round of a recursion started.
const baseTag = "\x00base"

// recursion follows a path again and again from the nodes it last led to, and meets
// each node once, at its least depth.
type recursion struct {
	run   *run
	steps []Step
	depth int // negative: no limit
	tags  []string
	roots []walk
	seen  map[any]bool
	done  bool // the stages after this one have enough
	next  stage
}

func (r *run) recursion(s *Step, next stage) (stage, error) {
	steps := s.Path.Steps
	if s.Reverse {
		var err error
		if steps, err = reversed(steps); err != nil {
			return nil, err
		}
	}
	depth := s.Number
	if depth == 0 {
		depth = defaultDepth
	}
	return &recursion{run: r, steps: steps, depth: depth, tags: s.Tags, seen: map[any]bool{}, next: next}, nil
}

func (c *recursion) push(w walk) error {
	return c.run.settle(w, func(w walk) error {
		c.roots = append(c.roots, w)
		return c.run.hold()
	})
}

// reached is a node that a round met, and the roots that lead to it.
type reached struct {
	node  cayley.Ref
	roots []walk
}

func (c *recursion) end() error {
	level := c.start()
	for depth := 1; !c.done && len(level) > 0 && (c.depth < 0 || depth <= c.depth); depth++ {
		var err error
		if level, err = c.round(level, depth); err != nil {
			return err
		}
	}
	return c.next.end()
}

// start groups the roots by the node they stand on.
func (c *recursion) start() []reached {
	at := map[any]int{}
	var level []reached
	for _, w := range c.roots {
		i, ok := at[key(w.node)]
		if !ok {
			i = len(level)
			at[key(w.node)] = i
			level = append(level, reached{node: w.node})
		}
		level[i].roots = append(level[i].roots, w)
	}
	return level
}

// round follows the path once from every node of a level, and returns the next level.
func (c *recursion) round(level []reached, depth int) ([]reached, error) {
	roots := make(map[any][]walk, len(level))
	for _, from := range level {
		roots[key(from.node)] = from.roots
	}
	var met []reached
	first, err := c.run.stages(c.steps, &labels{}, sink(func(w walk) error {
		return c.run.settle(w, func(w walk) error {
			return c.meet(w, depth, roots[key(w.tagged(baseTag))], &met)
		})
	}))
	if err != nil {
		return nil, err
	}
	for _, from := range level {
		w := walk{node: from.node}.with([]string{baseTag}, from.node)
		if err := first.push(w); err == errEnough {
			break
		} else if err != nil {
			return nil, err
		}
	}
	if err := first.end(); err != errEnough {
		return met, err
	}
	return met, nil
}

// meet passes on a node met for the first time, once for each root that leads to it.
func (c *recursion) meet(w walk, depth int, roots []walk, met *[]reached) error {
	k := key(w.node)
	if c.seen[k] {
		return nil
	}
	c.seen[k] = true
	if err := c.run.hold(); err != nil {
		return err
	}
	*met = append(*met, reached{w.node, roots})
	for _, root := range roots {
		next := walk{node: w.node, tags: root.tags}.withAll(w.tags)
		if err := c.next.push(next.with(c.tags, cayley.PreFetched(quad.Int(depth)))); err != nil {
			c.done = err == errEnough
			return err
		}
	}
	return nil
}

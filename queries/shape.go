package queries

// Shape is a path as a drawing, in the terms of Cayley's query/shape: its sets of nodes, and the links between them.
type Shape struct {
	Links []ShapeLink `json:"links"`
	Nodes []ShapeNode `json:"nodes"`
}

// ShapeLink leads from the nodes of one set to those of another, by the predicates of a third.
type ShapeLink struct {
	Source int `json:"source"`
	Target int `json:"target"`
	Link   int `json:"link_node"`
}

// ShapeNode is a set of nodes: fixed where the path names them.
type ShapeNode struct {
	ID     int      `json:"id"`
	Tags   []string `json:"tags,omitempty"`
	Values []string `json:"values,omitempty"`
	IsLink bool     `json:"is_link_node"`
	Fixed  bool     `json:"is_fixed"`
}

// ShapeOf draws a path.
func ShapeOf(p *Path) Shape {
	s := &Shape{Nodes: []ShapeNode{}}
	end := s.path(p, s.node(ShapeNode{}))
	s.at(end).Tags = append(s.at(end).Tags, EndOfPath)
	return *s
}

func (s *Shape) node(n ShapeNode) int {
	n.ID = len(s.Nodes) + 1
	s.Nodes = append(s.Nodes, n)
	return n.ID
}

func (s *Shape) at(id int) *ShapeNode { return &s.Nodes[id-1] }

// path draws the steps from a set of nodes on, and returns the set where they end.
func (s *Shape) path(p *Path, at int) int {
	for i := range p.Steps {
		at = s.step(&p.Steps[i], at)
	}
	return at
}

func (s *Shape) step(step *Step, at int) int {
	switch step.Op {
	case Is, None:
		n := s.at(at)
		n.Fixed, n.Values = true, append(n.Values, shapeValues(step.Values)...)
	case Tag:
		s.at(at).Tags = append(s.at(at).Tags, step.Tags...)
	case Out, Both:
		return s.link(at, s.node(ShapeNode{}), step.Via, step.Tags, false)
	case In:
		return s.link(at, s.node(ShapeNode{}), step.Via, step.Tags, true)
	case Has, Save:
		n := ShapeNode{Values: shapeValues(step.Values), Fixed: len(step.Values) > 0}
		if step.Op == Save {
			n.Tags = step.Tags
		}
		s.link(at, s.node(n), step.Via, nil, step.Reverse)
	case And, Or, Except:
		// Both paths end in one set.
		s.link(at, s.path(step.Path, s.node(ShapeNode{})), nil, nil, false)
	case Follow, FollowRecursive:
		return s.path(step.Path, at)
	}
	return at
}

func (s *Shape) link(from, to int, via *Via, tags []string, reverse bool) int {
	l := ShapeNode{IsLink: true, Tags: tags}
	if via != nil {
		l.Values, l.Fixed = shapeValues(via.Values), len(via.Values) > 0
	}
	link := ShapeLink{Source: from, Target: to, Link: s.node(l)}
	if reverse {
		link.Source, link.Target = to, from
	}
	s.Links = append(s.Links, link)
	return to
}

func shapeValues(terms []Term) []string {
	var all []string
	for _, t := range terms {
		v, err := t.Value()
		if err != nil {
			continue
		}
		if t.Kind == Name {
			all = append(all, t.Text)
		} else {
			all = append(all, v.String())
		}
	}
	return all
}

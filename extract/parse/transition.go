package parse

// state is a configuration of the arc-hybrid system (Kuhlmann et al. 2011): a stack, a buffer and the
// arcs so far. The artificial root stands at the end of the buffer, as number size.
type state struct {
	size  int   // number of words
	stack []int // top last
	next  int   // first word of the buffer
	heads []int
	nodes []node // one for each word, the root, and a last one for no word
}

// node is what the features ask about a word's place in the tree so far.
type node struct {
	relation                uint32 // number of its relation + 1; 0 without head
	left, left2             int    // outermost dependent on the left, and the one before it
	right, right2           int
	lefts, rights           uint32 // how many dependents
	leftLabels, rightLabels uint64 // which relations they have
}

// move is one of shift, left and right; a left or right move carries a relation.
type move int

const (
	shift move = iota
	left       // the top of the stack depends on the front of the buffer
	right      // the top of the stack depends on the word below it
)

// reset makes s the first configuration for a sentence of so many words.
func (s *state) reset(size int) {
	s.size, s.next, s.stack = size, 0, s.stack[:0]
	s.heads = append(s.heads[:0], make([]int, size)...)
	s.nodes = s.nodes[:0]
	none := s.none()
	for i := range s.heads {
		s.heads[i] = Root
	}
	for range size + 2 {
		s.nodes = append(s.nodes, node{left: none, left2: none, right: none, right2: none})
	}
}

// none is the number that stands for a missing word.
func (s *state) none() int { return s.size + 1 }

func (s *state) done() bool { return s.next == s.size && len(s.stack) == 0 }

// top returns the nth word from the top of the stack.
func (s *state) top(n int) int {
	if n >= len(s.stack) {
		return s.none()
	}
	return s.stack[len(s.stack)-1-n]
}

// front returns the nth word of the buffer.
func (s *state) front(n int) int {
	if s.next+n > s.size {
		return s.none()
	}
	return s.next + n
}

// allows keeps to trees with one root: the root takes the last word of the stack and no other.
func (s *state) allows(m move) bool {
	switch m {
	case shift:
		return s.next < s.size
	case left:
		return len(s.stack) > 0 && (s.next < s.size || len(s.stack) == 1)
	}
	return len(s.stack) > 1
}

// apply makes a move; relation counts from 0.
func (s *state) apply(m move, relation int) {
	if m == shift {
		s.stack = append(s.stack, s.next)
		s.next++
		return
	}
	dependent, head := s.top(0), s.head(m)
	s.stack = s.stack[:len(s.stack)-1]
	s.heads[dependent] = head
	s.nodes[dependent].relation = uint32(relation + 1)
	s.nodes[head].take(dependent, dependent < head, uint(relation))
}

func (s *state) follow(m labelledMove) { s.apply(m.move, m.relation) }

// head returns the head in the arc that a move makes.
func (s *state) head(m move) int {
	if m == right {
		return s.top(1)
	}
	return s.next
}

func (n *node) take(dependent int, onLeft bool, relation uint) {
	if onLeft {
		n.left, n.left2 = dependent, n.left
		n.lefts++
		n.leftLabels |= 1 << relation
		return
	}
	n.right, n.right2 = dependent, n.right
	n.rights++
	n.rightLabels |= 1 << relation
}

// costs is the dynamic oracle of Goldberg and Nivre (2013): how many gold arcs each move puts out of reach.
// In gold, the root word's head is the artificial root.
func (s *state) costs(gold []int) (cost [3]int) {
	top, below, front := s.top(0), s.top(1), s.next
	for i, w := range s.stack {
		if front < s.size && gold[w] == front {
			cost[shift]++
		}
		if front < s.size && gold[front] == w && i < len(s.stack)-1 {
			cost[shift]++
		}
	}
	if top == s.none() {
		return cost
	}
	if gold[top] == below || gold[top] > front {
		cost[left]++
	}
	if gold[top] >= front {
		cost[right]++
	}
	for w := front; w < s.size; w++ {
		if gold[w] == top {
			cost[left]++
			cost[right]++
		}
	}
	return cost
}

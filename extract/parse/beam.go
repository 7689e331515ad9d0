package parse

import "slices"

// beam holds the best sequences of moves of one length, best first.
type beam[N int32 | float32] struct {
	grammar    *grammar
	in         *input
	tags       []int
	width      int
	items      []beamItem
	spare      []beamItem
	candidates []candidate // best first

	features []uint32
	classes  []uint16
	scores   []N
}

// beamItem is a sequence of moves and where it leads.
type beamItem struct {
	state state
	score float64
	path  []uint16 // classes
}

// candidate is a way to go on from an item.
type candidate struct {
	score float64
	item  int
	class uint16
}

// scorer is a perceptron, or a learner on its way there.
type scorer[N int32 | float32] interface {
	scoreSome(features []uint32, classes []uint16, scores []N)
}

func newBeam[N int32 | float32](g *grammar, classes int) *beam[N] {
	return &beam[N]{grammar: g, scores: make([]N, classes)}
}

func (b *beam[N]) start(in *input, tags []int, width int) {
	b.in, b.tags, b.width = in, tags, width
	if len(b.spare) < width {
		b.items, b.spare = make([]beamItem, 1, width), make([]beamItem, width)
	}
	b.items = b.items[:1]
	first := &b.items[0]
	first.state.reset(in.size)
	first.score, first.path = 0, first.path[:0]
}

// step makes every item's best moves and keeps the best results.
func (b *beam[N]) step(model scorer[N]) {
	b.candidates = b.candidates[:0]
	for i := range b.items {
		item := &b.items[i]
		b.classes = b.grammar.classes(b.classes[:0], &item.state, b.tags)
		b.features = b.in.moveFeatures(b.features[:0], &item.state)
		scores := b.scores[:len(b.classes)]
		model.scoreSome(b.features, b.classes, scores)
		for j, c := range b.classes {
			b.offer(candidate{item.score + float64(scores[j]), i, c})
		}
	}
	next := b.spare[:len(b.candidates)]
	for i := range next {
		next[i].follow(&b.items[b.candidates[i].item], b.candidates[i], b.grammar)
	}
	b.items, b.spare = next, b.items[:cap(b.items)]
}

// offer keeps a candidate among the best; of equals, the first to come stands first.
func (b *beam[N]) offer(c candidate) {
	at := len(b.candidates)
	for at > 0 && c.score > b.candidates[at-1].score {
		at--
	}
	if at == b.width {
		return
	}
	if len(b.candidates) == b.width {
		b.candidates = b.candidates[:b.width-1]
	}
	b.candidates = slices.Insert(b.candidates, at, c)
}

// follow makes it the item that a candidate leads to.
func (it *beamItem) follow(from *beamItem, c candidate, g *grammar) {
	it.state.copy(&from.state)
	it.score = c.score
	it.path = append(append(it.path[:0], from.path...), c.class)
	it.state.follow(g.moves[c.class])
}

func (s *state) copy(from *state) {
	s.size, s.next = from.size, from.next
	s.stack = append(s.stack[:0], from.stack...)
	s.heads = append(s.heads[:0], from.heads...)
	s.nodes = append(s.nodes[:0], from.nodes...)
}

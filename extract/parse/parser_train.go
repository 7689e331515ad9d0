package parse

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
)

const (
	parserBits = 22
	seenBits   = 24
	rare       = 3 // updates before a feature gets a weight (Goldberg and Elhadad 2011)
	batchSize  = 4 // sentences parsed before the weights move
)

// trainParser learns from gold heads and relations; tags and lemmas should be predicted ones. It is the structured
// perceptron of Collins (2002) with the largest violation in the beam (Huang et al. 2012).
func trainParser(trees []Tree, c *clusters, seed uint64, epochs int, progress func(string)) *parser {
	t := newParserTraining(trees, c)
	random := rand.New(rand.NewPCG(seed, 2))
	for epoch := range epochs {
		wrong := 0
		for sentences := range slices.Chunk(random.Perm(len(trees)), batchSize) {
			wrong += t.batch(sentences)
		}
		progress(fmt.Sprintf("trees: epoch %d of %d, %d sentences wrong", epoch+1, epochs, wrong))
	}
	return &parser{perceptron: t.learner.perceptron(), grammar: t.grammar}
}

type parserTraining struct {
	learner *learner
	grammar *grammar
	inputs  []*input
	tags    [][]int
	gold    [][]uint16 // paths
	seen    []uint8    // how many updates a feature was in
	beams   [2]*beam[float32]
	replay  state
}

func newParserTraining(trees []Tree, c *clusters) *parserTraining {
	classes := moveClasses(trees)
	t := &parserTraining{learner: newLearner(classes, parserBits), seen: make([]uint8, 1<<seenBits)}
	t.grammar = newGrammar(classes, tagPairs(trees, numbers(classes)))
	for i := range t.beams {
		t.beams[i] = newBeam[float32](t.grammar, len(classes))
	}
	number := numbers(classes)
	for _, tree := range trees {
		in := newInput(tree.Words, c.forms(tree.Words))
		t.inputs = append(t.inputs, in)
		t.tags = append(t.tags, t.grammar.tagNumbers(tree.Words))
		t.gold = append(t.gold, t.goldPath(tree.Words, number))
	}
	return t
}

// moveClasses returns the classes, frequent ones first, so that the weights read most lie side by side.
func moveClasses(trees []Tree) []string {
	seen := map[string]int{}
	for _, t := range trees {
		for i, w := range t.Words {
			if w.Head < i && w.Head != Root {
				seen["right "+w.Relation]++
			} else {
				seen["left "+w.Relation]++
			}
		}
	}
	var classes []string
	for c := range seen {
		classes = append(classes, c)
	}
	slices.SortFunc(classes, func(a, b string) int {
		return cmp.Or(cmp.Compare(strings.Fields(a)[0], strings.Fields(b)[0]), cmp.Compare(seen[b], seen[a]), cmp.Compare(a, b))
	})
	return append([]string{"shift"}, classes...)
}

// tagPairs returns the classes seen for each pair of tags, as grammar names them.
func tagPairs(trees []Tree, number map[string]int) map[string][]uint16 {
	pairs := map[string][]uint16{}
	for _, t := range trees {
		for i, w := range t.Words {
			if w.Head == Root {
				continue
			}
			way := moveNames[left]
			if w.Head < i {
				way = moveNames[right]
			}
			name := way + " " + t.Words[w.Head].XPOS + " " + w.XPOS
			if c := uint16(number[way+" "+w.Relation]); !slices.Contains(pairs[name], c) {
				pairs[name] = append(pairs[name], c)
			}
		}
	}
	for _, classes := range pairs {
		slices.Sort(classes)
	}
	return pairs
}

// goldPath returns the moves that build the gold tree, arcs as early as can be; of a tree with crossing arcs, most of it.
func (t *parserTraining) goldPath(words []Word, number map[string]int) []uint16 {
	heads := goldHeads(words)
	var path []uint16
	s := &t.replay
	for s.reset(len(words)); !s.done(); {
		class := number[goldClass(s, cheapestMove(s, heads), words, number)]
		path = append(path, uint16(class))
		s.apply(t.grammar.moves[class].move, t.grammar.moves[class].relation)
	}
	return path
}

// goldHeads returns the heads, that of the root word being the artificial root.
func goldHeads(words []Word) []int {
	heads := make([]int, len(words))
	for i, w := range words {
		if heads[i] = w.Head; w.Head == Root {
			heads[i] = len(words)
		}
	}
	return heads
}

// goldClass labels a move. An arc that stands in for one that crosses others may have a relation never seen that way.
func goldClass(s *state, m move, words []Word, number map[string]int) string {
	name := moveNames[m]
	if m == shift {
		return name
	}
	relation := words[s.top(0)].Relation
	switch {
	case s.head(m) == s.size:
		relation = "root"
	case relation == "root" || number[name+" "+relation] == 0:
		relation = "parataxis"
	}
	return name + " " + relation
}

func (t *parserTraining) count(features []uint32) {
	for _, f := range features {
		if n := &t.seen[f&(1<<seenBits-1)]; *n < rare {
			*n++
		}
	}
}

// cheapestMove returns the move of least cost, an arc rather than shift.
func cheapestMove(s *state, gold []int) move {
	costs, best := s.costs(gold), move(-1)
	for _, m := range []move{left, right, shift} {
		if s.allows(m) && (best < 0 || costs[m] < costs[best]) {
			best = m
		}
	}
	return best
}

// violation is a sequence of moves that scored higher than the gold one of its length.
type violation struct {
	path   []uint16
	length int
}

// batch parses a few sentences on either core, then learns from each.
func (t *parserTraining) batch(sentences []int) (wrong int) {
	found := make([]violation, len(sentences))
	var halves sync.WaitGroup
	for half, b := range t.beams {
		halves.Go(func() {
			for i := half; i < len(sentences); i += len(t.beams) {
				found[i] = t.violation(b, sentences[i])
			}
		})
	}
	halves.Wait()
	for i, v := range found {
		t.learner.step++
		if v.length > 0 {
			wrong++
			t.learn(sentences[i], t.gold[sentences[i]], v.path, v.length)
		}
	}
	return wrong
}

// violation parses a sentence and returns the prefix where gold lost most.
func (t *parserTraining) violation(b *beam[float32], sentence int) violation {
	gold, in := t.gold[sentence], t.inputs[sentence]
	model := frequent{t}
	b.start(in, t.tags[sentence], beamWidth)
	goldScores := t.scores(model, in, gold)
	var worst violation
	most := 0.0
	for i := range gold {
		b.step(model)
		best := &b.items[0]
		if lead := best.score - goldScores[i]; lead >= most && !slices.Equal(best.path, gold[:i+1]) {
			most = lead
			worst = violation{append(worst.path[:0], best.path...), i + 1}
		}
	}
	if slices.Equal(b.items[0].path, gold) {
		return violation{}
	}
	return worst
}

// scores returns the score of each prefix of a path.
func (t *parserTraining) scores(model frequent, in *input, path []uint16) []float64 {
	var s state
	var features []uint32
	var one [1]float32
	sum, sums := 0.0, make([]float64, len(path))
	s.reset(in.size)
	for i, class := range path {
		features = in.moveFeatures(features[:0], &s)
		model.scoreSome(features, path[i:i+1], one[:])
		sum += float64(one[0])
		sums[i] = sum
		m := t.grammar.moves[class]
		s.apply(m.move, m.relation)
	}
	return sums
}

// frequent scores without the rare features.
type frequent struct{ *parserTraining }

func (t frequent) scoreSome(features []uint32, classes []uint16, scores []float32) {
	t.learner.scoreSome(t.keep(features), classes, scores)
}

// keep drops the rare features, in place.
func (t *parserTraining) keep(features []uint32) []uint32 {
	n := 0
	for _, f := range features {
		if t.seen[f&(1<<seenBits-1)] >= rare {
			features[n] = f
			n++
		}
	}
	return features[:n]
}

// learn rewards the gold moves and punishes the guessed ones, from where they part.
func (t *parserTraining) learn(sentence int, gold, guess []uint16, length int) {
	same := 0
	for same < length && gold[same] == guess[same] {
		same++
	}
	t.reward(sentence, gold[:length], same, 1)
	t.reward(sentence, guess[:length], same, -1)
}

func (t *parserTraining) reward(sentence int, path []uint16, from int, by float32) {
	in, s := t.inputs[sentence], &t.replay
	var features []uint32
	s.reset(in.size)
	for i, class := range path {
		if i >= from {
			features = in.moveFeatures(features[:0], s)
			t.count(features)
			features = t.keep(features)
			t.learner.reward(features, int(class), by)
		}
		m := t.grammar.moves[class]
		s.apply(m.move, m.relation)
	}
}

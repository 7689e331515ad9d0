package parse

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
)

const (
	parserBits = 23
	seenBits   = 24
	rare       = 3 // updates before a feature gets a weight (Goldberg and Elhadad 2011)
	batchSize  = 4 // sentences parsed before the weights move
)

// trainParser learns from gold heads and relations; tags and lemmas should be predicted ones. It is the structured
// perceptron of Collins (2002) with the largest violation in the beam (Huang et al. 2012). What the beam has once
// lost it never learns from, and in long sentences that is most of it: so a second pass over each sentence makes the
// best move at each step and lets a dynamic oracle correct it.
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
	learner  *learner
	grammar  *grammar
	inputs   []*input
	tags     [][]int
	trees    []goldTree
	gold     [][]uint16 // paths
	seen     []uint8    // how many updates a feature was in
	beams    [2]*beam[float32]
	replay   state
	features []uint32
}

func newParserTraining(trees []Tree, c *clusters) *parserTraining {
	classes := moveClasses(trees)
	number := numbers(classes)
	t := &parserTraining{learner: newLearner(classes, parserBits), seen: make([]uint8, 1<<seenBits)}
	t.grammar = newGrammar(classes, tagPairs(trees, number))
	for i := range t.beams {
		t.beams[i] = newBeam[float32](t.grammar, len(classes))
	}
	for _, tree := range trees {
		in := newInput(tree.Words, c.forms(tree.Words))
		t.inputs = append(t.inputs, in)
		t.tags = append(t.tags, t.grammar.tagNumbers(tree.Words))
		gold := newGoldTree(tree.Words, number)
		t.trees = append(t.trees, gold)
		t.gold = append(t.gold, t.grammar.goldPath(gold))
	}
	return t
}

func (t *parserTraining) count(features []uint32) {
	for _, f := range features {
		if n := &t.seen[f&(1<<seenBits-1)]; *n < rare {
			*n++
		}
	}
}

// violation is a sequence of moves that scored higher than the gold one of its length.
type violation struct {
	path   []uint16
	length int
}

// batch parses a few sentences on either core, then learns from each.
func (t *parserTraining) batch(sentences []int) (wrong int) {
	found := make([]violation, len(sentences))
	strays := make([]stray, len(sentences))
	var halves sync.WaitGroup
	for half, b := range t.beams {
		halves.Go(func() {
			for i := half; i < len(sentences); i += len(t.beams) {
				found[i] = t.violation(b, sentences[i])
				strays[i] = t.wander(sentences[i])
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
		t.correct(sentences[i], strays[i])
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
		s.follow(t.grammar.moves[class])
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
	s.reset(in.size)
	for i, class := range path {
		if i >= from {
			t.learner.reward(t.updated(in, s), int(class), by)
		}
		s.follow(t.grammar.moves[class])
	}
}

// updated returns the features of a configuration, counted and without the rare ones.
func (t *parserTraining) updated(in *input, s *state) []uint32 {
	t.features = in.moveFeatures(t.features[:0], s)
	t.count(t.features)
	return t.keep(t.features)
}

package neural

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"sync"
	"time"
)

// Training is what it takes to train a Network. The same input gives the same network, whatever the number of
// processors.
type Training struct {
	Sentences  []Gold                 // all there is to learn from
	Epoch      func(epoch int) []Gold // what to read in one epoch, from 0
	Vectors    Vectors
	Borrows    bool  // leave the vectors out of the file: another network lends them
	Sizes      Sizes // of the vectors and layers; the classes are counted
	Seed       uint64
	Epochs     int
	BatchWords int // words a step
	Shards     int // parts of a step that run at the same time
	Progress   func(Epoch)
	Checkpoint func(state []byte) error // called after each epoch unless nil
	Resume     []byte                   // a state to go on from, unless nil
}

// Epoch tells how an epoch of training went.
type Epoch struct {
	Number, Of            int
	Tag, Arc, Label, Name float64 // mean losses
	Words                 int
	Took                  time.Duration
	File                  func() ([]byte, error) // the model file as it is now
}

// Learn trains a network and returns its model file.
func Learn(t Training) ([]byte, error) {
	l, err := t.learner()
	if err != nil {
		return nil, err
	}
	for l.epoch < t.Epochs {
		l.readEpoch()
		if t.Checkpoint == nil {
			continue
		}
		if err := t.Checkpoint(l.state()); err != nil {
			return nil, err
		}
	}
	return l.file()
}

// learner is training under way.
type learner struct {
	Training
	vocabulary *vocabulary
	classes    classes
	sampler    *sampler
	optimiser  *optimiser
	shards     []*shard
	epoch      int
}

// shard is the part of a step that one goroutine computes.
type shard struct {
	gradients *gradients
	memory    arena
	losses    losses
}

func (t Training) learner() (*learner, error) {
	l := &learner{Training: t, vocabulary: newVocabulary(t.Vectors, t.Sentences, t.Sizes.Parts), classes: classesOf(t.Sentences)}
	l.sampler = newSampler(l.vocabulary, l.classes)
	s := &l.Sizes
	s.Vector, s.Words, s.Tags, s.Relations, s.Names = t.Vectors.Size, len(l.vocabulary.words), len(l.classes.Tags), len(l.classes.Relations), len(l.classes.Names)
	w := newWeights(*s)
	w.start(rand.New(rand.NewPCG(t.Seed, 1)))
	l.optimiser = newOptimiser(w, *s)
	for range t.Shards {
		l.shards = append(l.shards, &shard{gradients: newGradients(*s)})
	}
	if t.Resume != nil {
		return l, l.resume(t.Resume)
	}
	return l, nil
}

func (l *learner) readEpoch() {
	began := time.Now()
	report := Epoch{Number: l.epoch + 1, Of: l.Epochs, File: l.file}
	var samples []*sample
	for _, g := range l.Epoch(l.epoch) {
		samples = append(samples, l.sampler.sample(g))
		report.Words += len(g.Words)
	}
	random := rand.New(rand.NewPCG(l.Seed, uint64(l.epoch)<<8|2))
	batches := cutBatches(samples, l.BatchWords, random)
	var sum losses
	for i, b := range batches {
		progress := (float64(l.epoch) + float64(i)/float64(len(batches))) / float64(l.Epochs)
		sum.add(l.step(b, progress))
	}
	n := float64(len(batches))
	report.Tag, report.Arc, report.Label, report.Name = sum.tag/n, sum.arc/n, sum.label/n, sum.name/n
	report.Took = time.Since(began)
	l.epoch++
	if l.Progress != nil {
		l.Progress(report)
	}
}

// cutBatches puts sentences of like length together, in an order drawn by chance.
func cutBatches(samples []*sample, words int, random *rand.Rand) [][]*sample {
	random.Shuffle(len(samples), func(i, j int) { samples[i], samples[j] = samples[j], samples[i] })
	length := func(s *sample) int { return len(s.words) / 3 }
	slices.SortStableFunc(samples, func(s, t *sample) int { return cmp.Compare(length(s), length(t)) })
	var batches [][]*sample
	from, n := 0, 0
	for i, s := range samples {
		if n += len(s.words); n >= words || i == len(samples)-1 {
			batches = append(batches, samples[from:i+1])
			from, n = i+1, 0
		}
	}
	random.Shuffle(len(batches), func(i, j int) { batches[i], batches[j] = batches[j], batches[i] })
	return batches
}

// step learns from one batch. The shards' gradients are added in their order, whichever is ready first.
func (l *learner) step(samples []*sample, progress float64) losses {
	share := sharesOf(samples)
	var running sync.WaitGroup
	for i, s := range l.shards {
		running.Go(func() { l.read(s, deal(samples, i, len(l.shards)), share, uint64(i)) })
	}
	running.Wait()
	var sum losses
	first := l.shards[0].gradients
	for i, s := range l.shards {
		sum.add(s.losses)
		if i > 0 {
			first.add(s.gradients)
		}
	}
	l.optimiser.move(first, progress)
	return sum
}

// deal gives every n-th sample to a shard.
func deal(samples []*sample, i, n int) []*sample {
	var dealt []*sample
	for ; i < len(samples); i += n {
		dealt = append(dealt, samples[i])
	}
	return dealt
}

func (l *learner) read(s *shard, samples []*sample, share shares, number uint64) {
	s.gradients.clear()
	s.memory.reset()
	s.losses = losses{}
	if len(samples) == 0 {
		return
	}
	random := rand.New(rand.NewPCG(l.Seed^uint64(l.optimiser.step)<<20, number<<8|3))
	p := l.optimiser.weights.forward(newBatch(samples), l.vocabulary, random, &s.memory)
	s.losses = p.back(l.optimiser.weights, s.gradients, share, &s.memory)
}

func (l *learner) file() ([]byte, error) {
	v := *l.vocabulary
	if l.Borrows {
		v.vectors = Vectors{}
	}
	return encode(l.optimiser.average, l.Sizes, &v, l.classes)
}

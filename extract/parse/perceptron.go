package parse

import "math"

// perceptron is a trained linear classifier over hashed features. Its weights are whole numbers,
// so scores are the same on every machine. It is read-only and safe for concurrent use.
type perceptron struct {
	classes []string
	mask    uint32
	packed  []int8  // square-root companded, as the model file holds them
	weights []int16 // row of a feature: len(classes) weights from key&mask; rows overlap
}

// newPerceptron unfolds companded weights; len(packed) is a power of two plus len(classes).
func newPerceptron(classes []string, packed []int8) *perceptron {
	p := &perceptron{classes: classes, mask: uint32(len(packed)-len(classes)) - 1, packed: packed}
	p.weights = make([]int16, len(packed))
	for i, q := range packed {
		w := int16(q)
		p.weights[i] = w * max(w, -w)
	}
	return p
}

// score sets scores, one for each class.
func (p *perceptron) score(features []uint32, scores []int32) {
	clear(scores)
	for _, f := range features {
		row := p.weights[f&p.mask:]
		row = row[:len(scores)]
		for c, w := range row {
			scores[c] += int32(w)
		}
	}
}

// best returns the class with the highest score; scores is scratch space.
func (p *perceptron) best(features []uint32, scores []int32) int {
	p.score(features, scores)
	return argmax(scores)
}

func argmax[N int32 | float32](scores []N) int {
	best := 0
	for c, s := range scores {
		if s > scores[best] {
			best = c
		}
	}
	return best
}

// learner trains a perceptron, averaging its weights over all steps.
type learner struct {
	classes []string
	mask    uint32
	step    float64
	weights []float32
	delayed []float64 // each change times its step: average = weights - delayed/step
}

func newLearner(classes []string, bits int) *learner {
	size := 1<<bits + len(classes)
	return &learner{
		classes: classes,
		mask:    1<<bits - 1,
		step:    1,
		weights: make([]float32, size),
		delayed: make([]float64, size),
	}
}

// score sets scores, one for each class, and counts a step.
func (l *learner) score(features []uint32, scores []float32) {
	l.step++
	clear(scores)
	for _, f := range features {
		row := l.weights[f&l.mask:]
		row = row[:len(scores)]
		for c, w := range row {
			scores[c] += w
		}
	}
}

// learn scores the features, moves the weights if gold is not the best class, and returns the best.
func (l *learner) learn(features []uint32, gold int, scores []float32) int {
	l.score(features, scores)
	guess := argmax(scores)
	l.update(features, gold, guess)
	return guess
}

// update moves weights from the guessed class to the gold one.
func (l *learner) update(features []uint32, gold, guess int) {
	if gold == guess {
		return
	}
	for _, f := range features {
		l.add(f&l.mask+uint32(gold), 1)
		l.add(f&l.mask+uint32(guess), -1)
	}
}

func (l *learner) add(i uint32, d float32) {
	l.weights[i] += d
	l.delayed[i] += float64(d) * l.step
}

// perceptron averages and compands the weights. Clipping them linearly to eight bits lost 8 points
// of LAS in a trial; taking square roots keeps the small weights apart.
func (l *learner) perceptron() *perceptron {
	averages := make([]float64, len(l.weights))
	limit := 0.0
	for i, w := range l.weights {
		averages[i] = float64(w) - l.delayed[i]/l.step
		limit = max(limit, math.Abs(averages[i]))
	}
	packed := make([]int8, len(averages))
	for i, a := range averages {
		packed[i] = compand(a, limit)
	}
	return newPerceptron(l.classes, packed)
}

func compand(a, limit float64) int8 {
	if a == 0 {
		return 0
	}
	return int8(math.Round(math.Copysign(math.Sqrt(math.Abs(a)/limit), a) * math.MaxInt8))
}

// key hashes a feature: the number of its template and up to three values.
func key(template, a, b, c uint32) uint32 {
	h := uint64(template)*0x9E3779B97F4A7C15 + uint64(a)*0xC2B2AE3D27D4EB4F + uint64(b)*0x165667B19E3779F9 + uint64(c)*0xD6E8FEB86659FD93
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	return uint32(h >> 32)
}

// hash turns a string into a feature value (FNV-1a).
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

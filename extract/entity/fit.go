package entity

import (
	"math"
	"math/rand/v2"
)

// Answered is a choice of which it is known which options are right. One of several that are right may be the one.
type Answered struct {
	Choice
	Right []bool
}

// The settings of the regression: AdaGrad with L2, the mean of the later epochs, as cross-validation on GAP likes it.
const (
	fitEpochs = 8
	fitRate   = 0.1
	fitDecay  = 0.02
	fitRarest = 8 // a feature of fewer options has no weight
)

// Fit learns weights from choices by softmax regression. The same choices in the same order give the same weights.
func Fit(choices []Answered) Weights {
	f := fitting{ids: featuresOf(choices)}
	f.weights, f.squares = make([]float64, len(f.ids)), make([]float64, len(f.ids))
	f.gradient = make([]float64, len(f.ids))
	random := rand.New(rand.NewPCG(1, 1))
	sum := make([]float64, len(f.ids))
	for epoch := range fitEpochs {
		for _, i := range random.Perm(len(choices)) {
			f.learn(choices[i])
		}
		for id, weight := range f.weights {
			if epoch >= fitEpochs/2 {
				sum[id] += weight
			}
		}
	}
	w := Weights{}
	for name, id := range f.ids {
		w[name] = math.Round(sum[id]/(fitEpochs-fitEpochs/2)*100) / 100
	}
	return w
}

// featuresOf numbers the features that are not rare, in the order in which they come.
func featuresOf(choices []Answered) map[string]int {
	counts := map[string]int{}
	ids := map[string]int{}
	for _, c := range choices {
		for _, o := range c.Options {
			for _, name := range o.Features {
				counts[name]++
				if counts[name] == fitRarest {
					ids[name] = len(ids)
				}
			}
		}
	}
	return ids
}

type fitting struct {
	ids                        map[string]int
	weights, squares, gradient []float64
}

// learn takes a step towards the right options of one choice, as far as they are not the likeliest already.
func (f *fitting) learn(c Answered) {
	options := make([][]int, len(c.Options))
	scores := make([]float64, len(c.Options))
	for i, o := range c.Options {
		for _, name := range o.Features {
			if id, ok := f.ids[name]; ok {
				options[i] = append(options[i], id)
				scores[i] += f.weights[id]
			}
		}
	}
	shares := softmax(scores)
	right := 1e-12
	for i, share := range shares {
		if c.Right[i] {
			right += share
		}
	}
	for i, share := range shares {
		step := -share
		if c.Right[i] {
			step += share / right
		}
		for _, id := range options[i] {
			f.gradient[id] += step
		}
	}
	for _, ids := range options {
		for _, id := range ids {
			f.step(id)
		}
	}
}

func (f *fitting) step(id int) {
	g := f.gradient[id]
	if g == 0 {
		return
	}
	f.gradient[id] = 0
	g -= fitDecay * f.weights[id]
	f.squares[id] += g * g
	f.weights[id] += fitRate * g / math.Sqrt(f.squares[id])
}

func softmax(scores []float64) []float64 {
	most := math.Inf(-1)
	for _, s := range scores {
		most = max(most, s)
	}
	sum := 0.0
	shares := make([]float64, len(scores))
	for i, s := range scores {
		shares[i] = math.Exp(s - most)
		sum += shares[i]
	}
	for i := range shares {
		shares[i] /= sum
	}
	return shares
}

package tensor

import "math"

// Adam says how far a step goes.
type Adam struct {
	Rate, Beta1, Beta2, Epsilon float32
	Decay                       float32 // of the weights, apart from the gradient (AdamW)
}

// Step moves the weights w against their gradient g, and its running mean and square in mean and square. Steps are
// counted from 1. It can be split over goroutines by slices of the four.
func (o Adam) Step(step int, w, g, mean, square []float32) {
	c1 := 1 - math.Pow(float64(o.Beta1), float64(step))
	c2 := 1 - math.Pow(float64(o.Beta2), float64(step))
	s := adamStep{
		keep1: o.Beta1, take1: 1 - o.Beta1,
		keep2: o.Beta2, take2: 1 - o.Beta2,
		rate:  float32(float64(o.Rate) / c1),
		root:  float32(1 / c2),
		eps:   o.Epsilon,
		decay: 1 - float32(o.Rate*o.Decay),
	}
	g, mean, square = g[:len(w)], mean[:len(w)], square[:len(w)]
	n := len(w) &^ 15
	adam(&s, w[:n], g, mean, square)
	plainAdam(&s, w[n:], g[n:], mean[n:], square[n:])
}

// adamStep is what one step multiplies by: w = w·decay - rate·mean / (sqrt(square·root) + eps).
type adamStep struct {
	keep1, take1, keep2, take2, rate, root, eps, decay float32
}

func plainAdam(s *adamStep, w, g, mean, square []float32) {
	for i := range w {
		m := float32(s.keep1*mean[i]) + float32(s.take1*g[i])
		v := float32(s.keep2*square[i]) + float32(float32(s.take2*g[i])*g[i])
		mean[i], square[i] = m, v
		d := float32(math.Sqrt(float64(float32(v*s.root)))) + s.eps
		w[i] = float32(w[i]*s.decay) - float32(s.rate*m)/d
	}
}

package neural

import (
	"math"
	"sync"

	"sayso/extract/tensor"
)

const (
	rate        = 1.5e-3
	warmUp      = 300  // steps
	lastRate    = 0.01 // share of the rate at the end
	longest     = 2.0  // a gradient is cut to this length
	averageKeep = 0.998
)

// optimiser moves weights against their gradients (Adam), and keeps a running average of them.
type optimiser struct {
	step             int
	weights, average *weights
	mean, square     *weights
	moved, averaged  []tensor.Matrix
	means, squares   []tensor.Matrix
}

func newOptimiser(w *weights, s Sizes) *optimiser {
	o := &optimiser{weights: w, average: newWeights(s), mean: newWeights(s), square: newWeights(s)}
	o.moved, o.averaged, o.means, o.squares = w.all(), o.average.all(), o.mean.all(), o.square.all()
	for i, m := range o.moved {
		copy(o.averaged[i].Data, m.Data)
	}
	return o
}

// rateAt falls along a half wave while progress goes from 0 to 1, after some steps of warming up, a tenth of all at most.
func rateAt(step int, progress float64) float32 {
	wave := lastRate + (1-lastRate)*(1+math.Cos(math.Pi*progress))/2
	return float32(rate * wave * min(1, max(float64(step)/warmUp, 10*progress)))
}

// move makes a step of training. Of the tables it moves the rows touched.
func (o *optimiser) move(g *gradients, progress float64) {
	o.step++
	cut(g)
	adam := tensor.Adam{Rate: rateAt(o.step, progress), Beta1: 0.9, Beta2: 0.98, Epsilon: 1e-8}
	var parts sync.WaitGroup
	for i := range o.moved {
		parts.Go(func() {
			if i >= tables {
				adam.Step(o.step, o.moved[i].Data, g.matrices[i].Data, o.means[i].Data, o.squares[i].Data)
			} else {
				for _, row := range g.touched[i] {
					r := int(row)
					adam.Step(o.step, o.moved[i].Row(r), g.matrices[i].Row(r), o.means[i].Row(r), o.squares[i].Row(r))
				}
			}
			o.follow(i)
		})
	}
	parts.Wait()
}

// follow moves the average of one matrix towards it, faster in the beginning.
func (o *optimiser) follow(i int) {
	keep := float32(min(averageKeep, float64(1+o.step)/float64(10+o.step)))
	average := o.averaged[i].Data
	for j, w := range o.moved[i].Data {
		average[j] += (w - average[j]) * (1 - keep)
	}
}

// cut shortens a gradient that is too long.
func cut(g *gradients) {
	sum := 0.0
	for i, m := range g.matrices {
		if i >= tables {
			sum += float64(tensor.Dot(m.Data, m.Data))
			continue
		}
		for _, row := range g.touched[i] {
			sum += float64(tensor.Dot(m.Row(int(row)), m.Row(int(row))))
		}
	}
	if length := math.Sqrt(sum); length > longest {
		g.scale(float32(longest / length))
	}
}

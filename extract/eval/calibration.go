package eval

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// Judged is one claim with what a reader or a benchmark says of it.
type Judged struct {
	Features  []string
	Right     bool
	Benchmark bool
	Group     int // claims of one group, a sentence or an article, stay in one fold
}

// weight is what a verdict counts: a reader's is what the confidence promises, a benchmark's only much alike.
func (j Judged) weight() float64 {
	if j.Benchmark {
		return 1
	}
	return 2
}

// named are the features of a claim with those that are not its own: the bias, and that a benchmark has judged it, which
// takes up how much milder or stricter than a reader it is.
func (j Judged) named() []string {
	if j.Benchmark {
		return append([]string{"", byBenchmark}, j.Features...)
	}
	return append([]string{""}, j.Features...)
}

const byBenchmark = "by benchmark"

// Settings of the logistic regression.
const (
	penalty       = 8.0 // of the squared weights
	rounds        = 100
	rareFeature   = 5 // fewer claims than this say nothing of a feature
	folds         = 10
	reliableUnits = 10 // rows of the reliability table
)

// FitConfidence fits weights by feature, the bias under "", by Newton steps along each weight in turn.
// The same claims give the same weights.
func FitConfidence(judged []Judged) map[string]float64 {
	names, rows := featureMatrix(judged)
	weights := make([]float64, len(names))
	margins := make([]float64, len(judged))
	for range rounds {
		for f := range names {
			gradient, curvature := 0.0, 1e-6
			if names[f] != "" && names[f] != byBenchmark {
				gradient, curvature = penalty*weights[f], penalty
			}
			for _, i := range rows[f] {
				p, weight := sigmoid(margins[i]), judged[i].weight()
				gradient += weight * (p - one(judged[i].Right))
				curvature += weight * p * (1 - p)
			}
			step := -gradient / curvature
			weights[f] += step
			for _, i := range rows[f] {
				margins[i] += step
			}
		}
	}
	fitted := make(map[string]float64)
	for f, name := range names {
		fitted[name] = math.Round(weights[f]*1e4) / 1e4
	}
	delete(fitted, byBenchmark)
	return fitted
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// featureMatrix lists the features that are not rare, and the claims that have each.
func featureMatrix(judged []Judged) (names []string, rows [][]int) {
	having := map[string][]int{}
	for i, j := range judged {
		for _, f := range j.named() {
			having[f] = append(having[f], i)
		}
	}
	for _, f := range slices.Sorted(maps.Keys(having)) {
		if len(having[f]) >= rareFeature {
			names, rows = append(names, f), append(rows, having[f])
		}
	}
	return names, rows
}

// CrossValidate gives each claim the weights that were fitted without any claim of its fold of groups.
func CrossValidate(judged []Judged) []map[string]float64 {
	fitted := make([]map[string]float64, folds)
	for fold := range folds {
		var others []Judged
		for _, j := range judged {
			if j.Group%folds != fold {
				others = append(others, j)
			}
		}
		fitted[fold] = FitConfidence(others)
	}
	all := make([]map[string]float64, len(judged))
	for i, j := range judged {
		all[i] = fitted[j.Group%folds]
	}
	return all
}

// Reliability compares what was promised with what was right.
type Reliability struct {
	Rows     []ReliabilityRow
	Claims   int
	Brier    float64 // mean squared error
	AUC      float64 // how often a right claim has more confidence than a wrong one
	Expected float64 // mean distance of promise and share over the rows, weighted by claims (ECE)
}

// ReliabilityRow is the claims whose confidence lies in one tenth.
type ReliabilityRow struct {
	From, To      float64
	Claims        int
	Promise, Held float64
}

// Reliable makes the table from confidences and verdicts.
func Reliable(confidences []float64, right []bool) Reliability {
	r := Reliability{Rows: make([]ReliabilityRow, reliableUnits), Claims: len(right)}
	for i, c := range confidences {
		row := &r.Rows[min(int(c*reliableUnits), reliableUnits-1)]
		row.Claims++
		row.Promise += c
		row.Held += one(right[i])
		r.Brier += (c - one(right[i])) * (c - one(right[i])) / float64(max(len(right), 1))
	}
	r.AUC = separates(confidences, right)
	for n := range r.Rows {
		row := &r.Rows[n]
		row.From, row.To = float64(n)/reliableUnits, float64(n+1)/reliableUnits
		row.Promise, row.Held = ratio(row.Promise, float64(row.Claims), 0), ratio(row.Held, float64(row.Claims), 0)
		r.Expected += math.Abs(row.Promise-row.Held) * ratio(float64(row.Claims), float64(r.Claims), 0)
	}
	return r
}

// separates is the area under the curve of right and wrong claims.
func separates(confidences []float64, right []bool) float64 {
	won, pairs := 0.0, 0.0
	for i, r := range right {
		for j, other := range right {
			if !r || other {
				continue
			}
			pairs++
			switch {
			case confidences[i] > confidences[j]:
				won++
			case confidences[i] == confidences[j]:
				won += .5
			}
		}
	}
	return ratio(won, pairs, 0)
}

// Floor is what leaving out the claims below a confidence does.
type Floor struct {
	At         float64
	Out, Wrong int     // claims left out, and the wrong of them
	WrongAbove float64 // share of the wrong among the others
}

// Floors are those worth a look, the first none.
func Floors(confidences []float64, right []bool) []Floor {
	var all []Floor
	for at := 0; at <= 80; at += 10 {
		f := Floor{At: float64(at) / 100}
		wrong := 0
		for i, c := range confidences {
			if !right[i] {
				wrong++
			}
			if c < f.At {
				f.Out++
				f.Wrong += int(one(!right[i]))
			}
		}
		f.WrongAbove = ratio(float64(wrong-f.Wrong), float64(len(right)-f.Out), 0)
		all = append(all, f)
	}
	return all
}

// String is a table with a line for each tenth that has claims.
func (r Reliability) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-9s %7s %9s %6s\n", "from, to", "claims", "promised", "right")
	for _, row := range r.Rows {
		if row.Claims > 0 {
			fmt.Fprintf(&b, "%.1f - %.1f %7d %9.2f %6.2f\n", row.From, row.To, row.Claims, row.Promise, row.Held)
		}
	}
	fmt.Fprintf(&b, "claims %d, Brier %.3f, expected calibration error %.3f, AUC %.3f\n", r.Claims, r.Brier, r.Expected, r.AUC)
	return b.String()
}

// CarbRight tells which extractions are right: paired one to one with gold, at least half of what
// gold compares of their words is the gold's.
func CarbRight(gold, found []Extraction) []bool {
	scores := carbMatches(gold, found)
	right := make([]bool, len(found))
	all := make([]int, len(found))
	for j := range found {
		all[j] = j
	}
	for _, p := range scores.pairs(all) {
		right[p.found] = scores[p.gold][p.found].precision >= .5
	}
	return right
}

// BenchieRight tells whether a triple is in a cluster.
func BenchieRight(gold []Cluster, t Triple) bool { return len(hits(gold, t)) > 0 }

package eval

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// Judged is one claim with what gold says of it.
type Judged struct {
	Features []string
	Right    bool
	Sentence int // claims of one sentence stay in one fold
}

// Settings of the logistic regression.
const (
	penalty       = 4.0 // of the squared weights
	rounds        = 60
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
			if names[f] != "" {
				gradient, curvature = penalty*weights[f], penalty
			}
			for _, i := range rows[f] {
				p := sigmoid(margins[i])
				gradient += p - one(judged[i].Right)
				curvature += p * (1 - p)
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
	return fitted
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// featureMatrix lists the features that are not rare, and the claims that have each.
func featureMatrix(judged []Judged) (names []string, rows [][]int) {
	having := map[string][]int{}
	for i, j := range judged {
		for _, f := range append(j.Features, "") {
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

// CrossValidate gives each claim the weights that were fitted without any claim of its fold of sentences.
func CrossValidate(judged []Judged) []map[string]float64 {
	fitted := make([]map[string]float64, folds)
	for fold := range folds {
		var others []Judged
		for _, j := range judged {
			if j.Sentence%folds != fold {
				others = append(others, j)
			}
		}
		fitted[fold] = FitConfidence(others)
	}
	all := make([]map[string]float64, len(judged))
	for i, j := range judged {
		all[i] = fitted[j.Sentence%folds]
	}
	return all
}

// Reliability compares what was promised with what was right.
type Reliability struct {
	Rows     []ReliabilityRow
	Claims   int
	Brier    float64 // mean squared error
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
	for n := range r.Rows {
		row := &r.Rows[n]
		row.From, row.To = float64(n)/reliableUnits, float64(n+1)/reliableUnits
		row.Promise, row.Held = ratio(row.Promise, float64(row.Claims), 0), ratio(row.Held, float64(row.Claims), 0)
		r.Expected += math.Abs(row.Promise-row.Held) * ratio(float64(row.Claims), float64(r.Claims), 0)
	}
	return r
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
	fmt.Fprintf(&b, "claims %d, Brier %.3f, expected calibration error %.3f\n", r.Claims, r.Brier, r.Expected)
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

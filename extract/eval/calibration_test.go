package eval

import (
	"math"
	"reflect"
	"testing"
)

// someJudged are claims in which "good" holds for 90 of 100 and "bad" for 20.
func someJudged() []Judged {
	var all []Judged
	for i := range 100 {
		all = append(all,
			Judged{Features: []string{"good"}, Right: i%10 != 0, Group: i},
			Judged{Features: []string{"bad"}, Right: i%5 == 0, Group: i})
	}
	return all
}

func TestFitConfidence(t *testing.T) {
	weights := FitConfidence(someJudged())
	for feature, want := range map[string]float64{"good": .9, "bad": .2} {
		if got := sigmoid(weights[""] + weights[feature]); math.Abs(got-want) > .07 {
			t.Errorf("%s: confidence %.2f, right %.2f", feature, got, want)
		}
	}
	if !reflect.DeepEqual(weights, FitConfidence(someJudged())) {
		t.Error("the same claims give other weights")
	}
}

func TestCrossValidateLeavesTheFoldOut(t *testing.T) {
	judged := someJudged()
	changed := someJudged()
	for i := range changed {
		if changed[i].Group%folds == 3 {
			changed[i].Right = !changed[i].Right
		}
	}
	one, other := CrossValidate(judged), CrossValidate(changed)
	for i := range judged {
		if same := reflect.DeepEqual(one[i], other[i]); same != (judged[i].Group%folds == 3) {
			t.Fatalf("claim %d of group %d: the verdicts of fold 3 must matter to all folds but fold 3", i, judged[i].Group)
		}
	}
}

// TestBenchmarkIsNotReader holds that what a benchmark is stricter by is no claim's fault.
func TestBenchmarkIsNotReader(t *testing.T) {
	judged := someJudged()
	for i, j := range someJudged() {
		judged = append(judged, Judged{Features: j.Features, Right: j.Right && i%3 != 0, Group: j.Group, Benchmark: true})
	}
	weights := FitConfidence(judged)
	if _, kept := weights[byBenchmark]; kept {
		t.Error("the benchmark's own weight is no part of the model")
	}
	if got := sigmoid(weights[""] + weights["good"]); math.Abs(got-.9) > .07 {
		t.Errorf("confidence %.2f, and 90 of 100 are right to a reader", got)
	}
}

func TestFloors(t *testing.T) {
	floors := Floors([]float64{.15, .45, .5, .95}, []bool{false, true, false, true})
	if got, want := floors[5], (Floor{At: .5, Out: 2, Wrong: 1, WrongAbove: .5}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestReliable(t *testing.T) {
	r := Reliable([]float64{.15, .15, .95, 1}, []bool{false, true, true, true})
	if got, want := r.Rows[1], (ReliabilityRow{.1, .2, 2, .15, .5}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	if want := 5.0 / 6; math.Abs(r.AUC-want) > 1e-9 {
		t.Errorf("AUC %v, want %v", r.AUC, want)
	}
	if r.Rows[9].Claims != 2 {
		t.Error("confidence 1 belongs to the last row")
	}
}

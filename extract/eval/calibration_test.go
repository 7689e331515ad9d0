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
			Judged{Features: []string{"good"}, Right: i%10 != 0, Sentence: i},
			Judged{Features: []string{"bad"}, Right: i%5 == 0, Sentence: i})
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
		if changed[i].Sentence%folds == 3 {
			changed[i].Right = !changed[i].Right
		}
	}
	one, other := CrossValidate(judged), CrossValidate(changed)
	for i := range judged {
		if same := reflect.DeepEqual(one[i], other[i]); same != (judged[i].Sentence%folds == 3) {
			t.Fatalf("claim %d of sentence %d: the verdicts of fold 3 must matter to all folds but fold 3", i, judged[i].Sentence)
		}
	}
}

func TestReliable(t *testing.T) {
	r := Reliable([]float64{.15, .15, .95, 1}, []bool{false, true, true, true})
	if got, want := r.Rows[1], (ReliabilityRow{.1, .2, 2, .15, .5}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	if r.Rows[9].Claims != 2 {
		t.Error("confidence 1 belongs to the last row")
	}
}

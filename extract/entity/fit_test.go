package entity

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFitLearnsWhatTells makes choices in which one feature tells the right option and another says nothing.
func TestFitLearnsWhatTells(t *testing.T) {
	var choices []Answered
	for i := range 60 {
		options := []Option{{Features: []string{"person nothing"}}, {Features: []string{"person near", "person noise"}}, {Features: []string{"person far"}}}
		options[i%2+1].Features = append(options[i%2+1].Features, "person subject")
		options[i/2%2+1].Features = append(options[i/2%2+1].Features, fmt.Sprintf("person rare %d", i/7))
		choices = append(choices, Answered{Choice{Options: options}, []bool{false, i%2 == 0, i%2 == 1}})
	}
	w := Fit(choices)
	if w["person subject"] < 1 || w["person nothing"] > 0 {
		t.Errorf("subject weighs %v, nothing %v", w["person subject"], w["person nothing"])
	}
	if _, known := w["person rare 8"]; known {
		t.Error("a feature of four options has a weight")
	}
	if diff := cmp.Diff(w, Fit(choices)); diff != "" {
		t.Errorf("learnt again: %s", diff)
	}
	if diff := cmp.Diff(w.String(), readWeights(w.String()).String()); diff != "" {
		t.Errorf("written and read: %s", diff)
	}
}

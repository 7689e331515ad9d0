package extract

import (
	"math"
	"slices"
	"testing"

	"sayso/extract/claim"
	"sayso/extract/document"
	"sayso/graph"
)

// TestFloor holds that a floor takes away the claims below it and leaves the others as they are.
func TestFloor(t *testing.T) {
	const floor = .8
	model, confidence := loadModel(t), loadConfidence(t)
	left, kept := 0, 0
	eachArticle(t, func(t *testing.T, file, text string) {
		d, err := document.Read(document.ID(file), []byte(text), document.Metadata{})
		if err != nil {
			t.Fatal(err)
		}
		all := Article(d, model, confidence).Claims
		above := Article(d, model, &Confidence{Weights: confidence.Weights, Floor: floor}).Claims
		want := slices.DeleteFunc(slices.Clone(all), func(c graph.Claim) bool { return c.Confidence < floor })
		if !slices.EqualFunc(above, want, func(a, b graph.Claim) bool { return a.Quote == b.Quote && a.Predicate == b.Predicate }) {
			t.Errorf("%s: %d claims at %.1f or more, and the floor leaves %d", file, len(want), floor, len(above))
		}
		left, kept = left+len(all)-len(want), kept+len(want)
	})
	if left == 0 || kept == 0 {
		t.Errorf("%d claims below the floor and %d above", left, kept)
	}
}

// TestMarginsMatter holds that the parser's doubts reach the confidence, and that a tree from elsewhere has none.
func TestMarginsMatter(t *testing.T) {
	d, err := document.Read("s", []byte("The minister visited Oslo with three aides."), document.Metadata{})
	if err != nil {
		t.Fatal(err)
	}
	trees := Trees(d, loadModel(t))
	c := claim.Find(d, trees)[0]
	sure := trees[0]
	doubtful := sure
	doubtful.Margins = slices.Clone(sure.Margins)
	for i := range doubtful.Margins {
		doubtful.Margins[i].Head, doubtful.Margins[i].Relation = 0, 0
	}
	confidence := loadConfidence(t)
	if of, other := confidence.Of(ConfidenceFeatures(sure, c)), confidence.Of(ConfidenceFeatures(doubtful, c)); other >= of {
		t.Errorf("confidence %.2f, and %.2f where the parser doubts all", of, other)
	}
	sure.Margins = nil
	if of := confidence.Of(ConfidenceFeatures(sure, c)); math.IsNaN(of) || of <= 0 || of >= 1 {
		t.Errorf("confidence %v of a tree without margins", of)
	}
}

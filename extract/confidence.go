package extract

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"math"

	"sayso/extract/claim"
	"sayso/extract/parse"
)

// confidenceModel is the file that `sayso eval calibration --out` writes.
const confidenceModel = "models/confidence.json"

// Confidence is a logistic model of how likely a reader is to call a claim right.
type Confidence struct {
	Weights map[string]float64 `json:"weights"` // by feature; "" is the bias
	Floor   float64            `json:"-"`       // [Article] leaves out claims below it
}

// LoadConfidence reads the model that `sayso eval calibration` has written.
func LoadConfidence(models fs.FS) (*Confidence, error) {
	text, err := fs.ReadFile(models, confidenceModel)
	if err != nil {
		return nil, err
	}
	var c Confidence
	if err := json.Unmarshal(text, &c); err != nil {
		return nil, fmt.Errorf("read %s: %w", confidenceModel, err)
	}
	return &c, nil
}

// Judge gives each claim the probability that it is right.
func (c *Confidence) Judge(trees []parse.Tree, claims []claim.Claim) {
	for i := range claims {
		claims[i].Confidence = c.Of(ConfidenceFeatures(trees[claims[i].Tree], claims[i]))
	}
}

// Of is the probability of a claim with these features, to two decimals.
func (c *Confidence) Of(features []string) float64 {
	sum := c.Weights[""]
	for _, f := range features {
		sum += c.Weights[f]
	}
	return math.Round(100/(1+math.Exp(-sum))) / 100
}

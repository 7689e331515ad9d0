package extract

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"

	"sayso/extract/claim"
	"sayso/extract/parse"
)

// confidenceModel is the file that `sayso eval calibration --out` writes.
const confidenceModel = "models/confidence.json"

// Confidence is a logistic model of how likely a claim is right.
type Confidence struct {
	Weights map[string]float64 `json:"weights"` // by feature; "" is the bias
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

// ConfidenceFeatures describe a claim by the rule that found it, its shape and its place in the sentence.
func ConfidenceFeatures(t parse.Tree, c claim.Claim) []string {
	verb := t.Words[c.Predicate.Head]
	features := []string{
		"rule " + c.Rule,
		"tag " + verb.XPOS,
		"relation " + verb.Relation,
		"polarity " + string(c.Polarity),
		"modality " + string(c.Modality),
		"arguments " + strconv.Itoa(min(len(c.Arguments), 3)),
		"sentence " + bucket(len(t.Words), 10, 20, 30, 40),
		"attributed " + strconv.FormatBool(c.Attribution != nil),
		"relation words " + strconv.Itoa(min(strings.Count(c.Predicate.Name, "_"), 3)),
	}
	if c.Subject.Tree != c.Tree {
		features = append(features, "subject elsewhere")
	} else {
		features = append(features, phraseFeatures("subject", t, c.Subject, c.Predicate.Head)...)
	}
	if c.Object == nil {
		return append(features, "object none", "rule and arguments "+c.Rule+strconv.Itoa(min(len(c.Arguments), 1)))
	}
	return append(features, phraseFeatures("object", t, *c.Object, c.Predicate.Head)...)
}

// phraseFeatures tell the kind of a phrase, its length, and where it stands from the verb.
func phraseFeatures(role string, t parse.Tree, p claim.Phrase, verb int) []string {
	if p.Head < 0 {
		return []string{role + " unnamed"}
	}
	kind := t.Words[p.Head].UPOS
	if p.Clause {
		kind = "clause"
	}
	side := "after "
	distance := p.Head - verb
	if distance < 0 {
		side, distance = "before ", -distance
	}
	features := []string{
		role + " " + kind,
		role + " words " + bucket(len(p.Words), 1, 2, 4, 8, 16),
		role + " " + side + bucket(distance, 1, 3, 6, 12),
		role + " as " + t.Words[p.Head].Relation,
	}
	if slices.ContainsFunc(p.Words, func(i int) bool { return t.Words[i].UPOS == "PUNCT" }) {
		features = append(features, role+" punctuated")
	}
	return features
}

// bucket names the first bound that n does not exceed.
func bucket(n int, bounds ...int) string {
	for _, b := range bounds {
		if n <= b {
			return "to " + strconv.Itoa(b)
		}
	}
	return "more"
}

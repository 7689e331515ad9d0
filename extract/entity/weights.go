package entity

import (
	_ "embed"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"sayso/extract/claim"
	"sayso/extract/document"
	"sayso/extract/parse"
)

// Weights say how much each feature of what a pronoun may stand for weighs. The name of a feature begins with
// the class of the pronoun.
type Weights map[string]float64

//go:embed weights.txt
var weightList string

// shipped are the weights that the program comes with.
var shipped = sync.OnceValue(func() Weights { return readWeights(weightList) })

func readWeights(list string) Weights {
	w := Weights{}
	for line := range strings.Lines(list) {
		name, number, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if weight, err := strconv.ParseFloat(number, 64); err == nil {
			w[name] = weight
		}
	}
	return w
}

// String is a list of a feature and its weight a line, without those that weigh nothing.
func (w Weights) String() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(w)) {
		if math.Abs(w[name]) >= 0.005 {
			fmt.Fprintf(&b, "%s\t%.2f\n", name, w[name])
		}
	}
	return b.String()
}

// Resolve is [Resolve] with other weights than those shipped.
func (w Weights) Resolve(d *document.Document, trees []parse.Tree, claims []claim.Claim) []Entity {
	t := resolve(d, trees, claims, w, nil)
	t.known()
	return t.entities()
}

// Chains is [Chains] with other weights than those shipped.
func (w Weights) Chains(d *document.Document, trees []parse.Tree, claims []claim.Claim) []Entity {
	return resolve(d, trees, claims, w, nil).entities()
}

func (w Weights) score(class pronounClass, features []string) (sum float64) {
	for _, f := range features {
		sum += w[string(class)+" "+f]
	}
	return sum
}

// Choice is a pronoun of the third person that may stand for several things.
type Choice struct {
	Pronoun Mention
	Options []Option // the first is nothing that is named before
}

// Option is a thing that a pronoun may stand for, with its mentions so far: nearest is the one that the features go by.
type Option struct {
	Nearest  Mention
	Mentions []Mention
	Features []string
}

// Choices calls see with each choice that resolving an article makes.
func (w Weights) Choices(d *document.Document, trees []parse.Tree, claims []claim.Claim, see func(Choice)) {
	resolve(d, trees, claims, w, see)
}

func (t *table) show(at place, class pronounClass, nothing []string, candidates []candidate) {
	r := reader{doc: t.doc, tree: at.tree, words: t.trees[at.tree].Words}
	c := Choice{Pronoun: r.mention(at.word, at.word+1, Pronoun), Options: []Option{{Features: prefixed(class, nothing)}}}
	for _, o := range candidates {
		c.Options = append(c.Options, Option{Nearest: o.mention, Mentions: slices.Clone(o.mentions), Features: prefixed(class, o.features)})
	}
	t.see(c)
}

func prefixed(class pronounClass, features []string) []string {
	all := make([]string, len(features))
	for i, f := range features {
		all[i] = string(class) + " " + f
	}
	return all
}

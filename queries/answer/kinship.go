package answer

import (
	_ "embed"
	"slices"
	"strconv"
	"sync"
)

//go:embed lexicon/synonyms.txt
var synonymText string

// How near two words must be to stand for each other, and how much each nearness counts.
const (
	sameWord    = 1.0
	sameOrigin  = 0.9 // pause, paused; suspension, suspend
	sameMeaning = 0.75
)

// Kinship tells how near words are, by derivation and by the classes of the synonym lexicon.
// It remembers what it has worked out, and is safe for concurrent use.
type Kinship struct {
	classes map[string][]int // word -> the classes it stands in
	known   sync.Map         // word -> kin
}

// kin is what a word brings to a comparison.
type kin struct {
	origins []string
	classes []int
}

// NewKinship reads the lexicons that tell it.
func NewKinship() *Kinship {
	k := &Kinship{classes: map[string][]int{}}
	for i, fields := range LexiconLines(synonymText) {
		for _, word := range fields {
			k.classes[word] = append(k.classes[word], i)
		}
	}
	return k
}

// Near is 0 for words that have nothing to do with each other, 1 for the same word.
func (k *Kinship) Near(a, b string) float64 {
	if a == b {
		return sameWord
	}
	x, y := k.of(a), k.of(b)
	if sharesAny(x.origins, y.origins) {
		return sameOrigin
	}
	if slices.ContainsFunc(x.classes, func(c int) bool { return slices.Contains(y.classes, c) }) {
		return sameMeaning
	}
	return 0
}

// Keys are what a word has in common with every word that is near it: they are near that share one.
func (k *Kinship) Keys(word string) []string {
	known := k.of(word)
	keys := slices.Clone(known.origins)
	for _, c := range known.classes {
		keys = append(keys, "#"+strconv.Itoa(c))
	}
	return keys
}

func (k *Kinship) of(word string) kin {
	if known, ok := k.known.Load(word); ok {
		return known.(kin)
	}
	found := kin{origins: origins(word)}
	for _, o := range found.origins {
		found.classes = append(found.classes, k.classes[o]...)
	}
	k.known.Store(word, found)
	return found
}

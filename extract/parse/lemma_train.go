package parse

import (
	"maps"
	"math/rand/v2"
	"slices"
)

const (
	lemmaBits   = 17
	lemmaEpochs = 5
	ruleFrom    = 3 // words that a rule must explain
	knownFrom   = 2 // a word seen as often is kept, and a word that the rules get wrong
)

func trainLemmatiser(trees []Tree, c *clusters, seed uint64) *lemmatiser {
	words, counts := lemmaWords(trees)
	classes := lemmaRules(words)
	number := numbers(classes)
	learner := newLearner(classes, lemmaBits)
	scores := make([]float32, len(classes))
	var features []uint32
	random := rand.New(rand.NewPCG(seed, 4))
	for range lemmaEpochs {
		for _, i := range random.Perm(len(words)) {
			w := &words[i]
			gold, ok := number[ruleOf(w.Text, w.Lemma).String()]
			if !ok {
				continue
			}
			form := c.form(w.Text)
			features = lemmaFeatures(features[:0], w, &form)
			learner.learn(features, gold, scores)
		}
	}
	l := newLemmatiser(map[string]string{}, learner.perceptron())
	l.known = l.worthKeeping(words, counts, c)
	return l
}

// lemmaWords returns each word and tag once, with its most frequent lemma, and how often it was seen.
func lemmaWords(trees []Tree) (words []Word, counts map[string]int) {
	lemmas := map[string]map[string]int{}
	counts = map[string]int{}
	for _, t := range trees {
		for i := range t.Words {
			w := &t.Words[i]
			k := lemmaKey(w)
			if lemmas[k] == nil {
				lemmas[k] = map[string]int{}
				words = append(words, *w)
			}
			lemmas[k][w.Lemma]++
			counts[k]++
		}
	}
	for i := range words {
		words[i].Lemma = mostFrequent(lemmas[lemmaKey(&words[i])])
	}
	return words, counts
}

// mostFrequent returns the string counted most often, the first of the alphabet among equals.
func mostFrequent(counts map[string]int) string {
	best := ""
	for s, n := range counts {
		if best == "" || n > counts[best] || n == counts[best] && s < best {
			best = s
		}
	}
	return best
}

func lemmaRules(words []Word) []string {
	uses := map[string]int{}
	for _, w := range words {
		uses[ruleOf(w.Text, w.Lemma).String()]++
	}
	return slices.DeleteFunc(slices.Sorted(maps.Keys(uses)), func(c string) bool { return uses[c] < ruleFrom })
}

// worthKeeping returns the lemmas of frequent words, for speed, and those that the rules get wrong.
func (l *lemmatiser) worthKeeping(words []Word, counts map[string]int, c *clusters) map[string]string {
	kept := map[string]string{}
	for _, w := range words {
		one := []Word{w}
		l.lemmatise(one, c.forms(one))
		if counts[lemmaKey(&w)] >= knownFrom || one[0].Lemma != w.Lemma {
			kept[lemmaKey(&w)] = w.Lemma
		}
	}
	return kept
}

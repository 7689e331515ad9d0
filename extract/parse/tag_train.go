package parse

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
)

const (
	tagBits    = 22
	tagEpochs  = 8
	choiceFrom = 20 // a word as frequent as this has no tags but those seen
	usualFrom  = 4  // a word less frequent than this has no usual tag: its own tag must not give it away
)

// trainTagger learns from gold tags.
func trainTagger(trees []Tree, c *clusters, seed uint64) *tagger {
	t := &tagger{usual: map[string]uint16{}}
	classes := tagClasses(trees)
	number := numbers(classes)
	t.usual = usualTags(trees, number)
	t.choices, t.all = tagChoices(trees, number), everyClass(classes)
	fixed := make([][][]uint32, len(trees))
	forms := make([][]form, len(trees))
	for i, tree := range trees {
		forms[i] = c.forms(tree.Words)
		fixed[i] = t.fixedFeatures(tree.Words, forms[i])
	}
	l := newLearner(classes, tagBits)
	scores := make([]float32, len(classes))
	features := make([]uint32, 0, 80)
	order := rand.New(rand.NewPCG(seed, 1))
	for range tagEpochs {
		for _, s := range order.Perm(len(trees)) {
			last, before := noTag, noTag
			for i := range trees[s].Words {
				choices := t.classesOf(trees[s].Words[i].Text)
				guess := int(choices[0])
				if len(choices) > 1 {
					features = tagHistory(append(features[:0], fixed[s][i]...), forms[s], i, last, before)
					l.step++
					l.scoreSome(features, choices, scores[:len(choices)])
					guess = int(choices[argmax(scores[:len(choices)])])
					l.update(features, number[tagClass(&trees[s].Words[i])], guess)
				}
				last, before = uint32(guess), last
			}
		}
	}
	t.perceptron = l.perceptron()
	return t
}

func tagClass(w *Word) string { return w.UPOS + " " + w.XPOS }

func tagClasses(trees []Tree) []string {
	seen := map[string]bool{}
	for _, t := range trees {
		for i := range t.Words {
			seen[tagClass(&t.Words[i])] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

func numbers(classes []string) map[string]int {
	number := make(map[string]int, len(classes))
	for i, c := range classes {
		number[c] = i
	}
	return number
}

// usualTags returns the class, plus one, that each frequent word has most often.
func usualTags(trees []Tree, number map[string]int) map[string]uint16 {
	counts := map[string][]int{}
	for _, t := range trees {
		for i := range t.Words {
			lower := strings.ToLower(t.Words[i].Text)
			if counts[lower] == nil {
				counts[lower] = make([]int, len(number))
			}
			counts[lower][number[tagClass(&t.Words[i])]]++
		}
	}
	usual := map[string]uint16{}
	for word, byClass := range counts {
		total, best := 0, 0
		for class, n := range byClass {
			total += n
			if n > byClass[best] {
				best = class
			}
		}
		if total >= usualFrom {
			usual[word] = uint16(best + 1)
		}
	}
	return usual
}

// tagChoices returns the classes seen with each frequent word, as it is written.
func tagChoices(trees []Tree, number map[string]int) map[string][]uint16 {
	counts := map[string]int{}
	choices := map[string][]uint16{}
	for _, t := range trees {
		for i := range t.Words {
			w := &t.Words[i]
			counts[w.Text]++
			if c := uint16(number[tagClass(w)]); !slices.Contains(choices[w.Text], c) {
				choices[w.Text] = append(choices[w.Text], c)
			}
		}
	}
	maps.DeleteFunc(choices, func(word string, _ []uint16) bool { return counts[word] < choiceFrom })
	for _, classes := range choices {
		slices.Sort(classes)
	}
	return choices
}

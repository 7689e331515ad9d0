package parse

// nameTagger marks the names of persons, organisations and places, and what else has a name, as
// the most likely sequence of B-PER, I-ORG, O and so on.
type nameTagger struct {
	perceptron *perceptron
	clusters   *clusters
	gazetteer  *gazetteer
}

// nameClasses are the labels of words; an I follows a B or an I of its kind.
var nameClasses = []string{"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"}

const outside = 0

func isInside(class int) bool { return class > 0 && class%2 == 0 }

// follows reports whether a class may stand after another.
func follows(class, last int) bool {
	return !isInside(class) || last == class || last == class-1
}

// tag sets the Name of the words.
func (t *nameTagger) tag(words []Word) {
	forms := t.clusters.forms(words)
	marks := t.gazetteer.marks(words)
	features := nameFeatures(words, forms, marks)
	scores := func(f []uint32, scores []int32) { t.perceptron.score(f, scores) }
	classes := bestNames(features, scores)
	correctNames(words, marks, classes)
	for i := range words {
		words[i].Name = nameClasses[classes[i]]
	}
}

// nameEvidence is what the features of one word look at: the word itself, and the step to it from
// the word before.
type nameEvidence struct{ word, step []uint32 }

// bestNames is Viterbi's algorithm: score sets the scores of all classes for some features.
func bestNames[N int32 | float32](words []nameEvidence, score func(features []uint32, scores []N)) []int {
	classes := len(nameClasses)
	best := make([][]N, len(words)) // the score of the best sequence that ends in a class
	from := make([][]int, len(words))
	alone, stepped := make([]N, classes), make([]N, classes)
	features := make([]uint32, 0, 8)
	for i, w := range words {
		score(w.word, alone)
		best[i], from[i] = make([]N, classes), make([]int, classes)
		for c := range classes {
			from[i][c] = -1
		}
		for last := range classes {
			if i == 0 && last != outside || i > 0 && from[i-1][last] < 0 {
				continue
			}
			features = stepFeatures(features[:0], w.step, last)
			score(features, stepped)
			for c := range classes {
				if !follows(c, last) {
					continue
				}
				s := alone[c] + stepped[c]
				if i > 0 {
					s += best[i-1][last]
				}
				if from[i][c] < 0 || s > best[i][c] {
					best[i][c], from[i][c] = s, last
				}
			}
		}
	}
	return trace(best, from)
}

// trace follows the best sequence back from its end.
func trace[N int32 | float32](best [][]N, from [][]int) []int {
	sequence := make([]int, len(best))
	last := len(best) - 1
	for i := last; i >= 0; i-- {
		if i < last {
			sequence[i] = from[i+1][sequence[i+1]]
			continue
		}
		for c := range best[i] {
			if from[i][c] >= 0 && best[i][c] > best[i][sequence[i]] {
				sequence[i] = c
			}
		}
	}
	return sequence
}

// stepFeatures joins what a step looks at with the class it starts from.
func stepFeatures(f, step []uint32, last int) []uint32 {
	for _, s := range step {
		f = append(f, key(s, uint32(last), 1, 1))
	}
	return f
}

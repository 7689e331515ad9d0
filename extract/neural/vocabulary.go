package neural

import (
	"math"
	"slices"
	"strings"
)

// vocabulary is what the network knows of single words before it learns.
type vocabulary struct {
	vectors Vectors
	rows    map[string]int32 // of the vectors
	words   []string         // with a vector to learn, from 1 on
	numbers map[string]int32
	parts   int
}

// Vectors are word vectors from -127 to 127, one row a word, the most frequent words first.
type Vectors struct {
	Words []string
	Size  int
	Data  []int8
}

// vectorScale makes the vectors as large as the other inputs: one of length 1 comes as a row of length 254.
const vectorScale = 1.0 / 64

// Add appends a vector of length 1.
func (v *Vectors) Add(word string, vector []float32) {
	v.Words, v.Size = append(v.Words, word), len(vector)
	for _, x := range vector {
		v.Data = append(v.Data, int8(math.Round(float64(max(-127, min(127, x*254))))))
	}
}

const unknown = 0

// newVocabulary numbers the words that occur at least twice.
func newVocabulary(vectors Vectors, sentences []Gold, parts int) *vocabulary {
	counts := map[string]int{}
	for _, s := range sentences {
		for _, w := range s.Words {
			counts[fold(w.Form)]++
		}
	}
	words := []string{""}
	for w, n := range counts {
		if n >= 2 {
			words = append(words, w)
		}
	}
	slices.Sort(words)
	return indexed(vectors, words, parts)
}

func indexed(vectors Vectors, words []string, parts int) *vocabulary {
	return &vocabulary{vectors: vectors, rows: index(vectors.Words), words: words, numbers: index(words), parts: parts}
}

func index(words []string) map[string]int32 {
	numbers := make(map[string]int32, len(words))
	for i, w := range words {
		numbers[w] = int32(i)
	}
	return numbers
}

// fold writes a word in lower case with its digits as 0.
func fold(word string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return '0'
		}
		return r
	}, strings.ToLower(word))
}

// features are the rows of the tables that make the input for a word.
type features struct {
	vector int32 // -1 for none
	word   int32
	parts  []int32
}

func (v *vocabulary) features(w Word) features {
	f := features{vector: -1, word: v.numbers[fold(w.Form)]}
	if row, ok := v.rows[strings.ToLower(w.Form)]; ok {
		f.vector = row
	}
	for _, h := range partsOf(w) {
		f.parts = append(f.parts, int32(h%uint32(v.parts)))
	}
	return f
}

// vector views the vector of a row.
func (v *vocabulary) vector(row int32) []int8 {
	return v.vectors.Data[int(row)*v.vectors.Size : int(row+1)*v.vectors.Size]
}

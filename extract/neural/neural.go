// Package neural reads sentences with a BiLSTM encoder: tags, heads, relations and names, learnt together.
package neural

// Word is a word as the network sees it.
type Word struct {
	Form  string
	Marks uint32 // what lists know of the word where it stands, as bits
}

// Gold is a sentence to learn from. Without Tags it teaches names only; a Name of "?" teaches nothing. Chances take the
// place of Names where another reader is the teacher: for each word, how likely it found each of the classes Taught.
type Gold struct {
	Words     []Word
	Tags      []string
	Heads     []int // -1 for the root
	Relations []string
	Names     []string // B-PER, I-PER, O …
	Chances   [][]float32
	Taught    []string
}

// Reading is what the network finds in a sentence.
type Reading struct {
	Tags      []string
	Heads     []int
	Relations []string
	Names     []string
	Margins   []Margin
}

// Margin tells by how much the score of what was chosen for a word exceeds that of the next best. It is below 0 where
// the best would have made no tree.
type Margin struct{ Tag, Head, Relation float32 }

package neural

// Sizes are the dimensions of a network.
type Sizes struct {
	Vector int // of the word vectors given
	Word   int // of the vectors learnt for frequent words
	Part   int // of the vectors learnt for parts of words
	Parts  int // how many of these there are
	Hidden int // of an LSTM, one direction
	Layers int
	Tag    int // of the hidden layers
	Name   int
	Arc    int
	Label  int

	Words, Tags, Relations, Names int // classes
}

func (s Sizes) input() int { return s.Vector + s.Word + s.Part }

func (s Sizes) hidden() [hiddenLayers]int {
	return [hiddenLayers]int{tagHidden: s.Tag, nameHidden: s.Name, arcDependent: s.Arc, arcHead: s.Arc, labelDependent: s.Label, labelHead: s.Label}
}

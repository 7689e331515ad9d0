package parse

import (
	"maps"
	"slices"
	"strings"
)

// tagger gives each word its UPOS and XPOS, from left to right, as one class such as "VERB VBD".
type tagger struct {
	perceptron *perceptron
	usual      map[string]uint16   // class+1 that a word mostly has
	choices    map[string][]uint16 // the classes of a frequent word, as written
	all        []uint16            // the classes of any other
}

// tag sets UPOS and XPOS of the words.
func (t *tagger) tag(words []Word, forms []form) {
	fixed := t.fixedFeatures(words, forms)
	scores := make([]int32, len(t.perceptron.classes))
	features := make([]uint32, 0, 80)
	last, before := noTag, noTag
	for i := range words {
		choices := t.classesOf(words[i].Text)
		class := choices[0]
		if len(choices) > 1 {
			features = tagHistory(append(features[:0], fixed[i]...), forms, i, last, before)
			t.perceptron.scoreSome(features, choices, scores[:len(choices)])
			class = choices[argmax(scores[:len(choices)])]
		}
		words[i].UPOS, words[i].XPOS, _ = strings.Cut(t.perceptron.classes[class], " ")
		last, before = uint32(class), last
	}
}

const noTag = uint32(1 << 16)

func (t *tagger) classesOf(word string) []uint16 {
	if choices, ok := t.choices[word]; ok {
		return choices
	}
	return t.all
}

// fixedFeatures returns the features of each word that do not depend on tags given before.
func (t *tagger) fixedFeatures(words []Word, forms []form) [][]uint32 {
	usual := make([]uint32, len(words))
	for i, w := range words {
		usual[i] = uint32(t.usual[strings.ToLower(w.Text)])
	}
	all := make([][]uint32, len(words))
	for i := range words {
		all[i] = spellingFeatures(forms, usual, i)
	}
	return all
}

// spellingFeatures looks at a word and two or three words on either side.
func spellingFeatures(forms []form, usual []uint32, i int) []uint32 {
	f := make([]uint32, 0, 64)
	at := func(d int) form {
		if i+d < 0 || i+d >= len(forms) {
			return form{lower: 1}
		}
		return forms[i+d]
	}
	usually := func(d int) uint32 {
		if i+d < 0 || i+d >= len(forms) {
			return 1 << 16
		}
		return usual[i+d]
	}
	w, left, right := at(0), at(-1), at(1)
	first := uint32(min(i, 1))
	f = append(f, key(1, 0, 0, 0), key(2, w.word, 0, 0), key(3, w.lower, 0, 0), key(4, w.shape, first, 0), key(5, w.fine, 0, 0), key(6, w.coarse, w.suffixes[1], 0))
	for n, s := range w.suffixes {
		f = append(f, key(10, uint32(n), s, 0))
	}
	for n, s := range w.prefixes {
		f = append(f, key(11, uint32(n), s, 0))
	}
	f = append(f, key(12, w.suffixes[2], w.shape, first), key(13, w.suffixes[1], w.prefixes[1], 0))
	for d := -2; d <= 2; d++ {
		if d == 0 {
			continue
		}
		n := at(d)
		f = append(f, key(20, uint32(d+8), n.lower, 0), key(21, uint32(d+8), n.fine, 0), key(22, uint32(d+8), n.suffixes[2], 0), key(23, uint32(d+8), n.shape, 0))
	}
	f = append(f,
		key(30, left.lower, w.lower, 0), key(31, w.lower, right.lower, 0),
		key(32, left.fine, w.fine, 0), key(33, w.fine, right.fine, 0),
		key(34, left.lower, right.lower, 0), key(35, left.coarse, w.coarse, right.coarse),
		key(36, right.lower, at(2).lower, 0), key(37, at(-2).lower, left.lower, 0),
		key(38, w.suffixes[2], right.lower, 0), key(39, left.lower, w.suffixes[2], 0),
		key(40, left.shape, w.shape, right.shape),
		key(41, w.lower, usually(1), 0), key(42, w.lower, usually(1), usually(2)), key(43, usually(0), usually(1), usually(2)),
		key(44, usually(1), usually(2), usually(3)), key(45, usually(0), 0, 0), key(46, usually(1), 0, 0), key(47, usually(2), 0, 0),
		key(48, w.suffixes[2], usually(1), 0), key(49, usually(-1), usually(0), usually(1)))
	return f
}

// tagHistory adds the features that look at the two tags before.
func tagHistory(f []uint32, forms []form, i int, last, before uint32) []uint32 {
	w := &forms[i]
	next := uint32(1)
	coarse := uint32(0)
	if i+1 < len(forms) {
		next, coarse = forms[i+1].lower, forms[i+1].fine
	}
	return append(f,
		key(60, last, 0, 0), key(61, last, before, 0), key(62, last, w.lower, 0), key(63, last, before, w.lower),
		key(64, last, w.suffixes[2], 0), key(65, last, next, 0), key(66, last, w.fine, 0), key(67, last, coarse, w.coarse),
		key(68, last, w.shape, 0), key(69, before, 0, 0), key(70, last, w.lower, next), key(71, last, before, w.suffixes[1]))
}

func (t *tagger) archive(a *archive) {
	a.perceptron(t.perceptron)
	words := slices.Sorted(maps.Keys(t.usual))
	a.texts(words)
	for _, w := range words {
		a.number(int(t.usual[w]))
	}
	words = slices.Sorted(maps.Keys(t.choices))
	a.texts(words)
	for _, w := range words {
		a.numbers(t.choices[w])
	}
}

func (u *unarchive) tagger() *tagger {
	t := &tagger{perceptron: u.perceptron(), usual: map[string]uint16{}, choices: map[string][]uint16{}}
	for _, w := range u.numbered() {
		t.usual[w.text] = uint16(w.number)
	}
	for _, w := range u.texts() {
		t.choices[w] = u.numbers()
	}
	if u.err != nil {
		return nil
	}
	t.all = everyClass(t.perceptron.classes)
	return t
}

func everyClass(classes []string) []uint16 {
	all := make([]uint16, len(classes))
	for i := range all {
		all[i] = uint16(i)
	}
	return all
}

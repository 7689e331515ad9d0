package parse

import (
	"unicode"
	"unicode/utf8"

	"sayso/graph/identity"
)

// nameFeatures returns what each word and each step to it look at.
func nameFeatures(words []Word, forms []form, marks []mark) []nameEvidence {
	all := make([]nameEvidence, len(words))
	headline := isTitleCase(words)
	for i := range words {
		v := nameView{words: words, forms: forms, marks: marks, i: i, headline: headline}
		all[i] = nameEvidence{word: v.features(), step: v.steps()}
	}
	return all
}

// nameView is the place of a word among its neighbours.
type nameView struct {
	words    []Word
	forms    []form
	marks    []mark
	i        int
	headline uint32
}

// form returns the spelling of the word d places on.
func (v *nameView) form(d int) form {
	if v.i+d < 0 || v.i+d >= len(v.forms) {
		return form{lower: 1}
	}
	return v.forms[v.i+d]
}

func (v *nameView) mark(d int) uint32 {
	if v.i+d < 0 || v.i+d >= len(v.marks) {
		return 1 << 16
	}
	return uint32(v.marks[v.i+d])
}

func (v *nameView) features() []uint32 {
	w, left, right := v.form(0), v.form(-1), v.form(1)
	first := uint32(min(v.i, 1))
	h := v.headline
	f := make([]uint32, 0, 72)
	f = append(f, key(1, h, 0, 0), key(2, w.word, 0, 0), key(3, w.lower, h, 0), key(4, w.shape, first, h), key(5, w.fine, w.shape, h), key(6, w.coarse, w.shape, h))
	for n, s := range w.suffixes {
		f = append(f, key(7, uint32(n), s, w.shape))
	}
	for n, s := range w.prefixes {
		f = append(f, key(8, uint32(n), s, w.shape))
	}
	for d := -2; d <= 2; d++ {
		n, at := v.form(d), uint32(d+8)
		f = append(f, key(9, at, v.mark(d), h), key(10, at, n.fine, w.shape))
		if d != 0 {
			f = append(f, key(11, at, n.lower, 0), key(12, at, n.shape, w.shape), key(13, at, n.lower, w.shape), key(14, at, n.suffixes[2], w.shape))
		}
	}
	f = append(f,
		key(20, left.lower, w.lower, 0), key(21, w.lower, right.lower, 0), key(22, left.lower, right.lower, w.shape),
		key(23, left.shape, w.shape, right.shape), key(24, left.fine, w.fine, 0), key(25, w.fine, right.fine, 0),
		key(26, left.coarse, w.shape, right.coarse), key(27, v.mark(-1), v.mark(0), v.mark(1)), key(28, v.mark(0), w.shape, first),
		key(29, v.form(-2).lower, left.lower, w.shape), key(30, right.lower, v.form(2).lower, w.shape))
	return v.runFeatures(f)
}

// runFeatures looks at the capitalised words that the word stands among: the last of them is the
// head of a name ("Ministry", "Network"), the word before and the word after say what is named.
func (v *nameView) runFeatures(f []uint32) []uint32 {
	from, to := v.run()
	if from == to {
		return f
	}
	last, size := v.forms[to-1], uint32(min(to-from, 4))
	before, after := v.form(from-1-v.i), v.form(to-v.i)
	place := uint32(0)
	if v.i == to-1 {
		place = 1
	}
	f = append(f, key(40, last.lower, place, v.headline), key(41, last.fine, place, size), key(42, v.mark(to-1-v.i), place, v.headline),
		key(43, before.lower, place, 0), key(44, after.lower, place, 0), key(45, before.lower, after.lower, 0),
		key(46, size, place, v.headline), key(47, v.mark(from-1-v.i), v.mark(0), size), key(48, before.fine, size, 0), key(49, after.fine, size, 0))
	return f
}

// run returns the capitalised words around the word, as a half-open range; it is empty where the
// word is not capitalised.
func (v *nameView) run() (from, to int) {
	from, to = v.i, v.i
	for from > 0 && isCapital(v.words[from-1].Text) && isCapital(v.words[v.i].Text) {
		from--
	}
	for to < len(v.words) && isCapital(v.words[to].Text) {
		to++
	}
	return from, to
}

// steps returns what is joined with the class of the word before.
func (v *nameView) steps() []uint32 {
	w, left := v.form(0), v.form(-1)
	return []uint32{100, key(101, w.lower, 0, 0), key(102, w.shape, left.shape, v.headline), key(103, w.fine, 0, 0), key(104, v.mark(0), v.mark(-1), 0), key(105, left.lower, w.shape, 0)}
}

func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// isTitleCase is 1 in a sentence whose words are capitalised whether names or not.
func isTitleCase(words []Word) uint32 {
	capital := 0
	for _, w := range words {
		switch first, _ := utf8.DecodeRuneInString(w.Text); {
		case unicode.IsUpper(first):
			capital++
		case unicode.IsLetter(first) && len(w.Text) > 3 && !isSmall(w.Text):
			return 0
		}
	}
	if capital < 4 {
		return 0
	}
	return 1
}

// wordMark marks what a single word tells.
func wordMark(word string) mark {
	var m mark
	if identity.IsTitle(word) {
		m |= titleMark
	}
	if _, ok := identity.Demonym(word); ok {
		m |= demonymMark
	}
	return m
}

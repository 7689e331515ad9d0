package neural

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	longestPrefix = 4
	longestSuffix = 5
	mostTrigrams  = 24
)

// Kinds of parts, so that the prefix "re" is not the suffix "re".
const (
	shapePart = iota
	prefixPart
	suffixPart
	trigramPart
	markPart
)

// partsOf returns the hashes of what the spelling of a word is made of, and of its marks.
func partsOf(w Word) []uint32 {
	lower := []byte(strings.ToLower(w.Form))
	parts := []uint32{hash(shapePart, []byte(Shape(w.Form)))}
	for i, n := 0, 1; i < len(lower) && n <= longestPrefix; n++ {
		_, size := utf8.DecodeRune(lower[i:])
		i += size
		parts = append(parts, hash(prefixPart, lower[:i]))
	}
	for i, n := len(lower), 1; i > 0 && n <= longestSuffix; n++ {
		_, size := utf8.DecodeLastRune(lower[:i])
		i -= size
		parts = append(parts, hash(suffixPart, lower[i:]))
	}
	parts = append(parts, trigrams(lower)...)
	for m := w.Marks; m != 0; m &= m - 1 {
		parts = append(parts, hash(markPart, []byte{byte(m & -m), byte(m & -m >> 8)}))
	}
	return parts
}

// trigrams slides over the letters of a word between two marks for its ends.
func trigrams(lower []byte) []uint32 {
	ends := []int{0, 0}
	for i := range string(lower) {
		ends = append(ends, i)
	}
	ends = append(ends, len(lower), len(lower))
	var parts []uint32
	for i := 1; i+3 < len(ends) && len(parts) < mostTrigrams; i++ {
		parts = append(parts, hash(trigramPart, lower[ends[i]:ends[i+3]]))
	}
	return parts
}

// hash is 32-bit FNV-1a.
func hash(kind byte, text []byte) uint32 {
	h := (uint32(2166136261) ^ uint32(kind)) * 16777619
	for _, b := range text {
		h = (h ^ uint32(b)) * 16777619
	}
	return h
}

// Shape writes each run of letters of one case, and of digits, as one or two characters: Xxx-dd for Mid-24.
func Shape(word string) string {
	var shape []byte
	last, run := rune(0), 0
	for _, r := range word {
		s := shapeOf(r)
		if s != last {
			last, run = s, 0
		}
		if run++; run <= 2 {
			shape = utf8.AppendRune(shape, s)
		}
	}
	return string(shape)
}

func shapeOf(r rune) rune {
	switch {
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	case unicode.IsDigit(r):
		return 'd'
	}
	return r
}

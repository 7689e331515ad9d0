package parse

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed abbreviations.txt
var abbreviationList string

// abbreviations maps words that are written with a stop to their kind: titles before a name rarely end a sentence.
var abbreviations = sync.OnceValue(func() map[string]uint32 {
	kinds := map[string]uint32{}
	for kind, line := range strings.Split(strings.TrimSpace(abbreviationList), "\n") {
		for _, word := range strings.Fields(line)[1:] {
			kinds[word] = uint32(kind + 2)
		}
	}
	return kinds
})

// initial is the kind of a single capital, as in J. K. Rowling.
const initial = 1

// abbreviationKind returns the kind of a word without its stop, 0 for one that is not listed.
func abbreviationKind(word string) uint32 {
	if r, size := utf8.DecodeRuneInString(word); size == len(word) && unicode.IsUpper(r) {
		return initial
	}
	return abbreviations()[word]
}

package parse

import (
	"unicode"
	"unicode/utf8"

	"sayso/graph/identity"
)

// nameClasses are the names of words, PER, ORG, LOC and MISC; an I follows a B or an I of its kind.
var nameClasses = []string{"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"}

const outside = 0

func isInside(class int) bool { return class > 0 && class%2 == 0 }

// insideOf is the class of the words by which a name goes on: I-PER of B-PER and of I-PER.
func insideOf(class int) int { return class + class%2 }

// markNames sets the Name of the words to the names read, put right by what the lists know of the words.
func markNames(words []Word, marks []mark, names []string) {
	classes := make([]int, len(words))
	for i, name := range names {
		classes[i] = nameNumbers[name]
	}
	correctNames(words, marks, classes)
	for i := range words {
		words[i].Name = nameClasses[classes[i]]
	}
}

var nameNumbers = numbers(nameClasses)

func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// isTitleCase reports a sentence whose words are capitalised whether names or not.
func isTitleCase(words []Word) bool {
	capital := 0
	for _, w := range words {
		switch first, _ := utf8.DecodeRuneInString(w.Text); {
		case unicode.IsUpper(first):
			capital++
		case unicode.IsLetter(first) && len(w.Text) > 3 && !isSmall(w.Text):
			return false
		}
	}
	return capital >= 4
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

package answer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/extract/document"
)

// word is a token of a question; a glued one stands right behind the one before it.
type word struct {
	text  string
	glued bool
}

func (w word) lower() string { return strings.ToLower(w.text) }

func (w word) is(texts ...string) bool { return slices.Contains(texts, w.lower()) }

// wordsOf are the tokens of a sentence as words.
func wordsOf(s document.Sentence) []word {
	words := make([]word, len(s.Tokens))
	for i, t := range s.Tokens {
		words[i] = word{text: t.Text, glued: i > 0 && t.Start == s.Tokens[i-1].End}
	}
	return words
}

func newWords(texts ...string) []word {
	words := make([]word, len(texts))
	for i, t := range texts {
		words[i].text = t
	}
	return words
}

// span is a half-open range of words.
type span struct{ start, end int }

func (s span) has(i int) bool { return s.start <= i && i < s.end }

func isQuestionWord(w string) bool {
	switch strings.ToLower(w) {
	case "who", "whom", "whose", "what", "which", "when", "where", "why", "how":
		return true
	}
	return false
}

func isAuxiliary(w string) bool {
	switch strings.ToLower(w) {
	case "do", "does", "did", "will", "would", "shall", "should", "can", "could", "may", "might", "must",
		"has", "have", "had", "is", "are", "was", "were", "'s", "’s", "wo", "ca":
		return true
	}
	return false
}

func capital(w string) string {
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[n:]
}

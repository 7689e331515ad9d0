package answer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/extract/document"
)

// word is a token of a question; a glued one stands right behind the one before it, a joined one is of one
// name with it.
type word struct {
	text   string
	glued  bool
	joined bool
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

// join marks the words that go on with a name which the graph knows, however it is spelt.
func (n names) join(words []word) {
	for i := range words {
		for l := min(n.longest, len(words)-i); l > 1; l-- {
			if !n.folded[foldedKey(words[i:i+l])] {
				continue
			}
			for j := i + 1; j < i+l; j++ {
				words[j].joined = true
			}
			break
		}
	}
}

func foldedKey(words []word) string {
	var texts []string
	for _, w := range words {
		texts = append(texts, w.lower())
	}
	return strings.Join(texts, " ")
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

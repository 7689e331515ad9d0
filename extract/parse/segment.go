package parse

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/extract/document"
)

// segmenter cuts text into tokens and sentences.
type segmenter struct {
	tokens    *perceptron     // is there a token boundary here, inside a run without spaces?
	sentences *perceptron     // does a sentence end after this token?
	divided   map[string]bool // runs of letters that hold a boundary, such as "cannot", in lower case
}

// The classes of both perceptrons.
const (
	inside = iota
	boundary
)

var boundaryClasses = []string{inside: "inside", boundary: "boundary"}

// tokenize returns the tokens of a paragraph; they tile what is not white space.
func (s *segmenter) tokenize(text string) []document.Token {
	var tokens []document.Token
	var scores [2]int32
	features := make([]uint32, 0, 40)
	for _, c := range chunks(text) {
		from := c.Start
		for _, cut := range s.candidates(text[c.Start:c.End]) {
			features = boundaryFeatures(features[:0], text, c, c.Start+cut)
			if s.tokens.best(features, scores[:]) == inside {
				continue
			}
			tokens = append(tokens, token(text, from, c.Start+cut))
			from = c.Start + cut
			if joins(text[:c.End], from) {
				tokens = append(tokens, token(text, from, from+1))
				from++
			}
		}
		tokens = append(tokens, token(text, from, c.End))
	}
	return tokens
}

func token(text string, start, end int) document.Token {
	return document.Token{Span: document.Span{Start: start, End: end}, Text: text[start:end]}
}

// split returns the sentences of a paragraph, as runs of its tokens.
func (s *segmenter) split(tokens []document.Token) [][]document.Token {
	var sentences [][]document.Token
	var scores [2]int32
	features := make([]uint32, 0, 40)
	from := 0
	for i := range tokens {
		if i+1 < len(tokens) && mayEnd(tokens, i) {
			features = endFeatures(features[:0], tokens, from, i)
			if s.sentences.best(features, scores[:]) == inside || goesOn(tokens, i) {
				continue
			}
		} else if i+1 < len(tokens) {
			continue
		}
		sentences = append(sentences, tokens[from:i+1:i+1])
		from = i + 1
	}
	return sentences
}

// goesOn reports a stop that ends no sentence, whatever the corpora say: between the initials of a name and after
// them, or in brackets before a small letter.
func goesOn(tokens []document.Token, i int) bool {
	next, _ := utf8.DecodeRuneInString(tokens[i+1].Text)
	if first, ok := initialAt(tokens, i); ok {
		_, second := initialAt(tokens, first-1)
		return second && unicode.IsUpper(next) || isInitial(tokens, i+1)
	}
	bracketed := i > 0 && (tokens[i].Text == ")" || tokens[i].Text == "]") && strings.HasSuffix(tokens[i-1].Text, ".")
	return bracketed && unicode.IsLower(next)
}

// initialAt reports whether a single capital with a stop ends at a token, and where it begins: "K." is one token or two.
func initialAt(tokens []document.Token, i int) (first int, ok bool) {
	switch {
	case i < 0:
		return i, false
	case i > 0 && tokens[i].Text == "." && tokens[i-1].End == tokens[i].Start:
		return i - 1, abbreviationKind(tokens[i-1].Text) == initial
	}
	word, stopped := strings.CutSuffix(tokens[i].Text, ".")
	return i, stopped && abbreviationKind(word) == initial
}

// isInitial reports whether a single capital with a stop begins at a token.
func isInitial(tokens []document.Token, i int) bool {
	word, stopped := strings.CutSuffix(tokens[i].Text, ".")
	return abbreviationKind(word) == initial && (stopped || i+1 < len(tokens) && tokens[i+1].Text == ".")
}

// longestChunk is beyond all words and addresses. What is longer is data in the text; in pieces, its cost grows
// with its length and not with the square of it.
const longestChunk = 400

// chunks returns the spans between white space.
func chunks(text string) []document.Span {
	var spans []document.Span
	start := -1
	for i, r := range text {
		space := unicode.IsSpace(r)
		if start >= 0 && (space || i-start >= longestChunk) {
			spans = append(spans, document.Span{Start: start, End: i})
			start = -1
		}
		if start < 0 && !space {
			start = i
		}
	}
	if start >= 0 {
		spans = append(spans, document.Span{Start: start, End: len(text)})
	}
	return spans
}

// joins reports whether a hyphen between letters or digits stands at a place. The treebanks make it a token of its own or
// none, so the place behind it is no candidate.
func joins(text string, at int) bool {
	if at == 0 || at >= len(text) || text[at] != '-' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+1:])
	return kindOf(before) != other && kindOf(after) != other
}

// candidates returns the places in a chunk where a token may begin: between two letters or two digits only in
// runs that were seen divided, as a whole, or before n't. Digits go on from a letter: G7.
func (s *segmenter) candidates(chunk string) []int {
	var cuts []int
	divided := 0 // end of the last run that may be divided anywhere
	var last rune
	for i, r := range chunk {
		if run := wordRun(chunk[i:]); kindOf(last) != letter && !isApostrophe(last) && i >= divided && run > 0 {
			if word := straight(strings.ToLower(chunk[i : i+run])); s.divided[word] && !isPlural(word) {
				divided = i + run
			}
		}
		if i > 0 && !joins(chunk, i-1) && (mayPart(last, r) || i < divided || negation(chunk[i:])) {
			cuts = append(cuts, i)
		}
		last = r
	}
	return cuts
}

// isPlural tells words that the treebanks divide only for want of an apostrophe, as in "the doctors office".
func isPlural(word string) bool {
	return strings.HasSuffix(word, "s") && !slices.Contains([]string{"lets", "thats", "whats", "heres", "theres"}, word) && !strings.Contains(word, "'")
}

func mayPart(left, right rune) bool {
	l, r := kindOf(left), kindOf(right)
	return r == other || l != r && !(l == letter && r == digit)
}

// wordRun returns the length of the letters and apostrophes that the text begins with.
func wordRun(text string) int {
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !isApostrophe(r) })
	if end < 0 {
		return len(text)
	}
	return end
}

func negation(text string) bool {
	rest, ok := strings.CutPrefix(strings.ToLower(text[:min(len(text), 6)]), "n")
	r, size := utf8.DecodeRuneInString(rest)
	return ok && isApostrophe(r) && strings.HasPrefix(rest[size:], "t")
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' }

// straight writes curly apostrophes as typewriters do.
func straight(s string) string {
	if !strings.ContainsAny(s, "’‘") {
		return s
	}
	return strings.NewReplacer("’", "'", "‘", "'").Replace(s)
}

func (s *segmenter) archive(a *archive) {
	a.perceptron(s.tokens)
	a.perceptron(s.sentences)
	a.texts(slices.Sorted(maps.Keys(s.divided)))
}

func (u *unarchive) segmenter() *segmenter {
	s := &segmenter{tokens: u.perceptron(), sentences: u.perceptron(), divided: map[string]bool{}}
	for _, run := range u.texts() {
		s.divided[run] = true
	}
	return s
}

type kind uint32

const (
	other kind = iota
	letter
	digit
)

func kindOf(r rune) kind {
	switch {
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return letter
	case unicode.IsDigit(r):
		return digit
	}
	return other
}

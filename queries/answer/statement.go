package answer

import (
	"slices"

	"sayso/extract/document"
)

// statement is a question put as the statement that would answer it: "What did she sign?" is "She did sign
// something." A parser that has read news reads statements far better than questions, and in
// a statement the part that is asked for has its role like any other.
type statement struct {
	words   []word
	hole    span   // the words that stand for what is asked; empty for a yes or no, when, where, why
	aux     int    // the auxiliary that has gone back behind its subject, or none
	subject span   // the words that must turn out to be the subject
	support bool   // the auxiliary only stands for "do"
	asking  asking // what the question word asked for
}

// statements are the ways to put a question as a statement, the likeliest first.
func statements(question []word) []statement {
	words := slices.DeleteFunc(slices.Clone(question), func(w word) bool { return w.is("?", ".", "!") })
	if len(words) == 0 || len(words) > longestQuestion {
		return nil
	}
	if isAuxiliary(words[0].text) {
		return inversions(asking{}, words)
	}
	if s, ok := request(words); ok {
		return []statement{s}
	}
	var all []statement
	if wh := questionWord(words); wh == 0 && len(words) > 2 && isAuxiliary(words[1].text) {
		all = asSubject(words)
	}
	for _, end := range phraseEnds(words) {
		a := readAsking(words[:end])
		rest := words[end:]
		if len(rest) > 0 && isAuxiliary(rest[0].text) {
			all = append(all, inversions(a, rest)...)
		}
	}
	return append(all, asSubject(words)...)
}

// request reads "Name the people who attended" as "Some people attended."
func request(words []word) (statement, bool) {
	who := slices.IndexFunc(words, func(w word) bool { return w.is("who", "that", "which") })
	if !words[0].is("name", "list", "identify", "give", "show", "tell") || who < 2 {
		return statement{}, false
	}
	noun := slices.DeleteFunc(slices.Clone(words[1:who]), func(w word) bool { return w.is("me", "us", "the", "all", "of", "any") })
	s := statement{asking: asking{word: "which", noun: noun}, hole: span{0, 1 + len(noun)}, aux: none}
	s.subject = s.hole
	s.words = slices.Concat(newWords("Some"), noun, words[who+1:])
	return s, true
}

// phraseEnds are where the phrase of the question word may end: before the first auxiliary, if one comes soon.
func phraseEnds(words []word) []int {
	wh := questionWord(words)
	if wh < 0 {
		return nil
	}
	for i := wh + 1; i < len(words) && i <= wh+longestPhrase; i++ {
		if isAuxiliary(words[i].text) {
			return []int{i}
		}
	}
	return nil
}

// In words.
const (
	longestQuestion = 80
	longestSubject  = 25
	longestPhrase   = 6
)

// asSubject leaves the order of the words and only fills in who or what: "Who signed it?" is "Someone signed it."
func asSubject(words []word) []statement {
	if questionWord(words) != 0 || words[0].is("when", "where", "why", "whom") {
		return nil
	}
	start := 1
	if words[0].is("how") {
		start = min(2, len(words))
	}
	if start < len(words) && words[0].is("how") && isSupport(words[start]) {
		return nil
	}
	a := readAsking(words[:start])
	var all []statement
	for _, filler := range a.subjects() {
		s := statement{asking: a, hole: span{0, 1}, subject: span{0, 1}, aux: none}
		s.words = append(newWords(filler), words[start:]...)
		all = append(all, s)
	}
	return all
}

// inversions put the auxiliary that opens rest back behind its subject, wherever that may end, and the asked
// phrase where it came from.
func inversions(a asking, rest []word) []statement {
	aux, rest := rest[0], rest[1:]
	a.habitual = aux.is("do", "does")
	a.past = aux.is("did", "was", "were", "has", "have", "had")
	var all []statement
	for end := 1; end <= min(len(rest), longestSubject); end++ {
		if end < len(rest) && (rest[end].glued || rest[end].joined) {
			continue
		}
		for _, filler := range a.fillers() {
			all = append(all, invert(a, filler, aux, rest, end)...)
			if isSupport(aux) {
				all = append(all, supported(invert(a, filler, word{text: "will"}, rest, end))...)
			}
		}
	}
	return all
}

// isSupport tells "do", which a statement has no need of; "will" stands in its place in news far more often.
func isSupport(w word) bool { return w.is("do", "does", "did") }

func supported(all []statement) []statement {
	for i := range all {
		all[i].support = true
	}
	return all
}

func invert(a asking, filler []word, aux word, rest []word, end int) []statement {
	var all []statement
	for _, at := range gaps(rest[end:], len(a.preposition) > 0, len(filler) > 0) {
		all = append(all, a.invertAt(at, filler, aux, rest, end))
	}
	return all
}

func (a asking) invertAt(at int, filler []word, aux word, rest []word, end int) statement {
	s := statement{asking: a, subject: span{0, end}, aux: end}
	s.words = append(s.words, rest[:end]...)
	s.words = append(s.words, word{text: aux.lower()})
	after := rest[end:]
	s.words = append(s.words, after[:at]...)
	if len(filler) > 0 {
		s.words = append(s.words, a.preposition...)
		s.hole = span{len(s.words), len(s.words) + len(filler)}
		s.words = append(s.words, filler...)
	}
	s.words = append(s.words, after[at:]...)
	s.words[0] = word{text: capital(s.words[0].text)}
	return s
}

// gaps are where in the words after the auxiliary the asked phrase may belong: behind a preposition that governs
// nothing, else right behind the verb if a preposition or clause follows it, else at the end.
func gaps(after []word, prepositional, filled bool) []int {
	if prepositional || !filled || len(after) < 2 {
		return []int{len(after)}
	}
	for i := 1; i < len(after); i++ {
		if isPreposition(after[i].lower()) && (i+1 == len(after) || isPreposition(after[i+1].lower())) {
			return []int{i + 1}
		}
	}
	switch next := after[1]; {
	case next.is("to"):
		return []int{len(after), 1}
	case isPreposition(next.lower()) || next.is("that", "because", "when", "if"):
		return []int{1}
	}
	return []int{len(after)}
}

// sentence is the statement as tokens, closed by a full stop.
func (s statement) sentence() document.Sentence {
	var out document.Sentence
	at := 0
	for i, w := range append(slices.Clone(s.words), word{text: ".", glued: true}) {
		if i > 0 && !w.glued {
			at++
		}
		out.Tokens = append(out.Tokens, document.Token{Text: w.text, Span: document.Span{Start: at, End: at + len(w.text)}})
		at += len(w.text)
	}
	out.End = at
	return out
}

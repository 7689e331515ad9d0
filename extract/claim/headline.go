package claim

import (
	"slices"
	"unicode"

	"sayso/extract/parse"
)

// isTitleCase tells a headline with capitals on most words, whose tags and heads say little.
func (s *sentence) isTitleCase() bool {
	if !s.headline {
		return false
	}
	capitals, small := 0, 0
	for _, w := range s.words {
		switch r := []rune(w.Text)[0]; {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLower(r) && len(w.Text) > 3:
			small++
		}
	}
	return capitals > 2*small
}

// headlineSaying reads "Scientist: lake was poisoned", where who stands before the colon says what follows.
func (s *sentence) headlineSaying() []saying {
	colon := slices.IndexFunc(s.words, func(w parse.Word) bool { return w.Text == ":" })
	if !s.headline || colon < 1 || colon > 5 {
		return nil
	}
	source, content := none, none
	for i := range s.words {
		switch {
		case i < colon && (s.upos(i) == "VERB" || s.upos(i) == "AUX" || s.upos(i) == "ADP"):
			return nil
		case i < colon && (s.above(i) < 0 || s.above(i) > colon):
			source = i
		case i > colon && content == none && s.isPredicate(i) && (s.above(i) < colon || s.above(i) == source):
			content = i
		}
	}
	if source == none || content == none || !s.isRoleNoun(source) && !s.isStatementNoun(source) && !s.isPerson(source) && s.name(source) != "B-ORG" {
		return nil
	}
	words := s.subtree(content, func(i int) bool { return i <= colon })
	return []saying{{tree: s.index, cue: colon, text: ":", source: s.nominal(source, subjectWords), content: content, words: words}}
}

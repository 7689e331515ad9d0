package answer

import (
	"slices"
	"strings"

	"sayso/extract/document"
)

// cutVoice takes "according to X" out of a question, so that what is left is a plain one.
func cutVoice(s document.Sentence) (rest, voice document.Sentence) {
	at := slices.IndexFunc(s.Tokens, func(t document.Token) bool { return strings.EqualFold(t.Text, "according") })
	if at < 0 || at+2 >= len(s.Tokens) || s.Tokens[at+1].Text != "to" {
		return s, document.Sentence{}
	}
	end := at + 2
	for end < len(s.Tokens) && !endsVoice(s.Tokens[end].Text) {
		end++
	}
	voice = s
	voice.Tokens = s.Tokens[at+2 : end]
	before, after := s.Tokens[:at], s.Tokens[end:]
	if len(before) > 0 && before[len(before)-1].Text == "," {
		before = before[:len(before)-1]
	}
	if len(before) == 0 && len(after) > 0 && after[0].Text == "," {
		after = after[1:]
	}
	rest = s
	rest.Tokens = slices.Concat(before, after)
	return rest, voice
}

// endsVoice tells where the name of a source ends: at a mark, or where the question itself begins.
func endsVoice(word string) bool {
	switch strings.ToLower(word) {
	case ",", "?", ".", "who", "whom", "whose", "what", "which", "when", "where", "why", "how", "did", "does", "do", "is", "are", "was", "were", "has", "have", "will":
		return true
	}
	return false
}

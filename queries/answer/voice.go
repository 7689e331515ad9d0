package answer

import (
	"slices"
	"strings"
)

// cutVoice takes "according to X" out of a question, so that what is left is a plain one.
func cutVoice(words []word) (rest, voice []word) {
	at := slices.IndexFunc(words, func(w word) bool { return w.is("according") })
	if at < 0 || at+2 >= len(words) || !words[at+1].is("to") {
		return words, nil
	}
	end := at + 2
	for end < len(words) && !endsVoice(words[end].text) {
		end++
	}
	voice = words[at+2 : end]
	before, after := words[:at], words[end:]
	if len(before) > 0 && before[len(before)-1].is(",") {
		before = before[:len(before)-1]
	}
	if len(after) > 0 && after[0].is(",") {
		after = after[1:]
	}
	return slices.Concat(before, after), voice
}

// endsVoice tells where the name of a source ends: at a mark, or where the question itself begins.
func endsVoice(word string) bool {
	if isAcronym(word) && hasWordRune(word) {
		return false // WHO is no pronoun
	}
	return word == "," || word == "?" || word == "." || isQuestionWord(word) || isAuxiliary(word)
}

// speakerOf is a source as it was named.
func speakerOf(voice []word) Term {
	var b strings.Builder
	for i, w := range voice {
		if i > 0 && !w.glued {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return Term{Text: b.String(), Head: voice[len(voice)-1].lower(), Named: true}
}

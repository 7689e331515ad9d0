package document

import (
	"strings"
	"unicode"
)

// terminated reports whether line ends as a sentence does, closing marks aside.
func terminated(line string) bool {
	line = strings.TrimRight(line, "\"'”’»)] ")
	return strings.HasSuffix(line, ".") || strings.HasSuffix(line, "!") || strings.HasSuffix(line, "?") ||
		strings.HasSuffix(line, "…") || strings.HasSuffix(line, ":") || strings.HasSuffix(line, ";") ||
		strings.HasSuffix(line, ",") || strings.HasSuffix(line, "—")
}

// readable reports whether line is mostly letters, punctuation aside, and those mostly Latin.
func readable(line string) bool {
	var signs, letters, latin int
	for _, r := range line {
		if unicode.IsSpace(r) || unicode.IsPunct(r) {
			continue
		}
		signs++
		if unicode.IsLetter(r) {
			letters++
			if unicode.Is(unicode.Latin, r) {
				latin++
			}
		}
	}
	return 2*letters > signs && 2*latin > letters
}

// small are the words that headline style leaves in lower case.
var small = set(`a an the and or but nor so yet if as than that of in on at to for from by with into onto over
	under upon after before between among amid against about above across along around behind beyond during
	despite down like near off out past per since through till toward towards until up via vs v. vs. within
	without is its de la le el van von der den du da di al bin`)

func set(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// titleCase reports whether all words but the small ones have a capital.
// One slip in six is forgiven.
func titleCase(line string) bool {
	capitals, lower := 0, 0
	for w := range strings.FieldsSeq(line) {
		w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
		switch {
		case w == "":
		case strings.ContainsFunc(w, unicode.IsUpper):
			capitals++
		case !small[w]:
			lower++
		}
	}
	return capitals > 0 && capitals >= 5*lower
}

func words(line string) int { return len(strings.Fields(line)) }

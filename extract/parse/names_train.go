package parse

import (
	"strings"
	"unicode"
)

// titleCased returns the words as a headline writes them.
func titleCased(words []Word) []Word {
	headline := make([]Word, len(words))
	copy(headline, words)
	for i := range headline {
		w := &headline[i]
		if i > 0 && isSmall(w.Text) {
			continue
		}
		w.Text = upperFirst(w.Text)
	}
	return headline
}

// isSmall reports whether headlines leave a word in lower case.
func isSmall(word string) bool {
	switch word {
	case "a", "an", "the", "and", "or", "but", "of", "in", "on", "at", "to", "for", "by", "with", "from", "as", "over", "after", "into", "amid", "than", "that":
		return true
	}
	return len(word) < 3
}

func upperFirst(word string) string {
	for i, r := range word {
		return string(unicode.ToUpper(r)) + word[i+len(string(r)):]
	}
	return word
}

// nameKinds maps the kinds of names of the corpora to ours; "?" teaches nothing.
var nameKinds = map[string]string{
	"PER": "PER", "ORG": "ORG", "LOC": "LOC", "OTH": "?", "O": "?",
	"politician": "PER", "person": "PER", "politicalparty": "ORG", "organisation": "ORG",
	"country": "LOC", "location": "LOC", "event": "MISC", "election": "MISC", "misc": "MISC",
	"corporation": "ORG", "group": "ORG", "creative-work": "MISC", "product": "MISC",
}

// mapName returns the name tag of a corpus as one of ours.
func mapName(tag string) string {
	prefix, kind, ok := strings.Cut(tag, "-")
	if !ok {
		return "O"
	}
	mapped, ok := nameKinds[kind]
	if !ok || mapped == "?" {
		return "?"
	}
	return prefix + "-" + mapped
}

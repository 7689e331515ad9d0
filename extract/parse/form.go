package parse

import (
	"strings"
	"unicode/utf8"

	"sayso/extract/neural"
)

// form is what the spelling of a word tells, as feature values.
type form struct {
	word, lower  uint32 // the word as written; in lower case, its digits as 0
	shape        uint32 // Xxx-dd for Mid-24
	fine, coarse uint32 // its clusters
	suffixes     [5]uint32
	prefixes     [4]uint32
}

// forms looks at each word on its own.
func (c *clusters) forms(words []Word) []form {
	forms := make([]form, len(words))
	for i, w := range words {
		forms[i] = c.form(w.Text)
	}
	return forms
}

func (c *clusters) form(word string) form {
	lower := strings.ToLower(word)
	found := c.find(lower)
	f := form{
		word:   hash(word),
		lower:  hash(zeroDigits(lower)),
		shape:  hash(neural.Shape(word)),
		fine:   uint32(found.fine),
		coarse: uint32(found.coarse),
	}
	for i, cut := len(lower), 0; i > 0 && cut < len(f.suffixes); cut++ {
		_, size := utf8.DecodeLastRuneInString(lower[:i])
		i -= size
		f.suffixes[cut] = hash(lower[i:])
	}
	for i, cut := 0, 0; i < len(lower) && cut < len(f.prefixes); cut++ {
		_, size := utf8.DecodeRuneInString(lower[i:])
		i += size
		f.prefixes[cut] = hash(lower[:i])
	}
	return f
}

func zeroDigits(word string) string {
	if !strings.ContainsAny(word, "123456789") {
		return word
	}
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return '0'
		}
		return r
	}, word)
}

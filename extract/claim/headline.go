package claim

import "unicode"

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

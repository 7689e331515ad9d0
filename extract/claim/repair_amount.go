package claim

import "slices"

// bounds are what stands before a number without making a preposition of it.
var bounds = [][]string{{"at", "least"}, {"at", "most"}, {"up", "to"}, {"as", "many", "as"}, {"as", "much", "as"}, {"as", "few", "as"}}

// mendBound makes "at least 17 people" of "killed at least 17 people" the object where it was taken for how much was
// killed: only what is measured, sums and percentages, is an extent.
func (s *sentence) mendBound(i int) {
	verb, number := s.above(i), s.child(i, "nummod")
	if s.upos(i) == "NUM" {
		number = i
	}
	if !s.bears(i, "obl") || number == none || verb < 0 || s.upos(verb) != "VERB" || i < verb || !s.opensAmount(verb+1, number) {
		return
	}
	extent := s.isMeasured(i) || s.isTime(i) || s.isPassiveForm(verb) || intransitive[s.lemma(verb)] || s.has(verb, "obj", "ccomp", "xcomp")
	s.rearrange(func() {
		for j := verb + 1; j < number; j++ {
			s.words[j].Head, s.words[j].Relation, s.words[j].UPOS = number, "advmod", "ADV"
		}
		if !extent {
			s.words[i].Relation = "obj"
		}
	})
}

// opensAmount tells words that only bound the number after them.
func (s *sentence) opensAmount(first, number int) bool {
	return slices.ContainsFunc(bounds, func(words []string) bool {
		for n, w := range words {
			if s.form(first+n) != w {
				return false
			}
		}
		return first+len(words) == number
	})
}

// isMeasured tells a sum, a percentage or a length.
func (s *sentence) isMeasured(i int) bool {
	return money[s.form(i)] || s.upos(i) == "SYM" || s.has(i, "clf") || slices.Contains(measures, s.lemma(i))
}

var measures = []string{"percent", "%", "point", "kilometre", "kilometer", "mile", "metre", "meter", "foot", "degree", "hectare", "acre", "tonne", "ton", "time", "place", "kilogram", "pound", "litre", "liter"}

// mendLessThanHalf joins "less than half" to "the power" of "gave less than half the power", where each was hung on the verb.
func (s *sentence) mendLessThanHalf(i int) {
	verb, half := s.above(i), i+2
	parts := []string{"half", "third", "quarter", "all", "twice", "double"}
	if !s.is(i, "obj", "advmod") || !s.has(i, "fixed") || s.form(i+1) != "than" || s.upos(verb) != "VERB" || !slices.Contains(parts, s.form(half)) {
		return
	}
	for _, noun := range s.children(verb, "obj", "obl", "nsubj") {
		if noun > half && s.upos(noun) == "NOUN" && s.leftmost(noun) == half+1 && s.form(half+1) != "of" {
			s.rearrange(func() {
				s.words[noun].Relation = "obj"
				s.words[half].Head, s.words[half].Relation = noun, "nummod"
				s.words[i].Head, s.words[i].Relation = half, "advmod"
			})
			return
		}
	}
}

// mendUpTo makes a bound of the "up to" of "jailed for up to ten years" and "sentenced to up to ten years".
func (s *sentence) mendUpTo(i int) {
	amount := s.above(i + 1)
	if s.form(i) != "up" || s.form(i+1) != "to" || s.upos(i-1) != "ADP" || !s.bears(i, "compound:prt") || s.above(i-1) != amount || amount < i {
		return
	}
	s.rearrange(func() {
		s.words[i].Head, s.words[i].Relation = amount, "advmod"
		s.words[i+1].Head, s.words[i+1].Relation = i, "fixed"
	})
}

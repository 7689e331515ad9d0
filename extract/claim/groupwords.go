package claim

import "slices"

// groupWords are the words of a clause's verb group: auxiliaries, copula, negation, particles and
// the verbs themselves from the outermost; adverbs are those that stand inside the group or just before it.
func (s *sentence) groupWords(c clause) (group, adverbs []int) {
	for n, v := range c.verbs {
		group = append(group, s.groupAround(v, n > 0)...)
		if v != c.head || !c.isCopular() {
			group = append(group, v)
		}
	}
	group = append(group, s.sharedAuxiliaries(c.verbs[0])...)
	slices.Sort(group)
	group = slices.Compact(group)
	if len(group) == 0 {
		return nil, nil
	}
	for _, v := range c.verbs {
		for _, a := range s.children(v, "advmod") {
			if a < c.head && a+1 >= group[0] && !slices.Contains(group, a) && len(s.dependents(a)) == 0 {
				adverbs = append(adverbs, a)
			}
		}
	}
	return group, adverbs
}

// groupAround is what stands round one verb: auxiliaries, negation, particle, and "to" where it is inner.
func (s *sentence) groupAround(v int, inner bool) []int {
	var words []int
	for _, d := range s.dependents(v) {
		switch {
		case s.is(d, "aux", "cop", "compound:prt"), s.isNegation(d) && s.is(d, "advmod"):
			words = append(words, d)
		case inner && s.isTo(d):
			words = append(words, d)
		}
	}
	if first := s.first(v); inner && first != v && s.tag(v) == "VB" {
		words = append(words, slices.DeleteFunc(slices.Clone(s.dependents(first)), func(d int) bool { return !s.isTo(d) })...)
	}
	return words
}

func (s *sentence) isTo(i int) bool { return s.bears(i, "mark") && s.form(i) == "to" }

// sharedAuxiliaries are those that a conjunct leaves out: "was" of "was found and brought home".
func (s *sentence) sharedAuxiliaries(v int) []int {
	if !s.bears(v, "conj") || len(s.auxiliaries(v)) > 0 || s.has(v, "nsubj") || s.isFinite(v) {
		return nil
	}
	above := s.above(v)
	shared := s.sharedAuxiliaries(above)
	for _, a := range s.auxiliaries(above) {
		if !s.bears(a, "cop") {
			shared = append(shared, a)
		}
	}
	return shared
}

package claim

import "slices"

// qualities are participles that say what a person is rather than what was done: "the mayor and retired judge Ida Falk".
var qualities = []string{"retired", "disgraced", "renowned", "convicted", "exiled", "jailed", "ousted", "celebrated", "experienced", "alleged",
	"suspected", "accused", "esteemed", "wanted", "deceased", "late"}

// mendConjoinedVerb reads "accepted the resignation and appointed coach Ida Falk", where the second verb was taken for
// an adjective: before the title and name of a person a bare participle is seldom one.
func (s *sentence) mendConjoinedVerb(i int) {
	noun := s.above(i)
	and, first := s.child(noun, "cc"), s.above(noun)
	if !s.bears(i, "amod") || s.tag(i) != "VBN" || noun < i || !s.bears(noun, "conj") || and != i-1 || s.tag(noun) != "NN" || s.has(noun, "det", "nmod:poss") || slices.Contains(qualities, s.form(i)) {
		return
	}
	if s.is(first, "obj", "obl") {
		first = s.above(first)
	}
	name := s.child(noun, "appos", "flat")
	if s.tag(first) != "VBD" || name == none || s.leftmost(name) != noun+1 || s.upos(name) != "PROPN" {
		return
	}
	s.rearrange(func() {
		s.words[i].Head, s.words[i].Relation, s.words[i].UPOS, s.words[i].XPOS = first, "conj", "VERB", "VBD"
		s.words[noun].Head, s.words[noun].Relation = i, "obj"
		s.words[and].Head = i
	})
}

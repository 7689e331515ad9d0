package claim

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed words/appeals.txt
var appealsText string

// appeals holds verb and preposition of those who ask somebody for a deed.
var appeals = wordPairs(appealsText)

// appealed is who shall do what the infinitive i says, where a preposition names them: "voters" of
// "called on voters to vote" and of "calls for voters to vote"; none elsewhere.
func (s *sentence) appealed(i int) int {
	first := s.first(i)
	above := s.above(first)
	if above < 0 || !s.is(first, "xcomp", "advcl", "acl", "obl") || !s.isInfinitive(first) {
		return none
	}
	if s.isAppealed(above) && above < first {
		return above
	}
	for _, o := range s.children(above, "obl", "nmod") {
		if o < first && s.isAppealed(o) && s.onlyPlacesBetween(o, first) {
			return o
		}
	}
	return none
}

// onlyPlacesBetween tells that nothing parts a phrase from an infinitive but phrases of place beside it: "called on
// staff at all sites to stop".
func (s *sentence) onlyPlacesBetween(o, infinitive int) bool {
	end := s.rightmost(o) + 1
	for _, p := range s.children(s.above(o), "obl") {
		if p > o && s.leftmost(p) == end && slices.Contains([]string{"at", "in", "from", "of"}, s.role(p)) && !s.isTime(p) {
			end = s.rightmost(p) + 1
		}
	}
	return end == s.leftmost(infinitive)
}

func (s *sentence) isAppealed(o int) bool {
	return s.is(o, "obl", "nmod") && appeals[s.lemma(s.above(o))+" "+s.role(o)]
}

// calledOn is the frame of one who is appealed to: was_called_on_to.
func (c clause) calledOn(o int) frame {
	f := frame{name: "is_called_on_to", commitment: commitments["call"]}
	if verb := c.above(o); c.upos(verb) == "VERB" {
		f = c.asked(verb, c.isPastAround(verb))
		f.name = strings.TrimSuffix(f.name, "_to") + "_" + c.role(o) + "_to"
		f.name = strings.ReplaceAll(f.name, "_to_to", "_to")
		f.commitment = commitments["call"]
		f.commitment.negative = c.clause(verb).group.negative
	}
	return f
}

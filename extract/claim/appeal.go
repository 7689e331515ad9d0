package claim

import _ "embed"

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
		if o < first && s.rightmost(o)+1 == s.leftmost(first) && s.isAppealed(o) {
			return o
		}
	}
	return none
}

func (s *sentence) isAppealed(o int) bool {
	return s.is(o, "obl", "nmod") && appeals[s.lemma(s.above(o))+" "+s.role(o)]
}

// calledOn is the frame of one who is appealed to: was_called_on_to.
func (c clause) calledOn(o int) frame {
	f := frame{name: "is_called_on_to", commitment: commitments["call"]}
	if verb := c.above(o); c.upos(verb) == "VERB" {
		f = c.asked(verb, c.isPastAround(verb))
		f.name = f.name[:len(f.name)-len("_to")] + "_" + c.role(o) + "_to"
		f.commitment = commitments["call"]
	}
	return f
}

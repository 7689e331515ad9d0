package claim

import "slices"

// amounts are what firms and markets have, and moves what these do; a headline has both without more.
var (
	amounts = []string{"profits", "shares", "sales", "prices", "exports", "imports", "earnings", "revenues", "stocks", "rents", "wages", "losses", "talks"}
	moves   = []string{"slump", "fall", "drop", "rise", "jump", "soar", "surge", "plunge", "tumble", "dip", "slide", "climb", "rebound", "halve", "double", "collapse", "stall", "resume", "sink"}
)

// a noun.
func (s *sentence) mendHeadlineMove(i int) {
	move := i + 1
	if !s.headline || i == 0 || !slices.Contains(amounts, s.form(i)) || !slices.Contains(moves, s.form(move)) || s.is(i, "nsubj") {
		return
	}
	top := i
	if s.above(i) == move {
		top = move
	}
	if top == i && s.above(move) != i || !s.bears(top, "root") {
		return
	}
	s.rearrange(func() {
		for _, d := range append(slices.Clone(s.dependents(i)), s.dependents(move)...) {
			s.words[d].Head = move
			if d < i {
				s.words[d].Head, s.words[d].Relation = i, "compound"
			}
		}
		s.words[move].Head, s.words[move].Relation, s.words[move].UPOS, s.words[move].XPOS = none, "root", "VERB", "VBP"
		s.words[i].Head, s.words[i].Relation, s.words[i].UPOS, s.words[i].XPOS = move, "nsubj", "NOUN", "NNS"
	})
}

package claim

import "slices"

// adding are verbs of saying more, portraying ones of saying what is thought of somebody, causing ones of what comes of
// something that happens, perceiving ones of seeing somebody do it.
var (
	adding     = []string{"add", "note", "stress", "emphasise", "emphasize", "cite", "point", "contradict", "echo"}
	portraying = []string{"describe", "call", "brand", "label", "dub", "denounce", "cite", "say", "argue", "claim", "warn", "insist", "accuse", "blame", "point", "refer", "add", "urge", "quote", "confirm", "praise", "thank", "speak", "address"}
	causing    = []string{"prompt", "raise", "spark", "trigger", "fuel", "provoke", "draw", "dash"}
	perceiving = []string{"see", "hear", "watch", "notice", "observe", "film", "witness", "spot"}
)

// isTrailing tells a participle that a comma sets off after the clause that it hangs on: "…, adding that she was glad".
func (s *sentence) isTrailing(i int) bool {
	hung := s.bears(i, "advcl") || s.bears(i, "conj") && !s.has(i, "cc")
	return s.tag(i) == "VBG" && hung && s.above(i) < i && s.leftmost(i) == i && (s.isComma(i-1) || s.isQuotationMark(i-1) && s.isComma(i-2)) && !s.has(i, "nsubj", "mark", "aux")
}

// mendAdding gives "adding that …" of "said the client was helping, adding that …" to who said it, not to the client.
func (s *sentence) mendAdding(i int) {
	if !s.isTrailing(i) || !slices.Contains(adding, s.lemma(i)) {
		return
	}
	for v := s.above(i); v >= 0; v = s.above(v) {
		if outer := s.above(v); s.bears(v, "ccomp") && outer < v && s.isCue(outer) && s.isFinite(outer) {
			s.move(i, outer, "advcl")
			return
		}
	}
}

// mendPortraying gives "describing him as …" of "called for the chairman to resign, describing him as …" to who called.
func (s *sentence) mendPortraying(i int) {
	inner := s.first(s.above(i))
	noun := s.above(inner)
	if !s.isTrailing(i) || !slices.Contains(portraying, s.lemma(i)) || !s.isInfinitive(inner) {
		return
	}
	if s.bears(inner, "acl") && s.is(noun, "obl", "obj") && s.upos(s.above(noun)) == "VERB" {
		s.move(i, s.above(noun), "advcl")
	} else if s.bears(inner, "xcomp") && s.has(noun, "obj", "iobj") && s.isFinite(noun) {
		s.move(i, noun, "advcl")
	}
}

// mendPortrayingNoun gives "saying it was late" of "rejected the claim that it was lost, saying it was late" to who rejected it.
func (s *sentence) mendPortrayingNoun(i int) {
	content := s.above(i)
	noun := s.above(content)
	if s.isTrailing(i) && slices.Contains(portraying, s.lemma(i)) && s.bears(content, "acl") && s.opensWithThat(content) && s.bears(noun, "obj") && s.isFinite(s.above(noun)) {
		s.move(i, s.above(noun), "advcl")
	}
}

// mendCausing gives "prompting a protest" of "announced plans to halve it, prompting a protest" to what happened, not to
// what was planned.
func (s *sentence) mendCausing(i int) {
	inner := s.first(s.above(i))
	noun := s.above(inner)
	if s.isTrailing(i) && slices.Contains(causing, s.lemma(i)) && s.isInfinitive(inner) && s.bears(inner, "acl") && s.bears(noun, "obj") && s.isFinite(s.above(noun)) {
		s.move(i, s.above(noun), "advcl")
	}
}

// mendUnquoted gives "referring to Peru" of "said “It rains, and it will”, referring to Peru" to who says it, where it was
// hung on the words in quotation marks.
func (s *sentence) mendUnquoted(i int) {
	if !s.isTrailing(i) || s.inQuotation(i) {
		return
	}
	v := s.above(i)
	for v >= 0 && (s.inQuotation(v) || !s.isFinite(v)) {
		v = s.above(v)
	}
	if v >= 0 && s.inQuotation(s.above(i)) && s.isCue(v) {
		s.move(i, v, "advcl")
	}
}

// mendPerceived hangs "calling for help" of "saw people in the water calling for help" on the people.
func (s *sentence) mendPerceived(i int) {
	verb := s.above(i)
	object := s.child(verb, "obj")
	if s.tag(i) == "VBG" && s.bears(i, "advcl") && slices.Contains(perceiving, s.lemma(verb)) && verb < object && object < i && !s.isMark(s.leftmost(i)-1) && !s.has(i, "nsubj", "mark") {
		s.move(i, object, "acl")
	}
}

// mendAgentsParticiple hangs "posing as a guard" of "a house robbed by a man posing as a guard" on the man.
func (s *sentence) mendAgentsParticiple(i int) {
	noun := s.nominalEndingAt(i - 1)
	if s.tag(i) == "VBG" && s.bears(i, "acl") && s.leftmost(i) == i && s.bears(noun, "obl:agent") && s.bears(s.above(noun), "acl") && s.above(s.above(noun)) == s.above(i) {
		s.move(i, noun, "acl")
	}
}

// mendMidway gives "killing two" of "A bridge fell, officials said, killing two" to what was said, which it follows from.
func (s *sentence) mendMidway(i int) {
	cue := s.above(i)
	content := s.child(cue, "ccomp")
	if !s.isTrailing(i) || !s.isCue(cue) || slices.Contains(portraying, s.lemma(i)) || s.isCue(i) || content < 0 || content > cue || s.inQuotation(content) || !s.isFiniteClause(content) {
		return
	}
	if start := min(s.leftmost(s.child(cue, "nsubj")), cue); s.isComma(start-1) && s.rightmost(content) < start {
		s.move(i, content, "advcl")
	}
}

// mendShown hangs "before falling" of "shows the crane swaying before falling" on the swaying.
func (s *sentence) mendShown(i int) {
	verb := s.above(i)
	if !s.bears(i, "advcl") || !s.isGerund(i) || !s.has(i, "mark") || !slices.Contains(perceiving, s.lemma(verb)) && s.lemma(verb) != "show" && s.lemma(verb) != "capture" {
		return
	}
	if p := s.child(s.child(verb, "obj"), "acl"); s.tag(p) == "VBG" && verb < p && p < i {
		s.move(i, p, "advcl")
	}
}

// mendWearer gives "carrying a bag" of "a woman in a uniform carrying a bag" to the woman.
func (s *sentence) mendWearer(i int) {
	worn := s.above(i)
	wearer := s.above(worn)
	if s.tag(i) != "VBG" || !s.bears(i, "acl") || !s.bears(worn, "nmod") || s.isComma(s.leftmost(i)-1) || s.isPerson(worn) || s.has(i, "mark", "case", "nsubj") {
		return
	}
	people := []string{"man", "woman", "boy", "girl", "person", "people", "child", "teenager", "youth", "someone", "somebody"}
	if role := s.role(worn); (role == "in" || role == "with") && (slices.Contains(people, s.lemma(wearer)) || s.isPerson(wearer)) {
		s.move(i, wearer, "acl")
	}
}

// describing are verbs that as a participle after a noun say what it is like.
var describing = []string{"lead", "contain", "belong", "cost", "weigh", "measure", "include", "involve", "feature", "date", "overlook", "consist", "concern", "feed"}

// mendLeadingTo hangs "leading to the sea" of "pump it into a drain leading to the sea" on the drain.
func (s *sentence) mendLeadingTo(i int) {
	noun := s.nominalEndingAt(i - 1)
	if s.tag(i) == "VBG" && s.bears(i, "advcl") && s.leftmost(i) == i && slices.Contains(describing, s.lemma(i)) && noun > s.above(i) && s.upos(noun) == "NOUN" && s.within(noun, s.above(i)) && !s.has(i, "mark") {
		s.move(i, noun, "acl")
	}
}

// mendFarParticiple hangs "caught there" of "warned against eating fish caught there" on the fish.
func (s *sentence) mendFarParticiple(i int) {
	noun, verb := s.nominalEndingAt(i-1), s.above(i)
	if s.tag(i) == "VBN" && s.bears(i, "advcl") && s.leftmost(i) == i && verb < noun && s.upos(noun) == "NOUN" && s.above(noun) != verb && s.within(noun, verb) && s.is(noun, "obj") && !s.has(i, "mark", "aux", "nsubj") {
		s.move(i, noun, "acl")
	}
}

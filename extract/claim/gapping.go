package claim

import (
	"slices"
	"strings"
)

// gapped reads "Maria bought a house and Peter a boat": a conjunct of a verb with an orphan beside it
// repeats the verb (Universal Dependencies: orphan).
func (s *sentence) gapped() []Claim {
	var claims []Claim
	for i := range s.words {
		v := s.above(i)
		orphans := s.children(i, "orphan")
		if !s.bears(i, "conj") || len(orphans) == 0 || !s.isNominal(i) || s.upos(v) != "VERB" {
			continue
		}
		claims = append(claims, s.repeated(v, i, orphans)...)
	}
	return claims
}

// repeated is what the verb says of the subject i and the orphans after it.
func (s *sentence) repeated(v, i int, orphans []int) []Claim {
	if s.isPassiveForm(v) || s.has(v, "cop") {
		return nil
	}
	c := s.clause(v)
	absorbed := c.completion()
	c.subjects = []Phrase{s.nominal(i, subjectWords)}
	var claims []Claim
	for _, o := range orphans {
		switch role := s.role(o); {
		case role == "" && s.has(v, "obj"):
			claims = append(claims, c.gappedClaim(c.predicate("", true), o, orphans))
		case role != "" && absorbed != none && role == s.role(absorbed):
			claims = append(claims, c.gappedClaim(c.predicate(role, true), o, orphans))
		}
	}
	return claims
}

func (c clause) gappedClaim(p Predicate, object int, orphans []int) Claim {
	o := c.nominal(object, objectWords)
	claim := Claim{
		Tree: c.index, Subject: c.subjects[0], Predicate: p, Object: &o, Content: none,
		Polarity: c.polarity(), Modality: c.modality(), Rule: "gapping", Confidence: .7,
	}
	claim.Predicate.Head = object
	for _, a := range orphans {
		if r := c.role(a); a != object && r != "" {
			claim.Arguments = append(claim.Arguments, c.by(r, a)...)
		}
	}
	claim.Quote = c.quote(&claim, c.verbs)
	return claim
}

// isRespective tells "Anna and Carl won gold and silver, respectively", where each does one thing.
func (c clause) isRespective(objects []Phrase) bool {
	return len(objects) == len(c.subjects) && slices.ContainsFunc(c.children(c.head, "advmod"), func(a int) bool { return c.form(a) == "respectively" })
}

// mendGapping makes "Peter" of "Maria bought a house and Peter a boat" a second subject where it was taken for
// a second thing bought.
func (s *sentence) mendGapping(i int) {
	thing := s.above(i)
	verb := s.above(thing)
	if !s.bears(i, "conj") || !s.bears(thing, "obj") || !s.has(i, "cc") || thing < verb || s.upos(verb) != "VERB" {
		return
	}
	second := none
	for _, o := range append(slices.Clone(s.children(verb, "obj")), s.children(i, "appos")...) {
		if o > i && s.leftmost(o) == s.rightmostBefore(i, o)+1 && (s.above(o) == verb || s.isPlural(i) && strings.HasSuffix(s.name(o), "LOC")) {
			second = o
		}
	}
	if second == none {
		return
	}
	s.rearrange(func() {
		s.words[i].Head = verb
		s.words[second].Head, s.words[second].Relation = i, "orphan"
	})
}

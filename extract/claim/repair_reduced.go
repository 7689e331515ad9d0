package claim

import (
	"slices"
	"strings"
)

// mendReducedMain reads "a student from a sect called the Lamp was jailed" and "the man believed to
// have killed the nurse was caught", where the participle of the subject was taken for the verb
// and its object for the subject of the verb after it.
func (s *sentence) mendReducedMain(p int) {
	subject := s.child(p, "nsubj")
	if s.upos(p) != "VERB" || s.tag(p) != "VBD" && s.tag(p) != "VBN" || len(s.auxiliaries(p)) > 0 || s.has(p, "aux:pass") || subject == none || subject > p {
		return
	}
	inner, object, main := s.afterReduced(p)
	if main == none {
		return
	}
	s.rearrange(func() {
		if s.within(main, p) {
			s.words[main].Head, s.words[main].Relation = s.above(p), s.words[p].Relation
		}
		s.words[object].Head, s.words[object].Relation = inner, "obj"
		s.words[subject].Head = main
		if s.has(main, "aux:pass") {
			s.words[subject].Relation = "nsubj:pass"
		}
		for _, c := range s.dependents(p) {
			if s.is(c, "punct", "mark", "cc") && (c < subject || c > main) {
				s.words[c].Head = main
			}
		}
		s.words[p].Head, s.words[p].Relation, s.words[p].XPOS = s.reducedNoun(p, subject), "acl", "VBN"
	})
}

// afterReduced finds, after a participle that may be a reduced clause, its innermost verb, the
// object of that, and the finite verb that begins where the object ends.
func (s *sentence) afterReduced(p int) (inner, object, main int) {
	x := s.child(p, "xcomp")
	switch {
	case slices.Contains(namingVerbs, s.lemma(p)) && s.has(p, "obj"):
		inner, object = p, s.child(p, "obj")
	case slices.Contains(raising, s.lemma(p)) && x > p && s.isInfinitive(x) && s.lemma(s.child(x, "aux")) == "have":
		content := s.child(x, "ccomp")
		inner, object = x, s.child(content, "nsubj")
	default:
		return none, none, none
	}
	if object < inner {
		return none, none, none
	}
	for v := object + 1; v < len(s.words); v++ {
		if s.isFiniteClause(v) && s.groupStart(v) == s.rightmost(object)+1 && (s.above(v) == inner || s.above(v) == s.above(p)) {
			return inner, object, v
		}
	}
	return none, none, none
}

// groupStart is the first word of a verb group.
func (s *sentence) groupStart(v int) int {
	if a := s.child(v, "aux", "cop"); a != none && a < v {
		return a
	}
	return v
}

// reducedNoun is the noun of a subject that a participle after it belongs to: the last common one.
func (s *sentence) reducedNoun(p, subject int) int {
	for i := p - 1; i > subject; i-- {
		if s.upos(i) == "NOUN" && s.bears(i, "nmod") && s.within(i, subject) {
			return i
		}
	}
	return subject
}

// mendHiddenClause reads "a poll found a quarter of voters favoured closing it": what was taken for a
// participle of the object has an object of its own, so that it is what was found.
func (s *sentence) mendHiddenClause(p int) {
	if s.upos(p) != "VERB" || s.tag(p) != "VBN" || !s.bears(p, "acl") || s.isComma(p-1) || s.has(p, "mark", "aux") || s.keepsObject(p) {
		return
	}
	top := s.above(p)
	for s.bears(top, "nmod") {
		top = s.above(top)
	}
	verb := s.above(top)
	next := s.child(p, "obj", "ccomp")
	if next == none && s.tag(p+1) == "VBG" && s.above(p+1) == p {
		next = p + 1
	}
	if next < p || !s.bears(top, "obj") || !s.isCue(verb) || s.isPassiveForm(verb) || s.has(verb, "ccomp") || s.agentOf(p) != none {
		return
	}
	s.rearrange(func() {
		s.words[p].Head, s.words[p].Relation, s.words[p].XPOS = verb, "ccomp", "VBD"
		s.words[top].Head, s.words[top].Relation = p, "nsubj"
		if s.tag(next) == "VBG" {
			s.words[next].Relation = "xcomp"
		}
	})
}

// mendSubjectConjunct reads "it led to calls from Chile and Peru was invited": a finite verb without
// "and" takes for its subject the conjunct, with its "and", that ends just before it.
func (s *sentence) mendSubjectConjunct(v int) {
	first := s.above(v)
	if !s.bears(v, "conj") || !s.isFiniteClause(v) || s.has(v, "nsubj", "csubj", "expl", "mark") {
		return
	}
	start := s.groupStart(v)
	for n := first + 1; n < start; n++ {
		cc, own := s.child(n, "cc"), s.child(v, "cc")
		if cc == none && own != none && own == s.leftmost(n)-1 {
			cc = own
		}
		if !s.bears(n, "conj") || !s.isNominal(n) || cc == none || own != none && own != cc || s.rightmost(n) != start-1 || min(s.leftmost(n), cc) != cc || !s.within(n, first) || s.isComma(start-1) || s.closesBetween(n) {
			continue
		}
		s.rearrange(func() {
			s.words[n].Head, s.words[n].Relation = v, "nsubj"
			if s.has(v, "aux:pass") {
				s.words[n].Relation = "nsubj:pass"
			}
			s.words[cc].Head = v
		})
		return
	}
}

// mendConjunctObject hangs "classes" of "decided to lift the ban and resume classes" on the verb that it
// follows, where both objects were hung on the first.
func (s *sentence) mendConjunctObject(v int) {
	first := s.above(v)
	if !s.bears(v, "conj") || s.upos(v) != "VERB" || s.upos(first) != "VERB" || s.has(v, "obj", "ccomp", "xcomp", "aux:pass") || s.tag(v) == "VBN" {
		return
	}
	objects := s.children(first, "obj")
	if len(objects) < 2 || objects[0] > v {
		return
	}
	if o := objects[len(objects)-1]; s.leftmost(o) == v+1 {
		s.move(o, v, "obj")
	}
}

// mendDepicted hangs "wearing a scarf" of "images of the girl wearing a scarf" on the girl.
func (s *sentence) mendDepicted(p int) {
	picture := s.above(p)
	if which := s.leftmost(p); s.bears(p, "acl:relcl") && s.form(which) == "which" && s.hasPictured(picture, which) {
		s.move(p, s.modifier(picture, "of"), "acl:relcl")
		return
	}
	if !s.bears(p, "acl") || s.tag(p) != "VBG" && s.tag(p) != "VBN" || p < picture || !slices.Contains(pictures, s.lemma(picture)) {
		return
	}
	if of := s.modifier(picture, "of"); of != none && s.rightmost(of) == s.leftmost(p)-1 {
		s.move(p, of, "acl")
	}
}

// pictures are nouns of what shows something.
var pictures = []string{"image", "photo", "photograph", "picture", "video", "footage", "film", "portrait", "drawing", "painting", "clip", "selfie"}

// hasPictured tells "of a hall" of "photographs of a hall which".
func (s *sentence) hasPictured(picture, limit int) bool {
	of := s.modifier(picture, "of")
	return slices.Contains(pictures, s.lemma(picture)) && of != none && of == s.nominalEndingAt(limit-1)
}

// mendInitials joins "J. Robert Keller", cut at the initial, to one name.
func (s *sentence) mendInitials(i int) {
	if !s.isInitial(i) || i+1 >= len(s.words) || s.upos(i+1) != "PROPN" || s.above(i+1) == i || s.bears(i, "flat") {
		return
	}
	head := s.above(i)
	if s.above(i+1) != head && head != i+1 {
		return
	}
	s.rearrange(func() {
		end := i + 1
		for end < len(s.words) && s.upos(end) == "PROPN" && (s.above(end) == i || s.above(end) == i+1 || end == i+1) {
			end++
		}
		if head == i+1 {
			s.words[i].Head, s.words[i].Relation = s.above(i+1), s.words[i+1].Relation
		}
		for j := range s.words {
			if h := s.above(j); h > i && h < end && (j < i || j >= end) {
				s.words[j].Head = i
			}
		}
		for j := i + 1; j < end; j++ {
			s.words[j].Head, s.words[j].Relation = i, "flat"
		}
	})
}

// isInitial tells "J." and "J.K.".
func (s *sentence) isInitial(i int) bool {
	text := s.word(i).Text
	return s.upos(i) == "PROPN" && strings.HasSuffix(text, ".") && len(strings.ReplaceAll(text, ".", "")) <= 2 && strings.ToUpper(text) == text && len(text) <= 4 && text != "U.S." && text != "U.K."
}

// mendReducedObject gives "Holt" of "the case involving Holt was closed" to the participle before it, which lacks an
// object, where it was taken for a second subject.
func (s *sentence) mendReducedObject(i int) {
	verb := s.above(i)
	p := s.leftmost(i) - 1
	if !s.is(i, "nsubj") || s.tag(p) != "VBG" || !s.bears(p, "acl") || s.has(p, "obj", "xcomp", "ccomp", "obl") || !s.is(s.above(p), "nsubj") || s.above(s.above(p)) != verb || s.above(p) == i {
		return
	}
	s.move(i, p, "obj")
}

// mendReducedSubject reads "when data recovered from the ship showed a leak", where the participle of the subject was taken
// for a clause of its own: between the two verbs stands no comma.
func (s *sentence) mendReducedSubject(p int) {
	main, noun := s.above(p), s.child(p, "nsubj")
	if s.tag(p) != "VBD" || !s.is(p, "advcl", "ccomp", "csubj") || noun == none || noun > p || main < p || s.has(main, "nsubj", "csubj", "expl") || !s.isFiniteClause(main) {
		return
	}
	if s.has(p, "aux", "obj", "ccomp", "xcomp", "cop") || !s.hasComplement(p) || s.rightmost(p) != s.groupStart(main)-1 || intransitive[s.lemma(p)] {
		return
	}
	s.rearrange(func() {
		s.handOver(p, main, noun)
		s.words[noun].Head, s.words[noun].Relation = main, "nsubj"
		s.words[p].Head, s.words[p].Relation, s.words[p].XPOS = noun, "acl", "VBN"
	})
}

// mendHeadlineClause reads the headline "Captain held after crash kills three", where the participle was hung on its subject
// and that on the verb of the second clause.
func (s *sentence) mendHeadlineClause(v int) {
	noun := s.child(v, "nsubj")
	if !s.headline || !s.bears(v, "root") || !s.isFinite(v) || noun == none {
		return
	}
	p := s.child(noun, "acl")
	after := p + 1
	if s.tag(p) != "VBN" || p < noun || s.leftmost(p) != p || !slices.Contains([]string{"after", "before", "as", "while"}, s.form(after)) {
		return
	}
	second := s.nominalEndingAt(v - 1)
	if second == none || s.leftmost(second) < after {
		return
	}
	s.rearrange(func() {
		s.words[p].Head, s.words[p].Relation = none, "root"
		s.words[noun].Head, s.words[noun].Relation = p, "nsubj"
		s.words[v].Head, s.words[v].Relation = p, "advcl"
		s.words[second].Head, s.words[second].Relation = v, "nsubj"
		s.words[after].Head, s.words[after].Relation = v, "mark"
	})
}

// mendSaidOfSubject reads "The bridge collapsed on Sunday, officials said", where the verb was taken for a participle and
// the bridge for another who says it.
func (s *sentence) mendSaidOfSubject(p int) {
	noun := s.above(p)
	cue := s.above(noun)
	if s.tag(p) != "VBD" && s.tag(p) != "VBN" || !s.bears(p, "acl") || !s.is(noun, "nsubj") || !s.isCue(cue) || !s.isFinite(cue) || noun > p || p > cue || s.has(cue, "ccomp") {
		return
	}
	source := s.nearestSubject(cue)
	if start := s.leftmost(source); source == noun || start < p || !s.isComma(start-1) || s.rightmost(p) != start-2 {
		return
	}
	s.rearrange(func() {
		s.words[p].Head, s.words[p].Relation, s.words[p].XPOS = cue, "ccomp", "VBD"
		s.words[noun].Head, s.words[noun].Relation = p, "nsubj"
	})
}

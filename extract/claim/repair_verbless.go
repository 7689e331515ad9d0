package claim

import (
	"slices"

	"sayso/extract/parse"
)

// mendVerbless gives a sentence in which the network found no finite verb before its saying, "The gang hid drugs, police said" and "The
// strike cost airlines 40 million euros", the verb whose form it took for a participle or a noun.
func (s *sentence) mendVerbless() {
	cue, end := s.closingSaying()
	if s.headline || end < 4 || slices.ContainsFunc(s.words[:end], func(w parse.Word) bool {
		return slices.Contains([]string{"VBD", "VBZ", "VBP", "MD"}, w.XPOS)
	}) {
		return
	}
	for v := 1; v < end-1; v++ {
		if s.isHiddenVerb(v) {
			s.makeMain(v, cue, end)
			return
		}
	}
}

// closingSaying is the saying that ends a sentence, none for none, and where the words before it end.
func (s *sentence) closingSaying() (cue, end int) {
	root := s.root()
	source := s.nearestSubject(root)
	if !s.isCue(root) || source == none {
		return none, s.lastWord() + 1
	}
	if start := s.leftmost(source); s.isComma(start - 1) {
		return root, start - 1
	}
	return none, 0
}

// isHiddenVerb tells "hid", which is no participle; "cost" of "the strike cost airlines 3 million" and "plans" of "the bank
// plans to close".
func (s *sentence) isHiddenVerb(v int) bool {
	base := irregularBase(s.form(v))
	subject := s.isNominal(v-1) || s.isComma(v-1) && v > 2
	switch {
	case !subject:
		return false
	case s.tag(v) == "VBN":
		return s.is(v, "amod", "acl") && base != "" && irregular[base][0] == s.form(v) && irregular[base][1] != s.form(v)
	case s.tag(v) == "NNS":
		return s.form(v+1) == "to" && s.tag(v+2) == "VB" && s.bears(v-1, "compound") && s.takesInfinitive(v)
	case s.tag(v) == "NN" && base == s.form(v):
		return s.is(v-1, "compound") && (slices.Contains([]string{"DT", "PRP$", "CD", "$"}, s.tag(v+1)) || base == "cost" && s.isNominal(v+1))
	}
	return false
}

// makeMain makes a word the verb of what stands before a saying, or of the sentence.
func (s *sentence) makeMain(v, cue, end int) {
	subject := none
	for j := v - 1; j >= 0 && subject == none; j-- {
		if above := s.above(j); s.isNominal(j) && (above < 0 || above >= v) {
			subject = j
		}
	}
	if subject == none {
		return
	}
	s.rearrange(func() {
		object := s.above(v)
		s.words[v].Head, s.words[v].Relation, s.words[v].UPOS = cue, "ccomp", "VERB"
		if cue == none {
			s.words[v].Relation = "root"
		}
		if s.tag(v) == "NNS" {
			s.words[v].XPOS = "VBZ"
		} else {
			s.words[v].XPOS, s.words[v].Lemma = "VBD", irregularBase(s.form(v))
		}
		for j := 0; j < v; j++ {
			if above := s.above(j); j != subject && (above < 0 || above >= v) {
				s.words[j].Head = subject
			}
		}
		s.words[subject].Head, s.words[subject].Relation = v, "nsubj"
		s.hangAfter(v, end, object)
	})
}

// hangAfter hangs on a verb what stands after it: its object, what it plans to do, the times on its object.
func (s *sentence) hangAfter(v, end, object int) {
	if object <= v || object >= end {
		object = none
	}
	for j := v + 1; j < end; j++ {
		above := s.above(j)
		switch {
		case s.upos(j) == "PUNCT" || above > v && above < end && above != object:
		case above == object && object != none:
			if s.is(j, "nmod") && s.isTime(j) && j > object {
				s.words[j].Head, s.words[j].Relation = v, "obl"
			}
		case s.isInfinitive(j):
			s.words[j].Head, s.words[j].Relation = v, "xcomp"
		case s.isNominal(j) && !s.has(j, "case"):
			s.words[j].Head, s.words[j].Relation = v, "obj"
		case s.isNominal(j):
			s.words[j].Head, s.words[j].Relation = v, "obl"
		default:
			s.words[j].Head = v
		}
	}
}

// mendInvariantPast makes a past of "cost" of "The delay cost the city dearly" and "cast" of "Voters cast ballots, officials said", where it
// was taken for a present: one that nothing else shows would be "costs".
func (s *sentence) mendInvariantPast(i int) {
	subject := s.child(i, "nsubj")
	if s.tag(i) != "VBP" || irregular[s.form(i)][0] != s.form(i) || subject == none || s.has(i, "aux", "cop") {
		return
	}
	person := s.form(subject)
	singular := s.tag(subject) == "NN" || s.upos(subject) == "PROPN" || person == "he" || person == "she" || person == "it"
	told := s.bears(i, "ccomp") && s.tag(s.above(i)) == "VBD" && s.above(i) > i && s.upos(subject) != "PRON"
	if singular && !s.has(subject, "conj") || told {
		s.words[i].XPOS = "VBD"
	}
}

// mendCompoundSubject gives "allege" of ", prosecutors allege." the subject that was taken for a part of it.
func (s *sentence) mendCompoundSubject(i int) {
	v := s.above(i)
	if !s.bears(i, "compound") || v != i+1 || s.upos(v) != "VERB" || !s.isFinite(v) || s.has(v, "nsubj") || !s.isNominal(i) {
		return
	}
	s.words[i].Relation = "nsubj"
	if noun := s.above(v); s.isCue(v) && s.bears(v, "parataxis") && s.is(noun, "nsubj") && s.above(noun) > noun && s.above(noun) < v {
		s.move(v, s.above(noun), "parataxis")
	}
}

package claim

import (
	"slices"
	"strings"
)

// stopping are verbs that are nouns too, of what ends or puts off what somebody does.
var stopping = []string{"freeze", "halt", "pause", "stop", "end", "delay", "ban", "limit", "curb", "restrict"}

// mendStopping makes a verb of "freeze" of "would cut jobs and freeze hiring", taken for a noun beside the jobs: nobody

// hires then.
func (s *sentence) mendStopping(i int) {
	gerund := i + 1
	if s.tag(i) != "NN" || !s.bears(i, "conj") || !s.has(i, "cc") || !slices.Contains(stopping, s.form(i)) || s.leftmost(i) != s.child(i, "cc") || s.tag(gerund) != "VBG" {
		return
	}
	verb := s.above(i)
	for verb >= 0 && s.upos(verb) != "VERB" {
		verb = s.above(verb)
	}
	if verb < 0 || s.tag(verb) != "VB" || s.bears(gerund, "amod") {
		return
	}
	s.rearrange(func() {
		s.words[i].UPOS, s.words[i].XPOS, s.words[i].Head = "VERB", "VB", verb
		s.words[gerund].Head, s.words[gerund].Relation = i, "xcomp"
	})
}

// mendGappedPassive makes a passive of "arrested" of "nine were hurt and dozens arrested": it shares the auxiliary.
func (s *sentence) mendGappedPassive(v int) {
	first := s.above(v)
	passive := s.tag(v) == "VBN" && !intransitive[s.lemma(v)] || s.tag(v) == "VBD" && transitive[s.lemma(v)]
	if !s.bears(v, "conj") || !s.has(first, "aux:pass") || !passive || len(s.auxiliaries(v)) > 0 || s.has(v, "aux:pass", "obj", "ccomp", "xcomp", "mark") {
		return
	}
	subject := s.child(v, "nsubj")
	if subject == none {
		subject = s.child(v, "obl:unmarked")
	}
	cc := s.child(v, "cc")
	if subject == none || cc == none || s.leftmost(subject) != cc+1 || s.rightmost(subject) != v-1 || s.upos(subject) == "PRON" {
		return
	}
	s.words[subject].Relation, s.words[v].XPOS = "nsubj:pass", "VBN"
}

// mendHeadlineMove reads the headline "Velora profits slump", where the profits were taken for a verb or the slump for

// mendBackshifted makes "would appeal" of "said she was disappointed and would appeal" a part of what she said: of what the

// narrator tells nothing "would" be so, nor "had" been.
func (s *sentence) mendBackshifted(v int) {
	cue := s.above(v)
	content := s.child(cue, "ccomp")
	if !s.bears(v, "conj") || !s.isCue(cue) || s.tag(cue) != "VBD" || content < cue || content > v || s.has(v, "nsubj", "mark") || s.isComma(s.leftmost(v)-1) {
		return
	}
	if aux := s.form(s.child(v, "aux")); slices.Contains([]string{"would", "could", "might", "had"}, aux) && s.upos(s.child(content, "nsubj")) == "PRON" {
		s.move(v, content, "conj")
	}
}

// mendMainPremodifier makes "blamed" the verb of "The institute, which advises ministers, blamed overfishing", taken for

// mendWhose hangs "whose husband drove the bus" of "“We waited,” said Ann Lee, whose husband drove the bus" on her, where it

// mendFrontedTime makes "we have waited" of "“For a year we have waited,” said Ann Lee" what she said, where it was taken

// mendOutOfStep gives "and named him" of "said it would wait, blaming a shortage, and named him" to the verb of saying: a past
// shares no "would".
func (s *sentence) mendOutOfStep(v int) {
	content := s.above(v)
	cue := s.above(content)
	if !s.bears(v, "conj") || !s.bears(content, "ccomp") || !s.isCue(cue) || cue > content || s.tag(cue) != "VBD" || len(s.auxiliaries(v)) > 0 || s.has(v, "nsubj", "mark", "cop") {
		return
	}
	isPast := s.tag(v) == "VBD" || s.tag(v) == "VBN" && s.has(v, "obj")
	if cc := s.child(v, "cc"); !isPast || !s.hasModal(content) || !s.isComma(cc-1) || !s.move(v, cue, "conj") {
		return
	}
	s.words[v].XPOS = "VBD"
	for _, g := range s.children(content, "advcl") {
		if s.lemma(g) == "blame" && s.tag(g) == "VBG" && s.isComma(g-1) {
			s.move(g, cue, "advcl")
		}
	}
}

// mendTornPerfect makes one verb of "had stolen" of "that Acme had stolen secrets", where the second was hung on a noun.
func (s *sentence) mendTornPerfect(i int) {
	had := i - 1
	if s.tag(i) != "VBN" || !s.bears(i, "acl:relcl") && !s.bears(i, "acl") || s.lemma(had) != "have" || s.upos(had) != "VERB" || s.has(had, "obj", "xcomp") || s.above(i) > had {
		return
	}
	s.rearrange(func() {
		s.words[i].Head, s.words[i].Relation = s.above(had), s.words[had].Relation
		for _, d := range s.dependents(had) {
			s.words[d].Head = i
		}
		s.words[had].Head, s.words[had].Relation, s.words[had].UPOS = i, "aux", "AUX"
	})
}

// mendLateClause gives "after it missed its targets" of "will replace Tsai, who left after it missed its targets" to the
// clause that it ends.
func (s *sentence) mendLateClause(i int) {
	verb := s.above(i)
	if !s.bears(i, "advcl") || i < verb || !s.has(i, "mark") {
		return
	}
	start := s.leftmost(i)
	for _, noun := range s.children(verb, "obj", "obl") {
		if r := s.child(noun, "acl:relcl"); r > noun && r < i && s.isComma(s.leftmost(r)-1) && s.rightmost(r) == start-1 {
			s.move(i, r, "advcl")
			return
		}
	}
}

// mendTornObject makes one object of "her price target", taken for two.
func (s *sentence) mendTornObject(i int) {
	second := i + 1
	if s.bears(i, "obj") && s.bears(second, "obj") && s.above(i) == s.above(second) && s.tag(i) == "NN" && s.tag(second) == "NN" && s.above(i) < i && s.rightmost(i) == i && !strings.Contains(s.form(second), ".") {
		s.rearrange(func() {
			s.handOver(i, second, i)
			s.words[i].Head, s.words[i].Relation = second, "compound"
		})
	}
}

package claim

import (
	"slices"
	"strings"
)

// mendModalAdverb makes a verb of "last" of "would last until May", taken for an adverb.
func (s *sentence) mendModalAdverb(i int) {
	modal := s.child(i, "aux")
	if s.tag(i) == "RB" && s.tag(modal) == "MD" && modal < i && s.has(i, "nsubj") && !s.has(i, "cop") {
		s.words[i].UPOS, s.words[i].XPOS, s.words[i].Lemma = "VERB", "VB", s.form(i)
	}
}

// mendModalVerb makes a verb of "screen" of "would no longer screen passengers", taken for a noun: what follows a
// modal is a verb.
func (s *sentence) mendModalVerb(m int) {
	top := s.above(m)
	if s.tag(m) != "MD" || !s.isNominal(top) || s.has(top, "cop") || top < m {
		return
	}
	v := m + 1
	for s.upos(v) == "ADV" || s.upos(v) == "PART" || s.form(v) == "longer" {
		v++
	}
	relation, ok := s.clauseRelation(top)
	if v >= top || s.tag(v) != "NN" || !s.bears(v, "compound") || s.above(v) != top || s.word(v).Text != s.form(v) || !ok {
		return
	}
	s.rearrange(func() {
		s.words[v].UPOS, s.words[v].XPOS, s.words[v].Lemma = "VERB", "VB", s.form(v)
		s.words[v].Head, s.words[v].Relation = s.above(top), relation
		for _, d := range s.dependents(top) {
			if d < v {
				s.words[d].Head = v
				if s.is(d, "amod") {
					s.words[d].Relation = "advmod"
				}
			}
		}
		s.words[top].Head, s.words[top].Relation = v, "obj"
	})
}

// clauseRelation is what a clause in the place of a phrase would be to the word above it.
func (s *sentence) clauseRelation(i int) (relation string, ok bool) {
	switch {
	case s.is(i, "root", "ccomp", "conj", "advcl", "parataxis", "acl:relcl"):
		return s.words[i].Relation, true
	case s.is(i, "obj", "iobj") && s.isCue(s.above(i)):
		return "ccomp", true
	}
	return "", false
}

// mendMissing makes a quality of "missing" of "dozens were missing", which without an object is none of the verb.
func (s *sentence) mendMissing(i int) {
	be := s.child(i, "aux")
	if s.form(i) != "missing" || s.has(i, "obj", "ccomp", "xcomp") || s.lemma(be) != "be" || len(s.children(i, "aux")) > 1 {
		return
	}
	s.words[i].UPOS, s.words[i].XPOS, s.words[i].Lemma, s.words[be].Relation = "ADJ", "JJ", "missing", "cop"
}

// mendForecast makes a passive of "is forecast to", whose participle looks like an adjective.
func (s *sentence) mendForecast(i int) {
	be := s.child(i, "cop")
	if s.form(i) != "forecast" || s.upos(i) != "ADJ" || be == none {
		return
	}
	s.words[i].UPOS, s.words[i].XPOS, s.words[i].Lemma, s.words[be].Relation = "VERB", "VBN", "forecast", "aux:pass"
	for _, n := range s.children(i, "nsubj") {
		s.words[n].Relation = "nsubj:pass"
	}
	if x := s.child(i, "advcl"); x > i && s.isInfinitive(x) {
		s.words[x].Relation = "xcomp"
	}
}

// mendYearOld makes one noun of "a nine-year-old", whose parts were hung on each other like those of a clause.
func (s *sentence) mendYearOld(i int) {
	year := i - 1
	if s.form(year) == "-" {
		year--
	}
	if s.form(i) != "old" || !slices.Contains([]string{"year", "month", "week", "day"}, s.form(year)) || s.above(year) != i || !s.has(i, "det") && !s.has(year, "det") || !s.is(i, "nsubj", "obj", "iobj", "obl", "nmod", "conj", "appos") {
		return
	}
	s.words[i].UPOS, s.words[i].XPOS, s.words[year].Relation = "NOUN", "NN", "compound"
}

// mendAcronym makes a name of "the WHO", taken for the pronoun that it spells.
func (s *sentence) mendAcronym(i int) {
	text := s.word(i).Text
	if len(text) < 2 || text != strings.ToUpper(text) || s.upos(i) != "PRON" || s.form(i-1) != "the" || text == "I" {
		return
	}
	verb := s.above(i)
	s.words[i].UPOS, s.words[i].XPOS, s.words[i].Lemma = "PROPN", "NNP", text
	if the := i - 1; s.above(the) == verb && s.is(the, "obj", "obl", "nsubj") {
		s.rearrange(func() {
			s.words[i].Relation = s.words[the].Relation
			s.words[the].Head, s.words[the].Relation = i, "det"
		})
	}
}

// mendCompoundGerund reads "cleared of money laundering in May" as a compound: after a preposition, a bare noun and a gerund
// on which no object hangs.
func (s *sentence) mendCompoundGerund(i int) {
	noun := i - 1
	if s.tag(i) != "VBG" || !s.is(i, "advcl", "acl", "xcomp") || s.tag(noun) != "NN" || s.upos(noun) != "NOUN" || len(s.dependents(i)) > len(s.children(i, "obl")) || s.role(noun) == "" || s.role(noun) == "with" {
		return
	}
	if len(s.dependents(noun)) != len(s.children(noun, "case", "acl")) || s.above(i) != noun && s.above(i) != s.above(noun) || strings.HasSuffix(s.form(noun), "one") {
		return
	}
	s.rearrange(func() { s.compound(noun, i) })
}

// mendBareVerbNoun makes a noun of "target" of "cut its sales target", taken for a bare verb after the object.
func (s *sentence) mendBareVerbNoun(i int) {
	verb, noun := s.above(i), i-1
	if s.tag(i) != "VB" || !s.bears(i, "xcomp") || len(s.dependents(i)) > 0 || !s.bears(noun, "obj") || s.above(noun) != verb || s.upos(noun) != "NOUN" || resulting[s.lemma(verb)] || slices.Contains([]string{"let", "help"}, s.lemma(verb)) {
		return
	}
	s.rearrange(func() { s.compound(noun, i) })
}

// mendFinitePremodifier reads "after the daily published letters", where the verb was taken for an adjective of its
// object: a finite form modifies nothing.
func (s *sentence) mendFinitePremodifier(i int) {
	object := s.above(i)
	verb := s.above(object)
	if s.tag(i) != "VBD" || !s.bears(i, "amod") || object < i || s.upos(verb) != "VERB" || verb > i || s.leftmost(object) != i {
		return
	}
	for _, noun := range s.children(verb, "obl") {
		opener := s.child(noun, "case")
		if noun > verb && s.rightmost(noun) == i-1 && slices.Contains([]string{"after", "before", "since", "until"}, s.form(opener)) && !s.isTime(noun) {
			s.rearrange(func() {
				s.words[i].Head, s.words[i].Relation, s.words[i].UPOS = verb, "advcl", "VERB"
				s.words[object].Head, s.words[object].Relation = i, "obj"
				s.words[noun].Head, s.words[noun].Relation = i, "nsubj"
				s.words[opener].Head, s.words[opener].Relation = i, "mark"
			})
			return
		}
	}
}

// mendInLaw keeps "brother-in-law" together.
func (s *sentence) mendInLaw(i int) {
	noun := i - 4
	if noun < 0 || !s.isHyphen(i-1) || !s.isHyphen(i-3) || s.upos(i-2) != "ADP" || s.upos(noun) != "NOUN" {
		return
	}
	s.rearrange(func() {
		if s.above(noun) == i {
			s.words[noun].Head, s.words[noun].Relation = s.above(i), s.words[i].Relation
		}
		for _, d := range s.dependents(i) {
			if d != noun {
				s.words[d].Head = noun
			}
		}
		for w := noun + 1; w <= i; w++ {
			s.words[w].Head, s.words[w].Relation = noun, "flat"
		}
	})
}

// mendWrongdoing makes a noun of "wrongdoing", taken for a verb.
func (s *sentence) mendWrongdoing(i int) {
	if s.form(i) == "wrongdoing" && s.upos(i) == "VERB" && s.is(i, "xcomp", "ccomp", "advcl") && s.above(i) == i-1 {
		s.words[i].UPOS, s.words[i].XPOS, s.words[i].Lemma, s.words[i].Relation = "NOUN", "NN", "wrongdoing", "obj"
	}
}

// mendLastThat makes an object of the "that" of "It will change that.", taken for one that opens a clause.
func (s *sentence) mendLastThat(i int) {
	if s.form(i) == "that" && s.bears(i, "mark") && s.above(i) == i-1 && (s.isMark(i+1) || i+1 == len(s.words)) && !s.has(i-1, "obj", "ccomp") {
		s.words[i].Relation, s.words[i].UPOS, s.words[i].XPOS = "obj", "PRON", "DT"
	}
}

// mendAtLeast gives "in" of "living in at least eleven towns" back to the phrase, where it was taken for a particle.
func (s *sentence) mendAtLeast(i int) {
	least := i + 2
	if !s.is(i, "compound:prt", "advmod") || s.upos(i) != "ADP" || s.form(i+1) != "at" || s.form(least) != "least" && s.form(least) != "most" {
		return
	}
	for _, o := range s.children(s.above(i), "obl") {
		if o > least && s.leftmost(o) == i+1 {
			s.move(i, o, "case")
			s.words[i].UPOS, s.words[i].XPOS = "ADP", "IN"
			return
		}
	}
}

// mendAsleep makes no verb of "asleep" and "alive".
func (s *sentence) mendAsleep(i int) {
	states := []string{"asleep", "awake", "alive", "aware", "afloat", "ashore", "alight", "ablaze", "aboard", "abroad", "adrift"}
	if s.upos(i) == "VERB" && slices.Contains(states, s.form(i)) {
		s.words[i].UPOS, s.words[i].XPOS = "ADJ", "JJ"
	}
}

// unchanging are verbs whose past looks like their base.
var unchanging = []string{"shut", "cut", "hit", "put", "set", "hurt", "cost", "split", "quit", "cast", "burst", "spread", "let", "shed", "bet", "beset"}

// mendUnchanging reads "after an earthquake shut the plant", where the verb was taken for a bare infinitive.
func (s *sentence) mendUnchanging(i int) {
	if s.tag(i) != "VB" || !slices.Contains(unchanging, s.form(i)) || !s.is(i, "advcl", "conj", "parataxis") || len(s.auxiliaries(i)) > 0 || s.has(i, "mark", "nsubj", "cc") {
		return
	}
	for _, o := range s.children(s.above(i), "obl") {
		if s.rightmost(o) == i-1 && s.opensClause(o) {
			s.words[i].XPOS = "VBD"
		}
	}
}

// phrasal are verbs and the particles that parsers take for the preposition of their object.
var phrasal = []string{"hand over", "hand in", "hand out", "hand back", "turn over", "sign over", "call off", "put off", "lay off", "pay off", "fend off", "ward off", "head off", "wipe out", "rule out", "phase out"}

// mendPhrasal makes an object of "our weapons" of "hand over our weapons".
func (s *sentence) mendPhrasal(i int) {
	object, verb := s.above(i), i-1
	if s.bears(i, "case") && s.is(object, "obl") && s.above(object) == verb && slices.Contains(phrasal, s.lemma(verb)+" "+s.form(i)) && !s.has(verb, "obj", "aux:pass") && !s.isTime(object) {
		s.rearrange(func() {
			s.words[i].Head, s.words[i].Relation, s.words[i].UPOS, s.words[i].XPOS = verb, "compound:prt", "ADP", "RP"
			s.words[object].Relation = "obj"
		})
	}
}

package claim

import "slices"

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

// amounts are what firms and markets have, and moves what these do; a headline has both without more.
var (
	amounts = []string{"profits", "shares", "sales", "prices", "exports", "imports", "earnings", "revenues", "stocks", "rents", "wages", "losses", "talks"}
	moves   = []string{"slump", "fall", "drop", "rise", "jump", "soar", "surge", "plunge", "tumble", "dip", "slide", "climb", "rebound", "halve", "double", "collapse", "stall", "resume", "sink"}
)

// mendHeadlineMove reads the headline "Velora profits slump", where the profits were taken for a verb or the slump for
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

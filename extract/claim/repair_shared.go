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

// mendAfterAside gives "without harm" of "took the drug, known as X, without harm" to the verb: a comma closed the aside.
func (s *sentence) mendAfterAside(i int) {
	p := s.above(i)
	noun := s.above(p)
	start := s.leftmost(i)
	if s.bears(i, "obl") && s.bears(p, "acl") && s.tag(p) == "VBN" && s.leftmost(p) == p && s.isComma(p-1) && s.isComma(start-1) && start > p+2 && s.bears(noun, "obj") && noun < p {
		s.move(i, s.above(noun), "obl")
	}
}

// mendMainPremodifier makes "blamed" the verb of "The institute, which advises ministers, blamed overfishing", taken for
// an adjective of what it blamed.
func (s *sentence) mendMainPremodifier(v int) {
	object := s.above(v)
	subject := s.root()
	clause := s.child(subject, "acl:relcl")
	if s.tag(v) != "VBN" && s.tag(v) != "VBD" || !s.bears(v, "amod") || object < v || !s.isComma(v-1) || !s.isBareNoun(subject) || clause < subject || clause > v || !s.bears(object, "conj") || s.has(object, "cc") || !s.within(object, clause) {
		return
	}
	s.rearrange(func() {
		for _, c := range s.children(s.above(object), "conj") {
			if c > object {
				s.words[c].Head = object
			}
		}
		s.words[v].Head, s.words[v].Relation, s.words[v].UPOS, s.words[v].XPOS = none, "root", "VERB", "VBD"
		s.words[object].Head, s.words[object].Relation = v, "obj"
		s.words[subject].Head, s.words[subject].Relation = v, "nsubj"
	})
}

// isBareNoun tells a noun at the root, of which but a relative clause says something.
func (s *sentence) isBareNoun(i int) bool {
	return s.bears(i, "root") && s.isNominal(i) && !s.has(i, "cop", "nsubj", "conj", "parataxis") && !s.headline
}

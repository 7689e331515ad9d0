package claim

import (
	_ "embed"
	"slices"
)

//go:embed words/cues.txt
var cuesText string

//go:embed words/statements.txt
var statementsText string

//go:embed words/hearsay.txt
var hearsayText string

//go:embed words/attitudes.txt
var attitudesText string

// cueVerbs tells the verbs of saying and thinking; a weak one is true.
var cueVerbs = func() map[string]bool {
	all := map[string]bool{}
	for _, f := range lines(cuesText) {
		all[f[0]] = len(f) > 1
	}
	return all
}()

var hearsay = func() map[string]bool {
	all := map[string]bool{}
	for _, f := range lines(hearsayText) {
		all[f[0]] = true
	}
	return all
}()

// attitudes are what one is who holds a content to be so: concerned, sure.
var attitudes = func() map[string]bool {
	all := map[string]bool{}
	for _, f := range lines(attitudesText) {
		all[f[0]] = true
	}
	return all
}()

// statementNouns name a saying or a thought.
var statementNouns = func() map[string]bool {
	all := map[string]bool{}
	for _, f := range lines(statementsText) {
		all[f[0]] = true
	}
	return all
}()

func (s *sentence) isStatementNoun(i int) bool {
	return s.upos(i) == "NOUN" && statementNouns[s.lemma(i)]
}

func (s *sentence) isCue(i int) bool {
	_, cue := cueVerbs[s.lemma(i)]
	return cue && s.upos(i) == "VERB"
}

func (s *sentence) isWeakCue(i int) bool { return cueVerbs[s.lemma(i)] }

// attribute gives each claim its source, the innermost first.
func attribute(sentences []*sentence, quoted []saying, claims []Claim) {
	for n := range claims {
		c := &claims[n]
		if c.isPresupposed() && !sentences[c.Tree].inQuotation(c.Predicate.Head) {
			continue
		}
		c.Attribution = chain(voices(sentences, quoted, c.Tree, c.Predicate.Head))
	}
}

// isPresupposed tells what a writer adds to a name: that Kerry is Secretary of State is the
// article's own word even where it reports what somebody said of him.
func (c *Claim) isPresupposed() bool {
	return c.Rule == "title" || c.Rule == "apposition" || c.Rule == "alias"
}

// voices are the sayings whose content holds a word, from the innermost: those inside the
// quotation around it, the quotation's own, and those that report the quotation's.
func voices(sentences []*sentence, quoted []saying, tree, i int) []saying {
	s := sentences[tree]
	own := s.sayingsAround(i)
	for _, q := range quoted {
		if !q.quotes(s.words[i].Span) || q.tree == tree && q.cue == i {
			continue
		}
		if q.cue == none {
			return append(own, q)
		}
		outer := sentences[q.tree].sayingsAround(q.cue)
		inner := slices.DeleteFunc(own, func(y saying) bool {
			return y.tree == q.tree && (y.cue == q.cue || y.covers(sentences[q.tree], q.cue))
		})
		return append(append(inner, q), outer...)
	}
	return own
}

// sayingsAround are those of one sentence whose content holds a word, from the innermost.
func (s *sentence) sayingsAround(i int) []saying {
	var all []saying
	for _, y := range s.sayings {
		if y.cue != i && y.covers(s, i) {
			all = append(all, y)
		}
	}
	slices.SortStableFunc(all, func(a, b saying) int { return len(a.words) - len(b.words) })
	return all
}

// chain nests the voices. "Allegedly" within what somebody says is that somebody's word.
func chain(voices []saying) *Attribution {
	if len(voices) == 0 {
		return nil
	}
	if len(voices) > 1 && (voices[0].isUnnamed() || voices[0].source.Text == voices[1].source.Text && voices[0].text == voices[1].text) {
		return chain(voices[1:])
	}
	return &Attribution{Source: voices[0].source, Cue: voices[0].text, Of: chain(voices[1:])}
}

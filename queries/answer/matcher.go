package answer

import (
	"slices"
	"strings"

	"sayso/graph"
)

// matcher compares claims with one pattern.
type matcher struct {
	v       *vocabulary
	pattern Pattern
	parts   []term
	noun    term // of the slot
	voice   term
	read    map[string]phrase    // texts as phrases
	places  map[placeKey]float64 // terms compared with nodes
}

type placeKey struct{ term, node string }

// fit is one way in which a claim fits the pattern: how well, and with what in the slot.
type fit struct {
	claim graph.Claim
	score float64
	value value
}

// Where a part is found that is no participant of the claim.
const (
	leastPart    = 0.3
	inSentence   = 0.6
	inArticle    = 0.35
	mostOfIt     = 0.6 // how much of a part the sentence must hold
	insidePart   = 0.8
	looseMissing = 0.7 // how much of the score stays when a loose part is nowhere
	otherTime    = 0.4 // and when it says when
)

func newMatcher(v *vocabulary, p Pattern, resolve func(string) []graph.Ref) *matcher {
	m := &matcher{v: v, pattern: p, read: map[string]phrase{}, places: map[placeKey]float64{}}
	for _, part := range p.Parts {
		m.parts = append(m.parts, v.term(part.Term, resolve))
	}
	if p.Slot.Noun != nil {
		m.noun = v.term(*p.Slot.Noun, resolve)
	}
	if p.Voice != nil {
		m.voice = v.term(*p.Voice, resolve)
	}
	return m
}

// fits are the ways in which a claim fits, the best for each value of the slot.
func (m *matcher) fits(c graph.Claim) []fit {
	base := m.pattern.Weight * m.relationMatch(c) * m.modalityMatch(c) * m.voiceMatch(c)
	if base == 0 || !m.polarityMatch(c) || !m.holdsGroup(c) {
		return nil
	}
	all := places(c)
	if m.pattern.Form != Find {
		if !m.holdsSomebody(c, all) {
			return nil
		}
		score := base * m.partsMatch(c, all, none)
		return keep(nil, fit{claim: c, score: score})
	}
	var found []fit
	for _, v := range m.values(c, all) {
		score := base * v.fit * m.partsMatch(c, all, v.place)
		found = keep(found, fit{claim: c, score: score, value: v})
	}
	return found
}

// holdsSomebody reports whether a person may stand where the question asks for anyone: a ship is none, nor is a thing that is
// said to be damaged where it is asked who was hurt.
func (m *matcher) holdsSomebody(c graph.Claim, all []place) bool {
	return m.pattern.Somebody == "" || !slices.ContainsFunc(all, func(p place) bool {
		if p.role != m.pattern.Somebody {
			return false
		}
		switch m.typeOf(p) {
		case graph.Place, graph.Event, graph.Work, graph.Quantity, graph.TimeValue:
			return true
		case graph.Thing:
			return nameKey(p.name) != "" || m.relationMatch(c) < 1
		}
		return false
	})
}

func keep(fits []fit, f fit) []fit {
	if f.score < leastFit {
		return fits
	}
	return append(fits, f)
}

// leastFit is the score below which a claim has nothing to do with the question.
const leastFit = 0.2

// polarityMatch: what is denied answers no question but one of yes or no, or one that asks what is not.
func (m *matcher) polarityMatch(c graph.Claim) bool {
	return m.pattern.Form == Check || m.pattern.Form == Connect || m.isDenied(c) == m.pattern.Negative
}

// modalityMatch: a plan answers a question about the past only faintly, and what is past none about the future.
func (m *matcher) modalityMatch(c graph.Claim) float64 {
	ahead := isAhead(c.Modality)
	switch {
	case m.isUndone(c), m.isOpen(c), c.Modality == graph.Questioned && m.pattern.Form == Find:
		return 0
	case c.Modality == graph.Questioned:
		return 0.2
	case m.asksFuture():
		return m.v.futureMatch(c)
	case c.Modality == m.pattern.Modality:
		return 1
	case isAhead(m.pattern.Modality) && ahead:
		return 0.95
	case isAhead(m.pattern.Modality):
		return 0.85
	case ahead && m.pattern.Form == Check:
		return 0.5
	case ahead:
		return 0.7
	}
	return 0.9
}

func (m *matcher) asksFuture() bool {
	return m.pattern.Modality == graph.Future || m.pattern.Modality == graph.Planned
}

func isAhead(m graph.Modality) bool {
	return m != graph.Asserted && m != graph.Questioned && m != ""
}

// voiceMatch is 1 where the claim is said by whom the question names, or nobody is named.
func (m *matcher) voiceMatch(c graph.Claim) float64 {
	if m.pattern.Voice == nil {
		return m.cueMatch(c)
	}
	best := 0.0
	if m.cueMatch(c) == 0 {
		return 0
	}
	for _, p := range places(c) {
		if p.role == voiceRole {
			best = max(best, m.place(m.voice, p))
		}
	}
	if best == 0 && c.Attribution == nil && m.pattern.Slot.Role != claimRole && m.isCued(c.Sentence) {
		return inSentence * m.v.coverage(m.voice.phrase, m.phrase(c.Sentence).words)
	}
	return best
}

// cueMatch holds who is asked for as a voice to the verb of the question: who denies does not say so.
func (m *matcher) cueMatch(c graph.Claim) float64 {
	switch m.pattern.Cue {
	case "", "say", "state", "tell":
		return 1
	}
	if c.Attribution == nil {
		return 0
	}
	best := 0.0
	for _, w := range tokens(strings.ToLower(c.Attribution.Cue)) {
		best = max(best, m.v.kinship.Near(m.pattern.Cue, w))
	}
	return best
}

// isCued tells a sentence that says who says something.
func (m *matcher) isCued(sentence string) bool {
	return slices.ContainsFunc(tokens(sentence), func(w string) bool {
		return strings.EqualFold(w, "according") || slices.ContainsFunc(append(inflected(w), w), func(v string) bool { return speechVerbs[v] })
	})
}

// partsMatch is the product of how well each part of the pattern is found; a place serves one part.
func (m *matcher) partsMatch(c graph.Claim, all []place, slot int) float64 {
	used := map[int]bool{slot: true}
	score := 1.0
	for i, part := range m.pattern.Parts {
		best, at := m.bestPlace(i, c, all, used)
		if elsewhere := m.elsewhere(i, c); elsewhere > best {
			best, at = elsewhere, none
		}
		if at != none && !part.Loose {
			used[at] = true
		}
		score *= m.partScore(i, c, best)
	}
	return score
}

// partScore is what finding a part so well leaves of a claim's score. Yes or no needs all of the question.
func (m *matcher) partScore(i int, c graph.Claim, found float64) float64 {
	part := m.pattern.Parts[i]
	required := !part.Loose || m.pattern.Form == Check && !part.Term.Clause
	switch {
	case required && found < leastPart || found == 0 && (m.isForeign(m.parts[i], c) || saysOther(part.Role, c)):
		return 0
	case !part.Loose:
		return found
	case part.Role == whenRole:
		return otherTime + (1-otherTime)*found
	}
	return looseMissing + (1-looseMissing)*found
}

// saysOther tells a claim with something else in a role that is filled once: who was arrested for fraud was not for theft.
func saysOther(role string, c graph.Claim) bool {
	switch role {
	case "for", "over", "from", "as", "about", "against":
		return slices.ContainsFunc(places(c), func(p place) bool { return p.role == role && !hasTimeWords(p.text) })
	}
	return false
}

func (m *matcher) bestPlace(i int, c graph.Claim, all []place, used map[int]bool) (best float64, at int) {
	at = none
	for j, p := range all {
		if used[j] && m.pattern.Parts[i].Role == "of" { // "30 percent" of "30 percent of the firm"
			if score := m.tailMatch(m.parts[i], "of", p.text); score > best {
				best, at = score, j
			}
		}
		if used[j] {
			continue
		}
		fit := roleFit(m.pattern.Parts[i].Role, p.role, m.roleRelation(c))
		if fit == 0 || m.isOther(i, p, c) {
			continue
		}
		score := fit * m.placeIn(c, m.parts[i], p)
		if m.isRoleClaim(c) && p.role == objectRole {
			score = fit * m.v.coverage(m.parts[i].phrase, m.phrase(p.text).words)
		}
		score = max(score, m.tailMatch(m.parts[i], m.pattern.Parts[i].Role, p.text))
		if m.pattern.Parts[i].Role == mentionRole {
			score = m.v.mentions(m.parts[i], m.phrase(p.text))
		}
		if score > best {
			best, at = score, j
		}
	}
	return best, at
}

// tailMatch finds a circumstance inside a participant: "in Lagos" of "the talks in Lagos".
func (m *matcher) tailMatch(t term, role, text string) float64 {
	if !isPreposition(role) {
		return 0
	}
	_, tail, ok := strings.Cut(text, " "+role+" ")
	if !ok {
		return 0
	}
	return insidePart * m.v.phraseMatch(t, m.phrase(tail))
}

// roleRelation is the relation that decides about roles; who did something is asked of one who did it.
func (m *matcher) roleRelation(c graph.Claim) string {
	if m.pattern.Slot.Role == claimRole {
		return ""
	}
	return c.Predicate.Lemma
}

// place compares a term with all that the graph calls the place's node.
func (m *matcher) place(t term, p place) float64 {
	n := m.v.known[p.key]
	if n == nil {
		return 0
	}
	key := placeKey{t.Text, p.key}
	match, known := m.places[key]
	if !known {
		match = m.nodeMatch(t, n)
		m.places[key] = match
	}
	return match
}

// phrase reads a text, once.
func (m *matcher) phrase(text string) phrase {
	p, known := m.read[text]
	if !known {
		p = m.v.phrase(text)
		m.read[text] = p
	}
	return p
}

// elsewhere finds a part in the sentence of the claim; who does it must be in the claim itself, and so must what
// somebody is, where that is the question.
func (m *matcher) elsewhere(i int, c graph.Claim) float64 {
	part := m.pattern.Parts[i]
	if part.Role == subjectRole || part.Role == "against" || m.asksWhetherIs(i) || m.pattern.Form == Connect || m.isAnyDeed() && !part.Term.Time {
		return 0
	}
	if part.Term.Time && c.Time != nil && m.sameTime(part.Term.Text, *c.Time) {
		return 1
	}
	covered := m.v.coverage(m.parts[i].phrase, m.phrase(c.Sentence).words)
	if !part.Loose && covered < mostOfIt {
		return 0
	}
	return inSentence * covered
}

// asksWhetherIs tells the part that somebody is or is not: "the president of Norway" of "Is she the president of Norway?"
func (m *matcher) asksWhetherIs(i int) bool {
	return m.pattern.Form == Check && m.pattern.Parts[i].Role == objectRole && m.pattern.Relation.main() == "be"
}

// isOther tells a place that lacks a name which the question gives: who is a president need not be that of Norway.
// The holder's other titles may have it, or, where they name nobody else, the sentence.
func (m *matcher) isOther(i int, p place, c graph.Claim) bool {
	if m.pattern.Relation.main() != "be" || len(m.parts[i].words) == 0 {
		return false
	}
	if m.parts[i].isOtherRank(m.phrase(p.text)) {
		return true
	}
	var known []string
	for _, text := range p.texts {
		known = append(known, m.phrase(text).all()...)
	}
	holder := m.v.known[keyOf(c.Subject.ID)]
	known = slices.Concat(known, m.v.known[p.key].words(), holder.words())
	if holder == nil || !slices.ContainsFunc(holder.roles, func(role phrase) bool { return m.v.namesOther(m.parts[i], role) }) {
		known = append(known, m.phrase(c.Sentence).all()...)
	}
	if of := m.parts[i].words[m.parts[i].head:]; len(of) > 1 && string(p.ref) != of[0] && !m.v.holdsAny(of[1:], known) {
		return true
	}
	return slices.ContainsFunc(m.parts[i].proper, func(name string) bool {
		return string(p.ref) != name && m.v.coverage(phrase{words: []string{name}}, known) == 0
	})
}

// isAnyDeed tells a pattern that only its participants hold to anything.
func (m *matcher) isAnyDeed() bool {
	return m.pattern.Form == Find && len(m.pattern.Relation.Verbs) == 0
}

// isForeign tells whether a term names something that the whole article does not.
func (m *matcher) isForeign(t term, c graph.Claim) bool {
	words := m.v.articles[c.Document]
	foreign := func(w string) bool { return !words[w] }
	return slices.ContainsFunc(t.proper, foreign) && slices.ContainsFunc(t.raw, foreign)
}

// placeIn compares a term with a place, and takes into account what the sentence and the article tell of the
// words that the place itself lacks: "the Lagos talks" are "the talks" of an article about Lagos.
func (m *matcher) placeIn(c graph.Claim, t term, p place) float64 {
	match := m.place(t, p)
	if match == 0 || match == 1 {
		return match
	}
	if m.isForeign(t, c) {
		return 0
	}
	around := inSentence * m.v.coverage(t.phrase, m.phrase(c.Sentence).words)
	around = max(around, inArticle*m.v.coverageIn(t.phrase, m.v.articles[c.Document]))
	return match + (1-match)*around*match
}

func (m *matcher) sameTime(text string, t graph.Time) bool {
	return m.v.coverage(m.phrase(text), append(m.phrase(t.Text).words, strings.Split(t.Value, "-")...)) > 0.6
}

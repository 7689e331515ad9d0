package claim

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed words/nominals.txt
var nominalsText string

//go:embed words/unrealized.txt
var unrealizedText string

//go:embed words/light.txt
var lightText string

// eventNoun is how a noun of an event reads as a verb.
type eventNoun struct {
	verb        string
	preposition string // of the noun's object
	kept        bool   // the verb takes the same preposition
}

// eventNouns holds the readings of each noun: "call for X" and "call with X" differ.
var eventNouns = func() map[string][]eventNoun {
	all := map[string][]eventNoun{}
	for _, f := range lines(nominalsText) {
		all[f[0]] = append(all[f[0]], eventNoun{verb: f[1], preposition: f[2], kept: len(f) > 3})
	}
	return all
}()

// unrealized are the verbs and adjectives of events that did not take place, or not yet.
var unrealized = wordSet(unrealizedText)

// lightVerbs are those whose subject holds what their object names.
var lightVerbs = func() map[string]bool {
	all := map[string]bool{}
	for _, f := range lines(lightText) {
		all[f[0]] = true
	}
	return all
}()

// nominals reads "Russia's invasion of Ukraine" and "talks between Kyiv and Moscow".
func (s *sentence) nominals() []Claim {
	var claims []Claim
	for i := range s.words {
		if s.upos(i) != "NOUN" {
			continue
		}
		readings := eventNouns[s.nounOf(i)]
		if len(readings) == 0 || !s.isFactual(i) {
			continue
		}
		for _, e := range readings {
			claims = append(claims, s.nominalEvent(i, e)...)
		}
	}
	return claims
}

// nounOf is the lemma of a noun, or its form where only the plural names the event ("talks").
func (s *sentence) nounOf(i int) string {
	if _, ok := eventNouns[s.form(i)]; ok {
		return s.form(i)
	}
	return s.lemma(i)
}

// isFactual tells an event noun that stands in a clause that asserts: not in one that is
// negated, planned or possible, nor as what is proposed, abandoned or failed.
func (s *sentence) isFactual(i int) bool {
	if s.negates(i) || s.isUnrealized(i) {
		return false
	}
	for j := i; j >= 0; j = s.above(j) {
		if s.isPredicate(j) {
			c := s.clause(j)
			return c.modality() == "asserted" && c.polarity() == "positive"
		}
	}
	return true
}

func (s *sentence) isUnrealized(i int) bool {
	for _, m := range s.children(i, "amod") {
		if unrealized[s.form(m)] {
			return true
		}
	}
	return (s.is(i, "obj") || s.bears(i, "nsubj:pass")) && unrealized[s.lemma(s.above(i))]
}

func (s *sentence) nominalEvent(i int, e eventNoun) []Claim {
	if e.preposition == "with" {
		if claims := s.between(i, e); len(claims) > 0 {
			return claims
		}
	}
	holder, ok := s.holder(i)
	object := s.modifier(i, e.preposition)
	if !ok || object == none {
		return nil
	}
	var claims []Claim
	for _, p := range s.participants(object, objectWords) {
		claims = append(claims, s.event(i, e, holder, p))
	}
	return claims
}

// between reads "talks between A and B": A talked with B.
func (s *sentence) between(i int, e eventNoun) []Claim {
	pair := s.modifier(i, "between")
	if pair == none {
		return nil
	}
	sides := s.participants(pair, subjectWords)
	if len(sides) != 2 {
		return nil
	}
	return []Claim{s.event(i, e, sides[0], sides[1])}
}

func (s *sentence) event(i int, e eventNoun, holder, object Phrase) Claim {
	words := strings.Split(e.verb, "_")
	name := append([]string{past(words[0])}, words[1:]...)
	lemma := slices.Clone(words)
	if e.kept && words[len(words)-1] != e.preposition {
		name, lemma = append(name, e.preposition), append(lemma, e.preposition)
	}
	c := Claim{
		Tree: s.index, Subject: holder, Object: &object, Content: none,
		Predicate: Predicate{Name: relation(name), Lemma: relation(lemma), Head: i},
		Arguments: s.eventArguments(i, object.Head), Polarity: "positive", Modality: "asserted",
		Rule: "nominal", Confidence: .6,
	}
	if e.verb == "be_interested" {
		c.Predicate.Name = "is_interested_in"
	}
	c.Quote = s.quote(&c, []int{i})
	return c
}

// eventArguments are the modifiers of an event noun that name neither holder nor object.
func (s *sentence) eventArguments(i, object int) []Argument {
	var all []Argument
	for _, m := range s.children(i, "nmod") {
		if s.bears(m, "nmod:poss") || s.bears(m, "nmod:desc") || m == object || s.first(object) == m || m < i {
			continue
		}
		if s.isTime(m) {
			all = append(all, Argument{s.timeRole(m), s.phrase(m, s.timeWords(m))})
			continue
		}
		if r := s.role(m); r != "" && r != "between" && r != "by" {
			all = append(all, s.by(r, m)...)
		}
	}
	return all
}

// modifier is the prepositional modifier of a noun with this preposition.
func (s *sentence) modifier(i int, preposition string) int {
	for _, m := range s.children(i, "nmod", "obl") {
		if m > i && s.role(m) == preposition && !s.isTime(m) {
			return m
		}
	}
	return none
}

// holder is who does what a noun names: its possessor, the name before it, a by-phrase, or the
// subject of a light verb above it.
func (s *sentence) holder(i int) (Phrase, bool) {
	if p := s.child(i, "nmod:poss"); p != none {
		return s.participant(p, subjectWords)
	}
	for _, c := range s.children(i, "compound") {
		if s.upos(c) == "PROPN" && c < i && s.canAct(c) {
			return s.nominal(c, subjectWords), true
		}
	}
	if by := s.modifier(i, "by"); by != none {
		return s.participant(by, subjectWords)
	}
	return s.lightSubject(i)
}

// canAct tells a name that a body or place bears; without names marked every name can.
func (s *sentence) canAct(i int) bool {
	name := s.name(i)
	return name == "" || name == "O" && len([]rune(s.words[i].Text)) <= 4 || strings.HasSuffix(name, "ORG") || strings.HasSuffix(name, "LOC") || strings.HasSuffix(name, "PER")
}

func (s *sentence) lightSubject(i int) (Phrase, bool) {
	verb := s.above(i)
	light := s.bears(i, "obj") && lightVerbs[s.lemma(verb)] || s.is(i, "obl") && (s.lemma(verb) == "come" || s.lemma(verb) == "arrive")
	if !light || s.isPassiveForm(verb) {
		return Phrase{}, false
	}
	subjects := s.subjects(verb)
	if len(subjects) == 0 {
		return Phrase{}, false
	}
	return s.together(verb, subjects), true
}

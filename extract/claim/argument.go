package claim

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed words/discourse.txt
var discourseText string

// discourse holds the phrases that only join sentences, without their articles.
var discourse = func() map[string]bool {
	all := map[string]bool{}
	for _, f := range lines(discourseText) {
		all[strings.Join(f, " ")] = true
	}
	return all
}()

// isDiscourse tells "for example" and "as a result".
func (s *sentence) isDiscourse(i int) bool {
	return discourse[s.role(i)+" "+s.form(i)] && !s.has(i, "amod", "nmod", "compound", "nmod:poss", "acl", "conj")
}

//go:embed words/prepositional.txt
var prepositionalText string

// prepositional holds the verbs that a preposition completes although it elsewhere tells time,
// place or manner: "result in", "rely on".
var prepositional = func() map[string]bool {
	all := map[string]bool{}
	for _, f := range lines(prepositionalText) {
		for _, preposition := range f[1:] {
			all[f[0]+" "+preposition] = true
		}
	}
	return all
}()

// completing are prepositions that complete a verb unless a time or duration follows.
var completing = []string{"to", "with", "for", "of", "from", "about", "against", "into", "upon", "toward", "towards", "onto"}

// completion is the prepositional phrase that the relation absorbs, as "with" of "spoke with
// his counterpart": the first that is no adjunct, where the verb has no other complement.
func (c clause) completion() int {
	if c.has(c.head, "obj", "ccomp", "xcomp") || c.has(c.head, "cop") && !c.isBeTo(c.head) || len(c.gap()) > 0 || c.content(c.head) != none {
		return none
	}
	for _, o := range c.children(c.head, "obl") {
		if c.isCompletion(o) {
			return o
		}
	}
	return none
}

func (c clause) isCompletion(o int) bool {
	role := c.role(o)
	if role == "" || c.isDeniedPhrase(o) || c.isDiscourse(o) || c.isAgent(o) || role == "for" && c.isCircumstance(o) || c.isTime(o) && !(c.lemma(c.head) == "last" && role == "for") {
		return false
	}
	if before := c.leftmost(o) - 1; (c.form(before) == "down" || c.form(before) == "up") && c.isComma(before-1) {
		return false
	}
	if c.opensPreposition(o) || c.opensPreposition(c.leftmost(o)-1) {
		return false
	}
	return slices.Contains(completing, role) && o > c.head || prepositional[c.base(c.head)+" "+role] && c.isFirstOblique(o)
}

// opensPreposition tells "respect" of "with respect to" and "line" of "in line with".
func (s *sentence) opensPreposition(i int) bool {
	nouns := []string{"respect", "regard", "view", "favour", "favor", "line", "accordance", "connection", "reference"}
	return slices.Contains(nouns, s.form(i)) && s.upos(i-1) == "ADP"
}

// isFirstOblique tells "over" of "went over the plan" from that of "went on strike over pay".
func (c clause) isFirstOblique(o int) bool {
	return !slices.ContainsFunc(c.children(c.head, "obl"), func(other int) bool { return c.head < other && other < o && !c.isTime(other) })
}

// isAgent tells the agent of a passive.
func (s *sentence) isAgent(o int) bool {
	if s.isMeans(o) || s.isExtent(o) {
		return false
	}
	if s.bears(o, "obl:agent") {
		return true
	}
	return s.role(o) == "by" && s.isPassiveForm(s.above(o)) && s.isNominal(o) && !s.isTime(o)
}

//go:embed words/means.txt
var meansText string

// means holds the bare nouns that after "by" do nothing themselves.
var means = wordSet(meansText)

//go:embed words/units.txt
var unitsText string

var units = wordSet(unitsText)

// isExtent tells "three metres" of "was lowered by three metres", which says how far.
func (s *sentence) isExtent(o int) bool {
	return s.has(o, "nummod") && units[s.lemma(o)]
}

// isMeans tells the bare noun of "by mail", which does nothing itself.
func (s *sentence) isMeans(o int) bool {
	if slices.Contains([]string{"order", "decree", "way", "means", "virtue", "vote"}, s.form(o)) && s.leftmost(o) == o-1 {
		return true
	}
	if s.tag(o) != "NN" && s.upos(o) != "PROPN" || s.has(o, "det", "amod", "compound", "nmod", "nmod:poss", "nummod") {
		return false
	}
	return means[s.form(o)]
}

// role is the preposition of a phrase, in lower case: "in", "because_of".
func (s *sentence) role(i int) string {
	var words []string
	for _, m := range s.children(s.caseBearer(i), "case") {
		if m > i {
			continue
		}
		if before := s.form(m - 1); s.form(m) == "of" && slices.Contains([]string{"regardless", "irrespective", "ahead"}, before) {
			words = append(words, before)
		}
		words = append(words, s.form(m))
		for _, f := range s.children(m, "fixed") {
			words = append(words, s.form(f))
		}
	}
	return strings.Join(words, "_")
}

// caseBearer is the conjunct whose preposition i shares: itself where it has its own.
func (s *sentence) caseBearer(i int) int {
	for s.bears(i, "conj") && !s.has(i, "case") && s.above(i) >= 0 {
		i = s.above(i)
	}
	return i
}

// arguments are the further participants and circumstances, without the word that the
// relation has absorbed.
func (c clause) arguments(absorbed int) []Argument {
	var all []Argument
	for _, v := range c.verbs {
		for _, d := range c.dependents(v) {
			if d != absorbed {
				all = append(all, c.argument(d)...)
			}
		}
	}
	return all
}

func (c clause) argument(d int) []Argument {
	switch {
	case c.is(d, "obl") && !c.isAgent(d) && c.role(d) != "according_to":
		return c.oblique(d)
	case c.is(d, "iobj") && c.hasOtherObject(c.above(d)):
		return c.by("to", d)
	case c.is(d, "obj") && (c.stated(c.above(d)) != none || c.has(c.words[d].Head, "ccomp")):
		return c.by("to", d)
	case c.is(d, "advcl"):
		return c.adverbial(d)
	case c.bears(d, "xcomp") && c.isObjectComplement(d):
		return c.complement(d)
	case c.is(d, "advmod") && c.isTime(d):
		return []Argument{{"when", c.phrase(d, c.timeWords(d))}}
	}
	return nil
}

// stated is the clause that a verb of saying has for its object: not "of lying" of "accused her
// of lying".
func (s *sentence) stated(i int) int {
	content := s.content(i)
	if s.is(content, "advcl") && s.has(content, "mark") {
		return none
	}
	return content
}

// hasOtherObject tells a verb with an object or content beside its recipient.
func (c clause) hasOtherObject(v int) bool { return c.has(v, "obj", "ccomp") || c.stated(v) != none }

func (c clause) oblique(d int) []Argument {
	if c.isDiscourse(d) || c.isDeniedPhrase(d) || c.form(d) == "which" && d > c.head {
		return nil
	}
	if e := c.expression(d); e != nil {
		if e.First < c.leftmost(d) && c.expression(c.leftmost(d)-1) == e {
			return nil
		}
		return []Argument{{c.timeRole(d), c.phrase(d, c.timeWords(d))}}
	}
	if next := c.rightmost(d) + 1; c.opensPreposition(d) && c.above(c.above(next)) == c.above(d) && c.bears(next, "case") {
		return nil
	}
	var all []Argument
	for _, i := range c.conjuncts(d) {
		role := c.role(i)
		if noun := c.leftmost(i) - 1; role != "" && c.opensPreposition(noun) && c.above(noun) == c.above(i) {
			role = c.role(noun) + "_" + c.form(noun) + "_" + role
		}
		if role != "" {
			all = append(all, c.by(role, i)...)
		} else if c.upos(i) == "NUM" || c.has(i, "nummod") {
			all = append(all, c.by("how", i)...)
		}
	}
	return all
}

// by is a phrase in a role, if it names something.
func (s *sentence) by(role string, i int) []Argument {
	if p, ok := s.participant(i, objectWords); ok {
		return []Argument{{role, p}}
	}
	return nil
}

// adverbial is a clause that tells when, why or on what condition.
func (c clause) adverbial(d int) []Argument {
	mark := c.opener(d)
	if mark == none || c.completes(d) || c.isAsideOfSaying(d) {
		return nil
	}
	role := c.form(mark)
	if c.isNearMiss(mark) {
		role = c.form(mark-1) + "_" + role
	}
	for _, f := range c.children(mark, "fixed") {
		role += "_" + c.form(f)
	}
	return []Argument{{role, c.clausal(d)}}
}

// isAsideOfSaying tells "as she told the paper", which attributes and says nothing else.
func (s *sentence) isAsideOfSaying(d int) bool {
	return slices.ContainsFunc(s.sayings, func(y saying) bool { return y.aside && y.cue == d })
}

// opener is the word that says how an adverbial clause relates to what it hangs on.
func (s *sentence) opener(d int) int {
	for _, m := range s.dependents(d) {
		switch {
		case m > d || s.bears(m, "case") && s.tag(d) != "VBG":
		case s.is(m, "mark", "case"), s.bears(m, "advmod") && s.form(m) == "when":
			return m
		}
	}
	return none
}

// isObjectComplement tells a complement of which the object, or the patient of a passive with
// an agent, is the subject.
func (s *sentence) isObjectComplement(d int) bool {
	above := s.above(d)
	return s.has(above, "obj", "iobj") || s.agentOf(above) != none
}

// complement is what an object is said to be or asked to do: "called it a pause".
func (c clause) complement(d int) []Argument {
	if c.isPredicate(d) || c.isInfinitive(d) {
		if c.isInfinitive(d) || c.isBareInfinitive(d) {
			return []Argument{{"to", c.clausal(d)}}
		}
		return nil
	}
	if c.upos(d) == "VERB" {
		return nil
	}
	return []Argument{{"as", c.nominal(d, objectWords)}}
}

package entity

import (
	"slices"
	"strings"

	"sayso/extract/claim"
	"sayso/extract/document"
	"sayso/extract/parse"
	"sayso/graph"
)

// reach is how many sentences back a pronoun looks.
const reach = 3

// addPronouns gives the pronouns that claims refer by to the entities they plainly stand for, in the
// order of the text, so that a later one can follow an earlier.
func (t *table) addPronouns(claims []claim.Claim) {
	said := t.sayings(claims)
	var own []claim.Phrase
	for _, p := range t.pronouns(claims) {
		if isFirstPerson(t.word(place{p.Tree, p.Head})) {
			own = append(own, p)
		} else {
			t.addPronoun(p, t.antecedent(p, said))
		}
	}
	// "he said" often stands after what he said: by now it is known who he is.
	for _, p := range own {
		t.addPronoun(p, t.speaker(p, said))
	}
}

func (t *table) addPronoun(p claim.Phrase, c *cluster) {
	if c != nil {
		t.mention(c, Mention{Tree: p.Tree, Head: p.Head, Words: p.Words, Span: p.Span, Text: p.Text, Kind: Pronoun})
	}
}

func (t *table) word(at place) *parse.Word { return &t.trees[at.tree].Words[at.word] }

// pronouns returns the phrases that are pronouns, each once, in the order of the text.
func (t *table) pronouns(claims []claim.Claim) []claim.Phrase {
	seen := map[place]bool{}
	var all []claim.Phrase
	for _, p := range phrases(claims) {
		at := place{p.Tree, p.Head}
		if !p.Clause && len(p.Words) > 0 && !seen[at] && t.at[at] == nil && t.word(at).UPOS == "PRON" {
			seen[at] = true
			all = append(all, p)
		}
	}
	slices.SortStableFunc(all, func(a, b claim.Phrase) int { return a.Span.Start - b.Span.Start })
	return all
}

// saying is a source of what is said, and the words that are said.
type saying struct {
	source place
	quote  document.Span
}

func (t *table) sayings(claims []claim.Claim) []saying {
	var all []saying
	for _, c := range claims {
		if a := c.Attribution; a != nil && len(a.Source.Words) > 0 {
			all = append(all, saying{place{a.Source.Tree, a.Source.Head}, c.Quote})
		}
	}
	return all
}

func isFirstPerson(w *parse.Word) bool {
	switch strings.ToLower(w.Text) {
	case "i", "me", "myself":
		return true
	}
	return false
}

// speaker returns who says the quotation in which a first person stands.
func (t *table) speaker(p claim.Phrase, said []saying) *cluster {
	quote := t.doc.QuoteAt(p.Span.Start)
	if quote < 0 {
		return nil
	}
	for _, s := range said {
		if t.doc.QuoteAt(s.quote.Start) == quote && t.doc.QuoteAt(t.word(s.source).Start) != quote {
			return t.at[s.source]
		}
	}
	return nil
}

// antecedent returns what a third person stands for, or nil.
func (t *table) antecedent(p claim.Phrase, said []saying) *cluster {
	at := place{p.Tree, p.Head}
	switch strings.ToLower(t.word(at).Text) {
	case "he", "she", "him", "her":
		return t.person(at, said)
	case "it":
		return t.thing(at)
	case "they", "them":
		return t.nearest(at, t.arePeople)
	case "himself", "herself", "itself", "themselves":
		return t.subjectOf(t.word(at).Head, p.Tree)
	}
	return nil
}

// subjectOf returns what the subject of a verb stands for.
func (t *table) subjectOf(verb, tree int) *cluster {
	if verb < 0 {
		return nil
	}
	return t.at[place{tree, t.trees[tree].Child(verb, "nsubj")}]
}

// person returns the person whom he or she is: beside a verb of saying the person who is the subject of the
// sentence so far or of the one before, or else the last speaker; elsewhere the nearest.
func (t *table) person(at place, said []saying) *cluster {
	form := t.word(at).Text
	isPerson := func(c *cluster, m Mention) bool {
		return c.kind() == graph.Person && c.agrees(form) && t.isOne(m)
	}
	if t.isSource(at, said) && t.doc.QuoteAt(t.word(at).Start) < 0 {
		for tree := at.tree; tree >= max(0, at.tree-1); tree-- {
			if c := t.subjectBefore(at, tree, isPerson); c != nil {
				return c
			}
		}
		if c := t.lastSpeaker(at, said); c != nil && c.agrees(form) {
			return c
		}
	}
	return t.nearest(at, isPerson)
}

// thing returns what "it" is where it is plain: it and what it stands for are subjects, of one
// sentence, or the latter an organisation or a place that is the subject of the sentence before.
func (t *table) thing(at place) *cluster {
	if !isSubject(t.word(at).Relation) || t.isExpletive(at) {
		return nil
	}
	isThing := func(c *cluster, m Mention) bool {
		return c.kind() != graph.Person && !strings.HasSuffix(t.word(place{m.Tree, m.Head}).XPOS, "S")
	}
	if c := t.subjectBefore(at, at.tree, isThing); c != nil || at.tree == 0 {
		return c
	}
	return t.subjectBefore(at, at.tree-1, func(c *cluster, m Mention) bool {
		return isThing(c, m) && (c.kind() == graph.Organization || c.kind() == graph.Place)
	})
}

// isExpletive reports whether "it" stands for nothing: "it remains to be seen".
func (t *table) isExpletive(at place) bool {
	tree := &t.trees[at.tree]
	verb := t.word(at).Head
	if verb < 0 {
		return true
	}
	switch tree.Words[verb].Lemma {
	case "remain", "seem", "appear", "happen", "turn", "take", "rain", "snow":
		return true
	}
	return tree.Child(verb, "csubj") >= 0 || tree.Child(verb, "cop") >= 0 && tree.Child(verb, "ccomp", "xcomp", "advcl", "acl") >= 0
}

func (t *table) isSource(at place, said []saying) bool {
	return slices.ContainsFunc(said, func(s saying) bool { return s.source == at })
}

func (t *table) lastSpeaker(at place, said []saying) *cluster {
	var last *cluster
	lastAt := -1
	start := t.word(at).Start
	for _, s := range said {
		c := t.at[s.source]
		if where := t.word(s.source).Start; c != nil && c.kind() == graph.Person && where < start && where > lastAt && at.tree-s.source.tree <= 2*reach {
			last, lastAt = c, where
		}
	}
	return last
}

// nearest returns the subject nearest before a pronoun that fits, in its sentence or in one of
// those before; in a sentence without such a subject, the only one that fits.
func (t *table) nearest(at place, fits func(*cluster, Mention) bool) *cluster {
	for tree := at.tree; tree >= max(0, at.tree-reach); tree-- {
		if c := t.subjectBefore(at, tree, fits); c != nil {
			return c
		}
		c, several := t.onlyBefore(at, tree, fits)
		if c != nil || several {
			return c
		}
	}
	return nil
}

// subjectBefore returns the last subject of a tree before a pronoun, or the first of a tree before its own.
func (t *table) subjectBefore(at place, tree int, fits func(*cluster, Mention) bool) *cluster {
	var found *cluster
	for i, w := range t.trees[tree].Words {
		if tree == at.tree && i >= at.word || tree != at.tree && found != nil {
			break
		}
		c := t.at[place{tree, i}]
		if c == nil || !isSubject(w.Relation) || !t.canBe(at, place{tree, i}) {
			continue
		}
		if m, ok := t.mentionAt(c, place{tree, i}); ok && fits(c, m) {
			found = c
		}
	}
	return found
}

func isSubject(relation string) bool {
	return relation == "nsubj" || relation == "nsubj:pass"
}

// onlyBefore returns the one entity that fits among the mentions of a tree before a pronoun.
func (t *table) onlyBefore(at place, tree int, fits func(*cluster, Mention) bool) (found *cluster, several bool) {
	for i := range t.trees[tree].Words {
		if tree == at.tree && i >= at.word {
			break
		}
		c := t.at[place{tree, i}]
		if c == nil || c == found || !t.canBe(at, place{tree, i}) {
			continue
		}
		if m, ok := t.mentionAt(c, place{tree, i}); ok && fits(c, m) {
			if found != nil {
				return nil, true
			}
			found = c
		}
	}
	return found, false
}

// canBe rules out what a pronoun cannot stand for: the subject of its own verb, and what stands in a
// quotation that the pronoun is not in, or outside that of its sentence.
func (t *table) canBe(at, candidate place) bool {
	pronoun, other := t.word(at), t.word(candidate)
	if !isSubject(pronoun.Relation) && t.at[candidate] == t.agent(at) {
		return false
	}
	if at.tree == candidate.tree && pronoun.Head == other.Head && pronoun.Relation != "conj" {
		return false
	}
	quote, otherQuote := t.doc.QuoteAt(pronoun.Start), t.doc.QuoteAt(other.Start)
	if quote < 0 {
		return otherQuote < 0
	}
	return quote == otherQuote || at.tree != candidate.tree
}

// agent returns the subject of the verb that a word depends on, its own or that of the verb above.
func (t *table) agent(at place) *cluster {
	words := t.trees[at.tree].Words
	for verb, steps := words[at.word].Head, 0; verb >= 0 && steps < 6; verb, steps = words[verb].Head, steps+1 {
		if i := t.trees[at.tree].Child(verb, "nsubj"); i >= 0 {
			return t.at[place{at.tree, i}]
		}
	}
	return nil
}

// isOne reports whether a mention is of one person.
func (t *table) isOne(m Mention) bool {
	w := t.word(place{m.Tree, m.Head})
	switch strings.ToLower(w.Lemma) {
	case "couple", "family", "people", "staff", "pair", "duo", "anyone", "everyone", "nobody":
		return false
	}
	if m.Kind == Nominal && (w.Relation == "root" || w.Relation == "appos" || w.Relation == "nmod:desc") {
		return false
	}
	return w.XPOS != "NNS" && w.XPOS != "NNPS" && !strings.EqualFold(w.Text, "they") && !strings.EqualFold(w.Text, "them")
}

func (t *table) mentionAt(c *cluster, at place) (Mention, bool) {
	for _, m := range c.mentions {
		if m.Tree == at.tree && m.Head == at.word {
			return m, true
		}
	}
	return Mention{}, false
}

// arePeople reports whether "they" can stand for a mention: persons or organisations, several of them.
func (t *table) arePeople(c *cluster, m Mention) bool {
	w := t.word(place{m.Tree, m.Head})
	if m.Kind == Pronoun {
		return strings.EqualFold(w.Text, "they") || strings.EqualFold(w.Text, "them")
	}
	return m.Kind == Nominal && (w.XPOS == "NNS" || w.Lemma == "people") && (c.kind() == graph.Person || c.kind() == graph.Organization)
}

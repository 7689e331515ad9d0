package entity

import (
	"slices"
	"strings"

	"sayso/extract/parse"
	"sayso/graph"
	"sayso/graph/identity"
)

// besides are the things that a pronoun is spoken of beside: who speaks of him, what is named in the clause of which it
// is the subject, and what other arguments of its own verb stand for. Who describes somebody does not describe himself,
// or the text would say so.
func (t *table) besides(at place, said []saying) map[*cluster]bool {
	p := t.word(at)
	others := map[*cluster]bool{}
	if c := t.utterer(at, said); c != nil {
		others[c] = true
	}
	t.namedUnder(at, others)
	if !isArgument(p.Relation) || p.Head < 0 || isReflexive(p.Text) {
		return others
	}
	for i, w := range t.trees[at.tree].Words {
		if c := t.at[place{at.tree, i}]; c != nil && w.Head == p.Head && i != at.word && isArgument(w.Relation) {
			others[c] = true
		}
	}
	return others
}

// utterer returns who says the quotation in which a pronoun of the third person stands, of whom it does not speak. In a few
// words that a sentence borrows it may: he said he "did not know his place".
func (t *table) utterer(at place, said []saying) *cluster {
	quote := t.doc.QuoteAt(t.word(at).Start)
	if quote < 0 || isReflexive(t.word(at).Text) || !isUpper(t.doc.Text[t.doc.Quotes[quote].Start:t.doc.Quotes[quote].End]) {
		return nil
	}
	return t.speaker(at, said)
}

// namedUnder adds what the clause of a subject names after it: in "he said Holm left" he is not Holm.
func (t *table) namedUnder(at place, others map[*cluster]bool) {
	p := t.word(at)
	if !isSubject(p.Relation) || p.Head < 0 {
		return
	}
	for i := at.word + 1; i < len(t.trees[at.tree].Words); i++ {
		c := t.at[place{at.tree, i}]
		if c == nil || !t.hangsOn(place{at.tree, i}, p.Head) {
			continue
		}
		if m, ok := t.mentionAt(c, place{at.tree, i}); ok && m.Kind == Name {
			others[c] = true
		}
	}
}

// hangsOn reports whether a word stands in the clause of a verb or in one that completes it, and not in one beside it.
func (t *table) hangsOn(at place, verb int) bool {
	words := t.trees[at.tree].Words
	for i, steps := at.word, 0; i >= 0 && steps < len(words); i, steps = words[i].Head, steps+1 {
		switch {
		case i == verb:
			return true
		case slices.Contains([]string{"acl", "acl:relcl", "advcl", "parataxis"}, words[i].Relation), words[i].Head == verb && words[i].Relation == "conj":
			return false
		}
	}
	return false
}

func isArgument(relation string) bool {
	switch relation {
	case "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent":
		return true
	}
	return false
}

// fits reports whether a pronoun can stand for a mention, going by person, number and gender.
func (t *table) fits(c *cluster, m Mention, at place, class pronounClass) bool {
	form := strings.ToLower(t.word(at).Text)
	switch class {
	case person:
		return c.agrees(form) && (t.isOne(m) || c.hasSurname(m)) && (c.kind() == graph.Person || c.mayBePerson() && !t.hasArticle(c))
	case thing:
		return c.kind() != graph.Person && !t.isPlural(m)
	}
	return t.isPlural(m) || c.kind() == graph.Organization || m.Kind == Pronoun && t.classOf(m) == several
}

// isOther reports whether a text that goes on about a thing counts it otherwise: what was "it" a sentence ago is not "they".
func (t *table) isOther(c *cluster, at place, class pronounClass) bool {
	if class == person {
		return false
	}
	for i := len(c.mentions) - 1; i >= 0; i-- {
		m := c.mentions[i]
		if m.Tree < at.tree-1 {
			return false
		}
		if m.Kind == Pronoun {
			return t.classOf(m) != class
		}
	}
	return false
}

// isPress reports whether a noun stands for those to whom somebody speaks only so that we read it: "told reporters".
func (t *table) isPress(at place) bool {
	w := t.word(at)
	if w.Head < 0 || w.Lemma != "reporter" && w.Lemma != "journalist" || isSubject(w.Relation) {
		return false
	}
	switch t.word(place{at.tree, w.Head}).Lemma {
	case "tell", "say", "speak", "talk", "add", "confirm", "announce":
		return true
	}
	return false
}

// hasSurname reports whether a mention is the surname of a full name, though it look like a plural: Waters of Ada Waters.
func (c *cluster) hasSurname(m Mention) bool {
	return m.Kind == Name && slices.ContainsFunc(c.names, func(n identity.Name) bool { return isSurname(m.Text, n.Text) })
}

// mayBePerson reports whether the tagger may have taken a person for something else.
func (c *cluster) mayBePerson() bool {
	if !c.named || c.sure != "" || len(strings.Fields(c.names[0].Text)) > 3 || strings.ToUpper(c.names[0].Text) == c.names[0].Text {
		return false
	}
	if _, listed := identity.Lookup(c.names[0].Text); listed {
		return false
	}
	return c.votes[graph.Person] > 0 || c.votes[graph.Organization]+c.votes[graph.Place] < sureVotes
}

// sureVotes is how often a tagger does not err about one name.
const sureVotes = 3

// hasArticle reports whether a text puts "the" before a name, as it does not before a person's.
func (t *table) hasArticle(c *cluster) bool {
	return slices.ContainsFunc(c.mentions, func(m Mention) bool {
		return m.Kind == Name && m.Words[0] > 0 && t.word(place{m.Tree, m.Words[0] - 1}).Lemma == "the"
	})
}

func (t *table) classOf(m Mention) pronounClass {
	return pronounClasses[strings.ToLower(t.word(place{m.Tree, m.Head}).Text)]
}

func (t *table) isPlural(m Mention) bool {
	w := t.word(place{m.Tree, m.Head})
	switch {
	case m.Kind == Pronoun:
		return t.classOf(m) == several
	case w.XPOS == "NNS":
		return true
	case m.Kind == Nominal && t.isJoined(place{m.Tree, m.Head}):
		return true
	}
	return w.Lemma == "people" || w.Lemma == "police" || w.Lemma == "couple"
}

// isJoined reports whether another noun is coordinated with a noun, as a clause with a noun that is a predicate is not.
func (t *table) isJoined(at place) bool {
	i := t.trees[at.tree].Child(at.word, "conj")
	if i < 0 {
		return false
	}
	switch t.trees[at.tree].Words[i].UPOS {
	case "NOUN", "PROPN", "PRON":
		return t.trees[at.tree].Child(i, "nsubj") < 0
	}
	return false
}

// canBe rules out what a pronoun cannot stand for: the subject of its own verb, what its phrase belongs to,
// what stands in a quotation that the pronoun is not in, or outside that of its sentence.
func (t *table) canBe(at, other place) bool {
	p, o := t.word(at), t.word(other)
	if at.tree == other.tree {
		words := t.trees[at.tree].Words
		reflexive := isReflexive(p.Text)
		possessive := strings.HasPrefix(p.Relation, "nmod:poss")
		if p.Head == other.word || o.Head == at.word {
			return false // his father is not he
		}
		if possessive && o.Relation == "appos" && o.Head == p.Head {
			return false // nor is his father Otto Holm
		}
		if !possessive && !reflexive && p.Head == o.Head && p.Relation != "conj" && o.Relation != "conj" {
			return false
		}
		if possessive && t.inside(at.word, other.word, at.tree) {
			return false
		}
		if !possessive && !reflexive && !isSubject(p.Relation) && p.Head >= 0 && isSubject(o.Relation) && verbOf(words, at.word) == o.Head {
			return false
		}
	}
	quote, otherQuote := t.doc.QuoteAt(p.Start), t.doc.QuoteAt(o.Start)
	if quote < 0 {
		return otherQuote < 0
	}
	return quote == otherQuote || at.tree != other.tree
}

// inside reports whether a word stands in the phrase of a noun.
func (t *table) inside(word, noun, tree int) bool {
	words := t.trees[tree].Words
	for i, steps := words[word].Head, 0; i >= 0 && steps < 4; i, steps = words[i].Head, steps+1 {
		if i == noun {
			return true
		}
		if words[i].UPOS == "VERB" {
			return false
		}
	}
	return false
}

// verbOf returns the verb that a word hangs on by nouns and prepositions, or the word above.
func verbOf(words []parse.Word, i int) int {
	for steps := 0; steps < 6 && words[i].Head >= 0; steps++ {
		i = words[i].Head
		if words[i].UPOS == "VERB" {
			return i
		}
	}
	return i
}

// isOne reports whether a mention is of one person.
func (t *table) isOne(m Mention) bool {
	w := t.word(place{m.Tree, m.Head})
	switch strings.ToLower(w.Lemma) {
	case "couple", "family", "people", "staff", "pair", "duo", "anyone", "everyone", "nobody":
		return false
	}
	return w.XPOS != "NNS" && w.XPOS != "NNPS" && (m.Kind != Pronoun || t.classOf(m) == person)
}

func (t *table) mentionAt(c *cluster, at place) (Mention, bool) {
	for _, m := range c.mentions {
		if m.Tree == at.tree && m.Head == at.word {
			return m, true
		}
	}
	return Mention{}, false
}

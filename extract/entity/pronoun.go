package entity

import (
	"slices"
	"strings"

	"sayso/extract/claim"
	"sayso/extract/document"
	"sayso/extract/parse"
	"sayso/graph"
)

// pronounClass is a set of pronouns that stand for the same sort of thing.
type pronounClass string

const (
	noPronoun pronounClass = ""
	person    pronounClass = "person" // he, she
	thing     pronounClass = "thing"  // it
	several   pronounClass = "several"
	speaker   pronounClass = "speaker" // I
	speakers  pronounClass = "speakers"
	hearer    pronounClass = "hearer"
)

var pronounClasses = map[string]pronounClass{
	"he": person, "him": person, "his": person, "himself": person, "she": person, "her": person, "hers": person, "herself": person,
	"it": thing, "its": thing, "itself": thing,
	"they": several, "them": several, "their": several, "theirs": several, "themselves": several,
	"i": speaker, "me": speaker, "my": speaker, "mine": speaker, "myself": speaker,
	"we": speakers, "us": speakers, "our": speakers, "ours": speakers, "ourselves": speakers,
	"you": hearer, "your": hearer, "yours": hearer, "yourself": hearer, "yourselves": hearer,
}

// addPronouns gives the pronouns to the entities that they stand for, in the order of the text, so that a
// later one can follow an earlier.
func (t *table) addPronouns(claims []claim.Claim) {
	said := t.sayings(claims)
	var own []place
	for tree := range t.trees {
		for word := range t.trees[tree].Words {
			at := place{tree, word}
			switch class := t.pronounClass(at); class {
			case noPronoun:
			case person, thing, several:
				c, odds := t.antecedent(at, class, said)
				t.addPronoun(at, c, odds)
			default:
				own = append(own, at)
			}
		}
	}
	// "he said" often stands after what he said: by now it is known who he is.
	unknown := map[string]*cluster{}
	for _, at := range own {
		t.addOwn(at, said, unknown)
	}
}

func (t *table) pronounClass(at place) pronounClass {
	w := t.word(at)
	if t.at[at] != nil || w.UPOS != "PRON" && w.UPOS != "DET" && !strings.HasPrefix(w.XPOS, "PRP") || w.XPOS == "CD" {
		return noPronoun
	}
	if w.Text == "US" || w.Text == "IT" {
		return noPronoun
	}
	return pronounClasses[strings.ToLower(w.Text)]
}

func (t *table) addPronoun(at place, c *cluster, odds float64) {
	if c != nil {
		r := reader{doc: t.doc, tree: at.tree, words: t.trees[at.tree].Words}
		m := r.mention(at.word, at.word+1, Pronoun)
		m.Odds = odds
		t.mention(c, m)
	}
}

// addOwn gives a pronoun of the first or second person to who speaks, or to the others of its kind: an unknown
// speaker of a quotation, or the author.
func (t *table) addOwn(at place, said []saying, unknown map[string]*cluster) {
	class := t.pronounClass(at)
	quote := t.doc.QuoteAt(t.word(at).Start)
	if class == speaker || class == speakers && isSubject(t.word(at).Relation) { // who says "we urge" is one of those who urge
		if c, odds := t.author(at, said); c != nil {
			t.addPronoun(at, c, odds)
			return
		}
	}
	key := string(class)
	if quote >= 0 {
		key += " quoted"
	}
	if unknown[key] == nil {
		unknown[key] = t.enter(&cluster{text: t.word(at).Text, votes: map[graph.Type]int{graph.Person: 1}})
	}
	t.addPronoun(at, unknown[key], 1)
}

func (t *table) word(at place) *parse.Word { return &t.trees[at.tree].Words[at.word] }

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

// author returns who a first person in a quotation is: who says it, or of a document whose it is. "The ministry's letter reads
// 'we may'" is what the ministry may.
func (t *table) author(at place, said []saying) (c *cluster, odds float64) {
	source, ok := t.source(at, said)
	if !ok || t.at[source] == nil {
		return nil, 0
	}
	c = t.at[source]
	if m, ok := t.mentionAt(c, source); ok && m.Kind == Pronoun {
		return c, m.Odds
	}
	if c.kind() != graph.Work && c.kind() != graph.Event {
		return c, 1
	}
	words := t.trees[source.tree].Words
	for i, w := range words {
		if w.Head != source.word || w.Relation != "compound" && w.Relation != "nmod:poss" && w.Relation != "nmod" {
			continue
		}
		if owner := t.at[place{source.tree, i}]; owner != nil && (owner.kind() == graph.Organization || owner.kind() == graph.Person) {
			return owner, 1
		}
	}
	return nil, 0
}

// speaker returns who says the quotation in which a word stands.
func (t *table) speaker(at place, said []saying) *cluster {
	if source, ok := t.source(at, said); ok {
		return t.at[source]
	}
	return nil
}

// source returns where a text names who says the quotation in which a word stands.
func (t *table) source(at place, said []saying) (place, bool) {
	quote := t.doc.QuoteAt(t.word(at).Start)
	if quote < 0 {
		return place{}, false
	}
	for _, s := range said {
		if t.doc.QuoteAt(s.quote.Start) == quote && t.doc.QuoteAt(t.word(s.source).Start) != quote {
			return s.source, true
		}
	}
	return place{}, false
}

// isExpletive reports whether "it" stands for nothing: "it remains to be seen".
func (t *table) isExpletive(at place) bool {
	tree := &t.trees[at.tree]
	verb := t.word(at).Head
	if verb < 0 || t.word(at).Relation == "expl" {
		return true
	}
	switch tree.Words[verb].Lemma {
	case "remain", "seem", "appear", "happen", "turn", "take", "rain", "snow":
		return true
	}
	if t.word(at).Relation == "obj" { // "makes it easier to"
		object := tree.Child(verb, "xcomp")
		return object > at.word && tree.Words[object].UPOS == "ADJ" && slices.Contains([]string{"make", "find", "consider", "think", "deem", "believe"}, tree.Words[verb].Lemma)
	}
	return tree.Child(verb, "csubj") >= 0 || tree.Child(verb, "cop") >= 0 && tree.Child(verb, "ccomp", "xcomp", "advcl", "acl") >= 0
}

func isSubject(relation string) bool {
	return relation == "nsubj" || relation == "nsubj:pass"
}

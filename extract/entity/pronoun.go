package entity

import (
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
				t.addPronoun(at, t.antecedent(at, class, said))
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

func (t *table) addPronoun(at place, c *cluster) {
	if c != nil {
		r := reader{doc: t.doc, tree: at.tree, words: t.trees[at.tree].Words}
		t.mention(c, r.mention(at.word, at.word+1, Pronoun))
	}
}

// addOwn gives a pronoun of the first or second person to who speaks, or to the others of its kind: an unknown
// speaker of a quotation, or the author.
func (t *table) addOwn(at place, said []saying, unknown map[string]*cluster) {
	class := t.pronounClass(at)
	quote := t.doc.QuoteAt(t.word(at).Start)
	if class == speaker || class == speakers && isSubject(t.word(at).Relation) { // who says "we urge" is one of those who urge
		if c := t.speaker(at, said); c != nil {
			t.addPronoun(at, c)
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
	t.addPronoun(at, unknown[key])
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

// speaker returns who says the quotation in which a first person stands.
func (t *table) speaker(at place, said []saying) *cluster {
	quote := t.doc.QuoteAt(t.word(at).Start)
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
	return tree.Child(verb, "csubj") >= 0 || tree.Child(verb, "cop") >= 0 && tree.Child(verb, "ccomp", "xcomp", "advcl", "acl") >= 0
}

func isSubject(relation string) bool {
	return relation == "nsubj" || relation == "nsubj:pass"
}

package entity

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"

	"sayso/extract/claim"
	"sayso/graph"
	"sayso/graph/identity"
)

//go:embed sorts.txt
var sortList string

// sorts tell which nouns take up what was called by which others.
type sorts struct {
	takenUp map[string]map[string]bool
	alone   map[string]bool // those that also take up what nothing was called by
}

var nounSorts = sync.OnceValue(func() sorts {
	s := sorts{takenUp: map[string]map[string]bool{}, alone: map[string]bool{}}
	for line := range strings.Lines(sortList) {
		before, after, isSort := strings.Cut(line, ":")
		switch {
		case strings.HasPrefix(line, "#"):
		case isSort:
			s.add(strings.Fields(before), strings.Fields(after))
		default:
			for _, noun := range strings.Fields(line) {
				s.alone[noun] = true
			}
		}
	}
	return s
})

func (s sorts) add(general, special []string) {
	for _, noun := range slices.Concat(general, special) {
		if s.takenUp[noun] == nil {
			s.takenUp[noun] = map[string]bool{noun: true}
		}
	}
	for _, noun := range general {
		for _, other := range slices.Concat(general, special) {
			s.takenUp[noun][other] = true
		}
	}
}

// callNames notes by which nouns the article calls what it names: "Norvik, an airline", "the airline Norvik", "Norvik Airlines".
func (t *table) callNames() {
	for tree := range t.trees {
		for i, w := range t.trees[tree].Words {
			if c := cmp.Or(t.described(place{tree, i}), t.ofName(place{tree, i})); c != nil {
				c.call(singular(strings.ToLower(w.Lemma)))
			}
		}
	}
	for _, c := range t.clusters {
		for _, n := range c.names {
			head := headOfName(n.Text)
			noun := singular(strings.ToLower(head))
			switch {
			case nouns()[noun] == c.kind():
				c.call(noun)
			case isCompany(head, false) && c.kind() == graph.Organization:
				c.call("company")
			}
			if identity.IsCountry(n.Text) {
				c.call("country")
			}
		}
	}
}

// headOfName returns the word that a name is built on: "Bank" of "Bank of England".
func headOfName(name string) string {
	name, _, _ = strings.Cut(name, " of ")
	return name[strings.LastIndex(name, " ")+1:]
}

func (c *cluster) call(noun string) {
	if c.called == nil {
		c.called = map[string]bool{}
	}
	c.called[noun] = true
}

// described returns what a noun tells what it is: in apposition, as a predicate, or right before the name.
func (t *table) described(at place) *cluster {
	words := t.trees[at.tree].Words
	w := words[at.word]
	if w.UPOS != "NOUN" && isUpper(w.Text) || t.inName[at] != nil {
		return nil
	}
	if i := t.trees[at.tree].Child(at.word, "appos"); i > at.word && t.inName[place{at.tree, i}] != nil {
		return t.inName[place{at.tree, i}]
	}
	switch w.Relation {
	case "appos":
		if w.Head < at.word {
			return t.inName[place{at.tree, w.Head}]
		}
	case "root":
		if subject := t.trees[at.tree].Child(at.word, "nsubj"); subject >= 0 && subject < at.word && t.trees[at.tree].Child(at.word, "cop") >= 0 {
			return t.inName[place{at.tree, subject}]
		}
	case "nmod:desc", "compound":
		if c := t.inName[place{at.tree, at.word + 1}]; c != nil && c == t.inName[place{at.tree, w.Head}] {
			return c
		}
	}
	return nil
}

// namesAfterOf are the nouns that stand for what they are "of": the city of Bergen is Bergen, its port is not.
var namesAfterOf = []string{"city", "town", "village", "island", "province", "county", "municipality", "state", "republic", "kingdom"}

// ofName returns the place of which a noun tells the sort and "of" the name.
func (t *table) ofName(at place) *cluster {
	words := t.trees[at.tree].Words
	if i := at.word; i+2 < len(words) && words[i+1].Text == "of" && words[i+2].Head == i && slices.Contains(namesAfterOf, words[i].Text) {
		if c := t.inName[place{at.tree, i + 2}]; c != nil && c.kind() == graph.Place {
			return c
		}
	}
	return nil
}

// resumed returns the name that a bare definite noun takes up: one called so before it, or else one that may be so called, "the
// airline" after Norvik; none where it may as well be another.
func (t *table) resumed(p claim.Phrase) *cluster {
	w := t.word(place{p.Tree, p.Head})
	noun := strings.ToLower(w.Lemma)
	if w.XPOS == "NNS" || isUpper(w.Text) || nounSorts().takenUp[noun] == nil || !strings.EqualFold(t.word(place{p.Tree, p.Words[0]}).Text, "the") {
		return nil
	}
	kind := nominalType(w)
	beside := t.besides(place{p.Tree, p.Head}, nil)
	var called, possible []*cluster
	for _, c := range t.recent(place{p.Tree, p.Head}) {
		switch {
		case beside[c]:
		case c.isCalled(noun):
			called = append(called, c)
		case len(c.called) == 0 && c.kind() == kind && nounSorts().alone[noun] && t.acts(c):
			possible = append(possible, c)
		}
	}
	if len(called) == 0 {
		return foremost(possible, p.Tree)
	}
	if slices.ContainsFunc(possible, func(c *cluster) bool { return c.isSpokenOf(p.Tree - 2) }) {
		return nil
	}
	return foremost(called, p.Tree)
}

// acts reports whether a clause speaks of a name as its subject or object, as a byline does not.
func (t *table) acts(c *cluster) bool {
	return slices.ContainsFunc(c.mentions, func(m Mention) bool { return isArgument(t.word(place{m.Tree, m.Head}).Relation) })
}

// foremost returns the one that the text is most about, unless it has just spoken of another too.
func foremost(of []*cluster, tree int) *cluster {
	if len(of) == 0 {
		return nil
	}
	best := slices.MaxFunc(of, func(a, b *cluster) int { return cmp.Compare(len(a.mentions), len(b.mentions)) })
	for _, c := range of {
		if c != best && (2*len(c.mentions) > len(best.mentions) || c.isSpokenOf(tree-2)) {
			return nil
		}
	}
	return best
}

// isSpokenOf reports whether a mention stands in a sentence or after it.
func (c *cluster) isSpokenOf(tree int) bool {
	return slices.ContainsFunc(c.mentions, func(m Mention) bool { return m.Tree >= tree })
}

func (c *cluster) isCalled(noun string) bool {
	for other := range nounSorts().takenUp[noun] {
		if c.called[other] {
			return true
		}
	}
	return false
}

// recent are the names before a word that it may stand for, the last first.
func (t *table) recent(at place) []*cluster {
	var all []*cluster
	for tree := at.tree; tree >= 0; tree-- {
		last := len(t.trees[tree].Words) - 1
		if tree == at.tree {
			last = at.word - 1
		}
		for word := last; word >= 0; word-- {
			c := t.at[place{tree, word}]
			if c != nil && c.named && !slices.Contains(all, c) && t.canBe(at, place{tree, word}) {
				all = append(all, c)
			}
		}
	}
	return all
}

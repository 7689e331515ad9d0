package entity

import (
	"cmp"
	"slices"
	"strings"

	"sayso/extract/claim"
	"sayso/extract/document"
	"sayso/extract/parse"
	"sayso/graph"
	"sayso/graph/identity"
)

// table gathers the clusters of an article.
type table struct {
	doc      *document.Document
	trees    []parse.Tree
	clusters []*cluster
	at       map[place]*cluster // by the head words of mentions
	inName   map[place]*cluster // by all words of proper names, their titles not counted
	claimed  map[place]bool     // the heads of phrases of claims
	weights  Weights
	see      func(Choice) // is shown each choice, if it is there
}

// place is a word of a tree.
type place struct{ tree, word int }

// cluster is an entity in the making.
type cluster struct {
	named    bool
	names    []identity.Name // as met, for named ones
	votes    map[graph.Type]int
	sure     graph.Type // told by a title or by the head of a name
	text     string     // of a nominal
	headed   bool       // text is a headline's, which writes common nouns as names
	key      string
	mentions []Mention
	told     told
	called   map[string]bool // the nouns that tell what is named
}

func newTable(d *document.Document, trees []parse.Tree) *table {
	return &table{doc: d, trees: trees, at: map[place]*cluster{}, inName: map[place]*cluster{}, claimed: map[place]bool{}}
}

func (t *table) enter(c *cluster) *cluster {
	t.clusters = append(t.clusters, c)
	return c
}

// mention adds a mention; the first to claim a head word has it.
func (t *table) mention(c *cluster, m Mention) {
	c.mentions = append(c.mentions, m)
	if at := (place{m.Tree, m.Head}); t.at[at] == nil {
		t.at[at] = c
	}
}

// addNominals enters the nouns of phrases that no name covers.
func (t *table) addNominals(phrases []claim.Phrase) {
	known := map[string]*cluster{}
	last := map[string]*cluster{} // by the lemma of the head
	for _, p := range inOrder(phrases) {
		words := t.trees[p.Tree].Words
		if !isNominal(p, words) || t.at[place{p.Tree, p.Head}] != nil {
			continue
		}
		m := Mention{Tree: p.Tree, Head: p.Head, Words: p.Words, Span: p.Span, Text: p.Text, Kind: Nominal}
		if c := t.covering(p); c != nil {
			t.mention(c, m)
			continue
		}
		name := t.whose(p) + nominalName(p, words, t.doc.Text)
		key := identity.Fold(name)
		lemma := strings.ToLower(words[p.Head].Lemma)
		if strings.HasSuffix(words[p.Head].XPOS, "S") {
			lemma += " plural" // "the accusation" is none of "accusations"
		}
		c := known[key]
		if c == nil && isBare(p, words) && !t.isSelected(p) {
			c = last[lemma]
		}
		if c == nil && isBare(p, words) {
			c = t.resumed(p)
		}
		headed := (&reader{words: words}).inHeadline()
		if c == nil || !isDefinite(p, words) {
			c = t.enter(&cluster{text: timeless(p, words, t.doc.Text, name), headed: headed, key: key, votes: map[graph.Type]int{cmp.Or(t.senseOf(place{p.Tree, p.Head}), nominalType(&words[p.Head])): 1}})
			known[key] = c
		} else if c.headed && !headed && key == c.key {
			c.text, c.headed = timeless(p, words, t.doc.Text, name), false
		}
		if !t.isAnother(p) && t.senseOf(place{p.Tree, p.Head}) == "" {
			last[lemma] = c
		}
		if named := t.explained(p); named != nil {
			last[lemma], known[key] = named, named
		}
		t.mention(c, m)
	}
}

// isSelected reports whether a relative clause tells which of many are meant: "the people who voted" are others than the
// people spoken of.
func (t *table) isSelected(p claim.Phrase) bool {
	return t.word(place{p.Tree, p.Head}).XPOS == "NNS" && t.trees[p.Tree].Child(p.Head, "acl:relcl") >= 0
}

func inOrder(phrases []claim.Phrase) []claim.Phrase {
	return slices.SortedStableFunc(slices.Values(phrases), func(a, b claim.Phrase) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
}

// covering returns the named entity that a phrase is another mention of: its head lies within a
// name, or it stands in apposition to one, or it is the title by which the article introduced one person.
func (t *table) covering(p claim.Phrase) *cluster {
	if c := t.inName[place{p.Tree, p.Head}]; c != nil {
		return c
	}
	if c := t.apposed(p); c != nil {
		return c
	}
	if c := t.ofName(place{p.Tree, p.Head}); c != nil {
		return c
	}
	return t.titleHolder(p)
}

// apposed returns the person or organisation whose name follows a noun in apposition: "the
// minister, Sergei Lavrov".
func (t *table) apposed(p claim.Phrase) *cluster {
	words := t.trees[p.Tree].Words
	noun := nominalType(&words[p.Head])
	for i, w := range words {
		if w.Head != p.Head || w.Relation != "appos" {
			continue
		}
		c := t.at[place{p.Tree, i}]
		if c == nil || !c.named {
			continue
		}
		if noun != graph.Thing && c.kind() == noun || noun == graph.Thing && c.kind() == graph.Person && isAgentive(&words[p.Head]) { // "his tailor, Otto Holm"
			return c
		}
	}
	return nil
}

// explained returns the organisation or place whose name a noun explains: after "Norvik, a mining company" the company is
// Norvik.
func (t *table) explained(p claim.Phrase) *cluster {
	c := t.described(place{p.Tree, p.Head})
	if kind := nominalType(t.word(place{p.Tree, p.Head})); c == nil || c.kind() != kind || kind != graph.Organization && kind != graph.Place {
		return nil
	}
	return c
}

// isAnother reports whether a phrase tells its thing from the one that is spoken of: "the previous storm" is not the storm.
func (t *table) isAnother(p claim.Phrase) bool {
	return slices.ContainsFunc(p.Words, func(i int) bool {
		w := t.word(place{p.Tree, i})
		return w.Head == p.Head && (w.XPOS == "JJ" || w.XPOS == "RB") && slices.Contains([]string{"first", "previous", "former", "other", "another", "earlier", "last", "next", "second", "third", "similar", "different"}, strings.ToLower(w.Text))
	})
}

// titleHolder returns the one person whom the article introduces with the title that a definite
// phrase consists of, or the one organisation with that word in its name: "the mayor", "the council".
func (t *table) titleHolder(p claim.Phrase) *cluster {
	words := t.trees[p.Tree].Words
	if strings.ToLower(words[p.Words[0]].Text) != "the" || len(p.Words) < 2 || p.Words[len(p.Words)-1] != p.Head {
		return nil
	}
	noun := &words[p.Head]
	title := t.doc.Text[words[p.Words[1]].Start:noun.End]
	var holder *cluster
	for _, c := range t.clusters {
		if !c.named || c.kind() != titleType(noun) || !c.hasTitle(title) || nounSorts().alone[strings.ToLower(noun.Lemma)] && p.Span.Start < c.start() {
			continue
		}
		if holder != nil {
			return nil
		}
		holder = c
	}
	return holder
}

// titleType returns the type of those whom a noun can stand for as their title.
func titleType(noun *parse.Word) graph.Type {
	switch {
	case identity.IsTitle(noun.Text):
		return graph.Person
	case isOrganizationHead(noun.Text) && noun.XPOS == "NN":
		return graph.Organization
	}
	return ""
}

// start is where the text names or speaks of it first.
func (c *cluster) start() int {
	start := c.mentions[0].Span.Start
	for _, m := range c.mentions {
		start = min(start, m.Span.Start)
	}
	return start
}

func (c *cluster) hasTitle(title string) bool {
	for _, m := range c.mentions {
		if m.Kind == Name && strings.Contains(" "+strings.ToLower(m.Text)+" ", " "+strings.ToLower(title)+" ") {
			return true
		}
	}
	return false
}

// kind is the type that most mentions vote for.
func (c *cluster) kind() graph.Type {
	if c.sure != "" {
		return c.sure
	}
	best := graph.Thing
	for _, t := range []graph.Type{graph.Person, graph.Place, graph.Organization, graph.Event, graph.Work} {
		if c.votes[t] > c.votes[best] || best == graph.Thing && c.votes[t] > 0 {
			best = t
		}
	}
	return best
}

// claim marks the phrases that claims speak of things by.
func (t *table) claim(phrases []claim.Phrase) {
	for _, p := range phrases {
		t.claimed[place{p.Tree, p.Head}] = true
	}
}

// isFair reports whether a pronoun likely enough stands for what it is a mention of: a claim about the wrong one is worse than
// none. He and she are hardly ever nobody, so that the likeliest of several is mostly right.
func (t *table) isFair(m Mention) bool {
	if t.classOf(m) == person {
		return m.Odds >= 0.3
	}
	return m.Odds >= 0.4
}

// known leaves of the clusters what is named or what claims speak of by a noun, and of their nominal
// mentions those of claims, of their pronouns those that likely are.
func (t *table) known() {
	for _, c := range t.clusters {
		c.mentions = slices.DeleteFunc(c.mentions, func(m Mention) bool { return m.Kind == Pronoun && !t.isFair(m) })
		if !c.named && !slices.ContainsFunc(c.mentions, func(m Mention) bool { return m.Kind == Nominal && t.claimed[place{m.Tree, m.Head}] }) {
			c.mentions = nil
			continue
		}
		c.mentions = slices.DeleteFunc(c.mentions, func(m Mention) bool { return m.Kind == Nominal && !t.claimed[place{m.Tree, m.Head}] })
	}
}

// entities returns the clusters in the order of their first mention.
func (t *table) entities() []Entity {
	var all []Entity
	for _, c := range t.clusters {
		if len(c.mentions) == 0 {
			continue
		}
		slices.SortStableFunc(c.mentions, inText)
		all = append(all, Entity{Name: c.name(), Type: c.kind(), Named: c.named, Mentions: c.mentions})
	}
	slices.SortStableFunc(all, func(a, b Entity) int { return inText(a.Mentions[0], b.Mentions[0]) })
	return all
}

func inText(a, b Mention) int {
	return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
}

package entity

import (
	"sayso/extract/claim"
	"sayso/graph"
	"sayso/graph/identity"
)

// classNouns say of a name before them what it names: "the Kherson region", "the Wagner group".
var classNouns = map[string]graph.Type{
	"region": graph.Place, "province": graph.Place, "island": graph.Place, "peninsula": graph.Place, "river": graph.Place, "valley": graph.Place,
	"group": graph.Organization, "organization": graph.Organization, "organisation": graph.Organization, "movement": graph.Organization,
	"newspaper": graph.Organization, "magazine": graph.Organization,
}

// addClassNouns makes a name with its class noun another mention of what is named.
func (t *table) addClassNouns() {
	for tree := range t.trees {
		r := reader{doc: t.doc, tree: tree, words: t.trees[tree].Words}
		for i := 1; i < len(r.words); i++ {
			c := t.inName[place{tree, i - 1}]
			class := classNouns[r.words[i].Text]
			if c == nil || class == "" || t.inName[place{tree, i}] != nil || !c.isOf(class) {
				continue
			}
			from := i
			for from > 0 && t.inName[place{tree, from - 1}] == c {
				from--
			}
			t.mention(c, r.spanning(from, i+1, i))
		}
	}
}

// isOf reports whether a class noun can follow a name without naming something else, as the regions of a country are.
func (c *cluster) isOf(class graph.Type) bool {
	kind := c.kind()
	return kind == class && !identity.IsCountry(c.name()) || kind == graph.Thing
}

// collectives are the phrases, whether claims speak of them or not, that name an organisation by its
// country or leader: "the Chilean navy", "the Monti government".
func (t *table) collectives() []claim.Phrase {
	var all []claim.Phrase
	for tree := range t.trees {
		r := reader{doc: t.doc, tree: tree, words: t.trees[tree].Words}
		if r.inHeadline() {
			continue
		}
		for i := 1; i < len(r.words); i++ {
			if w := &r.words[i]; w.XPOS != "NN" || !isOrganizationHead(w.Text) || t.at[place{tree, i}] != nil {
				continue
			}
			if from := r.originOf(i, t); from < i {
				m := r.mention(from, i+1, Nominal)
				all = append(all, claim.Phrase{Tree: tree, Head: i, Words: m.Words, Span: m.Span, Text: m.Text})
			}
		}
	}
	return all
}

// originOf returns the first word of the demonym or name right before a noun, or the noun itself.
func (r *reader) originOf(i int, t *table) int {
	if r.isDemonym(i - 1) {
		return i - 1
	}
	c := t.inName[place{r.tree, i - 1}]
	from := i
	for c != nil && from > 0 && t.inName[place{r.tree, from - 1}] == c {
		from--
	}
	return from
}

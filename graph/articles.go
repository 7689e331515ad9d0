package graph

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// Articles is what quads say of the articles that they are from, by ID: the metadata alone.
func Articles(quads []quad.Quad) []Article {
	d := describe(quads)
	var articles []Article
	for _, t := range d.having(RDFType, ArticleType) {
		if iri, ok := t.subject.(quad.IRI); ok {
			articles = append(articles, d.article(t.label, iri))
		}
	}
	slices.SortFunc(articles, func(a, b Article) int { return cmp.Compare(a.ID, b.ID) })
	return articles
}

func (d descriptions) article(label quad.Value, iri quad.IRI) Article {
	return Article{
		ID:        strings.TrimPrefix(string(Short(iri)), "a:"),
		Title:     d.text(label, iri, DCTitle),
		Outlet:    d.text(label, iri, DCPublisher),
		Author:    d.text(label, iri, DCCreator),
		Published: impliedBy(d.one(label, iri, DCIssued)).Value,
		URL:       d.link(label, iri),
		Language:  d.text(label, iri, DCLanguage),
		SHA256:    d.text(label, iri, SHA256),
	}
}

func (d descriptions) link(label quad.Value, iri quad.IRI) string {
	if link, ok := d.one(label, iri, DCSource).(quad.IRI); ok {
		return string(link)
	}
	return d.text(label, iri, DCSource)
}

// Entities is what quads call the things they speak of, by IRI; the name is that of the first
// article. The mentions are the names that each article has for the thing: where they stand,
// and how often, is not in a graph.
func Entities(quads []quad.Quad) []Entity {
	d := describe(quads)
	found := map[Ref]*Entity{}
	for _, t := range d.having(RDFSLabel, nil) {
		iri, ok := t.subject.(quad.IRI)
		id := Short(iri)
		if !ok || !strings.HasPrefix(string(id), "e:") {
			continue
		}
		e := found[id]
		if e == nil {
			e = &Entity{ID: id, Name: d.text(t.label, iri, RDFSLabel), Type: d.typeOf(t.label, iri)}
			found[id] = e
		}
		e.Named = e.Named || d.one(t.label, iri, Named) == quad.Bool(true)
		e.Mentions = append(e.Mentions, d.names(t.label, iri)...)
	}
	return sorted(found)
}

func (d descriptions) names(label quad.Value, entity quad.IRI) []Mention {
	article, _ := label.(quad.IRI)
	document := strings.TrimPrefix(string(Short(article)), "a:")
	aliases := slices.SortedFunc(slices.Values(d.all(label, entity, SKOSAltLabel)), compareValues)
	names := []Mention{{Document: document, Text: d.text(label, entity, RDFSLabel)}}
	for _, v := range aliases {
		if name, ok := v.(quad.String); ok {
			names = append(names, Mention{Document: document, Text: string(name)})
		}
	}
	return names
}

func sorted(found map[Ref]*Entity) []Entity {
	var entities []Entity
	for _, id := range slices.Sorted(maps.Keys(found)) {
		entities = append(entities, *found[id])
	}
	return entities
}

// Package extract is the pipeline: an article goes in, claims and entities come out.
//
// It is pure: no disk, no clock, no network, no order of goroutines. The same article and
// model give the same claims in the same order on any machine.
package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"sayso/extract/claim"
	"sayso/extract/document"
	"sayso/extract/entity"
	"sayso/extract/origin"
	"sayso/extract/parse"
	"sayso/graph"
	"sayso/graph/identity"
)

// Parser reads sentences: it splits a document into them and gives each its tree.
type Parser interface {
	Sentences(*document.Document) []document.Sentence
	ParseAll([]document.Sentence) []parse.Tree
}

// Article reads one document and returns what it says. Its entities carry references that
// hold within the article only; graph/identity makes them known across articles.
func Article(d *document.Document, p Parser, confidence *Confidence) *graph.Article {
	trees := Trees(d, p)
	claims := claim.Find(d, trees)
	confidence.Judge(trees, claims)
	entities := entity.Resolve(d, trees, claims)

	sum := sha256.Sum256([]byte(d.Text))
	a := &graph.Article{
		ID: d.ID, Title: d.Title, Outlet: d.Outlet, Author: d.Author, URL: d.URL,
		Language: d.Language, SHA256: hex.EncodeToString(sum[:]),
	}
	if !d.Published.IsZero() {
		a.Published = d.Published.Format("2006-01-02")
	}
	w := newWriter(d, trees, claims, entities)
	a.Claims, a.Entities = w.claims(claims, confidence.Floor), w.entities
	a.Sketch = sketch(d)
	w.standForClaims(a)
	identity.AddSeated(a, local)
	return a
}

func sketch(d *document.Document) string {
	paragraphs := make([]string, len(d.Blocks))
	for i, b := range d.Blocks {
		paragraphs[i] = d.Text[b.Start:b.End]
	}
	return origin.Sketch(paragraphs...)
}

// Trees splits a document into sentences and parses each, but for what is far too long to be one.
func Trees(d *document.Document, p Parser) []parse.Tree {
	return p.ParseAll(slices.DeleteFunc(p.Sentences(d), func(s document.Sentence) bool { return len(s.Tokens) > longestSentence }))
}

// longestSentence is beyond what one could take for a sentence.
const longestSentence = 1000

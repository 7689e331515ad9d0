package extract

import (
	"testing"
	"time"

	"sayso/data"
	"sayso/extract/document"
	"sayso/extract/parse"
)

// BenchmarkArticle reads a sample article: the whole pipeline, and what comes after the parse. The
// share of the second in the first is what the rules cost.
func BenchmarkArticle(b *testing.B) {
	text, err := data.Articles.ReadFile("articles/003.txt")
	if err != nil {
		b.Fatal(err)
	}
	d, err := document.Read("003", text, document.Metadata{Published: time.Date(2025, 3, 6, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		b.Fatal(err)
	}
	model, confidence := loadModel(b), loadConfidence(b)
	b.Run("whole", func(b *testing.B) {
		for b.Loop() {
			Article(d, model, confidence)
		}
	})
	b.Run("after the parse", func(b *testing.B) {
		parsed := parsed{model.Sentences(d), Trees(d, model)}
		for b.Loop() {
			Article(d, parsed, confidence)
		}
	})
}

// parsed is a parser that has read its document.
type parsed struct {
	sentences []document.Sentence
	trees     []parse.Tree
}

func (p parsed) Sentences(*document.Document) []document.Sentence { return p.sentences }
func (p parsed) ParseAll([]document.Sentence) []parse.Tree        { return p.trees }

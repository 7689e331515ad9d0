package parse

import (
	"testing"

	"sayso/data"
	"sayso/extract/document"
)

const newsParagraph = `The finance minister, Helena Varga, resigned on Monday after lawmakers rejected her budget. ` +
	`"We will not accept these terms," she told reporters in Budapest. Officials said the talks with the U.N. had stalled, ` +
	`citing a dispute over water rights that began in 2014, and oil prices fell 3% to $71.20 a barrel.`

func loadEmbedded(b *testing.B) *Model {
	b.Helper()
	m, err := Load(data.Models)
	if err != nil {
		b.Fatal(err)
	}
	return m
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		loadEmbedded(b)
	}
}

func BenchmarkSentences(b *testing.B) {
	m := loadEmbedded(b)
	d := &document.Document{Text: newsParagraph, Blocks: []document.Block{{Span: document.Span{End: len(newsParagraph)}}}}
	b.SetBytes(int64(len(newsParagraph)))
	for b.Loop() {
		m.Sentences(d)
	}
}

func BenchmarkParse(b *testing.B) {
	m := loadEmbedded(b)
	s := m.Tokenize(newsParagraph)
	tokens := 0
	for b.Loop() {
		tokens += len(m.Parse(s).Words)
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}

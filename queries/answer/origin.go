package answer

import (
	"sayso/extract/origin"
	"sayso/graph"
)

// Origins tells which articles are one report: copies and near-copies have the same origin, the first of them by ID.
// An article of which only quads are known is known by the sentences that its claims were read from.
func Origins(claims []graph.Claim, articles []graph.Article) map[string]string {
	sketches := map[string]string{}
	for _, a := range articles {
		sketches[a.ID] = a.Sketch
	}
	sentences := map[string][]string{}
	last := ""
	for _, c := range claims {
		if sketches[c.Document] == "" && c.Sentence != last {
			sentences[c.Document] = append(sentences[c.Document], c.Sentence)
		}
		last = c.Sentence
	}
	for id, text := range sentences {
		sketches[id] = origin.Sketch(text...)
	}
	return origin.Cluster(sketches)
}

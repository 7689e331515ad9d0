package answer

import "sayso/graph"

// reported turns claims into the articles that they stand in.
func (a *Asker) reported(fits []fit) []fit {
	for i, f := range fits {
		id := f.claim.Document
		text := id
		if title := a.articles[id].Title; title != "" {
			text += ": " + title
		}
		fits[i].value = value{text: brief(text), ref: graph.ArticleIRI(id), fit: 1}
	}
	return fits
}

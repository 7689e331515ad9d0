// Package answer turns an English question into a pattern over claims, the pattern into Gizmo, and
// what comes back into answers with their evidence.
//
// A question is put as the statement that would answer it, and parsed like any sentence; the [Pattern] that
// results has the shape of a claim, one part of which is unknown. Its Gizmo selects the claims whose relation
// and participants may fit; each is then compared with the pattern, and an answer is what stands in the unknown
// part: never a sentence that looks near.
package answer

import "sayso/graph"

// Reply is what a question gets.
type Reply struct {
	Question string   `json:"question"`
	Answers  []Answer `json:"answers"`
	Query    string   `json:"query"`
	Coverage Coverage `json:"coverage"`
	// Nearest is what comes nearest to the question where nothing answers it: for people to see, and no answer.
	Nearest []Evidence `json:"-"`
}

// Answer is one value that the claims give, the best first.
type Answer struct {
	Text       string      `json:"text"`
	ID         graph.Ref   `json:"id"`
	Confidence float64     `json:"confidence"`
	Claims     []graph.Ref `json:"claims"`
	Origins    int         `json:"origins"` // independent reports that say so: copies of one count once
	Evidence   []Evidence  `json:"evidence"`
}

// Evidence is the words of an article that an answer rests on.
type Evidence struct {
	Document string    `json:"document"`
	Quote    string    `json:"quote"`
	Start    int       `json:"start"`
	End      int       `json:"end"`
	Voice    graph.Ref `json:"voice"` // a:003, or a:003/voice/Ada_Okafor
	Claim    graph.Ref `json:"-"`     // that says so
	Says     string    `json:"-"`     // the name of whose voice it is; "" for the article's
}

// Coverage is how much was looked at: the articles and claims of the graph, the claims that the query
// brought back, and those of them that fit.
type Coverage struct {
	Articles int `json:"articles"`
	Claims   int `json:"claims"`
	Selected int `json:"selected"`
	Matched  int `json:"matched"`
}

func evidenceOf(c graph.Claim) Evidence {
	e := Evidence{Claim: graph.Ref(c.ID), Document: c.Document, Quote: c.Quote, Start: c.Start, End: c.End, Voice: graph.ArticleIRI(c.Document)}
	if c.Attribution != nil {
		e.Voice = graph.VoiceIRI(c.Document, c.Attribution)
		e.Says = c.Attribution.Source.Name
	}
	return e
}

package extract

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"sayso/graph"
)

//go:embed events.txt
var eventList string

// eventNouns maps nouns to the lemmas of the verbs that say what they name: announcement to announce. A noun without
// verbs, as move, names whatever was told right before.
var eventNouns = sync.OnceValue(func() map[string][]string {
	nouns := map[string][]string{}
	for line := range strings.Lines(eventList) {
		if words := strings.Fields(line); len(words) > 0 && words[0][0] != '#' {
			nouns[words[0]] = words[1:]
		}
	}
	return nouns
})

// eventReach is how many sentences back a noun such as "the announcement" looks for what was announced.
const eventReach = 3

// standForClaims links what is called "the move" or "the announcement" to the claim that it stands for, where that is plain:
// every mention leads to one and the same claim.
func (w *writer) standForClaims(a *graph.Article) {
	named := map[graph.Ref]bool{}
	for _, e := range a.Entities {
		named[e.ID] = e.Named
	}
	starts := make([]int, len(w.trees))
	for i, t := range w.trees {
		starts[i] = w.doc.Offset(t.Sentence.Start)
	}
	claims := slices.DeleteFunc(slices.Clone(a.Claims), func(c graph.Claim) bool { return !isPlain(c) })
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Named || len(e.Mentions) == 0 {
			continue
		}
		found := event(claims, named, starts, e.Mentions[0])
		for _, m := range e.Mentions[1:] {
			if event(claims, named, starts, m) != found {
				found = ""
			}
		}
		e.StandsFor = found
	}
}

// event returns the claim that a mention takes up, or "".
func event(claims []graph.Claim, named map[graph.Ref]bool, starts []int, m graph.Mention) graph.Ref {
	words := strings.Fields(strings.ToLower(m.Text))
	if len(words) != 2 || !slices.Contains([]string{"the", "this", "that", "these", "those"}, words[0]) {
		return ""
	}
	verbs, known := eventNouns()[words[1]]
	if !known {
		return ""
	}
	at := sentenceAt(starts, m.Start)
	if len(verbs) == 0 {
		if m.Start != starts[at] { // in the middle of a sentence it may be any move
			return ""
		}
		return lead(claims, named, starts, at-1)
	}
	for back := 0; back <= eventReach; back++ {
		told := slices.DeleteFunc(slices.Clone(claims), func(c graph.Claim) bool {
			verb, _, _ := strings.Cut(c.Predicate.Lemma, "_")
			return sentenceAt(starts, c.Start) != at-back || c.End > m.Start || !slices.Contains(verbs, verb)
		})
		if len(told) > 1 {
			return ""
		}
		if len(told) == 1 {
			return graph.Ref(told[0].ID)
		}
	}
	return ""
}

// lead returns the first claim of a sentence about somebody named; of one that says what somebody announced, that.
func lead(claims []graph.Claim, named map[graph.Ref]bool, starts []int, sentence int) graph.Ref {
	for _, c := range claims {
		if sentenceAt(starts, c.Start) != sentence || c.Predicate.Lemma == "be" || !named[c.Subject.ID] {
			continue
		}
		if c.Object != nil && c.Object.Type == graph.ClaimNode {
			return c.Object.ID
		}
		return graph.Ref(c.ID)
	}
	return ""
}

func isPlain(c graph.Claim) bool {
	return c.Polarity == graph.Positive && c.Modality == graph.Asserted && c.Attribution == nil
}

func sentenceAt(starts []int, offset int) int {
	at, exact := slices.BinarySearch(starts, offset)
	if exact {
		return at
	}
	return at - 1
}

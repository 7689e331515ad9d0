package answer

import (
	"slices"

	"sayso/graph"
)

// mostNearest is how many claims are shown where nothing answers a question.
const mostNearest = 3

// leastShared is how much of a question a sentence must hold to be near it.
const leastShared = 0.5

// nearest are claims from the sentences that share most with a question, one of each.
func (a *Asker) nearest(question, article string) ([]Evidence, error) {
	ids := a.words.sharing(a.words.phrase(question), article)
	if len(ids) == 0 {
		return nil, nil
	}
	claims, err := a.graph.Claims(ids...)
	if err != nil {
		return nil, err
	}
	var near []Evidence
	for _, id := range ids {
		if i := slices.IndexFunc(claims, func(c graph.Claim) bool { return graph.Ref(c.ID) == id }); i >= 0 {
			near = append(near, evidenceOf(claims[i]))
		}
	}
	return near, nil
}

// passage is a sentence that claims were read from, by the first of them.
type passage struct {
	claim    graph.Ref
	article  string
	sentence string
}

// sharing are the first claims of the passages that share most words with a phrase, by what the words tell.
func (v *vocabulary) sharing(p phrase, article string) []graph.Ref {
	shared := map[int]float64{}
	var all float64
	for _, w := range slices.Compact(slices.Sorted(slices.Values(p.words))) {
		weight := v.weight(w)
		all += weight
		for _, i := range v.holding(w) {
			if article == "" || v.passages[i].article == article {
				shared[i] += weight
			}
		}
	}
	var found []int
	for i, weight := range shared {
		if weight >= leastShared*all {
			found = append(found, i)
		}
	}
	slices.SortFunc(found, func(i, j int) int {
		if shared[i] != shared[j] {
			return cmpFloat(shared[j], shared[i])
		}
		return i - j
	})
	var claims []graph.Ref
	for _, i := range found[:min(len(found), mostNearest)] {
		claims = append(claims, v.passages[i].claim)
	}
	return claims
}

// holding are the passages in which a word or another form of it stands, each once.
func (v *vocabulary) holding(word string) []int {
	found := slices.Clone(v.words[word])
	for _, w := range v.index.near(word) {
		if w != word && v.kinship.Near(word, w) >= sameOrigin {
			found = append(found, v.words[w]...)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

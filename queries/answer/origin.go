package answer

import (
	"hash/maphash"
	"maps"
	"slices"
	"strings"

	"sayso/graph"
)

// Words that make a shingle, and how much of the shorter article must stand in the other for both to be one report.
const (
	shingleWords = 6
	sharedReport = 0.6
	// commonShingle is in how many articles a run of words says nothing any more: a standing line of an agency.
	commonShingle = 50
)

// Origins tells which articles are one report: copies and near-copies have the same origin, the first of them by ID.
// It looks at the sentences that claims were read from.
func Origins(claims []graph.Claim) map[string]string {
	shingles := shinglesOf(claims)
	holders := map[uint64][]string{}
	origin := map[string]string{}
	for _, d := range slices.Sorted(maps.Keys(shingles)) {
		origin[d] = d
		shared := map[string]int{}
		for s := range shingles[d] {
			for _, other := range holders[s] {
				shared[other]++
			}
			if len(holders[s]) < commonShingle {
				holders[s] = append(holders[s], d)
			}
		}
		for _, other := range slices.Sorted(maps.Keys(shared)) {
			if float64(shared[other]) >= sharedReport*float64(min(len(shingles[d]), len(shingles[other]))) {
				origin[d] = origin[other]
				break
			}
		}
	}
	return origin
}

// shinglesOf are the runs of words of each article, hashed.
func shinglesOf(claims []graph.Claim) map[string]map[uint64]bool {
	all := map[string]map[uint64]bool{}
	seed, last := maphash.MakeSeed(), ""
	for _, c := range claims {
		if all[c.Document] == nil {
			all[c.Document] = map[uint64]bool{}
		}
		if c.Sentence == last {
			continue
		}
		last = c.Sentence
		words := strings.FieldsFunc(strings.ToLower(c.Sentence), func(r rune) bool { return !isWordRune(r) })
		for i := range max(1, len(words)-shingleWords+1) {
			all[c.Document][maphash.String(seed, strings.Join(words[i:min(i+shingleWords, len(words))], " "))] = true
		}
	}
	return all
}

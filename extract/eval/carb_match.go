package eval

import (
	"slices"
	"strings"
)

// carbScores holds how well each gold extraction (row) matches each found one.
type carbScores [][]carbMatch

type carbMatch struct{ precision, recall float64 }

func carbMatches(gold, found []Extraction) carbScores {
	scores := make(carbScores, len(gold))
	for i, g := range gold {
		for _, f := range found {
			scores[i] = append(scores[i], match(g, f))
		}
	}
	return scores
}

// recall gives each gold extraction its best among some of those found; one may serve several.
func (s carbScores) recall(among []int) float64 {
	sum := 0.0
	for _, row := range s {
		best := 0.0
		for _, j := range among {
			best = max(best, row[j].recall)
		}
		sum += best
	}
	return sum
}

// precision pairs gold and found greedily, the best pair first.
func (s carbScores) precision(among []int) float64 {
	sum := 0.0
	for _, p := range s.pairs(among) {
		sum += s[p.gold][p.found].precision
	}
	return sum
}

type carbPair struct{ gold, found int }

func (s carbScores) pairs(among []int) []carbPair {
	var pairs []carbPair
	goldDone, foundDone := map[int]bool{}, map[int]bool{}
	for range min(len(s), len(among)) {
		best, pair := -1.0, carbPair{}
		for i := range s {
			for _, j := range among {
				if !goldDone[i] && !foundDone[j] && s[i][j].precision > best {
					best, pair = s[i][j].precision, carbPair{i, j}
				}
			}
		}
		goldDone[pair.gold], foundDone[pair.found] = true, true
		pairs = append(pairs, pair)
	}
	return pairs
}

// carbSayings are the words in a gold relation for which CaRB lets who and what change places.
var carbSayings = []string{"said", "told", "added", "adds", "says"}

func match(gold, found Extraction) carbMatch {
	m := matchSlots(slots(gold.Relation, gold.Arguments), slots(found.Relation, found.Arguments))
	says := slices.ContainsFunc(carbSayings, func(w string) bool { return strings.Contains(gold.Relation, w) })
	if !says || len(found.Arguments) < 2 {
		return m
	}
	turned := []string{strings.Join(found.Arguments[1:], " "), found.Arguments[0]}
	other := matchSlots(slots(gold.Relation, gold.Arguments), slots(found.Relation, turned))
	if other.precision > m.precision || other.precision == m.precision && other.recall > m.recall {
		return other
	}
	return m
}

// slots are the words of the relation, of the first argument, and of all further ones together.
func slots(relation string, arguments []string) [][]string {
	all := [][]string{strings.Fields(relation)}
	if len(arguments) > 0 {
		all = append(all, strings.Fields(arguments[0]))
	}
	if len(arguments) > 1 {
		all = append(all, strings.Fields(strings.Join(arguments[1:], " ")))
	}
	return all
}

// carbBe are the forms in a gold relation that a "be" which the sentence leaves out may stand for.
var carbBe = []string{"be", "is", "am", "are", "was", "were", "been", "being"}

func matchSlots(gold, found [][]string) carbMatch {
	shared, rest := common(gold[0], found[0])
	if slices.Contains(rest, "be") && slices.ContainsFunc(gold[0], func(w string) bool { return slices.Contains(carbBe, w) }) {
		shared++
	}
	if shared == 0 {
		return carbMatch{}
	}
	goldWords, foundWords := len(gold[0]), len(found[0])
	for i := 1; i < len(gold); i++ {
		goldWords += len(gold[i])
		if i >= len(found) {
			if i <= 2 {
				return carbMatch{}
			}
			continue
		}
		foundWords += len(found[i])
		n, _ := common(gold[i], found[i])
		shared += n
	}
	return carbMatch{ratio(float64(shared), float64(foundWords), 0), ratio(float64(shared), float64(goldWords), 0)}
}

// common counts the words that two lists share, and returns what is left of the second.
func common(a, b []string) (int, []string) {
	rest, n := slices.Clone(b), 0
	for _, w := range a {
		if i := slices.Index(rest, w); i >= 0 {
			n++
			rest = slices.Delete(rest, i, i+1)
		}
	}
	return n, rest
}

package entity

import (
	"math"
	"strconv"
	"strings"

	"sayso/graph"
)

// reach is how many sentences back a pronoun looks.
const reach = 5

// candidate is a thing that a pronoun may stand for, by its mention nearest before.
type candidate struct {
	*cluster
	at       place
	mention  Mention
	features []string
}

// antecedent returns what a pronoun of the third person stands for, or nil, and how likely it does.
func (t *table) antecedent(at place, class pronounClass, said []saying) (c *cluster, odds float64) {
	if isReflexive(t.word(at).Text) {
		if c := t.doer(at); c != nil {
			return c, 1
		}
	}
	if class == thing && t.isExpletive(at) {
		return nil, 0
	}
	candidates := t.candidates(at, class, said)
	if c := t.goesOn(at, class, candidates); c != nil {
		return c, 1
	}
	return t.likeliest(at, class, candidates)
}

// likeliest returns the candidate whose features weigh most, if they weigh more than those of standing for nothing that is
// named before, and how likely it is meant.
func (t *table) likeliest(at place, class pronounClass, candidates []candidate) (best *cluster, odds float64) {
	nothing := t.nothing(at, class, candidates)
	if t.see != nil {
		t.show(at, class, nothing, candidates)
	}
	most := math.Exp(t.weights.score(class, nothing))
	sum := most
	for _, c := range candidates {
		weight := math.Exp(t.weights.score(class, c.features))
		sum += weight
		if weight > most {
			best, most = c.cluster, weight
		}
	}
	return best, most / sum
}

// goesOn returns the subject of the sentence so far, where "it" is the subject of a clause under the same verb,
// "X closed the border because it feared …", or the organisation or country that is the subject of the sentence before, where
// "it" is that of the sentence. There are too few such in the treebanks to weigh them.
func (t *table) goesOn(at place, class pronounClass, candidates []candidate) *cluster {
	words := t.trees[at.tree].Words
	if class != thing || !isSubject(words[at.word].Relation) || words[at.word].Head < 0 {
		return nil
	}
	verb := words[at.word].Head
	if above := words[verb].Head; words[verb].Relation == "conj" && words[above].Relation == "ccomp" { // "X said that … and that it …"
		verb = above
	}
	above := verbOf(words, verb)
	for _, c := range candidates {
		if c.at.tree == at.tree && c.at.word < at.word && isSubject(words[c.at.word].Relation) && words[c.at.word].Head == above {
			return c.cluster
		}
	}
	if words[at.word].Relation != "nsubj" || words[words[at.word].Head].Relation != "root" {
		return nil
	}
	for _, c := range candidates {
		kind := c.kind()
		if c.at.tree == at.tree-1 && (kind == graph.Organization || kind == graph.Place) && t.isMainSubject(c.at) {
			return c.cluster
		}
	}
	return nil
}

func (t *table) isMainSubject(at place) bool {
	w := t.word(at)
	return isSubject(w.Relation) && w.Head >= 0 && t.trees[at.tree].Words[w.Head].Relation == "root"
}

// lead returns the noun that a name stands in apposition to, whose part in the sentence is the name's: "her brother Tom Reyes
// said".
func (t *table) lead(at place) place {
	w := t.word(at)
	if w.Relation == "appos" && w.Head >= 0 && w.Head < at.word && t.at[place{at.tree, w.Head}] == t.at[at] {
		return place{at.tree, w.Head}
	}
	return at
}

// nothing are the features of a pronoun that stands for nothing known.
func (t *table) nothing(at place, class pronounClass, candidates []candidate) []string {
	features := []string{"nothing", "nothing:" + strings.ToLower(t.word(at).Text), "nothing of " + strconv.Itoa(min(len(candidates), 3))}
	if t.doc.QuoteAt(t.word(at).Start) >= 0 {
		features = append(features, "nothing in quotation")
	}
	return features
}

// candidates are the things that a pronoun may stand for, the nearest first, and those after it in its sentence last.
func (t *table) candidates(at place, class pronounClass, said []saying) []candidate {
	var all []candidate
	seen := map[*cluster]bool{}
	others := t.besides(at, said)
	add := func(word place) {
		c := t.at[word]
		if c == nil || seen[c] || others[c] || !t.canBe(at, word) || t.isOther(c, at, class) || t.isPress(word) {
			return
		}
		m, ok := t.mentionAt(c, word)
		if !ok || !t.fits(c, m, at, class) {
			return
		}
		seen[c] = true
		all = append(all, candidate{cluster: c, at: t.lead(word), mention: m})
	}
	for tree := at.tree; tree >= max(0, at.tree-reach); tree-- {
		last := len(t.trees[tree].Words) - 1
		if tree == at.tree {
			last = at.word - 1
		}
		for word := last; word >= 0; word-- {
			add(place{tree, word})
		}
	}
	for word := at.word + 1; word < len(t.trees[at.tree].Words); word++ {
		add(place{at.tree, word})
	}
	for i := range all {
		all[i].features = t.features(at, all, i, said)
	}
	return all
}

package parse

import (
	"math/rand/v2"
	"slices"
	"strings"

	"sayso/extract/neural"
)

// gold returns each sentence of the corpora once, as written.
func (c *corpora) gold() []neural.Gold {
	var all []neural.Gold
	for _, t := range c.trees {
		all = append(all, treeGold(t.Words))
	}
	for _, words := range c.named {
		all = append(all, nameGold(words))
	}
	return all
}

func treeGold(words []Word) neural.Gold {
	g := nameGold(words)
	for i := range words {
		w := &words[i]
		g.Tags = append(g.Tags, tagClass(w))
		g.Heads = append(g.Heads, w.Head)
		g.Relations = append(g.Relations, w.Relation)
	}
	return g
}

func nameGold(words []Word) neural.Gold {
	g := neural.Gold{Words: networkWords(words, loadGazetteer().marks(words))}
	for _, w := range words {
		g.Names = append(g.Names, w.Name)
	}
	return g
}

// tagClass is UPOS and XPOS as one class.
func tagClass(w *Word) string { return w.UPOS + " " + w.XPOS }

func numbers(classes []string) map[string]int {
	number := make(map[string]int, len(classes))
	for i, c := range classes {
		number[c] = i
	}
	return number
}

// Shares of the sentences that an epoch reads as a headline, in small letters or with other persons in them, and of
// those with names only.
const (
	headlines    = 0.06
	smallLetters = 0.06
	renamed      = 0.3
	namesOnly    = 0.35
)

// epoch returns the sentences of one epoch, some of them respelt.
func (c *corpora) epoch(seed uint64, number int) []neural.Gold {
	random := rand.New(rand.NewPCG(seed, uint64(number)<<8|7))
	renamer := loadGazetteer().renamer(random)
	var all []neural.Gold
	for _, t := range c.trees {
		all = append(all, treeGold(respelt(t.Words, renamer)))
	}
	for _, words := range c.named {
		if random.Float64() < namesOnly {
			all = append(all, nameGold(respelt(words, renamer)))
		}
	}
	return all
}

// adviserRespelt is the share of the sentences of names alone that are respelt.
const adviserRespelt = 0.2

// adviserEpoch returns the sentences of one epoch for the network of names.
func (c *corpora) adviserEpoch(seed uint64, number int) []neural.Gold {
	random := rand.New(rand.NewPCG(seed, uint64(number)<<8|9))
	renamer := loadGazetteer().renamer(random)
	spell := func(words []Word) []Word {
		if random.Float64() < adviserRespelt {
			return respelt(words, renamer)
		}
		return words
	}
	var all []neural.Gold
	for _, words := range c.universal {
		all = append(all, nameGold(spell(said(words))))
	}
	for _, s := range c.taught {
		all = append(all, c.taughtGold(spell(s.words), s.chances))
	}
	return all
}

// respelt returns the words as they are, as a headline writes them, in small letters, or with other persons.
func respelt(words []Word, r *renamer) []Word {
	switch chance := r.random.Float64(); {
	case chance < headlines:
		return titleCased(withoutPeriod(words))
	case chance < headlines+smallLetters:
		return lowerCased(words)
	case chance < headlines+smallLetters+renamed:
		if others := r.rename(words); others != nil {
			return others
		}
	}
	return words
}

func lowerCased(words []Word) []Word {
	small := slices.Clone(words)
	for i := range small {
		small[i].Text = strings.ToLower(small[i].Text)
	}
	return small
}

// withoutPeriod drops the period at the end, as headlines do.
func withoutPeriod(words []Word) []Word {
	last := len(words) - 1
	if last < 1 || words[last].Text != "." {
		return words
	}
	for _, w := range words {
		if w.Head == last {
			return words
		}
	}
	return words[:last]
}

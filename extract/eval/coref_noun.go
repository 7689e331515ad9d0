package eval

import (
	"fmt"
	"slices"
	"strings"

	"sayso/extract/entity"
	"sayso/extract/parse"
)

// NounScores count what "the company" and "this city" are taken for: a definite article or a demonstrative, and a singular
// noun, where the documents mark it.
type NounScores struct {
	Right, Wrong int // taken for what a name stands for
	Named        int // those that do stand for what was named before
	Mistaken     []string
}

func (s NounScores) String() string {
	return fmt.Sprintf("nouns for names: %d of %d right, %d to be found\n", s.Right, s.Right+s.Wrong, s.Named)
}

func (s *NounScores) add(d CorefDocument, found []entity.Entity) {
	for _, chain := range d.Chains {
		for i, m := range chain {
			if !isBareNoun(d.Trees[m.Tree], m) {
				continue
			}
			isNamed := func(m CorefMention) bool { return d.Trees[m.Tree].Words[headOf(d.Trees[m.Tree], m)].UPOS == "PROPN" }
			if slices.ContainsFunc(chain[:i], isNamed) {
				s.Named++
			}
			e, ok := namedAt(found, m)
			switch {
			case !ok:
			case slices.ContainsFunc(chain, func(m CorefMention) bool { return nameStands(e, d, m) }):
				s.Right++
			default:
				s.Wrong++
				s.Mistaken = append(s.Mistaken, fmt.Sprintf("%s: sentence %d: %s is not %s", d.ID, m.Tree+1, textOf(d.Trees[m.Tree], m), e.Name))
			}
		}
	}
}

func isBareNoun(t parse.Tree, m CorefMention) bool {
	return m.To-m.From == 2 && t.Words[m.To-1].XPOS == "NN" && slices.Contains([]string{"the", "this", "that"}, strings.ToLower(t.Words[m.From].Text))
}

func namedAt(found []entity.Entity, m CorefMention) (entity.Entity, bool) {
	for _, e := range found {
		if e.Named && slices.ContainsFunc(e.Mentions, func(o entity.Mention) bool { return spanOf(o) == m }) {
			return e, true
		}
	}
	return entity.Entity{}, false
}

// nameStands reports whether an entity's name stands where a mention of the document does.
func nameStands(e entity.Entity, d CorefDocument, m CorefMention) bool {
	return slices.ContainsFunc(e.Mentions, func(o entity.Mention) bool {
		return o.Kind == entity.Name && (spanOf(o) == m || o.Tree == m.Tree && o.Head == headOf(d.Trees[m.Tree], m))
	})
}

func textOf(t parse.Tree, m CorefMention) string {
	var words []string
	for _, w := range t.Words[m.From:m.To] {
		words = append(words, w.Text)
	}
	return strings.Join(words, " ")
}

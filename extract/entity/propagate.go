package entity

import (
	"cmp"
	"slices"
	"strings"

	"sayso/graph"
	"sayso/graph/identity"
)

// withOverlooked adds the names that the tagger marked in one place and passed over in another: the
// surname of a person whom the article names in full, an organisation's of one word, and any longer name word for word.
func withOverlooked(readers []reader, names []named) []named {
	taken := map[place]bool{}
	for _, n := range names {
		for _, i := range n.Words {
			taken[place{n.Tree, i}] = true
		}
	}
	known := knownNames(names)
	for _, r := range readers {
		if r.inHeadline() {
			continue
		}
		for i := 0; i < len(r.words); i++ {
			s := r.knownAt(i, known)
			if s.to == i || anyTaken(taken, r.tree, s) {
				continue
			}
			names = append(names, r.name(s))
			i = s.to - 1
		}
	}
	slices.SortStableFunc(names, func(a, b named) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return names
}

func anyTaken(taken map[place]bool, tree int, s wordSpan) bool {
	for i := s.from; i < s.to; i++ {
		if taken[place{tree, i}] {
			return true
		}
	}
	return false
}

// knownNames maps the words of names, by the first of them, to their types.
func knownNames(names []named) map[string][]knownName {
	known := map[string][]knownName{}
	add := func(words []string, kind graph.Type) {
		same := func(k knownName) bool { return slices.Equal(k.words, words) }
		if !slices.ContainsFunc(known[words[0]], same) {
			known[words[0]] = append(known[words[0]], knownName{words, kind})
		}
	}
	for _, n := range names {
		words := strings.Fields(n.Text)
		if n.told == graph.Organization || len(words) == 1 && n.kind == graph.Organization {
			add(words, graph.Organization)
			continue
		}
		if len(words) < 2 || n.kind == "" || n.kind == graph.Thing {
			continue
		}
		add(words, n.kind)
		if surname := words[len(words)-1]; n.kind == graph.Person && len(surname) > 2 {
			add([]string{surname}, n.kind)
		}
	}
	return known
}

type knownName struct {
	words []string
	kind  graph.Type
}

// knownAt returns the longest known name that begins at word i, or an empty span.
func (r *reader) knownAt(i int, known map[string][]knownName) wordSpan {
	best := wordSpan{i, i, ""}
	for _, k := range known[r.words[i].Text] {
		if to := i + len(k.words); to > best.to && r.spells(i, k.words) && (len(k.words) > 1 || r.canBeSurname(i)) {
			best = wordSpan{i, to, k.kind}
		}
	}
	return best
}

func (r *reader) spells(i int, words []string) bool {
	if i+len(words) > len(r.words) {
		return false
	}
	for j, word := range words {
		if r.words[i+j].Text != word {
			return false
		}
	}
	return true
}

// canBeSurname rules out words that are capitalised because a sentence begins with them: "Key
// questions remain" is not about Mr Key.
func (r *reader) canBeSurname(i int) bool {
	if _, listed := identity.Lookup(r.words[i].Text); listed {
		return false
	}
	if i > 0 && !r.isMark(i-1) || r.words[i].UPOS == "PROPN" {
		return true
	}
	next := i + 1
	return next < len(r.words) && (slices.Contains([]string{"VBD", "VBZ", "MD", "POS"}, r.words[next].XPOS) || r.words[next].XPOS == "VBP" && strings.HasSuffix(r.words[i].XPOS, "S"))
}

package answer

import (
	"slices"
	"strconv"
)

// index finds the nodes in whose texts a word, or one akin to it, occurs.
type index struct {
	kinship *Kinship
	nodes   map[string][]*node  // by word
	akin    map[string][]string // words by what makes them akin: an origin, or a class of synonyms
}

func newIndex(k *Kinship, nodes []*node) *index {
	x := &index{kinship: k, nodes: map[string][]*node{}, akin: map[string][]string{}}
	for _, n := range nodes {
		for _, w := range n.words() {
			if x.nodes[w] == nil {
				x.learn(w)
			}
			x.nodes[w] = append(x.nodes[w], n)
		}
	}
	return x
}

// words are all words of a node's texts and roles, each once; none of no node.
func (n *node) words() []string {
	if n == nil {
		return nil
	}
	var words []string
	for _, t := range slices.Concat(n.texts, n.roles) {
		words = append(words, t.all()...)
	}
	slices.Sort(words)
	return slices.Compact(words)
}

func (x *index) learn(word string) {
	for _, key := range x.keys(word) {
		x.akin[key] = append(x.akin[key], word)
	}
}

func (x *index) keys(word string) []string {
	kin := x.kinship.of(word)
	keys := slices.Clone(kin.origins)
	for _, class := range kin.classes {
		keys = append(keys, "class "+strconv.Itoa(class))
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// near are the words of the graph that are akin to a word.
func (x *index) near(word string) []string {
	var words []string
	for _, key := range x.keys(word) {
		words = append(words, x.akin[key]...)
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// candidates are the nodes that a term may stand for: no other has a word akin to its head, or to its name.
func (v *vocabulary) candidates(t term) []*node {
	seen := map[*node]bool{}
	var found []*node
	add := func(nodes ...*node) {
		for _, n := range nodes {
			if n != nil && !seen[n] {
				seen[n] = true
				found = append(found, n)
			}
		}
	}
	if t.ref != "" {
		add(v.known[keyOf(t.ref)])
		add(v.index.nodes[string(t.ref)]...)
	}
	for _, head := range t.heads() {
		for _, w := range v.index.near(head) {
			add(v.index.nodes[w]...)
		}
	}
	return found
}

// heads are the words by which a text may be about the term.
func (t term) heads() []string {
	heads := []string{t.Head, t.last}
	if len(t.words) > 0 {
		heads = append(heads, t.words[t.head])
	}
	slices.Sort(heads)
	return slices.DeleteFunc(slices.Compact(heads), func(w string) bool { return w == "" })
}

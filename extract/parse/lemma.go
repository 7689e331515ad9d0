package parse

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// lemmatiser knows the lemmas of words that were seen, and spells those of others by rules: how many letters to
// cut from the end and what to write there.
type lemmatiser struct {
	known      map[string]string // "said VBD" to say
	perceptron *perceptron       // its classes are rules
	rules      []lemmaRule
}

func newLemmatiser(known map[string]string, p *perceptron) *lemmatiser {
	l := &lemmatiser{known: known, perceptron: p, rules: make([]lemmaRule, len(p.classes))}
	for i, c := range p.classes {
		l.rules[i] = readLemmaRule(c)
	}
	return l
}

// lemmatise sets the lemmas of tagged words.
func (l *lemmatiser) lemmatise(words []Word, forms []form) {
	scores := make([]int32, len(l.rules))
	features := make([]uint32, 0, 20)
	for i := range words {
		w := &words[i]
		lemma, ok := l.known[lemmaKey(w)]
		if !ok {
			features = lemmaFeatures(features[:0], w, &forms[i])
			lemma = l.rules[l.perceptron.best(features, scores)].apply(w.Text)
		}
		w.Lemma = lemma
	}
}

func lemmaKey(w *Word) string { return w.Text + " " + w.XPOS }

func lemmaFeatures(f []uint32, w *Word, form *form) []uint32 {
	tag := hash(tagClass(w))
	f = append(f, key(1, tag, 0, 0), key(2, tag, form.shape, 0), key(3, form.lower, tag, 0), key(4, form.suffixes[1], form.fine, tag), key(5, uint32(min(len(w.Text), 7)), tag, form.suffixes[1]))
	for n, s := range form.suffixes {
		f = append(f, key(10, uint32(n), s, tag))
	}
	for n, s := range form.prefixes[:3] {
		f = append(f, key(11, uint32(n), s, tag))
	}
	return append(f, key(12, form.suffixes[2], form.shape, tag), key(13, form.suffixes[3], form.coarse, tag))
}

// lemmaRule writes a lemma: "lower 3 y" makes parties party.
type lemmaRule struct {
	lower bool
	cut   int // characters
	add   string
}

func (r lemmaRule) String() string {
	letters := "keep"
	if r.lower {
		letters = "lower"
	}
	return fmt.Sprintf("%s %d %s", letters, r.cut, r.add)
}

func readLemmaRule(s string) lemmaRule {
	letters, rest, _ := strings.Cut(s, " ")
	cut, add, _ := strings.Cut(rest, " ")
	n, _ := strconv.Atoi(cut)
	return lemmaRule{lower: letters == "lower", cut: n, add: add}
}

// apply returns the word itself where nothing would be left of it.
func (r lemmaRule) apply(word string) string {
	stem := word
	if r.lower {
		stem = strings.ToLower(word)
	}
	for range r.cut {
		_, size := utf8.DecodeLastRuneInString(stem)
		stem = stem[:len(stem)-size]
	}
	if stem+r.add == "" {
		return word
	}
	return stem + r.add
}

// ruleOf returns the rule that makes a lemma of a word.
func ruleOf(word, lemma string) lemmaRule {
	lower := strings.ToLower(word) != word && (lemma == strings.ToLower(lemma))
	if lower {
		word = strings.ToLower(word)
	}
	w, m := []rune(word), []rune(lemma)
	same := 0
	for same < len(w) && same < len(m) && w[same] == m[same] {
		same++
	}
	return lemmaRule{lower: lower, cut: len(w) - same, add: string(m[same:])}
}

func (l *lemmatiser) archive(a *archive) {
	a.perceptron(l.perceptron)
	words := slices.Sorted(maps.Keys(l.known))
	a.texts(words)
	for _, w := range words {
		a.text(l.known[w])
	}
}

func (u *unarchive) lemmatiser() *lemmatiser {
	p := u.perceptron()
	words := u.texts()
	known := make(map[string]string, len(words))
	for _, w := range words {
		known[w] = u.text()
	}
	if u.err != nil {
		return nil
	}
	return newLemmatiser(known, p)
}

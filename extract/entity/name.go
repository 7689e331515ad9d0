package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/extract/document"
	"sayso/extract/parse"
	"sayso/graph"
	"sayso/graph/identity"
)

// named is a proper name where the text has it.
type named struct {
	Mention
	kind   graph.Type // as the tagger has it; "" where it has none
	titled *Mention   // with the titles around it
	sure   bool       // a title or the head word of the name tells its type
}

// findNames returns the proper names of all trees in the order of the text: those that the tagger
// marks, and runs of proper nouns that it passes over.
func findNames(d *document.Document, trees []parse.Tree) []named {
	var names []named
	for i := range trees {
		r := reader{doc: d, tree: i, words: trees[i].Words}
		for _, s := range r.nameSpans() {
			names = append(names, r.name(s))
		}
	}
	return names
}

// reader reads one tree.
type reader struct {
	doc   *document.Document
	tree  int
	words []parse.Word
}

// wordSpan is a half-open range of words with the type of name that it is.
type wordSpan struct {
	from, to int
	kind     graph.Type
}

var kinds = map[string]graph.Type{"PER": graph.Person, "ORG": graph.Organization, "LOC": graph.Place, "MISC": graph.Thing}

func (r *reader) nameSpans() []wordSpan {
	var spans []wordSpan
	for i := 0; i < len(r.words); {
		s := r.spanAt(i)
		if s.to > s.from {
			spans = append(spans, s)
		}
		i = max(s.to, i+1)
	}
	return spans
}

// spanAt returns the name that begins at word i, if one does.
func (r *reader) spanAt(i int) wordSpan {
	if prefix, label, ok := strings.Cut(r.words[i].Name, "-"); ok && (prefix == "B" || prefix == "I") {
		to := i + 1
		for to < len(r.words) && strings.HasPrefix(r.words[to].Name, "I-") {
			to++
		}
		return r.trim(wordSpan{i, to, kinds[label]})
	}
	to := i
	for to < len(r.words) && r.isUnmarkedName(to) {
		to++
	}
	return r.trim(wordSpan{from: i, to: to})
}

func (r *reader) isUnmarkedName(i int) bool {
	w := r.words[i]
	if _, demonym := identity.Demonym(w.Text); demonym || strings.Contains(w.Name, "-") || isCalendar(w.Text) {
		return false
	}
	return w.UPOS == "PROPN" && isUpper(w.Text) && !r.inTitle(i) && !r.inHeadline()
}

// inTitle reports whether a word belongs to a title: "Vice" of Vice President, "State" of
// Secretary of State.
func (r *reader) inTitle(i int) bool {
	for j, steps := i, 0; j >= 0 && steps < 4; j, steps = r.words[j].Head, steps+1 {
		if r.isTitle(j) && j >= i-2 {
			return true
		}
		if r.words[j].Relation == "nmod:desc" {
			return true
		}
	}
	return i+1 < len(r.words) && r.isTitle(i+1) && isUpper(r.words[i+1].Text)
}

// inHeadline reports whether all longer words of the sentence are capitalised, names or not.
func (r *reader) inHeadline() bool {
	capital := 0
	for _, w := range r.words {
		switch {
		case isUpper(w.Text):
			capital++
		case len(w.Text) > 3 && w.UPOS != "ADP" && w.UPOS != "SCONJ" && w.UPOS != "CCONJ":
			return false
		}
	}
	return capital > 3
}

// trim takes determiners, titles of persons and marks off the ends of a name.
func (r *reader) trim(s wordSpan) wordSpan {
	for s.to-s.from > 1 && (r.words[s.from].UPOS == "DET" || r.isMark(s.from) || s.kind == graph.Person && r.isTitle(s.from)) {
		s.from++
	}
	for s.to-s.from > 1 && r.isMark(s.to-1) {
		s.to--
	}
	if s.to-s.from == 1 && (r.isMark(s.from) || isCalendar(r.words[s.from].Text)) {
		s.to = s.from
	}
	return s
}

func (r *reader) isMark(i int) bool {
	w := r.words[i]
	first, _ := utf8.DecodeRuneInString(w.Text)
	return w.Text == "'s" || w.Text == "’s" || !unicode.IsLetter(first) && !unicode.IsDigit(first)
}

func (r *reader) isTitle(i int) bool { return identity.IsTitle(r.words[i].Text) }

func isCalendar(word string) bool {
	switch strings.TrimSuffix(word, ".") {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
		"January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December",
		"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec":
		return true
	}
	return false
}

// name reads the name at a span, with the titles before it and what its words tell of its type.
func (r *reader) name(s wordSpan) named {
	n := named{Mention: r.mention(s.from, s.to, Name), kind: s.kind}
	from := r.leftEdge(s)
	titled := from < s.from && r.hasTitle(from, s.from)
	switch {
	case titled && s.kind != graph.Organization && s.kind != graph.Place:
		n.kind, n.sure = graph.Person, true
		n.titled = r.withTitles(from, s.to, n.Head)
	case n.kind != graph.Person && isOrganizationHead(r.words[s.to-1].Text) && s.to-s.from > 1:
		n.kind, n.sure = graph.Organization, true
	case n.kind == "":
		n.kind = guess(r.words[s.from:s.to])
	}
	return n
}

func (r *reader) withTitles(from, to, head int) *Mention {
	m := r.mention(from, to, Name)
	m.Head = head
	return &m
}

// leftEdge returns the first word of the phrase that leads up to a name without a break: titles,
// adjectives and possessors, no determiner.
func (r *reader) leftEdge(s wordSpan) int {
	head := r.headOf(s.from, s.to)
	from := s.from
	for from > 0 && r.leads(from-1, head) {
		from--
	}
	for from < s.from && (r.words[from].UPOS == "DET" || r.words[from].UPOS == "ADP" || r.isMark(from)) {
		from++
	}
	return from
}

// leads reports whether word i belongs to the phrase of a name to its right.
func (r *reader) leads(i, head int) bool {
	switch r.words[i].UPOS {
	case "VERB", "AUX", "PUNCT", "SCONJ", "CCONJ", "ADV", "PRON":
		return r.words[i].Text == "-"
	}
	for j := i; j >= 0; j = r.words[j].Head {
		if r.words[j].Head == head || j == head {
			return true
		}
		if j == r.words[j].Head {
			break
		}
	}
	return false
}

// hasTitle reports whether a word in a range is a title.
func (r *reader) hasTitle(from, to int) bool {
	for i := from; i < to; i++ {
		if r.isTitle(i) || typeOfNoun(&r.words[i]) == graph.Person {
			return true
		}
	}
	return false
}

// headOf returns the word of a range whose head lies outside it.
func (r *reader) headOf(from, to int) int {
	for i := from; i < to; i++ {
		if h := r.words[i].Head; h < from || h >= to {
			return i
		}
	}
	return to - 1
}

func (r *reader) mention(from, to int, kind Kind) Mention {
	m := Mention{Tree: r.tree, Head: r.headOf(from, to), Kind: kind}
	for i := from; i < to; i++ {
		m.Words = append(m.Words, i)
	}
	m.Span = document.Span{Start: r.words[from].Start, End: r.words[to-1].End}
	m.Text = r.doc.Text[m.Span.Start:m.Span.End]
	return m
}

// guess reads the type of a name from its words alone.
func guess(words []parse.Word) graph.Type {
	text := wordsText(words)
	if k, ok := identity.Lookup(text); ok {
		return k.Type
	}
	if len(words) == 1 && len(text) > 1 && strings.ToUpper(text) == text && strings.ToLower(text) != text {
		return graph.Organization
	}
	return graph.Thing
}

func wordsText(words []parse.Word) string {
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = w.Text
	}
	return strings.Join(parts, " ")
}

func isUpper(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first)
}

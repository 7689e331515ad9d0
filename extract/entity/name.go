package entity

import (
	"slices"
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
	kind  graph.Type // as the tagger has it; "" where it has none
	wider []Mention  // with the titles before it, or the larger place after it
	sure  bool       // a title or the head word of the name tells its type
	told  graph.Type // by the words around it; "" where they do not tell
	proof proof      // of an organisation
	alive bool       // the words after it tell of a person
}

// findNames returns the proper names of all trees in the order of the text: those that the tagger
// marks, runs of proper nouns that it passes over, and names overlooked in one place but not in another.
func findNames(d *document.Document, trees []parse.Tree) []named {
	var names []named
	var readers []reader
	sport := isSport(trees)
	for i := range trees {
		r := reader{doc: d, tree: i, words: trees[i].Words, sport: sport}
		for _, s := range r.nameSpans() {
			names = append(names, r.name(s))
		}
		readers = append(readers, r)
	}
	return withOverlooked(readers, names)
}

// reader reads one tree.
type reader struct {
	doc   *document.Document
	tree  int
	words []parse.Word
	sport bool // the article is about a team sport
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
		if s.to > s.from && !r.isOccupation(s) {
			spans = append(spans, s)
		}
		i = max(s.to, i+1)
	}
	return spans
}

// isOccupation reports whether what was taken for a person's name is the occupation of the one named right after it:
// "Violinist Ada Holm".
func (r *reader) isOccupation(s wordSpan) bool {
	return s.kind == graph.Person && s.to-s.from == 1 && s.to < len(r.words) && r.words[s.to].Name == "B-PER" && r.isOffice(s.from)
}

// spanAt returns the name that begins at word i, if one does.
func (r *reader) spanAt(i int) wordSpan {
	if prefix, label, ok := strings.Cut(r.words[i].Name, "-"); ok && (prefix == "B" || prefix == "I") {
		to := i + 1
		for to < len(r.words) && strings.HasPrefix(r.words[to].Name, "I-") {
			to++
		}
		whole, kind := to, kinds[label]
		if kind == graph.Place {
			whole = r.wholeName(to, r.isUnmarkedName)
		} else {
			whole = r.wholeName(to, r.goesOn)
		}
		if whole > to && kind == graph.Person && r.words[whole-1].Relation != "flat" { // "Hydra Power"
			kind = ""
		}
		return r.trim(wordSpan{i, whole, kind})
	}
	to := i
	for r.opensName(to) {
		to++
	}
	for to < len(r.words) && (r.isUnmarkedName(to) || to == i+1 && (i == 0 || !isUpper(r.words[i-1].Text)) && r.goesOn(to) && r.isTied(to) || to > i && r.words[to].UPOS == "NUM" && to+1 < len(r.words) && r.isUnmarkedName(to+1)) {
		to++
	}
	return r.trim(wordSpan{from: i, to: to})
}

// wholeName is the end of a name of which the tagger left out the last words: "Lines" of "Calder Lines".
func (r *reader) wholeName(to int, goesOn func(int) bool) int {
	for to < len(r.words) && goesOn(to) && r.isTied(to) {
		to++
	}
	return to
}

// isTied reports whether a word belongs to the one before it as the words of a name do.
func (r *reader) isTied(i int) bool {
	w, before := r.words[i], r.words[i-1]
	return before.Head == i && (before.Relation == "compound" || before.Relation == "amod" && isUpper(before.Text)) || w.Relation == "flat" && w.Head < i && !r.isTitle(i-1)
}

// goesOn tells a word by which a name goes on, be it a common noun: "Coffee" of "Otter Coffee".
func (r *reader) goesOn(i int) bool {
	w := r.words[i]
	return r.isUnmarkedName(i) || w.UPOS == "NOUN" && w.Name == "O" && isUpper(w.Text) && !r.isTitle(i) && !r.inHeadline()
}

// opensName tells an adjective that is part of a name: "Northern" of "the Northern Star".
func (r *reader) opensName(i int) bool {
	w := r.words[i]
	return i > 0 && w.UPOS == "ADJ" && w.Relation == "amod" && w.Name == "O" && isUpper(w.Text) && !r.isDemonym(i) && !r.isTitle(i) &&
		!r.inHeadline() && w.Head > i && (r.isUnmarkedName(i+1) || r.opensName(i+1))
}

func (r *reader) isUnmarkedName(i int) bool {
	w := r.words[i]
	if r.isDemonym(i) || strings.Contains(w.Name, "-") || isCalendar(w.Text) || w.Text == "May" || len(w.Text) < 2 {
		return false
	}
	return w.UPOS == "PROPN" && isUpper(w.Text) && !r.inTitle(i) && !r.inHeadline()
}

func (r *reader) isDemonym(i int) bool {
	_, one := identity.Demonym(r.words[i].Text)
	if one || i == 0 {
		return one
	}
	_, two := identity.Demonym(r.words[i-1].Text + " " + r.words[i].Text)
	return two
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
	if s.from == 0 && s.to-s.from > 1 && nounSorts().alone[strings.ToLower(r.words[0].Text)] { // "Brewer Holt cuts jobs"
		s.from, s.kind = 1, graph.Organization
	}
	for s.to-s.from > 1 && (r.isMark(s.to-1) || s.kind != graph.Person && (r.isTitle(s.to-1) || classNouns[r.words[s.to-1].Text] != "")) {
		s.to--
	}
	for s.to > s.from && (r.words[s.to-1].UPOS == "ADP" || r.words[s.to-1].UPOS == "CCONJ") {
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
	n.told = r.told(s, n.Head)
	n.prove(r, s)
	switch {
	case s.kind != graph.Organization && s.kind != graph.Place && n.told != graph.Organization && r.hasTitleBefore(s.from):
		n.kind, n.sure = graph.Person, true
		n.wider = r.titled(s, n.Head)
	case s.to-s.from > 1 && (isCompany(r.words[s.to-1].Text, true) || n.kind != graph.Person && isOrganizationHead(r.words[s.to-1].Text)):
		n.kind, n.sure = graph.Organization, true
	case n.kind == "":
		n.kind = guess(r.words[s.from:s.to])
	case n.kind == graph.Person && r.is(s.from-1, "the"):
		if k, ok := identity.Lookup(n.Text); ok { // the Élysée
			n.kind = k.Type
		}
	}
	if n.kind == graph.Place {
		n.wider = r.within(s, n.Head)
	}
	return n
}

// hasTitleBefore reports whether a title, or a title with its complement, stands right before a word:
// "minister", "secretary of state".
func (r *reader) hasTitleBefore(i int) bool {
	if i > 0 && r.isOffice(i-1) {
		return true
	}
	for j := i - 2; j > 0 && j >= i-4; j-- {
		if r.is(j, "of") || r.is(j, "for") {
			return r.isOffice(j-1) && (r.words[i-1].UPOS == "NOUN" || r.words[i-1].UPOS == "PROPN")
		}
	}
	return false
}

// isOffice reports whether a word says who a person is.
func (r *reader) isOffice(i int) bool {
	w := &r.words[i]
	if w.UPOS == "VERB" || slices.Contains(ofAnybody, strings.ToLower(w.Lemma)) { // "accused Holt"
		return false
	}
	return r.isTitle(i) || typeOfNoun(w) == graph.Person && !strings.HasSuffix(w.XPOS, "S")
}

// ofAnybody are what organisations and countries are called too.
var ofAnybody = []string{"rival", "ally", "enemy", "opponent", "owner", "partner", "customer", "client", "investor", "shareholder", "buyer", "seller", "backer", "competitor", "creditor"}

// titled returns the name with what leads up to it, and where that has a possessor, without the possessor
// too. Where the parser takes the title for the head, claims refer to the person by the title.
func (r *reader) titled(s wordSpan, head int) []Mention {
	from := s.from
	for from > 0 && r.leads(from-1) {
		from--
	}
	for from < s.from && !r.opens(from) {
		from++
	}
	wider := []Mention{r.spanning(from, s.to, head)}
	for i := from; i < s.from; i++ {
		switch up := r.words[i].Head; {
		case r.words[i].XPOS == "POS" && i+1 < s.from:
			wider = append(wider, r.spanning(i+1, s.to, head))
		case r.isOffice(i) && (up < from || up >= s.to):
			wider = append(wider, r.spanning(from, s.to, i))
		}
	}
	return wider
}

// leads reports whether a word can stand between the beginning of a title and a name.
func (r *reader) leads(i int) bool {
	w := r.words[i]
	switch w.UPOS {
	case "NOUN", "PROPN", "ADJ":
		return !strings.HasSuffix(w.XPOS, "NS") || isUpper(w.Text)
	case "ADP":
		return w.Text == "of" || w.Text == "for"
	}
	return w.XPOS == "POS" || w.Text == "-" || r.isTitle(i)
}

// opens reports whether a title can begin with a word.
func (r *reader) opens(i int) bool {
	w := r.words[i]
	return w.UPOS != "ADP" && w.XPOS != "POS" && !r.isMark(i)
}

// within returns a place with the larger place after it, "Portland, Oregon", unless the two stand in a list.
func (r *reader) within(s wordSpan, head int) []Mention {
	if !r.is(s.to, ",") || !r.isPlace(s.to+1) || r.is(s.from-1, ",") && r.isPlace(s.from-2) {
		return nil
	}
	to := s.to + 2
	for to < len(r.words) && r.words[to].Name == "I-LOC" {
		to++
	}
	if r.is(to, "and") || r.is(to, "or") || r.is(to, ",") && r.isPlace(to+1) {
		return nil
	}
	return []Mention{r.spanning(s.from, to, head)}
}

func (r *reader) isPlace(i int) bool {
	return i >= 0 && i < len(r.words) && strings.HasSuffix(r.words[i].Name, "-LOC")
}

func (r *reader) spanning(from, to, head int) Mention {
	m := r.mention(from, to, Name)
	m.Head = head
	return m
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

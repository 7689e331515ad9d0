package identity

import (
	"slices"
	"strings"

	"sayso/graph"
)

// Name is one name of a thing, ready to be compared with others.
type Name struct {
	Text   string // bare, without titles
	Type   graph.Type
	words  []string // folded
	known  Known
	suffix string // of a person: Jr, III
}

// NewName reads a name as an article writes it; a person's titles are taken off.
func NewName(text string, t graph.Type) Name {
	n := Name{Text: Bare(text), Type: t}
	if t == graph.Person {
		n.Text = WithoutTitles(n.Text)
	}
	n.words = words(n.Text)
	if t == graph.Person {
		n.words, n.suffix = withoutSuffix(n.words), suffixOf(n.Text)
		return n
	}
	n.known, _ = Lookup(n.Text)
	return n
}

// Folded returns the form in which equal names are equal.
func (n Name) Folded() string { return strings.Join(n.words, " ") }

// Canonical returns the name to go by: that of the lists, or its own text.
func (n Name) Canonical() string {
	if n.known.Name != "" {
		return n.known.Name
	}
	return n.Text
}

// Suffix is what tells a father from a son of the same name: "jr", "iii", "" where nothing does.
func (n Name) Suffix() string { return n.suffix }

// rivals reports whether two names have suffixes that differ.
func (n Name) rivals(m Name) bool { return n.suffix != "" && m.suffix != "" && n.suffix != m.suffix }

// Same reports whether two names name one thing wherever they stand.
func (n Name) Same(m Name) bool {
	switch {
	case len(n.words) == 0 || len(m.words) == 0 || n.rivals(m):
		return false
	case n.Type == graph.Person && m.Type == graph.Person:
		return samePerson(n.words, m.words)
	case !compatible(n, m):
		return false
	case n.known.Name != "" && m.known.Name != "":
		return n.known == m.known
	}
	return sameWords(n.words, m.words, 1)
}

// compatible reports whether names of these types can name one thing: a tagger that takes a
// network for a person errs, but one word may well be a person here and a place there.
func compatible(n, m Name) bool {
	a, b := n.Type, m.Type
	if (a == graph.Person) != (b == graph.Person) && a != graph.Thing && b != graph.Thing {
		return len(n.words) > 1 && slices.Equal(n.words, m.words)
	}
	return true
}

// samePerson holds where the surnames agree and the given names do not differ. Two lone words must
// be one word; a lone word and a full name are a matter for [Name.Shortens].
func samePerson(a, b []string) bool {
	if len(a) == 1 || len(b) == 1 {
		return len(a) == len(b) && sameWord(a[0], b[0])
	}
	if sameWords(a, b, 0) {
		return true
	}
	return sameWord(a[len(a)-1], b[len(b)-1]) && sameGiven(a[0], b[0]) && sameMiddle(a, b)
}

// sameGiven holds for a name and its initial, and for a name and its short form.
func sameGiven(a, b string) bool {
	if sameWord(a, b) || len(a) == 1 && b[0] == a[0] || len(b) == 1 && a[0] == b[0] {
		return true
	}
	for _, group := range world().short[a] {
		if slices.Contains(world().short[b], group) {
			return true
		}
	}
	return false
}

// sameMiddle holds unless both have middle names that differ.
func sameMiddle(a, b []string) bool {
	if len(a) < 3 || len(b) < 3 {
		return true
	}
	return a[1][0] == b[1][0]
}

// sameWords compares word by word; so many words may be misspelt.
func sameWords(a, b []string, slips int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if sameWord(a[i], b[i]) {
			continue
		}
		if slips--; slips < 0 || len(a) == 1 || len(a[i]) < 5 || !slip(a[i], b[i]) {
			return false
		}
	}
	return true
}

// Shortens reports whether n can stand for the longer name m in a text that has used m: a surname
// or a given name, initials, a name without its country or without its complement.
func (n Name) Shortens(m Name) bool {
	if n.rivals(m) || len(n.words) == 0 || len(n.words) >= len(m.words) && !n.isAcronym() {
		return false
	}
	if n.Type == graph.Person && m.Type == graph.Person {
		return shortensPerson(n.words, m.words)
	}
	if n.Type == graph.Person || m.Type == graph.Person {
		return false
	}
	return n.isAcronym() && abbreviates(n.words[0], m.words) || m.known.Name == "" && shortensTitle(n, m)
}

func shortensPerson(short, long []string) bool {
	tail := long[len(long)-len(short):]
	if sameWords(short, tail, 0) {
		return true
	}
	return len(short) == 1 && sameWord(short[0], long[0])
}

// shortensTitle holds for "State Department" beside "US State Department" and for "Supreme Court"
// beside "Supreme Court of Cassation".
func shortensTitle(n, m Name) bool {
	if n.known.Type == graph.Place || n.Type == graph.Place && m.Type != graph.Place {
		return false
	}
	short, long := n.words, m.words
	if len(short)+1 == len(long) && classes[long[len(short)]] && sameWords(short, long[:len(short)], 0) {
		return true
	}
	if len(short) < 2 {
		return false
	}
	for from := range len(long) - len(short) + 1 {
		end := from + len(short)
		if sameWords(short, long[from:end], 0) && (from == 0 || isOrigin(strings.Fields(m.Text), from)) {
			return end == len(long) || complements[long[end]]
		}
	}
	return false
}

// classes are words that say what a named thing is and can be left out.
var classes = map[string]bool{
	"group": true, "party": true, "magazine": true, "newspaper": true, "network": true, "company": true, "corporation": true,
	"corp": true, "inc": true, "ltd": true, "llc": true, "plc": true, "organization": true, "organisation": true, "foundation": true, "news": true,
}

var complements = map[string]bool{"of": true, "for": true, "on": true, "and": true, "in": true}

// isOrigin reports whether the first n words of a name are a country or its adjective.
func isOrigin(words []string, n int) bool {
	if n <= 0 || n > len(words) {
		return false
	}
	lead := strings.Join(words[:n], " ")
	if _, ok := Demonym(Bare(lead)); ok {
		return true
	}
	k, ok := Lookup(lead)
	return ok && k.Type == graph.Place
}

// isAcronym reports whether a name is one word of capitals, as UAAR or M5S.
func (n Name) isAcronym() bool {
	if len(n.words) != 1 || len(n.words[0]) < 2 || len(n.words[0]) > 7 {
		return false
	}
	return strings.ToUpper(n.Text) == n.Text && strings.ToLower(n.Text) != n.Text
}

// abbreviates reports whether an acronym has the initials of the words, small words counted or not.
func abbreviates(acronym string, words []string) bool {
	if len(words) < 2 {
		return false
	}
	var all, main strings.Builder
	for _, w := range words {
		all.WriteByte(w[0])
		if !small[w] {
			main.WriteByte(w[0])
		}
	}
	return acronym == all.String() || acronym == main.String()
}

var small = map[string]bool{"of": true, "the": true, "and": true, "for": true, "on": true, "in": true, "to": true, "de": true, "&": true}

// WithoutTitles returns a person's name without the titles before it: what follows the last word
// that is a title, unless that leaves nothing but a suffix.
func WithoutTitles(name string) string {
	words := strings.Fields(name)
	for i := len(words) - 2; i >= 0; i-- {
		rest := words[i+1:]
		if IsTitle(strings.Trim(words[i], ",")) && !isSuffix(rest[0]) && isUpper(rest[0]) {
			return strings.Join(rest, " ")
		}
	}
	return name
}

func withoutSuffix(words []string) []string {
	for len(words) > 1 && isSuffix(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return words
}

func isSuffix(word string) bool {
	switch strings.ToLower(strings.Trim(word, ".,")) {
	case "jr", "sr", "ii", "iii", "iv":
		return true
	}
	return false
}

func isUpper(word string) bool {
	return word != "" && strings.ToLower(word[:1]) != word[:1] || word[0] >= 0x80
}

package parse

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"sayso/graph"
	"sayso/graph/identity"
)

//go:embed gazetteer/*.txt
var gazetteers embed.FS

// mark says what the lists know of a word where it stands.
type mark uint16

const (
	placeMark        mark = 1 << iota // starts the name of a place
	organizationMark                  // starts the name of an organisation
	insideMark                        // goes on with it
	givenMark                         // is a given name
	surnameMark
	headMark // makes a name an organisation's: Ministry
	titleMark
	demonymMark
)

// gazetteer knows names and the words that tell what a name names.
type gazetteer struct {
	words   map[string]mark // lower-case words
	phrases map[string]mark // names as written, their words with a space between
	longest int             // words of the longest phrase
}

var loadGazetteer = sync.OnceValue(readGazetteer)

func readGazetteer() *gazetteer {
	g := &gazetteer{words: map[string]mark{}, phrases: map[string]mark{}}
	g.read("given", givenMark)
	g.read("surnames", surnameMark)
	g.read("heads", headMark)
	for name, known := range identity.Names {
		g.add(name, known)
	}
	return g
}

func (g *gazetteer) read(list string, m mark) {
	text, err := gazetteers.ReadFile("gazetteer/" + list + ".txt")
	if err != nil {
		panic(fmt.Errorf("gazetteer %s: %w", list, err))
	}
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for word := range strings.FieldsSeq(line) {
			g.words[word] |= m
		}
	}
}

func (g *gazetteer) add(name string, known identity.Known) {
	m := organizationMark
	if known.Type == graph.Place {
		m = placeMark
	}
	words := nameWords(name)
	g.phrases[strings.Join(words, " ")] = m
	g.longest = max(g.longest, len(words))
}

// nameWords splits a name as the tokeniser does: D.C. is one word, Inter-Parliamentary three.
func nameWords(name string) []string {
	name = strings.NewReplacer("-", " - ", ",", " ,", "'s", " 's").Replace(name)
	return strings.Fields(name)
}

// marks looks the words up, longest names first.
func (g *gazetteer) marks(words []Word) []mark {
	marks := make([]mark, len(words))
	for i := 0; i < len(words); {
		n, m := g.longestAt(words, i)
		for j := i; j < i+n; j++ {
			marks[j] |= m
			if j > i {
				marks[j] |= insideMark
			}
		}
		i += max(n, 1)
	}
	for i, w := range words {
		marks[i] |= wordMark(w.Text)
		if isCapital(w.Text) {
			marks[i] |= g.words[strings.ToLower(w.Text)]
		}
	}
	return marks
}

// longestAt returns how many words from i on are a name of the lists, and what it names.
func (g *gazetteer) longestAt(words []Word, i int) (int, mark) {
	if !isCapital(words[i].Text) {
		return 0, 0
	}
	var phrase strings.Builder
	best, found := 0, mark(0)
	for n := 1; n <= g.longest && i+n <= len(words); n++ {
		if n > 1 {
			phrase.WriteByte(' ')
		}
		phrase.WriteString(words[i+n-1].Text)
		if m, ok := g.phrases[phrase.String()]; ok {
			best, found = n, m
		}
	}
	return best, found
}

// correctNames puts right what the lists know better: a country or an organisation that is no part of
// a longer name is one, a name that ends in Ministry or Council is an organisation's, and an
// adjective of a country is no name.
func correctNames(words []Word, marks []mark, classes []int) {
	for i := 0; i < len(words); {
		end := i + 1
		for end < len(words) && marks[end]&insideMark != 0 && marks[i]&(placeMark|organizationMark) != 0 {
			end++
		}
		if class := listedClass(words[i:end], marks[i]); class > 0 && standsAlone(classes, i, end) {
			setName(classes, i, end, class)
		}
		i = end
	}
	if isTitleCase(words) == 0 {
		markOrganizations(words, marks, classes)
	}
	dropDemonyms(marks, classes)
}

// markOrganizations marks runs of capitalised words that end in the head word of an organisation,
// with what follows "of" or "for", unless a person's name is among them.
func markOrganizations(words []Word, marks []mark, classes []int) {
	for i := 0; i < len(words); {
		to := i
		for to < len(words) && isCapital(words[to].Text) {
			to++
		}
		from := afterDeterminer(words, i, to)
		if end := complementEnd(words, classes, to); end-from > 1 && isHead(marks, to-1) && isFree(marks, classes, from, to) {
			setName(classes, from, end, classB("ORG"))
		}
		i = max(to, i+1)
	}
}

func isHead(marks []mark, i int) bool {
	return i >= 0 && marks[i]&headMark != 0 && marks[i]&insideMark == 0
}

func afterDeterminer(words []Word, from, to int) int {
	if from < to && strings.EqualFold(words[from].Text, "the") {
		return from + 1
	}
	return from
}

// isFree reports whether a range has no title and no person in it, and is no name already but of places.
func isFree(marks []mark, classes []int, from, to int) bool {
	free := false
	for i := from; i < to; i++ {
		switch kind := (classes[i] + 1) / 2 * 2; {
		case marks[i]&titleMark != 0, kind == classB("PER")+1:
			return false
		case kind == outside, kind == classB("LOC")+1:
			free = true
		}
	}
	return free && standsAlone(classes, from, to)
}

// complementEnd returns where "of Foreign Affairs" after an organisation's head word ends, if it follows.
func complementEnd(words []Word, classes []int, to int) int {
	if to+1 >= len(words) || words[to].Text != "of" && words[to].Text != "for" || !isCapital(words[to+1].Text) {
		return to
	}
	for to++; to < len(words) && (isCapital(words[to].Text) || isInside(classes[to])); to++ {
	}
	return to
}

func classB(kind string) int { return slices.Index(nameClasses, "B-"+kind) }

// listedClass is the B- class of a name of the lists that is hardly ever anything else: one of
// several words, or an acronym.
func listedClass(words []Word, m mark) int {
	if m&(placeMark|organizationMark) == 0 || m&insideMark != 0 {
		return 0
	}
	known, ok := identity.Lookup(joined(words))
	sure := len(words) > 1 || strings.ToUpper(words[0].Text) == words[0].Text || known.Name == words[0].Text && m&(givenMark|surnameMark) == 0
	switch {
	case !ok || !sure:
		return 0
	case known.Type == graph.Place:
		return classB("LOC")
	}
	return classB("ORG")
}

func joined(words []Word) string {
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = w.Text
	}
	name := strings.Join(parts, " ")
	return strings.NewReplacer(" - ", "-", " ,", ",", " 's", "'s").Replace(name)
}

// standsAlone reports whether no name reaches over the edges of the words.
func standsAlone(classes []int, from, to int) bool {
	return !isInside(classes[from]) && (to == len(classes) || !isInside(classes[to]))
}

func setName(classes []int, from, to, class int) {
	for i := from; i < to; i++ {
		classes[i] = class
		if i > from {
			classes[i] = class + 1
		}
	}
}

// dropDemonyms takes the name off lone words such as Ukrainian.
func dropDemonyms(marks []mark, classes []int) {
	for i, m := range marks {
		if m&demonymMark != 0 && m&(placeMark|organizationMark) == 0 && standsAlone(classes, i, i+1) {
			classes[i] = outside
		}
	}
}

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
	headMark  // makes a name an organisation's: Ministry
	eventMark // makes a name an event's: Summit
	titleMark
	demonymMark
)

// gazetteer knows names and the words that tell what a name names.
type gazetteer struct {
	words   map[string]mark // lower-case words
	phrases map[string]mark // names as written, their words with a space between
	longest int             // words of the longest phrase
	regions map[string]bool // lower-case names of countries and of parts of them, as they stand after a city
}

var loadGazetteer = sync.OnceValue(readGazetteer)

func readGazetteer() *gazetteer {
	g := &gazetteer{words: map[string]mark{}, phrases: map[string]mark{}, regions: map[string]bool{}}
	g.read("given", givenMark)
	g.read("surnames", surnameMark)
	g.read("heads", headMark)
	g.read("events", eventMark)
	for name, known := range identity.Names {
		g.add(name, known)
		if name == known.Name && identity.IsCountry(name) {
			g.regions[strings.ToLower(name)] = true
		}
	}
	for _, line := range linesOf("regions") {
		for region := range strings.SplitSeq(line, "|") {
			g.regions[region] = true
		}
	}
	return g
}

func (g *gazetteer) read(list string, m mark) {
	for _, line := range linesOf(list) {
		for word := range strings.FieldsSeq(line) {
			g.words[word] |= m
		}
	}
}

// linesOf returns the lines of a list without its remarks.
func linesOf(list string) []string {
	text, err := gazetteers.ReadFile("gazetteer/" + list + ".txt")
	if err != nil {
		panic(fmt.Errorf("gazetteer %s: %w", list, err))
	}
	return slices.DeleteFunc(strings.Split(strings.TrimSpace(string(text)), "\n"), func(line string) bool { return strings.HasPrefix(line, "#") })
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

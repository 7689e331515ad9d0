package parse

import (
	"embed"
	"fmt"
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
// a longer name is one, and an adjective of a country is no name.
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
	dropDemonyms(marks, classes)
}

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
		return 5
	}
	return 3
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

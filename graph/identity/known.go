package identity

import (
	"embed"
	"strings"
	"sync"

	"sayso/graph"
)

//go:embed *.txt
var lists embed.FS

// Known is a thing of the world that the lists name: a country, a city, an organisation.
type Known struct {
	Name string // the one to go by
	Type graph.Type
}

// Lookup returns the thing that a name such as U.S. or Kiev stands for. A single word counts only
// as the lists write it, for "us" is not the US and "nice" no city.
func Lookup(name string) (Known, bool) {
	name = Bare(name)
	if k, ok := world().names[plain(name)]; ok {
		return k, true
	}
	if !strings.Contains(name, " ") {
		return Known{}, false
	}
	k, ok := world().phrases[Fold(name)]
	return k, ok
}

// Demonym returns the country of a word such as Ukrainian or Britons.
func Demonym(word string) (country string, ok bool) {
	country, ok = world().demonyms[word]
	return country, ok
}

// IsCountry reports whether a name is a country's, or that of another land with people of its own.
func IsCountry(name string) bool {
	k, ok := Lookup(name)
	return ok && world().countries[k.Name]
}

// SameAs returns the address of a city of the lists in GeoNames, "" where the lists do not have it.
func SameAs(city string) string {
	k, ok := Lookup(city)
	if id := world().geonames[k.Name]; ok && id != "" {
		return "https://sws.geonames.org/" + id + "/"
	}
	return ""
}

// IsTitle reports whether a word names an office, a rank or a form of address.
func IsTitle(word string) bool {
	word = strings.TrimSuffix(strings.ToLower(word), ".")
	return world().titles[word]
}

// Names calls yield with each name of the lists and what it stands for.
func Names(yield func(name string, k Known) bool) {
	for name, k := range world().names {
		if !yield(name, k) {
			return
		}
	}
}

// atlas is what the lists say.
type atlas struct {
	names     map[string]Known
	phrases   map[string]Known
	demonyms  map[string]string
	countries map[string]bool
	titles    map[string]bool
	short     map[string][]int  // given name -> its groups of nicknames
	fields    map[string]string // title -> walk of life
	capitalOf map[string]string // capital -> country
	seats     map[string]string // folded seat of a government -> country
	seated    map[string]bool   // countries, and what else has a seat
	acts      map[string]bool   // lemmas of what governments do
	geonames  map[string]string // city -> id
}

var world = sync.OnceValue(readAtlas)

func readAtlas() *atlas {
	w := &atlas{
		names:     map[string]Known{},
		phrases:   map[string]Known{},
		demonyms:  map[string]string{},
		countries: map[string]bool{},
		titles:    map[string]bool{},
		short:     map[string][]int{},
		fields:    map[string]string{},
		capitalOf: map[string]string{},
		seats:     map[string]string{},
		seated:    map[string]bool{},
		acts:      map[string]bool{},
		geonames:  map[string]string{},
	}
	for _, line := range read("countries.txt") {
		w.country(strings.Split(line, "\t"))
	}
	for _, line := range read("places.txt") {
		w.add(graph.Place, strings.Split(line, "|"))
	}
	for _, line := range read("organizations.txt") {
		w.add(graph.Organization, strings.Split(line, "|"))
	}
	for _, line := range read("titles.txt") {
		for word := range strings.FieldsSeq(line) {
			w.titles[word] = true
		}
	}
	for i, line := range read("nicknames.txt") {
		for name := range strings.FieldsSeq(line) {
			w.short[name] = append(w.short[name], i)
		}
	}
	for _, line := range read("fields.txt") {
		field, words, _ := strings.Cut(line, ":")
		for word := range strings.FieldsSeq(words) {
			w.fields[word] = field
		}
	}
	for _, line := range read("metonym_verbs.txt") {
		for verb := range strings.FieldsSeq(line) {
			w.acts[verb] = true
		}
	}
	for _, line := range read("seats.txt") {
		seat, country, _ := strings.Cut(line, "\t")
		w.add(graph.Place, []string{seat})
		w.seats[Fold(seat)], w.seated[country] = country, true
	}
	for _, line := range read("geonames.txt") {
		city, id, _ := strings.Cut(line, "\t")
		w.geonames[city] = id
	}
	return w
}

func (w *atlas) country(columns []string) {
	names := strings.Split(columns[0], "|")
	w.add(graph.Place, names)
	w.countries[names[0]], w.seated[names[0]] = true, true
	for d := range strings.SplitSeq(columns[1], "|") {
		if d != "" && w.demonyms[d] == "" {
			w.demonyms[d] = names[0]
		}
	}
	for capital := range strings.SplitSeq(columns[2], "|") {
		w.add(graph.Place, []string{capital})
		w.capitalOf[capital] = names[0]
	}
}

// add enters names; where two things share one, the first of the lists has it.
func (w *atlas) add(t graph.Type, names []string) {
	k := Known{Name: names[0], Type: t}
	for _, name := range names {
		name = Bare(name)
		if _, taken := w.names[plain(name)]; name == "" || taken {
			continue
		}
		w.names[plain(name)] = k
		if folded := Fold(name); strings.Contains(name, " ") {
			w.phrases[folded] = k
		}
	}
}

// read returns the lines of a list without its comments.
func read(name string) []string {
	text, err := lists.ReadFile(name)
	if err != nil {
		panic(err)
	}
	var lines []string
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		if line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return lines
}

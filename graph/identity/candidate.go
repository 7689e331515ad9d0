package identity

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"sayso/graph"
)

// Candidate is two things that may be one: the rules could not tell.
type Candidate struct {
	A, B  Described
	Score float64 // 0 to 1
	Why   string
}

// Described is a thing of the registry.
type Described struct {
	ID       graph.Ref  `json:"id"`
	Name     string     `json:"name"`
	Type     graph.Type `json:"type"`
	Names    []string   `json:"names"`
	Articles []string   `json:"articles"`
}

// Has tells whether a thing can be split by a document that speaks of it, or by a name that it has.
func (d Described) Has(by, of string) bool {
	if by == "document" {
		return slices.Contains(d.Articles, of)
	}
	return slices.ContainsFunc(d.Names, func(name string) bool { return Fold(name) == Fold(of) })
}

// Things returns the things that have a proper name, all decisions applied, by IRI.
func (r *Registry) Things() []Described {
	found := map[graph.Ref]*Described{}
	for _, id := range slices.Sorted(maps.Keys(r.articles)) {
		for _, o := range r.articles[id].mentions {
			if o.named {
				r.describe(o, found)
			}
		}
	}
	var all []Described
	for _, id := range slices.Sorted(maps.Keys(found)) {
		all = append(all, *found[id])
	}
	return all
}

// Thing returns what has an IRI, whether it has a proper name or not.
func (r *Registry) Thing(id graph.Ref) (Described, bool) {
	found := map[graph.Ref]*Described{}
	for _, article := range slices.Sorted(maps.Keys(r.articles)) {
		for _, o := range r.articles[article].all() {
			if r.identityOf(o).ID == id {
				r.describe(o, found)
			}
		}
	}
	if found[id] == nil {
		return Described{}, false
	}
	return *found[id], true
}

func (r *Registry) describe(o *occurrence, found map[graph.Ref]*Described) {
	is := r.identityOf(o)
	d := found[is.ID]
	if d == nil {
		d = &Described{ID: is.ID, Name: is.Name, Type: is.Type}
		found[is.ID] = d
	}
	names := []string{o.name}
	for _, c := range o.names {
		names = append(names, c.value)
	}
	for _, name := range names {
		if !slices.Contains(d.Names, name) {
			d.Names = append(d.Names, name)
		}
	}
	if len(d.Articles) == 0 || d.Articles[len(d.Articles)-1] != o.in.id {
		d.Articles = append(d.Articles, o.in.id)
	}
}

// Candidates returns the doubtful pairs on which nobody has decided, the likeliest first.
func (r *Registry) Candidates() []Candidate {
	things := map[graph.Ref]Described{}
	blocks := map[string][]graph.Ref{}
	for _, d := range r.Things() {
		things[d.ID] = d
		for _, key := range d.blocks() {
			if !slices.Contains(blocks[key], d.ID) {
				blocks[key] = append(blocks[key], d.ID)
			}
		}
	}
	seen := map[[2]graph.Ref]bool{}
	var all []Candidate
	for _, key := range slices.Sorted(maps.Keys(blocks)) {
		ids := blocks[key]
		for i := range min(len(ids), longestBlock) {
			for _, b := range ids[i+1 : min(len(ids), longestBlock)] {
				if pair := [2]graph.Ref{ids[i], b}; !seen[pair] {
					seen[pair] = true
					all = r.weigh(all, things[pair[0]], things[pair[1]])
				}
			}
		}
	}
	slices.SortFunc(all, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.A.ID, b.A.ID), cmp.Compare(a.B.ID, b.B.ID))
	})
	return all
}

// longestBlock bounds the pairs that a common word can make.
const longestBlock = 50

// blocks are the words that two candidates share: a surname, the last word of another name, an acronym.
func (d Described) blocks() []string {
	var keys []string
	for _, text := range d.Names {
		n := NewName(text, d.Type)
		if len(n.words) == 0 {
			continue
		}
		keys = append(keys, sound(n.words[len(n.words)-1]), sound(n.words[0]))
		if initials := initialsOf(n.words); len(initials) > 1 {
			keys = append(keys, initials)
		}
	}
	return keys
}

func initialsOf(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if !small[w] {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

func (r *Registry) weigh(all []Candidate, a, b Described) []Candidate {
	if decided(r.decisions, a.ID, b.ID) {
		return all
	}
	score, why := likeness(NewName(a.Name, a.Type), NewName(b.Name, b.Type))
	if score == 0 {
		return all
	}
	shared := 0
	for _, id := range a.Articles {
		if _, both := slices.BinarySearch(b.Articles, id); both {
			shared++
		}
	}
	if shared > 0 { // an article that names both seldom means one
		score /= 2
		why += ", though one article names both"
	}
	return append(all, Candidate{A: a, B: b, Score: math.Round(score*100) / 100, Why: why})
}

func decided(ds Decisions, a, b graph.Ref) bool {
	return slices.ContainsFunc(ds, func(d Decision) bool {
		return d.Kind != Split && (d.A == a && d.B == b || d.A == b && d.B == a)
	})
}

// likeness tells how far two names are from naming one thing, and why they may.
func likeness(a, b Name) (float64, string) {
	switch {
	case len(a.words) == 0 || len(b.words) == 0:
		return 0, ""
	case a.rivals(b):
		return 0, ""
	case a.suffix != b.suffix && slices.Equal(a.words, b.words):
		return 0.4, "one name, with and without " + a.suffix + b.suffix
	case slices.Equal(a.words, b.words) && a.Type == b.Type:
		return 0.6, "one name, contexts that differ"
	case slices.Equal(a.words, b.words):
		return 0.3, "one name, of " + strings.ToLower(string(a.Type)) + " and " + strings.ToLower(string(b.Type))
	case a.Same(b):
		return 0.7, "two spellings, or more than one to choose from"
	case a.Shortens(b) || b.Shortens(a):
		return 0.5, "one name may be short for the other"
	case a.Type == graph.Person && b.Type == graph.Person:
		return likePersons(a.words, b.words)
	case a.Type != graph.Person && b.Type != graph.Person && sameWords(a.words, b.words, 2):
		return 0.4, "two slips of spelling"
	}
	return 0, ""
}

// likePersons weighs full names of which one word is misspelt.
func likePersons(a, b []string) (float64, string) {
	if len(a) < 2 || len(b) < 2 {
		return 0, ""
	}
	first, last := sameGiven(a[0], b[0]), sameWord(a[len(a)-1], b[len(b)-1])
	switch {
	case first && len(a[0]) > 2 && slip(a[len(a)-1], b[len(b)-1]) && len(a[len(a)-1]) > 4:
		return 0.5, "surnames that differ by one letter"
	case last && slip(a[0], b[0]) && min(len(a[0]), len(b[0])) > 3:
		return 0.5, "given names that differ by one letter"
	}
	return 0, ""
}

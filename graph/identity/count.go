package identity

import (
	"cmp"
	"slices"
	"strings"

	"sayso/graph"
)

// tally sums up occurrences.
type tally struct {
	at    []*occurrence
	names counts[string]
	types counts[graph.Type]
	ids   counts[graph.Ref] // that they had so far
	roles int               // how many tell a walk of life, or he from she
	years [2]int            // the first and the last of their articles, as far as they have dates
}

func newTally() tally {
	return tally{names: counts[string]{}, types: counts[graph.Type]{}, ids: counts[graph.Ref]{}}
}

func tallyOf(at []*occurrence) tally {
	t := newTally()
	for _, o := range at {
		t.add(o)
	}
	return t
}

func (t *tally) add(o *occurrence) {
	t.at = append(t.at, o)
	t.count(o, 1)
	if !t.spans(o.in.year) {
		t.years[1] = max(t.years[1], o.in.year)
		if t.years[0] == 0 || o.in.year < t.years[0] {
			t.years[0] = o.in.year
		}
	}
}

// spans reports whether a year lies between the first and the last, or is not known.
func (t *tally) spans(year int) bool {
	return year == 0 || t.years[0] <= year && year <= t.years[1] && t.years[0] > 0
}

func (t *tally) drop(o *occurrence) {
	t.at = slices.DeleteFunc(t.at, func(x *occurrence) bool { return x == o })
	t.count(o, -1)
}

func (t *tally) count(o *occurrence, n int) {
	t.names.add(o.name, n)
	for _, c := range o.names {
		t.names.add(c.text, n*c.n)
	}
	t.types.add(o.kind, n)
	t.ids.add(o.before, n)
	if len(o.roles) > 0 || o.gender != "" {
		t.roles += n
	}
}

// join adds what another has summed up; the occurrences stay where they are.
func (t *tally) join(u *tally) {
	for name, n := range u.names {
		t.names.add(name, n)
	}
	for kind, n := range u.types {
		t.types.add(kind, n)
	}
	for id, n := range u.ids {
		t.ids.add(id, n)
	}
}

// counts counts values. It does not tell which came first, so that it does not matter.
type counts[T ~string] map[T]int

func (c counts[T]) add(value T, n int) {
	if value == "" {
		return
	}
	c[value] += n
	if c[value] == 0 {
		delete(c, value)
	}
}

// best returns the first that ranked would.
func (c counts[T]) best() T {
	var best T
	for value := range c {
		if best == "" || c.compare(value, best) < 0 {
			best = value
		}
	}
	return best
}

// bestOf returns the best of those that fit, and other where none does.
func (c counts[T]) bestOf(fits func(T) bool, other T) T {
	fitting := counts[T]{}
	for value, n := range c {
		if fits(value) {
			fitting[value] = n
		}
	}
	if len(fitting) == 0 {
		return other
	}
	return fitting.best()
}

func (c counts[T]) compare(a, b T) int {
	return cmp.Or(cmp.Compare(c[b], c[a]), cmp.Compare(len(a), len(b)), strings.Compare(string(a), string(b)))
}

// ranked returns the values, the commonest first; of equals the shortest, and of those the first of the alphabet.
func (c counts[T]) ranked() []T {
	var all []T
	for value := range c {
		all = append(all, value)
	}
	slices.SortFunc(all, c.compare)
	return all
}

// bestName is the lists' own name, else the commonest of the names that articles give: of a person, of those
// that are more than a surname, of other things, of those that are no acronym.
func (t *tally) bestName(named bool) string {
	person := t.types.best() == graph.Person
	best := t.names.best()
	if !strings.Contains(best, " ") && (person || isAcronym(best)) {
		best = t.names.bestOf(func(name string) bool { return strings.Contains(name, " ") }, best)
	}
	if k, ok := Lookup(best); ok && named && !person {
		return k.Name
	}
	return best
}

func isAcronym(name string) bool { return NewName(name, graph.Organization).isAcronym() }

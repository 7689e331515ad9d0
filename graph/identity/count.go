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

func tallyOf(at []*occurrence) tally {
	var t tally
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
		t.names.add(c.value, n*c.n)
	}
	t.types.add(o.kind, n)
	t.ids.add(o.before, n)
	if len(o.roles) > 0 || o.gender != "" {
		t.roles += n
	}
}

// join adds what another has summed up; the occurrences stay where they are.
func (t *tally) join(u *tally) {
	t.names.join(u.names)
	t.types.join(u.types)
	t.ids.join(u.ids)
}

// counts counts values, which stand sorted: it does not tell which came first, so that it does not matter. Nearly all
// count one value or two, and there are three for every name, so that a map would take most of a registry's memory.
type counts[T ~string] []counted[T]

type counted[T ~string] struct {
	value T
	n     int
}

func (c counts[T]) find(value T) (at int, found bool) {
	return slices.BinarySearchFunc(c, value, func(e counted[T], v T) int { return cmp.Compare(e.value, v) })
}

func (c *counts[T]) add(value T, n int) {
	if value == "" {
		return
	}
	at, found := c.find(value)
	if !found {
		*c = slices.Insert(*c, at, counted[T]{value: value})
	}
	(*c)[at].n += n
	if (*c)[at].n == 0 {
		*c = slices.Delete(*c, at, at+1)
	}
}

func (c *counts[T]) join(other counts[T]) {
	for _, e := range other {
		c.add(e.value, e.n)
	}
}

func (c counts[T]) of(value T) int {
	if at, found := c.find(value); found {
		return c[at].n
	}
	return 0
}

// best returns the first that ranked would.
func (c counts[T]) best() T {
	if len(c) == 0 {
		return ""
	}
	return slices.MinFunc(c, better[T]).value
}

// bestOf returns the best of those that fit, and other where none does.
func (c counts[T]) bestOf(fits func(T) bool, other T) T {
	fitting := slices.DeleteFunc(slices.Clone(c), func(e counted[T]) bool { return !fits(e.value) })
	return cmp.Or(fitting.best(), other)
}

func better[T ~string](a, b counted[T]) int {
	return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(len(a.value), len(b.value)), cmp.Compare(a.value, b.value))
}

// ranked returns the values, the commonest first; of equals the shortest, and of those the first of the alphabet.
func (c counts[T]) ranked() []T {
	all := make([]T, len(c))
	for i, e := range slices.SortedFunc(slices.Values(c), better[T]) {
		all[i] = e.value
	}
	return all
}

// bestName is the lists' own name, else the commonest of the names that articles give: of a person, of those
// that are more than a surname, of other things, of those that are no acronym, and "Norvik Foods" before "Norvik".
func (t *tally) bestName(named bool) string {
	person := t.types.best() == graph.Person
	best := t.names.best()
	if !strings.Contains(best, " ") && (person || isAcronym(best)) {
		best = t.names.bestOf(func(name string) bool { return strings.Contains(name, " ") }, best)
	}
	if k, ok := Lookup(best); ok && named && !person {
		return k.Name
	}
	if named && !person && !strings.Contains(best, " ") {
		return t.names.bestOf(func(name string) bool { return isWhole(name, best) }, best)
	}
	return best
}

// isWhole reports whether a name goes on after a first word that can stand for it, by more than the word for what it names.
func isWhole(name, first string) bool {
	rest, longer := strings.CutPrefix(name, first+" ")
	return longer && !classes[strings.ToLower(rest)]
}

func isAcronym(name string) bool { return NewName(name, graph.Organization).isAcronym() }

package identity

import (
	"cmp"
	"slices"
	"strings"

	"sayso/graph"
)

// find returns the thing that an entity of an article is, or nil. Those before it in the article are others.
func (r *Registry) find(e graph.Entity, article string, before []*thing) *thing {
	if t := r.byRef[e.ID]; t != nil {
		return t
	}
	n := NewName(e.Name, e.Type)
	if len(n.words) == 0 {
		return nil
	}
	if !e.Named {
		return r.findNominal(n, article, before)
	}
	if t := r.findSame(n); t != nil {
		return t
	}
	return r.findFuller(n)
}

// findNominal finds a thing without a proper name. "The statement" of two articles is two
// statements; it takes two words or more to mean the same thing. The statement of an article that
// is read again is the one it was.
func (r *Registry) findNominal(n Name, article string, before []*thing) *thing {
	var found []*thing
	for _, t := range r.candidates(n) {
		same := func(m Name) bool { return slices.Equal(m.words, n.words) }
		if t.named || !slices.ContainsFunc(t.known, same) {
			continue
		}
		if contentWords(n.words) >= 2 || t.said[article] && !slices.Contains(before, t) {
			found = append(found, t)
		}
	}
	if len(found) == 0 {
		return nil
	}
	return slices.MinFunc(found, byNumber)
}

// byNumber orders e:statement before e:statement_2, and that before e:statement_10.
func byNumber(a, b *thing) int {
	return cmp.Or(cmp.Compare(len(a.id), len(b.id)), cmp.Compare(a.id, b.id))
}

func contentWords(words []string) int {
	n := 0
	for _, w := range words {
		if !small[w] && !determiners[w] {
			n++
		}
	}
	return n
}

func (r *Registry) findSame(n Name) *thing {
	for _, t := range r.candidates(n) {
		if t.named && slices.ContainsFunc(t.known, n.Same) && !t.contradicts(n) {
			return t
		}
	}
	return nil
}

// findFuller finds the one person of whom a lone surname, or the full name of a lone surname, can
// speak. Where two can be meant, neither is.
func (r *Registry) findFuller(n Name) *thing {
	if n.Type != graph.Person {
		return nil
	}
	var found []*thing
	for _, t := range r.candidates(n) {
		if t.named && t.types.best() == graph.Person && t.surnameOf(n) {
			found = append(found, t)
		}
	}
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

// surnameOf reports whether one of n and the thing's fullest name is the surname of the other. A
// given name says too little outside its article.
func (t *thing) surnameOf(n Name) bool {
	m := NewName(t.bestName(), graph.Person)
	if len(m.words) == 0 || (len(n.words) == 1) == (len(m.words) == 1) {
		return false
	}
	return sameWord(n.words[len(n.words)-1], m.words[len(m.words)-1])
}

// contradicts keeps two full names of persons apart who share a shorter name.
func (t *thing) contradicts(n Name) bool {
	if n.Type != graph.Person || len(n.words) < 2 {
		return false
	}
	for _, m := range t.known {
		if m.Type == graph.Person && len(m.words) > 1 && !n.Same(m) && !n.Shortens(m) && !m.Shortens(n) {
			return true
		}
	}
	return false
}

func (r *Registry) candidates(n Name) []*thing {
	var found []*thing
	for _, key := range keys(n) {
		for _, t := range r.byWord[key] {
			if !slices.Contains(found, t) {
				found = append(found, t)
			}
		}
	}
	return found
}

// bestName is the list's own name, else the commonest of the names it was met under, the first met
// of equals; of a person, the commonest that is more than a surname.
func (t *thing) bestName() string {
	best, most := t.name, -1
	for _, c := range t.names.of {
		if weight := t.weight(c.value, c.n); weight > most {
			best, most = c.value, weight
		}
	}
	if k, ok := Lookup(best); ok && t.named && t.types.best() != graph.Person {
		return k.Name
	}
	return best
}

func (t *thing) weight(name string, times int) int {
	fullness := min(len(strings.Fields(name)), 2)
	if t.types.best() != graph.Person {
		fullness = 0
	}
	return fullness*1_000_000 + times
}

// counts counts values in the order in which they were first met.
type counts[T comparable] struct{ of []count[T] }

type count[T comparable] struct {
	value T
	n     int
}

func (c *counts[T]) add(value T, n int) {
	for i := range c.of {
		if c.of[i].value == value {
			c.of[i].n += n
			return
		}
	}
	c.of = append(c.of, count[T]{value, n})
}

// best returns the commonest value, the first met of equals.
func (c *counts[T]) best() T {
	var best count[T]
	for _, x := range c.of {
		if x.n > best.n {
			best = x
		}
	}
	return best.value
}

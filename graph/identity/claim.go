package identity

import (
	"cmp"
	"slices"
	"strings"

	"sayso/graph"
)

// claim is the wish of a thing, or of a nominal, for an IRI.
type claim struct {
	by      *thing // nil where a nominal makes it
	nominal lonely
	n       int // how many of its occurrences had the IRI that it wishes for
}

// claim tells what a thing is called, but for its IRI.
func (t *thing) claim() claim {
	sum := t.sum()
	named := t.senses[0].form.named
	t.says = &identity{Name: sum.bestName(named), Type: sum.types.best(), Named: named}
	if t.says.Type == graph.Place && named && !t.isElsewhere() {
		t.says.SameAs = SameAs(t.says.Name)
	}
	return claim{by: t, n: sum.ids.of(sum.ids.best())}
}

func (c claim) name() string {
	if c.by != nil {
		return c.by.says.Name
	}
	return c.nominal.nominal().name
}

func (c claim) key() (key string, number int) {
	if c.by != nil {
		s := c.by.senses[0]
		return s.form.key, s.number
	}
	key, _ = c.nominal.key()
	return key, 0
}

// byClaim orders claims so that each gives way to none that is better.
func byClaim(a, b claim) int {
	if d := cmp.Or(cmp.Compare(b.n, a.n), strings.Compare(a.name(), b.name())); d != 0 {
		return d
	}
	key, number := a.key()
	other, otherNumber := b.key()
	return cmp.Or(strings.Compare(key, other), cmp.Compare(number, otherNumber))
}

// grant gives IRIs: first to those who had one, as far as no better claim is laid to it, and then new ones to the others.
func (r *Registry) grant(claims []claim) {
	slices.SortFunc(claims, byClaim)
	var others []claim
	for _, c := range claims {
		if !r.keep(c) {
			others = append(others, c)
		}
	}
	for _, c := range others {
		if c.by != nil {
			c.by.id = r.free(c.by)
			r.owners[c.by.id] = c.by
		} else {
			r.call(c.nominal, r.freeNumber(c.nominal.nominal()))
		}
	}
}

// keep lets one who claims keep the IRI that most of its occurrences had, unless another has it.
func (r *Registry) keep(c claim) bool {
	if c.by == nil {
		x := c.nominal.nominal()
		kept := c.n > 0 && !r.owned(x.iri())
		if kept {
			r.call(c.nominal, x.number)
		}
		return kept
	}
	c.by.id = ""
	for _, id := range c.by.sum().ids.ranked() {
		if !r.owned(id) {
			r.owners[id], c.by.id = c.by, id
			return true
		}
	}
	return false
}

// call gives a nominal the IRI of a number.
func (r *Registry) call(l lonely, number uint32) {
	x := l.nominal()
	if x.number != number {
		r.changed[l.in.id] = true
	}
	x.number, x.known = number, true
	r.taken[sumOf(x.iri())] = true
}

// freeNumber returns the number of an IRI for a nominal that nobody has.
func (r *Registry) freeNumber(x *nominal) uint32 {
	base := graph.EntityIRI(x.name)
	if r.isFree(base) {
		return 1
	}
	return r.number(base)
}

package identity

import "sayso/graph"

// Hold keeps IRIs from being given to anything else than what has them: those that a store has given away.
func (r *Registry) Hold(ids []graph.Ref) {
	for _, id := range ids {
		r.held[sumOf(id)] = true
	}
}

// Release lets go of the IRIs that were given since, so that the next [Registry.Settle] gives IRIs as if all
// articles had come at once.
func (r *Registry) Release() {
	for _, f := range r.forms {
		for _, o := range f.at {
			if o.before != "" && !r.held[sumOf(o.before)] {
				f.rename(o, "")
				o.before = ""
			}
		}
		r.parted[f] = true
	}
	r.unknown = r.unknown[:0]
	for _, in := range r.articles {
		for l := range in.lonely {
			r.unknown = append(r.unknown, r.release(l))
		}
	}
	clear(r.next)
}

func (r *Registry) release(l lonely) claim {
	x, c := l.nominal(), claim{nominal: l}
	if x.known {
		delete(r.taken, sumOf(x.iri()))
		x.known = false
	}
	if x.number > 0 && r.held[sumOf(x.iri())] {
		c.n = 1
	}
	return c
}

// free returns the IRI of a thing's name: with where it lies, or a number, if another thing has it.
func (r *Registry) free(t *thing) graph.Ref {
	id := graph.EntityIRI(t.says.Name)
	if r.isFree(id) {
		return id
	}
	if s := t.senses[0]; s.region != "" {
		if placed := graph.EntityIRI(t.says.Name + " " + s.region); r.isFree(placed) {
			return placed
		}
	}
	return numberedIRI(id, r.number(id))
}

func (r *Registry) isFree(id graph.Ref) bool { return !r.owned(id) && !r.held[sumOf(id)] }

// number returns what behind an IRI makes one that is free.
func (r *Registry) number(id graph.Ref) uint32 {
	for n := max(2, r.next[id]); ; n++ {
		r.next[id] = n + 1
		if r.isFree(numberedIRI(id, n)) {
			return n
		}
	}
}

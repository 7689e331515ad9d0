package identity

import (
	"strconv"

	"sayso/graph"
)

// Hold keeps IRIs from being given to anything else than what has them: those that a store has given away.
func (r *Registry) Hold(ids []graph.Ref) {
	for _, id := range ids {
		r.held[id] = true
	}
}

// Release lets go of the IRIs that were given since, so that the next [Registry.Settle] gives IRIs as if all
// articles had come at once.
func (r *Registry) Release() {
	for _, f := range r.forms {
		for _, o := range f.at {
			if o.before != "" && !r.held[o.before] {
				f.rename(o, "")
				o.before = ""
			}
		}
		r.parted[f] = true
	}
	clear(r.next)
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
	return r.numbered(id)
}

func (r *Registry) isFree(id graph.Ref) bool { return r.owners[id] == nil && !r.held[id] }

func (r *Registry) numbered(id graph.Ref) graph.Ref {
	for n := max(2, r.next[id]); ; n++ {
		r.next[id] = n + 1
		if candidate := id + graph.Ref("_"+strconv.Itoa(n)); r.isFree(candidate) {
			return candidate
		}
	}
}

package identity

import (
	"slices"
	"strings"

	"sayso/graph"
)

// overlay is what decisions make of what the rules found.
type overlay struct {
	of     map[graph.Ref]graph.Ref // of those that were merged, to what
	splits map[graph.Ref][]Decision
	apart  map[graph.Ref][]graph.Ref // from each of two things that are two, to the other
}

func newOverlay(ds Decisions) *overlay {
	o := &overlay{of: map[graph.Ref]graph.Ref{}, splits: map[graph.Ref][]Decision{}, apart: map[graph.Ref][]graph.Ref{}}
	for _, d := range ds {
		switch d.Kind {
		case Same:
			if a, b := o.final(d.A), o.final(d.B); a != b {
				o.of[b] = a
			}
		case Split:
			o.splits[d.A] = append(o.splits[d.A], d)
		case Apart:
			o.apart[d.A] = append(o.apart[d.A], d.B)
			o.apart[d.B] = append(o.apart[d.B], d.A)
		}
	}
	return o
}

// final returns what an IRI was merged into.
func (o *overlay) final(id graph.Ref) graph.Ref {
	for o.of[id] != "" {
		id = o.of[id]
	}
	return id
}

// Decide puts decisions in the place of those that were there. What they come to shows after the next [Registry.Settle].
func (r *Registry) Decide(ds Decisions) {
	r.wakeDecided(ds)
	r.touch(r.decisions)
	r.decisions, r.overlay = ds, newOverlay(ds)
	r.touch(ds)
}

// Decisions returns the decisions that are in force.
func (r *Registry) Decisions() Decisions { return r.decisions }

// touch marks the articles that may read differently by decisions.
func (r *Registry) touch(ds Decisions) {
	for _, d := range ds {
		for _, id := range r.overlay.group(d.A, d.B) {
			for _, o := range r.occurrences(id) {
				r.changed[o.in.id] = true
			}
		}
	}
}

// group returns the IRIs with all that were merged with them.
func (o *overlay) group(ids ...graph.Ref) []graph.Ref {
	all := slices.Clone(ids)
	for merged := range o.of {
		for _, id := range ids {
			if id != "" && (o.final(merged) == o.final(id)) {
				all = append(all, merged, o.final(merged))
			}
		}
	}
	return all
}

// occurrences returns those that the rules give an IRI.
func (r *Registry) occurrences(id graph.Ref) []*occurrence {
	t := r.owners[id]
	if t == nil {
		return nil
	}
	var all []*occurrence
	t.each(func(s *sense) { all = append(all, s.at...) })
	return all
}

func (t *thing) each(fn func(*sense)) {
	for _, s := range t.senses {
		fn(s)
	}
	for short := range t.shorter {
		short.each(fn)
	}
}

// is is what an occurrence was told last.
func (o *occurrence) is() identity {
	if o.says == nil {
		return identity{}
	}
	return *o.says
}

// identityOf is what an occurrence is, all decisions applied.
func (r *Registry) identityOf(o *occurrence) identity {
	says := o.is()
	if d, ok := r.overlay.splitOff(o); ok {
		says = r.splitIdentity(d, o)
	} else if own := o.ownIdentity(); slices.Contains(r.overlay.apart[says.ID], own.ID) {
		says = own
	}
	if final := r.overlay.final(says.ID); final != says.ID {
		if t := r.owners[final]; t != nil {
			return *t.says
		}
		says.ID = final
	}
	return says
}

// ownIdentity is what an occurrence would be if its article were the only one.
func (o *occurrence) ownIdentity() identity {
	name := NewName(o.name, o.kind).Canonical()
	return identity{ID: graph.EntityIRI(name), Name: name, Type: o.kind, Named: o.named}
}

// splitOff returns the split by which an occurrence is not what the rules say.
func (o *overlay) splitOff(x *occurrence) (Decision, bool) {
	for _, id := range []graph.Ref{x.is().ID, o.final(x.is().ID)} {
		for _, d := range o.splits[id] {
			if d.By == "document" && d.Of == x.in.id || d.By == "name" && Fold(x.name) == Fold(d.Of) {
				return d, true
			}
		}
	}
	return Decision{}, false
}

// splitIdentity is the thing that a split makes, under an IRI that tells where it comes from.
func (r *Registry) splitIdentity(d Decision, o *occurrence) identity {
	says := o.is()
	says.SameAs = ""
	if d.By == "name" {
		says.Name, says.Type = d.Of, o.kind
		if says.ID = graph.EntityIRI(d.Of); !r.owned(says.ID) {
			return says
		}
	} else {
		same := slices.DeleteFunc(slices.Clone(o.in.mentions), func(x *occurrence) bool { return x.is().ID != o.is().ID })
		t := tallyOf(same)
		says.Name, says.Type = t.bestName(o.named), t.types.best()
	}
	says.ID = graph.EntityIRI(strings.TrimPrefix(string(d.A), "e:") + " " + d.Of)
	for r.owned(says.ID) {
		says.ID += "_"
	}
	return says
}

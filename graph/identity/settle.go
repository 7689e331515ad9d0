package identity

import (
	"maps"
	"slices"
	"strings"

	"sayso/graph"
)

// thing is what some senses have in common.
type thing struct {
	id      graph.Ref
	senses  []*sense
	into    *thing          // the thing that it is short for
	shorter map[*thing]bool // those that are short for it
	says    *identity
	gone    bool
}

// Settle decides anew what may have changed: only families with articles that came or went, and the
// things that are short for theirs. What it comes to depends on the articles alone, but for the IRIs: those
// that were given away stay.
func (r *Registry) Settle() {
	r.settleAll()
	if r.wakeDecided(r.decisions) {
		r.settleAll()
	}
}

func (r *Registry) settleAll() {
	families := map[string]bool{}
	for f := range r.grown {
		families[f.family] = true
	}
	r.settle(families)
	for f := range r.grown {
		for _, s := range f.senses {
			r.unnamed[s.thing] = true
		}
	}
	for _, family := range slices.Sorted(maps.Keys(families)) {
		r.attachLone(family)
	}
	for _, key := range slices.Sorted(maps.Keys(r.shorts)) {
		r.attach(key)
	}
	clear(r.parted)
	clear(r.grown)
	clear(r.shorts)
	r.name()
}

// settle puts forms together that have come or gone, and tells of which families they are.
func (r *Registry) settle(families map[string]bool) {
	done := map[*form]bool{}
	for f := range r.parted {
		if done[f] {
			continue
		}
		forms := r.component(r.mates(f))
		for _, g := range append(forms, f) {
			done[g] = true
			families[g.family] = true
			for _, s := range g.senses {
				if s.thing != nil {
					r.dissolve(s.thing)
				}
			}
		}
		if len(f.at) == 0 {
			f.senses = nil
			r.leave(f)
		}
		for _, c := range r.cluster(forms) {
			r.form(c)
		}
	}
}

// mates are a form and those that it was one thing with so far.
func (r *Registry) mates(f *form) []*form {
	all := []*form{f}
	for _, s := range f.senses {
		if s.thing != nil {
			for _, mate := range s.thing.senses {
				all = append(all, mate.form)
			}
		}
	}
	return all
}

func (r *Registry) form(senses []*sense) {
	t := &thing{senses: senses}
	for _, s := range senses {
		s.thing = t
		r.shorts[s.form.key] = true
		for _, short := range s.names {
			r.shorts[shortKey(short.value)] = true
		}
	}
	r.unnamed[t] = true
}

// dissolve takes a thing apart; its IRI is free until the names are given.
func (r *Registry) dissolve(t *thing) {
	if r.owners[t.id] == t {
		delete(r.owners, t.id)
	}
	for s := range t.shorter {
		s.into = nil
		r.unnamed[s] = true
		r.shorts[s.senses[0].form.key] = true
	}
	t.detach(r)
	delete(r.unnamed, t)
	for _, s := range t.senses {
		s.thing = nil
	}
	t.shorter, t.gone = nil, true
}

func (t *thing) root() *thing {
	for t.into != nil {
		t = t.into
	}
	return t
}

func (t *thing) detach(r *Registry) {
	if t.into != nil {
		delete(t.into.shorter, t)
		r.unnamed[t.into] = true
		t.into = nil
	}
}

func shortKey(name string) string { return "n|" + Fold(name) + "|" }

// note remembers under which other names a thing that is no person is met.
func (r *Registry) note(f *form, o *occurrence) {
	if !f.named {
		return
	}
	twin := mistaken[f.key[:2]] + f.key[2:]
	r.meet(twin, f)
	r.shorts[f.key], r.shorts[twin] = true, true
	if strings.HasPrefix(f.key, "p|") {
		return
	}
	for _, c := range o.names {
		if key := shortKey(c.value); key != f.key {
			r.meet(key, f)
			r.shorts[key] = true
		}
	}
}

// mistaken is the kind of name that a tagger may take a name for.
var mistaken = map[string]string{"p|": "n|", "n|": "p|"}

func (r *Registry) meet(key string, f *form) {
	if r.met[key] == nil {
		r.met[key] = map[*form]bool{}
	}
	r.met[key][f] = true
}

// attach lets a thing that goes by an acronym or a short name be the one thing that some article
// gives that name and a longer one.
func (r *Registry) attach(key string) {
	f := r.forms[key]
	if f == nil || len(f.senses) != 1 || f.senses[0].thing == nil || !f.named {
		return
	}
	short := f.senses[0].thing
	if short.senses[0].form != f || f.lone && short.into != nil {
		return
	}
	r.join(short, r.longer(f, short))
}

// join makes a thing one that is short for another, or for none.
func (r *Registry) join(short, long *thing) {
	if short.into == long {
		return
	}
	short.detach(r)
	r.unnamed[short] = true
	if long == nil {
		return
	}
	short.into = long
	if long.shorter == nil {
		long.shorter = map[*thing]bool{}
	}
	long.shorter[short] = true
	r.unnamed[long] = true
	if r.owners[short.id] == short {
		delete(r.owners, short.id)
	}
}

// longer returns the one thing that a short name stands for; nil where there is none or more than one.
func (r *Registry) longer(f *form, short *thing) *thing {
	var found *thing
	for g := range r.met[f.key] {
		for _, s := range g.senses {
			if s.thing == nil || s.thing == short || !s.uses(f) {
				continue
			}
			if found != nil && found != s.thing {
				return nil
			}
			found = s.thing
		}
	}
	return found
}

// uses reports whether a sense's name is longer than a form's, and its articles use the form's.
func (s *sense) uses(f *form) bool {
	if twins(s.form, f) {
		return len(s.at) > len(f.at) || len(s.at) == len(f.at) && f.key[0] == 'n'
	}
	if len(s.form.name.Folded()) <= len(f.name.Folded()) {
		return false
	}
	for _, name := range s.names {
		if shortKey(name.value) == f.key {
			return true
		}
	}
	return false
}

// twins are a name once taken for a person's and once not. One word may well be a person here and a place
// there, unless it is not known what it is there.
func twins(f, g *form) bool {
	if f.key[0] != g.key[0] && f.name.Folded() == g.name.Folded() {
		return len(f.name.words) > 1 || f.types.best() == graph.Thing || g.types.best() == graph.Thing
	}
	return false
}

// name gives IRIs, names and types to the things that have changed.
func (r *Registry) name() {
	found := map[*thing]bool{}
	for t := range r.unnamed {
		if root := t.root(); !root.gone {
			found[root] = true
		}
	}
	clear(r.unnamed)
	roots := slices.Collect(maps.Keys(found))
	claims := r.unknown
	r.unknown = nil
	for _, t := range roots {
		if r.owners[t.id] == t {
			delete(r.owners, t.id)
		}
		claims = append(claims, t.claim())
	}
	r.grant(slices.DeleteFunc(claims, func(c claim) bool { return c.by == nil && !r.lives(c.nominal) }))
	for _, t := range roots {
		t.says.ID = t.id
		r.tell(t, t.says)
	}
}

// lives reports whether a nominal is one yet, and its article is there.
func (r *Registry) lives(l lonely) bool { return !l.nominal().woken && r.articles[l.in.id] == l.in }

// isElsewhere reports whether a thing is a namesake of the place of the lists, or may be.
func (t *thing) isElsewhere() bool {
	for _, s := range t.senses {
		if s.region != "" && isElsewhere(s.form.name, s.region) || len(s.form.senses) > 1 {
			return true
		}
	}
	return false
}

func (t *thing) sum() *tally {
	if len(t.senses) == 1 && len(t.shorter) == 0 {
		return t.senses[0].tally
	}
	var sum tally
	for _, s := range t.senses {
		sum.join(s.tally)
	}
	for short := range t.shorter {
		sum.join(short.sum())
	}
	return &sum
}

// tell lets the occurrences of a thing know who they are. Those that know already are passed over.
func (r *Registry) tell(t *thing, says *identity) {
	for _, s := range t.senses {
		told := s.form.fresh
		if first := s.at[0]; len(s.form.senses) > 1 || s.form.mixed || first.is() != *says || first.before != says.ID {
			told = s.at
		} else {
			says = s.at[0].says
		}
		for _, o := range slices.Clone(told) {
			r.tellOne(s, o, says)
		}
		s.form.fresh, s.form.mixed = nil, false
	}
	for short := range t.shorter {
		short.id = ""
		r.tell(short, says)
	}
}

func (r *Registry) tellOne(s *sense, o *occurrence, says *identity) {
	if o.is() != *says {
		o.says = says
		r.changed[o.in.id] = true
	}
	if o.before != says.ID {
		s.form.rename(o, says.ID)
		if s.tally != &s.form.tally {
			s.ids.add(o.before, -1)
			s.ids.add(says.ID, 1)
		}
	}
	o.before = says.ID // one string for all
}

// rename notes that an occurrence has another IRI than before.
func (f *form) rename(o *occurrence, id graph.Ref) {
	f.ids.add(o.before, -1)
	f.ids.add(id, 1)
}

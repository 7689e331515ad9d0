package identity

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"sayso/graph"
)

// nominal is a thing without a name of which one article alone speaks: "a senior official". Three of four entities are
// such, and what a form keeps of each would be most of a registry. Where a second article calls a thing alike, or somebody
// decides about it, it becomes an occurrence like others ([Registry.wake]).
type nominal struct {
	name   string
	number uint32 // of its IRI: see numberedIRI; 0 before it has one
	index  int32  // of its entity
	nth    uint16 // of those that the article calls alike
	kind   uint8  // in kinds
	known  bool   // it has its IRI, and nobody else has
	woken  bool   // it is an occurrence now
}

var kinds = []graph.Type{graph.Person, graph.Organization, graph.Place, graph.Event, graph.Work, graph.Thing}

// place of a nominal: its article, and where it stands among the article's nominals.
type lonely struct {
	in *article
	at int32
}

func (l lonely) nominal() *nominal { return &l.in.nominals[l.at] }

func (x *nominal) iri() graph.Ref { return numberedIRI(graph.EntityIRI(x.name), x.number) }

func (x *nominal) identity() identity {
	return identity{ID: x.iri(), Name: x.name, Type: kinds[x.kind]}
}

// numberedIRI is the IRI of a name where n is 1, and else with a number behind it.
func numberedIRI(base graph.Ref, n uint32) graph.Ref {
	if n < 2 {
		return base
	}
	return base + graph.Ref("_"+strconv.FormatUint(uint64(n), 10))
}

// numberIn is the inverse of numberedIRI, 0 where an IRI is none of the base.
func numberIn(id, base graph.Ref) uint32 {
	if id == base {
		return 1
	}
	digits, _ := strings.CutPrefix(string(id), string(base)+"_")
	n, err := strconv.ParseUint(digits, 10, 32)
	if err != nil || numberedIRI(base, uint32(n)) != id {
		return 0
	}
	return uint32(n)
}

// occurrence is a nominal in the form of others.
func (l lonely) occurrence() *occurrence {
	x := l.nominal()
	o := &occurrence{in: l.in, index: x.index, name: x.name, kind: kinds[x.kind], traits: noTraits}
	if x.number > 0 {
		o.before = x.iri()
	}
	if x.known {
		says := x.identity()
		o.says = &says
	}
	return o
}

// key is that of the form which a nominal would be; shared where other articles can have it too.
func (l lonely) key() (key string, shared bool) {
	o := l.occurrence()
	key, _, shared = keyOf(o, NewName(o.name, o.kind))
	return nthKey(key, int(l.nominal().nth)), shared
}

func nthKey(key string, nth int) string {
	if nth < 2 {
		return key
	}
	return key + "#" + strconv.Itoa(nth)
}

// lay keeps an occurrence as a nominal, if it can be one.
func (r *Registry) lay(o *occurrence, key string, nth int, shared bool) bool {
	if r.forms[key] != nil {
		return false
	}
	sum := sumOf(key)
	if other, met := r.lone[sum]; met && shared {
		if called, _ := other.key(); called == key {
			r.wake(other)
		}
		return false
	}
	kind := slices.Index(kinds, o.kind)
	number := uint32(0)
	if o.before != "" {
		number = numberIn(o.before, graph.EntityIRI(o.name))
	}
	if kind < 0 || nth > 1<<16-1 || o.before != "" && number == 0 {
		return false
	}
	l := lonely{o.in, int32(len(o.in.nominals))}
	o.in.nominals = append(o.in.nominals, nominal{name: o.name, number: number, index: o.index, nth: uint16(nth), kind: uint8(kind)})
	if shared {
		r.lone[sum] = l
	}
	r.unknown = append(r.unknown, claim{nominal: l, n: int(min(number, 1))})
	return true
}

// wake makes a nominal an occurrence like others.
func (r *Registry) wake(l lonely) {
	key, _ := l.key()
	o := l.occurrence()
	r.forget(l)
	l.nominal().woken = true
	r.put(o, key, key)
}

// forget frees what a nominal has.
func (r *Registry) forget(l lonely) {
	x := l.nominal()
	if x.known {
		delete(r.taken, sumOf(x.iri()))
		x.known = false
	}
	if key, shared := l.key(); shared && r.lone[sumOf(key)] == l {
		delete(r.lone, sumOf(key))
	}
}

// wakeDecided wakes the nominals about which somebody has decided.
func (r *Registry) wakeDecided(ds Decisions) (woken bool) {
	spoken := map[graph.Ref]bool{}
	for _, d := range ds {
		for _, id := range []graph.Ref{d.A, d.B} {
			if r.taken[sumOf(id)] {
				spoken[id] = true
			}
		}
	}
	if len(spoken) == 0 {
		return false
	}
	for _, in := range r.articles {
		for l := range in.lonely {
			if x := l.nominal(); x.known && spoken[x.iri()] {
				r.wake(l)
				r.changed[in.id], woken = true, true
			}
		}
	}
	return woken
}

// lonely calls yield with each nominal of an article.
func (a *article) lonely(yield func(lonely) bool) {
	for i := range a.nominals {
		if !a.nominals[i].woken && !yield(lonely{a, int32(i)}) {
			return
		}
	}
}

// all are the things of which an article speaks, in the order of its entities.
func (a *article) all() []*occurrence {
	all := slices.Clone(a.mentions)
	for l := range a.lonely {
		all = append(all, l.occurrence())
	}
	slices.SortFunc(all, func(a, b *occurrence) int { return cmp.Compare(a.index, b.index) })
	return all
}

// owned reports whether somebody has an IRI.
func (r *Registry) owned(id graph.Ref) bool { return r.owners[id] != nil || r.taken[sumOf(id)] }

// sums are texts of which it is only asked whether they are there. Where two come to one, which is not to be
// expected before there are 100 million, an IRI is passed over that could have been given.
type sums map[uint64]bool

func sumOf[T ~string](text T) uint64 {
	h := fnv.New64a()
	h.Write([]byte(text))
	return h.Sum64()
}

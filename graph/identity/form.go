package identity

import (
	"cmp"
	"slices"
	"strings"

	"sayso/graph"
)

// form is one spelling of a name, wherever it occurs, or a nominal: what articles call alike.
type form struct {
	key    string
	family string
	name   Name
	suffix string // Jr, III
	region string // where articles say that it lies
	named  bool
	lone   bool // a surname alone, its particles counted with it
	tally
	fresh  []*occurrence // not yet told who they are
	senses []*sense
	mixed  bool // had several senses when it was told last
}

// occurrenceOf takes from an entity what tells who it is.
func occurrenceOf(in *article, index int, e *graph.Entity) *occurrence {
	// A copy of the name, for the text of the article is forgotten.
	o := &occurrence{in: in, index: int32(index), name: strings.Clone(e.Name), kind: e.Type, named: e.Named, traits: &traits{}}
	if !o.named {
		return o
	}
	full := NewName(e.Name, e.Type)
	if full.known.Type == graph.Place {
		in.known[full.known.Name] = true
	}
	var pronouns []string
	for _, m := range e.Mentions {
		if m.Pronoun {
			pronouns = append(pronouns, m.Text)
			continue
		}
		o.meet(full, m.Text)
	}
	o.addGender(pronouns)
	return o
}

func (o *occurrence) meet(full Name, text string) {
	if o.kind == graph.Person {
		o.addRoles(text)
	}
	if region, ok := regionOf(full, text); ok {
		o.region = region
		return
	}
	n := NewName(text, o.kind)
	if !isProper(n) || !n.varies(full) {
		return
	}
	for i := range o.names {
		if o.names[i].value == n.Text {
			o.names[i].n++
			return
		}
	}
	o.names = append(o.names, counted[string]{strings.Clone(n.Text), 1})
}

// varies reports whether a mention is a variant of a name, and not what else a person is called.
func (n Name) varies(full Name) bool {
	return n.Type != graph.Person || n.Same(full) || n.Shortens(full) || full.Shortens(n)
}

// isProper reports whether all but the small words of a name are capitalised: "the president" is
// a mention of somebody and not a name.
func isProper(n Name) bool {
	for word := range strings.FieldsSeq(n.Text) {
		if !small[word] && strings.ToLower(word) == word {
			return false
		}
	}
	return len(n.words) > 0
}

// place puts an occurrence to its form. Met counts the nominals of its article by their words.
func (r *Registry) place(o *occurrence, met map[string]int) {
	n := NewName(o.name, o.kind)
	key, family, shared := keyOf(o, n)
	if !o.named {
		met[key]++
		nth := met[key]
		key = nthKey(key, nth)
		family = key
		if r.lay(o, key, nth, shared) {
			return
		}
	}
	r.put(o, key, family)
}

func (r *Registry) put(o *occurrence, key, family string) {
	at, _ := slices.BinarySearchFunc(o.in.mentions, o.index, func(x *occurrence, i int32) int { return cmp.Compare(x.index, i) })
	o.in.mentions = slices.Insert(o.in.mentions, at, o)
	f := r.forms[key]
	if f == nil {
		f = &form{key: key, family: family, name: NewName(o.name, o.kind), suffix: suffixOf(o.name), region: o.region, named: o.named}
		f.lone = f.isLone()
		r.enter(f)
	}
	o.form = f
	if len(f.at) == 0 || f.mayPart(o) {
		r.parted[f] = true
	}
	r.note(f, o)
	if len(f.at) > 0 && f.at[0].name == o.name {
		o.name = f.at[0].name // one string for all
	}
	f.add(o)
	f.fresh = append(f.fresh, o)
	r.grown[f] = true
}

// mayPart reports whether one more occurrence can change what a form means.
func (f *form) mayPart(o *occurrence) bool {
	if f.name.Type == graph.Person {
		return len(o.roles) > 0 || o.gender != "" || f.suffix != "" || len(f.senses) > 1 || !f.spans(o.in.year)
	}
	return f.region != "" || len(f.senses) > 1
}

// displace takes an occurrence from its form.
func (r *Registry) displace(o *occurrence) {
	o.form.drop(o)
	o.form.fresh = slices.DeleteFunc(o.form.fresh, func(x *occurrence) bool { return x == o })
	r.parted[o.form] = true
}

func (r *Registry) enter(f *form) {
	r.forms[f.key] = f
	if f.named {
		r.families[f.family] = append(r.families[f.family], f)
		for _, key := range f.blocks() {
			r.blocks[key] = append(r.blocks[key], f)
		}
	}
}

func (r *Registry) leave(f *form) {
	same := func(g *form) bool { return g == f }
	delete(r.forms, f.key)
	r.families[f.family] = slices.DeleteFunc(r.families[f.family], same)
	for _, key := range f.blocks() {
		r.blocks[key] = slices.DeleteFunc(r.blocks[key], same)
	}
}

// keyOf returns the form of an occurrence, the family of forms that may be one thing with it, and whether other articles
// can have it too. A nominal of one word, or of a person, is another thing in each article: "the statement",
// "a senior official".
func keyOf(o *occurrence, n Name) (key, family string, shared bool) {
	words := n.Folded()
	switch {
	case !o.named || len(n.words) == 0:
		key = "u|" + words
		shared = contentWords(n.words) > 1 && o.kind != graph.Person
		if !shared {
			key += "|" + o.in.id
		}
		return key, key, shared
	case o.kind == graph.Person:
		return "p|" + words + "|" + suffixOf(o.name), "p|" + sound(n.words[len(n.words)-1]), true
	case n.known.Name != "":
		return "n|" + Fold(n.known.Name) + "|" + o.region, "k|" + n.known.Name, true
	}
	return "n|" + words + "|" + o.region, "n|" + onsets(n.words), true
}

// onsets are the first letters of each word, which misspellings seldom touch.
func onsets(words []string) string {
	var b strings.Builder
	for _, w := range words {
		w = sound(w)
		b.WriteString(w[:min(len(w), 2)])
		b.WriteByte(' ')
	}
	return b.String()
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

package identity

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// cluster divides what some forms mean into those that are one thing. It looks at all of them at once, so
// that their order does not matter.
func (r *Registry) cluster(forms []*form) [][]*sense {
	var full, lone []*sense
	for _, f := range forms {
		f.mixed = f.mixed || len(f.senses) > 1
		f.senses = f.split(r.regionsOf(f))
	}
	for _, f := range forms {
		for _, s := range f.senses {
			if s.form.lone {
				lone = append(lone, s)
			} else {
				full = append(full, s)
			}
		}
	}
	return append(joinAgreeing(full), joinAgreeing(lone)...)
}

// component returns the forms that may be one thing with some form, and those that may be one with these.
func (r *Registry) component(start []*form) []*form {
	seen := map[*form]bool{}
	var all []*form
	visit := func(f *form) {
		if !seen[f] {
			seen[f] = true
			all = append(all, f)
		}
	}
	for _, f := range start {
		visit(f)
	}
	for i := 0; i < len(all); i++ {
		for _, key := range all[i].blocks() {
			for _, g := range r.blocks[key] {
				if !seen[g] && all[i].lone == g.lone && all[i].name.Same(g.name) {
					visit(g)
				}
			}
		}
	}
	return slices.DeleteFunc(all, func(f *form) bool { return len(f.at) == 0 })
}

// regionsOf returns where the places of a form's name are said to lie.
func (r *Registry) regionsOf(f *form) []string {
	if !strings.HasPrefix(f.key, "n|") || f.region != "" {
		return nil
	}
	var regions []string
	for _, key := range f.blocks() {
		for _, g := range r.blocks[key] {
			if g.region != "" && len(g.at) > 0 && f.name.Same(g.name) {
				regions = append(regions, g.region)
			}
		}
	}
	slices.Sort(regions)
	return slices.Compact(regions)
}

// isLone reports whether a form is a surname alone, its particles counted with it.
func (f *form) isLone() bool {
	n := f.name
	return strings.HasPrefix(f.key, "p|") && (len(n.words) == 1 || particles[n.words[0]])
}

var particles = map[string]bool{"von": true, "van": true, "de": true, "der": true, "del": true, "di": true, "da": true, "al": true, "el": true, "bin": true}

// joinAgreeing puts those together of whom each agrees with each. Who agrees with two that
// do not agree with one another stays alone.
func joinAgreeing(senses []*sense) [][]*sense {
	slices.SortFunc(senses, fullest)
	blocks := map[string][]int{} // clusters by what those that agree with a sense share with it
	var clusters [][]*sense
	for _, s := range senses {
		keys := s.form.blocks()
		fitting := fitting(s, keys, blocks, clusters)
		at := len(clusters)
		if len(fitting) == 1 {
			at = fitting[0]
			clusters[at] = append(clusters[at], s)
		} else {
			clusters = append(clusters, []*sense{s})
		}
		for _, key := range keys {
			if !slices.Contains(blocks[key], at) {
				blocks[key] = append(blocks[key], at)
			}
		}
	}
	return clusters
}

func fitting(s *sense, keys []string, blocks map[string][]int, clusters [][]*sense) []int {
	var found []int
	for _, key := range keys {
		for _, at := range blocks[key] {
			disagrees := func(t *sense) bool { return !agree(s, t) }
			if !slices.Contains(found, at) && !slices.ContainsFunc(clusters[at], disagrees) {
				found = append(found, at)
			}
		}
	}
	return found
}

// fullest orders names so that what says most comes first.
func fullest(a, b *sense) int {
	return cmp.Or(cmp.Compare(len(b.region+b.form.suffix), len(a.region+a.form.suffix)),
		cmp.Compare(len(b.form.name.words), len(a.form.name.words)),
		cmp.Compare(len(b.form.name.Folded()), len(a.form.name.Folded())), bySense(a, b))
}

// blocks are keys of which two forms share one where their names are the same: the family, and of persons
// the initial of the given name or a group of its short forms.
func (f *form) blocks() []string {
	words := f.name.words
	if !strings.HasPrefix(f.key, "p|") || len(words) < 2 {
		return []string{f.family}
	}
	keys := []string{f.family + "|" + words[0][:1]}
	if initial := f.family + "|" + sound(words[0])[:1]; initial != keys[0] {
		keys = append(keys, initial)
	}
	for _, group := range world().short[words[0]] {
		keys = append(keys, f.family+"|"+strconv.Itoa(group))
	}
	return keys
}

// agree reports whether two senses can be one thing, going by their names and contexts.
func agree(a, b *sense) bool {
	switch {
	case a.form == b.form && a.number != b.number:
		return a.region != "" && a.region == b.region
	case a.region != b.region && !agreeOnRegion(a, b):
		return false
	case a.form.suffix != b.form.suffix: // a father and a son
		return false
	case a.field != b.field && a.field != "" && b.field != "":
		return false
	}
	return a.form.name.Same(b.form.name)
}

// agreeOnRegion holds where a place of which no article says where it lies has one namesake only.
func agreeOnRegion(a, b *sense) bool {
	if a.region != "" && b.region != "" {
		return false
	}
	return len(a.form.senses) == 1 && len(b.form.senses) == 1 && !isElsewhere(a.form.name, a.region+b.region)
}

// isElsewhere reports whether a place of the lists cannot lie in a region: "Paris, Texas".
func isElsewhere(n Name, region string) bool {
	country, isCapital := world().capitalOf[n.known.Name]
	return n.known.Name != "" && isCapital && country != region
}

// preponderance is how many times as many articles must speak of one bearer of a surname as of all
// others, for the surname alone to mean that one.
const preponderance = 5

// attachLone lets a surname alone be the one person of a family who bears it.
func (r *Registry) attachLone(family string) {
	if !strings.HasPrefix(family, "p|") {
		return
	}
	var full, lone []*thing
	seen := map[*thing]bool{}
	for _, f := range r.families[family] {
		for _, s := range f.senses {
			switch {
			case seen[s.thing]:
			case s.form.lone:
				lone = append(lone, s.thing)
			default:
				full = append(full, s.thing)
			}
			seen[s.thing] = true
		}
	}
	for _, t := range lone {
		r.join(t, bearer(t, full))
		r.shorts[t.senses[0].form.key] = true
	}
}

// bearer returns the one person whom a lone surname means, or nil.
func bearer(lone *thing, full []*thing) *thing {
	var best *thing
	most, all := 0, 0
	for _, t := range full {
		if !t.endsWith(lone.senses[0].form.name) {
			continue
		}
		n := 0
		for _, s := range t.senses {
			n += len(s.at)
		}
		all += n
		if n > most {
			best, most = t, n
		}
	}
	if most < all && most < preponderance*(all-most) {
		return nil
	}
	return best
}

// endsWith reports whether the fullest name of a person ends with a surname.
func (t *thing) endsWith(surname Name) bool {
	long := t.senses[0].form.name
	if len(long.words) <= len(surname.words) {
		return false
	}
	return sameWords(surname.words, long.words[len(long.words)-len(surname.words):], 0)
}

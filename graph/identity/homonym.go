package identity

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"sayso/graph"
)

// sense is those occurrences of a form that speak of one thing. Most forms have one sense; a form that
// two things share has two.
type sense struct {
	form   *form
	number int
	*tally
	region string
	field  string
	thing  *thing
}

// generation is how many years apart two articles can be about one person.
const generation = 60

// split divides a form by what contexts tell: where a place lies, when a person was news and what for.
func (f *form) split(regions []string) []*sense {
	switch {
	case len(f.at) == 0:
		return nil
	case f.named && strings.HasPrefix(f.key, "n|") && len(regions) > 1 && f.region == "":
		return f.sensesBy(func(o *occurrence) string { return o.in.liesIn(regions) })
	case f.named && f.name.Type == graph.Person && len(f.name.words) > 1:
		for _, tells := range []func(*occurrence) string{(*occurrence).field, (*occurrence).he} {
			if f.divides(tells) {
				return f.sensesBy(func(o *occurrence) string { return o.among(tells) })
			}
		}
		if start := f.secondLife(); start > 0 {
			return f.sensesBy(func(o *occurrence) string {
				if o.in.year >= start {
					return "later"
				}
				return ""
			})
		}
	}
	return []*sense{{form: f, tally: &f.tally, region: f.region}}
}

// liesIn returns the one of the regions that an article names, "" where it names none or several.
func (a *article) liesIn(regions []string) string {
	found := ""
	for _, region := range regions {
		if a.known[region] {
			if found != "" {
				return ""
			}
			found = region
		}
	}
	return found
}

func (f *form) sensesBy(kind func(*occurrence) string) []*sense {
	by := map[string][]*occurrence{}
	for _, o := range f.at {
		by[kind(o)] = append(by[kind(o)], o)
	}
	kinds := make([]string, 0, len(by))
	for k := range by {
		kinds = append(kinds, k)
	}
	slices.Sort(kinds)
	var all []*sense
	for i, k := range kinds {
		t := tallyOf(by[k])
		s := &sense{form: f, number: i, tally: &t}
		if f.name.Type == graph.Person {
			s.field = k
		} else {
			s.region = k
		}
		all = append(all, s)
	}
	return all
}

// secondLife returns the year in which a name returns to the news that nobody had for a
// generation; 0 where none does.
func (f *form) secondLife() int {
	if f.years[1]-f.years[0] <= generation {
		return 0
	}
	var years []int
	for _, o := range f.at {
		if o.in.year > 0 {
			years = append(years, o.in.year)
		}
	}
	slices.Sort(years)
	for i := 1; i < len(years); i++ {
		if years[i]-years[i-1] > generation {
			return years[i]
		}
	}
	return 0
}

// divides reports whether articles tell of the bearers of a name what no one person is twice, as that they are of two
// walks of life, or he and she; unless some article names two walks, or what surrounds them is the same.
func (f *form) divides(tells func(*occurrence) string) bool {
	if f.roles == 0 {
		return false
	}
	found := map[string]bool{}
	for _, o := range f.at {
		if len(o.roles) > 1 {
			return false
		}
		if told := tells(o); told != "" {
			found[told] = true
		}
	}
	return len(found) > 1 && !f.sharesCompany(tells)
}

// sharesCompany reports whether articles that tell differently name a third thing that is no place of the lists.
func (f *form) sharesCompany(tells func(*occurrence) string) bool {
	company := map[string]string{}
	for _, o := range f.at {
		told := tells(o)
		if told == "" {
			continue
		}
		for other := range o.company() {
			if was, met := company[other]; met && was != told {
				return true
			}
			company[other] = told
		}
	}
	return false
}

func (o *occurrence) field() string {
	for field := range o.roles {
		return field
	}
	return ""
}

func (o *occurrence) he() string { return o.gender }

// among returns what is told of an occurrence; where nothing is, of those with whose articles it shares most, and the
// first of equals.
func (o *occurrence) among(tells func(*occurrence) string) string {
	if told := tells(o); told != "" {
		return told
	}
	var shared counts[string]
	for _, other := range o.form.at {
		if told := tells(other); told != "" {
			shared.add(told, 1+10*common(o, other))
		}
	}
	return shared.best()
}

func common(a, b *occurrence) int {
	n := 0
	for name := range b.company() {
		if a.company()[name] {
			n++
		}
	}
	return n
}

// company returns the other named things of an occurrence's article, without the places of the lists.
func (o *occurrence) company() map[string]bool {
	names := map[string]bool{}
	for _, other := range o.in.mentions {
		if other != o && other.named && (other.form == nil || other.form.name.known.Name == "") {
			names[Fold(other.name)] = true
		}
	}
	return names
}

// addRoles notes the fields of the titles in a mention: "midfielder Li Wei".
func (o *occurrence) addRoles(mention string) {
	for word := range strings.FieldsSeq(mention) {
		if field := world().fields[strings.ToLower(word)]; field != "" {
			if o.roles == nil {
				o.roles = map[string]bool{}
			}
			o.roles[field] = true
		}
	}
}

// addOffices notes the fields of what claims say that an entity is: "Li Wei is a midfielder".
func (o *occurrence) addOffices(claims []graph.Claim, id graph.Ref) {
	if !o.named || o.kind != graph.Person {
		return
	}
	for _, c := range claims {
		if c.Subject.ID == id && c.Object != nil && c.Predicate.Name == "is" {
			office, _, _ := strings.Cut(c.Object.Mention, " of ")
			o.addRoles(office)
		}
	}
}

// surePronouns is how many pronouns, and no other, tell a man from a woman: a single one may be another's.
const surePronouns = 2

func (o *occurrence) addGender(pronouns []string) {
	by := map[string]int{}
	for _, p := range pronouns {
		by[subjectForms[strings.ToLower(p)]]++
	}
	switch {
	case by["he"] >= surePronouns && by["she"] == 0:
		o.gender = "he"
	case by["she"] >= surePronouns && by["he"] == 0:
		o.gender = "she"
	}
}

var subjectForms = map[string]string{"he": "he", "him": "he", "his": "he", "himself": "he",
	"she": "she", "her": "she", "hers": "she", "herself": "she"}

// regionOf returns the larger place that a mention gives after a place: "Springfield, Illinois".
func regionOf(full Name, text string) (string, bool) {
	if full.Type != graph.Place {
		return "", false
	}
	rest, ok := strings.CutPrefix(Bare(text), full.Text+", ")
	if !ok {
		return "", false
	}
	k, known := Lookup(rest)
	return k.Name, known && k.Type == graph.Place
}

// suffixOf returns what tells a father from a son: "jr", "iii".
func suffixOf(name string) string {
	words := strings.Fields(name)
	if len(words) == 0 || !isSuffix(words[len(words)-1]) {
		return ""
	}
	return strings.ToLower(strings.Trim(words[len(words)-1], ".,"))
}

func year(published string) int {
	if len(published) < 4 {
		return 0
	}
	y, _ := strconv.Atoi(published[:4])
	return y
}

func bySense(a, b *sense) int {
	return cmp.Or(strings.Compare(a.form.key, b.form.key), cmp.Compare(a.number, b.number))
}

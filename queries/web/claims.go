package web

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"sayso/graph"
)

// dimension is one way to sort claims into kinds: what may be asked for and what is counted.
type dimension struct {
	name string
	says string
	keys func(*state, graph.Claim) []string // the kinds of a claim, as they are counted
	also func(graph.Claim) []string         // what else they may be asked for as; nil for nothing
}

// dimensions are the filters of claims, and their facets.
var dimensions = []dimension{
	{"entity", "a name or reference of whoever takes part", keysOfEntity, nil},
	{"relation", "a relation's lemma, name or reference", keysOfRelation, namesOfRelation},
	{"voice", "the name or reference of who says so; article for the articles' own word", keysOfVoice, namesOfVoice},
	{"article", "an article's id", func(_ *state, c graph.Claim) []string { return []string{c.Document} }, nil},
	{"month", "a month, 2025-03, of what is claimed; undated for none", keysOfMonth, nil},
	{"published", "the month, 2025-03, in which the article was published; undated for none", keysOfPublished, nil},
	{"modality", "how far the text commits itself", func(_ *state, c graph.Claim) []string { return []string{string(c.Modality)} }, nil},
	{"polarity", "positive, or negative for what is denied", func(_ *state, c graph.Claim) []string { return []string{string(c.Polarity)} }, nil},
}

func keysOfEntity(_ *state, c graph.Claim) []string {
	var keys []string
	for _, ref := range participants(c) {
		if strings.HasPrefix(string(ref), "e:") {
			keys = append(keys, string(ref))
		}
	}
	return keys
}

func keysOfRelation(_ *state, c graph.Claim) []string { return []string{c.Predicate.Lemma} }

func namesOfRelation(c graph.Claim) []string {
	return []string{c.Predicate.Name, string(c.Predicate.ID), strings.ReplaceAll(c.Predicate.Name, "_", " "), strings.ReplaceAll(c.Predicate.Lemma, "_", " ")}
}

const ownVoice = "article"

func keysOfVoice(_ *state, c graph.Claim) []string {
	if c.Attribution == nil {
		return []string{ownVoice}
	}
	return []string{cmp.Or(string(c.Attribution.Source.ID), c.Attribution.Source.Name)}
}

func namesOfVoice(c graph.Claim) []string {
	if c.Attribution == nil {
		return nil
	}
	return []string{c.Attribution.Source.Name}
}

const undated = "undated"

func keysOfMonth(_ *state, c graph.Claim) []string { return []string{cmp.Or(monthOf(c), undated)} }

func keysOfPublished(st *state, c graph.Claim) []string {
	return []string{cmp.Or(st.publishedIn(c), undated)}
}

// filter is which claims are asked for: for each dimension, any of some values.
type filter struct {
	wanted map[string][]string
	claims []string // if any: these alone
	text   string
	days   days
}

// filterOf is what a request asks for. Who asks about somebody whom the graph does not know is told so.
func (s *server) filterOf(st *state, r *http.Request) (filter, error) {
	form := r.URL.Query()
	days, err := daysOf(form)
	if err != nil {
		return filter{}, err
	}
	f := filter{wanted: map[string][]string{}, text: strings.ToLower(form.Get("text")), days: days, claims: form["claim"]}
	for _, d := range dimensions {
		for _, value := range form[d.name] {
			if value == "" {
				continue
			}
			meant := s.meant(d.name, value)
			if d.name == "entity" && !slices.ContainsFunc(meant, st.speaksOf) {
				return f, s.nobody(value)
			}
			f.wanted[d.name] = append(f.wanted[d.name], meant...)
		}
	}
	return f, nil
}

func (st *state) speaksOf(ref string) bool {
	_, named := st.entities[graph.Ref(ref)]
	return named || len(st.about[graph.Ref(ref)]) > 0
}

// meant is what a value of a parameter stands for: a name stands for all who have it.
func (s *server) meant(dimension, value string) []string {
	if dimension != "entity" || strings.HasPrefix(value, "e:") {
		return []string{value}
	}
	meant := []string{value}
	for _, ref := range s.graph.Resolve(value) {
		meant = append(meant, string(ref))
	}
	return meant
}

// fits tells whether a claim is asked for, all dimensions but one considered.
func (f filter) fits(st *state, c graph.Claim, but string) bool {
	for _, d := range dimensions {
		if wanted := f.wanted[d.name]; d.name != but && len(wanted) > 0 && !d.has(st, c, wanted) {
			return false
		}
	}
	return f.days.have(st, c) && (len(f.claims) == 0 || slices.Contains(f.claims, c.ID)) && (f.text == "" || strings.Contains(strings.ToLower(c.Sentence), f.text))
}

func (d dimension) has(st *state, c graph.Claim, wanted []string) bool {
	in := func(value string) bool { return slices.Contains(wanted, value) }
	return slices.ContainsFunc(d.keys(st, c), in) || d.also != nil && slices.ContainsFunc(d.also(c), in)
}

// claims are the claims that fit, in the order of the graph.
func (st *state) fitting(f filter) []graph.Claim {
	found := []graph.Claim{}
	for _, i := range st.candidates(f) {
		if c := st.claims[i]; f.fits(st, c, "") {
			found = append(found, c)
		}
	}
	return found
}

// candidates are where to look: at all claims only where neither a claim nor an entity is asked for.
func (st *state) candidates(f filter) []int {
	var at []int
	for _, id := range f.claims {
		if i, ok := st.at[id]; ok {
			at = append(at, i)
		}
	}
	for _, ref := range f.wanted["entity"] {
		at = append(at, st.about[graph.Ref(ref)]...)
	}
	if len(f.claims) == 0 && len(f.wanted["entity"]) == 0 {
		for i := range st.claims {
			at = append(at, i)
		}
	}
	slices.Sort(at)
	return slices.Compact(at)
}

// order is how claims are sorted; in the order of the graph where they are equal.
type order struct {
	name    string
	compare func(st *state, a, b graph.Claim) int
}

var orders = []order{
	{"text", func(*state, graph.Claim, graph.Claim) int { return 0 }},
	{"time", func(_ *state, a, b graph.Claim) int { return cmp.Compare(timeKey(a), timeKey(b)) }},
	{"-time", func(_ *state, a, b graph.Claim) int { return cmp.Compare(lateKey(b), lateKey(a)) }},
	{"published", func(st *state, a, b graph.Claim) int { return cmp.Compare(st.published(a), st.published(b)) }},
	{"-published", func(st *state, a, b graph.Claim) int { return cmp.Compare(st.published(b), st.published(a)) }},
	{"-confidence", func(_ *state, a, b graph.Claim) int { return cmp.Compare(b.Confidence, a.Confidence) }},
	{"subject", func(_ *state, a, b graph.Claim) int { return cmp.Compare(a.Subject.Name, b.Subject.Name) }},
	{"relation", func(_ *state, a, b graph.Claim) int { return cmp.Compare(a.Predicate.Lemma, b.Predicate.Lemma) }},
	{"voice", func(_ *state, a, b graph.Claim) int { return cmp.Compare(voiceKey(a), voiceKey(b)) }},
}

// timeKey puts what has no date last.
func timeKey(c graph.Claim) string {
	if dayOf(c) == "" {
		return "~"
	}
	return c.Time.Value
}

// voiceKey puts the articles' own word first.
func voiceKey(c graph.Claim) string {
	if c.Attribution == nil {
		return ""
	}
	return c.Attribution.Source.Name
}

func lateKey(c graph.Claim) string {
	if dayOf(c) == "" {
		return ""
	}
	return c.Time.Value
}

func (st *state) published(c graph.Claim) string {
	a, _ := st.article(c.Document)
	return a.Published
}

func (st *state) sort(claims []graph.Claim, by string) error {
	for _, o := range orders {
		if o.name == by {
			slices.SortStableFunc(claims, func(a, b graph.Claim) int { return o.compare(st, a, b) })
			return nil
		}
	}
	return fail(http.StatusBadRequest, "sort is one of %s", strings.Join(orderNames(), ", "))
}

func orderNames() []string {
	var names []string
	for _, o := range orders {
		names = append(names, o.name)
	}
	return names
}

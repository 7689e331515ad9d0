package entity

import (
	_ "embed"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"sayso/extract/parse"
	"sayso/graph"
	"sayso/graph/identity"
)

// reach is how many sentences back a pronoun looks.
const reach = 5

// candidate is a thing that a pronoun may stand for, by its mention nearest before.
type candidate struct {
	*cluster
	at       place
	mention  Mention
	features []string
}

// antecedent returns what a pronoun of the third person stands for, or nil: the candidate whose features weigh most, if
// they weigh more than those of standing for nothing that is named before.
func (t *table) antecedent(at place, class pronounClass, said []saying) *cluster {
	if class == thing && t.isExpletive(at) {
		return nil
	}
	candidates := t.candidates(at, class, said)
	if c := t.goesOn(at, class, candidates); c != nil {
		return c
	}
	var best *cluster
	most := score(class, t.nothing(at, class, candidates))
	for _, c := range candidates {
		if s := score(class, c.features); s > most {
			best, most = c.cluster, s
		}
	}
	return best
}

// goesOn returns the subject of the sentence so far, where "it" is the subject of a clause under the same verb,
// "X closed the border because it feared …", or the organisation or country that is the subject of the sentence before, where
// "it" is that of the sentence. There are too few such in the treebanks to weigh them.
func (t *table) goesOn(at place, class pronounClass, candidates []candidate) *cluster {
	words := t.trees[at.tree].Words
	if class != thing || !isSubject(words[at.word].Relation) || words[at.word].Head < 0 {
		return nil
	}
	above := verbOf(words, words[at.word].Head)
	for _, c := range candidates {
		if c.at.tree == at.tree && c.at.word < at.word && isSubject(words[c.at.word].Relation) && words[c.at.word].Head == above {
			return c.cluster
		}
	}
	if words[at.word].Relation != "nsubj" || words[words[at.word].Head].Relation != "root" {
		return nil
	}
	for _, c := range candidates {
		kind := c.kind()
		if c.at.tree == at.tree-1 && (kind == graph.Organization || kind == graph.Place) && t.isMainSubject(c.at) {
			return c.cluster
		}
	}
	return nil
}

func (t *table) isMainSubject(at place) bool {
	w := t.word(at)
	return isSubject(w.Relation) && w.Head >= 0 && t.trees[at.tree].Words[w.Head].Relation == "root"
}

// nothing are the features of a pronoun that stands for nothing known.
func (t *table) nothing(at place, class pronounClass, candidates []candidate) []string {
	features := []string{"nothing", "nothing:" + strings.ToLower(t.word(at).Text), "nothing of " + strconv.Itoa(min(len(candidates), 3))}
	if t.doc.QuoteAt(t.word(at).Start) >= 0 {
		features = append(features, "nothing in quotation")
	}
	return features
}

// candidates are the things that a pronoun may stand for, the nearest first, and those after it in its sentence last.
func (t *table) candidates(at place, class pronounClass, said []saying) []candidate {
	var all []candidate
	seen := map[*cluster]bool{}
	others := t.besides(at)
	add := func(word place) {
		c := t.at[word]
		if c == nil || seen[c] || others[c] || !t.canBe(at, word) {
			return
		}
		m, ok := t.mentionAt(c, word)
		if !ok || !t.fits(c, m, at, class) {
			return
		}
		seen[c] = true
		all = append(all, candidate{cluster: c, at: word, mention: m})
	}
	for tree := at.tree; tree >= max(0, at.tree-reach); tree-- {
		last := len(t.trees[tree].Words) - 1
		if tree == at.tree {
			last = at.word - 1
		}
		for word := last; word >= 0; word-- {
			add(place{tree, word})
		}
	}
	for word := at.word + 1; word < len(t.trees[at.tree].Words); word++ {
		add(place{at.tree, word})
	}
	for i := range all {
		all[i].features = append(t.features(at, &all[i], i, said), t.among(all, i)...)
	}
	return all
}

// among says how a candidate stands out among the others.
func (t *table) among(all []candidate, i int) []string {
	c := &all[i]
	left, more, gendered := 0, 0, 0
	for j := range all {
		if j == i {
			continue
		}
		o := &all[j]
		if o.at.tree == c.at.tree && o.at.word < c.at.word {
			left++
		}
		if len(o.mentions) > len(c.mentions) {
			more++
		}
		if o.pronoun() != "" {
			gendered++
		}
	}
	features := []string{"left " + strconv.Itoa(min(left, 3)), "more often " + strconv.Itoa(min(more, 3)), "of " + strconv.Itoa(min(len(all), 5))}
	if c.pronoun() != "" && gendered == 0 {
		features = append(features, "alone of the gender")
	}
	if len(all) == 1 {
		features = append(features, "alone")
	}
	return features
}

// besides are the things that other arguments of a pronoun's own verb stand for: who describes somebody does not
// describe himself, or the text would say so.
func (t *table) besides(at place) map[*cluster]bool {
	p := t.word(at)
	others := map[*cluster]bool{}
	if !isArgument(p.Relation) || p.Head < 0 || strings.HasSuffix(p.Text, "self") || strings.HasSuffix(p.Text, "selves") {
		return others
	}
	for i, w := range t.trees[at.tree].Words {
		if c := t.at[place{at.tree, i}]; c != nil && w.Head == p.Head && i != at.word && isArgument(w.Relation) {
			others[c] = true
		}
	}
	return others
}

func isArgument(relation string) bool {
	switch relation {
	case "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent":
		return true
	}
	return false
}

// fits reports whether a pronoun can stand for a mention, going by person, number and gender.
func (t *table) fits(c *cluster, m Mention, at place, class pronounClass) bool {
	form := strings.ToLower(t.word(at).Text)
	switch class {
	case person:
		return c.agrees(form) && t.isOne(m) && (c.kind() == graph.Person || c.mayBePerson())
	case thing:
		return c.kind() != graph.Person && !t.isPlural(m)
	}
	return t.isPlural(m) || c.kind() == graph.Organization || m.Kind == Pronoun && t.classOf(m) == several
}

// mayBePerson reports whether the tagger may have taken a person for something else.
func (c *cluster) mayBePerson() bool {
	if !c.named || c.sure != "" || c.kind() == graph.Organization {
		return false
	}
	_, listed := identity.Lookup(c.names[0].Text)
	return !listed
}

func (t *table) classOf(m Mention) pronounClass {
	return pronounClasses[strings.ToLower(t.word(place{m.Tree, m.Head}).Text)]
}

func (t *table) isPlural(m Mention) bool {
	w := t.word(place{m.Tree, m.Head})
	switch {
	case m.Kind == Pronoun:
		return t.classOf(m) == several
	case w.XPOS == "NNS":
		return true
	case t.trees[m.Tree].Child(m.Head, "conj") >= 0 && m.Kind == Nominal:
		return true
	}
	return w.Lemma == "people" || w.Lemma == "police" || w.Lemma == "couple"
}

// canBe rules out what a pronoun cannot stand for: the subject of its own verb, what its phrase belongs to,
// what stands in a quotation that the pronoun is not in, or outside that of its sentence.
func (t *table) canBe(at, other place) bool {
	p, o := t.word(at), t.word(other)
	if at.tree == other.tree {
		words := t.trees[at.tree].Words
		reflexive := strings.HasSuffix(p.Text, "self") || strings.HasSuffix(p.Text, "selves")
		possessive := strings.HasPrefix(p.Relation, "nmod:poss")
		if p.Head == other.word || o.Head == at.word {
			return false // his father is not he
		}
		if !possessive && !reflexive && p.Head == o.Head && p.Relation != "conj" && o.Relation != "conj" {
			return false
		}
		if possessive && t.inside(at.word, other.word, at.tree) {
			return false
		}
		if !possessive && !reflexive && !isSubject(p.Relation) && p.Head >= 0 && isSubject(o.Relation) && verbOf(words, at.word) == o.Head {
			return false
		}
	}
	quote, otherQuote := t.doc.QuoteAt(p.Start), t.doc.QuoteAt(o.Start)
	if quote < 0 {
		return otherQuote < 0
	}
	return quote == otherQuote || at.tree != other.tree
}

// inside reports whether a word stands in the phrase of a noun.
func (t *table) inside(word, noun, tree int) bool {
	words := t.trees[tree].Words
	for i, steps := words[word].Head, 0; i >= 0 && steps < 4; i, steps = words[i].Head, steps+1 {
		if i == noun {
			return true
		}
		if words[i].UPOS == "VERB" {
			return false
		}
	}
	return false
}

// verbOf returns the verb that a word hangs on by nouns and prepositions, or the word above.
func verbOf(words []parse.Word, i int) int {
	for steps := 0; steps < 6 && words[i].Head >= 0; steps++ {
		i = words[i].Head
		if words[i].UPOS == "VERB" {
			return i
		}
	}
	return i
}

// features says in words what weighs for and against a candidate.
func (t *table) features(at place, c *candidate, rank int, said []saying) []string {
	p, o := t.word(at), t.word(c.at)
	role, other := roleOf(p.Relation), roleOf(o.Relation)
	distance := at.tree - c.at.tree
	near := "same "
	if distance > 0 {
		near = "before "
	}
	if distance == 0 && c.at.word > at.word {
		near = "after "
	}
	features := []string{
		"distance " + near + strconv.Itoa(min(distance, 4)),
		"rank " + strconv.Itoa(min(rank, 4)),
		"role " + near + other,
		"roles " + role + " " + other,
		"kind " + []string{"name", "nominal", "pronoun"}[c.mention.Kind],
		"times " + strconv.Itoa(int(math.Log2(float64(len(c.mentions))))),
		"type " + string(c.kind()),
	}
	add := func(holds bool, name string) {
		if holds {
			features = append(features, name)
		}
	}
	words := t.trees[at.tree].Words
	pronoun := c.pronoun()
	add(pronoun != "" && pronoun == subjectForm(p.Text), "gender")
	add(pronoun == "", "gender unknown")
	add(c.named, "named")
	add(c.named && c.mention.Kind != Name, "named before")
	add(c.mentions[0].Tree == 0, "first sentence "+near)
	add(c.mentions[0].Tree == 0 && c.mentions[0].Words[0] < 3, "opens")
	add(distance == 0 && isSubject(o.Relation) && verbOf(words, at.word) == o.Head, "own subject "+near+role)
	add(distance == 0 && isSubject(o.Relation) && verbOf(words, verbOf(words, at.word)) == o.Head, "subject above "+near+role)
	add(distance > 0 && t.isMainSubject(c.at), "main subject")
	add(distance == 1 && isSubject(o.Relation) && isSubject(p.Relation), "subject goes on")
	add(c.mention.Kind == Pronoun && subjectForm(o.Text) == subjectForm(p.Text) && subjectForm(p.Text) != "", "same pronoun "+near)
	add(c.mention.Kind == Pronoun && strings.EqualFold(o.Text, p.Text), "same form")
	add(t.isSource(at, said) && t.isSource(c.at, said), "both speak")
	add(t.isSource(c.at, said), "speaks")
	add(t.doc.QuoteAt(p.Start) >= 0 && t.doc.QuoteAt(o.Start) < 0, "out of quotation")
	add(o.Relation == "conj" || strings.HasPrefix(o.Relation, "appos"), "joined")
	add(t.nested(c.at), "nested")
	add(t.isPlural(c.mention), "plural")
	add(isDefiniteMention(t, c.mention), "definite")
	add(c.named && t.isInTitle(c.cluster), "in title "+near)
	features = append(features, "roles "+near+role+" "+other)
	if verb := verbOf(words, at.word); distance == 0 && isSubject(o.Relation) {
		for steps := 0; steps < 3 && verb != o.Head && words[verb].Head >= 0; steps++ {
			if words[verb].Head == o.Head {
				features = append(features, "above "+near+"by "+words[verb].Relation+" "+role)
			}
			verb = words[verb].Head
		}
	}
	return features
}

// isInTitle reports whether the title of the document names a thing.
func (t *table) isInTitle(c *cluster) bool {
	for _, n := range c.names {
		if strings.Contains(" "+identity.Fold(t.doc.Title)+" ", " "+n.Folded()+" ") {
			return true
		}
	}
	return false
}

func isDefiniteMention(t *table, m Mention) bool {
	first := t.word(place{m.Tree, m.Words[0]})
	switch strings.ToLower(first.Text) {
	case "the", "this", "that", "these", "those", "its", "his", "her", "their":
		return true
	}
	return false
}

// nested reports whether a mention stands within the phrase of another noun.
func (t *table) nested(at place) bool {
	w := t.word(at)
	return strings.HasPrefix(w.Relation, "nmod") && w.Head >= 0
}

func roleOf(relation string) string {
	base, _, _ := strings.Cut(relation, ":")
	switch relation {
	case "nmod:poss":
		return "possessive"
	case "obl:agent":
		return "subject"
	}
	switch base {
	case "nsubj":
		return "subject"
	case "obj", "iobj":
		return "object"
	case "obl", "nmod", "conj", "appos", "root":
		return base
	}
	return "other"
}

func (t *table) isSource(at place, said []saying) bool {
	return slices.ContainsFunc(said, func(s saying) bool { return s.source == at })
}

// isOne reports whether a mention is of one person.
func (t *table) isOne(m Mention) bool {
	w := t.word(place{m.Tree, m.Head})
	switch strings.ToLower(w.Lemma) {
	case "couple", "family", "people", "staff", "pair", "duo", "anyone", "everyone", "nobody":
		return false
	}
	return w.XPOS != "NNS" && w.XPOS != "NNPS" && (m.Kind != Pronoun || t.classOf(m) == person)
}

func (t *table) mentionAt(c *cluster, at place) (Mention, bool) {
	for _, m := range c.mentions {
		if m.Tree == at.tree && m.Head == at.word {
			return m, true
		}
	}
	return Mention{}, false
}

//go:embed weights.txt
var weightLists string

// weights are how much each feature weighs, by class of pronoun.
var weights = sync.OnceValue(func() map[string]float64 {
	all := map[string]float64{}
	for line := range strings.Lines(weightLists) {
		name, number, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if w, err := strconv.ParseFloat(number, 64); err == nil {
			all[name] = w
		}
	}
	return all
})

func score(class pronounClass, features []string) (sum float64) {
	for _, f := range features {
		sum += weights()[string(class)+" "+f]
	}
	return sum
}

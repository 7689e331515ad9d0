package entity

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"sayso/extract/parse"
)

// view is a pronoun and a candidate, looked at together. What is found out is a list of features, each some words.
type view struct {
	*table
	at          place
	c           *candidate
	rank        int // how many candidates are nearer
	said        []saying
	near        string // where the candidate stands: in the same sentence, before or after the pronoun, or in one before
	role, other string // of the pronoun, of the candidate
}

// features say what weighs for and against a candidate.
func (t *table) features(at place, all []candidate, i int, said []saying) []string {
	c := &all[i]
	v := view{table: t, at: at, c: c, rank: i, said: said, near: "same ",
		role: roleOf(t.word(at)), other: roleOf(t.word(c.at))}
	switch {
	case c.at.tree < at.tree:
		v.near = "before "
	case c.at.word > at.word:
		v.near = "after "
	}
	return slices.Concat(v.placing(), v.bearing(), v.salience(), v.speech(), v.clauses(), v.government(), v.among(all))
}

// placing tells how far away the candidate stands, and in which role.
func (v view) placing() []string {
	rank := strconv.Itoa(min(v.rank, 4))
	return []string{
		"distance " + v.near + strconv.Itoa(min(v.at.tree-v.c.at.tree, 4)),
		"words " + v.near + logarithm(v.between(v.at, v.c.at)+1),
		"rank " + rank,
		"rank " + rank + " " + v.near + v.other,
		"role " + v.near + v.other,
		"roles " + v.role + " " + v.other,
		"roles " + v.near + v.role + " " + v.other,
	}
}

func logarithm(n int) string { return strconv.Itoa(int(math.Log2(float64(n)))) }

// bearing tells what is known of the candidate itself.
func (v view) bearing() []string {
	c := v.c
	f := features{
		"kind " + []string{"name", "nominal", "pronoun"}[c.mention.Kind],
		"type " + string(c.kind()),
	}
	switch form, votes := c.gender(); {
	case votes == 0:
		f.add(true, "gender unknown")
	case form == subjectForm(v.word(v.at).Text):
		f.add(true, "gender "+strconv.Itoa(min(votes, 4)))
	default:
		f.add(true, "other gender "+strconv.Itoa(min(votes, 2)))
	}
	f.add(c.named, "named")
	f.add(c.named && c.mention.Kind != Name, "named before")
	f.add(c.named && c.mention.Kind == Name, "name of "+strconv.Itoa(min(len(strings.Fields(c.mention.Text)), 3)))
	f.add(v.isPlural(c.mention), "plural")
	f.add(v.isDefiniteMention(c.mention), "definite")
	f.add(v.isNested(c.at), "nested")
	f.add(v.inBrackets(c.at), "in brackets "+v.near)
	relation := v.word(c.at).Relation
	f.add(relation == "conj" || strings.HasPrefix(relation, "appos"), "joined")
	f.add(v.isJoined(c.at), "with others")
	agency := v.agency(v.at)
	f.add(agency != "", agency+" "+string(c.kind()))
	return f
}

// salience tells how much the text is about the candidate.
func (v view) salience() []string {
	c := v.c
	subjects, recent := 0, 0
	for _, m := range c.mentions {
		if isSubject(v.word(place{m.Tree, m.Head}).Relation) {
			subjects++
		}
		if v.at.tree-m.Tree < 2 {
			recent++
		}
	}
	f := features{
		"times " + logarithm(len(c.mentions)),
		"subject times " + strconv.Itoa(min(subjects, 4)),
		"recent " + strconv.Itoa(min(recent, 4)),
	}
	first := c.mentions[0]
	f.add(first.Tree == 0, "first sentence "+v.near)
	f.add(first.Tree == 0 && first.Words[0] < 3, "opens")
	f.add(v.isLast(v.at, c.cluster), "last of the pronoun "+v.near)
	p, o := v.word(v.at), v.word(c.at)
	f.add(c.mention.Kind == Pronoun && subjectForm(o.Text) == subjectForm(p.Text) && subjectForm(p.Text) != "", "same pronoun "+v.near)
	f.add(c.mention.Kind == Pronoun && strings.EqualFold(o.Text, p.Text), "same form")
	return f
}

// speech tells who says what.
func (v view) speech() []string {
	var f features
	speaks := v.isSource(v.c.at, v.said)
	f.add(speaks, "speaks")
	f.add(speaks && v.isSource(v.at, v.said), "both speak")
	f.add(v.doc.QuoteAt(v.word(v.at).Start) >= 0 && v.doc.QuoteAt(v.word(v.c.at).Start) < 0, "out of quotation")
	return f
}

// clauses tells whether the candidate is the subject of a clause that the pronoun's clause hangs on.
func (v view) clauses() []string {
	var f features
	words, o := v.trees[v.at.tree].Words, v.word(v.c.at)
	before := v.at.tree - v.c.at.tree
	f.add(before > 0 && v.isMainSubject(v.c.at), "main subject")
	f.add(before == 1 && isSubject(o.Relation) && isSubject(v.word(v.at).Relation), "subject goes on")
	does := v.does(v.c.at)
	if before != 0 || does < 0 {
		return f
	}
	verb := verbOf(words, v.at.word)
	if isSubject(v.word(v.at).Relation) {
		verb = v.word(v.at).Head // which may be a noun: "it is a success"
	}
	f.add(verb == does, "own subject "+v.near+v.role)
	f.add(verbOf(words, verb) == does, "subject above "+v.near+v.role)
	for steps := 0; steps < 3 && verb != does && words[verb].Head >= 0; steps++ {
		f.add(words[verb].Head == does, "above "+v.near+"by "+words[verb].Relation+" "+v.role)
		verb = words[verb].Head
	}
	return f
}

// does returns the verb of which a word is the subject, or the subject of its relative clause is: "Lund, who promised"; or -1.
func (t *table) does(at place) int {
	words := t.trees[at.tree].Words
	if isSubject(words[at.word].Relation) {
		return words[at.word].Head
	}
	for i := at.word + 1; i < len(words); i++ {
		w := words[i]
		if isSubject(w.Relation) && (w.XPOS == "WP" || w.XPOS == "WDT") && words[w.Head].Relation == "acl:relcl" && words[w.Head].Head == at.word {
			return w.Head
		}
	}
	return -1
}

// government tells the verb of the candidate and the preposition of the pronoun in one sentence:
// who appoints somebody "as his deputy" is not the deputy.
func (v view) government() []string {
	var f features
	if v.at.tree != v.c.at.tree {
		return f
	}
	words := v.trees[v.at.tree].Words
	mark := v.preposition(v.at)
	f.add(mark != "", "after "+mark+" "+v.role+" "+v.other)
	if verb := words[v.c.at.word].Head; verb >= 0 && words[verb].UPOS == "VERB" {
		f.add(true, "verb "+words[verb].Lemma+" "+v.near+v.other)
	}
	return f
}

// among tells how the candidate stands out among the others.
func (v view) among(all []candidate) []string {
	c := v.c
	left, more, gendered, sooner, nearer := 0, 0, 0, 0, 0
	for i := range all {
		o := &all[i]
		if i == v.rank {
			continue
		}
		left += one(o.at.tree == c.at.tree && o.at.word < c.at.word)
		sooner += one(o.mentions[0].Span.Start < c.mentions[0].Span.Start)
		nearer += one(isSubject(v.word(o.at).Relation) && o.at.tree >= c.at.tree)
		more += one(len(o.mentions) > len(c.mentions))
		gendered += one(o.pronoun() != "")
	}
	f := features{
		"left " + strconv.Itoa(min(left, 3)),
		"more often " + strconv.Itoa(min(more, 3)),
		"of " + strconv.Itoa(min(len(all), 5)),
		"sooner " + strconv.Itoa(min(sooner, 3)),
		"subjects nearer " + strconv.Itoa(min(nearer, 2)) + " " + v.other,
	}
	f.add(c.pronoun() != "" && gendered == 0, "alone of the gender")
	f.add(len(all) == 1, "alone")
	return f
}

func one(holds bool) int {
	if holds {
		return 1
	}
	return 0
}

type features []string

func (f *features) add(holds bool, name string) {
	if holds {
		*f = append(*f, name)
	}
}

// inBrackets reports whether a word stands in brackets.
func (t *table) inBrackets(at place) bool {
	depth := 0
	for _, w := range t.trees[at.tree].Words[:at.word] {
		switch w.Text {
		case "(":
			depth++
		case ")":
			depth--
		}
	}
	return depth > 0
}

// isLast reports whether the pronoun before of the same form stands for a thing.
func (t *table) isLast(at place, c *cluster) bool {
	form := subjectForm(t.word(at).Text)
	for tree := at.tree; tree >= max(0, at.tree-reach); tree-- {
		words := t.trees[tree].Words
		for word := len(words) - 1; word >= 0; word-- {
			if (tree < at.tree || word < at.word) && t.at[place{tree, word}] != nil && subjectForm(words[word].Text) == form && form != "" {
				return t.at[place{tree, word}] == c
			}
		}
	}
	return false
}

// between counts the words between two places.
func (t *table) between(at, other place) int {
	if other.tree == at.tree {
		return max(at.word-other.word, other.word-at.word)
	}
	n := at.word + len(t.trees[other.tree].Words) - other.word
	for tree := other.tree + 1; tree < at.tree; tree++ {
		n += len(t.trees[tree].Words)
	}
	return n
}

// preposition returns the one before the phrase of a pronoun.
func (t *table) preposition(at place) string {
	words := t.trees[at.tree].Words
	for i := at.word - 1; i >= max(0, at.word-3); i-- {
		switch words[i].UPOS {
		case "ADP", "SCONJ":
			return strings.ToLower(words[i].Text)
		case "ADJ", "DET", "ADV":
			continue
		}
		break
	}
	return ""
}

func (t *table) isDefiniteMention(m Mention) bool {
	first := t.word(place{m.Tree, m.Words[0]})
	switch strings.ToLower(first.Text) {
	case "the", "this", "that", "these", "those", "its", "his", "her", "their":
		return true
	}
	return false
}

// isNested reports whether a mention stands within the phrase of another noun.
func (t *table) isNested(at place) bool {
	w := t.word(at)
	return strings.HasPrefix(w.Relation, "nmod") && w.Head >= 0
}

func roleOf(w *parse.Word) string {
	switch w.Relation {
	case "nmod:poss":
		return "possessive"
	case "obl:agent":
		return "subject"
	}
	switch plain := w.PlainRelation(); plain {
	case "nsubj":
		return "subject"
	case "obj", "iobj":
		return "object"
	case "obl", "nmod", "conj", "appos", "root":
		return plain
	}
	return "other"
}

func (t *table) isSource(at place, said []saying) bool {
	return slices.ContainsFunc(said, func(s saying) bool { return s.source == at })
}

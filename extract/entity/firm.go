package entity

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"sayso/graph"
)

//go:embed firms.txt
var firmList string

// firmWords are the words that tell an organisation's name, by how they stand to it.
var firmWords = sync.OnceValue(func() map[string]map[string]bool { return readSections(firmList) })

// proof is how much the words around a name speak for an organisation: against a person, a thing, and a place.
type proof struct{ person, thing, place int }

// How much one mention proves: outright, or as a hint that a mark of the tagger outweighs.
const (
	surely  = toldVotes
	perhaps = 1
)

// firm tells how much the words around a name speak for an organisation.
func (r *reader) firm(s wordSpan, head int) proof {
	switch {
	case r.has(s, head, "owned"), r.follows(s, "in", "held"):
		return proof{surely, surely, surely}
	case r.has(s, head, "staffed"), r.follows(s, "at", "employed"):
		return proof{surely, surely, 0}
	case r.isWhich(s, head):
		return proof{person: surely}
	case r.reports(head), r.isIt(head), r.isParty(s, head):
		return proof{perhaps, perhaps, 0}
	}
	return proof{}
}

// has reports whether a noun of a list belongs to a name: "X's shares", "the finance chief of X", "X shares".
func (r *reader) has(s wordSpan, head int, list string) bool {
	if s.to < len(r.words) && r.words[s.to].XPOS == "POS" {
		owned := r.words[head].Head
		return owned > s.to && r.isOf(owned, list)
	}
	for i := s.to; i < min(s.to+2, len(r.words)) && r.isCommon(i); i++ {
		if r.isOf(i, list) {
			return true
		}
	}
	return r.follows(s, "of", list)
}

// isCommon tells a common noun, or what is taken for a verb though a verb follows: "X shares rose".
func (r *reader) isCommon(i int) bool {
	w := r.words[i]
	if isUpper(w.Text) {
		return false
	}
	return w.UPOS == "NOUN" || w.UPOS == "ADJ" || w.XPOS == "VBZ" && i+1 < len(r.words) && strings.HasPrefix(r.words[i+1].XPOS, "VB") && r.words[i+1].XPOS != "VBG"
}

// follows reports whether a noun of a list and a preposition stand before a name.
func (r *reader) follows(s wordSpan, preposition, list string) bool {
	i := s.from - 1
	if r.is(i, "the") {
		i--
	}
	return i > 0 && r.is(i, preposition) && r.isOf(i-1, list)
}

// isOf reports whether a noun, or it and the word before it, is on a list.
func (r *reader) isOf(i int, list string) bool {
	lemma := singular(strings.ToLower(r.words[i].Text))
	words := firmWords()[list]
	return words[lemma] || words[strings.ToLower(r.words[i].Lemma)] || i > 0 && words[strings.ToLower(r.words[i-1].Text)+"-"+lemma]
}

// isWhich reports whether a relative clause with "which" tells about a name.
func (r *reader) isWhich(s wordSpan, head int) bool {
	i := s.to
	if r.is(i, ",") {
		i++
	}
	if !r.is(i, "which") || r.words[i].Head < 0 {
		return false
	}
	clause := r.words[r.words[i].Head]
	return clause.Relation == "acl:relcl" && clause.Head == head
}

// reports tells who reports losses, or does what firms do.
func (r *reader) reports(head int) bool {
	verb := r.subjectVerb(head)
	if verb < 0 {
		return false
	}
	switch r.words[verb].Lemma {
	case "report", "post", "book", "announce":
		return slices.ContainsFunc(r.childrenOf(verb, "obj"), func(i int) bool { return r.isOf(i, "reports") })
	}
	return firmWords()["does"][r.words[verb].Lemma]
}

// isIt tells who says what "it" will do, or what "its" things do.
func (r *reader) isIt(head int) bool {
	verb := r.subjectVerb(head)
	if verb < 0 || !agents()["does"][r.words[verb].Lemma] {
		return false
	}
	for _, content := range r.childrenOf(verb, "ccomp") {
		for _, subject := range r.childrenOf(content, "nsubj", "nsubj:pass") {
			if r.is(subject, "it") && agents()["does"][r.words[content].Lemma] || len(r.childrenOf(subject, "nmod:poss")) > 0 && r.is(r.childrenOf(subject, "nmod:poss")[0], "its") {
				return true
			}
		}
	}
	return false
}

// isParty tells a group that is called by a plural, and says or decides something: "the Greens".
func (r *reader) isParty(s wordSpan, head int) bool {
	verb := r.subjectVerb(head)
	return s.to-s.from == 1 && r.is(s.from-1, "the") && strings.HasSuffix(r.words[head].Text, "s") && !r.isDemonym(head) && verb >= 0 && agents()["does"][r.words[verb].Lemma]
}

// subjectVerb returns the verb of which a word is the subject, or -1.
func (r *reader) subjectVerb(i int) int {
	if w := r.words[i]; w.Relation == "nsubj" && w.Head >= 0 && r.words[w.Head].UPOS == "VERB" {
		return w.Head
	}
	return -1
}

func (r *reader) childrenOf(i int, relations ...string) []int {
	var all []int
	for j, w := range r.words {
		if w.Head == i && slices.Contains(relations, w.Relation) {
			all = append(all, j)
		}
	}
	return all
}

// isSomebody reports whether the words after a name tell that it is a person's: "X, 54,", "X, who".
func (r *reader) isSomebody(s wordSpan) bool {
	if !r.is(s.to, ",") || s.to+2 >= len(r.words) {
		return false
	}
	return r.is(s.to+1, "who") || r.words[s.to+1].UPOS == "NUM" && r.is(s.to+2, ",")
}

// prove notes what the words around a name tell of its type.
func (n *named) prove(r *reader, s wordSpan) {
	n.proof, n.alive = r.firm(s, n.Head), r.isSomebody(s)
	switch {
	case n.told == graph.Organization, r.isNamedFirm(s, n.Head):
		n.proof = proof{surely, surely, n.proof.place}
	case r.sport && n.proof.place == 0:
		n.proof = r.club(s, n.Head)
	}
	isTold := s.kind == graph.Place && n.proof.place == surely || s.kind != graph.Place && s.kind != graph.Person && n.proof.thing == surely
	if n.told == "" && isTold && !isOccasion(n.Text) {
		n.told = graph.Organization
	}
}

// isOccasion reports whether a name is an event's or a work's by its last word: "World Cup".
func isOccasion(name string) bool {
	kind := nouns()[singular(strings.ToLower(name[strings.LastIndex(name, " ")+1:]))]
	return kind == graph.Event || kind == graph.Work
}

// isProved reports whether the text as a whole tells that a name which it introduces as no person's is an organisation's.
// A person is introduced by a title or a first name, so that of one word little is needed.
func (g *group) isProved() bool {
	switch g.kind() {
	case graph.Thing:
		return g.proof.thing > 0 && !isOccasion(g.first().Text)
	case graph.Person:
		words := strings.Fields(g.first().Text)
		return g.proof.person > 0 && (len(words) == 1 || g.proof.person >= surely && genderNames()[genderKey(words[0])] == "")
	}
	return false
}

// isNamedFirm reports whether a name stands in apposition to a noun that is a company's or a club's: "the operator, X".
func (r *reader) isNamedFirm(s wordSpan, head int) bool {
	w := r.words[head]
	isSort := func(i int) bool {
		noun := r.words[i]
		return noun.XPOS == "NN" && typeOfNoun(&noun) != graph.Person && (nounSorts().takenUp["company"][noun.Lemma] || nounSorts().takenUp["team"][noun.Lemma])
	}
	if w.Relation == "appos" && w.Head >= 0 && w.Head < s.from {
		return isSort(w.Head)
	}
	return slices.ContainsFunc(r.childrenOf(head, "appos"), func(i int) bool { return i >= s.to && isSort(i) })
}

// isPlaced reports whether the text tells that a name of one word is a place's, and does not introduce it as a person's.
func (g *group) isPlaced() bool {
	return g.kind() == graph.Person && g.placed > 0 && !strings.Contains(g.first().Text, " ")
}

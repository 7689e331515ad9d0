package entity

import (
	"slices"
	"strings"

	"sayso/extract/parse"
	"sayso/graph"
)

// told returns the type of a name that the words around it tell: what it is called in apposition, what can only be
// in a place or of a place, who can only be of an organisation.
func (r *reader) told(s wordSpan, head int) graph.Type {
	if t := r.isCalled(head); t != "" {
		return t
	}
	if t := r.isIntroduced(s, head); t != "" {
		return t
	}
	switch {
	case r.isNamedPlace(s, head):
		return graph.Place
	case r.is(s.to, "-") && r.is(s.to+1, "based"), r.is(s.to, "-based"):
		return graph.Place
	case r.isPossessed(s.to, placeOwns), r.is(s.from-1, "of") && s.from > 1 && slices.Contains(placeOwns, r.words[s.from-2].Lemma):
		return graph.Place
	case r.isPossessed(s.to, companyOwns):
		return graph.Organization
	}
	in := r.is(s.from-1, "in") && !r.follows(s, "in", "held") || r.is(s.from-1, "near") || r.is(s.from-1, "outside")
	relation := r.words[head].Relation
	if in && (relation == "obl" || relation == "nmod") && s.to == head+1 {
		return graph.Place
	}
	return ""
}

// placeOwns is what countries and towns have and companies do not, companyOwns the other way round.
var (
	placeOwns   = []string{"border", "capital", "president", "parliament", "coast", "mayor", "outskirts", "suburb", "embassy", "resident", "inhabitant"}
	companyOwns = []string{"ceo", "shareholder", "share", "profit", "revenue", "headquarters", "subsidiary", "factory"}
)

func (r *reader) isPossessed(i int, by []string) bool {
	return i+1 < len(r.words) && r.words[i].XPOS == "POS" && slices.Contains(by, strings.ToLower(r.words[i+1].Lemma))
}

// isCalled reads the noun that says of a name what it is: "Norvik, a town", "Norvik is a town".
func (r *reader) isCalled(head int) graph.Type {
	for i, w := range r.words {
		switch {
		case w.UPOS != "NOUN":
		case w.Head == head && w.Relation == "appos", r.words[head].Head == i && isSubject(r.words[head].Relation) && r.hasCopula(i):
			return typeOfNoun(&r.words[i])
		}
	}
	return ""
}

// isIntroduced tells an organisation by the noun that its name follows: "the broadcaster Norvik", "a mining company, Norvik".
func (r *reader) isIntroduced(s wordSpan, head int) graph.Type {
	noun := r.words[head].Head
	if r.words[head].Relation != "appos" && r.words[head].Relation != "flat" {
		noun = s.from - 1
		if noun < 0 || r.words[noun].Head != head || r.words[noun].Relation != "nmod:desc" && r.words[noun].Relation != "compound" {
			return ""
		}
	}
	if noun < 0 || noun >= s.from || r.words[noun].XPOS != "NN" || r.words[noun].Relation == "nmod" || typeOfNoun(&r.words[noun]) != graph.Organization {
		return ""
	}
	if r.isTitle(noun) && !r.isAcronym(head) { // a broadcaster may be a person
		return ""
	}
	return graph.Organization
}

// isNamedPlace reports whether a name follows a noun or an adjective that only places have: "the capital, Sahl", "the river Lorne".
func (r *reader) isNamedPlace(s wordSpan, head int) bool {
	i := s.from - 1
	if r.is(i, ",") && r.words[head].Relation == "appos" {
		i = r.words[head].Head
	}
	return i >= 0 && i < s.from && slices.Contains(placeNouns, r.words[i].Text) && (r.words[i].Head == head || r.words[head].Head == i)
}

var placeNouns = []string{"capital", "city", "town", "village", "port", "province", "river", "lake", "island", "neighbouring", "neighboring", "suburb"}

func (r *reader) hasCopula(i int) bool {
	return slices.ContainsFunc(r.words, func(w parse.Word) bool { return w.Head == i && w.Relation == "cop" })
}

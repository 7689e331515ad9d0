package entity

import (
	"slices"
	"strings"

	"sayso/extract/claim"
	"sayso/extract/parse"
	"sayso/graph"
	"sayso/graph/identity"
)

// longestName is how many words a thing without a proper name is called by.
const longestName = 12

// phrases returns the phrases of claims that can stand for entities, in the order of the claims.
func phrases(claims []claim.Claim) []claim.Phrase {
	var all []claim.Phrase
	for i := range claims {
		c := &claims[i]
		all = append(all, c.Subject)
		if c.Object != nil {
			all = append(all, *c.Object)
		}
		for _, a := range c.Arguments {
			all = append(all, a.Phrase)
		}
		for a := c.Attribution; a != nil; a = a.Of {
			all = append(all, a.Source)
		}
	}
	return all
}

// isNominal reports whether a phrase names a thing by a noun: no clause, no number, no time.
func isNominal(p claim.Phrase, words []parse.Word) bool {
	if p.Clause || len(p.Words) == 0 || p.Head < 0 || p.Head >= len(words) {
		return false
	}
	w := &words[p.Head]
	switch w.UPOS {
	case "NOUN", "PROPN":
		return !isTime(w) && !isMeasure(p, words)
	case "ADJ", "X":
		return words[p.Words[0]].UPOS == "DET" // "the poor"
	}
	return false
}

func isTime(w *parse.Word) bool {
	if isCalendar(w.Text) || w.Text == "May" {
		return true
	}
	switch singular(strings.ToLower(w.Text)) {
	case "today", "tomorrow", "yesterday", "tonight", "second", "minute", "hour", "day", "week", "month", "year", "decade", "century",
		"morning", "afternoon", "evening", "night", "noon", "midnight", "weekend", "time", "moment":
		return true
	}
	return false
}

// isMeasure reports whether a phrase is an amount: "$5 million", "30 percent".
func isMeasure(p claim.Phrase, words []parse.Word) bool {
	switch strings.ToLower(words[p.Head].Text) {
	case "percent", "percentage", "dollar", "dollars", "euro", "euros", "pound", "pounds", "km", "kilometers", "kilometres", "miles", "metres", "meters", "tons", "tonnes", "million", "billion", "%":
		for _, i := range p.Words {
			if words[i].UPOS == "NUM" {
				return true
			}
		}
	}
	return false
}

// nominalName returns the words of a phrase without its determiner, at most [longestName] of them.
func nominalName(p claim.Phrase, words []parse.Word, text string) string {
	first, last := p.Words[0], p.Words[len(p.Words)-1]
	for first < p.Head && isOpening(&words[first]) && words[first+1].Text != "-" && !isBound(words, first) {
		first++
	}
	last = nameEnd(p.Head, last, words)
	if last-first >= longestName {
		last = shorten(first, first+longestName-1, p.Head, words)
	}
	return strings.Join(strings.Fields(text[words[first].Start:words[last].End]), " ")
}

// whose returns what a noun in a relative clause belongs to, as its name begins: "a widow, whose house burned", is of the widow's
// house.
func (t *table) whose(p claim.Phrase) string {
	words := t.trees[p.Tree].Words
	isWhose := func(i int) bool { return words[i].XPOS == "WP$" && words[i].Head == p.Head }
	if !slices.ContainsFunc(p.Words, isWhose) && (p.Words[0] == 0 || !isWhose(p.Words[0]-1)) {
		return ""
	}
	for i := p.Head; words[i].Head >= 0; i = words[i].Head {
		if words[i].Relation != "acl:relcl" {
			continue
		}
		if c := t.at[place{p.Tree, words[i].Head}]; c != nil {
			return possessive(c.name()) + " "
		}
		break
	}
	return ""
}

func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "'"
	}
	return name + "'s"
}

// isOpening reports whether a word before the head is no part of what a thing is called.
func isOpening(w *parse.Word) bool {
	switch w.UPOS {
	case "ADP", "SCONJ", "CCONJ":
		return true
	}
	return isDeterminer(w) || w.XPOS == "WP$" || strings.EqualFold(w.Text, "not") || strings.EqualFold(w.Text, "both")
}

// isBound reports whether a preposition only bounds the number after it: "at least 17 people", "up to 40 people".
func isBound(words []parse.Word, i int) bool {
	switch strings.ToLower(words[i].Text + " " + words[i+1].Text) {
	case "at least", "at most", "up to":
		return true
	}
	return false
}

// nameEnd returns the last word of a phrase before a relative clause or an afterthought in it, and
// without what only joins it to more.
func nameEnd(head, last int, words []parse.Word) int {
	for i := head + 1; i <= last; i++ {
		relative := words[i].XPOS == "WDT" || words[i].XPOS == "WP" || words[i].XPOS == "WRB"
		if relative || words[i].Text == "," && i < last && words[i+1].UPOS == "ADP" {
			last = i - 1
		}
	}
	for last > head && (words[last].UPOS == "ADP" || words[last].UPOS == "CCONJ" || words[last].UPOS == "SCONJ" || words[last].Text == ",") {
		last--
	}
	return last
}

// timeless returns a name without the time at its end: "talks in early March" are called talks. Talks
// at another time are others, so that a thing is told from others by its full name.
func timeless(p claim.Phrase, words []parse.Word, text, name string) string {
	end := p.Words[len(p.Words)-1]
	start, told := end, false
	for start > p.Head && isTimeWord(&words[start]) {
		told = told || isTime(&words[start]) || words[start].UPOS == "NUM"
		start--
	}
	if !told || start <= p.Head || !slices.Contains([]string{"in", "on", "at", "since", "during", "by", "until", "before", "after", "from"}, words[start].Text) {
		return name
	}
	tail := strings.Join(strings.Fields(text[words[start].Start:words[end].End]), " ")
	if short, ok := strings.CutSuffix(name, " "+tail); ok {
		return short
	}
	return name
}

// isTimeWord reports whether a word can stand in the name of a time.
func isTimeWord(w *parse.Word) bool {
	switch strings.ToLower(w.Text) {
	case "early", "late", "mid", "last", "next", "this", "that", "earlier", "past", "coming", "the", ",", "end":
		return true
	}
	return isTime(w) || w.UPOS == "NUM" && len(w.Text) <= 4 && w.Text[0] >= '0' && w.Text[0] <= '9'
}

// shorten returns the last word of a name cut at limit that leaves no preposition hanging.
func shorten(first, limit, head int, words []parse.Word) int {
	for i := limit; i > head; i-- {
		if next := words[i+1]; next.UPOS == "ADP" || next.UPOS == "PUNCT" || next.UPOS == "CCONJ" || next.UPOS == "SCONJ" || next.UPOS == "PRON" {
			return i
		}
	}
	return max(head, first)
}

func isDeterminer(w *parse.Word) bool {
	return w.UPOS == "DET" || w.UPOS == "PRON" && strings.HasPrefix(w.XPOS, "PRP$")
}

// isBare reports whether a phrase takes up what was said before: a definite article or a
// demonstrative, and a noun.
func isBare(p claim.Phrase, words []parse.Word) bool {
	if len(p.Words) != 2 || p.Words[1] != p.Head {
		return false
	}
	switch strings.ToLower(words[p.Words[0]].Text) {
	case "the", "this", "that", "these", "those":
		return true
	}
	return false
}

// isDefinite reports whether a phrase speaks of something known: "the talks", "these talks",
// "Ukraine's talks", and plurals and mass nouns without an article.
func isDefinite(p claim.Phrase, words []parse.Word) bool {
	switch strings.ToLower(words[p.Words[0]].Text) {
	case "a", "an", "another", "some", "any", "no", "every", "each", "one", "several", "many", "few", "more", "other", "two", "three":
		return false
	}
	return true
}

// nominalType reads the type from the head noun: "Ukrainian officials" are persons.
func nominalType(w *parse.Word) graph.Type {
	if t := typeOfNoun(w); t != "" {
		return t
	}
	if k, ok := identity.Lookup(w.Text); ok && w.UPOS == "PROPN" {
		return k.Type
	}
	return graph.Thing
}

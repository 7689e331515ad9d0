package parse

import (
	"slices"
	"strings"

	"sayso/graph"
	"sayso/graph/identity"
)

// correctNames puts right what the lists know better: a country or an organisation that is no part of
// a longer name is one, a name that ends in Ministry or Summit is an organisation's or an event's,
// and an adjective of a country is no name.
func correctNames(words []Word, marks []mark, classes []int) {
	markListed(words, marks, classes)
	splitHolders(words, marks, classes)
	if !isTitleCase(words) {
		markByHead(words, marks, classes)
		joinGuilds(words, marks, classes)
	}
	joinCompanies(words, classes)
	joinFirms(words, classes)
	joinHyphens(words, classes)
	joinNumerals(words, classes)
	markStorms(words, classes)
	joinPossessives(words, classes)
	splitRegions(words, classes)
	if !isTitleCase(words) {
		joinQualifiers(words, classes)
	}
	dropDemonyms(marks, classes)
}

// markListed marks the names of the lists.
func markListed(words []Word, marks []mark, classes []int) {
	for i := 0; i < len(words); {
		end := i + 1
		for end < len(words) && marks[end]&insideMark != 0 && marks[i]&(placeMark|organizationMark) != 0 {
			end++
		}
		if class := listedClass(words[i:end], marks[i]); class > 0 && standsAlone(classes, i, end) {
			setName(classes, i, end, class)
		}
		i = end
	}
}

// splitHolders parts "Relief Council Jane Roe", an office and its holder, that the tagger takes for a person.
func splitHolders(words []Word, marks []mark, classes []int) {
	person := classB("PER")
	for from := range classes {
		to := from + 1
		for to < len(classes) && classes[to] == person+1 {
			to++
		}
		for k := from + 1; classes[from] == person && k < to-2; k++ {
			if isHead(marks, k) {
				setName(classes, from, k+1, classB("ORG"))
				setName(classes, k+1, to, person)
			}
		}
	}
}

// markByHead marks runs of capitalised words that end in the head word of an organisation or an
// event, with what follows "of" or "for", unless a person's name is among them.
func markByHead(words []Word, marks []mark, classes []int) {
	for i := 0; i < len(words); {
		to := i
		for to < len(words) && isCapital(words[to].Text) {
			to++
		}
		from := afterOpening(words, i, to)
		switch end := complementEnd(words, classes, to); {
		case from >= to || !isFree(marks, classes, from, to) && !isName(classes, from, to, classB("ORG")):
		case end-from > 1 && isHead(marks, to-1):
			setName(classes, from, end, classB("ORG"))
		case to-from > 1 && isEventHead(words, marks, to-1):
			setName(classes, from, to, classB("MISC"))
		}
		i = max(to, i+1)
	}
}

// isEventHead looks at the last word of a name, or the one before its number.
func isEventHead(words []Word, marks []mark, i int) bool {
	if isNumeral(words[i].Text) {
		i--
	}
	return marks[i]&eventMark != 0
}

func isHead(marks []mark, i int) bool {
	return i >= 0 && marks[i]&headMark != 0 && marks[i]&placeMark == 0 // the West Bank is no bank
}

// afterOpening passes over what a name does not begin with: "the", and an adjective that is capitalised because the
// sentence begins with it.
func afterOpening(words []Word, from, to int) int {
	if from < to && strings.EqualFold(words[from].Text, "the") || from == 0 && to > 0 && words[0].XPOS == "JJ" {
		return from + 1
	}
	return from
}

// isName reports whether a range is just one name.
func isName(classes []int, from, to, class int) bool {
	for i := from + 1; i < to; i++ {
		if classes[i] != class+1 {
			return false
		}
	}
	return classes[from] == class && standsAlone(classes, from, to)
}

// isFree reports whether a range has no title and no person in it, and is not one name already.
func isFree(marks []mark, classes []int, from, to int) bool {
	free := classes[from] == classB("LOC")
	for i := from; i < to; i++ {
		switch {
		case marks[i]&titleMark != 0, classes[i] == classB("PER"), classes[i] == classB("PER")+1:
			return false
		case classes[i] == outside:
			free = true
		}
	}
	return free && standsAlone(classes, from, to)
}

// complementEnd returns where "of Health and Welfare" after an organisation's head word ends, if it follows.
func complementEnd(words []Word, classes []int, to int) int {
	next := to + 1
	if next < len(words) && words[next].Text == "the" {
		next++
	}
	if next >= len(words) || words[to].Text != "of" && words[to].Text != "for" || !isCapital(words[next].Text) {
		return to
	}
	for next++; next < len(words) && (isCapital(words[next].Text) || isInside(classes[next])); next++ {
	}
	if next+1 < len(words) && words[next].Text == "and" && isCapital(words[next+1].Text) && classes[next+1] == outside {
		next += 2
	}
	return complementEnd(words, classes, next)
}

// joinCompanies lets a name go on to "Inc.", and makes it an organisation's.
func joinCompanies(words []Word, classes []int) {
	for i := 1; i < len(words); i++ {
		last := i - 1
		if words[last].Text == "," {
			last--
		}
		if last < 0 || classes[i] != outside || classes[last] == outside || !isCompanyForm(words[i].Text) {
			continue
		}
		from := last
		for isInside(classes[from]) {
			from--
		}
		setName(classes, from, i+1, classB("ORG"))
	}
}

func isCompanyForm(word string) bool {
	switch strings.TrimSuffix(word, ".") {
	case "Inc", "Corp", "Ltd", "LLC", "L.L.C", "LLP", "L.P", "PLC", "plc", "GmbH", "N.V", "S.A":
		return true
	}
	return false
}

// joinHyphens lets the name of a person or an organisation go on after a hyphen: El-Hassan.
func joinHyphens(words []Word, classes []int) {
	for i := 1; i+1 < len(words); i++ {
		if words[i].Text != "-" || words[i-1].End != words[i].Start || words[i].End != words[i+1].Start || !isCapital(words[i+1].Text) {
			continue
		}
		inside := insideOf(classes[i-1])
		next := classes[i+1]
		if classes[i] != outside || inside != classB("PER")+1 && inside != classB("ORG")+1 || next != outside && next != inside-1 {
			continue
		}
		classes[i] = inside
		for j := i + 1; j < len(words) && isCapital(words[j].Text) && (classes[j] == outside || classes[j] == inside || classes[j] == inside-1); j++ {
			classes[j] = inside
		}
	}
}

// markStorms makes a name after "Hurricane" an event's.
func markStorms(words []Word, classes []int) {
	for i := 1; i < len(words); i++ {
		begins := !isInside(classes[i-1]) && classes[i-1] != classB("ORG")
		if !begins || !isStorm(words[i-1].Text) || !isCapital(words[i].Text) || classes[i] == outside {
			continue
		}
		to := i + 1
		for to < len(words) && isInside(classes[to]) {
			to++
		}
		setName(classes, i-1, to, classB("MISC"))
	}
}

func isStorm(word string) bool {
	switch word {
	case "Hurricane", "Typhoon", "Cyclone":
		return true
	}
	return false
}

// joinPossessives lets the name of a shop end in "'s": what a possessive belongs to follows it, and here nothing does.
func joinPossessives(words []Word, classes []int) {
	for i := 1; i < len(words); i++ {
		inside := insideOf(classes[i-1])
		if words[i].XPOS != "POS" || classes[i] != outside || inside != classB("LOC")+1 && inside != classB("ORG")+1 {
			continue
		}
		if isOpen := i+1 < len(words) && words[i+1].UPOS != "ADP" && words[i+1].UPOS != "PUNCT"; isOpen {
			continue
		}
		if _, listed := identity.Lookup(words[i-1].Text); !listed {
			classes[i] = inside
		}
	}
}

// joinNumerals lets the name of a person or an event go on with its number: Elizabeth II, World War Two.
func joinNumerals(words []Word, classes []int) {
	for i := 1; i < len(words); i++ {
		inside := insideOf(classes[i-1])
		if inside != classB("PER")+1 && inside != classB("MISC")+1 {
			continue
		}
		if isNumeral(words[i].Text) {
			classes[i] = inside
		}
	}
}

func isNumeral(word string) bool {
	switch word {
	case "II", "III", "IV", "VI", "VII", "VIII", "XII", "XIII", "XIV", "XV", "XVI", "XXIII", "One", "Two", "Three":
		return true
	}
	return false
}

func classB(kind string) int { return slices.Index(nameClasses, "B-"+kind) }

// listedClass is the B- class of a name of the lists that is hardly ever anything else: one of
// several words, or an acronym.
func listedClass(words []Word, m mark) int {
	if m&(placeMark|organizationMark) == 0 || m&insideMark != 0 {
		return 0
	}
	if len(words) == 1 && words[0].XPOS != "" && words[0].XPOS[0] != 'N' {
		return 0 // SHE IS
	}
	known, ok := identity.Lookup(joined(words))
	sure := len(words) > 1 || strings.ToUpper(words[0].Text) == words[0].Text || known.Name == words[0].Text && m&(givenMark|surnameMark) == 0
	switch {
	case !ok || !sure:
		return 0
	case known.Type == graph.Place:
		return classB("LOC")
	}
	return classB("ORG")
}

func joined(words []Word) string {
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = w.Text
	}
	name := strings.Join(parts, " ")
	return strings.NewReplacer(" - ", "-", " ,", ",", " 's", "'s").Replace(name)
}

// standsAlone reports whether no name reaches over the edges of the words.
func standsAlone(classes []int, from, to int) bool {
	return !isInside(classes[from]) && (to == len(classes) || !isInside(classes[to]))
}

func setName(classes []int, from, to, class int) {
	for i := from; i < to; i++ {
		classes[i] = class
		if i > from {
			classes[i] = class + 1
		}
	}
}

// dropDemonyms takes the name off lone words such as Ukrainian.
func dropDemonyms(marks []mark, classes []int) {
	for i, m := range marks {
		if m&demonymMark != 0 && m&(placeMark|organizationMark) == 0 && standsAlone(classes, i, i+1) {
			classes[i] = outside
		}
	}
}

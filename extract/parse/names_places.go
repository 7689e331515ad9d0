package parse

import (
	"strings"

	"sayso/graph/identity"
)

// joinQualifiers lets the name of a place begin with "Greater", "West" or "St.".
func joinQualifiers(words []Word, classes []int) {
	place, person := classB("LOC"), classB("PER")
	for i := 1; i < len(words); i++ {
		lone := standsAlone(classes, i, i+1)
		isPlace := classes[i] == place || classes[i] == person && lone && isSaint(words[i-1].Text)
		if !isPlace || !isCapital(words[i-1].Text) || !isQualifier(words[i-1].Text) {
			continue
		}
		if classes[i-1] == outside || classes[i-1] == place {
			classes[i-1], classes[i] = place, place+1
		}
	}
}

func isSaint(word string) bool { return word == "St." || word == "St" }

// isQualifier reports a word that makes another place of the name after it.
func isQualifier(word string) bool {
	switch strings.TrimSuffix(strings.ToLower(word), ".") {
	case "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
		"northern", "southern", "eastern", "western", "central", "upper", "lower", "greater",
		"st", "saint", "mt", "mount", "fort", "lake", "port", "cape":
		return true
	}
	return false
}

// splitRegions parts "Miramar Florida", a place and the region or country that it lies in.
func splitRegions(words []Word, classes []int) {
	place := classB("LOC")
	for from := 0; from < len(words); from++ {
		if classes[from] != place {
			continue
		}
		to := from + 1
		for to < len(words) && classes[to] == place+1 {
			to++
		}
		if _, listed := identity.Lookup(joined(words[from:to])); listed {
			continue
		}
		if at := regionAt(words[from:to]); at > 0 {
			classes[from+at] = place
		}
	}
}

// regionAt returns where the region at the end of a name begins, 0 where the words are one name.
func regionAt(words []Word) int {
	for _, w := range words {
		if isLink(w.Text) || w.Text == "," || w.Text == "'s" || strings.EqualFold(w.Text, "the") {
			return 0
		}
	}
	for at := max(1, len(words)-3); at < len(words); at++ {
		if isRegion(joined(words[at:])) {
			if begins(words[at-1].Text) {
				return 0
			}
			return at
		}
	}
	return 0
}

// begins reports a word that no name ends in: what follows is the rest of it.
func begins(word string) bool {
	switch strings.ToLower(word) {
	case "new", "old", "little", "san", "santa", "el", "la", "los", "las", "costa", "baja", "hotel", "university", "camp", "port", "gulf":
		return true
	}
	_, isAdjective := identity.Demonym(word) // Spanish Netherlands
	return isAdjective || isQualifier(word)
}

func isRegion(name string) bool {
	_, ok := loadGazetteer().regions[strings.ToLower(name)]
	return ok
}

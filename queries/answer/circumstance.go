package answer

import (
	"regexp"
	"slices"
	"strings"

	"sayso/graph"
)

var (
	placeRoles = []string{"at", "in", "to", "from", "near", "outside", "inside", "into", "toward", "towards", "off", "along", "around", "on", "where", "through", "across"}
	manners    = []string{"by", "through", "via", "with", "using", "how", "without"}
)

func (m *matcher) locations(all []place) []value {
	if m.pattern.Slot.Role == insideRole {
		return m.placesInside(all)
	}
	var found []value
	for i, p := range all {
		order := slices.Index(placeRoles, p.role)
		typ := m.typeOf(p)
		if p.role == objectRole && typ == graph.Place {
			found = append(found, value{place: i, text: brief(shown(p)), ref: p.ref, fit: 0.8})
		}
		if order < 0 || hasTimeWords(p.text) {
			continue
		}
		fit := 0.7
		switch typ {
		case graph.Place:
			fit = 1
		case "":
			fit = 0.85
		case graph.Person, graph.TimeValue, graph.Quantity:
			continue
		}
		found = append(found, value{place: i, text: brief(shown(p)), ref: p.ref, fit: fit - 0.01*float64(order)})
	}
	return found
}

// placesInside are places within the phrases that the question names.
func (m *matcher) placesInside(all []place) []value {
	var found []value
	for _, p := range all {
		for _, preposition := range []string{" in ", " at "} {
			head, tail, ok := strings.Cut(p.text, preposition)
			if ok && m.isPlaceName(tail) && m.namesPart(head) {
				found = append(found, value{place: none, text: brief(tail), fit: 0.9})
			}
		}
	}
	return found
}

// namesPart tells a phrase that one of the parts of the question names.
func (m *matcher) namesPart(text string) bool {
	p := m.phrase(text)
	return slices.ContainsFunc(m.parts, func(t term) bool { return m.v.phraseMatch(t, p) > 0 })
}

// isPlaceName tells a name that is not known to be anything but a place's: "Lagos", "Lagos, Nigeria".
func (m *matcher) isPlaceName(text string) bool {
	p := m.phrase(text)
	if len(p.words) == 0 || nameKey(strings.ReplaceAll(text, ",", "")) == "" {
		return false
	}
	n := m.v.known[keyOf(graph.Ref(p.words[0]))]
	return n == nil || n.typ == graph.Place || n.typ == ""
}

// arguments are the places that have one of the roles, the telling roles first.
func arguments(all []place, roles []string) []value {
	var found []value
	for i, p := range all {
		if order := slices.Index(roles, p.role); order >= 0 && !hasTimeWords(p.text) {
			found = append(found, value{place: i, text: brief(p.text), ref: p.ref, fit: 1 - 0.04*float64(order)})
		}
	}
	return found
}

var timeWord = regexp.MustCompile(`(?i)\b(january|february|march|april|may \d|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d{4}|year|month|week|day|night|morning|evening|afternoon|hour|minute|future|past|today|yesterday|tomorrow)s?\b`)

func hasTimeWords(text string) bool { return timeWord.MatchString(text) }

package answer

import (
	"regexp"
	"strings"

	"sayso/graph"
)

var (
	numberWord = `(?:\d[\d.,]*\d|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half)`
	number     = regexp.MustCompile(`(?i)\b` + numberWord + `(?:[ -]` + numberWord + `)*\b(?: ?%| percent| per cent)?`)
	money      = regexp.MustCompile(`(?i)(?:(?:US|NZ|AU|CA|A|C|HK)? ?[$€£¥] ?)\d[\d.,]*\d*(?: (?:thousand|million|billion|trillion))?|` + number.String() + `[ -](?:\w+ )?(?:dollars?|euros?|pounds?|yen|yuan|rupees?|roubles?|rubles?|francs?|USD|EUR|GBP)\b`)
)

// quantities read how many or how much: a number in the place that the question asks about, beside the
// noun it counts where the question has one.
func (m *matcher) quantities(c graph.Claim, all []place) []value {
	var found []value
	for i, p := range all {
		fit := slotFit(m.pattern.Slot.Role, p.role, c.Predicate.Lemma)
		if m.pattern.Slot.Role == "by" && p.role == objectRole { // "rose 3 percent", by 3 percent
			fit = howFit
		}
		if p.role == howRole {
			fit = howFit
		}
		text := quantity(p, m.pattern.Slot.Wants)
		if p.role == voiceRole || p.role == whenRole || fit == 0 || text == "" {
			continue
		}
		if m.pattern.Slot.Noun != nil {
			fit *= max(m.place(m.noun, p), m.counts(p))
		}
		found = append(found, value{place: i, text: brief(text), fit: fit})
	}
	return found
}

// howFit is for the extent of what is done, which the verb governs without a preposition: "fined 900 euros".
const howFit = 0.9

// counts is how well "how many people" is answered by some of them, "three workers", or by a bare number.
func (m *matcher) counts(p place) float64 {
	switch m.noun.Head {
	case "people", "person", "persons":
		return otherwise(m.typeOf(p) == graph.Person || number.FindString(p.text) == p.text, 0.9)
	}
	return 0
}

func quantity(p place, wants Want) string {
	if p.typ == graph.Quantity {
		return p.text
	}
	if text := money.FindString(p.text); text != "" && wants == Amount {
		return strings.TrimSpace(text)
	}
	return number.FindString(p.text)
}

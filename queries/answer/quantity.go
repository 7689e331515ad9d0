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
		fit := roleFit(m.pattern.Slot.Role, p.role, c.Predicate.Lemma)
		text := quantity(p, m.pattern.Slot.Wants)
		if p.role == voiceRole || fit == 0 || text == "" {
			continue
		}
		if m.pattern.Slot.Noun != nil {
			fit *= m.place(m.noun, p)
		}
		found = append(found, value{place: i, text: brief(text), fit: fit})
	}
	return found
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

package timex

import (
	"regexp"
	"strconv"
	"strings"
)

// lasts reads how long: "nearly eight hours", "30-day", "for years".
func (r *reader) lasts(i int) (match, bool) {
	return longest(i, r.hyphened, r.measured, r.halfUnit, r.vagueDuration)
}

// iso8601 writes n units; amount may be a decimal.
func iso8601(amount string, u unit) string {
	n, err := strconv.ParseFloat(amount, 64)
	if err != nil {
		return ""
	}
	times := func(k float64) string { return strconv.FormatFloat(n*k, 'f', -1, 64) }
	switch u {
	case second:
		return "PT" + amount + "S"
	case minute:
		return "PT" + amount + "M"
	case hour:
		return "PT" + amount + "H"
	case day, night, workingDay:
		return "P" + amount + "D"
	case week:
		return "P" + amount + "W"
	case weekend:
		return "P" + times(2) + "D"
	case month:
		return "P" + amount + "M"
	case quarter:
		return "P" + times(3) + "M"
	case year:
		return "P" + amount + "Y"
	case decade:
		return "P" + times(10) + "Y"
	case century:
		return "P" + times(100) + "Y"
	}
	return ""
}

func durationPrecision(value string) string {
	switch value[len(value)-1] {
	case 'Y':
		return "year"
	case 'M':
		if strings.HasPrefix(value, "PT") {
			return "part"
		}
		return "month"
	case 'D':
		return "day"
	}
	return "part"
}

var hyphened = regexp.MustCompile(`^([a-z\d,.]+(?:-[a-z]+)?)-(second|minute|hour|day|night|week|month|year|decade)s?(-long|-old|-olds)?$`)

// hyphened reads "30-day", "month-long", as one token or split at its hyphens. Ages are no times.
func (r *reader) hyphened(i int) (match, bool) {
	word, next := r.word(i), i+1
	for next-i < 5 && r.is(next, "-") && next+1 < len(r.lower) {
		word, next = word+"-"+r.word(next+1), next+2
	}
	if u, _ := unitOf(strings.TrimSuffix(word, "-long")); u >= hour && strings.HasSuffix(word, "-long") {
		if strings.HasSuffix(word, "s-long") {
			return match{next: next, lasting: true}, true
		}
		return match{next: next, lasting: true, duration: iso8601("1", u)}, true
	}
	m := hyphened.FindStringSubmatch(word)
	if m == nil || strings.HasPrefix(m[3], "-old") || r.old(next) {
		return none()
	}
	amount, ok := amountOf(m[1])
	if !ok {
		return none()
	}
	return match{next: next, lasting: true, duration: iso8601(amount, units[m[2]])}, true
}

// old reports whether the words from i make an age of what is before them.
func (r *reader) old(i int) bool {
	return r.is(i, "old", "olds", "-old") || r.is(i, "-") && r.is(i+1, "old", "olds") || r.is(i, "of") && r.is(i+1, "age")
}

func amountOf(word string) (string, bool) {
	if decimals.MatchString(word) {
		return word, true
	}
	n, ok := number(word)
	return strconv.Itoa(n), ok
}

// measured reads "nearly eight hours", "two and a half years", "20 working days".
func (r *reader) measured(i int) (match, bool) {
	j := r.approximation(i)
	amount, next, ok := r.amount(j)
	if !ok || r.is(i-1, "$", "€", "£", "aged") {
		return none()
	}
	vague := false
	if _, more := amountOf(r.word(next + 1)); more && r.is(next, "to", "or", "-", "–") {
		vague, next = true, next+2 // "two to three weeks"
	}
	u, plural, next := r.unit(next)
	if u == noUnit || r.old(next) || r.is(next, "ago", "later", "earlier") {
		return none()
	}
	if amount == "1" && !plural && !r.one(i, j, u) {
		return none()
	}
	if amount != "1" && !plural {
		return none()
	}
	if vague {
		return match{next: next, lasting: true}, true
	}
	m := match{next: next, lasting: true, duration: iso8601(amount, u)}
	if n, err := strconv.Atoi(amount); err == nil && r.is(i-1, "in") && !r.anchor.IsZero() {
		m.future = at(shift(r.anchor, n, u), u)
	}
	return m, true
}

// amount reads "8", "2.5", "a", "two and a half", "twenty - five".
func (r *reader) amount(i int) (amount string, next int, ok bool) {
	if r.is(i, "a", "an") {
		return "1", i + 1, true
	}
	amount, ok = amountOf(r.word(i))
	if !ok {
		return "", i, false
	}
	next = i + 1
	if tens := numbers[r.word(i)]; tens >= 20 && tens < 100 && r.is(next, "-") && numbers[r.word(next+1)] > 0 && numbers[r.word(next+1)] < 10 {
		amount, next = strconv.Itoa(tens+numbers[r.word(next+1)]), next+2
	}
	if r.is(next, "and") && r.is(next+1, "a") && r.is(next+2, "half") {
		return amount + ".5", next + 3, !strings.Contains(amount, ".")
	}
	return amount, r.skip(next, "full", "whole", "more", "straight", "consecutive", "long"), true
}

// unit reads a unit, perhaps of work.
func (r *reader) unit(i int) (u unit, plural bool, next int) {
	working := r.is(i, "working", "business", "calendar", "trading")
	i = r.skip(i, "working", "business", "calendar", "trading")
	u, plural = unitOf(r.word(i))
	if working && u == day {
		u = workingDay
	}
	return u, plural, i + 1
}

// lastingCues are the words after which "a year" is a length: elsewhere it may be a rate.
var lastingCues = set(`for in within after over lasted last lasting lasts took take takes spent spend spends than of under`)

// one reports whether "a day" or "one day", with its number at j, is a length of time.
func (r *reader) one(i, j int, u unit) bool {
	if j > i || lastingCues[r.word(i-1)] {
		return u >= minute
	}
	return u >= week && !r.is(j, "a", "an")
}

// halfUnit reads "half an hour", "half a century".
func (r *reader) halfUnit(i int) (match, bool) {
	j := r.approximation(i)
	if !r.is(j, "half") || !r.is(j+1, "a", "an") {
		return none()
	}
	halves := map[unit]string{minute: "PT30S", hour: "PT30M", day: "PT12H", year: "P6M", decade: "P5Y", century: "P50Y"}
	u, _ := unitOf(r.word(j + 2))
	value, ok := halves[u]
	return match{next: j + 3, lasting: true, duration: value}, ok
}

// vagueDuration reads "several days", "a few hours", and "years" after "for".
func (r *reader) vagueDuration(i int) (match, bool) {
	_, j, known := r.count(i)
	u, plural := unitOf(r.word(j))
	if known || !plural || u < minute || r.old(j+1) {
		return none()
	}
	if j == i && !r.is(i-1, "for", "over") {
		return none()
	}
	return match{next: j + 1, lasting: true}, true
}

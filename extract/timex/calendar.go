package timex

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// monthAt reads the name of a month. Abbreviations, and names that are also words or given names
// (March, May, April, June, August), are only sure to be months beside a number or a preposition.
func (r *reader) monthAt(i int) (m time.Month, sure, ok bool) {
	w := r.word(i)
	if m, ok = months[w]; ok {
		if !r.capital(i) && (m == 3 || m == 5) {
			return 0, false, false
		}
		return m, m != 3 && m != 4 && m != 5 && m != 6 && m != 8, true
	}
	m, ok = shortMonths[strings.TrimSuffix(w, ".")]
	return m, false, ok && r.capital(i)
}

// calendarDate reads days, months and years that are called by their numbers and names.
func (r *reader) calendarDate(i int) (match, bool) {
	return longest(i, r.isoDate, r.monthDay, r.dayMonth, r.weekdayDate, r.monthYear, r.bareMonth, r.yearAlone, r.decadeAlone, r.centuryAlone)
}

var (
	isoDay   = regexp.MustCompile(`^(\d{4})[-/](\d{2})[-/](\d{2})(?:t.*)?$`)
	isoMonth = regexp.MustCompile(`^((?:19|20)\d{2})-(0[1-9]|1[0-2])$`)
	slashed  = regexp.MustCompile(`^(\d{1,2})([/.])(\d{1,2})[/.]((?:19|20)\d{2})$`)
)

func (r *reader) isoDate(i int) (match, bool) {
	w := r.word(i)
	if m := isoDay.FindStringSubmatch(w); m != nil {
		return validDay(i+1, atoi(m[1]), atoi(m[2]), atoi(m[3]))
	}
	if m := isoMonth.FindStringSubmatch(w); m != nil {
		return fixed(i+1, monthOf(date(atoi(m[1]), time.Month(atoi(m[2])), 1)))
	}
	if m := slashed.FindStringSubmatch(w); m != nil {
		a, b, y := atoi(m[1]), atoi(m[3]), atoi(m[4])
		if m[2] == "." || a > 12 {
			a, b = b, a // dots are European, day first
		}
		return validDay(i+1, y, a, b)
	}
	if w == "9/11" {
		return fixed(i+1, dayOf(date(2001, 9, 11)))
	}
	return none()
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

func validDay(next, year, month, day int) (match, bool) {
	t := date(year, time.Month(month), day)
	if year == 0 || int(t.Month()) != month || t.Day() != day {
		return none()
	}
	return fixed(next, dayOf(t))
}

// monthDay reads "March 5", "Sept. 14, 2015", "March 5-7".
func (r *reader) monthDay(i int) (match, bool) {
	m, _, ok := r.monthAt(i)
	if !ok {
		return none()
	}
	j := r.skip(i+1, "the")
	first, last, next, ok := r.days(j)
	if !ok {
		return none()
	}
	if u, plural := unitOf(r.word(next)); u != noUnit && plural {
		return none() // "the march 5 days ago"
	}
	year, next := r.yearAfter(next)
	return r.daysOf(next, year, m, first, last)
}

// dayMonth reads "14 September 2015", "the 5th of March", "5 and 6 March".
func (r *reader) dayMonth(i int) (match, bool) {
	first, last, j, ok := r.days(r.skip(i, "the"))
	if !ok {
		return none()
	}
	j = r.skip(j, "of")
	m, _, ok := r.monthAt(j)
	if !ok {
		return none()
	}
	year, next := r.yearAfter(j + 1)
	return r.daysOf(next, year, m, first, last)
}

var dayRange = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)?[-–](\d{1,2})(?:st|nd|rd|th)?$`)

// days reads "5", "5th", "5-7", "5 to 7", "5 and 6".
func (r *reader) days(i int) (first, last, next int, ok bool) {
	if m := dayRange.FindStringSubmatch(r.word(i)); m != nil {
		first, last = atoi(m[1]), atoi(m[2])
		return first, last, i + 1, 1 <= first && first < last && last <= 31
	}
	first, ok = dayOfMonth(r.word(i))
	if !ok {
		return 0, 0, 0, false
	}
	if r.is(i+1, "-", "–", "to", "through", "and", "&") {
		last, more := dayOfMonth(r.word(i + 2))
		if more && last > first && (!r.is(i+1, "and", "&") || last == first+1) {
			return first, last, i + 3, true
		}
	}
	return first, first, i + 1, true
}

var yearSteps = map[string]int{"last": -1, "this": 0, "next": 1}

// yearAfter reads the year that ends a date: "2015", ", 2015", "of 2015", "last year".
func (r *reader) yearAfter(i int) (year, next int) {
	if steps, ok := yearSteps[r.word(i)]; ok && r.is(i+1, "year") && !r.anchor.IsZero() {
		return r.anchor.Year() + steps, i + 2
	}
	j := r.skip(i, ",", "of", "in")
	if y, ok := yearOf(r.word(j)); ok {
		return y, j + 1
	}
	return 0, i
}

func (r *reader) daysOf(next, year int, m time.Month, first, last int) (match, bool) {
	if last > daysIn(m) {
		return none()
	}
	if year > 0 {
		if date(year, m, last).Month() != m {
			return none()
		}
		return fixed(next, stretch(date(year, m, first), date(year, m, last)))
	}
	return r.recurring(next, func(t time.Time, forward bool) period {
		y := t.Year()
		if forward && date(y, m, last).Before(t) {
			y++
		}
		if !forward && date(y, m, first).After(t) {
			y--
		}
		for m == 2 && last == 29 && date(y, m, 29).Month() != m {
			if y--; forward {
				y += 2
			}
		}
		return stretch(date(y, m, first), date(y, m, last))
	})
}

func stretch(first, last time.Time) period { return period{first, last, "day"} }

func daysIn(m time.Month) int { return date(2024, m+1, 0).Day() } // 2024 is a leap year

// weekdayDate reads "Wednesday, March 5", "Sunday March 2, 2025", "Friday the 13th of June".
// Without a year, it is the year nearest to the anchor in which that day is that weekday.
func (r *reader) weekdayDate(i int) (match, bool) {
	weekday, ok := r.weekdayAt(i)
	if !ok {
		return none()
	}
	m, ok := longest(r.skip(r.skip(i+1, "."), ","), r.isoDate, r.monthDay, r.dayMonth)
	if !ok || m.recur == nil {
		return m, ok
	}
	recur := m.recur
	m = match{next: m.next}
	for y := r.anchor.Year() - 14; y <= r.anchor.Year()+14 && !r.anchor.IsZero(); y++ {
		p := recur(date(y, 12, 31), false)
		if p.first.Weekday() == weekday && (m.past.unknown() || r.distance(p) < r.distance(m.past)) {
			m.past, m.future = p, p
		}
	}
	return m, true
}

func (r *reader) distance(p period) time.Duration { return p.first.Sub(r.anchor).Abs() }

func (r *reader) monthYear(i int) (match, bool) {
	m, _, ok := r.monthAt(i)
	if !ok {
		return none()
	}
	year, next := r.yearAfter(i + 1)
	if year == 0 || r.is(i+1, "in") {
		return none()
	}
	return fixed(next, monthOf(date(year, m, 1)))
}

// cues are the words after which a month or year is sure to be one.
var cues = set(`in since by until till before after from to of during through between early late mid mid- earlier
	later last next this every around throughout and or - –`)

func set(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

func (r *reader) bareMonth(i int) (match, bool) {
	m, sure, ok := r.monthAt(i)
	if !ok || shortMonths[r.word(i)] != 0 || r.is(i+1, "of") && !sure {
		return none()
	}
	if !sure && !r.monthContext(i) {
		return none()
	}
	return r.monthMatch(i+1, m)
}

// monthContext tells "in May" and "from May to June" from "said May", "from May" and "by May Smith".
func (r *reader) monthContext(i int) bool {
	if _, _, ok := r.monthAt(i + 2); ok && r.is(i+1, "to", "and", "-", "–", "through", "until") && !r.capital(i+3) {
		return true
	}
	switch {
	case r.is(i-1, "from"):
		return r.is(i+1, "to", "until", "till", "through", "-", "–", "on", "onward", "onwards")
	case r.is(i-1, "and", "or", "to", "of", "-", "–"):
		return r.timeNear(i) && !r.capital(i+1)
	case r.is(i-1, "by", "after", "before"):
		return !r.capital(i + 1)
	}
	return cues[r.word(i-1)]
}

// timeNear reports whether another month, year or weekday stands just before the conjunction
// before word i, or a part of a month does.
func (r *reader) timeNear(i int) bool {
	_, _, isMonth := r.monthAt(i - 2)
	_, isWeekday := weekdays[r.word(i-2)]
	_, isYear := yearOf(r.word(i - 2))
	return isMonth || isWeekday || isYear || partNouns[r.word(i-2)] || r.is(i-2, "mid", "half", "month", "week", "weeks", "days")
}

func (r *reader) monthMatch(next int, m time.Month) (match, bool) {
	return r.recurring(next, func(t time.Time, forward bool) period {
		y := t.Year()
		if forward && m < t.Month() {
			y++
		}
		if !forward && m > t.Month() {
			y--
		}
		return monthOf(date(y, m, 1))
	})
}

// yearAlone reads a number as a year where its neighbours do not count something with it.
func (r *reader) yearAlone(i int) (match, bool) {
	j := i
	if r.is(i, "the") && r.is(i+1, "year") {
		j = i + 2
	} else if r.is(i, "year") {
		j = i + 1
	}
	y, ok := yearOf(r.word(j))
	if !ok || r.is(j+1, "%", "percent", "per", "km", "miles", "people", "men", "women", "children", "troops") {
		return none()
	}
	if j > i || r.yearContext(j) {
		return fixed(j+1, years(y, y))
	}
	return none()
}

var yearCues = set(`in since by until till before after during from between early late mid mid- to and of for
	throughout around circa through as`)

func (r *reader) yearContext(i int) bool {
	before, after := r.word(i-1), r.word(i+1)
	round := strings.HasSuffix(r.word(i), "00")
	counts := strings.HasSuffix(after, "s") && after != "'s" && !r.capital(i+1) && !strings.HasSuffix(after, "ss")
	switch {
	case r.is(i-1, "(", ",") && r.is(i+1, ")", ",", "-", "–"):
		return r.word(i) > "1799"
	case before == "to" || before == "of" || before == "and" || before == "for" || before == "as":
		return r.word(i) > "1799" && !round && !counts || r.endsClause(i+1) && r.word(i) > "1899"
	case yearCues[before]:
		return !(counts && (round || r.word(i) < "1800"))
	case before == "the" || before == "'s" || before == "his" || before == "her" || before == "its" || before == "their" || before == "a":
		return r.word(i) >= "1900" && !counts && !r.endsClause(i+1)
	}
	return len(r.words) == 1
}

func (r *reader) endsClause(i int) bool {
	return i >= len(r.words) || r.is(i, ".", ",", ";", ":", ")", "?", "!", "and", "when", "-", "–", "—", "'s")
}

var decadeForm = regexp.MustCompile(`^(?:(1[5-9]|20)(\d)0'?s|'(\d)0s)$`)

// decadeAlone reads "the 1990s", "'90s".
func (r *reader) decadeAlone(i int) (match, bool) {
	j := r.skip(i, "the")
	w := r.word(j)
	next := j + 1
	if w == "'" || w == "‘" {
		w, next = w+r.word(j+1), j+2
	}
	m := decadeForm.FindStringSubmatch(strings.ReplaceAll(w, "‘", "'"))
	switch {
	case m == nil:
		return none() // "in the 40s" may be a temperature
	case m[1] != "":
		return fixed(next, decadeOf(atoi(m[1])*100+atoi(m[2])*10))
	}
	return fixed(next, decadeOf(1900+atoi(m[3])*10))
}

var centuryForm = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)$`)

// centuryAlone reads "the 19th century", "the 19th-century".
func (r *reader) centuryAlone(i int) (match, bool) {
	j := r.skip(i, "the")
	w, next := r.word(j), j+2
	if stem, ok := strings.CutSuffix(w, "-century"); ok {
		w, next = stem, j+1
	} else if r.is(j+1, "-") && r.is(j+2, "century") {
		next = j + 3
	} else if !r.is(j+1, "century") {
		return none()
	}
	m := centuryForm.FindStringSubmatch(w)
	if m == nil || atoi(m[1]) < 1 || atoi(m[1]) > 22 {
		return none()
	}
	c := atoi(m[1])
	return fixed(next, years(c*100-99, c*100))
}

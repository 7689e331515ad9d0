package timex

import "regexp"

var (
	clockForm = regexp.MustCompile(`^([01]?\d|2[0-4])[:.][0-5]\d$`)
	hourForm  = regexp.MustCompile(`^(?:1[0-2]|[1-9])$`)
	clockHalf = regexp.MustCompile(`^(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?(?:am|pm|a\.m\.?|p\.m\.?)$`)
	fourDigit = regexp.MustCompile(`^(?:[01]\d|2[0-3])[0-5]\d$`)
)

var halves = set(`am pm a.m. p.m. a.m p.m`)

var zones = set(`gmt utc est edt et pst pdt pt cet cest bst ist msk kst jst`)

// clock reads a time of day with the day it belongs to: "10:30 am on Tuesday". Alone it names no day.
func (r *reader) clock(i int) (match, bool) {
	next, ok := r.timeOfDay(i)
	if !ok {
		return none()
	}
	j := r.skip(next, "on")
	m, ok := longest(j, r.calendarDate, r.weekday, r.nearDay)
	if ok && m.day() {
		return m.apply(period.part), true
	}
	return match{next: next, clock: true}, true
}

func (r *reader) timeOfDay(i int) (next int, ok bool) {
	w := r.word(i)
	switch {
	case clockHalf.MatchString(w):
		next = i + 1
	case (clockForm.MatchString(w) || hourForm.MatchString(w)) && halves[r.word(i+1)]:
		next = i + 2
	case clockForm.MatchString(w) && (r.is(i-1, "at", "by", "around", "until", "before", "after", "from") || zones[r.word(i+1)]):
		next = i + 1
	case fourDigit.MatchString(w) && zones[r.word(i+1)]:
		next = i + 1
	case r.is(i, "noon", "midnight", "midday") && r.is(i-1, "at", "by", "around", "until", "before", "after", "since", "past"):
		next = i + 1
	case r.is(i+1, "o'clock") && (hourForm.MatchString(w) || numbers[w] > 0 && numbers[w] <= 12):
		next = i + 2
	default:
		return i, false
	}
	next = r.skip(next, "local")
	if zones[r.word(next)] {
		next++
	}
	return r.skip(next, "time"), true
}

// atClock adds a time of day to a day: "Tuesday at 10:30 am".
func (r *reader) atClock(m match) match {
	if !m.day() {
		return m
	}
	j := r.skip(r.skip(m.next, ","), "at")
	if next, ok := r.timeOfDay(j); ok {
		m.next = next
		return m.apply(period.part)
	}
	return m
}

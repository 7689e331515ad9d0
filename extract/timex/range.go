package timex

import (
	"regexp"
	"time"
)

// expression reads the longest time expression at token i.
func (r *reader) expression(i int) (match, bool) {
	if m, ok := r.yearSpan(i); ok {
		return m, true
	}
	m, ok := r.single(i)
	if !ok {
		return none()
	}
	if m.lasting || m.clock {
		return m, true
	}
	return r.rangeFrom(i, m), true
}

// single reads one time, with the part of the day and the hour that belong to it.
func (r *reader) single(i int) (match, bool) {
	m, ok := longest(i, r.relative, r.holidayAt, r.partial, r.partOfDay, r.seasonYear, r.calendarDate, r.weekday, r.clock, r.lasts)
	if !ok || m.lasting || m.clock {
		return m, ok
	}
	return r.atClock(r.dayPart(m)), true
}

var yearsForm = regexp.MustCompile(`^((?:1[5-9]|20)\d\d)[-–/]((?:1[5-9]|20)?\d\d)$`)

// yearSpan reads "2010-2014", "2010–14".
func (r *reader) yearSpan(i int) (match, bool) {
	first, next := 0, i+1
	last := 0
	if m := yearsForm.FindStringSubmatch(r.word(i)); m != nil {
		first, last = atoi(m[1]), atoi(m[2])
		if last < 100 {
			last += first / 100 * 100
		}
	} else if y, ok := yearOf(r.word(i)); ok && y >= 1800 && r.is(i+1, "to", "-", "–", "—") {
		first, next = y, i+3
		last, _ = yearOf(r.word(i + 2))
	}
	if last <= first || isoMonth.MatchString(r.word(i)) {
		return none()
	}
	return match{next: next, past: years(first, last), future: years(first, last), closed: true}, true
}

// rangeFrom goes on from a time to the other end of its range: "March to May", "between 2010 and
// 2014", "Friday and Saturday".
func (r *reader) rangeFrom(i int, from match) match {
	join := r.word(from.next)
	between := r.is(i-1, "between") || r.is(i-2, "between") && r.is(i-1, "the")
	to := r.is(from.next, "to", "until", "till", "through", "-", "–", "—")
	if !to && join != "and" {
		return from
	}
	j := r.skip(from.next+1, "the")
	end, ok := longest(j, r.single, r.yearHere)
	if !ok || end.lasting || end.clock || join == "to" && !r.rangeTo(i, from) {
		return from
	}
	if join == "and" && !between && !consecutive(from, end) {
		return from
	}
	past, ok := spanned(from, end, from.past, end.past)
	if !ok {
		return from
	}
	future, _ := spanned(from, end, from.future, end.future)
	return match{next: end.next, past: past, future: future, closed: true}
}

// rangeTo keeps "moved from Monday to Friday" together and "sent on Monday to 2000 people" apart.
func (r *reader) rangeTo(i int, from match) bool {
	return r.is(i-2, "from") || !r.is(i-1, "on", "at", "in", "by", "since", "until", "after", "before")
}

// consecutive holds for Friday and Saturday, June and July, not for Monday and Friday.
func consecutive(a, b match) bool {
	if a.recur == nil || b.recur == nil && b.past.unknown() {
		return false
	}
	second := b.past
	if b.recur != nil {
		second = b.recur(date(2024, 1, 1), true)
	}
	first := a.recur(second.first, false)
	return first.last.AddDate(0, 0, 1).Equal(second.first) && first.precision == second.precision
}

// spanned is the period from one time to another. An end that recurs is the one that fits the other.
func spanned(from, to match, a, b period) (period, bool) {
	switch {
	case from.recur != nil && to.recur == nil && !b.unknown():
		a = from.recur(b.first, false)
	case to.recur != nil && !a.unknown():
		b = to.recur(a.first, true)
	}
	if a.unknown() != b.unknown() || b.last.Before(a.first) {
		return period{}, false
	}
	if a.unknown() {
		return period{}, true
	}
	return period{a.first, b.last, finer(a.precision, b.precision)}, true
}

// bound opens a period where the preposition before it does: "since", "until", "after", "by".
func (r *reader) bound(i int, m match) (past, future period) {
	past, future = m.past, m.future
	if m.closed || past.unknown() && future.unknown() || r.is(m.next, "'s", "'") {
		return past, future
	}
	k := i - 1
	if r.is(k, "the", "at") {
		k--
	}
	var zero time.Time
	open := func(f func(p *period)) {
		f(&past)
		f(&future)
	}
	switch r.word(k) {
	case "from":
		if r.is(m.next, "on", "onward", "onwards") {
			open(func(p *period) { p.last = zero })
		}
	case "since", "after":
		open(func(p *period) { p.last = zero })
	case "until", "till", "before", "by", "through":
		open(func(p *period) { p.first = zero })
	}
	return past, future
}

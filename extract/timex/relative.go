package timex

import "time"

// relative reads what is told by its distance from the day of publication.
func (r *reader) relative(i int) (match, bool) {
	return longest(i, r.nearDay, r.theWeekend, r.steppedUnit, r.steppedName, r.counted, r.ago, r.fromNow, r.elsewhen)
}

func (r *reader) daysAway(next, days int) (match, bool) {
	if r.anchor.IsZero() {
		return match{next: next}, true
	}
	return fixed(next, dayOf(r.anchor.AddDate(0, 0, days)))
}

// theWeekend reads "the weekend" as the one that is nearest in its tense.
func (r *reader) theWeekend(i int) (match, bool) {
	if !r.is(i, "the") || !r.is(i+1, "weekend") || r.is(i+2, "of", "before", "after") {
		return none()
	}
	return r.recurring(i+2, nearWeekend)
}

// nearDay reads "today", "last night", "the day before yesterday".
func (r *reader) nearDay(i int) (match, bool) {
	switch {
	case r.is(i, "today"):
		return r.daysAway(i+1, 0)
	case r.is(i, "yesterday"):
		return r.daysAway(i+1, -1)
	case r.is(i, "tomorrow"):
		return r.daysAway(i+1, 1)
	case r.is(i, "tonight"):
		m, _ := r.daysAway(i+1, 0)
		return m.apply(period.part), true
	case r.is(i, "last", "yester") && r.is(i+1, "night", "evening"):
		m, _ := r.daysAway(i+2, -1)
		return m.apply(period.part), true
	case r.is(i, "this") && r.is(i+1, "morning", "afternoon", "evening"):
		m, _ := r.daysAway(i+2, 0)
		return m.apply(period.part), true
	}
	j := r.skip(i, "the")
	if r.is(j, "day") && r.is(j+1, "before") && r.is(j+2, "yesterday") {
		return r.daysAway(j+3, -2)
	}
	if r.is(j, "day") && r.is(j+1, "after") && r.is(j+2, "tomorrow") {
		return r.daysAway(j+3, 2)
	}
	return none()
}

// step reads "last", "this past", "the coming": -1, 0 or 1, and whether it names a rolling
// stretch that ends or starts today.
func (r *reader) step(i int) (step, next int, rolling, ok bool) {
	j := r.skip(i, "the")
	if r.is(j, "this") && r.is(j+1, "past", "coming", "last", "next") {
		j++
	}
	switch r.word(j) {
	case "last":
		return -1, j + 1, j > i, true
	case "past":
		return -1, j + 1, true, true
	case "next":
		return 1, j + 1, j > i, true
	case "coming", "upcoming":
		return 1, j + 1, true, true
	case "this":
		return 0, j + 1, false, j == i
	case "current":
		return 0, j + 1, false, true
	}
	return 0, i, false, false
}

// steppedUnit reads "last week", "next month", "this weekend", "the past year".
func (r *reader) steppedUnit(i int) (match, bool) {
	step, j, rolling, ok := r.step(i)
	if !ok {
		return none()
	}
	u, plural := unitOf(r.word(j))
	if u < week || plural || r.is(j+1, "-", "old") || rolling && r.is(j+1, "of") {
		return none()
	}
	if r.anchor.IsZero() {
		return match{next: j + 1}, true
	}
	if rolling && u != weekend {
		return fixed(j+1, r.rolled(step, 1, u))
	}
	if u == weekend && step == 0 {
		return r.recurring(j+1, nearWeekend)
	}
	return fixed(j+1, r.stepped(step, u))
}

func nearWeekend(t time.Time, forward bool) period {
	w := weekendOf(t)
	if !forward && w.first.After(t) {
		w = weekendOf(t.AddDate(0, 0, -7))
	}
	return w
}

// stepped is the calendar unit that lies step units from the anchor.
func (r *reader) stepped(step int, u unit) period {
	t := r.anchor
	switch u {
	case week:
		return weekOf(t.AddDate(0, 0, 7*step))
	case weekend:
		return weekendOf(t.AddDate(0, 0, 7*step))
	case month:
		return monthOf(monthStart(t).AddDate(0, step, 0))
	case quarter:
		first := date(t.Year(), (t.Month()-1)/3*3+1, 1).AddDate(0, 3*step, 0)
		return period{first, first.AddDate(0, 3, -1), "part"}
	case year:
		return years(t.Year()+step, t.Year()+step)
	case decade:
		return decadeOf(t.Year() + 10*step)
	}
	c := (t.Year()-1)/100 + step
	return years(c*100+1, c*100+100)
}

// rolled is the stretch of n units that ends, or with step 1 begins, on the anchor.
func (r *reader) rolled(step, n int, u unit) period {
	edge := shift(r.anchor, step*n, u)
	if step < 0 {
		return period{edge, r.anchor, "part"}
	}
	return period{r.anchor, edge, "part"}
}

// shift moves t by n units; hours count as the days that they touch.
func shift(t time.Time, n int, u unit) time.Time {
	switch u {
	case second, minute:
		return t
	case hour:
		return t.Add(time.Duration(n) * time.Hour).Truncate(24 * time.Hour)
	case day, night, workingDay:
		return t.AddDate(0, 0, n)
	case week, weekend:
		return t.AddDate(0, 0, 7*n)
	case month:
		return addMonths(t, n)
	case quarter:
		return addMonths(t, 3*n)
	case year:
		return addMonths(t, 12*n)
	case decade:
		return addMonths(t, 120*n)
	}
	return addMonths(t, 1200*n)
}

// addMonths keeps to the last day of a shorter month.
func addMonths(t time.Time, n int) time.Time {
	first := monthStart(t).AddDate(0, n, 0)
	last := first.AddDate(0, 1, -1).Day()
	return date(first.Year(), first.Month(), min(t.Day(), last))
}

// steppedName reads "last Friday", "next March", "this spring".
func (r *reader) steppedName(i int) (match, bool) {
	step, j, _, ok := r.step(i)
	if !ok {
		return none()
	}
	m, ok := r.name(j)
	if !ok || m.recur == nil {
		return m, ok
	}
	if r.anchor.IsZero() {
		return match{next: m.next}, true
	}
	m.past, m.future = m.recur(r.anchor, false), m.recur(r.anchor, true)
	switch {
	case step < 0:
		if !m.past.last.Before(r.anchor) {
			m.past = m.recur(m.past.first.AddDate(0, 0, -1), false)
		}
		return fixed(m.next, m.past)
	case step > 0:
		if !m.future.first.After(r.anchor) {
			m.future = m.recur(m.future.last.AddDate(0, 0, 1), true)
		}
		return fixed(m.next, m.future)
	case m.past.precision != "day" && m.past.last.Before(r.anchor):
		return fixed(m.next, m.recur(date(r.anchor.Year(), 12, 31), false)) // "this June" is in this year
	}
	m.recur = nil
	return m, true
}

// name reads a name that recurs: a weekday, a month, a day of a month, a holiday, a season.
func (r *reader) name(i int) (match, bool) {
	if d, ok := weekdays[r.word(i)]; ok {
		return r.weekdayMatch(i+1, d)
	}
	if m, ok := longest(i, r.monthDay, r.monthYear, r.holidayAt); ok {
		return m, true
	}
	if m, _, ok := r.monthAt(i); ok {
		return r.monthMatch(i+1, m)
	}
	if s, ok := seasons[r.word(i)]; ok {
		return r.recurring(i+1, s.near)
	}
	return none()
}

// counted reads "the last two weeks", "the coming days", "recent weeks".
func (r *reader) counted(i int) (match, bool) {
	if r.is(i, "recent") {
		if u, plural := unitOf(r.word(i + 1)); plural && u >= hour {
			return match{next: i + 2}, true
		}
	}
	step, j, _, ok := r.step(i)
	if !ok || step == 0 {
		return none()
	}
	n, j, known := r.count(j)
	u, plural := unitOf(r.word(j))
	if u == noUnit || !plural {
		return none()
	}
	if r.anchor.IsZero() || !known || r.is(j+1, "of") {
		return match{next: j + 1}, true
	}
	return fixed(j+1, r.rolled(step, n, u))
}

// count reads how many: "two", "the few"; known is false for "few", "several" or nothing at all.
func (r *reader) count(i int) (n, next int, known bool) {
	if n, ok := number(r.word(i)); ok {
		return n, i + 1, true
	}
	if r.is(i, "few", "several", "many", "some") {
		return 0, i + 1, false
	}
	if r.is(i, "couple") {
		return 0, r.skip(i+1, "of"), false
	}
	if r.is(i, "a") && r.is(i+1, "few", "couple") {
		return 0, r.skip(i+2, "of"), false
	}
	return 0, i, false
}

// approximations stand before numbers and durations.
var approximations = set(`about around nearly almost roughly approximately over some barely`)

func (r *reader) approximation(i int) int {
	if approximations[r.word(i)] {
		return i + 1
	}
	if r.is(i, "more", "less", "fewer") && r.is(i+1, "than") || r.is(i, "at") && r.is(i+1, "least", "most") || r.is(i, "up") && r.is(i+1, "to") {
		return i + 2
	}
	if r.is(i, "just") && (r.is(i+1, "over", "under")) {
		return i + 2
	}
	return i
}

// ago reads "two days ago", "a year ago", "years ago".
func (r *reader) ago(i int) (match, bool) {
	n, j, known := r.howMany(r.approximation(i))
	u, plural := unitOf(r.word(j))
	if u == noUnit || !r.is(j+1, "ago") || !known && !plural {
		return none()
	}
	if r.anchor.IsZero() || !known {
		return match{next: j + 2}, true
	}
	return fixed(j+2, at(shift(r.anchor, -n, u), u))
}

// fromNow reads "two weeks from now", "a week from today".
func (r *reader) fromNow(i int) (match, bool) {
	n, j, known := r.howMany(r.approximation(i))
	u, plural := unitOf(r.word(j))
	if u == noUnit || !r.is(j+1, "from") || !r.is(j+2, "now", "today") || !known && !plural {
		return none()
	}
	if r.anchor.IsZero() || !known {
		return match{next: j + 3}, true
	}
	return fixed(j+3, at(shift(r.anchor, n, u), u))
}

func (r *reader) howMany(i int) (n, next int, known bool) {
	if r.is(i, "a", "an") && !r.is(i+1, "few", "couple") {
		return 1, i + 1, true
	}
	return r.count(i)
}

// at is the unit that holds t: what is two months ago is a month, not a day.
func at(t time.Time, u unit) period {
	switch u {
	case week, weekend:
		return weekOf(t)
	case month, quarter:
		return monthOf(t)
	case year, decade, century:
		return years(t.Year(), t.Year())
	}
	return dayOf(t)
}

// elsewhen reads what is told by its distance from some other event: it stays without a value.
func (r *reader) elsewhen(i int) (match, bool) {
	if _, j, _ := r.howMany(r.approximation(i)); r.is(j+1, "later", "earlier", "before", "afterwards", "afterward", "after", "beforehand") {
		u, plural := unitOf(r.word(j))
		if u >= hour && (plural || j > i) {
			if r.is(j+1, "before", "after") {
				return match{next: j + 1}, true
			}
			return match{next: j + 2}, true
		}
	}
	j := r.skip(i, "the")
	if u, plural := unitOf(r.word(j)); j > i && u >= day && !plural && r.is(j+1, "before", "after") {
		return match{next: j + 1}, true
	}
	if j > i && r.is(j, "next", "following", "previous", "same") || r.is(i, "that") {
		if u, plural := unitOf(r.word(j + 1)); u >= day && !plural && (u <= night || !r.is(j, "next")) {
			return match{next: j + 2}, true
		}
		if r.is(j+1, "morning", "afternoon", "evening", "summer", "winter", "spring", "autumn") {
			return match{next: j + 2}, true
		}
	}
	return none()
}

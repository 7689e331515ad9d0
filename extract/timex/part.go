package timex

import "time"

// season is one of the northern hemisphere, in whole months as the weather services count it.
type season time.Month

var seasons = map[string]season{"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

func (s season) of(year int) period {
	first := date(year, time.Month(s), 1)
	return period{first, first.AddDate(0, 3, -1), "part"}
}

// near is the season under way, else the one before or after.
func (s season) near(t time.Time, forward bool) period {
	p := s.of(t.Year() + 1)
	for !forward && p.first.After(t) || forward && !s.of(p.first.Year()-1).last.Before(t) {
		p = s.of(p.first.Year() - 1)
	}
	return p
}

// seasonYear reads "summer 2024", "the summer of 2024", "the spring".
func (r *reader) seasonYear(i int) (match, bool) {
	j := r.skip(i, "the")
	s, ok := seasons[r.word(j)]
	if !ok {
		return none()
	}
	if year, next := r.yearAfter(j + 1); year > 0 {
		return fixed(next, s.of(year))
	}
	if m, ok := longest(r.skip(j+1, "of", "in"), r.steppedUnit); ok && r.is(j+1, "of") {
		return m.apply(func(p period) period {
			if p.unknown() {
				return p
			}
			return s.of(p.first.Year())
		}), true
	}
	if r.is(i-1, "in", "since", "by", "until", "during", "after", "before") && r.is(j, "spring", "summer", "autumn", "winter") && r.endsClause(j+1) {
		return r.recurring(j+1, s.near)
	}
	return none()
}

// partial reads a part of a longer time: "early March", "the end of the year", "Q3 2024".
func (r *reader) partial(i int) (match, bool) {
	return longest(i, r.third, r.partOf, r.fractionOf, r.edgeOf, r.quarterName, r.midHyphen, r.laterThis, r.yearEnd)
}

var thirds = map[string]int{"early": 0, "mid": 1, "late": 2, "mid-": 1}

var partNouns = set(`beginning start outset middle end close`)

var nounThirds = map[string]int{"beginning": 0, "start": 0, "outset": 0, "middle": 1, "end": 2, "close": 2}

// third reads "early March", "late last year", "early in 2016", "mid - March", "late Tuesday".
func (r *reader) third(i int) (match, bool) {
	n, ok := thirds[r.word(i)]
	if !ok {
		return none()
	}
	j := i + 1
	if n == 1 {
		j = r.skip(j, "-", "–")
	} else {
		j = r.skip(j, "in", "on")
	}
	m, ok := r.whole(j)
	if !ok {
		return none()
	}
	return m.apply(func(p period) period { return p.fraction(n, 3) }), true
}

// midHyphen reads "mid-March" and "early-2024" as one token.
func (r *reader) midHyphen(i int) (match, bool) {
	for prefix, n := range map[string]int{"mid-": 1, "early-": 0, "late-": 2} {
		w := r.word(i)
		if len(w) <= len(prefix) || w[:len(prefix)] != prefix {
			continue
		}
		rest := r.words[i+1 : min(i+6, len(r.words))]
		inner := newReader(append([]string{"in", r.words[i][len(prefix):]}, rest...), r.anchor)
		m, ok := inner.whole(1)
		if !ok {
			return none()
		}
		m.next += i - 1
		return m.apply(func(p period) period { return p.fraction(n, 3) }), true
	}
	return none()
}

// partOf reads "the beginning of 2024", "the end of next week", "the end of the year".
func (r *reader) partOf(i int) (match, bool) {
	j := r.skip(i, "the")
	n, ok := nounThirds[r.word(j)]
	if !ok || !r.is(j+1, "of") {
		return none()
	}
	m, ok := r.whole(j + 2)
	if !ok {
		return none()
	}
	return m.apply(func(p period) period { return p.fraction(n, 3) }), true
}

// whole reads a time that can have parts: a day, month, year, "the year".
func (r *reader) whole(i int) (match, bool) {
	return longest(i, r.calendarDate, r.yearHere, r.weekday, r.nearDay, r.steppedUnit, r.steppedName, r.seasonYear, r.currentUnit)
}

// yearHere reads a year where what comes before says that it is one.
func (r *reader) yearHere(i int) (match, bool) {
	y, ok := yearOf(r.word(i))
	if !ok {
		return none()
	}
	return fixed(i+1, years(y, y))
}

// currentUnit reads "the year" as this one.
func (r *reader) currentUnit(i int) (match, bool) {
	u, plural := unitOf(r.word(i + 1))
	if !r.is(i, "the") || plural || u != week && u != month && u != year && u != decade && u != century {
		return none()
	}
	if r.anchor.IsZero() {
		return match{next: i + 2}, true
	}
	return fixed(i+2, r.stepped(0, u))
}

// fractionOf reads "the first half of 2025", "the third quarter", "second quarter of last year".
func (r *reader) fractionOf(i int) (match, bool) {
	j := r.skip(i, "the")
	n := ordinals[r.word(j)]
	j++
	if n == 0 && r.is(j-1, "final", "last") {
		n = -1
	}
	j = r.skip(j, "-")
	parts := map[string]int{"half": 2, "quarter": 4, "trimester": 3}[r.word(j)]
	if n == 0 || parts == 0 || n > parts {
		return none()
	}
	if n < 0 {
		n = parts
	}
	part := func(p period) period { return p.fraction(n-1, parts) }
	if r.is(j+1, "of", "in") {
		if m, ok := r.whole(j + 2); ok {
			return m.apply(part), true
		}
	}
	if y, ok := yearOf(r.word(j + 1)); ok {
		return fixed(j+2, part(years(y, y)))
	}
	if parts != 4 || !r.is(i, "the") || n == parts && r.is(j-1, "last") || r.is(j+1, "of") {
		return none()
	}
	return r.quarterIn(j+1, n)
}

// edgeOf reads "the first week of March", "the last three months of 2024".
func (r *reader) edgeOf(i int) (match, bool) {
	j := r.skip(i, "the")
	nth := ordinals[r.word(j)]
	if nth == 0 && !r.is(j, "last", "final", "opening", "closing") || j == i {
		return none()
	}
	n, k, known := r.count(j + 1)
	if !known && k == j+1 {
		n, known = 1, true
	}
	u, _ := unitOf(r.word(k))
	m, ok := r.whole(k + 2)
	if !known || u < day || !r.is(k+1, "of") || !ok || nth > 1 && n > 1 {
		return none()
	}
	backward := r.is(j, "last", "final", "closing")
	return m.apply(func(p period) period { return p.edge(max(nth, 1)-1, n, u, backward) }), true
}

// edge is the n units of p after the skipped ones, or its last n units.
func (p period) edge(skipped, n int, u unit, backward bool) period {
	if p.first.IsZero() || p.last.IsZero() {
		return p
	}
	first := shift(p.first, skipped*n, u)
	if backward {
		first = shift(p.last.AddDate(0, 0, 1), -n, u)
	}
	last := shift(first, n, u).AddDate(0, 0, -1)
	if first.Before(p.first) || last.After(p.last) || last.Before(first) {
		return p.part()
	}
	if first.Equal(last) {
		return dayOf(first)
	}
	return period{first, last, "part"}
}

// quarterIn is the last n-th quarter of a year that has begun.
func (r *reader) quarterIn(next, n int) (match, bool) {
	return r.recurring(next, func(t time.Time, forward bool) period {
		p := years(t.Year(), t.Year()).fraction(n-1, 4)
		if forward && p.last.Before(t) {
			return years(t.Year()+1, t.Year()+1).fraction(n-1, 4)
		}
		if !forward && p.first.After(t) {
			return years(t.Year()-1, t.Year()-1).fraction(n-1, 4)
		}
		return p
	})
}

// quarterName reads "Q3 2024", "Q3", "H1 2025".
func (r *reader) quarterName(i int) (match, bool) {
	w := r.word(i)
	if len(w) != 2 || !r.capital(i) || w[0] != 'q' && w[0] != 'h' {
		return none()
	}
	n, parts := int(w[1]-'0'), map[byte]int{'q': 4, 'h': 2}[w[0]]
	if n < 1 || n > parts {
		return none()
	}
	if year, next := r.yearAfter(i + 1); year > 0 {
		return fixed(next, years(year, year).fraction(n-1, parts))
	}
	if parts == 2 {
		return none()
	}
	return r.quarterIn(i+1, n)
}

// laterThis reads "earlier this week", "later in the day", "earlier on Friday": the part of it
// that lies before or after the day of publication.
func (r *reader) laterThis(i int) (match, bool) {
	if !r.is(i, "earlier", "later") {
		return none()
	}
	j := r.skip(i+1, "in", "on")
	m, ok := longest(j, r.steppedUnit, r.nearDay, r.weekday, r.currentUnit, r.calendarDate)
	if !ok {
		return none()
	}
	return m.apply(func(p period) period {
		holds := !p.unknown() && !p.first.After(r.anchor) && !p.last.Before(r.anchor) && p.precision != "day"
		if holds && r.is(i, "earlier") {
			p.last = r.anchor
		}
		if holds && r.is(i, "later") {
			p.first = r.anchor
		}
		return p.part()
	}), true
}

// yearEnd reads "year end", "the year's end", "month-end".
func (r *reader) yearEnd(i int) (match, bool) {
	u, plural := unitOf(r.word(i))
	j := i + 1
	if r.is(i, "year-end", "month-end") {
		u, j = units[r.word(i)[:len(r.word(i))-4]], i
	} else if plural || u != year && u != month {
		return none()
	} else {
		j = r.skip(r.skip(j, "'s"), "-")
		if !r.is(j, "end") {
			return none()
		}
	}
	if r.anchor.IsZero() {
		return match{next: j + 1}, true
	}
	return fixed(j+1, r.stepped(0, u).fraction(2, 3))
}

var dayParts = set(`morning afternoon evening night lunchtime midday noon midnight mornings`)

// dayPart adds "night" to a day: "Tuesday night", "March 5 in the evening".
func (r *reader) dayPart(m match) match {
	if dayParts[r.word(m.next)] && m.day() {
		m.next++
		return m.apply(period.part)
	}
	return m
}

// partOfDay reads "the night of March 5", "the morning of the 5th of March".
func (r *reader) partOfDay(i int) (match, bool) {
	j := r.skip(i, "the")
	if !dayParts[r.word(j)] || !r.is(j+1, "of", "on") {
		return none()
	}
	m, ok := longest(j+2, r.calendarDate, r.weekday, r.nearDay)
	if !ok || !m.day() {
		return none()
	}
	return m.apply(period.part), true
}

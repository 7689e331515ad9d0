package timex

import "time"

// holiday is a name of one day of each year, the same in most English-speaking countries.
type holiday struct {
	name []string
	day  func(year int) time.Time
}

func on(m time.Month, d int) func(int) time.Time {
	return func(year int) time.Time { return date(year, m, d) }
}

func fromEaster(days int) func(int) time.Time {
	return func(year int) time.Time { return easter(year).AddDate(0, 0, days) }
}

var holidays = []holiday{
	{[]string{"christmas", "day"}, on(12, 25)},
	{[]string{"christmas", "eve"}, on(12, 24)},
	{[]string{"christmas"}, on(12, 25)},
	{[]string{"boxing", "day"}, on(12, 26)},
	{[]string{"new", "year", "'s", "day"}, on(1, 1)},
	{[]string{"new", "year", "'s", "eve"}, on(12, 31)},
	{[]string{"halloween"}, on(10, 31)},
	{[]string{"valentine", "'s", "day"}, on(2, 14)},
	{[]string{"st.", "patrick", "'s", "day"}, on(3, 17)},
	{[]string{"april", "fools", "'", "day"}, on(4, 1)},
	{[]string{"thanksgiving"}, thanksgiving},
	{[]string{"thanksgiving", "day"}, thanksgiving},
	{[]string{"good", "friday"}, fromEaster(-2)},
	{[]string{"ash", "wednesday"}, fromEaster(-46)},
	{[]string{"palm", "sunday"}, fromEaster(-7)},
	{[]string{"easter"}, fromEaster(0)},
	{[]string{"easter", "sunday"}, fromEaster(0)},
	{[]string{"easter", "monday"}, fromEaster(1)},
}

// easter is by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
func easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return date(year, time.Month(n/31), n%31+1)
}

// thanksgiving is the fourth Thursday of November.
func thanksgiving(year int) time.Time {
	first := date(year, 11, 1)
	return first.AddDate(0, 0, (int(time.Thursday)-int(first.Weekday())+7)%7+21)
}

// holidayAt reads "Christmas Eve", "Easter 2024", "last Thanksgiving".
func (r *reader) holidayAt(i int) (match, bool) {
	var best holiday
	for _, h := range holidays {
		if len(h.name) > len(best.name) && r.capital(i) && r.phrase(i, h.name) {
			best = h
		}
	}
	if best.name == nil || len(best.name) == 1 && r.capital(i+1) {
		return none()
	}
	next := i + len(best.name)
	if year, after := r.yearAfter(next); year > 0 && !r.is(next, ",") {
		return fixed(after, dayOf(best.day(year)))
	}
	return r.recurring(next, func(t time.Time, forward bool) period {
		day := best.day(t.Year())
		if forward && day.Before(t) {
			day = best.day(t.Year() + 1)
		}
		if !forward && day.After(t) {
			day = best.day(t.Year() - 1)
		}
		return dayOf(day)
	})
}

func (r *reader) phrase(i int, words []string) bool {
	for k, w := range words {
		if r.word(i+k) != w {
			return false
		}
	}
	return true
}

package timex

import "time"

// period is a stretch of days, both ends in it. A zero end is open; the zero period is unknown.
type period struct {
	first, last time.Time
	precision   string // day, month, year, part
}

func date(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

func dayOf(t time.Time) period { return period{t, t, "day"} }

func monthOf(t time.Time) period {
	first := monthStart(t)
	return period{first, first.AddDate(0, 1, -1), "month"}
}

func monthStart(t time.Time) time.Time { return date(t.Year(), t.Month(), 1) }

func years(first, last int) period {
	return period{date(first, 1, 1), date(last, 12, 31), "year"}
}

// weekOf follows ISO 8601: weeks start on Monday.
func weekOf(t time.Time) period {
	monday := t.AddDate(0, 0, -((int(t.Weekday()) + 6) % 7))
	return period{monday, monday.AddDate(0, 0, 6), "part"}
}

func weekendOf(t time.Time) period {
	week := weekOf(t)
	return period{week.last.AddDate(0, 0, -1), week.last, "part"}
}

func decadeOf(year int) period { return years(year-year%10, year-year%10+9) }

func (p period) unknown() bool { return p.first.IsZero() && p.last.IsZero() }

func (p period) value() string {
	if p.unknown() {
		return ""
	}
	first, last := p.end(p.first), p.end(p.last)
	if first == last {
		return first
	}
	return first + "/" + last
}

func (p period) end(t time.Time) string {
	switch {
	case t.IsZero():
		return ".."
	case p.precision == "year":
		return t.Format("2006")
	case p.precision == "month":
		return t.Format("2006-01")
	}
	return t.Format(time.DateOnly)
}

// part makes the whole of p a place to look in.
func (p period) part() period {
	if !p.unknown() {
		p.precision = "part"
	}
	return p
}

// fraction is the i-th of n parts of p, in whole years of decades, months of years and days of months.
func (p period) fraction(i, n int) period {
	if p.unknown() || p.first.IsZero() || p.last.IsZero() || p.precision == "day" {
		return p.part()
	}
	if span := p.last.Year() - p.first.Year() + 1; span >= 10 {
		first := p.first.Year() + (i*span+n-1)/n
		last := p.first.Year() + ((i+1)*span+n-1)/n - 1
		return years(first, last).part()
	}
	after := p.last.AddDate(0, 0, 1)
	if months := monthsBetween(p.first, after); p.first.Day() == 1 && after.Day() == 1 && months >= n && months%n == 0 && months > 1 {
		first := p.first.AddDate(0, i*months/n, 0)
		return period{first, first.AddDate(0, months/n, -1), "part"}
	}
	days := int(after.Sub(p.first).Hours()/24) / n
	first := p.first.AddDate(0, 0, i*days)
	last := first.AddDate(0, 0, days-1)
	if i == n-1 {
		last = p.last
	}
	return period{first, last, "part"}
}

func monthsBetween(a, b time.Time) int {
	return (b.Year()-a.Year())*12 + int(b.Month()) - int(a.Month())
}

// finer is the precision of an interval with ends of two precisions.
func finer(a, b string) string {
	for _, p := range []string{"part", "day", "month", "year"} {
		if a == p || b == p {
			return p
		}
	}
	return "unknown"
}

package timex

import (
	"strings"
	"time"
)

// notWeekdays come before a weekday in a name: Good Friday, Sheffield Wednesday.
var notWeekdays = set(`black good bloody ash super cyber palm maundy shrove sheffield giving holy easter whit blue`)

func (r *reader) weekdayAt(i int) (time.Weekday, bool) {
	w := r.word(i)
	if d, ok := weekdays[w]; ok {
		return d, !notWeekdays[r.word(i-1)]
	}
	d, ok := shortWeekdays[strings.TrimSuffix(w, ".")]
	return d, ok && r.capital(i)
}

// weekday reads "Wednesday" without a date; "Sun" and "Wed" alone are something else.
func (r *reader) weekday(i int) (match, bool) {
	if r.is(i, "every", "each") {
		if r.repeated(i + 1) {
			return match{next: i + 2}, true
		}
		return none()
	}
	if _, ok := weekdays[strings.TrimSuffix(r.word(i), "s")]; ok && strings.HasSuffix(r.word(i), "s") {
		return match{next: i + 1}, true // "on Fridays" is not one day
	}
	d, ok := weekdays[r.word(i)]
	if !ok || notWeekdays[r.word(i-1)] {
		return none()
	}
	return r.weekdayMatch(i+1, d)
}

func (r *reader) repeated(i int) bool {
	_, weekday := weekdays[r.word(i)]
	_, _, month := r.monthAt(i)
	u, plural := unitOf(r.word(i))
	return weekday || month || u >= day && !plural
}

func (r *reader) weekdayMatch(next int, d time.Weekday) (match, bool) {
	return r.recurring(next, func(t time.Time, forward bool) period {
		if forward {
			return dayOf(t.AddDate(0, 0, (int(d)-int(t.Weekday())+7)%7))
		}
		return dayOf(t.AddDate(0, 0, -((int(t.Weekday()) - int(d) + 7) % 7)))
	})
}

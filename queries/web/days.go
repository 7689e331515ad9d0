package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"sayso/graph"
)

// days are a stretch of time, the first and the last day with it. Days, months and years are compared as they are
// written: 2025-03 is all of March.
type days struct {
	from, to  string
	published bool // by when it was published, not by when it happened
}

var dayParams = []param{
	{name: "from", says: "the first day, 2025-03-05, or a month or a year; what has no date is then left out", kind: text},
	{name: "to", says: "the last day, or a month or a year", kind: text},
	{name: "clock", says: "what from and to go by; happened where it is not given", kind: text, options: []string{"happened", "published"}},
}

func daysOf(form url.Values) (days, error) {
	for _, name := range []string{"from", "to"} {
		if date := form.Get(name); date != "" && !isDate(date) {
			return days{}, fail(http.StatusBadRequest, "%s is a day, a month or a year that there is: 2025-03-05, 2025-03 or 2025", name)
		}
	}
	return days{from: form.Get("from"), to: lastDay(form.Get("to")), published: form.Get("clock") == "published"}, nil
}

func isDate(text string) bool {
	return slices.ContainsFunc([]string{time.DateOnly, "2006-01", "2006"}, func(layout string) bool {
		_, err := time.Parse(layout, text)
		return err == nil
	})
}

// have tells whether any day of what is claimed is among them.
func (d days) have(st *state, c graph.Claim) bool {
	if d.from == "" && d.to == "" {
		return true
	}
	first, last := dayOf(c), ""
	if c.Time != nil {
		_, last, _ = strings.Cut(c.Time.Value, "/")
	}
	if d.published {
		first, last = st.publishedOn(c), ""
	}
	return first != "" && lastDay(cmp.Or(datePart(last), first)) >= d.from && (d.to == "" || first <= d.to)
}

// lastDay completes a year or a month by what is no earlier than its last day.
func lastDay(date string) string {
	const december = "-12-31"
	if date == "" {
		return ""
	}
	return date + december[len(date)-len("2025"):]
}

// dayOf is the day on which what is claimed begins, or the month or year where no more is known; "" for none of them.
func dayOf(c graph.Claim) string {
	if c.Time == nil {
		return ""
	}
	return datePart(c.Time.Value)
}

// monthOf is the month in which what is claimed begins, or the year where no more is known; "" for neither.
func monthOf(c graph.Claim) string { return monthPart(dayOf(c)) }

// datePart is what of a TIMEX3 value is a date: 2025-03-05 of 2025-03-05TMO, 2025 of 2025-W10.
func datePart(value string) string {
	const shape = "0000-00-00"
	end := 0
	for i := 0; i < len(shape) && i < len(value) && (shape[i] == '-') == (value[i] == '-') && (shape[i] == '-' || value[i] >= '0' && value[i] <= '9'); i++ {
		if at := i + 1; at == len("2025") || at == len("2025-03") || at == len(shape) {
			end = at
		}
	}
	return value[:end]
}

func (st *state) publishedOn(c graph.Claim) string { return datePart(st.published(c)) }

func (st *state) publishedIn(c graph.Claim) string { return monthPart(st.publishedOn(c)) }

// monthPart is the month of a day, or the year where no more is known.
func monthPart(date string) string { return date[:min(len(date), len("2025-03"))] }

// Package timex reads time expressions as TIMEX3 values anchored at a publication date.
//
// A day is written 2025-03-05, a month 2025-03, a year 2025, any other stretch of time as an
// interval of these, open at one end where a preposition says so: "since 2022" is 2022/.., "by
// Friday" ../2025-03-07. Durations are ISO 8601: PT8H. An expression with a part in it ("early
// March", "Tuesday night") has the precision "part": its value says within which days it lies.
package timex

import (
	"strings"
	"time"
)

// Expression is one time expression in a tokenised sentence.
type Expression struct {
	First, Last int    // token indices, inclusive; without a preposition before it
	Value       string // 2025-03-05, 2025-03, 2025-03-01/2025-03-10, PT8H; "" when it stays relative
	Future      string // the value where the clause speaks of what is to come: "will visit on Thursday"
	Precision   string // day, month, year, part, unknown
	Duration    bool   // says how long, not when; its Future says when "in two weeks" is
	Text        string
}

// Find returns the time expressions of a tokenised sentence in order, none within another.
// Relative ones are resolved against the anchor, the day of publication; without one they have no
// value. A bare weekday, month or day of a month is the last one in Value, the next one in Future.
func Find(words []string, anchor time.Time) []Expression {
	r := newReader(words, anchor)
	var found []Expression
	for i := 0; i < len(words); {
		if !r.starts(i) {
			i++
			continue
		}
		m, ok := r.expression(i)
		if !ok {
			i++
			continue
		}
		found = append(found, r.write(i, m))
		i = m.next
	}
	return found
}

// reader reads one sentence.
type reader struct {
	words  []string
	lower  []string
	anchor time.Time // midnight UTC, or zero
}

func newReader(words []string, anchor time.Time) *reader {
	r := &reader{words: words, lower: make([]string, len(words))}
	for i, w := range words {
		r.lower[i] = strings.ToLower(strings.ReplaceAll(w, "’", "'"))
	}
	if !anchor.IsZero() {
		r.anchor = date(anchor.Year(), anchor.Month(), anchor.Day())
	}
	return r
}

// match is what is read from some token up to next.
type match struct {
	next         int
	past, future period
	duration     string // ISO 8601
	lasting      bool   // a duration, perhaps of unknown length
	clock        bool   // only a time of day
	closed       bool   // both ends are told: "March to May"

	// recur finds the recurring day or month ("Friday", "June", "June 5") at or before a day, or
	// at or after it. It is nil where the time is fixed.
	recur func(day time.Time, forward bool) period
}

func (m match) apply(f func(period) period) match {
	m.past, m.future = f(m.past), f(m.future)
	if recur := m.recur; recur != nil {
		m.recur = func(day time.Time, forward bool) period { return f(recur(day, forward)) }
	}
	return m
}

// day reports whether m is one day, perhaps one that cannot be told without an anchor.
func (m match) day() bool {
	if m.past.unknown() && m.recur != nil {
		p := m.recur(date(2024, 1, 1), true)
		return p.first.Equal(p.last)
	}
	return !m.past.unknown() && m.past.first.Equal(m.past.last)
}

// fixed matches one period, whatever the tense.
func fixed(next int, p period) (match, bool) { return match{next: next, past: p, future: p}, true }

func none() (match, bool) { return match{}, false }

// recurring matches something that comes again: the last one, unless that is ten months ago.
func (r *reader) recurring(next int, recur func(time.Time, bool) period) (match, bool) {
	m := match{next: next, recur: recur}
	if r.anchor.IsZero() {
		return m, true
	}
	m.past, m.future = recur(r.anchor, false), recur(r.anchor, true)
	if m.past.last.AddDate(0, 10, 0).Before(r.anchor) {
		m.past = m.future
	}
	return m, true
}

func (r *reader) write(i int, m match) Expression {
	e := Expression{First: i, Last: m.next - 1, Text: strings.Join(r.words[i:m.next], " ")}
	if m.lasting {
		e.Value, e.Duration, e.Precision = m.duration, true, "unknown"
		e.Future = m.future.value()
		if e.Value != "" {
			e.Precision = durationPrecision(e.Value)
		}
		if e.Future == "" {
			e.Future = e.Value
		}
		return e
	}
	past, future := r.bound(i, m)
	e.Value, e.Future, e.Precision = past.value(), future.value(), past.precision
	if e.Value == "" {
		e.Precision = "unknown"
	}
	return e
}

// word returns the lower-case word i, or "" outside the sentence.
func (r *reader) word(i int) string {
	if i < 0 || i >= len(r.lower) {
		return ""
	}
	return r.lower[i]
}

// starts tells, before any rule is tried, whether an expression may start with word i.
func (r *reader) starts(i int) bool {
	w := r.word(i)
	return starters[w] || strings.ContainsAny(w, "0123456789-'‘.") || starters[strings.TrimSuffix(w, "s")]
}

func (r *reader) capital(i int) bool {
	return i >= 0 && i < len(r.words) && len(r.words[i]) > 0 && r.words[i][0] >= 'A' && r.words[i][0] <= 'Z'
}

// skip returns the index after word i if that is one of words, else i.
func (r *reader) skip(i int, words ...string) int {
	if r.is(i, words...) {
		return i + 1
	}
	return i
}

func (r *reader) is(i int, words ...string) bool {
	w := r.word(i)
	if w == "" {
		return false
	}
	for _, word := range words {
		if w == word {
			return true
		}
	}
	return false
}

// longest tries rules at token i and keeps the match that reaches furthest, the earlier rule on a tie.
func longest(i int, rules ...func(int) (match, bool)) (match, bool) {
	best := match{next: i}
	for _, rule := range rules {
		if m, ok := rule(i); ok && m.next > best.next {
			best = m
		}
	}
	return best, best.next > i
}

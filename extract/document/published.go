package document

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

const (
	weekday = `(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?\.?,? +)?`
	written = `[A-Z][a-z]+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+\.?,? \d{4}`
)

var (
	datePattern = regexp.MustCompile(`^(?i:Date): ?(\d{4}-\d{2}-\d{2})$`)
	// What may stand before a date that has a line of its own, and the hour after it: "LEEDS - Tuesday, 4 March 2025, 10:32 GMT".
	dateLabel = regexp.MustCompile(`^(?:[A-Z][A-Z .'’-]{2,30}(?:,| [-–—|]) +)?(?i:(?:date|published|posted|updated)(?: on)?:? +)?` + weekday)
	dayHour   = regexp.MustCompile(`(?:,?(?: at)? (?:\d{1,2}[:.]\d{2}(?: ?(?i:[ap]\.?m\b\.?))?|\d{1,2} ?(?i:[ap]\.?m\b\.?))(?: \(?[A-Z]{2,4}\)?)?|(\d)T\d{2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?)$`)
	// By Karin Berg | March 4, 2025
	datedByline = regexp.MustCompile(`^By [^|,\d]{3,60}(?:,| [-–—|]) +`)
	// CARROW, May 14, 2024 (Agency) —; CARROW, Texas, May 14, 2024 —; CARROW/LEEDS (Agency) — May 14, 2024 —
	datedPlace = regexp.MustCompile(`^[A-Z][A-Z .'’/-]{2,30}(?:, [A-Z][\pL.]*(?: [A-Z][\pL.]*)?){0,2}(?:,| ?\([^()]{1,30}\) ?[-–—]*,?) ` + weekday +
		`(` + written + `),? ?(?:\([^()]{1,30}\) ?|/[\pL ]{1,30}/ ?)?[-–—]`)
	numbered = regexp.MustCompile(`^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$`)
	ordinal  = regexp.MustCompile(`(\d)(?:st|nd|rd|th)\b`)
)

// topLines is how many lines with text a date is looked for in.
const topLines = 5

// dateLine looks for the day of publication among the first lines with text, and returns the lines that are left: a
// line that says nothing else is no part of the article.
func dateLine(text string, lines []Span) (published time.Time, left []Span, amiss string) {
	seen := 0
	for i, l := range lines {
		line := text[l.Start:l.End]
		if line == "" {
			continue
		}
		if seen++; seen > topLines {
			break
		}
		if match := datedPlace.FindStringSubmatch(line); match != nil {
			if day, ok := writtenDay(match[1]); ok {
				return day, lines, ""
			}
		}
		if day, ok := lineDay(datedByline.ReplaceAllString(line, "")); ok && datedByline.MatchString(line) {
			return day, lines, ""
		}
		day, ok := lineDay(line)
		if !ok && datePattern.MatchString(line) {
			lines[i].End = l.Start
			return time.Time{}, lines, fmt.Sprintf("line %d: %q: no such day: write it as 2025-03-12", i+1, line)
		}
		if ok {
			lines[i].End = l.Start // an empty line: it still parts what is above from what is below
			return day, lines, ""
		}
	}
	return time.Time{}, lines, ""
}

// lineDay reads a line that holds a date, perhaps with a place, "Published:" or a weekday before it and the hour after it, and
// nothing else.
func lineDay(line string) (time.Time, bool) {
	line = dateLabel.ReplaceAllString(strings.TrimSpace(line), "")
	line = dayHour.ReplaceAllString(line, "$1")
	if day, ok := numberedDay(line); ok {
		return day, true
	}
	return writtenDay(line)
}

// numberedDay reads 31/08/2025, where no other order of its numbers is a day.
func numberedDay(s string) (time.Time, bool) {
	m := numbered.FindStringSubmatch(s)
	if m == nil {
		return time.Time{}, false
	}
	european, ok := time.Parse("2/1/2006", m[1]+"/"+m[2]+"/"+m[3])
	american, or := time.Parse("1/2/2006", m[1]+"/"+m[2]+"/"+m[3])
	switch {
	case ok != nil:
		return american, or == nil
	case or != nil || european.Equal(american):
		return european, true
	}
	return time.Time{}, false
}

// writtenDay reads a day as people write it, of a year in which there are newspapers.
func writtenDay(s string) (time.Time, bool) {
	s = strings.NewReplacer(".", "", ",", "").Replace(s) // Sept. 4, 2024
	s = strings.Replace(ordinal.ReplaceAllString(s, "$1"), "Sept ", "Sep ", 1)
	for _, layout := range []string{time.DateOnly, "2 January 2006", "2 Jan 2006", "January 2 2006", "Jan 2 2006"} {
		if day, err := time.Parse(layout, s); err == nil && day.Year() >= 1600 {
			return day, true
		}
	}
	return time.Time{}, false
}

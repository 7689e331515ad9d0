package document

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

var (
	datePattern = regexp.MustCompile(`^(?i:Date): ?(\d{4}-\d{2}-\d{2})$`)
	// What may stand before a date that has a line of its own, and the hour after it: "LEEDS - Tuesday, 4 March 2025, 10:32 GMT".
	dateLabel = regexp.MustCompile(`^(?:[A-Z][A-Z .'’-]{2,30}(?:,| [-–—|]) +)?(?i:(?:date|published|posted|updated)(?: on)?:? +)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? +)?`)
	dayHour   = regexp.MustCompile(`,?(?: at)? \d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?$`)
	// By Karin Berg | March 4, 2025
	datedByline = regexp.MustCompile(`^By [^|,\d]{3,60}(?:,| [-–—|]) +`)
	// CARROW, May 14, 2024 (Agency) —
	datedPlace = regexp.MustCompile(`^[A-Z][A-Z .'’-]{2,30}, ([A-Z][a-z]+\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+\.? \d{4}) ?(?:\([^()]{1,30}\) ?)?[-–—]`)
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
	return writtenDay(dayHour.ReplaceAllString(line, ""))
}

// writtenDay reads a day as people write it, of a year in which there are newspapers.
func writtenDay(s string) (time.Time, bool) {
	s = strings.Replace(s, ".", "", 1) // Sept. 4, 2024
	s = strings.Replace(s, "Sept ", "Sep ", 1)
	for _, layout := range []string{time.DateOnly, "2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006"} {
		if day, err := time.Parse(layout, s); err == nil && day.Year() >= 1600 {
			return day, true
		}
	}
	return time.Time{}, false
}

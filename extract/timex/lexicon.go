package timex

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

var months = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12,
}

var shortMonths = map[string]time.Month{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

var weekdays = map[string]time.Weekday{
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
}

var shortWeekdays = map[string]time.Weekday{
	"sun": 0, "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6,
}

var numbers = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
	"seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
}

var ordinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}

type unit int

const (
	noUnit unit = iota
	second
	minute
	hour
	day
	workingDay
	night
	week
	weekend
	month
	quarter
	year
	decade
	century
)

var units = map[string]unit{
	"second": second, "minute": minute, "hour": hour, "day": day, "night": night, "week": week, "weekend": weekend,
	"fortnight": week, "month": month, "quarter": quarter, "year": year, "decade": decade, "century": century,
	"secs": second, "mins": minute, "hrs": hour, "yrs": year,
}

// starters are the first words of expressions, digits and hyphened words aside.
var starters = firstWords()

func firstWords() map[string]bool {
	starters := set(`the a an this that last past next coming upcoming current recent every each today yesterday
		tomorrow tonight early mid late earlier later more less fewer at up just few several many some couple half
		first second third fourth final noon midnight midday beginning start outset middle end close centuries`)
	add(starters, months)
	add(starters, shortMonths)
	add(starters, weekdays)
	add(starters, shortWeekdays)
	add(starters, numbers)
	add(starters, units)
	add(starters, seasons)
	for w := range approximations {
		starters[w] = true
	}
	for w := range dayParts {
		starters[w] = true
	}
	for _, h := range holidays {
		starters[h.name[0]] = true
	}
	return starters
}

func add[V any](set map[string]bool, words map[string]V) {
	for w := range words {
		set[w] = true
	}
}

// unitOf reads a unit in the singular or plural.
func unitOf(word string) (u unit, plural bool) {
	if u, ok := units[word]; ok {
		return u, strings.HasSuffix(word, "s")
	}
	if word == "centuries" {
		return century, true
	}
	stem, ok := strings.CutSuffix(word, "s")
	if !ok {
		return noUnit, false
	}
	return units[stem], true
}

var (
	digits     = regexp.MustCompile(`^\d{1,3}(?:,\d{3})*$|^\d+$`)
	decimals   = regexp.MustCompile(`^\d+\.\d+$`)
	dayNumber  = regexp.MustCompile(`^(\d{1,2})(st|nd|rd|th)?$`)
	yearNumber = regexp.MustCompile(`^(1[0-9]|20)\d\d$`)
)

// number reads a whole number in digits or letters.
func number(word string) (int, bool) {
	if digits.MatchString(word) {
		n, err := strconv.Atoi(strings.ReplaceAll(word, ",", ""))
		return n, err == nil && n < 100_000
	}
	if n, ok := numbers[word]; ok {
		return n, true
	}
	tens, ones, ok := strings.Cut(word, "-")
	if ok && numbers[tens] >= 20 && numbers[ones] > 0 && numbers[ones] < 10 {
		return numbers[tens] + numbers[ones], true
	}
	return 0, false
}

func yearOf(word string) (int, bool) {
	if !yearNumber.MatchString(word) {
		return 0, false
	}
	n, err := strconv.Atoi(word)
	return n, err == nil
}

func dayOfMonth(word string) (int, bool) {
	m := dayNumber.FindStringSubmatch(word)
	if m == nil {
		return 0, false
	}
	n, _ := strconv.Atoi(m[1])
	return n, n >= 1 && n <= 31
}

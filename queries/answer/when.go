package answer

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"sayso/extract/timex"
	"sayso/graph"
)

// dates read when it happened: the claim's time, or else an argument that says when.
func (m *matcher) dates(c graph.Claim, all []place) []value {
	if isPlan(c) && len(m.pattern.Relation.Verbs) == 1 && !m.asksFuture() {
		return nil // the time is that of the plan
	}
	if c.Time != nil && !c.Time.IsDuration() {
		return []value{{place: none, text: timeText(*c.Time), fit: 1}}
	}
	var found []value
	for i, p := range all {
		if slices.Contains([]string{"when", "on", "in", "at", "since", "before", "after", "until", "during", "by", "from"}, p.role) && (hasTimeWords(p.text) || p.role == "when") {
			found = append(found, value{place: i, text: brief(p.text), fit: whenFit(p.text)})
		}
	}
	if len(found) == 0 {
		return m.onlyDate(c)
	}
	return found
}

// whenFit is less for a clause, which says when only by what else happened.
func whenFit(text string) float64 {
	if !hasTimeWords(text) {
		return 0.55
	}
	return 0.9
}

// onlyDate is the time that the sentence gives, where it gives one only.
func (m *matcher) onlyDate(c graph.Claim) []value {
	t, ok := OnlyTime(c.Sentence, m.v.published[c.Document])
	if !ok {
		return nil
	}
	return []value{{place: none, text: timeText(t), fit: inSentence}}
}

// OnlyTime is when a text of some day says that something was, where it gives one time only.
func OnlyTime(text string, published time.Time) (t graph.Time, ok bool) {
	for _, e := range timex.Find(tokens(text), published) {
		if e.Duration {
			continue
		}
		if ok {
			return graph.Time{}, false
		}
		t, ok = graph.Time{Value: e.Value, Precision: e.Precision, Text: e.Text}, true
	}
	return t, ok
}

func timeText(t graph.Time) string {
	if t.Value == "" || t.Value == t.Text {
		return t.Text
	}
	return brief(t.Value + " (" + t.Text + ")")
}

var durationWords = regexp.MustCompile(`(?i)\b(\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|several|few|many|half|hundreds?|thousands?)[ -]+(\w+ )?(seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries|century)\b`)

// durations read how long it lasted.
func durations(c graph.Claim, all []place) []value {
	var found []value
	for i, p := range all {
		if p.role != voiceRole && ((graph.Time{Value: p.value}).IsDuration() || durationWords.MatchString(p.text)) {
			found = append(found, value{place: i, text: brief(p.text), fit: 1})
		}
	}
	if c.Time != nil && c.Time.IsDuration() && !slices.ContainsFunc(found, func(v value) bool { return strings.Contains(v.text, c.Time.Text) }) {
		found = append(found, value{place: none, text: timeText(*c.Time), fit: 0.95})
	}
	return found
}

package claim

import (
	"fmt"
	"strings"
)

// String writes a claim on one line: subject | relation [lemma] | object | arguments |
// polarity and modality | source | time | rule.
func (c Claim) String() string {
	columns := []string{
		c.Subject.Text,
		c.Predicate.Name + " [" + c.Predicate.Lemma + "]",
		c.objectText(),
		c.argumentText(),
		string(c.Polarity) + " " + string(c.Modality),
		c.Attribution.text(),
		c.timeText(),
		c.Rule,
	}
	return strings.Join(columns, " | ")
}

func (c Claim) objectText() string {
	switch {
	case c.Object == nil:
		return "-"
	case c.Object.Clause:
		return "{" + c.Object.Text + "}"
	}
	return c.Object.Text
}

func (c Claim) argumentText() string {
	var all []string
	for _, a := range c.Arguments {
		all = append(all, a.Role+": "+a.Text)
	}
	return strings.Join(all, "; ")
}

func (c Claim) timeText() string {
	if c.Time == nil {
		return ""
	}
	return fmt.Sprintf("%s %s", c.Time.Text, c.Time.Value)
}

func (a *Attribution) text() string {
	if a == nil {
		return ""
	}
	text := fmt.Sprintf("by %s (%s)", a.Source.Text, a.Cue)
	if a.Of != nil {
		text += " " + a.Of.text()
	}
	return text
}

package extract

import (
	"strings"

	"sayso/extract/claim"
	"sayso/extract/parse"
	"sayso/extract/timex"
	"sayso/graph"
)

// literal reads a phrase that names no entity: a time, an amount, or just its words.
func (w *writer) literal(p claim.Phrase) graph.Node {
	n := graph.Node{Name: p.Text, Mention: p.Text, Type: graph.Thing}
	if e, ok := w.expressionAt(p.Tree, p.Head); ok {
		n.Type, n.Value = graph.TimeValue, e.Value
		return n
	}
	if amount, ok := quantity(w.trees[p.Tree].Words, p.Words); ok {
		n.Type, n.Value = graph.Quantity, amount
	}
	return n
}

func (w *writer) expressionAt(tree, head int) (timex.Expression, bool) {
	for _, e := range w.timesOf(tree) {
		if e.First <= head && head <= e.Last {
			return e, true
		}
	}
	return timex.Expression{}, false
}

// timesOf are the time expressions of a tree; several phrases of a sentence ask for them.
func (w *writer) timesOf(tree int) []timex.Expression {
	found, known := w.times[tree]
	if !known {
		words := w.trees[tree].Words
		forms := make([]string, len(words))
		for i := range words {
			forms[i] = words[i].Text
		}
		found = timex.Find(forms, w.doc.Published)
		w.times[tree] = found
	}
	return found
}

// currencies by their sign, as ISO 4217 writes them.
var currencies = map[string]string{"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "%": "%"}

// scales are the words that multiply the number before them.
var scales = map[string]string{"hundred": "00", "thousand": "000", "million": "000000", "billion": "000000000", "trillion": "000000000000"}

// quantity reads "over 700 asylum seekers" as "700 asylum seekers" and "$2 million" as "2000000 USD".
func quantity(words []parse.Word, phrase []int) (string, bool) {
	var number, unit string
	var rest []string
	for _, i := range phrase {
		form := words[i].Text
		switch {
		case currencies[form] != "":
			unit = currencies[form]
		case number == "" && startsWithDigit(form):
			number = strings.ReplaceAll(form, ",", "")
		case number != "" && scales[strings.ToLower(form)] != "":
			number = scale(number, scales[strings.ToLower(form)])
		case number != "":
			rest = append(rest, form)
		}
	}
	if number == "" {
		return "", false
	}
	if unit == "" {
		unit = strings.Join(rest, " ")
	}
	return strings.TrimSpace(number + " " + unit), true
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// scale multiplies a decimal number by a power of ten without rounding: 1.25 by 000 is 1250.
func scale(number, zeros string) string {
	whole, fraction, _ := strings.Cut(number, ".")
	if len(fraction) > len(zeros) {
		return whole + fraction[:len(zeros)] + "." + fraction[len(zeros):]
	}
	return whole + fraction + zeros[len(fraction):]
}

package analysis

import (
	"math"
	"strconv"
	"strings"

	"sayso/graph"
)

// amount is how many of what: 12, "people" of "twelve people"; "over ten" and "nearly ten" leave it open by how much.
type amount struct {
	low, high float64
	of        string
}

func amountOf(n graph.Node) (amount, bool) {
	value, of, ok := count(n)
	low, high := bounds(strings.Fields(strings.ToLower(n.Name)), value)
	return amount{low, high, of}, ok
}

// bounds are what a number may come to by the hedges before it.
func bounds(words []string, value float64) (low, high float64) {
	low, high = value, value
	for _, w := range words[:len(words)-len(cutHedges(words))] {
		switch {
		case vague[w]:
			low, high = min(low, 0.9*value), max(high, 1.1*value)
		case w == "least" || w == "more" || w == "over":
			high = math.Inf(1)
		case w == "most" || w == "less" || w == "fewer" || w == "up":
			low = 0
		}
	}
	return low, high
}

var vague = map[string]bool{"about": true, "around": true, "some": true, "nearly": true, "almost": true, "roughly": true, "approximately": true}

// count reads how many a node counts, and of what.
func count(n graph.Node) (value float64, of string, ok bool) {
	words := strings.Fields(strings.ToLower(n.Name))
	if n.Value != "" && n.Type == graph.Quantity {
		words = strings.Fields(strings.ToLower(n.Value))
	}
	words = cutHedges(words)
	if len(words) == 0 {
		return 0, "", false
	}
	first := strings.TrimLeft(words[0], "$€£¥")
	value, ok = numberOf(first)
	if !ok {
		return 0, "", false
	}
	words = words[1:]
	for len(words) > 0 && scales[words[0]] != 0 {
		value *= scales[words[0]]
		words = words[1:]
	}
	if len(words) > 0 && words[0] == "of" {
		words = words[1:]
	}
	if len(words) == 0 {
		return value, currency(n.Name), true
	}
	if words[0] == "percent" {
		return value, "%", true
	}
	return value, strings.TrimSuffix(headOf(words), "s"), true
}

// cutHedges takes away what only says how exact a number is.
func cutHedges(words []string) []string {
	for len(words) > 1 && hedges[words[0]] {
		words = words[1:]
	}
	return words
}

var hedges = map[string]bool{"about": true, "around": true, "some": true, "at": true, "least": true, "more": true, "than": true, "nearly": true,
	"almost": true, "over": true, "the": true, "a": true, "an": true, "roughly": true, "approximately": true, "up": true, "to": true, "another": true,
	"less": true, "fewer": true, "most": true}

func currency(name string) string {
	for _, sign := range []string{"$", "€", "£", "¥", "%"} {
		if strings.Contains(name, sign) {
			return sign
		}
	}
	return ""
}

func numberOf(word string) (float64, bool) {
	if f, err := strconv.ParseFloat(strings.TrimSuffix(strings.ReplaceAll(word, ",", ""), "%"), 64); err == nil && !strings.ContainsAny(word, "xinp") {
		return f, true
	}
	sum := 0.0
	for _, part := range strings.Split(word, "-") {
		n, ok := numerals[part]
		if !ok {
			return 0, false
		}
		sum += n
	}
	return sum, true
}

var scales = map[string]float64{"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12}

var numerals = map[string]float64{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

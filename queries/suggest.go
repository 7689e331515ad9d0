package queries

import (
	"fmt"
	"slices"
	"strings"
)

// names are the names of methods, sorted.
func names(tables ...map[string]method) []string {
	var all []string
	for _, methods := range tables {
		for name := range methods {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return all
}

// didYouMean is the known name nearest to what was typed, if one is near.
func didYouMean(typed string, known []string) string {
	best, least := "", len(typed)/2+1
	for _, name := range known {
		if d := Distance(strings.ToLower(typed), strings.ToLower(name)); d < least {
			best, least = name, d
		}
	}
	if best == "" {
		return ""
	}
	return "; did you mean `" + best + "`?"
}

// Distance is Levenshtein's: how many letters to insert, drop or change.
func Distance(from, to string) int {
	a, b := []rune(from), []rune(to)
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// MostNear is how many names are held out to who mistypes one.
const MostNear = 3

// Meant holds out the names that are near, or else says what to do.
func Meant(near []string, otherwise string) string {
	if len(near) == 0 {
		return otherwise
	}
	return "did you mean " + strings.Join(near, ", or ") + "?"
}

// Nobody says that nothing has a name, and which names are near, or else what to do.
func Nobody(g interface {
	Near(name string, most int) []string
}, name, otherwise string) string {
	return fmt.Sprintf("no entity is called %q; %s", name, Meant(g.Near(name, MostNear), otherwise))
}

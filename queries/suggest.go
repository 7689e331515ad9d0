package queries

import (
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
		if d := distance(strings.ToLower(typed), strings.ToLower(name)); d < least {
			best, least = name, d
		}
	}
	if best == "" {
		return ""
	}
	return "; did you mean `" + best + "`?"
}

// distance is Levenshtein's: how many letters to insert, drop or change.
func distance(a, b string) int {
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

package document

import (
	"regexp"
	"strings"
)

// A dateline is "KYIV, Ukraine (AP) —", "Washington:", "BERLIN, March 5 (Reuters) -".
const (
	place  = `\p{Lu}[\pL.'’-]*(?:[ /]\p{Lu}[\pL.'’-]*){0,3}(?:, \p{Lu}[\pL.'’-]*(?: \p{Lu}[\pL.'’-]*){0,2}){0,2}`
	day    = `(?:,? (?:\p{Lu}[a-z]+\.? \d{1,2}|\d{1,2} \p{Lu}[a-z]+)(?:,? \d{4})?)?`
	dated  = `(?: ?(?:` + written + `) ?(?:—|–|--| -))?` // behind the agency
	agency = `(?:\(\p{Lu}[\pL /.]{0,30}\)|/\p{Lu}[\pL ]{0,30}/)`
	onward = `\s*[“"‘'«]?\p{Lu}`
)

var datelines = []*regexp.Regexp{
	regexp.MustCompile(`^(?:` + place + day + ` )?` + agency + ` ?(?:—|–|--?|:)?` + dated + onward),
	regexp.MustCompile(`^` + place + day + ` ?(?:—|–|--| -)` + onward),
	regexp.MustCompile(`^\p{Lu}[\pL.-]*(?: \p{Lu}[\pL.-]*){0,2}` + day + `:\s+\p{Lu}`), // without a quotation: "Smith: “No.”" is a speaker
}

var datelineEnd = regexp.MustCompile(`\s*[“"‘'«]?\p{Lu}$`)

// dateline returns how many bytes of line, the first of an article, name its place and agency.
func dateline(line string) int {
	for _, d := range datelines {
		if m := d.FindString(line); m != "" {
			end := datelineEnd.FindStringIndex(m)[0]
			if inset(line, end) {
				return 0
			}
			return end
		}
	}
	return 0
}

// inset reports whether the dash that ends at end has a partner: "Smith — The Hague's choice — won".
func inset(line string, end int) bool {
	before := strings.Fields(line[:end])
	dash := before[len(before)-1]
	sentence, _, _ := strings.Cut(line[end:], ". ")
	return strings.Trim(dash, "—–-") == "" && strings.Contains(sentence, " "+dash+" ")
}

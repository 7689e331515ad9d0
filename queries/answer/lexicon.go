package answer

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed lexicon/stop.txt
var stopText string

//go:embed lexicon/light.txt
var lightText string

//go:embed lexicon/government.txt
var governmentText string

//go:embed lexicon/reports.txt
var reportText string

//go:embed lexicon/connection.txt
var connectionText string

//go:embed lexicon/affiliation.txt
var affiliationText string

//go:embed lexicon/speech.txt
var speechText string

//go:embed lexicon/jobs.txt
var jobText string

//go:embed lexicon/kinds.txt
var kindText string

//go:embed lexicon/directing.txt
var directingText string

//go:embed lexicon/judging.txt
var judgingText string

//go:embed lexicon/accusing.txt
var accusingText string

//go:embed lexicon/idioms.txt
var idiomText string

//go:embed lexicon/commitment.txt
var commitmentText string

var (
	stopWords   = wordSet(stopText)
	lightVerbs  = wordSet(lightText)
	governments = wordSet(governmentText)
	reports     = wordSet(reportText)
	connections = wordSet(connectionText)
	affiliation = wordSet(affiliationText)
	speechVerbs = wordSet(speechText)
	jobs        = wordSet(jobText)
	directing   = wordSet(directingText)
	judging     = wordSet(judgingText)
	accusing    = wordSet(accusingText)
	idioms      = phraseSet(idiomText)
	kinds       = wordMap(kindText)
	commitments = wordMap(commitmentText)
)

// LexiconLines gives the fields of each line of a word list, without its comments.
func LexiconLines(text string) [][]string {
	var lines [][]string
	for line := range strings.Lines(text) {
		if fields := strings.Fields(line); len(fields) > 0 && !strings.HasPrefix(line, "#") {
			lines = append(lines, fields)
		}
	}
	return lines
}

func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for _, fields := range LexiconLines(text) {
		set[fields[0]] = true
	}
	return set
}

// phraseSet joins the words of each line as a lemma does: take_place.
func phraseSet(text string) map[string]bool {
	set := map[string]bool{}
	for _, fields := range LexiconLines(text) {
		set[strings.Join(fields, "_")] = true
	}
	return set
}

func wordMap(text string) map[string]string {
	m := map[string]string{}
	for _, fields := range LexiconLines(text) {
		m[fields[0]] = fields[1]
	}
	return m
}

func sharesAny(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

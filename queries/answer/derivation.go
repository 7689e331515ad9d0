package answer

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
)

//go:embed lexicon/derivation.txt
var derivationText string

//go:embed lexicon/irregular.txt
var irregularText string

// suffix is one way in which English derives a word from another.
type suffix struct {
	ending string
	stem   int // letters that must stay before the ending
	with   []string
}

var (
	suffixes  = readSuffixes(derivationText)
	irregular = readIrregular(irregularText)
)

// origins gives the words that a word may be an inflected or derived form of, itself first:
// suspension -> suspend, sharing -> share, Indonesian -> Indonesia. Most are no words at all;
// what counts is whether two words have one in common.
func origins(word string) []string {
	forms := append([]string{word}, inflected(word)...)
	if _, base, ok := strings.Cut(word, "-"); ok && base != "" {
		forms = append(forms, origins(base)...) // co-found, of founder
	}
	for _, form := range slices.Clone(forms) {
		forms = append(forms, irregular[form]...)
		forms = append(forms, derived(form)...)
	}
	slices.Sort(forms[1:])
	return slices.Compact(forms)
}

func derived(word string) []string {
	var forms []string
	for _, s := range suffixes {
		stem, ok := strings.CutSuffix(word, s.ending)
		if !ok || len(stem) < s.stem {
			continue
		}
		for _, w := range s.with {
			forms = append(forms, stem+w)
		}
	}
	return forms
}

func inflected(word string) []string {
	var forms []string
	if stem, ok := strings.CutSuffix(word, "ies"); ok && len(stem) > 1 {
		forms = append(forms, stem+"y")
	}
	if stem, ok := strings.CutSuffix(word, "es"); ok && len(stem) > 2 {
		forms = append(forms, stem)
	}
	if stem, ok := strings.CutSuffix(word, "s"); ok && len(stem) > 2 && !strings.HasSuffix(stem, "s") {
		forms = append(forms, stem)
	}
	if stem, ok := strings.CutSuffix(word, "men"); ok && len(stem) > 2 {
		forms = append(forms, stem+"man")
	}
	for _, ending := range []string{"ing", "ed"} {
		if stem, ok := strings.CutSuffix(word, ending); ok && len(stem) > 2 {
			forms = append(forms, stem, stem+"e", single(stem))
		}
	}
	return forms
}

// single undoes a doubled last letter: stopp -> stop.
func single(stem string) string {
	n := len(stem)
	if n > 2 && stem[n-1] == stem[n-2] && !strings.ContainsRune("aeiou", rune(stem[n-1])) {
		return stem[:n-1]
	}
	return stem
}

func readSuffixes(text string) []suffix {
	var all []suffix
	for _, fields := range LexiconLines(text) {
		stem, _ := strconv.Atoi(fields[1])
		with := strings.Split(strings.ReplaceAll(fields[2], "-", ""), ",")
		all = append(all, suffix{ending: fields[0], stem: stem, with: with})
	}
	return all
}

func readIrregular(text string) map[string][]string {
	m := map[string][]string{}
	for _, fields := range LexiconLines(text) {
		m[fields[0]] = append(m[fields[0]], fields[1])
	}
	return m
}

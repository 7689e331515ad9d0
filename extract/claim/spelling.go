package claim

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed words/silent_e.txt
var silentText string

// silent tells of stems that do not follow the rule of their ending whether a silent e is gone.
var silent = func() map[string]bool {
	all := map[string]bool{}
	for _, f := range lines(silentText) {
		for _, stem := range f[1:] {
			all[stem] = f[0] == "+"
		}
	}
	return all
}()

// prefixes make new verbs of irregular ones, which they leave irregular: overspend, retell.
var prefixes = []string{"over", "under", "out", "re", "un", "mis", "fore", "up", "inter", "pre"}

// BaseForm corrects what a lemmatiser makes of a verb that it has not seen: withdrew withd, shaping
// shap, deterred deterre. A regular form is spelt back; an irregular one is in the table, perhaps
// after a prefix.
func BaseForm(form, lemma string) string {
	if irregularForms(lemma) != nil && lemma != form {
		return lemma
	}
	if base := irregularBase(form); base != "" {
		return base
	}
	if base := regularBase(form); base != "" && lemma != form {
		return base
	}
	return lemma
}

// irregularBase is the base of an irregular past or participle, or "".
func irregularBase(form string) string {
	if base := bases[form]; base != "" {
		return base
	}
	for _, prefix := range prefixes {
		if rest, ok := strings.CutPrefix(form, prefix); ok && len(rest) > 2 && bases[rest] != "" {
			return prefix + bases[rest]
		}
	}
	return ""
}

// irregularForms are the past and participle of an irregular verb, or nil.
func irregularForms(lemma string) []string {
	if forms, ok := irregular[lemma]; ok {
		return forms[:]
	}
	for _, prefix := range prefixes {
		rest, ok := strings.CutPrefix(lemma, prefix)
		if forms, known := irregular[rest]; ok && known && len(rest) > 2 {
			return []string{prefix + forms[0], prefix + forms[1]}
		}
	}
	return nil
}

// regularBase spells a form in -s, -ed or -ing back to its base; "" for other forms.
func regularBase(form string) string {
	for _, ending := range []string{"ied", "ies"} {
		if stem, ok := strings.CutSuffix(form, ending); ok && len(stem) > 0 {
			if len(stem) == 1 {
				return stem + "ie"
			}
			return stem + "y"
		}
	}
	if stem, ok := strings.CutSuffix(form, "ying"); ok && len(stem) == 1 {
		return stem + "ie"
	}
	if stem, ok := strings.CutSuffix(form, "ing"); ok && irregular[stem] != ([2]string{}) {
		return stem // "singing" is of "sing", whatever "singed" is of
	}
	for _, ending := range []string{"ing", "ed"} {
		if stem, ok := strings.CutSuffix(form, ending); ok && len(stem) > 1 {
			return baseOfStem(stem, ending)
		}
	}
	return baseOfThird(form)
}

// baseOfThird spells "closes" and "watches" back.
func baseOfThird(form string) string {
	stem, ok := strings.CutSuffix(form, "s")
	switch {
	case !ok || strings.HasSuffix(stem, "s") || len(stem) < 2:
		return ""
	case !strings.HasSuffix(stem, "e"):
		return stem
	}
	short := stem[:len(stem)-1]
	switch {
	case strings.HasSuffix(short, "o"):
		return short
	case endsInSibilant(short) && len(short) > 1:
		return baseOfStem(short, "es")
	}
	return stem
}

func baseOfStem(stem, ending string) string {
	n := len(stem)
	last, before := stem[n-1], stem[n-2]
	switch {
	case last == 'e' && ending == "ed", hasSilentE(stem):
		return stem + "e"
	case slices.Contains([]string{"panick", "mimick", "traffick", "picnick", "frolick"}, stem):
		return stem[:n-1]
	case last != before || isVowel(last) || n < 4:
		return stem
	case strings.IndexByte("lsfz", last) < 0, stressedLast[stem[:n-1]], last == 'l' && stem[n-3] == 'e' && syllables(stem) > 1:
		return stem[:n-1]
	}
	return stem
}

// hasSilentE tells the stem of a base that ends in e: by its last letters, as English spells.
func hasSilentE(stem string) bool {
	for _, prefix := range append([]string{""}, prefixes...) {
		if told, listed := silent[strings.TrimPrefix(stem, prefix)]; listed && strings.HasPrefix(stem, prefix) {
			return told
		}
	}
	n := len(stem)
	last, before := stem[n-1], stem[n-2]
	switch {
	case strings.IndexByte("cuvz", last) >= 0 && last != before, last == 's' && before != 's':
		return true
	case last == 'g' && before != 'n' && before != 'g':
		return true
	case last == 'l' && !isVowel(before):
		return strings.IndexByte("lrw", before) < 0
	case last == 'r' && (before == 'c' || before == 't'):
		return true
	case strings.HasSuffix(stem, "iat") || strings.HasSuffix(stem, "uat") || strings.HasSuffix(stem, "uad") || strings.HasSuffix(stem, "quir"):
		return true
	case isVowel(last) || !isVowel(before) || n > 2 && isVowel(stem[n-3]):
		return false
	case syllables(stem) == 1:
		return n > 2 && strings.IndexByte("wxyhr", last) < 0 || last == 'r' && before != 'e'
	}
	ending := stem[n-2:]
	return slices.Contains([]string{"ad", "id", "od", "ud", "ed", "ak", "ik", "ok", "uk", "at", "in", "ir", "ur", "ar", "um", "ib"}, ending)
}

package claim

import (
	"bufio"
	_ "embed"
	"strings"
)

//go:embed words/irregular.txt
var irregularText string

// irregular holds past and past participle by base.
var irregular = func() map[string][2]string {
	forms := map[string][2]string{}
	for _, fields := range lines(irregularText) {
		forms[fields[0]] = [2]string{fields[1], fields[len(fields)-1]}
	}
	return forms
}()

// bases gives the base of an irregular past or participle.
var bases = func() map[string]string {
	all := map[string]string{}
	for _, fields := range lines(irregularText) {
		for _, form := range fields[1:] {
			all[form] = fields[0]
		}
	}
	return all
}()

// lines reads a word list: fields by white space, # begins a comment.
func lines(text string) [][]string {
	var all [][]string
	for scan := bufio.NewScanner(strings.NewReader(text)); scan.Scan(); {
		line, _, _ := strings.Cut(scan.Text(), "#")
		if fields := strings.Fields(line); len(fields) > 0 {
			all = append(all, fields)
		}
	}
	return all
}

// past is the simple past of a verb: order, ordered; speak, spoke.
func past(lemma string) string {
	if forms := irregularForms(lemma); forms != nil {
		return forms[0]
	}
	return regularPast(lemma)
}

// participle is the past participle of a verb: speak, spoken.
func participle(lemma string) string {
	if forms := irregularForms(lemma); forms != nil {
		return forms[1]
	}
	return regularPast(lemma)
}

func regularPast(lemma string) string {
	switch {
	case strings.HasSuffix(lemma, "e"):
		return lemma + "d"
	case endsInConsonantY(lemma):
		return lemma[:len(lemma)-1] + "ied"
	case strings.HasSuffix(lemma, "c"):
		return lemma + "ked"
	case doubles(lemma):
		return lemma + lemma[len(lemma)-1:] + "ed"
	}
	return lemma + "ed"
}

// third is the third person singular: rely, relies; have, has.
func third(lemma string) string {
	switch {
	case lemma == "be":
		return "is"
	case lemma == "have":
		return "has"
	case endsInConsonantY(lemma):
		return lemma[:len(lemma)-1] + "ies"
	case endsInSibilant(lemma) || strings.HasSuffix(lemma, "o"):
		return lemma + "es"
	}
	return lemma + "s"
}

// gerund is the -ing form: share, sharing; stop, stopping; lie, lying.
func gerund(lemma string) string {
	switch {
	case lemma == "be":
		return "being"
	case strings.HasSuffix(lemma, "ie"):
		return lemma[:len(lemma)-2] + "ying"
	case strings.HasSuffix(lemma, "e") && !strings.HasSuffix(lemma, "ee") && !strings.HasSuffix(lemma, "oe"):
		return lemma[:len(lemma)-1] + "ing"
	case strings.HasSuffix(lemma, "c"):
		return lemma + "king"
	case doubles(lemma):
		return lemma + lemma[len(lemma)-1:] + "ing"
	}
	return lemma + "ing"
}

func endsInSibilant(s string) bool {
	for _, ending := range []string{"s", "x", "z", "ch", "sh"} {
		if strings.HasSuffix(s, ending) {
			return true
		}
	}
	return false
}

func endsInConsonantY(s string) bool {
	return len(s) > 1 && strings.HasSuffix(s, "y") && !isVowel(s[len(s)-2])
}

// stressedLast are verbs of two syllables or more that double their last letter.
var stressedLast = map[string]bool{
	"admit": true, "commit": true, "permit": true, "submit": true, "omit": true, "emit": true, "transmit": true,
	"refer": true, "prefer": true, "transfer": true, "confer": true, "defer": true, "infer": true, "occur": true,
	"incur": true, "recur": true, "deter": true, "control": true, "patrol": true, "compel": true, "expel": true,
	"propel": true, "repel": true, "rebel": true, "regret": true, "equip": true, "forget": true, "begin": true,
	"upset": true, "overrun": true, "outrun": true, "rerun": true, "allot": true, "abet": true, "abhor": true,
	"format": true, "program": true, "kidnap": true, "worship": true, "handicap": true, "quit": true, "quiz": true,
	"embed": true, "unzip": true, "underpin": true, "unplug": true, "overlap": true, "backpedal": true,
}

// doubles tells whether the last consonant is written twice before -ed and -ing.
func doubles(s string) bool {
	if stressedLast[s] {
		return true
	}
	n := len(s)
	if n < 3 || isVowel(s[n-1]) || !isVowel(s[n-2]) || isVowel(s[n-3]) || strings.ContainsRune("wxy", rune(s[n-1])) {
		return false
	}
	return syllables(s) == 1
}

func syllables(s string) int {
	count, inside := 0, false
	for i := range len(s) {
		vowel := isVowel(s[i]) || s[i] == 'y' && i > 0
		if vowel && !inside {
			count++
		}
		inside = vowel
	}
	return count
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

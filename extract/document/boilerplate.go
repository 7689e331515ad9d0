package document

import (
	_ "embed"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed boilerplate.txt
var boilerplateList string

// phrase is a line of boilerplate.txt.
type phrase struct {
	text       string
	head, tail bool // there may be more before it, after it
}

var phrases = readPhrases(boilerplateList)

func readPhrases(list string) []phrase {
	var phrases []phrase
	for line := range strings.Lines(list) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		text, tail := strings.CutSuffix(line, " …")
		text, head := strings.CutPrefix(text, "… ")
		phrases = append(phrases, phrase{text, head, tail})
	}
	return phrases
}

// boilerplate reports whether line is something that sites print around articles.
func boilerplate(line string) bool {
	line = fold(line)
	for _, p := range phrases {
		if p.holds(line) {
			return true
		}
	}
	return false
}

func (p phrase) holds(line string) bool {
	at := strings.Index(line, p.text)
	if p.head && !p.tail {
		at = strings.LastIndex(line, p.text)
	}
	if at < 0 {
		return false
	}
	before, after := line[:at], line[at+len(p.text):]
	return (before == "" || p.head && !endsInLetter(before)) && (after == "" || p.tail && !startsInLetter(after))
}

func endsInLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}

func startsInLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// fold makes lines equal that differ in case, spaces, apostrophes or closing dots only.
func fold(line string) string {
	line = strings.ReplaceAll(strings.ToLower(line), "’", "'")
	return strings.TrimRight(strings.Join(strings.Fields(line), " "), ".")
}

var (
	// In print an opening quotation mark never follows a letter.
	gluedToQuote = regexp.MustCompile(`^[^“"«.,!?]*\pL([“«]|"\p{Lu})`)
	credit       = regexp.MustCompile(`(?:^|\s)\(?(?i:image|photo|photograph|picture|credit|photo credit|image credit|file photo|graphic|illustration)s?(?:: ?| by | courtesy of )\p{Lu}[^.!?]{0,80}[.)]{0,2}$`)
	bullet       = regexp.MustCompile(`^(?:[•·●▪‣◦■□►▶*–—-]\s*)+(?:\s|\pL|$)`)
)

// unglue returns how many bytes of boilerplate line starts with, run into the text that follows:
// a phrase of the list before a capital, or a few words of a label before a quotation mark.
func unglue(line string) int {
	if m := gluedToQuote.FindStringSubmatchIndex(line); m != nil {
		if label := line[:m[2]]; words(label) <= 4 && titleCase(label) {
			return m[2]
		}
	}
	longest := 0
	for _, p := range phrases {
		n := len(p.text)
		if p.head || n <= longest || n >= len(line) || !strings.EqualFold(line[:n], p.text) {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(line[:n])
		next, _ := utf8.DecodeRuneInString(line[n:])
		if unicode.IsLower(last) && (unicode.IsUpper(next) || next == '“') {
			longest = n
		}
	}
	return longest
}

// credits returns how many bytes of line are the credit of a picture, at its end.
func credits(line string) int {
	near := max(0, len(line)-150)
	for near > 0 && !utf8.RuneStart(line[near]) {
		near--
	}
	if at := credit.FindStringIndex(line[near:]); at != nil && (at[0] > 0 || near == 0) {
		return len(line) - near - at[0]
	}
	return 0
}

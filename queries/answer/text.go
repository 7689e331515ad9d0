package answer

import (
	"fmt"
	"io"
	"strings"
	"unicode"
)

// Style marks up parts of a reply for people; nil functions leave them plain.
type Style struct {
	Answer func(string) string
	Quote  func(string) string
}

// mostQuotes is how many quotes stand under one answer; the others are counted.
const mostQuotes = 3

// WriteText writes a reply for people: each answer, and under it the words it rests on and whose they are.
func (r Reply) WriteText(w io.Writer, style Style) error {
	var b strings.Builder
	if len(r.Answers) == 0 {
		fmt.Fprintf(&b, "Nothing found in %s.\n", r.Coverage)
	}
	if len(r.Nearest) > 0 {
		b.WriteString("Nearest, but no answer:\n")
		writeEvidence(&b, r.Nearest, style)
	}
	for _, a := range r.Answers {
		fmt.Fprintf(&b, "%s\n", mark(style.Answer, printable(a.Text)))
		writeEvidence(&b, a.Evidence, style)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func writeEvidence(b *strings.Builder, evidence []Evidence, style Style) {
	for i, e := range evidence {
		if i == mostQuotes {
			fmt.Fprintf(b, "    and %d more\n", len(evidence)-i)
			break
		}
		fmt.Fprintf(b, "    %s\n      — %s\n", mark(style.Quote, "“"+printable(e.Quote)+"”"), e.credit())
	}
}

// credit says whose words a quote is: "according to Ada Okafor, 000".
func (e Evidence) credit() string {
	if e.Says != "" {
		return "according to " + printable(e.Says) + ", " + e.Document
	}
	return e.Document
}

// String says how much was looked at: "18 claims of 2 articles".
func (c Coverage) String() string {
	return counted(c.Claims, "claim") + " of " + counted(c.Articles, "article")
}

func mark(f func(string) string, s string) string {
	if f == nil {
		return s
	}
	return f(s)
}

// printable is a text of an article as a terminal may show it: on one line, without control characters,
// escapes and marks that reverse the direction of writing.
func printable(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)), " ")
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

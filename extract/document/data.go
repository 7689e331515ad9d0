package document

import (
	"fmt"
	"regexp"
	"unicode"
)

// Skip is a part of the text that is not read, and why.
type Skip struct {
	Span
	Why string
}

const (
	longestRun     = 1000    // bytes without a blank; addresses are shorter
	longestStretch = 10_000  // bytes in which no sentence ends
	longestText    = 1 << 20 // bytes of running text in one article, some 170,000 words: what it takes to read it grows with that
)

var stop = regexp.MustCompile(`[.!?…:;]["'”’»)\]]*(?:\s|$)`)

// skipData cuts out of paragraphs what is no prose, so that it costs no time: pictures and keys spelt in letters, tables, lists.
func skipData(text string, paragraphs []Span) (kept []Span, skips []Skip) {
	for _, p := range paragraphs {
		if p.End-p.Start <= longestRun {
			kept = append(kept, p)
			continue
		}
		words, runs := split(text, p, runsOf, longestRun)
		for _, r := range runs {
			skips = append(skips, Skip{r, fmt.Sprintf("%d bytes without a blank are data, no words", r.End-r.Start)})
		}
		for _, w := range words {
			prose, stretches := split(text, w, stretchesOf, longestStretch)
			kept = append(kept, prose...)
			for _, s := range stretches {
				skips = append(skips, Skip{s, fmt.Sprintf("in %d bytes no sentence ends: a table or a list", s.End-s.Start)})
			}
		}
	}
	return kept, skips
}

// split parts a paragraph into what is left of it and those of its parts that are longer than may be.
func split(text string, p Span, parts func(string) []int, longest int) (kept, long []Span) {
	start, at := p.Start, p.Start
	for _, end := range parts(text[p.Start:p.End]) {
		end += p.Start
		if end-at > longest {
			kept, long = append(kept, trim(text, Span{start, at})), append(long, trim(text, Span{at, end}))
			start = end
		}
		at = end
	}
	kept = append(kept, trim(text, Span{start, p.End}))
	n := 0
	for _, k := range kept {
		if k.Start < k.End {
			kept[n] = k
			n++
		}
	}
	return kept[:n], long
}

// runsOf are the ends of the runs without a blank.
func runsOf(text string) (ends []int) {
	for i, r := range text {
		if unicode.IsSpace(r) {
			ends = append(ends, i)
		}
	}
	return append(ends, len(text))
}

// stretchesOf are the ends of what may be sentences.
func stretchesOf(text string) (ends []int) {
	for _, m := range stop.FindAllStringIndex(text, -1) {
		ends = append(ends, m[1])
	}
	return append(ends, len(text))
}

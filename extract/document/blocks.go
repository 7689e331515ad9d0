package document

import (
	"regexp"
	"strings"
)

// blocks keeps what is text or headline of the paragraphs.
func blocks(text string, paragraphs []Span, title string) []Block {
	var blocks []Block
	stops := hasProse(text, paragraphs)
	seen := map[string]bool{}
	opened := false // the first sentence of the article has come
	for _, p := range paragraphs {
		p = shave(text, p)
		line := text[p.Start:p.End]
		if seen[fold(line)] || furniture(line) {
			continue
		}
		if repeatable(line) {
			seen[fold(line)] = true
		}
		kind := prose
		if stops {
			kind = classify(line, !opened, fold(line) == fold(title))
		}
		if kind == label {
			continue
		}
		if kind == prose && !opened {
			opened = true
			p = trim(text, Span{p.Start + dateline(line), p.End})
		}
		blocks = append(blocks, Block{Span: p, Headline: kind == headline, TitleCase: kind == headline && titleCase(line)})
	}
	return blocks
}

// hasProse reports whether some paragraph ends as a sentence does: only then does the
// lack of a full stop say anything of the others.
func hasProse(text string, paragraphs []Span) bool {
	for _, p := range paragraphs {
		if line := text[p.Start:p.End]; terminated(line) && words(line) > 3 && !furniture(line) {
			return true
		}
	}
	return false
}

// shave takes off a paragraph what is run into it: bullets, labels, picture credits.
func shave(text string, p Span) Span {
	if m := bullet.FindStringIndex(text[p.Start:p.End]); m != nil {
		p.Start += strings.IndexFunc(text[p.Start:p.End]+"x", notBullet)
		p = trim(text, Span{min(p.Start, p.End), p.End})
	}
	if m := unglue(text[p.Start:p.End]); m > 0 {
		p = trim(text, Span{p.Start + m, p.End})
	}
	return trim(text, Span{p.Start, p.End - credits(text[p.Start:p.End])})
}

func notBullet(r rune) bool {
	return !strings.ContainsRune("•·●▪‣◦■□►▶*–—- \t\u00a0", r)
}

// repeatable holds for lines that an article may say only once: not for "Yes." in an interview.
func repeatable(line string) bool { return words(line) > 3 || !terminated(line) }

var (
	byline    = regexp.MustCompile(`^(?i:by)\s+\p{Lu}`)
	bracketed = regexp.MustCompile(`^(?:\[[^\]]*\]|\([^)]*[^.!?)]\)|\([^)]*(?i:report|edit|writ)ing by[^)]*\))$`)
	dateOnly  = regexp.MustCompile(`^(?:\p{Lu}[a-z]+,? )?(?:\p{Lu}[a-z]+\.? \d{1,2}|\d{1,2} \p{Lu}[a-z]+),? \d{4}(?:,? (?:at )?\d{1,2}[:.]\d{2}.{0,12})?$`)
	address   = regexp.MustCompile(`^(?:https?://|www\.)?\S+[@.]\S+$`)
)

// furniture reports whether line is certainly no text of the article.
func furniture(line string) bool {
	return line == "" || !readable(line) || boilerplate(line) || bracketed.MatchString(line) || dateOnly.MatchString(line) ||
		address.MatchString(line) && words(line) == 1 && strings.ContainsAny(line, "/@") ||
		byline.MatchString(line) && !terminated(line) && words(line) <= 15 && titleCase(line)
}

type kind int

const (
	prose kind = iota
	headline
	label
)

const (
	labelWords    = 6
	headlineWords = 20
)

// classify tells sentences from headlines and from labels ("Related News"), which are no sentences.
func classify(line string, top, title bool) kind {
	n := words(line)
	switch {
	case title:
		return headline
	case strings.HasSuffix(line, ":") && n <= 3:
		return label
	case terminated(line) && !(top && headlineMark(line)):
		return prose
	case n <= 2:
		return label
	case top && n <= headlineWords:
		return headline
	case titleCase(line) && n <= labelWords:
		return label
	case titleCase(line) && n <= headlineWords, n <= labelWords:
		return headline
	}
	return prose
}

// headlineMark holds for the marks that end a headline in title case as well as a sentence.
func headlineMark(line string) bool {
	return (strings.HasSuffix(line, "?") || strings.HasSuffix(line, "!")) && titleCase(line)
}

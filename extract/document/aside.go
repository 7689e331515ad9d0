package document

// Aside tells why the article has no block at a line of its text.
func (d *Document) Aside(line Span) string {
	line = trim(d.Text, line)
	text := d.Text[line.Start:line.End]
	for _, s := range d.Skips {
		if s.Start < line.End && line.Start < s.End {
			return s.Why
		}
	}
	for _, b := range d.Blocks {
		if b.Start < line.End && line.Start < b.End {
			return "it stands in what the tokeniser takes for one sentence, far too long to be one: a table or a list"
		}
	}
	switch {
	case text == "":
		return "the line is empty"
	case datePattern.MatchString(text):
		return "it tells the day of publication"
	case !readable(text):
		return "most of it is no letters, or none of the Latin alphabet"
	case boilerplate(text):
		return "sites print such a phrase around articles (extract/document/boilerplate.txt)"
	case bracketed.MatchString(text):
		return "it stands in brackets: a note of the site"
	case dateOnly.MatchString(text):
		return "it is a date"
	case furniture(text):
		return "it is a byline or an address"
	case classify(text, false, false) == label:
		return "it is a label: a few words without a full stop"
	}
	return "an earlier line says the same, or all of it is cut off as a credit"
}

// LineAt is the number, from 1, of the line that holds an offset.
func (d *Document) LineAt(offset int) int { return len(lines(d.Text[:offset])) }

// Line is the n-th line of the text, from 1; ok is false where there are fewer.
func (d *Document) Line(n int) (line Span, ok bool) {
	all := lines(d.Text)
	if n < 1 || n > len(all) {
		return Span{}, false
	}
	return all[n-1], true
}

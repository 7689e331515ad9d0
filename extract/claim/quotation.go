package claim

import "sayso/extract/document"

// quotedSayings gives each direct quotation its speaker: the verb of saying beside it, else
// the speaker of the quotation that it continues in the same paragraph, or of one that it
// leads up to.
func quotedSayings(d *document.Document, sentences []*sentence) []saying {
	var all []saying
	for n := range d.Quotes {
		q := d.Quotes[n]
		if y, ok := speaker(sentences, q); ok {
			y.spans = []document.Span{q.Span}
			all = append(all, y)
			continue
		}
		if !standsAlone(d, sentences, q) {
			continue
		}
		y := neighbour(d, sentences, n, all)
		y.spans = []document.Span{q.Span}
		all = append(all, y)
	}
	return all
}

// speaker is the saying of a sentence that shares words with the quotation, by a verb outside it.
func speaker(sentences []*sentence, q document.Quote) (saying, bool) {
	var best saying
	found := false
	for _, s := range sentences {
		if !s.overlaps(q.Outer) {
			continue
		}
		for i := range s.words {
			if !s.isCue(i) || within(s.words[i].Span, q.Outer) || s.inQuotation(i) {
				continue
			}
			y, ok := s.speaks(i, q)
			if ok && (!found || s.distance(y.cue, q) < sentences[best.tree].distance(best.cue, q)) {
				best, found = y, true
			}
		}
	}
	return best, found
}

func (s *sentence) overlaps(o document.Span) bool {
	if len(s.words) == 0 {
		return false
	}
	return s.words[0].Start < o.End && o.Start < s.words[len(s.words)-1].End
}

func within(w, o document.Span) bool { return o.Start <= w.Start && w.End <= o.End }

func (s *sentence) inQuotation(i int) bool {
	for _, q := range s.doc.Quotes {
		if within(s.words[i].Span, q.Outer) {
			return true
		}
	}
	return false
}

// speaks tells whether the verb i utters the quotation: it governs or accompanies words of
// it, and the quotation is more than a few words set in marks.
func (s *sentence) speaks(i int, q document.Quote) (saying, bool) {
	source, ok := s.sourceOf(i)
	if !ok || source.Head == none || s.quotesAs(i) {
		return saying{}, false
	}
	content, _ := s.contentOf(i)
	if content == none && s.tag(i) == "VBG" && s.has(i, "nsubj") && s.has(i, "obj") {
		return saying{}, false
	}
	if content == none || !within(s.words[content].Span, q.Outer) {
		if content != none && !s.sharesWords(content, i, q) || !s.isBeside(i, q) {
			return saying{}, false
		}
	}
	return saying{tree: s.index, cue: i, text: s.words[i].Text, source: source, content: content}, true
}

// quotesAs tells "quoted her as saying", where "saying" is the cue.
func (s *sentence) quotesAs(i int) bool {
	content := s.reportedComplement(i)
	return content != none && s.isCue(content) && !s.isProfessed(content)
}

func (s *sentence) sharesWords(content, cue int, q document.Quote) bool {
	for _, w := range s.contentWords(content, cue) {
		if within(s.words[w].Span, q.Outer) {
			return true
		}
	}
	return false
}

// isBeside tells a verb whose clause touches the quotation, with nothing but its own words,
// commas and colons between.
func (s *sentence) isBeside(i int, q document.Quote) bool {
	d := s.distance(i, q)
	return d >= 0 && d <= 60 && s.boundary(q)
}

// boundary tells whether a quotation is set off by a comma or colon, or fills its sentence.
func (s *sentence) boundary(q document.Quote) bool {
	text := s.doc.Text
	before := trimRight(text[:q.Outer.Start])
	if before == "" || endsIn(before, ",:.?!\n”\"’") {
		return true
	}
	return endsIn(trimRight(text[:q.Span.End]), ",")
}

func (s *sentence) distance(i int, q document.Quote) int {
	w := s.words[i].Span
	switch {
	case w.End <= q.Outer.Start:
		return q.Outer.Start - w.End
	case w.Start >= q.Outer.End:
		return w.Start - q.Outer.End
	}
	return -1
}

func trimRight(s string) string {
	for len(s) > 0 && (s[len(s)-1] == ' ' || s[len(s)-1] == '\t') {
		s = s[:len(s)-1]
	}
	return s
}

func endsIn(s, marks string) bool {
	for _, m := range marks {
		if mark := string(m); len(s) >= len(mark) && s[len(s)-len(mark):] == mark {
			return true
		}
	}
	return false
}

// standsAlone tells a quotation that makes up whole sentences.
func standsAlone(d *document.Document, sentences []*sentence, q document.Quote) bool {
	for _, s := range sentences {
		if s.overlaps(q.Outer) && len(s.words) > 0 {
			first := s.words[0].Span
			return within(first, q.Outer) && (q.Span.End-q.Span.Start > 20 || endsIn(d.Text[:q.Span.End], ".?!"))
		}
	}
	return false
}

// neighbour is the speaker that a quotation without one shares: of the quotation before it in
// its paragraph, of the one after it, or of the last saying before it.
func neighbour(d *document.Document, sentences []*sentence, n int, before []saying) saying {
	q := d.Quotes[n]
	block := blockAt(d, q.Start)
	if y, ok := leadIn(sentences, q); ok {
		return y
	}
	if y, ok := lastSaying(sentences, q); ok && blockAt(d, sentences[y.tree].words[0].Start) == block {
		return y
	}
	if n+1 < len(d.Quotes) && blockAt(d, d.Quotes[n+1].Start) == block {
		if y, ok := speaker(sentences, d.Quotes[n+1]); ok {
			return y
		}
	}
	if n > 0 && len(before) > 0 && blockAt(d, d.Quotes[n-1].Start) >= block-1 {
		if last := before[len(before)-1]; last.spans[0] == d.Quotes[n-1].Span {
			return last
		}
	}
	return saying{cue: none, text: "quotation", source: Phrase{Tree: sentenceAt(sentences, q.Start), Head: none, Text: "unnamed"}}
}

// leadIn is the saying of a sentence that ends in a colon or comma and so hands over to the
// quotation after it, perhaps in the next paragraph.
func leadIn(sentences []*sentence, q document.Quote) (saying, bool) {
	n := sentenceAt(sentences, q.Outer.Start) - 1
	if n < 0 || len(sentences[n].words) < 2 {
		return saying{}, false
	}
	s := sentences[n]
	last := len(s.words) - 1
	if s.form(last) != ":" && s.form(last) != "," {
		return saying{}, false
	}
	for i := last; i >= 0; i-- {
		if source, ok := s.sourceOf(i); s.isCue(i) && ok && source.Head != none {
			return saying{tree: s.index, cue: i, text: s.words[i].Text, source: source, content: none}, true
		}
	}
	return saying{}, false
}

// lastSaying is the last saying, outside quotations, of the sentence before a quotation.
func lastSaying(sentences []*sentence, q document.Quote) (saying, bool) {
	n := sentenceAt(sentences, q.Outer.Start) - 1
	if n < 0 {
		return saying{}, false
	}
	s := sentences[n]
	for _, y := range s.sayings {
		if !s.inQuotation(y.cue) && y.source.Head != none && s.isCue(y.cue) && !s.isWeakCue(y.cue) {
			return y, true
		}
	}
	return saying{}, false
}

// sentenceAt is the index of the sentence that holds or follows a place of the text.
func sentenceAt(sentences []*sentence, at int) int {
	for n, s := range sentences {
		if len(s.words) > 0 && at < s.words[len(s.words)-1].End {
			return n
		}
	}
	return max(len(sentences)-1, 0)
}

func blockAt(d *document.Document, at int) int {
	for i, b := range d.Blocks {
		if b.Start <= at && at < b.End {
			return i
		}
	}
	return -1
}

package parse

import (
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"sayso/extract/document"
)

// Paragraph is running text with its gold tokens.
type Paragraph struct {
	Text   string
	Tokens []document.Token
	Ends   []int // the last token of each sentence
}

// ReadParagraphs reads the running text of a CoNLL-U file: its sentences, joined up to the next "# newpar" or
// "# newdoc", with a space after each that does not end in SpaceAfter=No.
func ReadParagraphs(r io.Reader) ([]Paragraph, error) {
	var paragraphs []Paragraph
	err := readSentences(r, func(s *sentenceLines) {
		if s.opens || len(paragraphs) == 0 {
			paragraphs = append(paragraphs, Paragraph{})
		}
		t := s.tree()
		paragraphs[len(paragraphs)-1].add(s.text, t.Sentence.Tokens, s.glued[len(s.glued)-1])
	})
	return paragraphs, err
}

func (p *Paragraph) add(text string, tokens []document.Token, glued bool) {
	for _, t := range tokens {
		t.Start += len(p.Text)
		t.End += len(p.Text)
		p.Tokens = append(p.Tokens, t)
	}
	p.Text += text
	if !glued {
		p.Text += " "
	}
	p.Ends = append(p.Ends, len(p.Tokens)-1)
}

// printed is the paragraph as others may print it, with curly quotation marks and apostrophes if so asked: the treebanks have few.
// Now and then the space after a sentence is lost, as it is in text from the web. Initials get other letters: the treebanks
// have "U.S." so often and "U.K." so seldom that the letters would count for more than their shape.
func (p *Paragraph) printed(random *rand.Rand, curly bool) Paragraph {
	var text strings.Builder
	q := Paragraph{Ends: p.Ends}
	at, end := 0, 0
	for i, t := range p.Tokens {
		gap := p.Text[at:t.Start]
		if ended := end < len(p.Ends) && i-1 == p.Ends[end]; ended {
			if end++; curly && random.IntN(25) == 0 && stopsBefore(p.Tokens, i) {
				gap = ""
			}
		}
		text.WriteString(gap)
		opening := t.Start == 0 || unicode.IsSpace(rune(p.Text[t.Start-1]))
		c := relettered(t.Text, random)
		if curly {
			c = curl(c, opening)
		}
		start := text.Len()
		text.WriteString(c)
		q.Tokens = append(q.Tokens, document.Token{Span: document.Span{Start: start, End: text.Len()}, Text: c})
		at = t.End
	}
	q.Text = text.String()
	return q
}

// relettered gives other letters to initials such as U.S.
func relettered(token string, random *rand.Rand) string {
	if len(token) < 3 {
		return token
	}
	letters := []byte(token)
	for i, c := range letters {
		switch {
		case i%2 == 1 && c != '.', i%2 == 0 && !unicode.IsUpper(rune(c)):
			return token
		case i%2 == 0:
			letters[i] = byte('A' + random.IntN(26))
		}
	}
	return string(letters)
}

func stopsBefore(tokens []document.Token, i int) bool {
	return strings.Contains(".?!", tokens[i-1].Text) && (unicode.IsUpper(firstRune(tokens[i].Text)) || tokens[i].Text == `"`)
}

func curl(token string, opening bool) string {
	switch {
	case token == `"` && opening:
		return "“"
	case token == `"`:
		return "”"
	case token == "'" && opening:
		return "‘"
	}
	return strings.ReplaceAll(token, "'", "’")
}

const (
	segmentBits   = 17
	segmentEpochs = 6
)

func trainSegmenter(paragraphs []Paragraph, seed uint64) *segmenter {
	random := rand.New(rand.NewPCG(seed, 3))
	paragraphs = slices.Clone(paragraphs)
	for i := range paragraphs[:len(paragraphs):len(paragraphs)] {
		paragraphs = append(paragraphs, paragraphs[i].printed(random, true))
		paragraphs[i] = paragraphs[i].printed(random, false)
	}
	s := &segmenter{divided: dividedRuns(paragraphs)}
	tokens, sentences := newLearner(boundaryClasses, segmentBits), newLearner(boundaryClasses, segmentBits)
	for range segmentEpochs {
		for _, i := range random.Perm(len(paragraphs)) {
			s.learnTokens(tokens, &paragraphs[i])
			learnEnds(sentences, &paragraphs[i])
		}
	}
	s.tokens, s.sentences = tokens.perceptron(), sentences.perceptron()
	return s
}

// dividedRuns returns the runs of letters that hold a token boundary other than before n't.
func dividedRuns(paragraphs []Paragraph) map[string]bool {
	divided := map[string]bool{}
	for _, p := range paragraphs {
		text := p.Text
		for i, t := range p.Tokens[1:] {
			before := p.Tokens[i]
			if t.Start != before.End || negation(text[t.Start:]) || kindOf(lastRune(before.Text)) != letter || kindOf(firstRune(t.Text)) != letter {
				continue
			}
			start := before.End - len(lastPiece(before.Text))
			if run := straight(strings.ToLower(text[start : start+wordRun(text[start:])])); len(run) < 12 {
				divided[run] = true
			}
		}
	}
	return divided
}

func firstRune(s string) rune { return []rune(s)[0] }

func lastRune(s string) rune {
	r := []rune(s)
	return r[len(r)-1]
}

func (s *segmenter) learnTokens(l *learner, p *Paragraph) {
	text := p.Text
	starts := map[int]bool{}
	for _, t := range p.Tokens {
		starts[t.Start] = true
	}
	var scores [2]float32
	var features []uint32
	for _, c := range chunks(text) {
		for _, cut := range s.candidates(text[c.Start:c.End]) {
			gold := inside
			if starts[c.Start+cut] {
				gold = boundary
			}
			features = boundaryFeatures(features[:0], text, c, c.Start+cut)
			l.learn(features, gold, scores[:])
		}
	}
}

func learnEnds(l *learner, p *Paragraph) {
	var scores [2]float32
	var features []uint32
	from := 0
	for _, end := range p.Ends {
		for i := from; i <= end && i+1 < len(p.Tokens); i++ {
			if !mayEnd(p.Tokens, i) {
				continue
			}
			gold := inside
			if i == end {
				gold = boundary
			}
			features = endFeatures(features[:0], p.Tokens, from, i)
			l.learn(features, gold, scores[:])
		}
		from = end + 1
	}
}

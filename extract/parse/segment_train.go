package parse

import (
	"io"
	"math/rand/v2"
	"strings"
	"unicode"

	"sayso/extract/document"
)

// paragraph is a text with its gold tokens; ends holds the number of the last token of each sentence.
type paragraph struct {
	text   strings.Builder
	tokens []document.Token
	ends   []int
}

// readParagraphs reads the running text of a CoNLL-U file: its sentences, joined up to the next "# newpar".
func readParagraphs(r io.Reader) ([]*paragraph, error) {
	var paragraphs []*paragraph
	err := readSentences(r, func(s *sentenceLines) {
		if s.opens || len(paragraphs) == 0 {
			paragraphs = append(paragraphs, &paragraph{})
		}
		t := s.tree()
		paragraphs[len(paragraphs)-1].add(s.text, t.Sentence.Tokens, s.glued[len(s.glued)-1])
	})
	return paragraphs, err
}

func (p *paragraph) add(text string, tokens []document.Token, glued bool) {
	offset := p.text.Len()
	for _, t := range tokens {
		t.Start += offset
		t.End += offset
		p.tokens = append(p.tokens, t)
	}
	p.text.WriteString(text)
	if !glued {
		p.text.WriteByte(' ')
	}
	p.ends = append(p.ends, len(p.tokens)-1)
}

// curled is the paragraph as a newspaper prints it: with curly quotation marks and apostrophes. The treebanks have few.
// Now and then the space after a sentence is lost, as it is in text from the web.
func (p *paragraph) curled(random *rand.Rand) *paragraph {
	q := &paragraph{ends: p.ends}
	text := p.text.String()
	at, end := 0, 0
	for i, t := range p.tokens {
		gap := text[at:t.Start]
		if lost := end < len(p.ends) && i-1 == p.ends[end]; lost {
			if end++; random.IntN(25) == 0 && stopsBefore(p.tokens, i) {
				gap = ""
			}
		}
		q.text.WriteString(gap)
		opening := t.Start == 0 || unicode.IsSpace(rune(text[t.Start-1]))
		c := curl(t.Text, opening)
		start := q.text.Len()
		q.text.WriteString(c)
		q.tokens = append(q.tokens, document.Token{Span: document.Span{Start: start, End: q.text.Len()}, Text: c})
		at = t.End
	}
	return q
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

func trainSegmenter(paragraphs []*paragraph, seed uint64) *segmenter {
	random := rand.New(rand.NewPCG(seed, 3))
	for _, p := range paragraphs[:len(paragraphs):len(paragraphs)] {
		paragraphs = append(paragraphs, p.curled(random))
	}
	s := &segmenter{divided: dividedRuns(paragraphs)}
	tokens, sentences := newLearner(boundaryClasses, segmentBits), newLearner(boundaryClasses, segmentBits)
	for range segmentEpochs {
		for _, i := range random.Perm(len(paragraphs)) {
			s.learnTokens(tokens, paragraphs[i])
			learnEnds(sentences, paragraphs[i])
		}
	}
	s.tokens, s.sentences = tokens.perceptron(), sentences.perceptron()
	return s
}

// dividedRuns returns the runs of letters that hold a token boundary other than before n't.
func dividedRuns(paragraphs []*paragraph) map[string]bool {
	divided := map[string]bool{}
	for _, p := range paragraphs {
		text := p.text.String()
		for i, t := range p.tokens[1:] {
			before := p.tokens[i]
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

func (s *segmenter) learnTokens(l *learner, p *paragraph) {
	text := p.text.String()
	starts := map[int]bool{}
	for _, t := range p.tokens {
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

func learnEnds(l *learner, p *paragraph) {
	var scores [2]float32
	var features []uint32
	from := 0
	for _, end := range p.ends {
		for i := from; i <= end && i+1 < len(p.tokens); i++ {
			if !mayEnd(p.tokens, i) {
				continue
			}
			gold := inside
			if i == end {
				gold = boundary
			}
			features = endFeatures(features[:0], p.tokens, from, i)
			l.learn(features, gold, scores[:])
		}
		from = end + 1
	}
}

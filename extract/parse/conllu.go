package parse

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"sayso/extract/document"
)

// ReadConllu reads trees in CoNLL-U. Multiword ranges and empty nodes are skipped. Spans refer to
// the sentence's "# text" line, or to its words with the spaces that SpaceAfter leaves.
// Names are read from NER=B-PER in MISC.
func ReadConllu(r io.Reader) ([]Tree, error) {
	var trees []Tree
	err := readSentences(r, func(s *sentenceLines) { trees = append(trees, s.tree()) })
	return trees, err
}

func readSentences(r io.Reader, yield func(*sentenceLines)) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 16<<20)
	var s sentenceLines
	for n := 1; lines.Scan(); n++ {
		if err := s.add(lines.Text()); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		if lines.Text() == "" {
			s.flush(yield)
		}
	}
	s.flush(yield)
	return lines.Err()
}

// sentenceLines gathers the lines of one sentence.
type sentenceLines struct {
	text    string
	hasText bool
	words   []Word
	glued   []bool // no space after the word
	opens   bool   // a paragraph or a document
	rangeTo int    // last word of the multiword range being read
	open    bool   // a space follows that range
}

func (s *sentenceLines) add(line string) error {
	if text, ok := strings.CutPrefix(line, "# text ="); ok {
		s.text, s.hasText = strings.TrimSpace(text), true
	}
	if strings.HasPrefix(line, "# newpar") || strings.HasPrefix(line, "# newdoc") {
		s.opens = true
	}
	if line == "" || line[0] == '#' {
		return nil
	}
	columns := strings.Split(line, "\t")
	if len(columns) != 10 {
		return fmt.Errorf("%d columns, want 10", len(columns))
	}
	if strings.Contains(columns[0], ".") {
		return nil
	}
	if from, to, ok := strings.Cut(columns[0], "-"); ok {
		return s.openRange(from, to, columns[9])
	}
	return s.addWord(columns)
}

func (s *sentenceLines) openRange(from, to, misc string) error {
	last, err := strconv.Atoi(to)
	if err != nil {
		return fmt.Errorf("word range %s-%s: %w", from, to, err)
	}
	s.rangeTo, s.open = last, !hasFeature(misc, "SpaceAfter=No")
	return nil
}

func (s *sentenceLines) addWord(columns []string) error {
	id, err := strconv.Atoi(columns[0])
	if err != nil || id != len(s.words)+1 {
		return fmt.Errorf("word number %q, want %d", columns[0], len(s.words)+1)
	}
	head := 0
	if columns[6] != "_" {
		if head, err = strconv.Atoi(columns[6]); err != nil || head < 0 {
			return fmt.Errorf("head %q", columns[6])
		}
	}
	w := Word{Lemma: columns[2], UPOS: blank(columns[3]), XPOS: blank(columns[4]), Feats: blank(columns[5]), Head: head - 1, Relation: blank(columns[7])}
	w.Text = columns[1]
	w.Name = nameFeature(columns[9])
	s.words = append(s.words, w)
	s.glued = append(s.glued, s.isGlued(id, columns[9]))
	return nil
}

func (s *sentenceLines) isGlued(id int, misc string) bool {
	switch {
	case id < s.rangeTo:
		return true
	case id == s.rangeTo:
		return !s.open
	}
	return hasFeature(misc, "SpaceAfter=No")
}

// flush yields the sentence gathered so far, its heads within it, and starts afresh.
func (s *sentenceLines) flush(yield func(*sentenceLines)) {
	if len(s.words) > 0 {
		for i := range s.words {
			if s.words[i].Head >= len(s.words) {
				s.words[i].Head = Root
			}
		}
		yield(s)
	}
	*s = sentenceLines{}
}

func (s *sentenceLines) tree() Tree {
	if !s.hasText || !s.locate() {
		s.spell()
	}
	t := Tree{Words: s.words}
	for _, w := range s.words {
		t.Sentence.Tokens = append(t.Sentence.Tokens, w.Token)
	}
	t.Sentence.End = len(s.text)
	return t
}

// locate finds the words one after the other in the text; it reports false where the text has others.
func (s *sentenceLines) locate() bool {
	at := 0
	for i := range s.words {
		w := &s.words[i]
		at += len(s.text[at:]) - len(strings.TrimLeftFunc(s.text[at:], unicode.IsSpace))
		if !strings.HasPrefix(s.text[at:], w.Text) {
			return false
		}
		w.Span = document.Span{Start: at, End: at + len(w.Text)}
		at = w.End
	}
	return strings.TrimSpace(s.text[at:]) == ""
}

// spell writes the text from the words.
func (s *sentenceLines) spell() {
	var text strings.Builder
	for i := range s.words {
		w := &s.words[i]
		w.Start = text.Len()
		text.WriteString(w.Text)
		w.End = text.Len()
		if !s.glued[i] && i < len(s.words)-1 {
			text.WriteByte(' ')
		}
	}
	s.text = text.String()
}

// WriteConllu writes one tree in CoNLL-U, with a blank line after it.
func WriteConllu(w io.Writer, t Tree) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# text = %s\n", textOf(t.Words))
	for i, word := range t.Words {
		next := word.End + 1
		if i+1 < len(t.Words) {
			next = t.Words[i+1].Start
		}
		columns := []string{strconv.Itoa(i + 1), word.Text, word.Lemma, word.UPOS, word.XPOS, word.Feats,
			strconv.Itoa(word.Head + 1), word.Relation, "", misc(word, next)}
		for j, c := range columns {
			if c == "" {
				columns[j] = "_"
			}
		}
		b.WriteString(strings.Join(columns, "\t") + "\n")
	}
	b.WriteString("\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// textOf spells the words out as their spans lie, with one space for every gap.
func textOf(words []Word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 && w.Start > words[i-1].End {
			b.WriteByte(' ')
		}
		b.WriteString(w.Text)
	}
	return b.String()
}

func misc(w Word, next int) string {
	var features []string
	if w.Name != "" && w.Name != "O" {
		features = append(features, "NER="+w.Name)
	}
	if next == w.End {
		features = append(features, "SpaceAfter=No")
	}
	return strings.Join(features, "|")
}

func nameFeature(misc string) string {
	for f := range strings.SplitSeq(misc, "|") {
		if name, ok := strings.CutPrefix(f, "NER="); ok {
			return name
		}
	}
	return "O"
}

func hasFeature(misc, feature string) bool {
	for f := range strings.SplitSeq(misc, "|") {
		if f == feature {
			return true
		}
	}
	return false
}

func blank(column string) string {
	if column == "_" {
		return ""
	}
	return column
}

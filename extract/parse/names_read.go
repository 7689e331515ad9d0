package parse

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"sayso/graph/identity"
)

// ReadNames reads sentences with names, a word a line, from files whose columns are the word and
// its tag, or a number, the word, its tag and more. A Name of "?" is of a kind that is not ours.
func ReadNames(r io.Reader) ([][]Word, error) {
	var sentences [][]Word
	var words []Word
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		switch {
		case strings.TrimSpace(line) == "":
			sentences, words = flushNames(sentences, words), nil
			continue
		case strings.HasPrefix(line, "# "):
			continue
		}
		word, tag, err := nameColumns(strings.Split(line, "\t"))
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		w := Word{Name: mapName(tag)}
		w.Text = word
		words = append(words, w)
	}
	return flushNames(sentences, words), lines.Err()
}

func nameColumns(columns []string) (word, tag string, err error) {
	switch {
	case len(columns) == 2:
		return columns[0], columns[1], nil
	case len(columns) >= 3:
		return columns[1], columns[2], nil
	}
	return "", "", fmt.Errorf("%d columns, want 2 or more", len(columns))
}

func flushNames(sentences [][]Word, words []Word) [][]Word {
	if len(words) == 0 {
		return sentences
	}
	for i, w := range words {
		// CrossNER calls nationalities misc; here they are adjectives.
		if _, ok := identity.Demonym(w.Text); ok && w.Name == "B-MISC" && (i+1 == len(words) || words[i+1].Name != "I-MISC") {
			words[i].Name = "O"
		}
	}
	return append(sentences, words)
}

// readEntities reads the names among the entities of GUM: spans of a person, an organisation, a
// place or an event whose head is a proper noun, without what stands around the name. It returns nothing where no
// entity is marked.
func readEntities(r io.Reader) ([][]Word, error) {
	var sentences [][]Word
	var s entitySentence
	marked := false
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 16<<20)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		columns := strings.Split(line, "\t")
		switch {
		case line == "" && len(s.words) > 0:
			marked = marked || len(s.spans) > 0
			sentences = append(sentences, s.named())
			s = entitySentence{}
		case line == "" || line[0] == '#' || strings.ContainsAny(columns[0], "-."):
		case len(columns) != 10:
			return nil, fmt.Errorf("line %d: %d columns, want 10", n, len(columns))
		default:
			s.add(columns)
		}
	}
	if !marked {
		sentences = nil
	}
	return sentences, lines.Err()
}

// entitySentence gathers the words and entity spans of one sentence.
type entitySentence struct {
	words []Word
	open  []entitySpan
	spans []entitySpan
}

type entitySpan struct {
	group, kind string
	from, to    int
}

func (s *entitySentence) add(columns []string) {
	head, _ := strconv.Atoi(columns[6])
	w := Word{XPOS: columns[4], Head: head - 1, Relation: columns[7], Name: "O"}
	w.Text = columns[1]
	i := len(s.words)
	s.words = append(s.words, w)
	for f := range strings.SplitSeq(columns[9], "|") {
		if marks, ok := strings.CutPrefix(f, "Entity="); ok {
			s.brackets(marks, i)
		}
	}
}

// brackets reads marks such as (4-person-new-…(5-place-…)5)4).
func (s *entitySentence) brackets(marks string, i int) {
	for marks != "" {
		if marks[0] == '(' {
			end := strings.IndexAny(marks[1:], "()") + 1
			if end == 0 {
				end = len(marks)
			}
			s.begin(marks[1:end], i)
			if marks = marks[end:]; strings.HasPrefix(marks, ")") {
				s.end(len(s.open)-1, i)
				marks = marks[1:]
			}
			continue
		}
		group, rest, _ := strings.Cut(marks, ")")
		for k := len(s.open) - 1; k >= 0; k-- {
			if s.open[k].group == group {
				s.end(k, i)
				break
			}
		}
		marks = rest
	}
}

func (s *entitySentence) begin(mark string, i int) {
	group, rest, _ := strings.Cut(mark, "-")
	kind, _, _ := strings.Cut(rest, "-")
	s.open = append(s.open, entitySpan{group: group, kind: kind, from: i})
}

func (s *entitySentence) end(k, i int) {
	span := s.open[k]
	span.to = i + 1
	s.spans = append(s.spans, span)
	s.open = append(s.open[:k], s.open[k+1:]...)
}

var entityKinds = map[string]string{"person": "PER", "organization": "ORG", "place": "LOC", "event": "MISC"}

// named marks the names; the innermost span of a word comes first, and the outermost decides, so
// that the University of Texas is one name.
func (s *entitySentence) named() []Word {
	for _, span := range s.spans {
		kind := entityKinds[span.kind]
		from, to := s.core(span)
		if kind == "" || from == to {
			continue
		}
		for i := from; i < to; i++ {
			s.words[i].Name = "I-" + kind
		}
		s.words[from].Name = "B-" + kind
		if to < len(s.words) && strings.HasPrefix(s.words[to].Name, "I-") {
			s.words[to].Name = "B" + s.words[to].Name[1:]
		}
	}
	return s.words
}

// core returns the run of proper nouns around the head of a span, without the titles of a person, and with
// "of" and "and" between two of an organisation.
func (s *entitySentence) core(span entitySpan) (from, to int) {
	head := s.head(span)
	from, to = head, head
	if !s.isProper(head) {
		return from, to
	}
	for from > span.from && s.reaches(from, -1, span) {
		from--
	}
	for to = head + 1; to < span.to && s.reaches(to-1, 1, span); to++ {
	}
	for from < head && !s.isProper(from) {
		from++
	}
	for to-1 > head && !s.isProper(to-1) {
		to--
	}
	if span.kind != "person" {
		return from, to
	}
	if identity.IsTitle(s.words[head].Text) {
		return head, head // "the Prime Minister" is no name
	}
	return s.afterTitles(from, to), to
}

// head returns the word of a span whose head lies outside it.
func (s *entitySentence) head(span entitySpan) int {
	for i := span.from; i < span.to; i++ {
		if h := s.words[i].Head; h < span.from || h >= span.to {
			return i
		}
	}
	return span.from
}

// isProper goes by the Penn tag: in GUM, the New of New York is an adjective otherwise.
func (s *entitySentence) isProper(i int) bool { return strings.HasPrefix(s.words[i].XPOS, "NNP") }

// reaches reports whether the name goes on beyond word i, to the left or the right.
func (s *entitySentence) reaches(i, step int, span entitySpan) bool {
	next := i + step
	return s.isProper(next) || span.kind != "person" && isLink(s.words[next].Text) && next+step >= span.from && next+step < span.to && s.isProper(i) && s.isProper(next+step)
}

// afterTitles returns the first word of a person's name after what says who the person is.
func (s *entitySentence) afterTitles(from, to int) int {
	for i := to - 2; i >= from; i-- {
		if identity.IsTitle(s.words[i].Text) || s.words[i].Relation == "nmod:desc" {
			return i + 1
		}
	}
	return from
}

func isLink(word string) bool {
	switch word {
	case "of", "for", "and", "on", "&", "-":
		return true
	}
	return false
}

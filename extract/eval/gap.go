package eval

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"sayso/extract"
	"sayso/extract/claim"
	"sayso/extract/document"
	"sayso/extract/entity"
)

// GAPExample is a snippet of GAP (Webster et al. 2018): a pronoun, and two persons it may or may not be.
// Offsets count bytes. Of the page that the snippet is from nothing is known, its title neither.
type GAPExample struct {
	ID      string
	Text    string
	Pronoun document.Span
	Names   [2]document.Span
	Is      [2]bool
}

// Feminine reports whether the pronoun is she or her.
func (x GAPExample) Feminine() bool {
	switch strings.ToLower(x.Text[x.Pronoun.Start:x.Pronoun.End]) {
	case "she", "her", "hers":
		return true
	}
	return false
}

// ReadGAP reads examples as GAP publishes them, with offsets in code points.
func ReadGAP(r io.Reader) ([]GAPExample, error) {
	table := csv.NewReader(r)
	table.Comma, table.LazyQuotes = '\t', true
	rows, err := table.ReadAll()
	if err != nil {
		return nil, err
	}
	var all []GAPExample
	for i, row := range rows {
		if i == 0 || len(row) < 11 {
			continue
		}
		x := GAPExample{ID: row[0], Text: row[1], Is: [2]bool{row[6] == "TRUE", row[9] == "TRUE"}}
		for _, f := range []struct {
			to       *document.Span
			text, at string
		}{{&x.Pronoun, row[2], row[3]}, {&x.Names[0], row[4], row[5]}, {&x.Names[1], row[7], row[8]}} {
			if *f.to, err = spanAt(x.Text, f.text, f.at); err != nil {
				return nil, fmt.Errorf("%s: %w", x.ID, err)
			}
		}
		all = append(all, x)
	}
	return all, nil
}

func spanAt(text, part, offset string) (document.Span, error) {
	n, err := strconv.Atoi(offset)
	if err != nil {
		return document.Span{}, err
	}
	at := 0
	for i := range text {
		if n == 0 {
			at = i
			break
		}
		n--
	}
	if !strings.HasPrefix(text[at:], part) {
		return document.Span{}, fmt.Errorf("%q is not at %s", part, offset)
	}
	return document.Span{Start: at, End: at + len(part)}, nil
}

// GAPScores counts decisions, of which GAP asks two an example: is the pronoun A, is it B.
type GAPScores struct {
	Masculine, Feminine overlap
	Wrong               []string
}

// GAP lets the program decide whom the pronouns mean.
func GAP(p extract.Parser, examples []GAPExample) (GAPScores, error) {
	var s GAPScores
	for _, x := range examples {
		r, err := x.read(p)
		if err != nil {
			return s, err
		}
		s.count(x, x.decide(entity.Resolve(r.doc, r.trees, r.claims)))
	}
	return s, nil
}

func (x GAPExample) read(p extract.Parser) (reading, error) {
	d, err := document.ReadLine(x.ID, []byte(x.Text), document.Metadata{})
	if err != nil {
		return reading{}, fmt.Errorf("%s: %w", x.ID, err)
	}
	trees := extract.Trees(d, p)
	return reading{d, trees, claim.Find(d, trees)}, nil
}

func (s *GAPScores) count(x GAPExample, found [2]bool) {
	to := &s.Masculine
	if x.Feminine() {
		to = &s.Feminine
	}
	for i := range found {
		to.gold += int(one(x.Is[i]))
		to.guess += int(one(found[i]))
		to.both += int(one(x.Is[i] && found[i]))
	}
	if found != x.Is {
		s.Wrong = append(s.Wrong, fmt.Sprintf("%s: %s is A %v B %v, found A %v B %v", x.ID, x.Text[x.Pronoun.Start:x.Pronoun.End], x.Is[0], x.Is[1], found[0], found[1]))
	}
}

// decide tells for each name whether it is a mention of what the pronoun is one of.
func (x GAPExample) decide(entities []entity.Entity) (is [2]bool) {
	for _, e := range entities {
		if !mentionsAt(e.Mentions, x.Pronoun, entity.Pronoun) {
			continue
		}
		for i, name := range x.Names {
			is[i] = is[i] || mentionsAt(e.Mentions, name, entity.Name)
		}
	}
	return is
}

func mentionsAt(mentions []entity.Mention, s document.Span, kind entity.Kind) bool {
	for _, m := range mentions {
		if m.Kind == kind && m.Span.Start < s.End && s.Start < m.Span.End {
			return true
		}
	}
	return false
}

// F1 is that of all decisions.
func (s GAPScores) F1() float64 {
	all := s.Masculine
	all.gold += s.Feminine.gold
	all.guess += s.Feminine.guess
	all.both += s.Feminine.both
	return all.f1()
}

// String is a line with the overall F1 and the ratio of the feminine to the masculine one.
func (s GAPScores) String() string {
	m, f := s.Masculine.f1(), s.Feminine.f1()
	return fmt.Sprintf("F1 %.3f  masculine %.3f  feminine %.3f  ratio %.3f", s.F1(), m, f, f/max(m, 1e-9))
}

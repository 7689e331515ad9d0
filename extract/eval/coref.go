package eval

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"sayso/extract"
	"sayso/extract/claim"
	"sayso/extract/document"
	"sayso/extract/entity"
	"sayso/extract/parse"
)

// CorefDocument is a document with gold tokens and the chains of GUM: which mentions are one thing.
type CorefDocument struct {
	ID     string
	Trees  []parse.Tree
	Chains [][]CorefMention
}

// CorefMention is a half-open range of words of a tree.
type CorefMention struct{ Tree, From, To int }

// ReadCoref reads documents with GUM's Entity brackets in MISC. Events and times that GUM marks count as any other.
func ReadCoref(r io.Reader) ([]CorefDocument, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var all []CorefDocument
	for i, part := range strings.Split(string(text), "# newdoc id = ") {
		if i == 0 {
			continue
		}
		id, _, _ := strings.Cut(part, "\n")
		d := CorefDocument{ID: id}
		if d.Trees, err = parse.ReadConllu(strings.NewReader("# newdoc id = " + part)); err != nil {
			return nil, fmt.Errorf("%s: %w", id, err)
		}
		if d.Chains, err = readChains(part); err != nil {
			return nil, fmt.Errorf("%s: %w", id, err)
		}
		all = append(all, d)
	}
	return all, nil
}

// readChains reads the brackets of one document: (7-person-… opens a mention of 7, 7) closes the last one.
func readChains(conllu string) ([][]CorefMention, error) {
	chains := map[string][]CorefMention{}
	open := map[string][]CorefMention{}
	var order []string
	tree, word := 0, 0
	for line := range strings.Lines(conllu) {
		columns := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(columns) < 10 {
			if strings.TrimSpace(line) == "" && word > 0 {
				tree, word = tree+1, 0
			}
			continue
		}
		if _, err := strconv.Atoi(columns[0]); err != nil {
			continue
		}
		for _, b := range brackets(columns[9]) {
			if b.opens {
				open[b.id] = append(open[b.id], CorefMention{tree, word, word})
			}
			if b.closes {
				last := len(open[b.id]) - 1
				if last < 0 {
					return nil, fmt.Errorf("sentence %d: %s) closes nothing", tree+1, b.id)
				}
				m := open[b.id][last]
				m.To = word + 1
				open[b.id] = open[b.id][:last]
				if chains[b.id] == nil {
					order = append(order, b.id)
				}
				chains[b.id] = append(chains[b.id], m)
			}
		}
		word++
	}
	var all [][]CorefMention
	for _, id := range order {
		all = append(all, chains[id])
	}
	return all, nil
}

type bracket struct {
	id            string
	opens, closes bool
}

func brackets(misc string) []bracket {
	var all []bracket
	for field := range strings.SplitSeq(misc, "|") {
		value, ok := strings.CutPrefix(field, "Entity=")
		for ok && value != "" {
			var b bracket
			value, b.opens = strings.CutPrefix(value, "(")
			end := strings.IndexAny(value, "()")
			if end < 0 {
				end = len(value)
			}
			b.id, _, _ = strings.Cut(value[:end], "-")
			b.id, _, _ = strings.Cut(b.id, "[") // of a mention in several pieces
			value = value[end:]
			value, b.closes = strings.CutPrefix(value, ")")
			all = append(all, b)
		}
	}
	return all
}

// text lays the sentences out as one text, and returns the trees as a parser reads them.
func (d CorefDocument) parse(p extract.Parser) (*document.Document, []parse.Tree, error) {
	var b strings.Builder
	sentences := make([]document.Sentence, len(d.Trees))
	for i, t := range d.Trees {
		at := b.Len()
		first, last := t.Words[0].Start, t.Words[len(t.Words)-1].End
		s := document.Sentence{Span: document.Span{Start: at, End: at + last - first}}
		next := first
		for _, w := range t.Words {
			b.WriteString(strings.Repeat(" ", max(0, w.Start-next)) + w.Text)
			next = w.Start + len(w.Text)
			w.Token.Start, w.Token.End = b.Len()-len(w.Text), b.Len()
			s.Tokens = append(s.Tokens, w.Token)
		}
		s.End = b.Len()
		b.WriteString("\n")
		sentences[i] = s
	}
	doc, err := document.ReadLine(d.ID, []byte(b.String()), document.Metadata{})
	return doc, p.ParseAll(sentences), err
}

// CorefScores are the scores of the CoNLL 2012 shared task, without mentions that are alone in their chain.
type CorefScores struct {
	MUC, B3, CEAFe prf
	Nouns          NounScores
	Documents      int
}

// Coref scores who is who in documents. A found mention is a gold one if it has its words, or else its head.
func Coref(p extract.Parser, documents []CorefDocument) (CorefScores, error) {
	var s CorefScores
	for _, d := range documents {
		found, err := d.find(p)
		if err != nil {
			return s, fmt.Errorf("%s: %w", d.ID, err)
		}
		var chains [][]entity.Mention
		for _, e := range found {
			chains = append(chains, e.Mentions)
		}
		s.add(numbered(d, chains))
		s.Nouns.add(d, found)
	}
	return s, nil
}

func (d CorefDocument) find(p extract.Parser) ([]entity.Entity, error) {
	doc, trees, err := d.parse(p)
	if err != nil {
		return nil, err
	}
	return entity.Chains(doc, trees, claim.Find(doc, trees)), nil
}

// chain is a set of mentions, by number.
type chain map[int]bool

// numbered gives the mentions numbers, found ones those of the gold mentions that they are.
func numbered(d CorefDocument, found [][]entity.Mention) (gold, guess []chain) {
	exact := map[CorefMention]int{}
	byHead := map[[2]int][]int{}
	n := 0
	for _, mentions := range d.Chains {
		c := chain{}
		for _, m := range mentions {
			n++
			c[n] = true
			exact[m] = n
			head := [2]int{m.Tree, headOf(d.Trees[m.Tree], m)}
			byHead[head] = append(byHead[head], n)
		}
		gold = append(gold, c)
	}
	taken := map[int]bool{}
	number := map[CorefMention]int{}
	for _, way := range []func(entity.Mention) []int{
		func(m entity.Mention) []int { return nonzero(exact[spanOf(m)]) },
		func(m entity.Mention) []int { return byHead[[2]int{m.Tree, m.Head}] },
	} {
		for _, mentions := range found {
			for _, m := range mentions {
				for _, candidate := range way(m) {
					if !taken[candidate] && number[spanOf(m)] == 0 {
						taken[candidate] = true
						number[spanOf(m)] = candidate
					}
				}
			}
		}
	}
	heads := map[[2]int]bool{}
	for _, mentions := range found {
		c := chain{}
		for _, m := range mentions {
			head := [2]int{m.Tree, m.Head}
			switch {
			case number[spanOf(m)] > 0:
				c[number[spanOf(m)]] = true
			case !heads[head] && len(byHead[head]) == 0:
				n++
				c[n] = true
			}
			heads[head] = true // a name with its title is no further mention
		}
		guess = append(guess, c)
	}
	return several(gold), several(guess)
}

func nonzero(n int) []int {
	if n == 0 {
		return nil
	}
	return []int{n}
}

func spanOf(m entity.Mention) CorefMention {
	return CorefMention{m.Tree, slices.Min(m.Words), slices.Max(m.Words) + 1}
}

func headOf(t parse.Tree, m CorefMention) int {
	for i := m.From; i < m.To; i++ {
		if h := t.Words[i].Head; h < m.From || h >= m.To {
			return i
		}
	}
	return m.From
}

// several leaves out chains of one mention.
func several(chains []chain) []chain {
	return slices.DeleteFunc(chains, func(c chain) bool { return len(c) < 2 })
}

func (s *CorefScores) add(gold, guess []chain) {
	s.Documents++
	s.MUC.add(muc(gold, guess))
	s.B3.add(bCubed(gold, guess))
	s.CEAFe.add(ceafe(gold, guess))
}

// CoNLL is the mean of the three.
func (s CorefScores) CoNLL() float64 { return (s.MUC.f1() + s.B3.f1() + s.CEAFe.f1()) / 3 }

// String is a table with a line for each score.
func (s CorefScores) String() string {
	var b strings.Builder
	for _, row := range []struct {
		name string
		prf
	}{{"MUC", s.MUC}, {"B3", s.B3}, {"CEAFe", s.CEAFe}} {
		fmt.Fprintf(&b, "%-6s P %.3f  R %.3f  F1 %.3f\n", row.name, row.precision(), row.recall(), row.f1())
	}
	fmt.Fprintf(&b, "CoNLL F1 %.3f in %d documents\n%s", s.CoNLL(), s.Documents, s.Nouns)
	for _, m := range s.Nouns.Mistaken {
		fmt.Fprintln(&b, "  "+m)
	}
	return b.String()
}

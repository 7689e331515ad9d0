package parse

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"strings"

	"sayso/extract/neural"
)

// goldCorpus is what the network learns from: sentences with trees, most of them with names too, and sentences with
// names only.
type goldCorpus struct {
	trees     []Tree // a Name of "?" is unknown
	names     [][]Word
	gazetteer *gazetteer
	seed      uint64
}

// universalNames are the names of trees, nameFiles those of sentences without.
const universalNames = "ner/en_ewt-ud-train.commit-0c7ce0.iob2"

var nameFiles = []struct {
	path  string
	times int // politics is nearest to news
}{
	{"ner/crossner_politics/train.txt", 4},
	{"ner/wnut17train.conll", 1},
}

func readGold(files fs.FS, seed uint64) (*goldCorpus, error) {
	c := &goldCorpus{gazetteer: loadGazetteer(), seed: seed}
	named, err := readSentencesOf(files, universalNames, readNames)
	if err != nil {
		return nil, err
	}
	byText := map[string][]Word{}
	for _, words := range named {
		byText[textKey(words)] = words
	}
	for _, path := range treebanks {
		if err := c.addTrees(files, path, byText); err != nil {
			return nil, err
		}
	}
	for _, f := range nameFiles {
		sentences, err := readSentencesOf(files, f.path, readNames)
		if err != nil {
			return nil, err
		}
		for range f.times {
			c.names = append(c.names, sentences...)
		}
	}
	return c, nil
}

func readSentencesOf(files fs.FS, path string, read func(io.Reader) ([][]Word, error)) ([][]Word, error) {
	text, err := fs.ReadFile(files, path)
	if err != nil {
		return nil, err
	}
	sentences, err := read(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return sentences, nil
}

func textKey(words []Word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.Text)
		b.WriteByte(' ')
	}
	return b.String()
}

// addTrees reads a treebank and gives its words the names of its entities, or those of the same sentence elsewhere.
func (c *goldCorpus) addTrees(files fs.FS, path string, byText map[string][]Word) error {
	text, err := fs.ReadFile(files, path)
	if err != nil {
		return err
	}
	trees, err := ReadConllu(bytes.NewReader(text))
	if err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	names, err := readEntities(bytes.NewReader(text))
	if err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	hasEntities := bytes.Contains(text, []byte("Entity="))
	for i, t := range trees {
		from := byText[textKey(t.Words)]
		if hasEntities {
			from = names[i]
		}
		for j := range t.Words {
			if t.Words[j].Name = "?"; from != nil {
				t.Words[j].Name = from[j].Name
			}
		}
	}
	c.trees = append(c.trees, trees...)
	return nil
}

// sentence is what the network sees of words.
func (g *gazetteer) sentence(words []Word) []neural.Word {
	seen := make([]neural.Word, len(words))
	for i, m := range g.marks(words) {
		seen[i] = neural.Word{Form: words[i].Text, Marks: uint32(m)}
	}
	return seen
}

func (c *goldCorpus) tree(words []Word) neural.Gold {
	g := neural.Gold{Words: c.gazetteer.sentence(words)}
	for i := range words {
		w := &words[i]
		g.Tags = append(g.Tags, tagClass(w))
		g.Heads = append(g.Heads, w.Head)
		g.Relations = append(g.Relations, w.Relation)
		g.Names = append(g.Names, w.Name)
	}
	return g
}

func (c *goldCorpus) named(words []Word) neural.Gold {
	g := neural.Gold{Words: c.gazetteer.sentence(words)}
	for _, w := range words {
		g.Names = append(g.Names, w.Name)
	}
	return g
}

// all returns each sentence once, as written.
func (c *goldCorpus) all() []neural.Gold {
	var all []neural.Gold
	for _, t := range c.trees {
		all = append(all, c.tree(t.Words))
	}
	for _, words := range c.names {
		all = append(all, c.named(words))
	}
	return all
}

// Shares of the sentences that an epoch reads as a headline or in small letters, and of those with names only.
const (
	headlines    = 0.06
	smallLetters = 0.03
	namesOnly    = 0.35
)

// epoch returns the sentences of one epoch, some of them respelt.
func (c *goldCorpus) epoch(number int) []neural.Gold {
	random := rand.New(rand.NewPCG(c.seed, uint64(number)<<8|7))
	var all []neural.Gold
	for _, t := range c.trees {
		all = append(all, c.tree(respelt(t.Words, random)))
	}
	for _, words := range c.names {
		if random.Float64() < namesOnly {
			all = append(all, c.named(respelt(words, random)))
		}
	}
	return all
}

// respelt returns the words as they are, as a headline writes them, or in small letters.
func respelt(words []Word, random *rand.Rand) []Word {
	switch chance := random.Float64(); {
	case chance < headlines:
		return titleCased(withoutPeriod(words))
	case chance < headlines+smallLetters:
		small := make([]Word, len(words))
		for i, w := range words {
			small[i] = w
			small[i].Text = strings.ToLower(w.Text)
		}
		return small
	}
	return words
}

// withoutPeriod drops the period at the end, as headlines do.
func withoutPeriod(words []Word) []Word {
	last := len(words) - 1
	if last < 1 || words[last].Text != "." {
		return words
	}
	for _, w := range words {
		if w.Head == last {
			return words
		}
	}
	return words[:last]
}

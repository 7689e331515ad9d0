package parse

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/zstd"

	"sayso/extract/neural"
)

// taughtNames is how the card calls the file that data/teacher/teach.py writes.
const taughtNames = "teacher/names.tsv.zst"

// addTaught reads sentences whose names another reader found, a word a line and the chance of each class as two
// hexadecimal digits. The first line tells the classes.
func (c *corpora) addTaught(r io.Reader) error {
	if r == nil {
		return nil
	}
	sum := sha256.New()
	text, err := zstd.NewReader(io.TeeReader(r, sum), zstd.WithDecoderConcurrency(1))
	if err != nil {
		return err
	}
	defer text.Close()
	if err := c.readTaught(text); err != nil {
		return fmt.Errorf("read %s: %w", taughtNames, err)
	}
	c.hashes[taughtNames] = hex.EncodeToString(sum.Sum(nil))
	return nil
}

func (c *corpora) readTaught(r io.Reader) error {
	var s taughtSentence
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		word, chances, _ := strings.Cut(lines.Text(), "\t")
		switch row, err := hex.DecodeString(chances); {
		case n == 1:
			c.teacher = strings.Fields(strings.TrimPrefix(word, "#"))
		case word == "":
			c.taught = append(c.taught, s)
			s = taughtSentence{}
		case err != nil || len(row) != len(c.teacher):
			return fmt.Errorf("line %d: want %d chances", n, len(c.teacher))
		default:
			var w Word
			w.Text, w.Name = word, "O"
			s.words, s.chances = append(s.words, w), append(s.chances, shares(row))
		}
	}
	return lines.Err()
}

// taughtSentence is a sentence with the chance of each class for each word.
type taughtSentence struct {
	words   []Word
	chances [][]float32
}

// shares makes bytes sum to 1.
func shares(row []byte) []float32 {
	sum := float32(0)
	for _, b := range row {
		sum += float32(b)
	}
	all := make([]float32, len(row))
	for i, b := range row {
		all[i] = float32(b) / max(sum, 1)
	}
	return all
}

// adviserGold returns the sentences that names alone are learnt from, each once.
func (c *corpora) adviserGold() []neural.Gold {
	var all []neural.Gold
	for _, words := range c.universal {
		all = append(all, nameGold(said(words)))
	}
	for _, s := range c.taught {
		all = append(all, c.taughtGold(s.words, s.chances))
	}
	return all
}

// said returns the words with names of no kind of ours as no names: what is one elsewhere is none here.
func said(words []Word) []Word {
	ours := make([]Word, len(words))
	for i, w := range words {
		if w.Name == "?" {
			w.Name = "O"
		}
		ours[i] = w
	}
	return ours
}

func (c *corpora) taughtGold(words []Word, chances [][]float32) neural.Gold {
	g := nameGold(words)
	g.Chances, g.Taught = chances[:len(words)], c.teacher
	return g
}

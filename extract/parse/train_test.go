package parse

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"sayso/extract/document"
	"sayso/extract/neural"
)

// trainTiny trains on a handful of sentences.
func trainTiny() (fstest.MapFS, error) {
	text, err := os.ReadFile("testdata/tiny.conllu")
	if err != nil {
		return nil, err
	}
	corpora := fstest.MapFS{}
	for _, path := range treebanks {
		corpora[path] = &fstest.MapFile{Data: text}
	}
	names := &fstest.MapFile{Data: []byte("Dr.\tO\nBerg\tB-PER\n\nOslo\tB-LOC\n")}
	corpora[universalNames] = names
	for _, c := range nameCorpora {
		corpora[c.path] = names
	}
	taught, err := compressed("#O B-PER I-PER\nDr.\tff0000\nBerg\t08f700\n\nOslo\tff0000\n\n")
	if err != nil {
		return nil, err
	}
	files, err := Train(Training{
		Corpora:  corpora,
		Vectors:  strings.NewReader(`{"dimensions":2,"words":["said"],"vectors":{"said":[1,2,0],"told":[1,1,0],"deal":[-1,1,0]}}`),
		Seed:     1,
		Network:  neural.Sizes{Word: 16, Part: 16, Parts: 1 << 8, Hidden: 32, Layers: 1, Tag: 32, Name: 16, Arc: 32, Label: 32},
		Epochs:   800,
		Adviser:  neural.Sizes{Word: 8, Part: 16, Parts: 1 << 8, Hidden: 16, Layers: 1, Name: 16},
		Advised:  30,
		Taught:   bytes.NewReader(taught),
		Progress: func(string) {},
		Score:    func(*Model) (map[string]float64, error) { return nil, nil },
	})
	models := fstest.MapFS{}
	for path, file := range files {
		models[path] = &fstest.MapFile{Data: file}
	}
	return models, err
}

func compressed(text string) ([]byte, error) {
	enc, err := zstd.NewWriter(nil)
	if err != nil {
		return nil, err
	}
	return enc.EncodeAll([]byte(text), nil), nil
}

func TestReadTaught(t *testing.T) {
	file, err := compressed("#O B-LOC\nin\tff00\nOslo\t33cc\n\nThere\tff00\n\n")
	if err != nil {
		t.Fatal(err)
	}
	c := corpora{hashes: map[string]string{}}
	if err := c.addTaught(bytes.NewReader(file)); err != nil || len(c.taught) != 2 || c.hashes[taughtNames] == "" {
		t.Fatalf("got %d sentences, %v", len(c.taught), err)
	}
	got := c.adviserGold()[0]
	if diff := cmp.Diff(got.Chances, [][]float32{{1, 0}, {0.2, 0.8}}); diff != "" {
		t.Error(diff)
	}
	for _, bad := range []string{"#O B-LOC\nin\tff\n\n", "#O B-LOC\nin\tzz00\n\n"} {
		file, _ := compressed(bad)
		if err := c.addTaught(bytes.NewReader(file)); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q: got %v, want an error that names line 2", bad, err)
		}
	}
}

var tinyOnce = sync.OnceValues(trainTiny)

func tinyModels(t testing.TB) fstest.MapFS {
	t.Helper()
	models, err := tinyOnce()
	if err != nil {
		t.Fatal(err)
	}
	return models
}

func tinyModel(t testing.TB) *Model {
	t.Helper()
	m, err := Load(tinyModels(t))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestTrainTwiceAlike(t *testing.T) {
	first := tinyModels(t)
	second, err := trainTiny()
	if err != nil {
		t.Fatal(err)
	}
	for path := range first {
		if string(first[path].Data) != string(second[path].Data) {
			t.Errorf("%s differs", path)
		}
	}
}

func tinyTrees(t *testing.T) []Tree {
	t.Helper()
	text, err := os.Open("testdata/tiny.conllu")
	if err != nil {
		t.Fatal(err)
	}
	defer text.Close()
	trees, err := ReadConllu(text)
	if err != nil || len(trees) == 0 {
		t.Fatalf("got %d trees, %v", len(trees), err)
	}
	return trees
}

func TestTrainLearns(t *testing.T) {
	m := tinyModel(t)
	for _, gold := range tinyTrees(t) {
		for i, got := range m.Parse(gold.Sentence).Words {
			want := gold.Words[i]
			got.Name = want.Name
			if diff := cmp.Diff(got, want); diff != "" {
				t.Error(diff)
			}
		}
	}
}

func TestLoadErrors(t *testing.T) {
	for name, spoil := range map[string]func(fstest.MapFS){
		"missing":   func(m fstest.MapFS) { delete(m, "models/neural.bin") },
		"cut short": func(m fstest.MapFS) { m["models/segment.bin"] = &fstest.MapFile{Data: []byte(magic + "abc")} },
		"not ours":  func(m fstest.MapFS) { m["models/lemmas.bin"] = &fstest.MapFile{Data: []byte("{}")} },
		"other":     func(m fstest.MapFS) { m["models/neural.bin"] = m["models/clusters.bin"] },
	} {
		models := fstest.MapFS{}
		for path, file := range tinyModels(t) {
			models[path] = file
		}
		spoil(models)
		if _, err := Load(models); err == nil || !strings.Contains(err.Error(), "sayso train") {
			t.Errorf("%s: got %v, want an error that names sayso train", name, err)
		}
	}
}

func TestParseConcurrently(t *testing.T) {
	m := tinyModel(t)
	s := m.Tokenize("The office didn't sign, reporters said.")
	want := m.Parse(s)
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for range 20 {
				if diff := cmp.Diff(m.Parse(s), want); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
	readers.Wait()
}

func TestParseEmpty(t *testing.T) {
	if got := tinyModel(t).Parse(document.Sentence{}); len(got.Words) != 0 {
		t.Errorf("got %v", got)
	}
}

func TestSentencesKeepToBlocks(t *testing.T) {
	d := &document.Document{Text: "Talks will resume The minister told reporters. We wait.", Blocks: []document.Block{
		{Span: document.Span{Start: 0, End: 17}, Headline: true}, {Span: document.Span{Start: 18, End: 55}}}}
	for _, s := range tinyModel(t).Sentences(d) {
		if s.Start < 17 && s.End > 18 {
			t.Errorf("%q reaches over two blocks", d.Text[s.Start:s.End])
		}
		if s.Headline != (s.Start < 17) {
			t.Errorf("%q: headline %v", d.Text[s.Start:s.End], s.Headline)
		}
	}
}

// tile checks that tokens cover all but white space, in order.
func tile(text string, tokens []document.Token) error {
	at := 0
	for _, t := range tokens {
		if t.Start < at || t.End <= t.Start || t.End > len(text) || text[t.Start:t.End] != t.Text {
			return fmt.Errorf("%q at %v", t.Text, t.Span)
		}
		if gap := text[at:t.Start]; strings.TrimSpace(gap) != "" {
			return fmt.Errorf("%q is in no token", gap)
		}
		at = t.End
	}
	if rest := text[at:]; strings.TrimSpace(rest) != "" {
		return fmt.Errorf("%q is in no token", rest)
	}
	return nil
}

func FuzzTokenize(f *testing.F) {
	m := tinyModel(f)
	for _, s := range []string{"", "He won’t.", "“No.”It’s $4.25—up 5%…", "a\u00a0b\tc\xff", "don'tcannot U.S.'s"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := m.Tokenize(text)
		if err := tile(text, s.Tokens); err != nil {
			t.Errorf("%q: %v", text, err)
		}
		var split []document.Token
		for _, sentence := range m.segmenter.split(s.Tokens) {
			split = append(split, sentence...)
		}
		if err := tile(text, split); err != nil {
			t.Errorf("%q: %v", text, err)
		}
		// What is longer, no caller parses: see extract.longestSentence.
		if len(s.Tokens) > 0 && len(s.Tokens) <= 1000 {
			if err := oneRooted(m.Parse(s)); err != nil {
				t.Errorf("%q: %v", text, err)
			}
		}
	})
}

func oneRooted(tree Tree) error {
	roots := 0
	for i, w := range tree.Words {
		if w.Head == Root {
			roots++
		}
		if w.Head == i || w.Head < Root || w.Head >= len(tree.Words) {
			return fmt.Errorf("word %d has head %d", i, w.Head)
		}
	}
	if roots != 1 {
		return fmt.Errorf("%d roots", roots)
	}
	return nil
}

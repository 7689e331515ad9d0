package eval

import (
	"os"
	"testing"

	"sayso/data"
	"sayso/extract/parse"
)

func readNews(t *testing.T) ([]parse.Tree, []parse.Paragraph) {
	t.Helper()
	file, err := os.Open("testdata/news.conllu")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	trees, err := parse.ReadConllu(file)
	if err != nil || len(trees) == 0 {
		t.Fatalf("got %d trees, %v", len(trees), err)
	}
	if _, err := file.Seek(0, 0); err != nil {
		t.Fatal(err)
	}
	text, err := parse.ReadParagraphs(file)
	if err != nil {
		t.Fatal(err)
	}
	return trees, text
}

// TestTreebankFloors keeps the model that ships at the height it has reached, less what chance moves.
func TestTreebankFloors(t *testing.T) {
	m, err := parse.Load(data.Models)
	if err != nil {
		t.Fatal(err)
	}
	trees, text := readNews(t)
	got := Treebank(m, trees, text)
	for _, c := range []struct {
		name       string
		got, floor float64
	}{
		{"UPOS", got.UPOS, 0.94}, {"XPOS", got.XPOS, 0.94}, {"lemmas", got.Lemmas, 0.95},
		{"UAS", got.UAS, 0.75}, {"LAS", got.LAS, 0.7}, {"tokens", got.Tokens, 0.99}, {"sentences", got.Sentences, 0.9},
	} {
		if c.got < c.floor {
			t.Errorf("%s: got %.3f, want at least %.2f", c.name, c.got, c.floor)
		}
	}
}

func TestTreebankCounts(t *testing.T) {
	gold := []parse.Word{{UPOS: "NOUN", Head: 1, Relation: "nsubj"}, {UPOS: "VERB", Head: parse.Root, Relation: "root"}}
	guess := []parse.Word{{UPOS: "NOUN", Head: 1, Relation: "obj"}, {UPOS: "AUX", Head: parse.Root, Relation: "root"}}
	var got TreebankScores
	got.count(guess, gold)
	want := TreebankScores{Words: 2, UPOS: 1, XPOS: 2, Lemmas: 2, UAS: 2, LAS: 1}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

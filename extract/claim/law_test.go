package claim

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sayso/extract/document"
	"sayso/extract/parse"
)

// relations are labels that a bad parse might give any word.
var relations = []string{
	"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "conj", "cc",
	"case", "mark", "cop", "aux", "aux:pass", "appos", "nmod", "nmod:poss", "nmod:desc", "compound", "flat", "parataxis",
	"advmod", "expl", "punct", "vocative", "list", "nsubj:outer", "advcl:relcl",
}

// A tree may be as wrong as it likes: what is found still lies in its sentence, letter for letter.
func TestLawsOnScrambledTrees(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	cases := allCases(t)
	for range 1500 {
		text := cases[random.IntN(len(cases))]
		trees := readTrees(t, text)
		d := paragraph(text, trees)
		for i := range trees {
			scramble(random, trees[i].Words)
		}
		checkLaws(t, d, trees, Find(d, trees))
	}
}

func allCases(t *testing.T) []string {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("testdata/*.txt: %d files, %v", len(files), err)
	}
	var cases []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range splitCases(string(text)) {
			tree, _, _ := strings.Cut(c, "\n----")
			cases = append(cases, tree)
		}
	}
	return cases
}

// scramble hangs some words elsewhere, such that the result is a tree still, and renames relations.
func scramble(random *rand.Rand, words []parse.Word) {
	for i := range words {
		if random.IntN(3) == 0 {
			words[i].Relation = relations[random.IntN(len(relations))]
		}
		if random.IntN(4) == 0 && words[i].Head != parse.Root {
			rehang(words, i, random.IntN(len(words)))
		}
	}
}

func rehang(words []parse.Word, i, head int) {
	for j := head; j != parse.Root; j = words[j].Head {
		if j == i {
			return
		}
	}
	words[i].Head = head
}

func checkLaws(t *testing.T, d *document.Document, trees []parse.Tree, claims []Claim) {
	t.Helper()
	for _, c := range claims {
		words := trees[c.Tree].Words
		first, last := words[0].Start, words[len(words)-1].End
		if c.Quote.Start < first || c.Quote.End > last || c.Quote.Start >= c.Quote.End {
			t.Fatalf("quote %v outside its sentence %d-%d: %s", c.Quote, first, last, c)
		}
		if c.Predicate.Name == "" || c.Predicate.Lemma == "" || strings.Contains(c.Predicate.Name, " ") {
			t.Fatalf("relation %q [%q]: %s", c.Predicate.Name, c.Predicate.Lemma, c)
		}
		if c.Content >= len(claims) || c.Confidence <= 0 || c.Confidence > 1 || c.Rule == "" {
			t.Fatalf("content %d, confidence %v, rule %q: %s", c.Content, c.Confidence, c.Rule, c)
		}
		checkPhrase(t, d, trees, c.Subject)
		if c.Object != nil {
			checkPhrase(t, d, trees, *c.Object)
		}
		for _, a := range c.Arguments {
			checkPhrase(t, d, trees, a.Phrase)
		}
	}
}

func checkPhrase(t *testing.T, d *document.Document, trees []parse.Tree, p Phrase) {
	t.Helper()
	if len(p.Words) == 0 || p.Text != d.Text[p.Span.Start:p.Span.End] {
		t.Fatalf("phrase %+v", p)
	}
	if !p.Clause && !slices.Contains(p.Words, p.Head) {
		t.Fatalf("phrase %q without its head %s", p.Text, trees[p.Tree].Words[p.Head].Text)
	}
	if len(p.Words) > objectWords {
		t.Fatalf("phrase of %d words: %q", len(p.Words), p.Text)
	}
}

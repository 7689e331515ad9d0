package claim

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sayso/extract/document"
	"sayso/extract/parse"
)

var rewrite = flag.Bool("rewrite", false, "write what the rules find into testdata")

// published is the day on which all examples are said to appear: a Friday.
var published = time.Date(2024, time.March, 15, 0, 0, 0, 0, time.UTC)

// A testdata file holds cases: comments and CoNLL-U, a line "----", the claims, a blank line.
func TestPhenomena(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("testdata/*.txt: %d files, %v", len(files), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		t.Run(name, func(t *testing.T) { testFile(t, file) })
	}
}

func testFile(t *testing.T, file string) {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	cases := splitCases(string(text))
	if len(cases) == 0 {
		t.Fatalf("%s holds no cases", file)
	}
	var rewritten strings.Builder
	for i, c := range cases {
		tree, want, _ := strings.Cut(c+"\n", "\n----\n")
		got := findIn(t, tree)
		if strings.TrimSpace(got) != strings.TrimSpace(want) && !*rewrite {
			t.Errorf("case %d of %s\n%s\ngot\n%s\nwant\n%s", i+1, file, sentenceOf(tree), got, want)
		}
		rewritten.WriteString(strings.TrimSpace(tree) + "\n----\n" + got + "\n")
	}
	if *rewrite {
		if err := os.WriteFile(file, []byte(rewritten.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// splitCases cuts a file at the blank line that ends each list of claims.
func splitCases(text string) []string {
	var cases []string
	for _, part := range strings.Split(text, "\n\n# text =") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		if !strings.HasPrefix(part, "#") {
			part = "# text =" + " " + part
		}
		cases = append(cases, part)
	}
	return cases
}

func sentenceOf(tree string) string {
	line, _, _ := strings.Cut(tree, "\n")
	return line
}

// findIn reads the trees of one case as one paragraph and writes its claims.
func findIn(t *testing.T, conllu string) string {
	t.Helper()
	trees := readTrees(t, conllu)
	var lines strings.Builder
	for _, c := range Find(paragraph(conllu, trees), trees) {
		lines.WriteString(c.String() + "\n")
	}
	return lines.String()
}

func readTrees(t *testing.T, conllu string) []parse.Tree {
	t.Helper()
	trees, err := parse.ReadConllu(strings.NewReader(expand(conllu) + "\n\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(trees) == 0 {
		t.Fatalf("no tree in %q", conllu)
	}
	for i := range trees {
		trees[i].Sentence.Headline = strings.Contains(conllu, "\n# headline\n")
	}
	return trees
}

// expand writes the short rows of testdata (word lemma UPOS XPOS head relation, and perhaps the
// label of a name) as CoNLL-U.
func expand(short string) string {
	var rows []string
	n := 0
	for _, line := range strings.Split(short, "\n") {
		fields := strings.Fields(line)
		if strings.HasPrefix(line, "#") || len(fields) < 6 {
			if n > 0 {
				rows = append(rows, "")
			}
			n = 0
			rows = append(rows, line)
			continue
		}
		n++
		name := "_"
		if len(fields) > 6 {
			name = "NER=" + fields[6]
		}
		rows = append(rows, strings.Join([]string{itoa(n), fields[0], fields[1], fields[2], fields[3], "_", fields[4], fields[5], "_", name}, "\t"))
	}
	return strings.Join(rows, "\n")
}

func itoa(n int) string {
	if n >= 10 {
		return itoa(n/10) + itoa(n%10)
	}
	return string(rune('0' + n))
}

// paragraph joins the sentences of trees, moving their spans to where they then stand.
func paragraph(conllu string, trees []parse.Tree) *document.Document {
	var text strings.Builder
	n, gap := 0, " "
	for _, line := range strings.Split(conllu, "\n") {
		if line == "# newpar" {
			gap = "\n\n"
		}
		sentence, ok := strings.CutPrefix(line, "# text = ")
		if !ok {
			continue
		}
		if n > 0 {
			text.WriteString(gap)
			gap = " "
		}
		shift(trees[n].Words, text.Len())
		text.WriteString(sentence)
		n++
	}
	d, err := document.Read("example", []byte(text.String()), document.Metadata{Published: published})
	if err != nil {
		panic(err)
	}
	return d
}

func shift(words []parse.Word, by int) {
	for i := range words {
		words[i].Start += by
		words[i].End += by
	}
}

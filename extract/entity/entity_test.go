package entity

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/extract/claim"
	"sayso/extract/document"
	"sayso/extract/parse"
)

var rewrite = flag.Bool("rewrite", false, "write what is resolved into testdata")

// A testdata file holds a line that says what holds, trees in rows (word lemma UPOS XPOS head relation
// and name), a line "----" and the entities: name, type, mentions; a pronoun has a star, a name
// without entity of its own does not show.
func TestResolve(t *testing.T) {
	for _, file := range testFiles(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) { testFile(t, file) })
	}
}

func testFile(t *testing.T, file string) {
	rows, want := readCase(t, file)
	got := describe(resolveRows(t, rows))
	if *rewrite {
		if err := os.WriteFile(file, []byte(rows+"----\n"+got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s: -want +got\n%s", file, diff)
	}
}

// TestResolveAfterRenaming gives every person another surname: who is who must not change, since no
// name of a person is in a rule.
func TestResolveAfterRenaming(t *testing.T) {
	for _, file := range testFiles(t) {
		rows, want := readCase(t, file)
		for _, surname := range []string{"Holm", "Stern", "Keller", "Ruiz"} {
			word := regexp.MustCompile(`\b` + surname + `\b`)
			rows = word.ReplaceAllString(rows, surname+"qvist")
			want = word.ReplaceAllString(want, surname+"qvist")
		}
		if diff := cmp.Diff(want, describe(resolveRows(t, rows))); diff != "" {
			t.Errorf("%s: -want +got\n%s", file, diff)
		}
	}
}

func testFiles(t *testing.T) []string {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("testdata/*.txt: %d files, %v", len(files), err)
	}
	return files
}

func readCase(t *testing.T, file string) (rows, want string) {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rows, want, ok := strings.Cut(string(text), "----\n")
	if !ok {
		t.Fatalf("%s has no line ----", file)
	}
	return rows, want
}

// resolveRows reads rows as one paragraph.
func resolveRows(t *testing.T, rows string) []Entity {
	trees, err := parse.ReadConllu(strings.NewReader(conllu(rows)))
	if err != nil {
		t.Fatal(err)
	}
	d := paragraph(t, rows, trees)
	return Resolve(d, trees, claim.Find(d, trees))
}

// conllu fills in the columns that the rows leave out.
func conllu(rows string) string {
	var b strings.Builder
	n := 0
	for line := range strings.Lines(rows) {
		f := strings.Fields(line)
		if len(f) < 6 || f[0] == "#" {
			b.WriteString(line)
			n = 0
			continue
		}
		n++
		name := "_"
		if len(f) > 6 {
			name = "NER=" + f[6]
		}
		fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t%s\t_\t%s\t%s\t_\t%s\n", n, f[0], f[1], f[2], f[3], f[4], f[5], name)
	}
	return b.String() + "\n"
}

// paragraph joins the texts of the rows and moves the spans of the trees to their places in it.
func paragraph(t *testing.T, rows string, trees []parse.Tree) *document.Document {
	var texts []string
	start := 0
	for line := range strings.Lines(rows) {
		text, ok := strings.CutPrefix(line, "# text = ")
		if !ok {
			continue
		}
		text = strings.TrimSuffix(text, "\n")
		move(&trees[len(texts)], start)
		start += len(text) + 1
		texts = append(texts, text)
	}
	d, err := document.Read("test", []byte(strings.Join(texts, " ")), document.Metadata{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func move(t *parse.Tree, by int) {
	t.Sentence.Start += by
	t.Sentence.End += by
	for i := range t.Words {
		t.Words[i].Start += by
		t.Words[i].End += by
	}
	for i := range t.Sentence.Tokens {
		t.Sentence.Tokens[i].Start += by
		t.Sentence.Tokens[i].End += by
	}
}

func describe(entities []Entity) string {
	var b strings.Builder
	for _, e := range entities {
		var mentions []string
		for _, m := range e.Mentions {
			text := m.Text
			if m.Kind == Pronoun {
				text += "*"
			}
			mentions = append(mentions, text)
		}
		fmt.Fprintf(&b, "%s, %s: %s\n", e.Name, e.Type, strings.Join(mentions, " | "))
	}
	return b.String()
}

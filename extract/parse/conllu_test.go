package parse

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const rubio = `# text = Rubio didn't say "no".
1	Rubio	Rubio	PROPN	NNP	Number=Sing	4	nsubj	_	NER=B-PER
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	say	say	VERB	VB	VerbForm=Inf	0	root	_	_
5	"	"	PUNCT	` + "``" + `	_	6	punct	_	SpaceAfter=No
6	no	no	INTJ	UH	_	4	obj	_	SpaceAfter=No
6.1	ghost	_	_	_	_	_	_	_	_
7	"	"	PUNCT	''	_	6	punct	_	SpaceAfter=No
8	.	.	PUNCT	.	_	4	punct	_	_

`

func readOne(t *testing.T, text string) Tree {
	t.Helper()
	trees, err := ReadConllu(strings.NewReader(text))
	if err != nil || len(trees) != 1 {
		t.Fatalf("got %d trees, %v; want 1", len(trees), err)
	}
	return trees[0]
}

func TestConlluRoundTrip(t *testing.T) {
	tree := readOne(t, rubio)
	var b bytes.Buffer
	if err := WriteConllu(&b, tree); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(readOne(t, b.String()), tree); diff != "" {
		t.Error(diff)
	}
}

func TestConlluSpans(t *testing.T) {
	const text = `Rubio didn't say "no".`
	for _, w := range readOne(t, rubio).Words {
		if got := text[w.Start:w.End]; got != w.Text {
			t.Errorf("got %q at %v, want %q", got, w.Span, w.Text)
		}
	}
}

func TestConlluNoText(t *testing.T) {
	_, words, _ := strings.Cut(rubio, "\n")
	if diff := cmp.Diff(readOne(t, words), readOne(t, rubio)); diff != "" {
		t.Error(diff)
	}
}

func TestConlluErrors(t *testing.T) {
	for _, bad := range []string{"1\ta\n", "2\ta\ta\tX\tX\t_\t0\troot\t_\t_\n", "1\ta\ta\tX\tX\t_\t-3\troot\t_\t_\n"} {
		if _, err := ReadConllu(strings.NewReader(bad)); err == nil {
			t.Errorf("%q: got no error", bad)
		}
	}
}

func FuzzReadConllu(f *testing.F) {
	f.Add(rubio)
	f.Fuzz(func(t *testing.T, text string) {
		trees, err := ReadConllu(strings.NewReader(text))
		if err != nil {
			return
		}
		for _, tree := range trees {
			for i, w := range tree.Words {
				if w.Head < Root || w.Head >= len(tree.Words) {
					t.Errorf("word %d: head %d", i, w.Head)
				}
				tree.Subtree(i)
			}
		}
	})
}

package entity

import (
	"math/rand/v2"
	"strings"
	"testing"

	"sayso/extract/claim"
	"sayso/extract/document"
	"sayso/extract/parse"
)

// TestLaws holds what must be so for any trees, those of testdata and the same with their heads drawn at
// random: the text of a mention is what the document has there, no word is the head of mentions
// of two entities, and each noun that a claim speaks of has an entity.
func TestLaws(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for _, file := range testFiles(t) {
		rows, _ := readCase(t, file)
		for round := range 50 {
			trees, err := parse.ReadConllu(strings.NewReader(conllu(rows)))
			if err != nil {
				t.Fatal(err)
			}
			d := paragraph(t, rows, trees)
			if round > 0 {
				scramble(trees, random)
			}
			claims := claim.Find(d, trees)
			checkLaws(t, d, trees, claims, Resolve(d, trees, claims))
		}
	}
}

// scramble hangs the words of each tree one under another at random, by relations that rules ask for.
func scramble(trees []parse.Tree, random *rand.Rand) {
	relations := []string{"nsubj", "obj", "obl", "nmod", "appos", "conj", "nmod:desc", "acl:relcl", "ccomp", "flat", "compound"}
	for _, tree := range trees {
		order := random.Perm(len(tree.Words))
		for n, i := range order {
			w := &tree.Words[i]
			w.Head, w.Relation = parse.Root, "root"
			if n > 0 {
				w.Head, w.Relation = order[random.IntN(n)], relations[random.IntN(len(relations))]
			}
		}
	}
}

func checkLaws(t *testing.T, d *document.Document, trees []parse.Tree, claims []claim.Claim, entities []Entity) {
	owner := map[place]int{}
	for i, e := range entities {
		if e.Name == "" || e.Type == "" || len(e.Mentions) == 0 {
			t.Fatalf("entity without name, type or mention: %+v", e)
		}
		for _, m := range e.Mentions {
			if got := d.Text[m.Span.Start:m.Span.End]; got != m.Text {
				t.Fatalf("mention %q stands for %q", m.Text, got)
			}
			at := place{m.Tree, m.Head}
			if first, taken := owner[at]; taken && first != i {
				t.Fatalf("%q is %s and %s", m.Text, entities[first].Name, e.Name)
			}
			owner[at] = i
		}
	}
	for _, p := range phrases(claims) {
		if _, ok := owner[place{p.Tree, p.Head}]; !ok && isNominal(p, trees[p.Tree].Words) {
			t.Fatalf("%q has no entity", p.Text)
		}
	}
}

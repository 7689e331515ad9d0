package answer

import (
	"context"
	"os"
	"strings"
	"testing"

	"sayso/extract/document"
	"sayso/extract/parse"
)

// anyParser gives words a tree of the shape that bytes say: no model gives one that is not among them.
type anyParser struct {
	goldParser // for its Tokenize
	shape      []byte
}

var (
	someRelations = strings.Fields("nsubj nsubj:pass obj iobj obl obl:tmod nmod nmod:poss advmod aux aux:pass cop mark case det conj cc ccomp xcomp advcl acl acl:relcl appos compound flat punct expl nummod amod vocative parataxis")
	someTags      = strings.Fields("NOUN/NN PROPN/NNP VERB/VBD VERB/VB VERB/VBN AUX/VBD PRON/WP PRON/PRP ADV/WRB DET/WDT DET/DT ADP/IN ADJ/JJ NUM/CD PART/TO SCONJ/IN CCONJ/CC PUNCT/. PART/POS")
)

func (p anyParser) Parse(s document.Sentence) parse.Tree {
	t := parse.Tree{Sentence: s}
	next := func(n int) int {
		if len(p.shape) == 0 {
			return 0
		}
		b := p.shape[len(t.Words)*7%len(p.shape)]
		p.shape = append(p.shape[1:], b)
		return int(b) % n
	}
	root := 0
	if len(s.Tokens) > 0 {
		root = next(len(s.Tokens))
	}
	for i, token := range s.Tokens {
		upos, xpos, _ := strings.Cut(someTags[next(len(someTags))], "/")
		w := parse.Word{Token: token, Lemma: strings.ToLower(token.Text), UPOS: upos, XPOS: xpos, Relation: someRelations[next(len(someRelations))], Name: "O"}
		switch {
		case i == root:
			w.Head, w.Relation = parse.Root, "root"
		case i < root:
			w.Head = i + 1 + next(root-i)
		default:
			w.Head = root + next(i-root)
		}
		t.Words = append(t.Words, w)
	}
	return t
}

// FuzzAsk: whatever is asked, and however it is parsed, the answers rest on claims.
func FuzzAsk(f *testing.F) {
	text, err := os.ReadFile("testdata/questions.txt")
	if err != nil {
		f.Fatal(err)
	}
	for i, question := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		f.Add(question, []byte(question)[i%len(question):])
	}
	asker := newTestAsker(f, nil)
	f.Fuzz(func(t *testing.T, question string, shape []byte) {
		if len(question) > 400 {
			return
		}
		asker.parser = anyParser{shape: shape}
		reply, err := asker.Ask(context.Background(), question, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, answer := range reply.Answers {
			if answer.Text == "" || len(answer.Evidence) == 0 {
				t.Errorf("%+v", answer)
			}
		}
	})
}

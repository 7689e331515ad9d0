package eval

import (
	"strings"
	"testing"

	"sayso/extract/claim"
	"sayso/extract/document"
)

const someVerdicts = `# Verdicts.
of	claim	quote	verdict	kind	note
a	Holm | signed | the act |  | 	Holm signed the act and the treaty	right		
a	Holm [= Ida Holm] | signed | the treaty |  | 	Holm signed the act and the treaty	wrong	object	nobody did
a	Holm | if_left |  |  | conditional	Holm left	right		
a	Holm | if_left |  |  | conditional	Holm left	unreal	modality	at a second reading
`

func TestJudge(t *testing.T) {
	verdicts, err := ReadVerdicts(strings.NewReader(someVerdicts))
	if err != nil || len(verdicts) != 4 {
		t.Fatalf("%d verdicts, %v", len(verdicts), err)
	}
	d := &document.Document{Text: "Holm signed the act and the treaty. If Holm left"}
	signed := func(object string) claim.Claim {
		return claim.Claim{
			Subject: claim.Phrase{Text: "Holm"}, Predicate: claim.Predicate{Name: "signed"}, Object: &claim.Phrase{Text: object},
			Quote: document.Span{End: 34},
		}
	}
	left := claim.Claim{Subject: claim.Phrase{Text: "Holm"}, Predicate: claim.Predicate{Name: "left"}, Quote: document.Span{Start: 39, End: 48}}
	claims := []claim.Claim{signed("the act"), signed("the treaty"), signed("the act and"), left}
	for n, want := range []struct{ right, judged bool }{{true, true}, {false, true}, {false, false}, {false, true}} {
		if right, judged := Judge(d, claims, n, verdicts); right != want.right || judged != want.judged {
			t.Errorf("claim %d: right %v, judged %v, want %v", n, right, judged, want)
		}
	}
}

func TestReadVerdictsNamesTheLine(t *testing.T) {
	if _, err := ReadVerdicts(strings.NewReader(someVerdicts + "a\tno claim\n")); err == nil || !strings.Contains(err.Error(), "line 7") {
		t.Errorf("got %v", err)
	}
}

func TestReadTreebankTexts(t *testing.T) {
	const treebank = `# newdoc id = a
# newpar
# text = One.
1	One	_	_	_	_	0	root	_	_

# text = Two.

# newpar id = a-2
# text = Three.

# newdoc id = b
# text = Four.
`
	texts, err := ReadTreebankTexts(strings.NewReader(treebank), func(id string) bool { return id == "a" })
	if want := (TreebankText{"a", "One. Two.\n\nThree."}); err != nil || len(texts) != 1 || texts[0] != want {
		t.Errorf("got %q, %v, want %q", texts, err, want)
	}
}

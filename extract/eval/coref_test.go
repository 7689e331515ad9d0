package eval

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func chainOf(mentions ...int) chain {
	c := chain{}
	for _, m := range mentions {
		c[m] = true
	}
	return c
}

// The first is the example of Luo 2005, 2.1; the others were computed by hand.
func TestCorefMetrics(t *testing.T) {
	for _, x := range []struct {
		name              string
		gold, guess       []chain
		muc, bcub, ceafe4 [2]float64 // precision and recall
	}{
		{"two of three chains joined",
			[]chain{chainOf(1, 2, 3, 4, 5), chainOf(6, 7), chainOf(8, 9, 10, 11, 12)},
			[]chain{chainOf(1, 2, 3, 4, 5), chainOf(6, 7, 8, 9, 10, 11, 12)},
			[2]float64{9.0 / 10, 1}, [2]float64{(5 + 4.0/7 + 25.0/7) / 12, 1}, [2]float64{(1 + 10.0/12) / 2, (1 + 10.0/12) / 3}},
		{"nothing found", []chain{chainOf(1, 2)}, nil, [2]float64{0, 0}, [2]float64{0, 0}, [2]float64{0, 0}},
		{"one chain torn", []chain{chainOf(1, 2, 3, 4)}, []chain{chainOf(1, 2), chainOf(3, 4)},
			[2]float64{1, 2.0 / 3}, [2]float64{1, 0.5}, [2]float64{(4.0 / 6) / 2, 4.0 / 6}},
		{"the better of two alignments", []chain{chainOf(1, 2, 3), chainOf(4, 5)}, []chain{chainOf(1, 4, 5), chainOf(2, 3)},
			[2]float64{2.0 / 3, 2.0 / 3}, [2]float64{(1.0/3 + 4.0/3 + 2) / 5, (1.0/3 + 4.0/3 + 2) / 5}, [2]float64{0.8, 0.8}},
	} {
		for _, m := range []struct {
			name string
			got  prf
			want [2]float64
		}{{"MUC", muc(x.gold, x.guess), x.muc}, {"B3", bCubed(x.gold, x.guess), x.bcub}, {"CEAFe", ceafe(x.gold, x.guess), x.ceafe4}} {
			if p, r := m.got.precision(), m.got.recall(); math.Abs(p-m.want[0]) > 1e-9 || math.Abs(r-m.want[1]) > 1e-9 {
				t.Errorf("%s: %s is %.4f, %.4f, want %.4f, %.4f", x.name, m.name, p, r, m.want[0], m.want[1])
			}
		}
	}
}

func TestReadChains(t *testing.T) {
	const text = `d
1	Ada	_	_	_	_	2	_	_	Entity=(1-person-new-cf1-2-coref
2	Holm	_	_	_	_	0	_	_	Entity=1)
3	saw	_	_	_	_	2	_	_	_
4	her	_	_	_	_	2	_	_	Entity=(2-object-new-cf2-2-coref(1-person-giv-cf1-1-ana)|SpaceAfter=No
5	boat	_	_	_	_	2	_	_	Entity=2)

1	It	_	_	_	_	2	_	_	Entity=(2-object-giv-cf1-1-ana)
`
	got, err := readChains(text)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]CorefMention{{{0, 0, 2}, {0, 3, 4}}, {{0, 3, 5}, {1, 0, 1}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("chains: %s", diff)
	}
}

func TestReadGAP(t *testing.T) {
	const table = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n" +
		"x-1\t“Ål” is by Ada; Eva says \"her book\".\ther\t26\tAda\t11\tTRUE\tEva\t16\tFALSE\turl\n"
	all, err := ReadGAP(strings.NewReader(table))
	if err != nil {
		t.Fatal(err)
	}
	x := all[0]
	got := []string{x.Text[x.Pronoun.Start:x.Pronoun.End], x.Text[x.Names[0].Start:x.Names[0].End], x.Text[x.Names[1].Start:x.Names[1].End]}
	if diff := cmp.Diff([]string{"her", "Ada", "Eva"}, got); diff != "" || !x.Feminine() || x.Is != [2]bool{true, false} {
		t.Errorf("%+v: %s", x, diff)
	}
}

func TestGAPScores(t *testing.T) {
	her := GAPExample{Text: "her", Is: [2]bool{true, false}}
	her.Pronoun.End = 3
	his := GAPExample{Text: "his", Is: [2]bool{false, true}}
	his.Pronoun.End = 3
	var s GAPScores
	s.count(her, [2]bool{true, false})
	s.count(her, [2]bool{false, false})
	s.count(his, [2]bool{true, true})
	if got, want := s.String(), "F1 0.667  masculine 0.667  feminine 0.667  ratio 1.000"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

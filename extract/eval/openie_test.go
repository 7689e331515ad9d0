package eval

import (
	"io"
	"os"
	"testing"
)

// The figures are those of the public scorers' arithmetic, written independently in Python.
func TestCarb(t *testing.T) {
	got := Carb(open(t, "carb_gold.tsv", ReadCarbGold), open(t, "carb_found.tab", ReadCarb)).String()
	want := "AUC 0.684  P 0.917 R 0.689 F1 0.786  (n pred 6)"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestCarbWithoutExtractions(t *testing.T) {
	if got := Carb(open(t, "carb_gold.tsv", ReadCarbGold), nil); got != (CarbScores{}) {
		t.Errorf("got %v", got)
	}
}

func TestCarbKeyIgnoresTokenisation(t *testing.T) {
	got, want := CarbKey(`He said ( twice ) : "no"`), CarbKey("He said (twice): ``no''")
	if got != want {
		t.Errorf("%q and %q", got, want)
	}
}

func TestBenchie(t *testing.T) {
	found, gold := open(t, "benchie_found.txt", ReadBenchie), open(t, "benchie_gold.txt", ReadBenchieGold)
	got := Benchie(gold, found).String()
	want := "P 0.4000 R 0.6667 F1 0.5000 | clusters hit 2 of 3, right triples 4, wrong 3"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestFacts(t *testing.T) {
	got := Facts(open(t, "facts.jsonl", ReadFacts), open(t, "claims.jsonl", ReadClaims)).String()
	want := "claims 3, 1.5 a sentence that has any\nfacts 2/4 0.500"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func open[T any](t *testing.T, name string, read func(io.Reader) (T, error)) T {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := read(f)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

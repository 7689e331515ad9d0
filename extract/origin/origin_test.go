package origin

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var report = []string{
	"A ferry sank off the coast of Kellin on Monday, and twelve people were killed, police said.",
	"The mayor said that the operator had ignored warnings about the state of the harbour wall.",
	"Divers searched the wreck until nightfall and will go on in the morning if the wind drops.",
}

func TestCluster(t *testing.T) {
	own := "Parliament approved the safety bill in January after a long night of debate and three votes."
	articles := map[string][]string{
		"wire":   report,
		"copy":   append([]string{"By our correspondent"}, report...),
		"cut":    report[:2],
		"quoted": {own, own + " It was the third attempt of the minister, who had lost twice.", report[0]},
		"other":  {"Rain fell in the north, and the rivers rose by a metre within the day."},
		"short":  {"Rain fell."},
		"empty":  nil,
	}
	sketches := map[string]string{}
	for id, paragraphs := range articles {
		sketches[id] = Sketch(paragraphs...)
	}
	want := map[string]string{"copy": "copy", "cut": "copy", "wire": "copy", "quoted": "quoted", "other": "other", "short": "short", "empty": "empty"}
	got := Cluster(sketches)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if n := Count(got); n != 5 {
		t.Errorf("%d origins", n)
	}
}

// Case, marks and the order of paragraphs do not make another report.
func TestSketchOfTheSameWords(t *testing.T) {
	if Sketch(report...) != Sketch(strings.ToUpper(report[2]), strings.ReplaceAll(report[0], ",", " –"), report[1]) {
		t.Error("the sketches differ")
	}
}

// The estimate is near what comparing the shingles themselves gives.
func TestEstimate(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, part := range []int{0, 50, 100, 200, 400} {
		text := func(n int) string {
			words := make([]string, n)
			for i := range words {
				words[i] = fmt.Sprint("w", r.IntN(1e9))
			}
			return strings.Join(words, " ")
		}
		common := text(part)
		a, b := []string{common, text(400 - part)}, []string{common, text(600)}
		x, y := shingles(a), shingles(b)
		both := 0
		for s := range x {
			if y[s] {
				both++
			}
		}
		want := float64(both) / float64(min(len(x), len(y)))
		if got := parse(Sketch(a...)).within(parse(Sketch(b...))); math.Abs(got-want) > 0.15 {
			t.Errorf("%d words of 400 are shared: %.2f, want %.2f", part, got, want)
		}
	}
}

func FuzzCluster(f *testing.F) {
	f.Add(report[0], report[1])
	f.Add("", "AAAA")
	f.Fuzz(func(t *testing.T, a, b string) {
		got := Cluster(map[string]string{"a": Sketch(a), "b": Sketch(a), "raw": b})
		if got["a"] != "a" || Sketch(a) != "" && got["b"] != "a" {
			t.Errorf("%q: %v", a, got)
		}
	})
}

package parse

import (
	"math/rand/v2"
	"testing"
	"testing/fstest"
)

func TestWithoutPeriod(t *testing.T) {
	for text, want := range map[string]string{
		"Talks resume .":   "Talks resume",
		"Talks resume":     "Talks resume",
		".":                ".",
		"Talks resume . .": "Talks resume .",
	} {
		if got := brackets(withoutPeriod(bracketed(text))); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	words := bracketed("No .")
	words[0].Head = 1
	if got := brackets(withoutPeriod(words)); got != "No ." {
		t.Errorf("a period with a dependent: got %q", got)
	}
}

func TestRespelt(t *testing.T) {
	r := loadGazetteer().renamer(rand.New(rand.NewPCG(1, 1)))
	words := bracketed("[Ann]PER will leave Oslo after the talks .")
	count := map[string]int{}
	for range 2000 {
		switch got := brackets(respelt(words, r)); got {
		case "[Ann]PER will leave Oslo after the talks .":
			count["written"]++
		case "[Ann]PER Will Leave Oslo after the Talks":
			count["headline"]++
		case "[ann]PER will leave oslo after the talks .":
			count["small"]++
		default:
			count["renamed"]++
		}
	}
	for how, want := range map[string]float64{"headline": headlines, "small": smallLetters, "renamed": renamed} {
		if got := float64(count[how]) / 2000; got < want*0.7 || got > want*1.3 {
			t.Errorf("%s: share %.3f, want about %.3f", how, got, want)
		}
	}
}

func TestTypewritten(t *testing.T) {
	for form, want := range map[string]string{"“": `"`, "didn’t": "didn't", "…": "...", "naïve": "naïve"} {
		if got := typewritten(form); got != want {
			t.Errorf("typewritten(%q) = %q, want %q", form, got, want)
		}
	}
}

func TestTreesHaveNames(t *testing.T) {
	const tree = "1\tOslo\tOslo\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n2\tagreed\tagree\tVERB\tVBD\t_\t0\troot\t_\t_\n\n"
	const other = "1\tLeft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n\n"
	const marked = "1\tOslo\tOslo\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-place-new-x)\n2\tagreed\tagree\tVERB\tVBD\t_\t0\troot\t_\t_\n\n"
	files := fstest.MapFS{
		treebanks[0]:   {Data: []byte(tree + other)},
		treebanks[1]:   {Data: []byte(marked)},
		treebanks[2]:   {Data: []byte(other)},
		universalNames: {Data: []byte("1\tOslo\tB-LOC\n2\tagreed\tO\n\n")},
	}
	for _, n := range nameCorpora {
		files[n.path] = &fstest.MapFile{Data: []byte("Oslo\tB-LOC\n\n")}
	}
	c, err := readCorpora(files)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"B-LOC", "?", "B-LOC", "?"} {
		if got := c.trees[i].Words[0].Name; got != want {
			t.Errorf("tree %d: got %s, want %s", i, got, want)
		}
	}
	if len(c.named) != 5 || len(c.hashes) != 6 {
		t.Errorf("%d sentences with names only, %d hashes", len(c.named), len(c.hashes))
	}
}

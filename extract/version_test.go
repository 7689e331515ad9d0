package extract

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// Whatever decides what an article says is part of the version.
func TestVersionCoversAllPackages(t *testing.T) {
	folders, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, d := range folders {
		if !d.IsDir() || d.Name() == "testdata" || d.Name() == "eval" {
			continue
		}
		seen++
		if _, err := fs.Stat(rules, d.Name()); err != nil {
			t.Errorf("%s is not embedded in version.go: %v", d.Name(), err)
		}
	}
	if seen == 0 {
		t.Fatal("no packages found")
	}
}

func TestVersionTellsModelsApart(t *testing.T) {
	one, two := version(t, "weights"), version(t, "other weights")
	if one == two || one != version(t, "weights") {
		t.Errorf("got %s and %s", one, two)
	}
	if _, rules, _ := strings.Cut(one, ", "); !strings.HasSuffix(two, rules) {
		t.Errorf("the rules are the same and the versions are %s and %s", one, two)
	}
}

func version(t *testing.T, weights string) string {
	t.Helper()
	v, err := Version(fstest.MapFS{"models/neural.bin": {Data: []byte(weights)}, "models/neural.json": {Data: []byte(weights)}})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

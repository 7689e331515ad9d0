package identity

import (
	"os"
	"strings"
	"testing"

	"sayso/graph"
)

func TestNames(t *testing.T) {
	cases := readCases(t, "testdata/names.txt")
	for _, c := range cases {
		kind, rest, _ := strings.Cut(c, " ")
		parts := strings.Split(rest, "|")
		a := NewName(parts[0], graph.Type(kind))
		b := NewName(parts[1], graph.Type(kind))
		if got, want := relation(a, b), strings.TrimSpace(parts[2]); got != want {
			t.Errorf("%s: got %s", c, got)
		}
	}
}

func relation(a, b Name) string {
	switch {
	case a.Same(b) && b.Same(a):
		return "same"
	case a.Same(b) || b.Same(a):
		return "the same one way only"
	case a.Shortens(b):
		return "short"
	}
	return "different"
}

func readCases(t *testing.T, path string) []string { return readCasesWith(t, path, "\x00") }

// readCasesWith keeps the comments that begin with a mark of their own.
func readCasesWith(t *testing.T, path, mark string) []string {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var cases []string
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && (line[0] != '#' || strings.HasPrefix(line, mark)) {
			cases = append(cases, line)
		}
	}
	if len(cases) == 0 {
		t.Fatalf("%s has no cases", path)
	}
	return cases
}

func TestLookup(t *testing.T) {
	for name, want := range map[string]string{
		"U.S.": "United States", "the US": "United States", "the Netherlands": "Netherlands", "NATO": "NATO",
		"u.n. security council": "UN Security Council", "Bogotá": "Bogotá", "BRITAIN's": "",
		"us": "", "nice": "", "who": "", "it": "", "labour": "",
	} {
		if k, _ := Lookup(name); k.Name != want {
			t.Errorf("Lookup(%q) = %q, want %q", name, k.Name, want)
		}
	}
}

func TestWithoutTitles(t *testing.T) {
	for name, want := range map[string]string{
		"Foreign Minister Annalena Baerbock":        "Annalena Baerbock",
		"former French president François Hollande": "François Hollande",
		"Stephen King":           "Stephen King",
		"Martin Luther King Jr.": "Martin Luther King Jr.",
		"Dr. Jane Goodall":       "Jane Goodall",
		"secretary of state":     "secretary of state",
	} {
		if got := WithoutTitles(name); got != want {
			t.Errorf("WithoutTitles(%q) = %q, want %q", name, got, want)
		}
	}
}

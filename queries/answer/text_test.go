package answer

import (
	"strings"
	"testing"
)

func TestWriteText(t *testing.T) {
	r := Reply{Answers: []Answer{{
		Text: "Erik \x1b[31mDahl",
		Evidence: []Evidence{
			{Document: "n1", Quote: "Dahl said\nso", Says: "Ada Okafor"},
			{Document: "n2", Quote: "he did"},
		},
	}}}
	want := "Erik [31mDahl\n    “Dahl said so”\n      — according to Ada Okafor, n1\n    “he did”\n      — n2\n"
	var got strings.Builder
	if err := r.WriteText(&got, Style{}); err != nil {
		t.Fatal(err)
	}
	if got.String() != want {
		t.Errorf("got %q, want %q", got.String(), want)
	}
}

func TestWriteTextFindsNothing(t *testing.T) {
	var got strings.Builder
	if err := (Reply{Coverage: Coverage{Articles: 2, Claims: 18}}).WriteText(&got, Style{}); err != nil {
		t.Fatal(err)
	}
	if want := "Nothing found in 18 claims of 2 articles.\n"; got.String() != want {
		t.Errorf("got %q, want %q", got.String(), want)
	}
}

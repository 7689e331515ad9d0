package queries

import "testing"

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "out", 3}, {"out", "outt", 1}, {"both", "bath", 1}, {"ferry", "freyr", 3}, {"kitten", "sitting", 3},
		{"é", "é", 0}, {"Zoë", "Zoe", 1}, {"Łódź", "Lodz", 3},
	} {
		if got := Distance(c.a, c.b); got != c.want {
			t.Errorf("from %q to %q: got %d, want %d", c.a, c.b, got, c.want)
		}
		if back := Distance(c.b, c.a); back != c.want {
			t.Errorf("from %q to %q: got %d, want %d", c.b, c.a, back, c.want)
		}
	}
}

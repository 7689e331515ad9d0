package neural

import "testing"

func TestMargin(t *testing.T) {
	for _, c := range []struct {
		scores []float32
		chosen int
		want   float32
	}{
		{[]float32{1, 4, 2.5}, 1, 1.5},
		{[]float32{1, 4, 2.5}, 2, -1.5},
		{[]float32{3}, 0, widest},
	} {
		if got := margin(c.scores, c.chosen); got != c.want {
			t.Errorf("%v, %d: %v, want %v", c.scores, c.chosen, got, c.want)
		}
	}
}

package answer

import "testing"

func TestKinship(t *testing.T) {
	k := NewKinship()
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"pause", "pause", sameWord},
		{"pause", "paused", sameOrigin},
		{"sharing", "share", sameOrigin},
		{"suspension", "suspend", sameOrigin},
		{"decision", "decide", sameOrigin},
		{"refusal", "refuse", sameOrigin},
		{"announcement", "announce", sameOrigin},
		{"resumption", "resume", sameOrigin},
		{"reception", "receive", sameOrigin},
		{"permission", "permit", sameOrigin},
		{"acquisition", "acquire", sameOrigin},
		{"discovery", "discover", sameOrigin},
		{"readiness", "ready", sameOrigin},
		{"countries", "country", sameOrigin},
		{"fishermen", "fisherman", sameOrigin},
		{"indonesian", "indonesia", sameOrigin},
		{"italian", "italy", sameOrigin},
		{"british", "britain", sameOrigin},
		{"loss", "lose", sameOrigin},
		{"suspension", "pause", sameMeaning},
		{"stop", "halt", sameMeaning},
		{"plan", "plane", 0},
		{"station", "state", 0},
		{"letter", "let", 0},
		{"boat", "navy", 0},
		{"sign", "pause", 0},
	} {
		if got := k.Near(c.a, c.b); got != c.want {
			t.Errorf("near(%s, %s) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

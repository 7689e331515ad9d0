package web

import (
	"strings"
	"testing"
)

// FuzzTokens: whatever a token file holds, it is refused, or every token of it is long enough and of a scope there is.
func FuzzTokens(f *testing.F) {
	f.Add("# who may\nread reader-0123456789\n\nwrite writer-0123456789\n")
	f.Add("admin x\nread\x00 y")
	f.Fuzz(func(t *testing.T, text string) {
		tokens, err := readTokens(strings.NewReader(text))
		if (err == nil) != (len(tokens) > 0) {
			t.Fatalf("%d tokens, %v", len(tokens), err)
		}
		for _, s := range tokens {
			if s != reader && s != writer {
				t.Errorf("scope %q", s)
			}
		}
		for _, word := range strings.Fields(text) {
			if err != nil && len(word) >= shortestToken && strings.Contains(err.Error(), word) {
				t.Errorf("%v tells a token", err)
			}
		}
	})
}

package identity

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Whatever stands in a file of decisions, it is refused with the number of a line, or means what it would mean written anew.
func FuzzReadDecisions(f *testing.F) {
	f.Add("same e:A e:B\napart e:A e:C\n")
	f.Add("# said\n\nsplit e:Kyiv 003 e:Kyiv-2\n")
	f.Fuzz(func(t *testing.T, text string) {
		all, err := ReadDecisions(strings.NewReader(text))
		if err != nil {
			if !strings.Contains(err.Error(), "line ") {
				t.Errorf("no line in %q", err)
			}
			return
		}
		again, err := ReadDecisions(strings.NewReader(all.String()))
		if err != nil || len(all) > 0 && !cmp.Equal(all, again) {
			t.Errorf("got %v, %v, want %v", again, err, all)
		}
	})
}

package web

import (
	"slices"
	"testing"

	"github.com/cayleygraph/quad"

	"sayso/graph"
	"sayso/graph/store"
)

// TestMovedBy pairs what each part of a claim was with what it is now, also where two have one role.
func TestMovedBy(t *testing.T) {
	// article has a claim of a signer, with others, and of who says so.
	article := func(signer, source string, with ...string) []quad.Quad {
		c := claimOf(1, graph.Node{ID: graph.Ref(signer), Name: "Ida Berg"}, "signed", "sign", nil,
			&graph.Attribution{Source: graph.Node{ID: graph.Ref(source), Name: "the council"}}, "Mayor Ida Berg signed a letter")
		for _, id := range with {
			c.Arguments = append(c.Arguments, graph.Argument{Role: "with", Text: "somebody", ID: graph.Ref(id)})
		}
		return (&graph.Article{ID: "harbour", Claims: []graph.Claim{c}}).Quads()
	}
	was := article("e:Ida", "e:council", "e:Abe", "e:Bea")
	for _, c := range []struct {
		name string
		now  []quad.Quad
		want []string
	}{
		{"nothing", was, nil},
		{"subject and voice", article("e:Ida_Berg", "e:senate", "e:Abe", "e:Bea"), []string{"subject e:Ida e:Ida_Berg", "voice e:council e:senate"}},
		{"two of one role, into another order", article("e:Ida", "e:council", "e:Zoe", "e:Yan"), []string{"with e:Abe e:Zoe", "with e:Bea e:Yan"}},
		{"one of two", article("e:Ida", "e:council", "e:Abe", "e:Yan"), []string{"with e:Bea e:Yan"}},
		{"two that are one", article("e:Ida", "e:council", "e:Abe", "e:Abe"), []string{"with e:Bea e:Abe"}},
		{"an argument that is the subject", article("e:Bea", "e:council", "e:Ida", "e:Bea"), []string{"subject e:Ida e:Bea", "with e:Abe e:Ida"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, m := range MovedBy(store.Change{Added: without(c.now, was), Deleted: without(was, c.now)}) {
				if m.Claim != "c:harbour/1" {
					t.Errorf("%s is no claim of it", m.Claim)
				}
				got = append(got, m.Part+" "+string(m.Was)+" "+string(m.Now))
			}
			if slices.Sort(got); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func without(all, some []quad.Quad) []quad.Quad {
	return slices.DeleteFunc(slices.Clone(all), func(q quad.Quad) bool { return slices.Contains(some, q) })
}

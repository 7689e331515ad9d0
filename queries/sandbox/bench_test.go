package sandbox

import (
	"testing"

	"sayso/queries"
)

func BenchmarkQuery(b *testing.B) {
	pool := newPool(b, 1)
	g := people()
	for b.Loop() {
		if _, err := pool.Query(b.Context(), g, queries.Script{Text: `g.V("<alice>").out("<follows>").all()`}, queries.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}

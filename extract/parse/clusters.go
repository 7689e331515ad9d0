package parse

import (
	"maps"
	"slices"
)

// clusters tells which words are used alike: each frequent lower-case word belongs to one of 512 fine
// classes and one of 64 coarse ones, numbered from 1; 0 stands for a word without vector.
type clusters struct{ of map[string]cluster }

type cluster struct{ fine, coarse uint16 }

const (
	fineClusters   = 512
	coarseClusters = 64
)

// find looks a lower-case word up.
func (c *clusters) find(lower string) cluster { return c.of[lower] }

func (c *clusters) archive(a *archive) {
	words := slices.Sorted(maps.Keys(c.of))
	a.texts(words)
	for _, w := range words {
		a.number(int(c.of[w].fine))
	}
	for _, w := range words {
		a.number(int(c.of[w].coarse))
	}
}

func (u *unarchive) clusters() *clusters {
	words := u.texts()
	found := make([]cluster, len(words))
	for i := range words {
		found[i].fine = uint16(u.number())
	}
	for i := range words {
		found[i].coarse = uint16(u.number())
	}
	c := &clusters{of: make(map[string]cluster, len(words))}
	for i, w := range words {
		c.of[w] = found[i]
	}
	return c
}

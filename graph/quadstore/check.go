package quadstore

import (
	"context"
	"encoding/binary"
	"fmt"
)

// Check reads every file, every index and every value, and returns what does not fit together; err is for what it could not read.
func (v *view) Check(ctx context.Context) (faults []string, err error) {
	m, err := v.meta()
	if err != nil {
		return nil, err
	}
	if err := v.qs.engine.checkFiles(ctx); err != nil {
		return nil, v.qs.damaged(err)
	}
	values, faults, err := v.checkValues(ctx, m)
	if err != nil {
		return faults, err
	}
	var first digest
	for i, x := range indexes {
		d, strays, err := v.digest(ctx, x, values)
		if err != nil {
			return faults, err
		}
		if i == 0 {
			first = d
		}
		switch {
		case d.n != m.quads:
			faults = append(faults, fmt.Sprintf("index %c has %d quads, %d were committed", x.prefix, d.n, m.quads))
		case d != first:
			faults = append(faults, fmt.Sprintf("index %c has other quads than index %c", x.prefix, indexes[0].prefix))
		}
		if strays > 0 {
			faults = append(faults, fmt.Sprintf("index %c names %d values that are missing", x.prefix, strays))
		}
	}
	return faults, nil
}

// digest sums up keys in any order.
type digest struct {
	n   int64
	sum uint64
}

func (d *digest) add(words ...uint64) {
	h := uint64(14695981039346656037) // FNV-1a, a word at a time
	for _, w := range words {
		h = (h ^ w) * 1099511628211
		h ^= h >> 29
	}
	d.n++
	d.sum += h
}

func (v *view) digest(ctx context.Context, x index, values []bool) (d digest, strays int, err error) {
	s := &scan{pattern: everything(), index: x, pages: pages{view: v, rest: x.span(everything())}}
	for s.next() {
		if err := ctx.Err(); err != nil {
			return d, strays, err
		}
		for _, n := range s.link {
			if n != 0 && (n >= node(len(values)) || !values[n]) {
				strays++
			}
		}
		d.add(uint64(s.link[0]), uint64(s.link[1]), uint64(s.link[2]), uint64(s.link[3]))
	}
	return d, strays, s.err()
}

// checkValues holds the values against the ids that their hashes have, and tells which ids have one.
func (v *view) checkValues(ctx context.Context, m meta) (values []bool, faults []string, err error) {
	values = make([]bool, m.next)
	var kept, hashed digest
	broken := 0
	c := newKeys(v, []byte{valuePrefix})
	for c.next() {
		if err := ctx.Err(); err != nil {
			return values, faults, err
		}
		n := nodeOf(c.key)
		value, err := decode(c.value)
		if err != nil || n >= m.next {
			broken++
			continue
		}
		values[n] = true
		h := hashOf(value)
		kept.add(binary.BigEndian.Uint64(h[:]), uint64(n))
	}
	if c.pages.err != nil {
		return values, faults, c.pages.err
	}
	c = newKeys(v, []byte{hashPrefix})
	for c.next() {
		if len(c.key) > 8 && len(c.value) == 8 {
			hashed.add(binary.BigEndian.Uint64(c.key[1:]), binary.BigEndian.Uint64(c.value))
		}
	}
	switch {
	case broken > 0:
		faults = append(faults, fmt.Sprintf("%d values do not decode", broken))
	case kept.n != m.nodes:
		faults = append(faults, fmt.Sprintf("%d values, %d were committed", kept.n, m.nodes))
	case kept != hashed:
		faults = append(faults, "values do not stand where they are looked up")
	}
	return values, faults, c.pages.err
}

package main

import (
	"context"
	"errors"
	"fmt"
	"text/tabwriter"

	"sayso/graph/store"
)

// dryRun tells what a build would read, and writes nothing.
func (p *program) dryRun(ctx context.Context, found []source) (err error) {
	b := &builder{p: p, tally: new(tally)}
	if s, err := store.OpenExisting(p.dir); err == nil {
		defer s.Close()
		if b, err = p.builder(s); err != nil {
			return err
		}
	} else if !errors.Is(err, store.ErrNoStore) {
		return p.unopened(err)
	}
	names := p.naming(nil)
	if b.store != nil {
		names.held = b
	}
	t := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
	for some := range batches(names.expand(ctx, found), batch) {
		readings, interrupted := p.each(ctx, some, b.look)
		p.gaps(readings)
		for _, r := range readings {
			if b.tally.others.take(r) {
				continue
			}
			if r.err != nil {
				fmt.Fprintln(p.stderr, "sayso: "+plain(told(r.err)))
				b.tally.miss(r)
				continue
			}
			b.tally.read++
			day := ""
			if !r.document.Published.IsZero() {
				day = r.document.Published.Format("2006-01-02")
			}
			fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", r.state, plain(r.document.ID), day, plain(r.document.Outlet), plain(r.document.Title))
		}
		if err := errors.Join(t.Flush(), interrupted); err != nil {
			return err
		}
	}
	p.say("%s to read, %d skipped, %d failed; nothing is written", count(b.tally.read, "article"), b.tally.skipped, b.tally.missed.all())
	p.tellOthers(b.tally.others)
	return b.tally.missed.of(b.tally.read + b.tally.skipped)
}

// look reads an article and tells whether the store has it: new, changed, or known.
func (b *builder) look(s source) reading {
	d, raw, err := s.readRaw()
	if err != nil {
		return reading{err: err}
	}
	r := reading{document: d, state: "new"}
	if b.store == nil {
		return r
	}
	input, err := inputOf(d, raw.Original)
	if err != nil {
		return reading{err: err}
	}
	known, err := b.store.Reading(d.ID)
	switch {
	case err != nil:
		return reading{err: err}
	case known.Stamp == b.stamp && known.Input == store.Sum(input):
		r.state = "known"
	case !known.Loaded.IsZero():
		r.state = "changed"
	}
	return r
}

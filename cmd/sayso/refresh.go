package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"sayso/graph"
	"sayso/graph/store"
)

// refresh reads the articles of the store again that another model or other rules have read.
func (p *program) refresh(ctx context.Context, dry bool) (err error) {
	s, err := p.open()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	b, err := p.builder(s)
	if err != nil {
		return err
	}
	stale, err := b.stale()
	if err != nil {
		return err
	}
	if len(stale) == 0 {
		p.say("all articles were read by the model and the rules of this program")
		return nil
	}
	out := bufio.NewWriter(p.stdout)
	err = b.refresh(ctx, out, stale, dry)
	return errors.Join(err, out.Flush())
}

// stale are the articles that others have read. What came as quads was read by nobody.
func (b *builder) stale() ([]source, error) {
	all, err := b.store.Articles()
	if err != nil {
		return nil, err
	}
	var found []source
	for _, a := range all {
		known, err := b.store.Reading(a.ID)
		if err != nil {
			return nil, err
		}
		if !known.Loaded.IsZero() && known.Stamp != b.stamp {
			found = append(found, source{id: a.ID, name: "article " + a.ID})
		}
	}
	return found, nil
}

func (b *builder) refresh(ctx context.Context, out io.Writer, stale []source, dry bool) error {
	if !dry {
		b.store.Begin()
	}
	var sum difference
	failed := 0
	clock := b.p.clock(len(stale), "article")
	for start := 0; start < len(stale); start += batch {
		end := min(start+batch, len(stale))
		readings, interrupted := b.p.each(ctx, stale[start:end], b.readAgain)
		for _, r := range readings {
			d, err := b.compare(r)
			if err != nil {
				failed++
				fmt.Fprintf(b.p.stderr, "sayso: %s\n", plain(err.Error()))
				continue
			}
			sum.add(d)
			d.write(out, r.source.id, dry)
		}
		if !dry {
			if err := b.keep(context.WithoutCancel(ctx), good(readings)); err != nil {
				return err
			}
		}
		if interrupted != nil {
			return &exitError{exitInterrupted, errors.New("interrupted; the same command goes on with the other articles")}
		}
		clock.tick(end)
	}
	if !dry {
		if err := b.store.Renumber(ctx); err != nil {
			return err
		}
	}
	fmt.Fprintf(out, "%s read again: %s\n", count(len(stale)-failed, "article"), sum)
	return missed{articles: failed}.of(len(stale) - failed)
}

func (b *builder) readAgain(s source) reading {
	d, input, err := b.stored(s.id)
	if err != nil {
		return reading{err: fmt.Errorf("%s: %w", s.name, err)}
	}
	r := b.extract(d, input)
	if r.original, err = b.store.Original(s.id); err != nil && !errors.Is(err, store.ErrNotFound) {
		return reading{err: fmt.Errorf("%s: %w", s.name, err)}
	}
	return r
}

func good(readings []reading) []reading {
	return slices.DeleteFunc(slices.Clone(readings), func(r reading) bool { return r.err != nil })
}

// difference is what reading an article again makes of its claims.
type difference struct {
	kept      int
	gone, new []graph.Claim
}

func (b *builder) compare(r reading) (d difference, err error) {
	if r.err != nil {
		return d, r.err
	}
	was, err := b.store.Extracted(r.source.id)
	if err != nil {
		return d, err
	}
	left := map[string]int{}
	for _, c := range was.Claims {
		left[statement(c)]++
	}
	for _, c := range store.Evident(r.article.Claims, []byte(r.document.Text)) {
		if left[statement(c)] > 0 {
			left[statement(c)]--
			d.kept++
			continue
		}
		d.new = append(d.new, c)
	}
	for _, c := range slices.Backward(was.Claims) {
		if left[statement(c)] > 0 {
			left[statement(c)]--
			d.gone = append(d.gone, c)
		}
	}
	slices.Reverse(d.gone)
	return d, nil
}

// statement is what a claim says, and where: not its number nor how sure it is.
func statement(c graph.Claim) string { return fmt.Sprint(c.Start, c.End, claimLine(c)) }

func (d *difference) add(other difference) {
	d.kept += other.kept
	d.gone = append(d.gone, other.gone...)
	d.new = append(d.new, other.new...)
}

func (d difference) String() string {
	return fmt.Sprintf("%s kept, %d gone, %d new", count(d.kept, "claim"), len(d.gone), len(d.new))
}

func (d difference) write(w io.Writer, article string, claims bool) {
	if len(d.gone)+len(d.new) == 0 {
		return
	}
	fmt.Fprintf(w, "%s: %s\n", plain(article), d)
	if !claims {
		return
	}
	for _, side := range []struct {
		mark   string
		claims []graph.Claim
	}{{"-", d.gone}, {"+", d.new}} {
		for _, c := range side.claims {
			fmt.Fprintf(w, "  %s %s\n    %s\n", side.mark, plain(claimLine(c)), plain("“"+oneLine(c.Quote)+"”"))
		}
	}
}

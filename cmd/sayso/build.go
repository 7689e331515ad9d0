package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"sayso/graph/store"
)

func (p *program) build() *cobra.Command {
	var date string
	c := &cobra.Command{
		Use:   "build PATH…",
		Short: "read articles into the graph",
		Long: `Build reads articles (files, folders, "-" for stdin) and adds what they say to the store.

An article is one transaction: what is acknowledged stays. Building again changes nothing;
an article whose text has changed replaces what it said before.`,
		Example: "  sayso build data/articles --store ./sayso-data",
		Args:    some("PATH"),
		RunE: func(c *cobra.Command, args []string) error {
			found, err := p.sources(args, date)
			if err != nil {
				return err
			}
			s, err := store.Open(p.dir)
			if err != nil {
				return fmt.Errorf("open %s: %w", p.dir, err)
			}
			tally, err := p.buildInto(c.Context(), s, found)
			if tally != nil {
				p.say("%s", tally)
			}
			return errors.Join(err, s.Close())
		},
	}
	c.Flags().StringVar(&date, "date", "", "publication date of articles that name none (2025-03-12)")
	return c
}

// tally counts what a build did.
type tally struct{ read, claims, changed, unchanged, failed int }

func (t *tally) String() string {
	s := fmt.Sprintf("%s read, %s; %d new or changed, %d as before",
		count(t.read, "article"), count(t.claims, "claim"), t.changed, t.unchanged)
	if t.failed > 0 {
		s += fmt.Sprintf(", %d failed", t.failed)
	}
	return s
}

// batch is how many articles are held in memory at a time.
const batch = 64

func (p *program) buildInto(ctx context.Context, s *store.Store, found []source) (*tally, error) {
	parser, err := p.model()
	if err != nil {
		return nil, err
	}
	t := new(tally)
	var partial error
	for start := 0; start < len(found); start += batch {
		end := min(start+batch, len(found))
		readings, err := p.read(ctx, found[start:end], parser)
		if err != nil {
			return t, err
		}
		good, err := p.split(readings)
		if err != nil {
			partial = err
		}
		t.failed += len(readings) - len(good)
		if err := keep(ctx, s, good, t); err != nil {
			return t, err
		}
		if end < len(found) {
			p.say("%d of %s", end, count(len(found), "article"))
		}
	}
	if err := s.Renumber(ctx); err != nil {
		return t, err
	}
	return t, partial
}

// keep adds a batch of articles to the store, which finds out who is who in them.
func keep(ctx context.Context, s *store.Store, batch []reading, t *tally) error {
	extracts := make([]store.Extract, len(batch))
	for i, r := range batch {
		extracts[i] = store.Extract{Article: r.article, Text: []byte(r.document.Text)}
		t.claims += len(r.article.Claims)
	}
	changed, err := s.AddExtracts(ctx, extracts)
	t.read += len(batch)
	t.changed += changed
	t.unchanged += len(batch) - changed
	return err
}

// count writes a number with its noun: "1 article", "5 articles", "2 entities".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if stem, ok := cutY(noun); ok {
		return fmt.Sprintf("%d %sies", n, stem)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func cutY(noun string) (string, bool) {
	last := len(noun) - 1
	return noun[:last], noun[last] == 'y'
}

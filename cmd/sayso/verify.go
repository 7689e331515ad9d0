package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"sayso/graph/store"
)

func (p *program) verify() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "verify",
		Short: "check that the store is whole",
		Long: `Verify reads the whole store: that its indexes agree, that every article has the quads that were committed
(by their number and checksum), and that every claim's quote stands in the text where it says.
What is wrong is printed with what can be done about it, and the exit code is 3.`,
		Args: exactly(),
		RunE: func(c *cobra.Command, args []string) error {
			if err := oneOf("format", format, "table", "jsonl"); err != nil {
				return err
			}
			s, err := p.open()
			if err != nil {
				return err
			}
			return errors.Join(p.verifyStore(c.Context(), s, format), s.Close())
		},
	}
	c.Flags().StringVar(&format, "format", "table", "table or jsonl (a fault a line)")
	return c
}

func (p *program) verifyStore(ctx context.Context, s *store.Store, format string) error {
	faults, err := s.Verify(ctx)
	if err != nil {
		return err
	}
	lines := jsonLines(p.stdout)
	for _, f := range faults {
		if format == "jsonl" {
			err = lines.Encode(f)
		} else {
			_, err = fmt.Fprintln(p.stdout, plain(p.remedied(f)))
		}
		if err != nil {
			return err
		}
	}
	if len(faults) > 0 {
		return &exitError{exitCorrupt, fmt.Errorf("%s is damaged: %s", p.dir, count(len(faults), "fault"))}
	}
	stats, err := s.Stats()
	if err == nil {
		p.say("%s is whole: %s, %s, %s", p.dir, count(stats.Articles, "article"), count(stats.Claims, "claim"), count(int(stats.Quads), "quad"))
	}
	return err
}

func (p *program) remedied(f store.Fault) string {
	if f.Article == "" {
		return f.Text + "; restore a backup, or build the articles again into a new store"
	}
	return fmt.Sprintf("article %s: %s; sayso remove %s, and build its file again", f.Article, f.Text, f.Article)
}

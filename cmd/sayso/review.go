package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sayso/graph/identity"
	"sayso/graph/store"
)

func (p *program) review() *cobra.Command {
	var limit int
	c := &cobra.Command{
		Use:   "review",
		Short: "answer which doubtful pairs are one thing",
		Long: `Review shows the pairs that may be one thing, the likeliest first, and takes an answer of one letter each:
y (they are one), n (they are two), s (skip), u (take the last answer back), q (quit). Answers may come from a pipe.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, args []string) error {
			s, err := p.open()
			if err != nil {
				return err
			}
			return errors.Join(p.reviewIn(c.Context(), s, limit), s.Close())
		},
	}
	c.Flags().IntVar(&limit, "limit", 100, "the most pairs to ask about")
	return c
}

func (p *program) reviewIn(ctx context.Context, s *store.Store, limit int) error {
	who, err := s.Registry()
	if err != nil {
		return err
	}
	ds, err := s.Decisions()
	if err != nil {
		return err
	}
	pairs := who.Candidates()
	answers := p.answers(pairs[:min(limit, len(pairs))])
	for _, i := range slices.Sorted(maps.Keys(answers)) {
		ds = append(ds, verdict(pairs[i], answers[i]))
	}
	if len(answers) == 0 {
		p.say("nothing decided, %s to review", count(len(pairs), "pair"))
		return nil
	}
	return p.ruleIn(ctx, s, false, func(identity.Decisions) (identity.Decisions, error) { return ds, nil })
}

// answers asks about each pair in turn; u goes back to the one before.
func (p *program) answers(pairs []identity.Candidate) map[int]byte {
	keys := bufio.NewReader(p.stdin)
	answers := map[int]byte{}
	defer fmt.Fprintln(p.stdout)
	for i := 0; ; i++ {
		if i < len(pairs) {
			p.askAbout(pairs[i])
		} else {
			fmt.Fprint(p.stdout, "that was all [u/q] ")
		}
		switch key, err := nextKey(keys); {
		case err != nil || key == 'q' || i == len(pairs) && key != 'u':
			return answers
		case key == 'y' || key == 'n':
			answers[i] = key
		case key == 'u':
			delete(answers, i-1)
			i = max(i-2, -1)
		}
	}
}

func verdict(c identity.Candidate, key byte) identity.Decision {
	d := identity.Decision{Kind: identity.Same, A: c.A.ID, B: c.B.ID, Why: "review: " + c.Why}
	if key == 'n' {
		d.Kind = identity.Apart
	}
	if len(c.B.Articles) > len(c.A.Articles) {
		d.A, d.B = d.B, d.A
	}
	return d
}

func (p *program) askAbout(c identity.Candidate) {
	fmt.Fprintf(p.stdout, "%.2f %s\n", c.Score, c.Why)
	for _, d := range []identity.Described{c.A, c.B} {
		fmt.Fprintf(p.stdout, "  %s · %s · %s · %s\n", d.ID, d.Type, plain(strings.Join(d.Names, "; ")), count(len(d.Articles), "article"))
	}
	fmt.Fprint(p.stdout, "one thing? [y/n/s/u/q] ")
}

// nextKey reads the next letter that is an answer.
func nextKey(r io.ByteReader) (byte, error) {
	for {
		b, err := r.ReadByte()
		if err != nil || strings.IndexByte("ynsuq", b) >= 0 {
			return b, err
		}
	}
}

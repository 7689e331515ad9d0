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
y (they are one), n (they are two), p (show what y would change in the graph), s (skip), u (take the last answer back),
q (keep the answers and quit). Answers may come from a pipe.`,
		Args: exactly(),
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
	if len(pairs) == 0 {
		p.say("nothing to review: no two things are in doubt")
		return nil
	}
	r := &reviewer{program: p, store: s, pairs: pairs[:min(limit, len(pairs))], decided: ds, answers: map[int]byte{}}
	if err := r.ask(); err != nil {
		return err
	}
	if len(r.answers) == 0 {
		p.say("nothing decided, %s to review", count(len(pairs), "pair"))
		return nil
	}
	return p.ruleIn(ctx, s, false, func(identity.Decisions) (identity.Decisions, error) { return r.decisions(len(pairs)) })
}

// reviewer asks about pairs.
type reviewer struct {
	*program
	store   *store.Store
	pairs   []identity.Candidate
	decided identity.Decisions
	answers map[int]byte
}

// decisions are those that there were and the answers to the first n pairs.
func (r *reviewer) decisions(n int) (identity.Decisions, error) {
	ds := r.decided[:len(r.decided):len(r.decided)]
	for _, i := range slices.Sorted(maps.Keys(r.answers)) {
		if i >= n {
			break
		}
		d := verdict(r.pairs[i], r.answers[i])
		if other, ok := ds.Contradicts(d); ok {
			return nil, usage(fmt.Errorf("%s %s %s goes against %q: nothing is decided", d.Kind, d.A, d.B, other))
		}
		ds = append(ds, d)
	}
	return ds, nil
}

// ask asks about each pair in turn; u goes back to the one before.
func (r *reviewer) ask() error {
	keys := bufio.NewReader(r.stdin)
	defer fmt.Fprintln(r.stdout)
	for i := 0; ; i++ {
		allowed := "ynpsuq"
		if i == len(r.pairs) {
			fmt.Fprint(r.stdout, "that was all [u/q] ")
			allowed = "uq"
		} else if err := r.askAbout(r.pairs[i]); err != nil {
			return err
		}
		key, err := nextKey(keys, allowed)
		for ; err == nil && key == 'p'; key, err = nextKey(keys, allowed) {
			if err := r.preview(i); err != nil {
				return err
			}
		}
		switch {
		case err != nil || key == 'q':
			return nil
		case key == 'y' || key == 'n':
			r.answers[i] = key
		case key == 'u':
			delete(r.answers, i-1)
			i = max(i-2, -1)
		}
	}
}

// preview shows what a yes to pair i changes.
func (r *reviewer) preview(i int) error {
	before, err := r.decisions(i)
	if err != nil {
		return err
	}
	was, err := r.store.Preview(before)
	if err != nil {
		return err
	}
	yes, err := r.store.Preview(append(before, verdict(r.pairs[i], 'y')))
	if err != nil {
		return err
	}
	fmt.Fprintln(r.stdout)
	if err := writeChange(r.stdout, r.store, yes.Beyond(was), true); err != nil {
		return err
	}
	fmt.Fprint(r.stdout, question)
	return nil
}

const question = "one thing? [y/n/p/s/u/q] "

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

func (r *reviewer) askAbout(c identity.Candidate) error {
	fmt.Fprintf(r.stdout, "%.2f %s\n", c.Score, c.Why)
	for _, d := range []identity.Described{c.A, c.B} {
		fmt.Fprintf(r.stdout, "  %s · %s · %s · %s\n", d.ID, d.Type, plain(strings.Join(d.Names, "; ")), count(len(d.Articles), "article"))
		claims, err := r.store.About(d.ID)
		if err != nil {
			return err
		}
		for _, claim := range claims[:min(2, len(claims))] {
			fmt.Fprintf(r.stdout, "      “%s” — %s\n", plain(claim.Quote), claim.Document)
		}
	}
	fmt.Fprint(r.stdout, question)
	return nil
}

// nextKey reads the next letter that is an answer.
func nextKey(r io.ByteReader, allowed string) (byte, error) {
	for {
		b, err := r.ReadByte()
		if err != nil || strings.IndexByte(allowed, b) >= 0 {
			return b, err
		}
	}
}

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/spf13/cobra"

	"sayso/graph/format"
	"sayso/graph/store"
)

func (p *program) load() *cobra.Command {
	l := &loader{p: p}
	c := &cobra.Command{
		Use:   "load FILE…",
		Short: "add quads from files",
		Long: `Load adds the quads of files (N-Quads, JSON-LD, Cayley's JSON or NDJSON; plain or packed by gzip, bzip2 or zstd; "-" for stdin).

Quads that the graph holds already are passed over. A line that is no quad ends it, with the file and the number of the
line; what stands before it is kept. With --lenient such lines are told, counted and passed over.`,
		Example: `  sayso load graph.nq.zst
  sayso load --lenient dump.nq.gz more.nq.bz2`,
		Args: some("FILE"),
		RunE: func(c *cobra.Command, args []string) error {
			for _, name := range args {
				if _, err := os.Stat(name); name != "-" && err != nil {
					return usage(err)
				}
			}
			s, err := p.create()
			if err != nil {
				return err
			}
			return errors.Join(l.files(c.Context(), s, args), s.Close())
		},
	}
	c.Flags().StringVar(&l.format, "format", "", "nquads, ntriples, jsonld, json or ndjson; by default as the file's name says")
	c.Flags().BoolVar(&l.lenient, "lenient", false, "pass over lines that are no quads")
	return c
}

// loader adds the quads of files to a store.
type loader struct {
	p       *program
	format  string
	lenient bool

	quads, bad int
	clock      *clock
}

// tellBad is how many bad lines of a file are told one by one.
const tellBad = 10

func (l *loader) files(ctx context.Context, s *store.Store, names []string) error {
	l.clock = l.p.clock(0, "quad")
	for _, name := range names {
		if err := l.file(ctx, s, name); err != nil {
			return err
		}
	}
	took := max(time.Since(l.clock.start).Seconds(), 1e-3)
	l.p.say("%s read, %.0f a second", count(l.quads, "quad"), float64(l.quads)/took)
	if l.bad > 0 {
		l.p.say("%s passed over", count(l.bad, "bad line"))
	}
	return nil
}

func (l *loader) file(ctx context.Context, s *store.Store, name string) error {
	in, err := l.p.quadFile(name)
	if err != nil {
		return err
	}
	defer in.Close()
	if name == "-" {
		name = "stdin"
	}
	quads, err := l.read(in, name)
	if err != nil {
		return usage(fmt.Errorf("%s: %w", name, err))
	}
	before := l.quads
	kept, err := s.Load(ctx, l.counted(quads))
	if err == nil {
		return nil
	}
	read := l.quads - before
	if ctx.Err() != nil {
		return &exitError{exitInterrupted, fmt.Errorf("%s: interrupted; kept: %d of the %s read", name, kept, count(read, "quad"))}
	}
	var broken *badInput
	if !errors.As(err, &broken) {
		return fmt.Errorf("%s: %w; kept: %d of the %s read", name, err, kept, count(read, "quad"))
	}
	err = fmt.Errorf("%s: %w", name, broken.error)
	if read > 0 {
		err = fmt.Errorf("%w; kept: %d of the %s before it", err, kept, count(read, "quad"))
	}
	return usage(err)
}

func (l *loader) read(in io.Reader, name string) (format.Quads, error) {
	f, err := formatOf(name, l.format)
	if err != nil {
		return nil, err
	}
	if !l.lenient {
		return format.Read(in, f)
	}
	told := 0
	return format.ReadLenient(in, f, func(err error) {
		l.bad++
		if told++; told <= tellBad {
			fmt.Fprintf(l.p.stderr, "sayso: %s: %s\n", name, plain(err.Error()))
		}
	})
}

// badInput is an error of what is read, not of the store.
type badInput struct{ error }

// counted tells progress to who looks on, and marks the errors of the input.
func (l *loader) counted(quads format.Quads) format.Quads {
	watched := isTerminal(l.p.stderr)
	return func(yield func(quad.Quad, error) bool) {
		for q, err := range quads {
			if err != nil {
				err = &badInput{err}
			} else if l.quads++; watched && l.quads%4096 == 0 {
				l.clock.tick(l.quads)
			}
			if !yield(q, err) {
				return
			}
		}
	}
}

func (p *program) quadFile(name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(p.stdin), nil
	}
	return os.Open(name)
}

// formatOf is the format named, or else the one that the file's name tells, or else N-Quads.
func formatOf(file, name string) (string, error) {
	if name != "" {
		f, err := format.Named(name)
		if err != nil {
			return "", usage(fmt.Errorf("--format: %w", err))
		}
		return f.Name, nil
	}
	if f, err := format.ByPath(file); err == nil {
		return f.Name, nil
	}
	return "nquads", nil
}

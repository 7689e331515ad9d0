package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"sayso/graph/format"
	"sayso/graph/store"
)

func (p *program) export() *cobra.Command {
	var name string
	c := &cobra.Command{
		Use:   "export",
		Short: "print the graph in a format that other tools open",
		Long: `Export prints the whole graph, sorted, so that the same graph gives the same bytes.

As quads: nquads, ntriples, turtle, trig, jsonld, json (Cayley's), ndjson (the same, a quad a line).
As nodes and edges, each edge a claim with its quote, time and voice: gexf (Gephi; gexf12 for what is older),
graphml, cytoscape, node-link (networkx), d3 (the same with links), graphology (sigma), dot (Graphviz), csv
(a spreadsheet), neo4j-nodes and neo4j-relationships (neo4j-admin database import).`,
		Example: `  sayso export --format nquads > graph.nq
  sayso export --format gexf > graph.gexf`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if err := oneOf("format", name, format.Written()...); err != nil {
				return err
			}
			s, err := p.open()
			if err != nil {
				return err
			}
			defer s.Close()
			out := bufio.NewWriter(p.stdout)
			if err := format.Write(out, name, s.Select(c.Context(), store.Match{})); err != nil {
				return err
			}
			return out.Flush()
		},
	}
	c.Flags().StringVar(&name, "format", "nquads", "one of those above")
	return c
}

func (p *program) load() *cobra.Command {
	var name string
	c := &cobra.Command{
		Use:     "load FILE",
		Short:   "add quads from a file",
		Long:    `Load adds the quads of a file (N-Quads, JSON-LD, Cayley's JSON or NDJSON, plain or gzipped; "-" for stdin).`,
		Example: "  sayso load graph.nq",
		Args:    exactly("a FILE"),
		RunE: func(c *cobra.Command, args []string) error {
			in, err := p.quadFile(args[0])
			if err != nil {
				return err
			}
			defer in.Close()
			f, err := formatOf(args[0], name)
			if err != nil {
				return err
			}
			return p.loadFrom(c.Context(), in, args[0], f)
		},
	}
	c.Flags().StringVar(&name, "format", "", "nquads, ntriples, jsonld, json or ndjson; by default as the file's name says")
	return c
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

func (p *program) loadFrom(ctx context.Context, in io.Reader, file, name string) (err error) {
	quads, err := format.Read(in, name)
	if err != nil {
		return usage(fmt.Errorf("%s: %w", file, err))
	}
	s, err := store.Open(p.dir)
	if err != nil {
		return fmt.Errorf("open %s: %w", p.dir, err)
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	n, err := s.Load(ctx, quads)
	if err != nil {
		return usage(fmt.Errorf("%s: %w", file, err))
	}
	p.say("%s read", count(n, "quad"))
	return nil
}

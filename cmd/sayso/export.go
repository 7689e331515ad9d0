package main

import (
	"bufio"

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
		Args: exactly(),
		RunE: func(c *cobra.Command, args []string) error {
			if err := oneOf("format", name, format.Written()...); err != nil {
				return err
			}
			s, err := p.open()
			if err != nil {
				return err
			}
			defer s.Close()
			out := bufio.NewWriter(p.data())
			if err := format.Write(out, name, s.Select(c.Context(), store.Match{})); err != nil {
				return err
			}
			return out.Flush()
		},
	}
	c.Flags().StringVar(&name, "format", "nquads", "one of those above")
	return c
}

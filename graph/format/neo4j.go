package format

import (
	"io"
	"strings"
)

// neo4jNodes and neo4jRelationships are the two files that "neo4j-admin database import" takes.
var (
	neo4jNodes = Format{
		Name:       "neo4j-nodes",
		MediaTypes: []string{"text/csv"},
		Nodes:      true,
		Write:      drawn(writeNeo4jNodes),
	}
	neo4jRelationships = Format{
		Name:       "neo4j-relationships",
		MediaTypes: []string{"text/csv"},
		Nodes:      true,
		Write:      drawn(writeNeo4jRelationships),
	}
)

func writeNeo4jNodes(w io.Writer, g Graph) error {
	rows := [][]string{{":ID", "name", ":LABEL", "same_as"}}
	for _, n := range g.Nodes {
		rows = append(rows, []string{n.ID, n.Name, n.Type, n.SameAs})
	}
	return WriteRows(w, rows)
}

func writeNeo4jRelationships(w io.Writer, g Graph) error {
	header := []string{":START_ID", ":END_ID", ":TYPE"}
	for _, a := range attributes {
		header = append(header, a.name)
	}
	rows := [][]string{append(header, "confidence:double")}
	for _, e := range g.Edges {
		row := []string{e.Source, e.Target, strings.ReplaceAll(e.Relation, " ", "_")}
		for _, a := range attributes {
			row = append(row, a.of(e))
		}
		rows = append(rows, append(row, decimal(e.Confidence)))
	}
	return WriteRows(w, rows)
}

package mcp

import (
	"context"
	"strings"

	"sayso/graph"
	"sayso/queries/analysis"
)

// mostEvidence is how many claims bear out one answer; more of the same convince nobody and fill the reader.
const mostEvidence = 3

func first(cites []analysis.Cite) []analysis.Cite { return cites[:min(mostEvidence, len(cites))] }

type evidenceAsked struct {
	Claims []string `json:"claims" jsonschema:"the ids of up to 20 claims, as the evidence of every answer has them: c:003/7"`
}

type evidenceGiven struct {
	said
	Claims []analysis.Why `json:"claims"`
}

// mostExplained is how many claims are explained at once.
const mostExplained = 20

func (d *desk) getEvidence(ctx context.Context, asked evidenceAsked) (evidenceGiven, error) {
	given := evidenceGiven{said{notice}, []analysis.Why{}}
	if n := len(asked.Claims); n == 0 || n > mostExplained {
		return given, refuse("%d claims were named; name 1 to %d", n, mostExplained)
	}
	st, err := d.read(ctx)
	if err != nil {
		return given, err
	}
	for _, id := range asked.Claims {
		why, known := st.analysis.Why(graph.Ref("c:" + strings.TrimPrefix(strings.Trim(id, "<>"), "c:")))
		if !known {
			return given, refuse("no claim %q; ids look like c:003/7 and stand as \"claim\" in the evidence of every answer", id)
		}
		given.Claims = append(given.Claims, why)
	}
	return given, nil
}

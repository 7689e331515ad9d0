package format

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// csvTable is the edges as a table of RFC 4180, for a spreadsheet.
var csvTable = Format{
	Name:       "csv",
	MediaTypes: []string{"text/csv"},
	Extensions: []string{".csv"},
	Nodes:      true,
	Write:      drawn(writeCSV),
}

func writeCSV(w io.Writer, g Graph) error {
	names := map[string]string{}
	for _, n := range g.Nodes {
		names[n.ID] = n.Name
	}
	header := []string{"subject", "object"}
	for _, a := range attributes {
		header = append(header, a.name)
	}
	rows := [][]string{append(header, "confidence", "subject_id", "object_id")}
	for _, e := range g.Edges {
		row := []string{names[e.Source], names[e.Target]}
		for _, a := range attributes {
			row = append(row, a.of(e))
		}
		rows = append(rows, append(row, decimal(e.Confidence), e.Source, e.Target))
	}
	return WriteRows(w, rows)
}

// WriteRows writes a table, its cells such that a spreadsheet takes none for a formula: one that begins
// like one is preceded by an apostrophe, which a spreadsheet does not show.
func WriteRows(w io.Writer, rows [][]string) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	for _, row := range rows {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = cellOf(cell)
		}
		if err := out.Write(safe); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func cellOf(text string) string {
	text = strings.ReplaceAll(text, "\x00", "")
	if text == "" || !strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return text
	}
	if _, err := strconv.ParseFloat(text, 64); err == nil {
		return text
	}
	return "'" + text
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }

package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"sayso/queries/analysis"
)

// page is what a command found, in all the forms in which it may be asked for.
type page struct {
	value any          // as one JSON value
	lines []any        // as NDJSON
	head  []string     // of the table of a script
	rows  [][]string   // as CSV
	show  func(*sheet) // for people
	empty bool
}

// pageFormats are the forms in which a page is printed; auto is a table on a terminal and NDJSON elsewhere.
var pageFormats = []string{"auto", "table", "json", "ndjson", "csv"}

const pageFormatUsage = "table, json, ndjson or csv; auto: a table on a terminal, else ndjson"

func (p *program) writePage(pg page, format string) error {
	if format == "auto" {
		format = "ndjson"
		if p.terminal() {
			format = "table"
		}
	}
	switch format {
	case "json":
		return jsonLines(p.stdout).Encode(pg.value)
	case "ndjson":
		return writeLines(p.stdout, pg.lines)
	case "csv":
		return p.writeCSV(pg.head, pg.rows)
	}
	s := p.sheet()
	pg.show(s)
	_, err := p.stdout.Write([]byte(s.String()))
	return err
}

// writeCSV writes RFC 4180. A cell that a spreadsheet would take for a formula is quoted as text.
func (p *program) writeCSV(head []string, rows [][]string) error {
	w := csv.NewWriter(p.stdout)
	w.UseCRLF = true
	if err := w.Write(head); err != nil {
		return err
	}
	for _, row := range rows {
		for i, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				row[i] = "'" + cell
			}
		}
		if err := w.Write(row); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// sheet is text for people, each line cut to the width of their terminal.
type sheet struct {
	strings.Builder
	width int // 0: as wide as need be
	style func(kind, s string) string
}

func (p *program) sheet() *sheet {
	s := &sheet{width: p.width(), style: func(_, s string) string { return s }}
	if style := p.style(); style.Answer != nil {
		s.style = func(kind, text string) string {
			if kind == "quote" {
				return style.Quote(text)
			}
			return style.Answer(text)
		}
	}
	return s
}

// width is that of the terminal, or what $COLUMNS says.
func (p *program) width() int {
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	if f, ok := p.stdout.(*os.File); ok && p.terminal() {
		return columns(f)
	}
	return 0
}

// line writes one line: an indent, and a text that is cut where the terminal ends.
func (s *sheet) line(indent, text string) { s.WriteString(indent + s.cut(indent, text) + "\n") }

// strong is a line that stands out.
func (s *sheet) strong(indent, text string) {
	s.WriteString(indent + s.style("strong", s.cut(indent, text)) + "\n")
}

func (s *sheet) cut(indent, text string) string {
	text = plain(oneLine(text))
	room := s.width - utf8.RuneCountInString(indent)
	if s.width == 0 || utf8.RuneCountInString(text) <= room {
		return text
	}
	return string([]rune(text)[:max(room-1, 1)]) + "…"
}

// receipt writes the quote of a claim and whose words it is. A long quote is cut, its source never.
func (s *sheet) receipt(indent string, c analysis.Cite) {
	credit := " — " + credit(c)
	room := s.width - utf8.RuneCountInString(indent+credit) - 2
	quote := oneLine(c.Quote)
	if s.width > 0 && utf8.RuneCountInString(quote) > room {
		quote = string([]rune(quote)[:max(room-1, 10)]) + "…"
	}
	s.WriteString(indent + s.style("quote", plain("“"+quote+"”"+credit)) + "\n")
}

// credit says who says so, where, and when that was published: John Ratcliffe, 000, 2025-03-06.
func credit(c analysis.Cite) string {
	where := c.Document
	if c.Outlet != "" {
		where = c.Outlet + ", " + c.Document
	}
	if len(c.Says) > 0 {
		where = "says " + strings.Join(c.Says, ", says ") + ", " + where
	}
	if c.Published != "" {
		where += ", " + c.Published
	}
	return where
}

// manner says in a word what keeps a claim from being plain fact.
func manner(c analysis.Cite) string {
	if c.Modality == "asserted" || c.Modality == "" {
		return ""
	}
	return " (" + string(c.Modality) + ")"
}

// independent counts the reports of claims: "2 claims, 1 report".
func independent(claims, origins int) string {
	return fmt.Sprintf("%s, %s", count(claims, "claim"), count(origins, "independent report"))
}

// citeHead and citeRow are a claim in a table of a script.
var citeHead = []string{"claim", "text", "quote", "document", "start", "end", "published", "says", "polarity", "modality", "time", "confidence"}

func citeRow(c analysis.Cite) []string {
	time := ""
	if c.Time != nil {
		time = c.Time.Value
	}
	return []string{string(c.Claim), c.Text, c.Quote, c.Document, strconv.Itoa(c.Start), strconv.Itoa(c.End), c.Published,
		strings.Join(c.Says, "; "), string(c.Polarity), string(c.Modality), time, strconv.FormatFloat(c.Confidence, 'f', 2, 64)}
}

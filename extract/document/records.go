package document

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// records reads the rows of a CSV file (RFC 4180, and what people write instead). A row whose quote nobody closes costs itself:
// reading goes on behind the line at which it opens.
type records struct {
	in    *bufio.Reader
	comma rune
	width int      // of the header
	again []string // lines that an open quote had taken, and that are read once more
	line  int      // of those read
	lost  int      // the line up to which no open quote is closed
}

// readRecords takes the text from its header on, which has one of the columns wanted, and tells by it what parts the columns.
func readRecords(r io.Reader, wanted ...string) (rows *records, columns map[string]int, err error) {
	in := bufio.NewReader(inUTF8(r))
	if head, _ := in.Peek(headBytes); bytes.ContainsRune(head, '\r') && !bytes.ContainsRune(head, '\n') { // Excel's on an old Mac
		in = bufio.NewReader(newLines{in})
	}
	rows = &records{in: in}
	line, err := rows.text()
	if strings.HasPrefix(line, "sep=") && err == nil { // Excel's
		line, err = rows.text()
	}
	if err != nil {
		return nil, nil, err
	}
	for _, rows.comma = range ",;\t|" {
		header := rows.split(line)
		if columns = columnNames(header); anyOf(columns, wanted) {
			rows.width = len(header)
			return rows, columns, nil
		}
	}
	rows.comma = ','
	return nil, nil, fmt.Errorf("line %d: no column %s among %.200s: name one so", rows.line, listOf(wanted), strings.Join(rows.split(line), ", "))
}

// newLines gives text with line feeds for carriage returns.
type newLines struct{ io.Reader }

func (l newLines) Read(p []byte) (int, error) {
	n, err := l.Reader.Read(p)
	for i, b := range p[:n] {
		if b == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

// listOf names the first of some names.
func listOf(names []string) string {
	names = names[:min(3, len(names))]
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// text is the next line that is not empty.
func (r *records) text() (string, error) {
	for {
		line, err := r.rawLine()
		if err != nil || strings.TrimRight(line, "\r\n") != "" {
			return line, err
		}
	}
}

func (r *records) rawLine() (string, error) {
	if len(r.again) > 0 {
		line := r.again[0]
		r.again = r.again[1:]
		r.line++
		return line, nil
	}
	var line []byte
	for {
		part, err := r.in.ReadSlice('\n')
		if len(line) <= Limit {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if len(line) == 0 || err != nil && !errors.Is(err, io.EOF) {
			return "", err
		}
		r.line++
		return string(line), nil
	}
}

// rowError is what is wrong with one row.
type rowError struct{ error }

// next is the next row, and the line at which it begins. After a rowError there may be others.
func (r *records) next() (row []string, line int, err error) {
	first, err := r.text()
	if err != nil {
		return nil, 0, err
	}
	line = r.line
	taken := []string{first}
	size, opened := len(first), 0
	open, _, _ := r.scan(first, false)
	for open {
		if r.line < r.lost {
			return nil, line, r.unclosed(taken, opened)
		}
		more, err := r.rawLine()
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, line, err
		}
		if size += len(more); err != nil || size > Limit {
			r.lost = r.line
			return nil, line, r.unclosed(taken, opened)
		}
		taken = append(taken, more)
		still, closed, anew := r.scan(more, true)
		if anew {
			return nil, line, r.unclosed(taken, opened)
		}
		if still && closed > 0 {
			opened = len(taken) - 1
		}
		open = still
	}
	if size > Limit {
		return nil, line, rowError{fmt.Errorf("line %d: larger than the %d MiB that one document may have: split it", line, Limit>>20)}
	}
	return r.split(strings.Join(taken, "")), line, nil
}

// unclosed gives back the lines behind the one at which a quote opened.
func (r *records) unclosed(taken []string, opened int) error {
	at := r.line - len(taken) + 1 + opened
	if behind := taken[opened+1:]; len(behind) > 0 {
		r.again = append(behind, r.again...)
	}
	r.line = at
	return rowError{fmt.Errorf("line %d: the quotation mark that opens a field there is never closed: close it, or double it where it is part of the text", at)}
}

// scan goes through a line, at whose begin a quoted field may be open: whether one is at its end, how many fields it ends, and
// whether a mark in it looks like that of another field, so that the first one was never closed.
func (r *records) scan(line string, open bool) (still bool, ended int, anew bool) {
	comma := string(r.comma)
	within := open // since an earlier line
	text := strings.TrimRight(line, "\r\n")
	for i := 0; ; {
		if !open {
			if strings.HasPrefix(text[i:], `"`) {
				open, within = true, false
				i++
				continue
			}
			_, rest, more := strings.Cut(text[i:], comma)
			ended++
			if !more {
				return false, ended, false
			}
			i = len(text) - len(rest)
			continue
		}
		mark := strings.IndexByte(text[i:], '"')
		if mark < 0 {
			return true, ended, false
		}
		i += mark + 1
		switch after := text[i:]; {
		case after == "":
			return false, ended + 1, false
		case after[0] == '"':
			i++
		case strings.HasPrefix(after, comma):
			open, ended = false, ended+1
			i += len(comma)
		case within && r.opens(text, i-1):
			return true, ended, true
		}
	}
}

// opens tells whether a mark within a line that a quote has taken looks like one that opens a field.
func (r *records) opens(line string, mark int) bool {
	if mark > 0 {
		return line[mark+1] != ' ' && strings.HasSuffix(line[:mark], string(r.comma))
	}
	open, fields, _ := r.scan(line, false)
	return !open && fields == r.width && r.width > 1
}

// split parts the text of a row into its fields.
func (r *records) split(text string) []string {
	if !utf8.ValidString(text) {
		if western, err := decode([]byte(text)); err == nil {
			text = string(western)
		}
	}
	fields := csv.NewReader(strings.NewReader(text))
	fields.Comma, fields.LazyQuotes, fields.FieldsPerRecord = r.comma, true, -1
	row, err := fields.Read()
	if err != nil {
		return nil
	}
	return row
}

// wider tells of a row that has more fields than the header has columns.
func (r *records) wider(row []string) string {
	if len(row) <= r.width || strings.Join(row[r.width:], "") == "" {
		return ""
	}
	return fmt.Sprintf("%d fields below a header of %d: put a field that holds what parts them into quotation marks", len(row), r.width)
}

// inUTF8 gives text of which each letter has several bytes as UTF-8, and passes over the mark that editors put before it.
func inUTF8(r io.Reader) io.Reader {
	text := bufio.NewReader(r)
	head, _ := text.Peek(headBytes)
	if from := wide(head); from != nil {
		return from.NewDecoder().Reader(text)
	}
	if bytes.HasPrefix(head, []byte("\ufeff")) {
		_, _ = text.Discard(3)
	}
	return text
}

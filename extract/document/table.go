package document

import (
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// table reads articles as the rows of a CSV file with a header: text, and what else is known.
func (w *walk) table(c content, place string) error {
	rows := csv.NewReader(c.Reader)
	rows.FieldsPerRecord = -1
	rows.LazyQuotes = true
	header, err := rows.Read()
	if err != nil {
		return fmt.Errorf("read header: %w", err)
	}
	columns := columnNames(header)
	if !anyOf(columns, textFields) && !anyOf(columns, markupFields) {
		return fmt.Errorf("line 1: no column text, body or content among %s", strings.Join(header, ", "))
	}
	for n := 2; !w.ended; n++ {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		at := below(place, strconv.Itoa(n))
		if !w.want(at) {
			continue
		}
		r, err := fromFields(cells(columns, row), []byte(strings.Join(row, "\t")))
		r.Path, r.ID = at, whole(below(place, cmp.Or(r.ID, strconv.Itoa(n))))
		w.got(r, err)
	}
	return nil
}

func anyOf(columns map[string]int, names []string) bool {
	for _, name := range names {
		if _, ok := columns[name]; ok {
			return true
		}
	}
	return false
}

func cells(columns map[string]int, row []string) func(names ...string) string {
	return func(names ...string) string {
		for _, name := range names {
			if i, ok := columns[name]; ok && i < len(row) && strings.TrimSpace(row[i]) != "" {
				return row[i]
			}
		}
		return ""
	}
}

package document

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// table reads articles as the rows of a CSV file with a header: text, and what else is known.
func (w *walk) table(c content, place string) error {
	rows, columns, err := readRecords(c.Reader, slices.Concat(textFields, markupFields)...)
	if errors.Is(err, io.EOF) {
		return nil
	}
	if err != nil {
		return harmed(err)
	}
	for _, text := range unknownColumns(columns, slices.Concat(textFields, markupFields, nameFields)...) {
		w.met--
		w.failed(place, &Remark{text})
	}
	for n := 2; !w.ended; n++ {
		row, _, err := rows.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if broken := (rowError{}); err != nil && !errors.As(err, &broken) {
			return fmt.Errorf("behind row %d: %w", n-1, harmed(err))
		}
		at := below(place, strconv.Itoa(n))
		if !w.want(at) {
			continue
		}
		if err != nil {
			w.failed(at, err)
			continue
		}
		r, err := fromFields(cells(columns, row), []byte(strings.Join(row, "\t")))
		if wider := rows.wider(row); wider != "" {
			r.Meta.Amiss = wider
		}
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

package document

import (
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// Metadata is what is known of an article beside its text.
type Metadata struct {
	Title, Outlet, Author, URL, Language string
	Published                            time.Time // a day, UTC; zero when unknown
}

// Over is what is told of an article, and for what is not, what the article tells itself.
func (m Metadata) Over(own Metadata) Metadata {
	over := Metadata{
		Title: cmp.Or(m.Title, own.Title), Outlet: cmp.Or(m.Outlet, own.Outlet), Author: cmp.Or(m.Author, own.Author),
		URL: cmp.Or(m.URL, own.URL), Language: cmp.Or(m.Language, own.Language), Published: m.Published,
	}
	if over.Published.IsZero() {
		over.Published = own.Published
	}
	return over
}

// ReadMetadata reads the metadata of the articles of a folder, by path: CSV with a header of
// path, title, outlet, author, published, url and lang in any order. Other columns are ignored.
func ReadMetadata(r io.Reader) (map[string]Metadata, error) {
	rows := csv.NewReader(r)
	header, err := rows.Read()
	if errors.Is(err, io.EOF) {
		return nil, errors.New("metadata: empty, want a header with a path column")
	}
	if err != nil {
		return nil, fmt.Errorf("metadata: %w", err)
	}
	columns := columnNames(header)
	if _, ok := columns["path"]; !ok {
		return nil, fmt.Errorf("metadata: line 1: no path column among %s", strings.Join(header, ", "))
	}
	all := map[string]Metadata{}
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, fmt.Errorf("metadata: %w", err)
		}
		if err := addRow(all, rows, columns, row); err != nil {
			return nil, fmt.Errorf("metadata: %w", err)
		}
	}
}

func columnNames(header []string) map[string]int {
	columns := map[string]int{}
	for i, name := range header {
		name = strings.ToLower(strings.TrimFunc(name, blank))
		columns[name] = i
	}
	return columns
}

func addRow(all map[string]Metadata, rows *csv.Reader, columns map[string]int, row []string) error {
	field := func(names ...string) string {
		for _, name := range names {
			if i, ok := columns[name]; ok {
				return strings.TrimSpace(row[i])
			}
		}
		return ""
	}
	line, _ := rows.FieldPos(columns["path"])
	name := field("path")
	if name == "" {
		return fmt.Errorf("line %d: no path", line)
	}
	if _, ok := all[name]; ok {
		return fmt.Errorf("line %d: %s is listed twice", line, name)
	}
	m := Metadata{
		Title: field("title"), Outlet: field("outlet"), Author: field("author"),
		URL: field("url"), Language: field("lang", "language"),
	}
	if published := field("published"); published != "" {
		day, err := parseDay(published)
		if err != nil {
			line, column := rows.FieldPos(columns["published"])
			return fmt.Errorf("line %d, column %d: published %q is no date, want YYYY-MM-DD", line, column, published)
		}
		m.Published = day
	}
	all[name] = m
	return nil
}

// parseDay also takes a date with a time of day, and keeps the day as it was there.
func parseDay(s string) (time.Time, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		if t, err = time.Parse(time.RFC3339, s); err != nil {
			return time.Time{}, err
		}
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), nil
}

// valid has no bytes that are no UTF-8: what a file says of an article may be damaged where its text is whole.
func (m Metadata) valid() Metadata {
	for _, s := range []*string{&m.Title, &m.Outlet, &m.Author, &m.URL, &m.Language} {
		*s = strings.ToValidUTF8(*s, "\ufffd")
	}
	return m
}

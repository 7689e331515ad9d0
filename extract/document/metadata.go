package document

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Metadata is what is known of an article beside its text.
type Metadata struct {
	Title, Outlet, Author, URL, Language string
	Published                            time.Time // a day, UTC; zero when unknown
	Amiss                                string    // what of it could not be used, and why
}

// Over is what is told of an article, and for what is not, what the article tells itself.
func (m Metadata) Over(own Metadata) Metadata {
	over := Metadata{
		Title: cmp.Or(m.Title, own.Title), Outlet: cmp.Or(m.Outlet, own.Outlet), Author: cmp.Or(m.Author, own.Author),
		URL: cmp.Or(m.URL, own.URL), Language: cmp.Or(m.Language, own.Language), Published: m.Published,
		Amiss: cmp.Or(m.Amiss, own.Amiss),
	}
	if over.Published.IsZero() {
		over.Published = own.Published
	}
	return over
}

// ReadMetadata reads the metadata of the articles of a folder, by path: CSV with a header of
// path, title, outlet, author, published, url and lang in any order, or as people call these. Other columns are not read,
// which a Remark tells.
// A row that is broken is left out, which a Remark tells; a date that is none is Amiss with its article.
func ReadMetadata(r io.Reader) (map[string]Metadata, error) {
	rows, columns, err := readRecords(r, "path")
	if errors.Is(err, io.EOF) {
		err = errors.New("is empty: want a header with a column path, or no such file")
	}
	if err != nil {
		return nil, fmt.Errorf("%w; the articles beside it are read without it", harmed(err))
	}
	all := map[string]Metadata{}
	broken := unknownColumns(columns, "path")
	for {
		row, line, err := rows.next()
		if errors.Is(err, io.EOF) {
			return all, remarkOn(broken)
		}
		if err == nil {
			err = rows.add(all, columns, row, line)
		}
		switch {
		case errors.As(err, new(rowError)):
			broken = append(broken, err.Error())
		case err != nil:
			return all, fmt.Errorf("behind line %d: %w", line, harmed(err))
		}
	}
}

// Remark is what is said beside the articles of a file: rows of a metadata.csv, a name that leads out of an archive.
type Remark struct{ What string }

func (e *Remark) Error() string { return e.What }

// remarkOn tells which rows are left out.
func remarkOn(broken []string) error {
	if len(broken) == 0 {
		return nil
	}
	const most = 3
	text := strings.Join(broken[:min(most, len(broken))], "; ")
	if more := len(broken) - most; more > 0 {
		text += fmt.Sprintf("; so are %d more", more)
	}
	return &Remark{text}
}

func columnNames(header []string) map[string]int {
	columns := map[string]int{}
	for i, name := range header {
		name = strings.ToLower(strings.TrimFunc(name, blank))
		columns[name] = i
	}
	return columns
}

// unknownColumns tells which columns are not read.
func unknownColumns(columns map[string]int, also ...string) []string {
	known := slices.Concat(also, titleFields, outletFields, authorFields, publishedFields, addressFields, languageFields, noteFields)
	var unknown []string
	for name := range columns {
		if name != "" && !slices.Contains(known, name) {
			unknown = append(unknown, fmt.Sprintf("%.40q", name))
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	slices.Sort(unknown)
	const most = 6
	list := strings.Join(unknown[:min(most, len(unknown))], ", ")
	if len(unknown) > most {
		list += ", …"
	}
	return []string{"line 1: columns that are not read: " + list + " (read are title, outlet, author, published, url, lang)"}
}

func (rows *records) add(all map[string]Metadata, columns map[string]int, row []string, line int) error {
	field := func(names ...string) string { return strings.TrimSpace(cells(columns, row)(names...)) }
	name := field("path")
	_, twice := all[name]
	wider := rows.wider(row)
	switch {
	case wider != "":
		return rowError{fmt.Errorf("line %d: %s", line, wider)}
	case name == "":
		return rowError{fmt.Errorf("line %d: no path: name the file that it tells of", line)}
	case twice:
		return rowError{fmt.Errorf("line %d: %s is listed twice: take one of its rows away", line, name)}
	}
	m := metadataOf(field)
	m.URL = cmp.Or(m.URL, field(addressFields...))
	if m.Amiss != "" {
		m.Amiss = fmt.Sprintf("metadata.csv, line %d: %s", line, m.Amiss)
	}
	all[name] = m
	return nil
}

// date takes in when the article was published. What is no date is amiss.
func (m *Metadata) date(place, published string) {
	m.firstDay(place, "write it as 2025-03-12", told{"published", published})
}

// elsewhere is what helps where the date stands in what others wrote.
const elsewhere = "tell the day in metadata.csv, or by --date"

// told is what a file says, and what it calls it.
type told struct{ name, value string }

// firstDay takes in the first that is a date. Where none is, the first that is told is amiss.
func (m *Metadata) firstDay(place, remedy string, all ...told) {
	var amiss string
	for _, t := range all {
		day, ok := looseDay(t.value)
		if !ok {
			day, ok = unixDay(t.value)
		}
		if !ok {
			day, ok = lineDay(oneLine(t.value))
		}
		if ok {
			m.Published = day
			return
		}
		if amiss == "" && oneLine(t.value) != "" {
			amiss = fmt.Sprintf("%s%s %.60q is no date: %s", place, t.name, oneLine(t.value), remedy)
		}
	}
	m.Amiss = cmp.Or(m.Amiss, amiss)
}

// unixDay reads the seconds or milliseconds since 1970, of a year since 2001.
func unixDay(s string) (time.Time, bool) {
	n, err := strconv.ParseInt(oneLine(s), 10, 64)
	if len(oneLine(s)) == len("1741600000000") {
		n /= 1000
	}
	if err != nil || n < 1e9 || n >= 1e10 {
		return time.Time{}, false
	}
	return time.Unix(n, 0).UTC().Truncate(24 * time.Hour), true
}

// valid has no bytes that are no UTF-8: what a file says of an article may be damaged where its text is whole.
func (m Metadata) valid() Metadata {
	for _, s := range []*string{&m.Title, &m.Outlet, &m.Author, &m.URL, &m.Language, &m.Amiss} {
		*s = strings.ToValidUTF8(*s, "\ufffd")
	}
	return m
}

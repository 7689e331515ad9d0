package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"sayso/extract/document"
)

// metadataOf is what the metadata.csv files of a folder say of its articles, the nearest one most, and what there is to say of
// them; has tells whether a file is there.
func metadataOf(dir fs.FS, name string, tables []string, has func(file string) bool) (map[string]document.Metadata, []source) {
	slices.SortStableFunc(tables, func(a, b string) int { return cmp.Compare(strings.Count(a, "/"), strings.Count(b, "/")) })
	all := map[string]document.Metadata{}
	var said []source
	for _, table := range tables {
		rows, err := rowsOf(dir, table)
		var absent []string
		for file, m := range rows {
			file = path.Join(path.Dir(table), file)
			all[file] = m.Over(all[file])
			if !has(file) {
				absent = append(absent, file)
			}
		}
		if err = withAbsent(err, absent); err != nil {
			said = append(said, besides(filepath.Join(name, table), err))
		}
	}
	return all, said
}

func rowsOf(dir fs.FS, table string) (map[string]document.Metadata, error) {
	f, err := dir.Open(table)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return document.ReadMetadata(f)
}

// withAbsent adds to what is wrong with a table which files it names that are not there.
func withAbsent(err error, absent []string) error {
	if len(absent) == 0 {
		return err
	}
	slices.Sort(absent)
	verb := "are"
	if len(absent) == 1 {
		verb = "is"
	}
	text := fmt.Sprintf("%d of the files that it names %s not there: %s: mend the paths, or take the rows away", len(absent), verb, fewOf(absent))
	if err != nil {
		text = err.Error() + "; " + text
	}
	return &document.Remark{What: text}
}

// within is what a metadata.csv says of the articles in a file.
func within(metadata map[string]document.Metadata, file string) map[string]document.Metadata {
	inside := map[string]document.Metadata{}
	for name, m := range metadata {
		if place, ok := strings.CutPrefix(name, file+"/"); ok {
			inside[place] = m
		}
	}
	return inside
}

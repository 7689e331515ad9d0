package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"sayso/extract/document"
)

// source is an article that has been found and not yet read.
type source struct {
	id   string
	name string // for messages
	meta document.Metadata
	line bool // one sentence, not an article: no headline, no boilerplate
	open func() ([]byte, error)
}

// read turns a source into a document.
func (s source) read() (*document.Document, error) {
	text, err := s.open()
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", s.name, err)
	}
	read := document.Read
	if s.line {
		read = document.ReadLine
	}
	d, err := read(s.id, text, s.meta)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", s.name, err)
	}
	return d, nil
}

// extensions are the files of a folder that are taken for articles.
var extensions = []string{".txt", ".text", ".md"}

// sources finds the articles that paths name: files, folders, and "-" for stdin.
// date is the publication date of those whose metadata names none.
func (p *program) sources(paths []string, date string) ([]source, error) {
	published, err := day(date)
	if err != nil {
		return nil, err
	}
	var found []source
	for _, name := range paths {
		var more []source
		switch info, err := os.Stat(name); {
		case name == "-":
			more = []source{{id: "stdin", name: "stdin", open: func() ([]byte, error) { return io.ReadAll(p.stdin) }}}
		case err != nil:
			return nil, usage(err)
		case info.IsDir():
			more, err = folder(os.DirFS(name), name)
			if err != nil {
				return nil, err
			}
		default:
			more, err = files(os.DirFS(filepath.Dir(name)), filepath.Dir(name), filepath.Base(name))
			if err != nil {
				return nil, err
			}
		}
		found = append(found, more...)
	}
	for i := range found {
		if found[i].meta.Published.IsZero() {
			found[i].meta.Published = published
		}
	}
	return found, distinct(found)
}

// folder finds the articles below a folder, in the order of their paths.
func folder(dir fs.FS, name string) ([]source, error) {
	var names []string
	err := fs.WalkDir(dir, ".", func(file string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && slices.Contains(extensions, path.Ext(file)) {
			names = append(names, file)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("look through %s: %w", name, err)
	}
	if len(names) == 0 {
		return nil, usage(fmt.Errorf("%s: holds no article (a file that ends in %s)", name, strings.Join(extensions, ", ")))
	}
	return files(dir, name, names...)
}

// files makes sources of named files of a folder, with what its metadata.csv says of them.
func files(dir fs.FS, name string, names ...string) ([]source, error) {
	metadata, err := metadataOf(dir, name)
	if err != nil {
		return nil, err
	}
	var found []source
	for _, file := range names {
		found = append(found, source{
			id:   document.ID(file),
			name: filepath.Join(name, file),
			meta: metadata[file],
			open: func() ([]byte, error) { return fs.ReadFile(dir, file) },
		})
	}
	return found, nil
}

func metadataOf(dir fs.FS, name string) (map[string]document.Metadata, error) {
	f, err := dir.Open("metadata.csv")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	metadata, err := document.ReadMetadata(f)
	if err != nil {
		return nil, usage(fmt.Errorf("%s: %w", filepath.Join(name, "metadata.csv"), err))
	}
	return metadata, nil
}

// distinct refuses two articles of one id, since the second would take the first one's place.
func distinct(found []source) error {
	names := make(map[string]string)
	for _, s := range found {
		if first, taken := names[s.id]; taken {
			return usage(fmt.Errorf("%s and %s would both be article %q: name a folder above both", first, s.name, s.id))
		}
		names[s.id] = s.name
	}
	return nil
}

func day(date string) (time.Time, error) {
	if date == "" {
		return time.Time{}, nil
	}
	t, err := time.Parse("2006-01-02", date)
	if err != nil {
		return time.Time{}, usage(fmt.Errorf("--date %s: want a day as 2025-03-12", date))
	}
	return t, nil
}

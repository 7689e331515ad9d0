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

// source is an article that has been found and not yet read, or a file of several.
type source struct {
	id    string
	name  string // for messages
	file  string // that holds it, maybe with others
	at    string // where that file is, whatever the working directory
	spare string // its ID where another article of the file has the one that it gives itself
	meta  document.Metadata
	day   time.Time // of publication, where nothing else tells it
	line  bool      // one sentence, not an article: no headline, no boilerplate
	kind  kind      // of what is said beside articles, when it is opened
	open  func() (document.Raw, error)
	many  func(yield func(source) bool) // the articles of a file of several
	below map[string]document.Metadata  // of those, by their place in the file

	folder string // below which its ID is its path
}

// beside holds for what is no article, but to be said of a file.
func (s source) beside() bool { return s.kind == otherKind || s.kind == remark }

// read turns a source into a document.
func (s source) read() (*document.Document, error) {
	d, _, err := s.readRaw()
	return d, err
}

// readRaw gives what a document was read from, too.
func (s source) readRaw() (*document.Document, document.Raw, error) {
	raw, err := s.open()
	if err != nil {
		return nil, raw, fmt.Errorf("read %s: %w", s.name, err)
	}
	read := document.Read
	if s.line {
		read = document.ReadLine
	}
	d, err := read(s.id, raw.Text, s.meta.Over(raw.Meta))
	if err == nil && !s.line {
		err = d.Check()
	}
	if err != nil {
		return nil, raw, fmt.Errorf("read %s: %w", s.name, err)
	}
	if d.Published.IsZero() {
		d.Published = s.day
	}
	return d, raw, nil
}

// sources finds the articles that paths name: files, folders, addresses, and "-" for stdin.
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
		case isAddress(name):
			more, err = p.fetched(name)
			if err != nil {
				return nil, err
			}
		case name == "-":
			more, err = p.piped()
			if err != nil {
				return nil, err
			}
		case errors.Is(err, fs.ErrNotExist):
			return nil, usage(fmt.Errorf("%s: no such file or folder", name))
		case err != nil:
			return nil, usage(fmt.Errorf("%s: %w", name, remedied(err)))
		case info.IsDir():
			more, err = folder(onDisk{dir: name}, name)
			if err != nil {
				return nil, err
			}
		default:
			more = single(filepath.Dir(name), filepath.Base(name))
		}
		found = append(found, more...)
	}
	for i := range found {
		found[i].day = published
	}
	return once(found), nil
}

// folder finds the articles below a folder, in the order of their paths, and what of it is not read.
func folder(dir fs.FS, name string) ([]source, error) {
	var names, tables []string
	var others []source
	err := fs.WalkDir(dir, ".", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && file == ".":
			return fmt.Errorf("%s: %w", name, remedied(err))
		case err != nil:
			others = append(others, besides(filepath.Join(name, file), remedied(err)))
			return nil
		case d.IsDir():
			return nil
		}
		switch read, said := document.Takes(file, headOf(dir, file)); {
		case (read || said) && leadsToFolder(dir, file, d):
			others = append(others, besides(filepath.Join(name, file), &document.Remark{What: "is a link to a folder, which is not followed: name it, too"}))
		case read:
			names = append(names, file)
		case d.Name() == document.MetadataName:
			tables = append(tables, file)
		case said:
			others = append(others, besides(filepath.Join(name, file), &document.OtherKind{}))
		}
		return nil
	})
	if err != nil {
		return nil, usage(err)
	}
	if len(names) == 0 && !slices.ContainsFunc(others, func(s source) bool { return s.kind == failure }) {
		return nil, usage(fmt.Errorf("%s: holds no article (text, Markdown, HTML, PDF, DOCX, EPUB, mail, feeds, NDJSON, CSV, WARC, or archives of these)%s", name, noneRead(others)))
	}
	there := map[string]bool{}
	for _, file := range names {
		there[file] = true
	}
	metadata, said := metadataOf(dir, name, tables, func(file string) bool {
		for ; file != "." && !there[file]; file = path.Dir(file) {
		}
		return file != "."
	})
	return slices.Concat(said, files(dir, name, metadata, names...), others), nil
}

func leadsToFolder(dir fs.FS, file string, d fs.DirEntry) bool {
	if d.Type()&fs.ModeSymlink == 0 {
		return false
	}
	info, err := fs.Stat(dir, file)
	return err == nil && info.IsDir()
}

// single is a file that is named itself.
func single(folder, file string) []source {
	dir := onDisk{dir: folder, alone: true}
	metadata, said := metadataOf(dir, folder, []string{document.MetadataName}, func(string) bool { return true })
	return append(said, files(dir, folder, metadata, file)...)
}

// noneRead tells of files of which none is read.
func noneRead(others []source) string {
	if len(others) == 0 {
		return ""
	}
	var o otherKinds
	for _, s := range others {
		o.take(reading{source: s, err: &document.OtherKind{}})
	}
	return fmt.Sprintf(": of its %s none is of such a kind: %s", count(o.n, "file"), o.list())
}

// headOf is how a file begins whose name does not tell what it is.
func headOf(dir fs.FS, file string) []byte {
	if path.Ext(file) != "" {
		return nil
	}
	f, err := dir.Open(file)
	if err != nil {
		return nil
	}
	defer f.Close()
	head := make([]byte, 1024)
	n, _ := io.ReadFull(f, head)
	return head[:n]
}

// besides is something to say beside the articles of a file.
func besides(name string, err error) source {
	open := func() (document.Raw, error) { return document.Raw{}, err }
	at := escaped(filepath.Join(unlinked(filepath.Dir(name)), filepath.Base(name)))
	return source{id: document.ID(name + ".x"), name: name, file: name, at: at, kind: kindOf(err), open: open}
}

// files makes sources of named files of a folder.
func files(dir fs.FS, name string, metadata map[string]document.Metadata, names ...string) []source {
	var found []source
	whole := unlinked(name)
	stems := map[string]int{}
	for _, file := range names {
		stems[fileID(file)]++
	}
	for _, file := range names {
		s := source{id: fileID(file), name: filepath.Join(name, file), file: filepath.Join(name, file), meta: metadata[file], folder: whole}
		s.at = escaped(filepath.Join(whole, file))
		if stems[s.id] > 1 && !strings.HasSuffix(file, ".txt") {
			s.id = document.ID(file + ".x")
		}
		s.below = within(metadata, file)
		s.from(func() (fs.File, error) { return dir.Open(file) }, path.Base(file))
		found = append(found, s)
	}
	return found
}

// fileID is the ID of an article that is a file, packed or not.
func fileID(file string) string { return document.ID(strings.TrimSuffix(file, ".gz")) }

// once leaves out what was named before.
func once(found []source) []source {
	named := map[string]bool{}
	return slices.DeleteFunc(found, func(s source) bool {
		again := s.at != "" && named[s.at]
		named[s.at] = true
		return again
	})
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

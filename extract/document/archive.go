package document

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

func (w *walk) gzip(c content, name, place string, depth int) error {
	r, err := gzip.NewReader(c.Reader)
	if err != nil {
		return fmt.Errorf("unpack: %w", harmed(err))
	}
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".GZ")
	if stem, ok := strings.CutSuffix(name, ".tgz"); ok {
		name = stem + ".tar"
	}
	w.open(content{r}, name, place, depth-1)
	return nil
}

func (w *walk) tar(c content, place string, depth int) error {
	in := &endMark{Reader: c.Reader}
	r := tar.NewReader(in)
	for n := 0; !w.ended; n++ {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			if in.zeroes < tarBlock {
				w.failed(place, &Remark{fmt.Sprintf("behind entry %d: has no end mark: others may be cut off; fetch it again", n)})
			}
			return nil
		}
		if err != nil {
			return fmt.Errorf("behind entry %d: %w, or unpack what can be saved of it, and name the folder", n, harmed(err))
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		if path.Base(h.Name) == MetadataName && !outside(h.Name) && place != "" {
			w.tell(below(place, h.Name), io.LimitReader(r, Limit))
		}
		head, c := peek(content{r})
		w.entryOf(c, h.Name, head, place, depth)
	}
	return nil
}

const tarBlock = 512

// endMark counts the zeroes with which what was read ends: a tape ends in two blocks of them.
type endMark struct {
	io.Reader
	zeroes int
}

func (e *endMark) Read(p []byte) (int, error) {
	n, err := e.Reader.Read(p)
	if rest := len(bytes.TrimRight(p[:n], "\x00")); rest > 0 {
		e.zeroes = n - rest
	} else {
		e.zeroes += n
	}
	return n, err
}

// entryOf reads what an archive holds, or says that it is of another kind.
func (w *walk) entryOf(c content, name string, head []byte, place string, depth int) {
	at := below(place, name)
	switch read, said := Takes(name, head); {
	case read && outside(name):
		w.failed(strings.TrimPrefix(place+"/"+Written(name), "/"), &Remark{"its name leads out of the archive: unpack it, and name the folder"})
	case read:
		w.open(c, name, at, depth-1)
	case said:
		w.got(Raw{Path: at}, &OtherKind{})
	}
}

// outside holds for names that lead out of the archive.
func outside(name string) bool {
	return strings.HasPrefix(path.Clean(strings.ReplaceAll(name, `\`, "/")), "../")
}

// maxEntries bounds the directory of an archive.
const maxEntries = 1_000_000

// zip reads an archive, and what is one by its build: EPUB and DOCX.
func (w *walk) zip(c content, place string, depth int) error {
	at, size, err := c.random()
	if err != nil {
		return err
	}
	r, err := zip.NewReader(at, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return fmt.Errorf("%w: the archive is damaged or cut off; fetch it again", err)
	}
	if len(r.File) > maxEntries {
		return fmt.Errorf("holds %d entries, more than %d", len(r.File), maxEntries)
	}
	if what := officeKind(r); what != "" {
		return errors.New(what)
	}
	if zipEntry(r, "word/document.xml") != nil {
		w.article(readDOCX, content{io.NewSectionReader(at, 0, size)}, place)
		return nil
	}
	if zipEntry(r, "META-INF/container.xml") != nil {
		return w.epub(r, place)
	}
	for _, f := range r.File {
		if path.Base(f.Name) == MetadataName && !outside(f.Name) {
			if data, err := unpack(f); err != nil {
				w.failed(below(place, f.Name), err)
			} else {
				w.tell(below(place, f.Name), bytes.NewReader(data))
			}
		}
	}
	for _, f := range r.File {
		if w.ended {
			return nil
		}
		if f.Mode().IsRegular() {
			w.packed(f, place, depth)
		}
	}
	return nil
}

func (w *walk) packed(f *zip.File, place string, depth int) {
	if read, _ := Takes(f.Name, nil); !read && path.Ext(f.Name) != "" {
		w.entryOf(content{}, f.Name, nil, place, depth)
		return
	}
	at := below(place, f.Name)
	if f.Flags&1 != 0 {
		w.failed(at, errors.New("is encrypted: unpack it with its password"))
		return
	}
	r, err := f.Open()
	if err != nil {
		w.failed(at, harmed(err))
		return
	}
	defer r.Close()
	head, c := peek(content{r})
	w.entryOf(c, f.Name, head, place, depth)
}

func zipEntry(r *zip.Reader, name string) *zip.File {
	for _, f := range r.File {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// unpack is what an entry of an archive holds.
func unpack(f *zip.File) ([]byte, error) {
	if f == nil {
		return nil, errors.New("is not in the archive: it is damaged; fetch it again")
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return content{r}.bytes()
}

func openZip(data []byte) (*zip.Reader, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if errors.Is(err, zip.ErrInsecurePath) {
		err = nil
	}
	return r, err
}

package document

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"io"
	"path"
	"strings"
)

// MetadataName is the file that tells of the articles beside it.
const MetadataName = "metadata.csv"

// tell takes in what the metadata.csv at a place says of the articles beside it.
func (w *walk) tell(place string, r io.Reader) {
	all, err := ReadMetadata(r)
	if err != nil {
		w.failed(place, err)
	}
	beside := strings.TrimSuffix(place, MetadataName)
	for name, m := range all {
		w.told[below("", beside+name)] = m
	}
}

// ahead looks through a tape for its metadata.csv, which may stand behind the articles, and goes back to the beginning. A tape that
// comes through a pipe, or in another archive, has only what stands before.
func (w *walk) ahead(name string, r io.Reader) {
	f, ok := r.(io.ReadSeeker)
	if !ok {
		return
	}
	defer func() { _, _ = f.Seek(0, io.SeekStart) }()
	head, c := peek(content{f})
	in := c.Reader
	if formatOf(name, head) == gzipped {
		z, err := gzip.NewReader(bufio.NewReader(f))
		if err != nil {
			return
		}
		b := bufio.NewReader(z)
		head, _ = b.Peek(headBytes)
		in = b
	}
	if len(head) < 262 || string(head[257:262]) != "ustar" {
		return
	}
	for t := tar.NewReader(in); ; {
		h, err := t.Next()
		if err != nil {
			return
		}
		if h.Typeflag == tar.TypeReg && path.Base(h.Name) == MetadataName && !outside(h.Name) {
			w.tell(below("", h.Name), io.LimitReader(t, Limit))
		}
	}
}

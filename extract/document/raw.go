package document

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Limit is the most bytes that one document may have, unpacked.
const Limit = 64 << 20

// nesting is how deep archives may lie in archives.
const nesting = 3

// Raw is an article as a file holds it: its text as UTF-8, and what the file says of it.
type Raw struct {
	Path     string // its place in the file, "12" or "may/a.html"; empty where the file is the article
	ID       string // within the file, empty where the file is the article
	Text     []byte
	Meta     Metadata
	Original []byte // what Text was taken from; nil where that is Text itself
}

// NoArticle is why something that can be read is passed over: a list of links, another language, a stub.
type NoArticle struct{ Why string }

func (e *NoArticle) Error() string { return e.Why }

// OtherKind is why a file in a folder or an archive is passed over: it is of no kind that is read.
type OtherKind struct{}

func (*OtherKind) Error() string { return "is not of a kind that is read" }

// Visit is what Each calls for the articles of a file.
type Visit struct {
	Want func(place string) bool // asked before an article is read; one that is not wanted is passed over
	Got  func(Raw, error) bool   // what was read, or why the article at Raw.Path was not; false ends it
}

// Each reads the articles of a file, in its order; name tells its format where its bytes do not.
// What is wrong with one article goes to Got, and the others follow.
func Each(name string, r io.Reader, v Visit) {
	w := &walk{visit: v, told: map[string]Metadata{}, named: map[string]bool{}}
	w.ahead(name, r)
	w.open(content{r}, name, "", nesting)
}

// walk is one reading of a file and what is packed in it.
type walk struct {
	visit Visit
	told  map[string]Metadata // what a metadata.csv beside it says of the article at a place
	named map[string]bool     // the places of a feed's entries
	met   int                 // what was found, read or not
	ended bool
}

func (w *walk) want(place string) bool {
	w.met++
	return !w.ended && w.visit.Want(place)
}

func (w *walk) got(r Raw, err error) {
	w.met++
	r = r.plain()
	r.Meta = r.Meta.valid()
	r.Meta = w.told[r.Path].Over(r.Meta)
	if !w.ended && !w.visit.Got(r, err) {
		w.ended = true
	}
}

// escapes are what a terminal would obey.
var escapes = regexp.MustCompile(`\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\n]*(?:\x07|\x1b\\)|[ -/]*[0-~])?`)

// plain has no escape sequences, which are neither words of an article nor of what is said of it.
func (r Raw) plain() Raw {
	if r.Original == nil && bytes.IndexByte(r.Text, 0x1b) >= 0 {
		r.Original = r.Text
	}
	r.Text = escapes.ReplaceAll(r.Text, nil)
	for _, s := range []*string{&r.Meta.Title, &r.Meta.Outlet, &r.Meta.Author} {
		*s = escapes.ReplaceAllString(*s, "")
	}
	return r
}

func (w *walk) failed(place string, err error) { w.got(Raw{Path: place}, err) }

// content is what a file or an entry of an archive holds.
type content struct{ io.Reader }

// bytes reads it all, within the limit of one document.
func (c content) bytes() ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(c.Reader, Limit+1))
	switch {
	case err != nil && len(data) == 0:
		return nil, harmed(err)
	case err != nil:
		return nil, fmt.Errorf("after %d bytes: %w", len(data), harmed(err))
	case len(data) > Limit:
		return nil, fmt.Errorf("larger than the %d MiB that one document may have: split it", Limit>>20)
	}
	return data, nil
}

// random gives it as a file whose parts are read in any order.
func (c content) random() (io.ReaderAt, int64, error) {
	type file interface {
		io.ReaderAt
		io.Seeker
	}
	if f, ok := c.Reader.(file); ok {
		if size, err := f.Seek(0, io.SeekEnd); err == nil {
			return f, size, nil
		}
	}
	data, err := c.bytes()
	return bytes.NewReader(data), int64(len(data)), err
}

// open reads what a file or an entry of an archive holds, whose place is empty for the file itself.
func (w *walk) open(c content, name, place string, depth int) {
	head, c := peek(c)
	if what := otherKind(head); what != "" {
		w.failed(place, errors.New(what))
		return
	}
	form := formatOf(name, head)
	if read := form.one(); read != nil {
		w.article(read, c, place)
		return
	}
	if depth == 0 {
		w.failed(place, errors.New("archives lie too deep in archives: unpack it"))
		return
	}
	met := w.met
	err := w.many(form, c, name, place, depth)
	if err == nil && w.met == met && !w.ended {
		err = &NoArticle{"no article: the file is empty, or holds none"}
	}
	if err != nil {
		w.failed(place, err)
	}
}

func (w *walk) article(read func([]byte) (Raw, error), c content, place string) {
	if !w.want(place) {
		return
	}
	data, err := c.bytes()
	if err != nil {
		w.failed(place, err)
		return
	}
	r, err := read(data)
	r.Path = place
	if place != "" {
		r.ID = ID(place)
	}
	if r.Original == nil && !bytes.Equal(data, r.Text) {
		r.Original = data
	}
	w.got(r, err)
}

// many reads the formats that hold several articles.
func (w *walk) many(form format, c content, name, place string, depth int) error {
	switch form {
	case gzipped:
		return w.gzip(c, name, place, depth)
	case tarred:
		return w.tar(c, place, depth)
	case zipped:
		return w.zip(c, place, depth)
	case jsonLines:
		return w.json(c, place)
	case table:
		return w.table(c, place)
	case feed:
		return w.feed(c, place)
	case mailbox:
		return w.mailbox(c, place)
	}
	return w.warc(c, place)
}

// peek looks at how content begins.
func peek(c content) ([]byte, content) {
	if f, ok := c.Reader.(io.ReadSeeker); ok {
		head := make([]byte, headBytes)
		n, _ := io.ReadFull(f, head)
		if _, err := f.Seek(0, io.SeekStart); err == nil {
			return head[:n], c
		}
	}
	b := bufio.NewReaderSize(c.Reader, 64<<10)
	head, _ := b.Peek(headBytes)
	return head, content{b}
}

// Written is a name with bytes that are no UTF-8 as %B1, so that two names stay two.
func Written(name string) string {
	if utf8.ValidString(name) {
		return name
	}
	var b strings.Builder
	for len(name) > 0 {
		r, size := utf8.DecodeRuneInString(name)
		if r == utf8.RuneError && size == 1 {
			fmt.Fprintf(&b, "%%%02X", name[0])
		} else {
			b.WriteString(name[:size])
		}
		name = name[size:]
	}
	return b.String()
}

func below(place, name string) string {
	name = strings.TrimPrefix(path.Clean("/"+Written(name)), "/")
	if place == "" {
		return name
	}
	return place + "/" + name
}

// whole is the ID of a name that has no extension to lose.
func whole(name string) string { return ID(name + ".x") }

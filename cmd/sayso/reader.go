package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"time"

	"sayso/extract/document"
	"sayso/queries/sandbox"
)

// reading of files that nobody vouches for is done in a child.
func readingTask() sandbox.Task {
	return sandbox.Task{Name: "read", Memory: 512 << 20, Silence: 30 * time.Second, Do: readInChild}
}

// order is what a child is asked to read.
type order struct {
	Name string
	Past int // articles to pass over
}

// piece is what a child says: that it begins with an article, or what came of it.
type piece struct {
	Begins bool
	Raw    document.Raw
	Error  string
	Kind   kind // of error
}

// kind is what callers branch on of an error.
type kind int

const (
	failure kind = iota
	notNews
	otherKind
	remark
)

func kindOf(err error) kind {
	switch {
	case errors.As(err, new(*document.NoArticle)):
		return notNews
	case errors.As(err, new(*document.OtherKind)):
		return otherKind
	case errors.As(err, new(*document.Remark)):
		return remark
	}
	return failure
}

func readInChild(arg string, in *os.File, say func([]byte) error) error {
	var o order
	if err := json.Unmarshal([]byte(arg), &o); err != nil {
		return err
	}
	var broken error
	tell := func(p piece) bool {
		text, err := json.Marshal(p)
		if err == nil {
			err = say(text)
		}
		broken = err
		return err == nil
	}
	n := 0
	document.Each(o.Name, in, document.Visit{
		Want: func(place string) bool {
			n++
			return n > o.Past && tell(piece{Begins: true, Raw: document.Raw{Path: place}})
		},
		Got: func(r document.Raw, err error) bool {
			p := piece{Raw: r}
			if n < o.Past { // told by the child before
				return true
			}
			if err != nil {
				p.Error, p.Kind = err.Error(), kindOf(err)
				p.Raw = document.Raw{Path: r.Path, ID: r.ID, Meta: document.Metadata{URL: r.Meta.URL}}
			}
			return tell(p)
		},
	})
	return broken
}

func (p piece) err() error {
	switch {
	case p.Error == "":
		return nil
	case p.Kind == notNews:
		return &document.NoArticle{Why: p.Error}
	case p.Kind == otherKind:
		return &document.OtherKind{}
	case p.Kind == remark:
		return &document.Remark{What: p.Error}
	}
	return errors.New(p.Error)
}

var errEnough = errors.New("enough")

// unpack reads the articles of a file in a child. One that brings the child to its end costs itself only:
// another child goes on behind it.
func unpack(ctx context.Context, name string, f *os.File, got func(document.Raw, error) bool) error {
	for past := 0; ; {
		begun, open := past, ""
		under := false
		arg, err := json.Marshal(order{Name: name, Past: past})
		if err != nil {
			return err
		}
		err = readingTask().Run(ctx, string(arg), f, func(text []byte) error {
			var p piece
			if err := json.Unmarshal(text, &p); err != nil {
				return err
			}
			if p.Begins {
				begun, open, under = begun+1, p.Raw.Path, true
				return nil
			}
			under = false
			if !got(p.Raw, p.err()) {
				return errEnough
			}
			return nil
		})
		switch {
		case err == nil || errors.Is(err, errEnough):
			return nil
		case !errors.Is(err, sandbox.ErrTask) || ctx.Err() != nil:
			return err
		case !under || open == "":
			got(document.Raw{}, err)
			return nil
		case !got(document.Raw{Path: open}, err):
			return nil
		}
		past = begun
	}
}

// from makes the source read a file: text here, anything else in a child.
func (s *source) from(open func() (fs.File, error), name string) {
	if document.Single(name) {
		s.open = func() (document.Raw, error) { return only(open, name) }
		return
	}
	whole := *s
	s.many = func(yield func(source) bool) { whole.articles(open, name, yield) }
}

// only is the article of a file that should hold one.
func only(open func() (fs.File, error), name string) (document.Raw, error) {
	var found document.Raw
	var failed error
	n := 0
	err := each(context.Background(), open, name, func(r document.Raw, err error) bool {
		found, failed = r, err
		n++
		if r.Path != "" {
			failed = errors.New("holds several articles, which its name does not tell: call it .zip, .tar.gz, .ndjson … as it is")
			return false
		}
		return true
	})
	if err == nil && n == 0 {
		err = errors.New("holds no article")
	}
	return found, errors.Join(err, failed)
}

// each reads the articles of a file.
func each(ctx context.Context, open func() (fs.File, error), name string, got func(document.Raw, error) bool) error {
	f, err := open()
	if err != nil {
		return err
	}
	defer f.Close()
	head := make([]byte, 1024)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	if document.Plain(name, head[:n]) {
		document.Each(name, io.MultiReader(bytes.NewReader(head[:n]), f), document.Visit{Want: func(string) bool { return true }, Got: got})
		return nil
	}
	switch f := f.(type) {
	case *os.File:
		return unpack(ctx, name, f, got)
	case kept:
		return unpack(ctx, name, f.File, got)
	}
	return errors.New("is no file of the system")
}

// articles gives the articles of a file of several, each with its text, as they are read.
func (s source) articles(open func() (fs.File, error), name string, yield func(source) bool) {
	stopped := false
	err := each(context.Background(), open, name, func(r document.Raw, err error) bool {
		stopped = !yield(s.entry(r, err))
		return !stopped
	})
	if err != nil && !stopped {
		yield(s.entry(document.Raw{}, err))
	}
}

// entry is one article of a file.
func (s source) entry(r document.Raw, err error) source {
	one := s
	one.many, one.below, one.kind = nil, nil, kindOf(err)
	if r.Path != "" {
		one.name += ":" + r.Path
		one.meta = s.below[r.Path].Over(s.meta)
		one.id = s.id + "/" + document.ID(r.Path)
		one.spare = one.id
		if r.ID != "" && r.ID != document.ID(r.Path) { // a spare one that no other gives itself
			one.id = s.id + "/" + r.ID
			one.spare = one.id + "~" + document.ID(path.Base(r.Path)+".x")
		}
	}
	one.open = func() (document.Raw, error) { return r, err }
	return one
}

// kept is a file that stays open.
type kept struct{ *os.File }

func (kept) Close() error { return nil }

// piped is what comes from stdin, kept in a file where it is none: readers look where they like.
func (p *program) piped() ([]source, error) {
	f, ok := p.stdin.(*os.File)
	if info, err := f.Stat(); !ok || err != nil || !info.Mode().IsRegular() {
		if f, err = spool(p.stdin); err != nil {
			return nil, fmt.Errorf("keep stdin: %w", err)
		}
	}
	s := source{id: "stdin", name: "stdin", file: "stdin", at: fromStdin}
	whole := s
	s.many = func(yield func(source) bool) {
		whole.articles(func() (fs.File, error) {
			_, err := f.Seek(0, io.SeekStart)
			return kept{f}, err
		}, "stdin", yield)
	}
	return []source{s}, nil
}

// spool keeps a stream in a file that has no name any more.
func spool(r io.Reader) (*os.File, error) {
	f, err := os.CreateTemp("", "sayso-stdin-")
	if err != nil {
		return nil, err
	}
	_, err = io.Copy(f, r)
	return f, errors.Join(err, os.Remove(f.Name()))
}

package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"sayso/extract/document"
	"sayso/extract/origin"
	"sayso/graph/store"
)

// fromStdin is where articles are that nobody can go back to.
const fromStdin = "stdin"

// whereabouts is a path, address or "-" as it reads from anywhere.
func whereabouts(name string) string {
	switch {
	case name == "-":
		return fromStdin
	case isAddress(name):
		return name
	}
	return escaped(unlinked(name))
}

// unlinked is a path from the root, whose folders are no links to others.
func unlinked(name string) string {
	whole, err := filepath.Abs(name)
	if err != nil {
		return name
	}
	dir, last := whole, ""
	if info, err := os.Stat(whole); err != nil || !info.IsDir() {
		dir, last = filepath.Split(whole)
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		return filepath.Join(real, last)
	}
	return whole
}

// escaped is a path that is UTF-8.
func escaped(name string) string { return document.Written(name) }

// place is where an article is, in its file where that holds several; empty where that is not known.
func (s source) place() string {
	switch {
	case s.at == "":
		return ""
	case isAddress(s.name):
		return s.name
	}
	return s.at + strings.TrimPrefix(s.name, s.file)
}

// naming gives articles IDs that no others have: none of the same run, and none that the store holds.
type naming struct {
	taken map[string]holder
	held  *builder // of the store; nil where there is none
	say   func(format string, args ...any)
}

// holder is what has an ID.
type holder struct{ name, at string }

func (p *program) naming(held *builder) *naming {
	return &naming{taken: map[string]holder{}, held: held, say: p.say}
}

// expand gives the articles of the sources, in order.
func (n *naming) expand(ctx context.Context, sources []source) iter.Seq[source] {
	return func(yield func(source) bool) {
		pass := func(s source) bool {
			if s.beside() {
				return ctx.Err() == nil && yield(s)
			}
			if err := n.name(&s); err != nil {
				s.open = func() (document.Raw, error) { return document.Raw{}, err }
			}
			return ctx.Err() == nil && yield(s)
		}
		for _, s := range sources {
			stopped := false
			if s.many == nil {
				stopped = !pass(s)
			} else {
				s.many(func(one source) bool {
					one.day = s.day
					stopped = !pass(one)
					return !stopped
				})
			}
			if stopped {
				return
			}
		}
	}
}

// name settles the ID of an article.
func (n *naming) name(s *source) error {
	was := s.id
	taken := n.taken[was]
	var first string
	for id := range s.ids(taken.at == s.at) {
		other, err := n.other(*s, id)
		if err != nil {
			return err
		}
		if other == "" {
			s.id = id
			n.taken[id] = holder{name: s.name, at: s.at}
			if id != was && (n.held == nil || n.held.isNew(id)) {
				n.say("%s becomes article %s, since %s is %s", plain(s.name), plain(id), plain(was), plain(first))
			}
			return nil
		}
		first = cmp.Or(first, other)
	}
	return fmt.Errorf("would be article %q, as %s is: give it another id", was, first)
}

// ids are those that an article may have, the plainest first: after the one that it would have, its place in a file
// of which another has that one, then with a folder more of its path each; of what came from stdin, by its text.
func (s source) ids(inFile bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		id := s.id
		if !yield(id) {
			return
		}
		if inFile && s.spare != "" {
			if id = s.spare; !yield(id) {
				return
			}
		}
		if s.at == fromStdin {
			if d, err := s.read(); err == nil {
				yield(id + "-" + store.Sum([]byte(d.Text))[:8])
			}
			return
		}
		for dir := s.folder; dir != "" && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
			if id = document.ID(filepath.Base(dir)+".x") + "/" + id; !yield(id) {
				return
			}
		}
	}
}

// other is which other article has an ID; empty where none has.
func (n *naming) other(s source, id string) (string, error) {
	if taken, ok := n.taken[id]; ok {
		return taken.name, nil
	}
	if n.held == nil {
		return "", nil
	}
	s.id = id
	return n.held.other(s)
}

// other is where the store has another article of the ID that s would have; empty where it has none. It is the same
// one if it stands at the same place, says the same, or is a version of one whose place is no more.
func (b *builder) other(s source) (string, error) {
	known, err := b.store.Reading(s.id)
	if err != nil || known.Place == "" || isAddress(s.at) || known.Place == s.at && s.at != fromStdin {
		return "", err
	}
	d, err := s.read()
	if err != nil {
		return known.Place, nil
	}
	text, err := b.store.Text(s.id)
	_, gone := os.Stat(known.Place)
	isGone := errors.Is(gone, fs.ErrNotExist) && !isAddress(known.Place)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return "", nil
	case err != nil:
		return "", err
	case string(text) == d.Text:
		return "", nil
	case (isGone || s.at == fromStdin) && isVersion(string(text), d.Text):
		return "", nil
	case known.Place == fromStdin:
		return "another text from stdin", nil
	}
	return known.Place, nil
}

func (b *builder) isNew(id string) bool {
	known, err := b.store.Reading(id)
	return err == nil && known.Loaded.IsZero()
}

// isVersion reports whether two texts are versions of one.
func isVersion(old, text string) bool {
	return origin.Count(origin.Cluster(map[string]string{"old": origin.Sketch(old), "new": origin.Sketch(text)})) == 1
}

package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"sayso/graph/quadstore"
	"sayso/graph/store"
)

// watcher builds what changes in folders, as long as nobody ends it. It looks every so often rather than have the system
// tell it: that works on every file system, and a file that is being written is one that looks different each time.
type watcher struct {
	*program
	paths  []string
	date   string
	pace   time.Duration // between two looks
	models func() (*models, error)

	seen  map[string]looks    // of each file, at the last look
	built map[string]looks    // when it was read last
	ids   map[string][]string // the articles that it held then
	said  string              // what keeps it from looking, once
}

// looks are how a file looks: when that stays the same, so does what is in it.
type looks struct {
	size     int64
	modified time.Time
	told     string // what metadata.csv says of it
	folder   bool   // that is closed
}

func (p *program) watcher(paths []string, date string) *watcher {
	return &watcher{program: p, paths: paths, date: date, pace: time.Second, models: sync.OnceValues(p.models),
		seen: map[string]looks{}, built: map[string]looks{}, ids: map[string][]string{}}
}

func (w *watcher) run(ctx context.Context) error {
	w.say("watching; Ctrl-C ends it")
	for first := true; ; first = false {
		if err := w.round(ctx, first); err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			w.say("watched no longer; what was acknowledged is kept")
			return nil
		case <-time.After(w.pace):
		}
	}
}

// round looks, and builds what has changed and stands still. Nothing is taken out of the graph while a folder that was named is
// not there, or empty: then it is more likely to be a disk that is not than a reader who threw all away.
func (w *watcher) round(ctx context.Context, first bool) error {
	found, err := w.sources(w.paths, w.date)
	if err != nil {
		w.once(err)
		return nil
	}
	return w.look(ctx, found, first)
}

func (w *watcher) look(ctx context.Context, found []source, first bool) error {
	now := map[string]looks{}
	var ready []source
	var closed []string
	for _, s := range found {
		if s.kind == otherKind {
			continue
		}
		l, err := looksOf(s)
		if err != nil {
			continue
		}
		now[s.name] = l
		if l.folder {
			closed = append(closed, s.name)
		}
		if l != w.built[s.name] && (first || l == w.seen[s.name]) {
			ready = append(ready, s)
		}
	}
	var gone []string
	for name := range w.built {
		_, there := now[name]
		_, was := w.seen[name]
		hidden := slices.ContainsFunc(closed, func(dir string) bool { return name != dir && isWithin(name, dir) })
		if !there && !was && !hidden { // not for the moment in which an editor puts a new file in its place
			gone = append(gone, name)
		}
	}
	w.seen = now
	if len(ready)+len(gone) == 0 {
		return nil
	}
	slices.Sort(gone)
	return w.build(ctx, ready, gone)
}

func looksOf(s source) (looks, error) {
	info, err := os.Stat(s.name)
	if err != nil {
		info, err = os.Lstat(s.name) // a link that leads nowhere
	}
	if err != nil {
		return looks{}, err
	}
	return looks{info.Size(), info.ModTime(), fmt.Sprint(s.meta, s.below), info.IsDir()}, nil
}

func (w *watcher) once(err error) {
	if text := err.Error(); text != w.said {
		w.said = text
		w.say("sayso: %s; waiting", plain(text))
	}
}

// build brings the store up to date. It holds the store no longer than that takes, so that others can ask it.
func (w *watcher) build(ctx context.Context, ready []source, gone []string) error {
	s, err := store.Open(w.dir)
	if locked := (*quadstore.LockedError)(nil); errors.As(err, &locked) {
		w.once(w.unopened(err))
		return nil
	}
	if err != nil {
		return w.unopened(err)
	}
	w.said = ""
	return errors.Join(w.buildInto(ctx, s, ready, gone), s.Close())
}

func (w *watcher) buildInto(ctx context.Context, s *store.Store, ready []source, gone []string) error {
	b, err := w.builder(s)
	if err != nil {
		return err
	}
	b.model, b.held = w.models, map[string]*holding{}
	err = b.build(ctx, ready, append(allNames(ready), gone...))
	if exit := (*exitError)(nil); err != nil && (!errors.As(err, &exit) || exit.code == exitInterrupted) {
		return err
	}
	if len(ready) > 0 {
		w.say("%s: %s", namesOf(ready), b.tally)
	}
	var lost []string
	for _, source := range ready {
		w.built[source.name] = w.seen[source.name]
		now := b.held[source.name]
		switch {
		case now == nil:
		case now.whole:
			lost = append(lost, without(w.ids[source.name], now.ids)...)
			w.ids[source.name] = now.ids
		default:
			w.ids[source.name] = append(w.ids[source.name], without(now.ids, w.ids[source.name])...)
		}
	}
	for _, name := range gone {
		lost = append(lost, w.ids[name]...)
		delete(w.built, name)
		delete(w.ids, name)
	}
	return w.remove(ctx, s, lost)
}

// namesOf are the names of the first of some files, and how many there are beside these.
func namesOf(ready []source) string {
	const most = 3
	var names []string
	for _, name := range allNames(ready[:min(most, len(ready))]) {
		names = append(names, plain(name))
	}
	text := strings.Join(names, ", ")
	if more := len(ready) - len(names); more > 0 {
		text += " and " + count(more, "other file")
	}
	return text
}

func allNames(ready []source) []string {
	var names []string
	for _, s := range ready {
		names = append(names, s.name)
	}
	return names
}

// remove takes articles out that are in no file any more.
func (w *watcher) remove(ctx context.Context, s *store.Store, lost []string) error {
	held := slices.Concat(slices.Collect(maps.Values(w.ids))...)
	for _, id := range without(lost, held) {
		switch err := s.Remove(ctx, id); {
		case errors.Is(err, store.ErrNotFound):
		case err != nil:
			return err
		default:
			w.say("removed article %s: its file is gone", plain(id))
		}
	}
	return nil
}

func without(all, some []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(s string) bool { return slices.Contains(some, s) })
}

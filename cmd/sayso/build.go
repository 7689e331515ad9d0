package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"runtime/debug"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"sayso/extract/origin"
	"sayso/graph/store"
)

func (p *program) build() *cobra.Command {
	var date string
	var refresh, dry, watch bool
	var originals, fetch, private bool
	c := &cobra.Command{
		Use:   "build PATH…",
		Short: "read articles into the graph",
		Long: `Build reads articles (files, folders, "-" for stdin) and adds what they say to the store.

It reads text, Markdown, HTML (the main text of the page, with what the page says of itself), PDF, DOCX, EPUB, mail
(.eml, .mbox), feeds (RSS, Atom), articles as NDJSON, JSON, CSV or TSV (columns text, title, outlet, author, published, url,
lang, id), WARC, and .gz, .zip and .tar of these. What is no article, not in English or a paywall's stub is skipped.

An article is one transaction: what is acknowledged stays. Building again changes nothing and reads nothing
twice; a build that was interrupted goes on where it stopped; an article whose text has changed replaces
what it said before. An article is called by its path below the folder named; one whose name another file's article has
gets the folders above before its name, and that is told. What could not be read is told by "sayso problems".

Beside each text the store keeps what it was taken from, up to 8 MiB, each file once: "sayso article ID --original" prints it.

With --watch it goes on and reads what is new or has changed a second or two after it was written, and takes out what is gone, until Ctrl-C
ends it. The store is free for others between. With --fetch, a PATH may be the address of a page or a feed (http or https), whose articles it
reads over the network, as far as robots.txt lets it: the only command that ever does so.

With --refresh it reads nothing new: the articles of the store that another model or other rules have read are
read again by those of this program, and what changes is told.`,
		Example: `  sayso build data/articles --store ./sayso-data
  sayso build --dry-run ~/clippings
  sayso build ~/clippings --watch
  sayso build --fetch https://courier.example/feed.xml
  sayso build --refresh --dry-run`,
		Args: func(c *cobra.Command, args []string) error {
			switch {
			case refresh && len(args) > 0:
				return errors.New("build --refresh reads the articles of the store and takes no PATH; see: sayso build --help")
			case refresh:
				return nil
			case watch && (dry || slices.ContainsFunc(args, func(arg string) bool { return arg == "-" || isAddress(arg) })):
				return errors.New("build --watch looks at files and folders, and builds what changes there; see: sayso build --help")
			}
			return some("PATH")(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			if refresh {
				return p.refresh(c.Context(), dry)
			}
			p.noOriginals = !originals
			if fetch {
				p.fetcher = newFetcher(c.Context(), private)
			}
			if watch {
				return p.watcher(args, date).run(c.Context())
			}
			found, err := p.sources(args, date)
			if err != nil {
				return err
			}
			if dry {
				return p.dryRun(c.Context(), found)
			}
			s, err := p.create()
			if err != nil {
				return err
			}
			if _, err := s.Decisions(); err != nil { // before anything is read
				return errors.Join(err, s.Close())
			}
			tally, err := p.buildInto(c.Context(), s, found, args...)
			if tally != nil {
				p.say("%s", tally)
				p.tellOthers(tally.others)
				p.tellUndated(tally.undated)
				err = errors.Join(err, p.tellGone(s, found, args), p.tellOrigins(s))
			}
			return errors.Join(err, s.Close())
		},
	}
	c.Flags().StringVar(&date, "date", "", "publication date of articles that name none (2025-03-12)")
	c.Flags().BoolVar(&refresh, "refresh", false, "read the articles of the store again where the model or the rules have changed")
	c.Flags().BoolVar(&dry, "dry-run", false, "print what would be read or, with --refresh, what would change, and change nothing")
	c.Flags().BoolVar(&originals, "originals", true, "keep beside each text the page or the file that it was taken from")
	p.takeFloor(c)
	c.Flags().BoolVar(&watch, "watch", false, "go on, and read what is new or changes")
	c.Flags().BoolVar(&fetch, "fetch", false, "let a PATH be the address of a page or a feed, and fetch it")
	c.Flags().BoolVar(&private, "fetch-private", false, "with --fetch, also from this machine and from private networks")
	return c
}

// tellOrigins says how many reports the articles of a store are.
func (p *program) tellOrigins(s *store.Store) error {
	articles, err := s.Articles()
	if err != nil || len(articles) < 2 {
		return err
	}
	sketches := map[string]string{}
	for _, a := range articles {
		sketches[a.ID] = a.Sketch
	}
	origins := origin.Cluster(sketches)
	p.say("the graph holds %s, %s", count(len(origins), "article"), count(origin.Count(origins), "independent origin"))
	return nil
}

func (p *program) tellUndated(n int) {
	if n > 0 {
		p.say("%s without a date, so that “on Tuesday” is no day there: name it with --date, or in a metadata.csv (path,published)", count(n, "new article"))
	}
}

// tellGone says which articles of the store come from files that are no more in the folders that were built.
func (p *program) tellGone(s *store.Store, found []source, named []string) error {
	there := map[string]bool{}
	for _, f := range found {
		there[f.at] = true
	}
	articles, err := s.Articles()
	if err != nil {
		return err
	}
	var gone []string
	for _, a := range articles {
		known, err := s.Reading(a.ID)
		if err != nil {
			return err
		}
		below := func(name string) bool { return isWithin(known.Place, whereabouts(name)) }
		if known.Place == "" || isAddress(known.Place) || there[known.Place] || !slices.ContainsFunc(named, below) {
			continue
		}
		if _, err := os.Lstat(known.Place); errors.Is(err, fs.ErrNotExist) {
			gone = append(gone, plain(a.ID))
		}
	}
	if len(gone) > 0 {
		p.say("%s in the graph whose file is there no more: %s: sayso remove ARTICLE takes one out", count(len(gone), "article"), fewOf(gone))
	}
	return nil
}

// tally counts what a build did.
type tally struct {
	read, claims, changed, unchanged, parts, skipped int
	undated                                          int // of those read now
	missed                                           missed
	others                                           otherKinds
}

// miss counts an article that is not in the graph.
func (t *tally) miss(r reading) {
	switch kindOf(r.err) {
	case notNews:
		t.skipped++
	case remark:
		t.parts++
	default:
		t.missed.take(r)
	}
}

func (t *tally) all() int { return t.read + t.missed.all() + t.skipped }

func (t *tally) String() string {
	s := fmt.Sprintf("%s read, %s; %d new or changed, %d as before",
		count(t.read, "article"), count(t.claims, "claim"), t.changed, t.unchanged)
	if t.parts > 0 {
		s += fmt.Sprintf(", %d in part", t.parts)
	}
	if t.skipped > 0 {
		s += fmt.Sprintf(", %d skipped", t.skipped)
	}
	if failed := t.missed.all(); failed > 0 {
		s += fmt.Sprintf(", %d failed", failed)
	}
	if t.missed.all()+t.skipped+t.parts > 0 {
		s += ": see sayso problems"
	}
	return s
}

// batch is how many articles are held in memory at a time, and the most that a kill can cost.
const batch = 16

func (p *program) buildInto(ctx context.Context, s *store.Store, found []source, named ...string) (*tally, error) {
	b, err := p.builder(s)
	if err != nil {
		return nil, err
	}
	return b.tally, b.build(ctx, found, named)
}

// build reads what was found at what was named.
func (b *builder) build(ctx context.Context, found []source, named []string) error {
	if os.Getenv("GOGC") == "" { // a build makes little garbage beside what it computes
		defer debug.SetGCPercent(debug.SetGCPercent(50))
	}
	b.store.Begin()
	clock := b.p.clock(articlesIn(found), "article")
	for some := range batches(b.p.naming(b).expand(ctx, found), batch) {
		readings, interrupted := b.p.each(ctx, some, b.read)
		// What has been read is kept also when the rest is not wanted any more: it takes no time.
		if err := b.keep(context.WithoutCancel(ctx), readings); err != nil {
			return err
		}
		if interrupted != nil {
			return b.interrupted(clock.of)
		}
		clock.tick(b.tally.all())
	}
	if ctx.Err() != nil {
		return b.interrupted(clock.of)
	}
	if err := errors.Join(b.mended(named), b.store.Renumber(ctx)); err != nil {
		return err
	}
	if b.tally.read == 0 && b.tally.skipped > 0 {
		return usage(errors.New("no article could be read"))
	}
	return b.tally.missed.of(b.tally.read + b.tally.skipped)
}

func (b *builder) interrupted(of int) error {
	all := count(of, "article")
	if of == 0 {
		all = "the articles"
	}
	return &exitError{exitInterrupted, fmt.Errorf("interrupted: %d of %s done and kept; the same command goes on with the others", b.tally.all(), all)}
}

// articlesIn is how many articles there are, 0 where a file of several hides it.
func articlesIn(found []source) int {
	n := 0
	for _, s := range found {
		if s.many != nil {
			return 0
		}
		if !s.beside() {
			n++
		}
	}
	return n
}

// batches gives sources n at a time.
func batches(all iter.Seq[source], n int) iter.Seq[[]source] {
	return func(yield func([]source) bool) {
		var some []source
		for s := range all {
			if some = append(some, s); len(some) < n {
				continue
			}
			if !yield(some) {
				return
			}
			some = nil
		}
		if len(some) > 0 {
			yield(some)
		}
	}
}

// clock tells progress while it takes long.
type clock struct {
	p           *program
	of          int // 0 where nobody knows
	noun        string
	start, last time.Time
}

func (p *program) clock(of int, noun string) *clock {
	now := time.Now()
	return &clock{p: p, of: of, noun: noun, start: now, last: now}
}

// tick tells how far things are, every two seconds.
func (c *clock) tick(n int) {
	if time.Since(c.last) < 2*time.Second || n == c.of {
		return
	}
	c.last = time.Now()
	rate := float64(n) / time.Since(c.start).Seconds()
	if c.of > 0 {
		left := time.Duration(float64(c.of-n)/rate) * time.Second
		c.p.say("%d of %s, %.1f a second, %s left", n, count(c.of, c.noun), rate, left.Round(time.Second))
		return
	}
	c.p.say("%s, %.0f a second", count(n, c.noun), rate)
}

// count writes a number with its noun: "1 article", "5 articles", "2 entities".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if stem, ok := cutY(noun); ok {
		return fmt.Sprintf("%d %sies", n, stem)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func cutY(noun string) (string, bool) {
	last := len(noun) - 1
	return noun[:last], noun[last] == 'y'
}

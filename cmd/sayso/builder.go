package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"sayso/data"
	"sayso/extract"
	"sayso/extract/document"
	"sayso/extract/parse"
	"sayso/graph/store"
)

// builder reads articles into a store, those that the store has from the same model, rules and text left out.
type builder struct {
	p     *program
	store *store.Store
	stamp string
	tally *tally
	model func() (*models, error) // loaded when the first article needs it

	originals bool                // are kept
	held      map[string]*holding // what each file holds, where that is asked for
	reported  map[string]bool     // the places that have a problem, each with what that is
}

// models are what it takes to read an article.
type models struct {
	parser     *parse.Model
	confidence *extract.Confidence
}

func (p *program) builder(s *store.Store) (*builder, error) {
	stamp, err := extract.Version(data.Models)
	if err != nil {
		return nil, err
	}
	if p.floor > 0 {
		stamp += fmt.Sprintf(", floor %g", p.floor)
	}
	return &builder{p: p, store: s, stamp: stamp, tally: new(tally), model: sync.OnceValues(p.models), originals: !p.noOriginals, reported: map[string]bool{}}, nil
}

func (p *program) models() (*models, error) {
	parser, err := p.model()
	if err != nil {
		return nil, err
	}
	confidence, err := p.confidence()
	return &models{parser, confidence}, err
}

func (b *builder) read(s source) reading {
	d, raw, err := s.readRaw()
	if err != nil {
		return reading{err: err}
	}
	input, err := inputOf(d, raw.Original)
	if err != nil {
		return reading{err: err}
	}
	known, err := b.store.Reading(d.ID)
	if err != nil {
		return reading{err: err}
	}
	moved := !known.Loaded.IsZero() && known.Place != s.at
	if known.Stamp == b.stamp && known.Input == store.Sum(input) {
		return reading{document: d, stored: known.Claims, moved: moved}
	}
	r := b.extract(d, input)
	r.original = raw.Original
	if known.Input != "" {
		r.replaces = b.replaced(d, known, s.at)
	}
	return r
}

// replaced says what the text was that a document replaces, where that is not just the version before at its place.
func (b *builder) replaced(d *document.Document, known store.Reading, at string) string {
	old, err := b.store.Text(d.ID)
	switch {
	case err != nil || string(old) == d.Text:
		return ""
	case known.Place != "" && known.Place != at && at != fromStdin && !isAddress(at):
		return "its version at " + known.Place + ", which is there no more"
	case isVersion(string(old), d.Text):
		return ""
	case known.Place == "":
		return "another text of that name; if both shall stand, rename one of the files"
	}
	return "another text that was there before"
}

func (b *builder) extract(d *document.Document, input []byte) reading {
	m, err := b.model()
	if err != nil {
		return reading{err: err}
	}
	return reading{document: d, input: input, article: extract.Article(d, m.parser, m.confidence)}
}

// keep adds a batch of articles to the store, which finds out who is who in them, and notes which failed.
func (b *builder) keep(ctx context.Context, readings []reading) error {
	var extracts []store.Extract
	var problems []store.Problem
	moved := map[string]string{}
	for _, r := range readings {
		if b.tally.others.take(r) {
			continue
		}
		b.note(r)
		switch {
		case r.err != nil:
			fmt.Fprintln(b.p.stderr, "sayso: "+plain(told(r.err)))
			b.tally.miss(r)
			problem := problemOf(r)
			problems = append(problems, problem)
			b.reported[problem.Place+problem.Text] = true
		case r.article == nil:
			b.tally.read++
			b.tally.unchanged++
			b.tally.claims += r.stored
			if r.moved {
				moved[r.source.id] = r.source.at
			}
		default:
			b.tally.claims += len(r.article.Claims)
			if r.document.Published.IsZero() {
				b.tally.undated++
			}
			x := store.Extract{Article: r.article, Text: []byte(r.document.Text), Stamp: b.stamp, Input: r.input, Place: r.source.at}
			if b.originals && len(r.original) <= store.LargestOriginal {
				x.Original = r.original
			}
			extracts = append(extracts, x)
			if r.replaces != "" {
				b.p.say("%s: takes the place of %s", plain(r.document.ID), plain(r.replaces))
			}
		}
	}
	if err := errors.Join(b.store.Report(problems...), b.store.Moved(moved)); err != nil {
		return err
	}
	changed, err := b.store.AddExtracts(ctx, extracts)
	if err != nil {
		b.tally.changed += changed
		return err
	}
	b.tally.read += len(extracts)
	b.tally.changed += changed
	b.tally.unchanged += len(extracts) - changed
	return b.reportGaps(readings)
}

// reportGaps notes what is not read of articles, but for those that are only read again, of which it is known.
func (b *builder) reportGaps(readings []reading) error {
	var problems []store.Problem
	for _, p := range b.p.gaps(readings) {
		if p.Place != "" {
			problems = append(problems, p)
			b.reported[p.Place+p.Text] = true
			b.tally.parts++
		}
	}
	return b.store.Report(problems...)
}

// mended takes the problems away of what was named to this build and has none any more, be it that it is gone.
func (b *builder) mended(named []string) error {
	return b.store.Mended(func(p store.Problem) bool {
		place := p.Place
		if place == "" { // noted by version 0.1
			place = whereabouts(p.File)
		}
		return !b.reported[p.Place+p.Text] && slices.ContainsFunc(named, func(name string) bool { return isWithin(place, whereabouts(name)) })
	})
}

// isWithin tells whether a place is a file or folder, or in it.
func isWithin(place, whole string) bool {
	rest, ok := strings.CutPrefix(place, strings.TrimSuffix(whole, string(filepath.Separator)))
	return ok && (rest == "" || rest[0] == ':' || os.IsPathSeparator(rest[0]))
}

// gaps tells what is not read of articles that are read.
func (p *program) gaps(readings []reading) []store.Problem {
	var problems []store.Problem
	for _, r := range readings {
		if r.err != nil {
			continue
		}
		text, more := r.document.Amiss, len(r.document.Skips)
		if text == "" && more > 0 {
			first := r.document.Skips[0]
			text, more = fmt.Sprintf("line %d: %s", r.document.LineAt(first.Start), first.Why), more-1
		}
		if text == "" {
			continue
		}
		if more > 0 {
			text += fmt.Sprintf(" (and %s)", count(more, "other place"))
		}
		fmt.Fprintf(p.stderr, "sayso: skip part of %s: %s\n", plain(r.source.name), plain(text))
		problems = append(problems, store.Problem{Article: r.source.id, File: r.source.name, Place: r.source.place(), Text: text + "; the rest is read", Part: true})
	}
	return problems
}

// holding is what a file holds, as far as it could be read.
type holding struct {
	ids   []string
	whole bool
}

func (b *builder) note(r reading) {
	if b.held == nil {
		return
	}
	h := b.held[r.source.file]
	if h == nil {
		h = &holding{whole: true}
		b.held[r.source.file] = h
	}
	h.ids = append(h.ids, r.source.id)
	h.whole = h.whole && (r.err == nil || kindOf(r.err) != failure)
}

func problemOf(r reading) store.Problem {
	cause := strings.TrimPrefix(r.err.Error(), "read "+r.source.name+": ")
	return store.Problem{Article: r.source.id, File: r.source.name, Place: r.source.place(), Text: cause, Skipped: skipped(r.err), Part: kindOf(r.err) == remark}
}

// skipped holds for what can be read and is no article.
func skipped(err error) bool { return kindOf(err) == notNews }

// told is an error as a line on stderr says it.
func told(err error) string {
	switch kindOf(err) {
	case notNews:
		return "skip" + strings.TrimPrefix(err.Error(), "read")
	case remark:
		return "skip part of" + strings.TrimPrefix(err.Error(), "read")
	}
	return err.Error()
}

// input is a document as the store keeps it: its text stands there already.
type input struct {
	SHA256   string
	Original string `json:",omitempty"` // the SHA-256 of what the text was taken from
	document.Document

	kept []byte // these in JSON
}

func inputOf(d *document.Document, original []byte) ([]byte, error) {
	in := input{SHA256: store.Sum([]byte(d.Text)), Document: *d}
	if original != nil {
		in.Original = store.Sum(original)
	}
	in.Text = ""
	return json.Marshal(in)
}

// stored is the document that an article of the store was read from.
func (b *builder) stored(id string) (*document.Document, []byte, error) {
	text, err := b.store.Text(id)
	if err != nil {
		return nil, nil, err
	}
	in, err := b.input(id)
	if err != nil {
		return nil, nil, err
	}
	if in.SHA256 != store.Sum(text) {
		return nil, nil, errors.New("what it was read from does not fit its text; name its file to sayso build instead")
	}
	in.Text = string(text)
	return &in.Document, in.kept, nil
}

// input is what an article of the store was read from, but for its text.
func (b *builder) input(id string) (in input, err error) {
	in.kept, err = b.store.Input(id)
	if err != nil {
		return in, err
	}
	if in.kept == nil {
		return in, errors.New("what it was read from is not in the store; name its file to sayso build instead")
	}
	if err := json.Unmarshal(in.kept, &in); err != nil {
		return in, fmt.Errorf("what article %s was read from: %w", id, err)
	}
	return in, nil
}

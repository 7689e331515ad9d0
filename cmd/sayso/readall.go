package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync/atomic"

	"sayso/extract"
	"sayso/extract/document"
	"sayso/graph"
)

// reading is an article read, or why it could not be.
type reading struct {
	source   source
	document *document.Document
	original []byte // what its text was taken from; nil where that is the text
	article  *graph.Article
	input    []byte // what it was read from, as the store keeps it
	stored   int    // claims, of one that was not read since the store has it
	state    string // in a dry run: new, changed or known
	moved    bool   // it is where the store does not know it
	replaces string // what the article that it replaces is, where that is not just its last version
	err      error
}

// read extracts the sources, up to p.jobs at a time, and gives them back in their order.
// One that fails does not stop the others.
func (p *program) read(ctx context.Context, sources []source, parser extract.Parser) ([]reading, error) {
	confidence, err := p.confidence()
	if err != nil {
		return nil, err
	}
	all := slices.Collect(p.naming(nil).expand(ctx, sources))
	return p.each(ctx, all, func(s source) reading { return readOne(s, parser, confidence) })
}

func readOne(s source, parser extract.Parser, confidence *extract.Confidence) reading {
	d, err := s.read()
	if err != nil {
		return reading{err: err}
	}
	return reading{document: d, article: extract.Article(d, parser, confidence)}
}

// each reads the sources, up to p.jobs at a time. Where it is interrupted it waits for none that is under
// way, and gives back those that are done.
func (p *program) each(ctx context.Context, sources []source, read func(source) reading) ([]reading, error) {
	type result struct {
		at int
		reading
	}
	results := make(chan result, len(sources))
	var next atomic.Int64
	for range min(max(1, p.jobs), len(sources)) {
		go func() {
			for at := int(next.Add(1)) - 1; at < len(sources) && ctx.Err() == nil; at = int(next.Add(1)) - 1 {
				results <- result{at, guarded(read, sources[at])}
			}
		}()
	}
	done := make([]*reading, len(sources))
	var err error
	for n := 0; n < len(sources) && err == nil; n++ {
		select {
		case r := <-results:
			done[r.at] = &r.reading
		case <-ctx.Done():
			err = ctx.Err()
		}
	}
	var readings []reading
	for _, r := range done {
		if r != nil {
			readings = append(readings, *r)
		}
	}
	return readings, err
}

// guarded keeps a mistake of ours in one article from ending the reading of all.
func guarded(read func(source) reading, s source) (r reading) {
	defer func() {
		if cause := recover(); cause != nil {
			r = reading{err: fmt.Errorf("read %s: internal error: %v", s.name, cause)}
		}
		r.source = s
	}()
	return read(s)
}

// split parts the articles from the failures, which are told on stderr.
func (p *program) split(readings []reading) ([]reading, error) {
	var good []reading
	var others otherKinds
	var missed missed
	p.gaps(readings)
	for _, r := range readings {
		if others.take(r) {
			continue
		}
		if r.err != nil {
			text := r.err.Error()
			if kindOf(r.err) == remark {
				text = told(r.err)
			} else {
				missed.take(r)
			}
			fmt.Fprintln(p.stderr, "sayso: "+plain(text))
			continue
		}
		good = append(good, r)
	}
	p.tellOthers(others)
	return good, missed.of(len(good))
}

// missed counts what could not be read: whole files, which may be no articles at all, and articles of files of several.
type missed struct{ files, articles int }

func (m *missed) take(r reading) {
	if r.source.name == r.source.file {
		m.files++
	} else {
		m.articles++
	}
}

func (m missed) all() int { return m.files + m.articles }

// of is the error of a batch in which some could not be read, and the others were, or none.
func (m missed) of(others int) error {
	var what string
	switch {
	case m.all() == 0:
		return nil
	case others == 0:
		return usage(errors.New("no article could be read"))
	case m.articles == 0:
		what = count(m.files, "file")
	case m.files == 0:
		what = fmt.Sprintf("%d of %s", m.articles, count(m.articles+others, "article"))
	default:
		what = fmt.Sprintf("%s, and %s of others,", count(m.files, "file"), count(m.articles, "article"))
	}
	return &exitError{exitSomeFailed, fmt.Errorf("%s could not be read, the others are done", what)}
}

func articles(readings []reading) []*graph.Article {
	out := make([]*graph.Article, len(readings))
	for i, r := range readings {
		out[i] = r.article
	}
	return out
}

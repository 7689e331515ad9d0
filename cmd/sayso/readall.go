package main

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"sayso/extract"
	"sayso/extract/document"
	"sayso/graph"
)

// reading is an article read, or why it could not be.
type reading struct {
	document *document.Document
	article  *graph.Article
	err      error
}

// read extracts the sources, up to p.jobs at a time, and gives them back in their order.
// One that fails does not stop the others.
func (p *program) read(ctx context.Context, sources []source, parser extract.Parser) ([]reading, error) {
	confidence, err := p.confidence()
	if err != nil {
		return nil, err
	}
	readings := make([]reading, len(sources))
	tickets := make(chan struct{}, max(1, p.jobs))
	var wg sync.WaitGroup
	for i := range sources {
		if ctx.Err() != nil {
			break
		}
		tickets <- struct{}{}
		wg.Go(func() {
			readings[i] = readOne(sources[i], parser, confidence)
			<-tickets
		})
	}
	wg.Wait()
	return readings, ctx.Err()
}

func readOne(s source, parser extract.Parser, confidence *extract.Confidence) reading {
	d, err := s.read()
	if err != nil {
		return reading{err: err}
	}
	return reading{document: d, article: extract.Article(d, parser, confidence)}
}

// split parts the articles from the failures, which are told on stderr.
func (p *program) split(readings []reading) ([]reading, error) {
	var good []reading
	failed := 0
	for _, r := range readings {
		if r.err != nil {
			failed++
			fmt.Fprintln(p.stderr, "sayso: "+plain(r.err.Error()))
			continue
		}
		good = append(good, r)
	}
	if failed == 0 {
		return good, nil
	}
	err := fmt.Errorf("%d of %d articles could not be read, the others are done", failed, len(readings))
	if len(good) == 0 {
		return nil, usage(errors.New("no article could be read"))
	}
	return good, &exitError{exitSomeFailed, err}
}

func articles(readings []reading) []*graph.Article {
	out := make([]*graph.Article, len(readings))
	for i, r := range readings {
		out[i] = r.article
	}
	return out
}

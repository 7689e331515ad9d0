package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"

	"sayso/extract"
	"sayso/extract/claim"
	"sayso/extract/document"
	"sayso/extract/parse"
)

// sentenceTuples is one sentence with what it claims, in its own words.
type sentenceTuples struct {
	document *document.Document
	trees    []parse.Tree
	claims   []claim.Claim
	nary     []claim.Tuple
	binary   []claim.Tuple
}

func (p *program) extractTuples(ctx context.Context, lines []source, format string) error {
	if len(lines) > 0 && !lines[0].line {
		return usage(fmt.Errorf("--format %s is for single sentences: give them with --lines FILE", format))
	}
	model, err := p.model()
	if err != nil {
		return err
	}
	confidence, err := p.confidence()
	if err != nil {
		return err
	}
	sentences, err := p.tuples(ctx, lines, model, confidence)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(p.stdout)
	write := writeCarb
	if format == "benchie" {
		write = writeBenchie
	}
	if err := write(out, sentences); err != nil {
		return err
	}
	return out.Flush()
}

// tuples reads sentences, up to p.jobs at a time, and gives them back in their order.
func (p *program) tuples(ctx context.Context, lines []source, model *parse.Model, confidence *extract.Confidence) ([]sentenceTuples, error) {
	all := make([]sentenceTuples, len(lines))
	errs := make([]error, len(lines))
	tickets := make(chan struct{}, max(1, p.jobs))
	var wg sync.WaitGroup
	for i := range lines {
		if ctx.Err() != nil {
			break
		}
		tickets <- struct{}{}
		wg.Go(func() {
			all[i], errs[i] = tuplesOf(lines[i], model, confidence)
			<-tickets
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return all, ctx.Err()
}

func tuplesOf(line source, model *parse.Model, confidence *extract.Confidence) (sentenceTuples, error) {
	d, err := line.read()
	if err != nil {
		return sentenceTuples{}, err
	}
	s := sentenceTuples{document: d, trees: extract.Line(d, model)}
	s.claims = claim.Find(d, s.trees)
	confidence.Judge(s.trees, s.claims)
	under := func(t claim.Tuple) bool { return t.Confidence < confidence.Floor }
	s.nary = slices.DeleteFunc(claim.Nary(d, s.trees, s.claims), under)
	s.binary = slices.DeleteFunc(claim.Binary(d, s.trees, s.claims), under)
	return s, nil
}

// writeCarb writes SENTENCE, CONFIDENCE, RELATION, ARGUMENTS …, separated by tabs.
func writeCarb(w io.Writer, sentences []sentenceTuples) error {
	for _, s := range sentences {
		for _, t := range s.nary {
			columns := append([]string{s.document.Text, strconv.FormatFloat(t.Confidence, 'f', -1, 64), t.Relation}, t.Arguments...)
			if _, err := fmt.Fprintln(w, strings.Join(columns, "\t")); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeBenchie writes ID, SUBJECT, RELATION, OBJECT, separated by tabs.
func writeBenchie(w io.Writer, sentences []sentenceTuples) error {
	for _, s := range sentences {
		for _, t := range s.binary {
			if _, err := fmt.Fprintln(w, strings.Join([]string{s.document.ID, t.Arguments[0], t.Relation, t.Arguments[1]}, "\t")); err != nil {
				return err
			}
		}
	}
	return nil
}

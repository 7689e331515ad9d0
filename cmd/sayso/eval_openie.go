package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"sayso/extract/claim"
	"sayso/extract/document"
	"sayso/extract/eval"
)

// The development halves of the benchmarks, below the folder of corpora.
const (
	carbGold      = "openie/carb_gold_dev.tsv"
	carbLines     = "openie/carb_sentences_dev.txt"
	benchieGold   = "openie/benchie_gold_dev.txt"
	benchieLines  = "openie/benchie_sentences_dev.tsv"
	corpora       = "../shared/data"
	scoreThisHelp = "score this output of a system instead of sayso's own"
)

func (p *program) evalCarb() *cobra.Command {
	var from, output string
	c := &cobra.Command{
		Use:   "carb",
		Short: "score n-ary relations on CaRB's development half",
		Long: `Carb scores what sayso finds in the development sentences of CaRB, worded as n-ary relations: precision,
recall and F1 at the best threshold of confidence, and the area under the curve of all thresholds.`,
		Example: "  sayso eval carb\n  sayso eval carb --output ../shared/data/openie/peers/carb_openie4_dev.tab",
		Args:    exactly(),
		RunE: func(c *cobra.Command, args []string) error {
			gold, err := readGold(from, carbGold, eval.ReadCarbGold)
			if err != nil {
				return err
			}
			found, err := p.foundOrRead(c.Context(), from, output)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(p.stdout, eval.Carb(gold, found))
			return err
		},
	}
	c.Flags().StringVar(&from, "data", corpora, "folder of the corpora")
	c.Flags().StringVar(&output, "output", "", scoreThisHelp)
	return c
}

func (p *program) foundOrRead(ctx context.Context, from, output string) (map[string][]eval.Extraction, error) {
	if output != "" {
		return readGold("", output, eval.ReadCarb)
	}
	sentences, err := p.benchmark(ctx, from, carbLines)
	if err != nil {
		return nil, err
	}
	found := make(map[string][]eval.Extraction)
	for _, s := range sentences {
		key := eval.CarbKey(s.document.Text)
		found[key] = append(found[key], extractions(s.nary)...)
	}
	return found, nil
}

func extractions(tuples []claim.Tuple) []eval.Extraction {
	var all []eval.Extraction
	for _, t := range tuples {
		all = append(all, eval.Extraction{Confidence: t.Confidence, Relation: t.Relation, Arguments: t.Arguments})
	}
	return all
}

func (p *program) evalBenchie() *cobra.Command {
	var from, output string
	c := &cobra.Command{
		Use:   "benchie",
		Short: "score minimal relations on BenchIE's development half",
		Long: `Benchie scores what sayso finds in the development sentences of BenchIE, worded as minimal relations
between two phrases: a wording is right or wrong, a fact is hit by any of its wordings.`,
		Example: "  sayso eval benchie\n  sayso eval benchie --output ../shared/data/openie/peers/benchie_clausie_dev.txt",
		Args:    exactly(),
		RunE: func(c *cobra.Command, args []string) error {
			gold, err := readGold(from, benchieGold, eval.ReadBenchieGold)
			if err != nil {
				return err
			}
			found, err := p.triplesOrRead(c.Context(), from, output)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(p.stdout, eval.Benchie(gold, found))
			return err
		},
	}
	c.Flags().StringVar(&from, "data", corpora, "folder of the corpora")
	c.Flags().StringVar(&output, "output", "", scoreThisHelp)
	return c
}

func (p *program) triplesOrRead(ctx context.Context, from, output string) (map[string][]eval.Triple, error) {
	if output != "" {
		return readGold("", output, eval.ReadBenchie)
	}
	sentences, err := p.benchmark(ctx, from, benchieLines)
	if err != nil {
		return nil, err
	}
	found := make(map[string][]eval.Triple)
	for _, s := range sentences {
		for _, t := range s.binary {
			found[s.document.ID] = append(found[s.document.ID], triple(t))
		}
	}
	return found, nil
}

func triple(t claim.Tuple) eval.Triple {
	return eval.Triple{t.Arguments[0], t.Relation, t.Arguments[1]}
}

// benchmark finds what the sentences of a benchmark claim.
func (p *program) benchmark(ctx context.Context, from, name string) ([]sentenceTuples, error) {
	lines, err := benchmarkLines(from, name)
	if err != nil {
		return nil, err
	}
	model, err := p.model()
	if err != nil {
		return nil, err
	}
	confidence, err := p.confidence()
	if err != nil {
		return nil, err
	}
	return p.tuples(ctx, lines, model, confidence)
}

func benchmarkLines(from, name string) ([]source, error) {
	name = filepath.Join(from, name)
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return sentences(f, name, document.Metadata{})
}

// readGold reads a file below the folder of corpora.
func readGold[T any](from, name string, read func(io.Reader) (T, error)) (T, error) {
	name = filepath.Join(from, name)
	f, err := os.Open(name)
	if err != nil {
		var none T
		return none, err
	}
	defer f.Close()
	gold, err := read(f)
	if err != nil {
		return gold, usage(fmt.Errorf("%s: %w", name, err))
	}
	return gold, nil
}

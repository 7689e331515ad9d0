package main

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"sayso/extract/eval"
	"sayso/extract/parse"
)

func (p *program) eval() *cobra.Command {
	c := &cobra.Command{
		Use:   "eval",
		Short: "score the models against gold",
	}
	c.AddCommand(p.evalTreebank(), p.evalTokens(), p.evalNames(), p.evalCarb(), p.evalBenchie(), p.evalGold(), p.evalGap(), p.evalCoref(), p.evalCalibration())
	return c
}

func (p *program) evalTreebank() *cobra.Command {
	return &cobra.Command{
		Use:   "treebank FILE.conllu",
		Short: "score tags, trees, lemmas and segmentation",
		Long: `Treebank parses the gold tokens of a CoNLL-U file and scores tags, lemmas, unlabelled and labelled
attachment (UAS, LAS: all tokens, punctuation too, labels with their subtypes), and the tokens and
sentences found in the running text (F1). All figures are per cent.`,
		Example: "  sayso eval treebank en_ewt-ud-dev.conllu",
		Args:    exactly("a FILE.conllu"),
		RunE: func(c *cobra.Command, args []string) error {
			model, err := p.model()
			if err != nil {
				return err
			}
			scores, err := scoreTreebank(model, args[0])
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(p.stdout, scores)
			return err
		},
	}
}

func scoreTreebank(model *parse.Model, name string) (eval.TreebankScores, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return eval.TreebankScores{}, err
	}
	trees, err := parse.ReadConllu(bytes.NewReader(text))
	if err != nil {
		return eval.TreebankScores{}, usage(fmt.Errorf("%s: %w", name, err))
	}
	paragraphs, err := parse.ReadParagraphs(bytes.NewReader(text))
	if err != nil {
		return eval.TreebankScores{}, usage(fmt.Errorf("%s: %w", name, err))
	}
	return eval.Treebank(model, trees, paragraphs), nil
}

func (p *program) evalTokens() *cobra.Command {
	return &cobra.Command{
		Use:   "tokens FILE.conllu",
		Short: "score tokens and sentences found in running text",
		Long: `Tokens cuts the running text of a CoNLL-U file into tokens and sentences and scores those with both ends
right. All figures are per cent.`,
		Example: "  sayso eval tokens en_ewt-ud-dev.conllu",
		Args:    exactly("a FILE.conllu"),
		RunE: func(c *cobra.Command, args []string) error {
			model, err := p.model()
			if err != nil {
				return err
			}
			text, err := readGold("", args[0], parse.ReadParagraphs)
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(p.stdout, eval.Segmentation(model, text))
			return err
		},
	}
}

func (p *program) evalNames() *cobra.Command {
	return &cobra.Command{
		Use:   "ner FILE.iob2",
		Short: "score the names of persons, organisations and places",
		Long: `Ner looks for names in the sentences of a file with a word a line and its tag (B-PER, I-PER, O …), and
scores those found whole and of the right kind. All figures are per cent.`,
		Example: "  sayso eval ner en_ewt-ud-dev.iob2",
		Args:    exactly("a FILE.iob2"),
		RunE: func(c *cobra.Command, args []string) error {
			model, err := p.model()
			if err != nil {
				return err
			}
			scores, err := scoreNames(model, args[0])
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(p.stdout, scores)
			return err
		},
	}
}

func scoreNames(model *parse.Model, name string) (eval.NameScores, error) {
	gold, err := readGold("", name, parse.ReadNames)
	if err != nil {
		return eval.NameScores{}, err
	}
	return eval.Names(model, gold), nil
}

// developmentSets are the treebanks whose scores the model cards show.
var developmentSets = []string{"en_ewt-ud-dev", "gum-open-dev"}

// developmentNames are the names whose score the model cards show.
const developmentNames = "ner/en_ewt-ud-dev.iob2"

// developmentScores scores a model on the development sets below a folder of corpora.
func developmentScores(dir string) func(*parse.Model) (map[string]float64, error) {
	return func(m *parse.Model) (map[string]float64, error) {
		all := make(map[string]float64)
		for _, set := range developmentSets {
			scores, err := scoreTreebank(m, filepath.Join(dir, "treebank", set+".conllu"))
			if err != nil {
				return nil, err
			}
			for name, share := range scores.Scores() {
				all[set+" "+name] = share
			}
		}
		names, err := scoreNames(m, filepath.Join(dir, developmentNames))
		if err != nil {
			return nil, err
		}
		all["UNER EWT dev names"] = math.Round(10000*names.F1()) / 100
		return all, nil
	}
}

// readGolds reads what several files hold of the same kind.
func readGolds[T any](names []string, read func(io.Reader) ([]T, error)) ([]T, error) {
	var all []T
	for _, name := range names {
		some, err := readGold("", name, read)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

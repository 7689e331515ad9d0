package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"sayso/extract/eval"
	"sayso/extract/parse"
)

func (p *program) eval() *cobra.Command {
	c := &cobra.Command{
		Use:   "eval",
		Short: "score the models against gold",
	}
	c.AddCommand(p.evalTreebank())
	return c
}

func (p *program) evalTreebank() *cobra.Command {
	return &cobra.Command{
		Use:   "treebank FILE.conllu",
		Short: "score tags, trees, lemmas and segmentation",
		Long: `Treebank parses the gold tokens of a CoNLL-U file and scores tags, lemmas, unlabelled and labelled
attachment (UAS, LAS: all tokens, punctuation too, labels with their subtypes), and tokens and
sentences found in the raw text (F1).`,
		Example: "  sayso eval treebank en_ewt-ud-dev.conllu",
		Args:    exactly("a FILE.conllu"),
		RunE: func(c *cobra.Command, args []string) error {
			f, err := os.Open(args[0])
			if err != nil {
				return err
			}
			defer f.Close()
			gold, err := parse.ReadConllu(f)
			if err != nil {
				return usage(fmt.Errorf("%s: %w", args[0], err))
			}
			model, err := p.model()
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(p.stdout, eval.Treebank(gold, model))
			return err
		},
	}
}

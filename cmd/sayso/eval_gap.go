package main

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"sayso/extract/eval"
	"sayso/extract/parse"
)

func (p *program) evalGap() *cobra.Command {
	var from string
	var folds int
	var wrong bool
	c := &cobra.Command{
		Use:   "gap [FILE.tsv…]",
		Short: "score whom he and she mean",
		Long: `Gap scores examples of GAP: is the pronoun this person, is it that one. F1 is that of all decisions; the ratio is
that of the feminine to the masculine F1. The snippets stand alone: the page that they are from is not looked at.

The shipped weights learnt from GAP's development and validation parts. Without a FILE, gap scores these parts twice: by the
shipped weights, and held out, a fold at a time by weights learnt from GUM and the other folds.`,
		RunE: func(c *cobra.Command, args []string) error {
			files, held := args, len(args) == 0
			if held {
				files = gapFiles(from)
			}
			model, err := p.model()
			if err != nil {
				return err
			}
			examples, err := readGolds(files, eval.ReadGAP)
			if err != nil {
				return err
			}
			scores, err := eval.GAP(model, examples)
			if err != nil {
				return err
			}
			for _, line := range scores.Wrong {
				if wrong {
					fmt.Fprintln(p.stdout, line)
				}
			}
			fmt.Fprintf(p.stdout, "%s, the shipped weights: %s\n", count(len(examples), "example"), scores)
			if !held {
				return nil
			}
			return p.heldOut(model, from, examples, folds)
		},
	}
	c.Flags().StringVar(&from, "data", corpora, "folder of the corpora")
	c.Flags().IntVar(&folds, "folds", 4, "how many parts to hold out in turn")
	c.Flags().BoolVar(&wrong, "wrong", false, "list the examples that the shipped weights decide wrongly")
	return c
}

func gapFiles(from string) []string {
	return []string{filepath.Join(from, "coref", "gap-development.tsv"), filepath.Join(from, "coref", "gap-validation.tsv")}
}

// pronounDocuments are those that pronouns are learnt from beside GAP.
func pronounDocuments(from string) []string {
	return []string{filepath.Join(from, "treebank", "gum-open-train.conllu")}
}

func (p *program) heldOut(model *parse.Model, from string, examples []eval.GAPExample, folds int) error {
	if folds < 2 {
		return usage(fmt.Errorf("--folds %d: want 2 or more", folds))
	}
	documents, err := readGolds(pronounDocuments(from), eval.ReadCoref)
	if err != nil {
		return err
	}
	scores, err := eval.HeldOutGAP(model, documents, examples, folds)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.stdout, "%s, held out in %d folds: %s\n", count(len(examples), "example"), folds, scores)
	return err
}

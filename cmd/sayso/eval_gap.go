package main

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"sayso/extract/eval"
)

func (p *program) evalGap() *cobra.Command {
	var from string
	var wrong bool
	c := &cobra.Command{
		Use:   "gap [FILE.tsv…]",
		Short: "score whom he and she mean",
		Long: `Gap scores the development and validation examples of GAP: is the pronoun this person, is it that one. F1 is
that of all decisions; the ratio is that of the feminine to the masculine F1.`,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				args = []string{filepath.Join(from, "coref", "gap-development.tsv"), filepath.Join(from, "coref", "gap-validation.tsv")}
			}
			model, err := p.model()
			if err != nil {
				return err
			}
			examples, err := readGolds(args, eval.ReadGAP)
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
			_, err = fmt.Fprintf(p.stdout, "%s: %s\n", count(len(examples), "example"), scores)
			return err
		},
	}
	c.Flags().StringVar(&from, "data", corpora, "folder of the corpora")
	c.Flags().BoolVar(&wrong, "wrong", false, "list the examples that were decided wrongly")
	return c
}

package main

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"sayso/extract/eval"
)

func (p *program) evalCoref() *cobra.Command {
	var from string
	c := &cobra.Command{
		Use:   "coref [FILE.conllu…]",
		Short: "score who is who within documents",
		Long: `Coref finds the chains of mentions in documents with gold tokens and GUM's entities, and scores them as the
CoNLL 2012 shared task did: MUC, B3, CEAFe and their mean. Mentions that are alone in their chain do not
count; a mention found is a gold one if it has the same words or, failing that, the same head. Below stands what
"the company" and "this city" were taken for where that is a name, and each that was mistaken.`,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				args = []string{filepath.Join(from, "treebank", "gum-open-dev.conllu")}
			}
			model, err := p.model()
			if err != nil {
				return err
			}
			documents, err := readGolds(args, eval.ReadCoref)
			if err != nil {
				return err
			}
			scores, err := eval.Coref(model, documents)
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(p.stdout, scores)
			return err
		},
	}
	c.Flags().StringVar(&from, "data", corpora, "folder of the corpora")
	return c
}

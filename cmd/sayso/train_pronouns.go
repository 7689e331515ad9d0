package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"sayso/extract/eval"
)

// weightsHead stands above the weights of pronouns.
const weightsHead = `# How much each feature of what a pronoun may stand for weighs, by class of pronoun: softmax regression on GUM's open
# training part and GAP's development and validation parts. Written by sayso train pronouns.
`

func (p *program) trainPronouns() *cobra.Command {
	var from, out string
	c := &cobra.Command{
		Use:   "pronouns",
		Short: "learn whom he, she, it and they mean",
		Long: `Pronouns learns the weights by which a pronoun finds what it stands for, from GUM's open training part and GAP's
development and validation parts, as the models of this program read them: after these have changed, it is to be run again.
It takes a minute. The program is to be built again, for it embeds the weights.`,
		Example: "  sayso train pronouns --data ../shared/data --out extract/entity/weights.txt",
		Args:    exactly(),
		RunE: func(c *cobra.Command, args []string) error {
			model, err := p.model()
			if err != nil {
				return err
			}
			documents, err := readGolds(pronounDocuments(from), eval.ReadCoref)
			if err != nil {
				return err
			}
			examples, err := readGolds(gapFiles(from), eval.ReadGAP)
			if err != nil {
				return err
			}
			weights, err := eval.FitPronouns(model, documents, examples)
			if err != nil {
				return fmt.Errorf("train from %s: %w", from, err)
			}
			return replaceFile(out, []byte(weightsHead+weights.String()))
		},
	}
	c.Flags().StringVar(&from, "data", corpora, "folder of the corpora: coref and treebank")
	c.Flags().StringVar(&out, "out", "extract/entity/weights.txt", "file to write the weights to")
	return c
}

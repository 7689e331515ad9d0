package main

import (
	"os"

	"github.com/spf13/cobra"

	"sayso/extract/eval"
)

func (p *program) trainLessons() *cobra.Command {
	var from, out string
	c := &cobra.Command{
		Use:   "lessons",
		Short: "write what the teacher of names learns from and reads",
		Long: `Lessons writes learn.tsv, the names of Universal NER, and asked.tsv, sentences of GUM, WNUT, CrossNER and GAP, to --out.
data/teacher/teach.py learns the first and says how likely each word of the second is which part of a name; the network of
names learns from that. data/README.md tells when this is worth the while.`,
		Example: "  sayso train lessons --data ../shared/data --out lessons",
		Args:    exactly(),
		RunE: func(c *cobra.Command, args []string) error {
			model, err := p.model()
			if err != nil {
				return err
			}
			examples, err := readGolds(gapFiles(from), eval.ReadGAP)
			if err != nil {
				return err
			}
			var texts []string
			for _, e := range examples {
				texts = append(texts, e.Text)
			}
			learn, asked, err := model.Lessons(os.DirFS(from), texts)
			if err != nil {
				return err
			}
			return writeModels(out, map[string][]byte{"learn.tsv": learn, "asked.tsv": asked})
		},
	}
	c.Flags().StringVar(&from, "data", corpora, "folder of the corpora: coref, ner and treebank")
	c.Flags().StringVar(&out, "out", "lessons", "folder to write the files to")
	return c
}

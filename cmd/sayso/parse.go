package main

import (
	"bufio"
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"sayso/extract"
	"sayso/extract/parse"
)

func (p *program) parse() *cobra.Command {
	var format, conllu string
	c := &cobra.Command{
		Use:   "parse PATH…",
		Short: "print the sentences of articles as dependency trees",
		Long: `Parse prints tags, lemmas, Universal Dependencies and names (NER=B-PER in MISC) as CoNLL-U.

With --conllu FILE it takes that file's sentences and tokens and predicts the rest.`,
		Example: "  sayso parse data/articles/003.txt",
		RunE: func(c *cobra.Command, args []string) error {
			if err := oneOf("format", format, "conllu"); err != nil {
				return err
			}
			if (conllu == "") == (len(args) == 0) {
				return usage(fmt.Errorf("sayso parse needs a PATH or --conllu FILE; see: sayso parse --help"))
			}
			model, err := p.model()
			if err != nil {
				return err
			}
			if conllu != "" {
				return p.reparse(conllu, model)
			}
			return p.parseArticles(args, model)
		},
	}
	c.Flags().StringVar(&format, "format", "conllu", "conllu")
	c.Flags().StringVar(&conllu, "conllu", "", "CoNLL-U file to take sentences and tokens from")
	return c
}

func (p *program) parseArticles(paths []string, model *parse.Model) error {
	found, err := p.sources(paths, "")
	if err != nil {
		return err
	}
	out := bufio.NewWriter(p.data())
	for s := range p.naming(nil).expand(context.Background(), found) {
		if s.beside() {
			continue
		}
		d, err := s.read()
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "# newdoc id = %s\n", d.ID)
		for _, t := range extract.Trees(d, model) {
			if err := parse.WriteConllu(out, t); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}

func (p *program) reparse(name string, model *parse.Model) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	trees, err := parse.ReadConllu(f)
	if err != nil {
		return usage(fmt.Errorf("%s: %w", name, err))
	}
	out := bufio.NewWriter(p.data())
	for _, t := range trees {
		if err := parse.WriteConllu(out, model.Parse(t.Sentence)); err != nil {
			return err
		}
	}
	return out.Flush()
}
